import PressModel
import PressText
import Testing

/// People who are named by one word alone: they need something that speaks for a person.
@Suite struct LonePeopleTests {
  private func names(_ text: String) -> Names { Names(Tokens(Text(text))) }

  @Test(arguments: [
    ("They pay through Venteur, and Venteur is cheap.", "Venteur"),
    ("The Biden-Harris administration announced it.", "Biden-Harris"),
    ("The plans of FanDuel were refused.", "FanDuel"),
  ])
  func aWordWithoutEvidenceIsNobody(_ text: String, _ word: String) {
    #expect(!names(text).people.contains { $0.name == word })
  }

  @Test(arguments: [
    ("The plans were refused. Okorie said no.", "Okorie"),
    ("They met Senators Peters and Stabenow in the hall.", "Stabenow"),
    ("Go ahead, Nandita. We have a minute left.", "Nandita"),
    ("They thanked Ms. Okorie. The plans of Okorie were refused.", "Okorie"),
  ])
  func whatSpeaksForAPersonKeepsOne(_ text: String, _ word: String) {
    #expect(names(text).people.contains { $0.name == word })
  }

  @Test func countiesInAListArePlaces() {
    let names = names("It serves Clay, Macon, Jackson and Putnam counties.")
    #expect(names.people.isEmpty)
    #expect(names.places.map(\.name).contains("Macon"))
  }
}
