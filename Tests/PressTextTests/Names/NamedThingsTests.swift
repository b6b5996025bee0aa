import PressModel
import PressText
import Testing

/// What two capitalized words name that is no person: products, brands, shops.
@Suite struct NamedThingsTests {
  private func people(_ text: String) -> [String] {
    Names(Tokens(Text(text))).people.map(\.name)
  }

  @Test(arguments: [
    "We tested the Zephrin Korda for a week.",
    "It comes with Zephrin Korda X100, which is light.",
    "We sell Zephrin Korda. Zephrin Tolvo costs more.",
    "They sell Zephrin BrewSense in May.",
    "I like my Zephrin Korda.",
    "They chose Zephrin Korda this time. Like the Zephrin, all went well.",
  ])
  func thingsAreNobody(_ text: String) { #expect(people(text).isEmpty) }

  @Test(arguments: [
    "They met Zephrin Korda, who left in May.",
    "It was written by Zephrin Korda.",
    "Zephrin Korda (b. 1957) lives in Oslo.",
    "They asked Zephrin Korda about her work.",
    "They asked Ann Roe and Zephrin Korda.",
    "They saw Zephrin Korda leave. Ms. Korda was late.",
    "They saw Zephrin Korda leave. Later Korda said no.",
  ])
  func peopleStay(_ text: String) { #expect(people(text).contains("Zephrin Korda")) }

  @Test func firstNamesTell() {
    #expect(people("They saw the Mary Korda of old.").contains("Mary Korda"))
  }
}
