import PressModel
import PressText
import Testing

/// What is a place, and how much of it.
@Suite struct PlaceRepairsTests {
  private func places(_ text: String) -> [String] {
    Names(Tokens(Text(text))).places.map { "\($0.name) \($0.country ?? "-")" }
  }

  @Test(
    arguments: [
      // People of a part of a country.
      ("Many South Vietnamese left for Norway.", ["Norway NO"]),
      ("He told North Carolinians and West Virginians so.", []),
      ("They sell it in the North American market.", []),
      ("They sell it in the North American region.", ["North American -"]),
      ("They went to the Middle East and to New Orleans.", ["Middle East -", "New Orleans US"]),
      ("Senators Ann Hale, R-Idaho, and Eva Lund spoke in Oslo.", ["Oslo NO"]),
      ("They told Pacific Islanders so in Oslo.", ["Oslo NO"]),
      // Towns before the names of a state and a city.
      ("They met in Elmdale, New York, on Monday.", ["Elmdale US", "New York US"]),
      ("They met in London, New York, and Oslo.", ["London GB", "New York US", "Oslo NO"]),
      ("Troops came to South Viet-Nam in May.", ["South Viet-Nam VN"]),
      // Variants of a virus and a place at the mouth of a river.
      ("They fear the Delta variant in Oslo. With Delta, many fell ill.", ["Oslo NO"]),
      ("The water of the Delta is low in May.", ["Delta -"]),
      // Districts with their numbers and states.
      (
        "She represents Ohio's 12th Congressional District in Congress.",
        ["Ohio US", "12th Congressional District US"]
      ),
      (
        "He sat for the Southern District of New York until May.",
        ["Southern District of New York US"]
      ),
    ])
  func tellsPlaces(_ text: String, _ expected: [String]) {
    #expect(places(text) == expected)
  }
}
