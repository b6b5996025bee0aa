import PressModel
import PressText
import Testing

/// Arbitrary text must neither trap nor give a span outside of it.
@Suite struct RobustnessTests {
  /// Numbers from a seed, the same on every run (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    "November", "14", "-", "17", ",", "2007", "$", "7.9", "million", "US", "Rs", ".", "said", "he",
    "\u{201C}", "\u{201D}", "\"", "'", "Reed", "to", "and", "a", "half", "1/2",
    "99999999999999999999",
    "percent", "the", "last", "next", "week", "Friday", "today", "Q", "A", "MR.", "REED:", ":", "?",
    "!", "...", "\n", "\n\n", "(", ")", "\u{2014}", "9/11", "1990s", "'", "s", "years", "ago", "is",
    "five", "hundred", "between", "\u{20AC}", "%", "km", "5th", "of", "May", "00/00/00", "XXXX",
    "according", "\u{FFFD}", "\u{1F600}", "\u{E9}", "U.S.", "No.", "trillion", "2100", "fiscal",
  ]

  @Test(arguments: 0..<40) func everySpanLiesInTheText(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    var string = ""
    for _ in 0..<400 {
      string += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      if random.next() % 4 > 0 { string += " " }
    }
    let text = Text(string)
    let tokens = Tokens(text)
    var blocks: [Block] = []
    var start = 0
    while start < text.count {
      let end = min(text.count, start + 200)
      var span = Span(start, end)
      while !text.holds(span), span.end < text.count { span.end += 1 }
      blocks.append(Block(.paragraph, span))
      start = span.end
    }
    let document = Document(
      id: "d", source: SourceReference(mediaType: "text/plain", sha256: "", bytes: 0),
      reader: "plain-text", text: text, map: SourceMap(), blocks: blocks)
    let splitter = SentenceSplitter(tokens)
    let sentences = blocks.flatMap { splitter.sentences(in: $0.span) }
    var spans = sentences
    let dates = DateGrammar(tokens).matches()
    let resolver = DateResolver(document, matches: dates)
    for date in resolver.resolve(dates, in: document.text) { #expect(!date.value.isEmpty) }
    spans += dates.map(\.span)
    spans += MoneyGrammar(tokens).sums().map(\.span)
    spans += MeasureGrammar(tokens).measures().map(\.span)
    spans += QuoteAttributor(tokens, blocks: blocks).quotes(minWords: 1).map(\.span)
    spans += TurnLabels(tokens).labels().map(\.span)
    let ranking = SentenceRanking(tokens, document: document, sentences: sentences)
    spans += ranking.best(100).map(\.span)
    for span in spans { #expect(text.holds(span) && !span.isEmpty) }
  }
}
