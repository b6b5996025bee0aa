import PressModel
import Testing

@testable import PressText

/// Names that could be of several people, places or things, told apart by what the text says else.
@Suite struct NameSensesTests {
  private func names(_ text: String) -> Names { Names(Tokens(Text(text))) }

  @Test(
    arguments: [
      ("The plant will open in Georgia, said Rep. Ann Hale.", "US"),
      ("They work in Georgia (Hale, R-Utah).", "US"),
      ("They won in states like Georgia, Russia said.", "US"),
      ("The governor of Georgia wrote to Poland, Norway and Kenya.", "US"),
      ("Georgia Tech opened. They left Norway for Kenya.", "US"),
      ("It lies in Burke County, Georgia.\n\nUkraine and Poland voted. Georgia did not.", "US"),
      ("They met in Tbilisi, Georgia. Senator Hale of Ohio said that Georgia would vote.", "GE"),
      ("They left Belarus, Moldova, Georgia – and Ukraine.", "GE"),
      ("Senator Hale of Ohio spoke.\n\nRussia struck Georgia in August.", "GE"),
      ("She is from the country of Georgia, said Senator Hale of Ohio.", "GE"),
      ("Troops left Batumi.\n\nGeorgia asked Senator Hale for help.", "GE"),
      ("They voted in Georgia.", "GE"),
    ])
  func aStateOrACountry(_ text: String, _ country: String) {
    let places = names(text).places.filter { $0.name == "Georgia" }
    #expect(places.map(\.country) == [country])
  }
}
