import PressModel
import Testing

@testable import PressText

/// Names of bodies that are whole in one place, and cut or short in another.
@Suite struct WholeNamesTests {
  @Test(
    arguments: [
      (
        "They left the Rural Voices for Tidal Harbors Coalition. She is the director of Rural "
          + "Voices for Tidal Harbors Coalition.",
        ["Rural Voices for Tidal Harbors Coalition 2"]
      ),
      (
        "They met the Lima River Authority. She wrote to the River Authority.",
        ["Lima River Authority = River Authority 2"]
      ),
      (
        "They left Norvik Foods, Inc. in May. She wrote to Norvik Foods.",
        ["Norvik Foods, Inc = Norvik Foods 2"]
      ),
      (
        "They addressed the UN Security Council. The Security Council met.",
        ["UN Security Council = Security Council 2"]
      ),
      (
        "They wrote to the Commission. The Lima Tide Commission met.",
        ["Lima Tide Commission = the Commission 2"]
      ),
      ("They wrote to the Department and to the Lima Tide Commission.", ["Lima Tide Commission 1"]),
      ("Roads across the Commonwealth lead to Virginia.", []),
      // Two that end so, and one that stands before.
      (
        "They met the Lima River Authority and the Oslo River Authority. She wrote to the River "
          + "Authority.",
        ["Lima River Authority 1", "Oslo River Authority 1", "River Authority 1"]
      ),
    ])
  func oneNameIsOneBody(text: String, bodies: [String]) {
    #expect(namedBodies(in: text) == bodies)
  }
}
