import PressModel
import PressText
import Testing

@Suite struct SentenceSplitterTests {
  private func sentences(_ string: String) -> [String] {
    let text = Text(string)
    return SentenceSplitter(Tokens(text)).sentences(in: text.span).map { text[$0] }
  }

  @Test(arguments: [
    ["Prices fell 3.5 percent.", "Wages rose."],
    ["Gen. A. B. Okafor spoke at 5 p.m. Tuesday.", "Nobody left."],
    ["They work in the U.S. Senate.", "He left the U.S.", "It was late."],
    ["\u{201C}Is it safe?\u{201D} she asked.", "\u{201C}Yes.\u{201D}"],
    ["See No. 5 of the list.", "No.", "Not that one."],
    ["It stopped... then it moved.", "It stopped...", "Then it moved."],
    ["(It was dark.)", "They went on."],
    ["PORT OLSEN, D.C. \u{2013} Today, the port opened.", "It rained."],
    ["Port Olsen, Mass. \u{2014} The port opened.", "It was in Texas.", "\u{2013} They left."],
    ["The Port Olsen, Mass. Council met.", "One member fell ill.", "Roe left."],
    ["Port Olsen, N.Y. \u{2014} The port opened.", "He left.", "\u{2013} She stayed."],
    ["Jane Roe (D-Conn.-02) and John Doe (D-Conn.-03) met.", "They spoke."],
    ["Jane Roe (b. 1955, Port Olsen) paints.", "She left (in May).", "He stayed."],
    ["(It was dark.", "It rained.)", "They went on."],
    [
      "They read S. Con. Res 14 and H. J. Res. 7.", "Both passed.", "It was a con.",
      "Reserves grew.",
    ],
    ["See S.Con.Res. 14 and 101 Stat. 1406.", "It passed."],
    ["Acme Inc. paid Doe & Sons Ltd. on Jan. 4.", "That was all."],
  ])
  func stopsThatEndAndStopsThatDoNot(_ expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func aLineOfItsOwnIsASentence() {
    #expect(sentences("Port Olsen\nFriday") == ["Port Olsen", "Friday"])
    #expect(sentences("a line that was\nwrapped") == ["a line that was\nwrapped"])
  }

  @Test func aBlockIsNeverLeft() {
    let text = Text("One two\n\nThree four.")
    let splitter = SentenceSplitter(Tokens(text))
    #expect(splitter.sentences(in: Span(0, 7)) == [Span(0, 7)])
    #expect(splitter.sentences(in: Span(9, 20)) == [Span(9, 20)])
    #expect(splitter.sentences(in: Span(3, 3)).isEmpty)
  }
}
