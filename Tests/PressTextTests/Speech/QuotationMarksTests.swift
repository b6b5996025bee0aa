import PressModel
import PressText
import Testing

/// Straight marks, which open and close alike.
@Suite struct QuotationMarksTests {
  private func spans(_ paragraph: String) -> [String] {
    let tokens = Tokens(Text(paragraph))
    let block = Block(.paragraph, Span(0, paragraph.utf8.count))
    return QuotationMarks(tokens, blocks: [block]).spans().map { found in
      let inner = found.inner
      return tokens.text[
        Span(tokens[inner.lowerBound].span.start, tokens[inner.upperBound].span.end)]
    }
  }

  @Test func aQuotationMayStandInAQuotation() {
    #expect(
      spans("\"They call it \"the old pier\" here.\" It rained.")
        == ["They call it \"the old pier\" here."])
    // One that lost its partner ends with its block.
    #expect(spans("\"It is done. \"We go home,\" she said.").count == 1)
    #expect(
      spans("\"It is done,\" she said. \"We go home.\"") == ["It is done,", "We go home."])
  }

  @Test func theSpaceBeforeAMarkMayBeLost() {
    #expect(spans("Reed said,\"We go home.\"") == ["We go home."])
    #expect(spans("It rained, said Reed.\"We go home.\"") == ["We go home."])
    // A mark that closes, with what follows glued to it.
    #expect(spans("They do it all, \"and more.\"Then they went home.") == ["and more."])
    #expect(spans("It is 3,\"A to B and no more").isEmpty)
  }
}
