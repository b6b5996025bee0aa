import PressModel
import PressText
import Testing

@Suite struct ContactDetailsTests {
  private func details(_ string: String) -> [String] {
    let text = Text(string)
    return ContactDetails(text).details(in: text.span).map { text[$0.span] }
  }

  @Test func numbersMayHaveBracketsAndDashes() {
    #expect(details("Call (202) 555-0143.") == ["(202) 555-0143"])
    #expect(details("Call (202) - 555-0143 now") == ["(202) - 555-0143"])
    #expect(details("the hotline (202-555-0143)") == ["202-555-0143"])
    #expect(details("stars (2,574) 2574 votes").isEmpty)
    #expect(details("a.b@c.org or +44 20 7946 0018") == ["a.b@c.org", "+44 20 7946 0018"])
  }

  /// A bracket that opens nothing ends the look for a number soon.
  @Test func openBracketsTakeLinearTime() {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(details(String(repeating: "(", count: 300_000)).isEmpty)
      #expect(details(String(repeating: "7(", count: 150_000)).isEmpty)
    }
    #expect(time < .seconds(20))
  }
}
