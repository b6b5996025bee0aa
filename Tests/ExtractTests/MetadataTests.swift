import PressModel
import PressStage
import PressText
import Testing

@testable import Extract

@Suite struct MetadataTests {
  @Test(arguments: [
    ("Title Here\n\nGENEVA, 3 May 2019 – The talks began.", "2019-05-03", "GENEVA"),
    ("Title Here\n\n(Springfield, IL) - The talks began.", nil, "Springfield, IL"),
    ("Title Here\n\nWASHINGTON, D.C. – The talks began on May 3, 2019.", nil, "WASHINGTON, D.C."),
    ("Title Here\n\nThe talks, which began on May 3, 2019 - a Friday - went on.", nil, nil),
    ("05.03.19\n\nTitle Here\n\nThe talks began.", "2019-05-03", nil),
  ])
  func datelinesAndDatesOfIssue(_ text: String, _ day: String?, _ place: String?) throws {
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.published == day)
    #expect(metadata.place?.text == place)
    #expect(metadata.title == "Title Here")
  }

  @Test func anEmbargoIsAMoment() throws {
    let text = "EMBARGOED UNTIL 10:30 a.m. EST, May 3, 2019\n\nTitle Here\n\nThe talks began."
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.embargo == "2019-05-03T10:30:00-05:00")
    #expect(metadata.published == nil)
  }

  @Test(arguments: [
    ("The talks of the ministers were held in the old city and they went on for two days.", "en"),
    (
      "Los ministros de los países se reunieron en la ciudad y hablaron de la paz para el mundo.",
      "es"
    ),
    (
      "Die Minister haben in der Stadt über den Frieden und die Zukunft mit den Gästen gesprochen.",
      "de"
    ),
    ("Министры встретились в городе и говорили о мире.", "ru"), ("Hm.", nil),
  ])
  func languages(_ text: String, _ language: String?) {
    #expect(LanguageGuess.language(of: Text(text)) == language)
  }

  @Test(arguments: [
    ("November 15, 2007", "2007-11-15"), ("15th of November 2007", "2007-11-15"),
    ("Sept. 3, 2019", "2019-09-03"), ("3/4/98", "1998-03-04"), ("31/12/2020", "2020-12-31"),
    ("3.4.2020", "2020-04-03"), ("2020-02-30", nil), ("May 2019", nil), ("1/2", nil),
  ])
  func printedDates(_ text: String, _ day: String?) {
    let bytes = Array(text.utf8)
    #expect(PrintedDate.first(in: bytes, Span(0, bytes.count))?.iso == day)
  }
}
