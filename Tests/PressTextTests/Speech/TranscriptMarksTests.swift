import PressModel
import PressText
import Testing

@Suite struct TranscriptMarksTests {
  /// The words of a transcript's stretch and the marks in it.
  private func parts(_ string: String) -> (words: [String], marks: [String]) {
    let text = Text(string)
    let transcript = TranscriptMarks(Tokens(text))
    let marks = transcript.all(in: text.span)
    return (
      transcript.words(of: text.span, without: marks).map { text[$0] }, marks.map { text[$0] }
    )
  }

  private func remarks(_ string: String) -> [String] {
    let text = Text(string)
    return TranscriptMarks(Tokens(text)).remarks(in: text.span).map { text[$0] }
  }

  @Test(arguments: [
    ("We won. (Laughter and applause.) Thank you.", ["We won.", "Thank you."]),
    ("We won (laughter), and they left.", ["We won", ", and they left."]),
    ("It is [sic] the pier.", ["It is", "the pier."]),
    ("We go. [Operator gives instructions.] So go.", ["We go.", "So go."]),
    ("The pear [pier] is open.", ["The pear", "is open."]),
    ("(00:12:34) It is open.", ["It is open."]),
    ("00:12:34 It is open.", ["It is open."]),
    ("It is open. (The chair rings a bell.) So go.", ["It is open.", "So go."]),
    ("Six piers* are open.", ["Six piers", "are open."]),
    ("It is open.\n\n- 3 -\n\nSo go.", ["It is open.", "So go."]),
    ("It is open.\n\nPage 3 of 9\n\nSo go.", ["It is open.", "So go."]),
    ("It is open.\n\n###", ["It is open."]),
    ("It is open.\n\nEND 2:37 P.M. EDT", ["It is open."]),
    ("It is open.\n\n10:05 a.m. local time", ["It is open."]),
    ("(Inaudible.)", []),
  ])
  func whatTheTranscriberPutInIsLeftOut(_ string: String, _ words: [String]) {
    #expect(parts(string).words == words)
  }

  @Test(arguments: [
    "The pier (the long one) is open.", "[W]e open the pier.", "The Harbour Board (HB) met.",
    "We open at 2:37 P.M. EDT today.", "He won by (at most) 3 votes.",
    "It grew (10%) and then (20%) more.", "Open (and shut.", "3 * 4 is 12.", "It opens at 12:30.",
    "Page 3 of 9 says so.", "With us is [senior port official].", "Hi, [redacted], it is me.",
  ])
  func whatWasSpokenStays(_ string: String) {
    #expect(parts(string).marks == [])
    #expect(parts(string).words == [string])
  }

  @Test func textThatIsNoTranscriptLosesRemarksOnly() {
    #expect(remarks("We [the board] won. (Applause.) (It rained.)") == ["(Applause.)"])
    #expect(remarks("The bill (12:34) [sic] passed.") == ["(12:34)", "[sic]"])
    #expect(remarks("It fell.\n\n2:37 P.M. EDT").isEmpty)
  }

  @Test func wordsAndMarksNeverOverlap() {
    let pieces = [
      "(", ")", "[", "]", "Laughter", ".", " ", "\n\n", "12", ":", "34", "*", "-", "#", "Page",
      "END", "P.M.", "\u{e9}", "(Applause.)", "word", "\u{a0}",
    ]
    var seed: UInt64 = 7
    for _ in 0..<2000 {
      var string = ""
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        string += pieces[Int(seed >> 33) % pieces.count]
      }
      let text = Text(string)
      let transcript = TranscriptMarks(Tokens(text))
      let marks = transcript.all(in: text.span)
      let words = transcript.words(of: text.span, without: marks)
      let all = (marks + words).sorted()
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(string)")
      #expect(all.allSatisfy { text.holds($0) && !$0.isEmpty }, "\(string)")
    }
  }
}
