import PressModel
import Testing

@testable import PressText

/// What is no part of a body's name, and what is no body.
@Suite struct BodyTrimsTests {
  private func bodies(_ text: String) -> [String] {
    Names(Tokens(Text(text))).organizations.map(\.name)
  }

  @Test(
    arguments: [
      ("They wrote to the Nyberg-led Senate in May.", ["Senate"]),
      ("They left the Oslo-based Norvik Harbor Institute.", ["Norvik Harbor Institute"]),
      ("They read the House-passed bill.", []),
      ("They joined the Multi-faith Harbor Council.", ["Multi-faith Harbor Council"]),
      ("They gave a report to Congress on Harbors in May.", ["Congress"]),
      ("The Administration on Aging met.", ["Administration on Aging"]),
      ("They joined the Committee on Harbors.", ["Committee on Harbors"]),
      ("Direct the Harbor Protection Commission to write rules.", ["Harbor Protection Commission"]),
      ("They look forward to the Next Congress.", ["Congress"]),
      ("She wrote of the tides when FDR was in his first term.", []),
      ("It has an IP67 case, and the VBIED was found.", []),
    ])
  func namesAreNamesAlone(text: String, bodies: [String]) {
    #expect(self.bodies(text) == bodies)
  }

  @Test func initialsOfPeopleAreTheirs() {
    let names = Names(Tokens(Text("She wrote of the tides when FDR was in his first term.")))
    #expect(names.people.map(\.name) == ["FDR"])
    let other = Names(Tokens(Text("They left the Nyberg administration in May.")))
    #expect(other.organizations.isEmpty)
  }
}
