import PressModel
import Testing

@testable import PressText

/// Acronyms that a bracket gives a body.
@Suite struct DefinedAcronymsTests {
  @Test(
    arguments: [
      (
        "They wrote to the Office of Tide and Harbor Policy (OTHP). The OTHP is in Lima.",
        ["Office of Tide and Harbor Policy = OTHP 3"]
      ),
      (
        "They left the Department of Docks (DoD). The DoD is in Lima.",
        ["Department of Docks = DoD 3"]
      ),
      ("They left the Institute of Harbors (US) in May.", ["Institute of Harbors 1"]),
    ])
  func acronymsInBracketsAreOfTheBody(text: String, bodies: [String]) {
    #expect(namedBodies(in: text) == bodies)
  }
}
