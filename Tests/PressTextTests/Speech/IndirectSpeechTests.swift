import PressModel
import PressText
import Testing

@Suite struct IndirectSpeechTests {
  private func clauses(_ paragraph: String, outside quoted: [Span] = []) -> [String] {
    let tokens = Tokens(Text(paragraph))
    let block = Block(.paragraph, Span(0, paragraph.utf8.count))
    return IndirectSpeech(tokens, blocks: [block]).clauses(minWords: 3, outside: quoted).map {
      let source = $0.attribution.source
      let words = Span(tokens[source.lowerBound].span.start, tokens[source.upperBound].span.end)
      return "\(tokens.text[words])|\(tokens.text[$0.span])"
    }
  }

  @Test func aSourceAVerbAndThat() {
    #expect(
      clauses("Reed stressed that the pier is safe. It rained.") == ["Reed|the pier is safe"])
    #expect(
      clauses("The mayor told the council that the pier, the U.S. one, is safe.")
        == ["The mayor|the pier, the U.S. one, is safe"])
  }

  @Test func whatNobodySaid() {
    #expect(clauses("Reed did not say that the pier is safe.").isEmpty)
    #expect(clauses("The light that warns ships is out.").isEmpty)
    #expect(clauses("Reed said that it is so.", outside: [Span(15, 23)]).isEmpty)
    #expect(clauses("Having said that, the pier is safe.").isEmpty)
    #expect(clauses("Reed answered claims that have been made for years.").isEmpty)
    #expect(clauses("said that").isEmpty)
    #expect(clauses("that").isEmpty)
  }

  @Test(
    arguments: [
      ("Reed told the council that the pier is safe.", "Reed|the pier is safe"),
      ("Reed said on Tuesday that the pier is safe.", "Reed|the pier is safe"),
      ("Reed said repeatedly that the pier is safe.", "Reed|the pier is safe"),
      ("Reed admitted to reporters that the pier is wet.", "Reed|the pier is wet"),
    ])
  func wordsMayStandBeforeThat(_ paragraph: String, _ expected: String) {
    #expect(clauses(paragraph) == [expected])
  }

  /// "That" as a pronoun, or as the subject of its clause.
  @Test(
    arguments: [
      "Reed asked about that pier of ours again.",
      "Reed said ships that the port has lost are safe.",
      "Reed said in a film that showed the old pier.",
      "Reed urges the states to ensure that the pier is safe.",
    ])
  func thatMayOpenNoSpeech(_ paragraph: String) {
    #expect(clauses(paragraph).isEmpty)
  }
}
