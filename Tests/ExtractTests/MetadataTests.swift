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
    ("Міністри зустрілися у столиці й говорили про мир між країнами.", "uk"),
    ("وزیران در شهر دیدار کردند و درباره صلح میان کشورها گفتگو کردند؛ گزارش پایانی", "fa"),
    ("Juan in El Paso. Das Boot. Los Angeles. La Paz. El Dorado.", nil),
  ])
  func languages(_ text: String, _ language: String?) {
    #expect(LanguageGuess.language(of: Text(text)) == language)
  }

  @Test(arguments: [
    ("November 15, 2007", "2007-11-15"), ("15th of November 2007", "2007-11-15"),
    ("Sept. 3, 2019", "2019-09-03"), ("3/4/98", "1998-03-04"), ("31/12/2020", "2020-12-31"),
    ("3.4.2020", "2020-04-03"),
    ("15 de noviembre de 2007", "2007-11-15"), ("le 1er août 2019", "2019-08-01"),
    ("3. März 2019", "2019-03-03"), ("04-ago-2021", "2021-08-04"), ("3 мая 2019 г.", "2019-05-03"),
    ("2019年5月3日", "2019-05-03"), ("Jane RoeMay 3, 2019", "2019-05-03"),
    ("May 3, 2019Updated May 4, 2019", "2019-05-03"), ("3 days ago", nil), ("May 3, 5000", nil),
    ("Roe3/4/2019", "2019-03-04"), ("2020-02-30", nil), ("May 2019", nil), ("1/2", nil),
  ])
  func printedDates(_ text: String, _ day: String?) {
    let bytes = Array(text.utf8)
    #expect(PrintedDate.first(in: bytes, Span(0, bytes.count))?.iso == day)
  }

  @Test(arguments: [
    ("WHO: Jane Roe\n\nWHAT: A walk\n\nWHERE: The quay\n\nWHEN: Noon", DocumentKind.advisory),
    (
      "MS. ROE: Good afternoon to all of you here.\n\nQ  Will it rain?\n\nMS. ROE: No.\n\n"
        + "Q  And later?\n\nMS. ROE: Ask the weather service.", .briefingTranscript
    ),
    (
      "The minister spoke by phone with the prime minister of the island. They agreed to meet again "
        + "before the end of the summer.", .readout
    ),
    (
      "Jane Roe, who leads the council, released the following statement after the vote on the new "
        + "harbour: The vote was right.", .statement
    ),
    ("Fish\n\nFish are animals that live in water, and most of them breathe with gills.", .unknown),
  ])
  func formShowsTheKind(_ text: String, _ kind: DocumentKind) throws {
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.kind == kind)
  }

  private static let call = """
    MODERATOR: Thank you all for joining this call on the new harbour.

    SENIOR ADMINISTRATION OFFICIAL: It opens in May.

    Q  And the pier?

    SENIOR ADMINISTRATION OFFICIAL: In June.

    MODERATOR: We have time for one more.
    """
  private static let list = """
    - The harbour gets a new pier.
    - The old pier stays open.
    - Ferries call twice a day.
    - Fares fall by a tenth.
    - Night trains meet the ferry.
    - The market moves to the quay.
    """
  private static let message = """
    We mourn the two sailors who were lost in the storm off our coast last night, and our hearts are \
    with the families who wait for news of them on the quay.
    """
  private static let speech = """
    Your Excellencies, it is my honour to open the new harbour of our town with you, and to thank the \
    workers who gave us this pier.
    """

  private static let programme = """
    The harbour office will open two piers this year, and the ferries will call at both of them from \
    the spring on, which the towns along the coast had asked for. The works on the northern pier are \
    under way. The cranes of the old quay stand idle since the winter, and their drivers were trained \
    for the new ones. A second basin follows next year, when the railway reaches the sheds and the old \
    road becomes a path along the water. The sheds hold grain and timber, and the town keeps two of \
    them for the market, which moves there from the square. The fishermen keep the southern basin. I \
    thank the workers.
    """

  @Test(arguments: [
    ("Harbour Programme\n\nDistinguished guests,\n\n\(programme)", DocumentKind.remarks),
    ("Harbour Programme\n\nSenhoras e senhores,\n\n\(programme)", .remarks),
    ("Harbour Programme\n\nDistinguished guests came.\n\n\(programme)", .unknown),
    ("Discurso do Presidente da Ilha\n\nO porto abre hoje.", .remarks),
  ])
  func aSalutationOnItsLineShowsASpeech(_ text: String, _ kind: DocumentKind) throws {
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.kind == kind)
  }

  @Test(arguments: [
    (call, DocumentKind.briefingTranscript), (list, .factSheet), (message, .statement),
    (speech, .remarks),
  ])
  func whoSpeaksAndHowShowsTheKind(_ text: String, _ kind: DocumentKind) throws {
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.kind == kind)
  }

  @Test(arguments: [
    ("Map Room\n\n2:37 P.M. EDT\n\nTHE MINISTER: Thank you all for coming.", "Map Room"),
    ("Title Here\n\nIt opens at 2:37 p.m. on Monday.", nil),
  ])
  func aPlaceStandsAboveTheTime(_ text: String, _ place: String?) throws {
    let metadata = try reading(text, with: Markdown(), then: Extract.Metadata()).metadata
    #expect(metadata.place?.text == place)
  }

  @Test(arguments: [
    ("House Chamber, May 3, 2019. Mr. Speaker: I rise to speak.", "2019-05-03"),
    ("On May 3, 2019 the house met, and it voted for the bill.", nil),
    ("May 3, 2019 will be a day to remember for the harbour.", nil),
  ])
  func aDayOpensARelease(_ text: String, _ day: String?) throws {
    let metadata = try reading("Title Here\n\n" + text, with: PlainText(), then: Extract.Metadata())
      .metadata
    #expect(metadata.published == day)
  }

  @Test(arguments: [
    ("EMBARGOED until 4 Dec 2026 09:00: Quay opens", "2026-12-04T09:00:00"),
    ("[EMBARGOED] Quay opens", nil),
  ])
  func aSubjectAnnouncesAnEmbargo(_ subject: String, _ expected: String?) throws {
    let message = "Subject: Fwd: \(subject)\nFrom: Port <a@b.example>\n\nThe quay opened.\n"
    let metadata = try reading(message, with: Extract.Mail(), then: Extract.Metadata()).metadata
    #expect(metadata.embargo == expected)
    #expect(metadata.evidence["embargo"]?.text == "Fwd: \(subject)")
    #expect(metadata.evidence["embargo"]?.field == "Subject header")
  }

  @Test func theTimeMayStandBelowTheLineThatAnnouncesIt() throws {
    let text = "UNDER EMBARGO\n\nuntil 00:01 on 4 December 2026\n\nTitle Here\n\nThe talks began."
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.embargo == "2026-12-04T00:01:00")
    #expect(metadata.title == "Title Here")
    let bare = "UNDER EMBARGO\n\n4 December 2026\n\nTitle Here\n\nThe talks began."
    let other = try reading(bare, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(other.embargo == nil)
    #expect(other.evidence["embargo"]?.text == "UNDER EMBARGO")
  }

  @Test(arguments: [
    ("PRESS RELEASE - UNDER EMBARGO", nil),
    ("Embargo: 4 December 2026, 9.00am", "2026-12-04T09:00:00"),
  ])
  func whatAPageSaysBesideItsTitleCounts(_ line: String, _ expected: String?) throws {
    let prose = "The quay opened today, the port said, and boats will sell fish from it all year."
    let more = "It is the first in years, said Jane Roe, who runs the port and all of its boats."
    let html = "<body><p><a href=/>Home</a><main><h1>Quay Opens</h1><p>\(line)</p><p>\(prose)</p>"
    let dump = "Home\nNews\nContact us\n\n\(line)\n\nQuay Opens\n\n\(prose)\n\n\(more)\n\nPrivacy\n"
    for metadata in [
      try reading("\(html)<p>\(more)</p></main>", with: HTML(), then: Extract.Metadata()).metadata,
      try reading(dump, with: PageText(), then: Extract.Metadata()).metadata,
    ] {
      #expect(metadata.embargo == expected)
      #expect(metadata.evidence["embargo"]?.text == line)
    }
  }

  @Test func aLinkInAMenuAnnouncesNothing() throws {
    let prose = "The quay opened today, the port said, and boats will sell fish from it all year."
    let page =
      "<body><ul><li><a href=/e>Embargoed news</a></ul><main><h1>Quay Opens</h1><p>\(prose)</p>"
      + "<p>\(prose)</p></main>"
    let metadata = try reading(page, with: HTML(), then: Extract.Metadata()).metadata
    #expect(metadata.evidence["embargo"] == nil)
  }

  @Test func aTitleAboutAnEmbargoIsATitle() throws {
    let text = "Embargo on Iraqi Oil Lifted\n\nThe talks of the ministers ended in the old city."
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.title == "Embargo on Iraqi Oil Lifted")
    #expect(metadata.evidence["embargo"] == nil)
  }

  @Test func noonIsAMoment() throws {
    let text = "EMBARGOED UNTIL NOON GMT, 3 May 2019\n\nTitle Here\n\nThe talks began."
    let metadata = try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
    #expect(metadata.embargo == "2019-05-03T12:00:00+00:00")
  }
}
