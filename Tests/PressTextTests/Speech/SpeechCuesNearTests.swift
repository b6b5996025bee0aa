import PressModel
import PressText
import Testing

/// Who speaks where no verb of speech stands beside the quotation.
@Suite struct SpeechCuesNearTests {
  /// Each quotation as "source|cue|words".
  private func quotes(_ paragraphs: String...) -> [String] {
    var string = ""
    var blocks: [Block] = []
    for paragraph in paragraphs {
      if !string.isEmpty { string += "\n\n" }
      let start = string.utf8.count
      string += paragraph
      blocks.append(Block(.paragraph, Span(start, string.utf8.count)))
    }
    let tokens = Tokens(Text(string))
    func words(_ range: ClosedRange<Int>?) -> String {
      range.map {
        tokens.text[Span(tokens[$0.lowerBound].span.start, tokens[$0.upperBound].span.end)]
      } ?? "-"
    }
    return QuoteAttributor(tokens, blocks: blocks).quotes(minWords: 4).map { quote in
      "\(words(quote.attribution?.source))|\(words(quote.attribution?.cue))|"
        + tokens.text[quote.span]
    }
  }

  @Test(
    arguments: [
      // The sentence before tells what somebody said.
      ("Olsen may wait for the report, Reed said. \"The pier is old and wet.\"", "Reed|said"),
      ("Olsen may wait, said Mayor Ann Reed. \"The pier is old and wet.\"", "Mayor Ann Reed|said"),
      ("Reed noted that Olsen waits. \"The pier is old and wet.\"", "Reed|noted"),
      // Any verb that leads to the comma.
      ("In Oslo, Reed once serenaded us, \"The pier is old and wet.\"", "Reed|serenaded"),
      ("As Ann Reed used to say, \"The pier is old and wet.\"", "Ann Reed|say"),
      ("Reed had this to say, \"The pier is old and wet.\"", "Reed|say"),
      // Whose words they are.
      ("In the words of Ann Reed, \"the pier is as old and wet as we are\".", "Ann Reed|words"),
      // A name and an office, and nothing more.
      (
        "Ann Reed, Mayor of Oslo, \"The pier is old and wet, and we are not.\"",
        "Ann Reed|Ann Reed"
      ),
      ("\"The pier is old and wet,\" Ann Reed, Mayor of Oslo.", "Ann Reed|Ann Reed"),
      (
        "\"The pier is old,\" said Pier Board Chair & CEO Ann Reed.",
        "Pier Board Chair & CEO Ann Reed|said"
      ),
      ("\"The pier is old,\" Reed's business manager said.", "Reed's business manager|said"),
    ])
  func whoSpeaks(_ paragraph: String, _ expected: String) {
    #expect(
      quotes(paragraph).map { $0.split(separator: "|").prefix(2).joined(separator: "|") } == [
        expected
      ])
  }

  @Test(
    arguments: [
      // Somebody who is named and says nothing.
      "Olsen did not want that. \"The pier is old and wet.\"",
      "Reed is at the old pier, by and by, \"The pier is old and wet.\"",
      "On the old pier of Ann Reed: \"The pier is old and wet.\"",
      "On the list are Reed, Olsen and so on, \"The pier is old and wet, and we are not.\"",
    ])
  func whoIsOnlyNamed(_ paragraph: String) {
    #expect(quotes(paragraph).allSatisfy { $0.hasPrefix("-|-|") })
  }

  @Test(
    arguments: [
      ("Rep. Ann Reed's Statement on the Old Pier", "Rep. Ann Reed's|Statement"),
      ("Rep. Ann Reed Statement on the Old Pier", "Rep. Ann Reed|Statement"),
      ("Statement by Mayor Ann Reed", "Mayor Ann Reed|Statement"),
      ("SEN. REED ISSUES STATEMENT ON THE OLD PIER", "SEN. REED|STATEMENT"),
      ("Sen. Reed Comments on the Old Pier", "Sen. Reed|Comments"),
      ("Mayor Reed's prepared remarks are below.", "Mayor Reed's|remarks"),
      ("The following is Mayor Reed's full statement:", "Mayor Reed's|statement"),
      (
        "Mayor Ann Reed issued the following reaction.",
        "Mayor Ann Reed|issued the following reaction"
      ),
      ("Mayor Ann Reed delivered remarks today in Oslo.", "Mayor Ann Reed|delivered remarks"),
      // Nobody is said to speak.
      ("Joint Statement on the Old Pier", "-|-"),
      ("Reed, Olsen Statement on the Old Pier", "-|-"),
      ("Mayor Reed Opens the Old Pier", "-|-"),
      ("Reed came late to comments on the pier", "-|-"),
    ])
  func theLineBefore(_ heading: String, _ expected: String) {
    #expect(
      quotes(heading, "\"The pier is old and wet.\"") == [expected + "|The pier is old and wet."])
  }

  @Test func aParagraphOfSpeechGoesOn() {
    let next = "\"Nobody was hurt in the storm.\""
    func second(_ first: String, _ second: String = next) -> String? {
      quotes(first, second).last?.split(separator: "|").first.map(String.init)
    }
    #expect(second("\"It is done for now,\" said Ann Reed, Mayor of the U.S. port.") == "Ann Reed")
    // A sentence of somebody else in between, a signature, a signature behind.
    #expect(
      second("\"It is done for now,\" Reed said. Then came a letter that we read aloud.") == "-")
    #expect(second("\"It is done for now.\" \u{2013} Ann Reed") == "-")
    #expect(second("\"It is done for now,\" said Reed.", next + " -- A pilot of the port") == "-")
  }
}
