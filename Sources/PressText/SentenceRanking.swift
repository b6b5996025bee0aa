public import PressModel

/// A sentence with how central it is to its document.
public struct RankedSentence: Hashable, Sendable {
  public var span: Span
  /// Between 0 and 1.
  public var score: Double
}

/// Ranks sentences by plain features: where they stand, how many of the document's frequent words
/// and the title's words they share, names, numbers and length.
public struct SentenceRanking {
  private let tokens: Tokens
  private let document: Document
  private let sentences: [Span]

  public init(_ tokens: Tokens, document: Document, sentences: [Span]) {
    self.tokens = tokens
    self.document = document
    self.sentences = sentences
  }

  /// The sentences of the document's paragraphs that may stand for it, the most central first; ties
  /// in the order of the text.
  public func ranked() -> [RankedSentence] {
    let counts = contentWords()
    let most = Double(max(counts.values.max() ?? 1, 1))
    let title = titleWords()
    let candidates = sentences.filter(isCandidate)
    var ranked: [RankedSentence] = []
    for (position, span) in candidates.enumerated() {
      let range = tokenRange(span)
      var weight = 0.0
      var words = 0
      var shared: Set<Int> = []
      var names = 0
      var numbers = 0
      for index in range {
        if tokens[index].kind == .number { numbers += 1 }
        guard isContent(index) else { continue }
        let key = self.key(index)
        words += 1
        weight += Double(counts[key] ?? 0) / most
        if title.contains(key) { shared.insert(key) }
        if index > range.lowerBound, tokens[index].isCapitalized { names += 1 }
      }
      guard words >= 4 else { continue }
      var score = 0.34 / Double(1 + position)
      score += 0.28 * min(1, 2 * weight / Double(words))
      if !title.isEmpty { score += 0.18 * Double(shared.count) / Double(title.count) }
      score += 0.1 * min(1, Double(names) / 6)
      score += 0.04 * min(1, Double(numbers) / 2)
      score += 0.06 * min(1, Double(words) / 14)
      ranked.append(RankedSentence(span: span, score: (score * 1000).rounded() / 1000))
    }
    return ranked.sorted { $0.score != $1.score ? $0.score > $1.score : $0.span < $1.span }
  }

  /// Whole sentences of paragraphs, neither questions nor greetings.
  private func isCandidate(_ span: Span) -> Bool {
    let range = tokenRange(span)
    guard range.count >= 8, range.count <= 80, let last = range.last else { return false }
    let type = blockType(at: span.start)
    guard type != .heading, type != .caption, type != .tableRow else { return false }
    let end = tokens.is(last, .closeQuote) ? last - 1 : last
    if tokens.is(end, byte: 0x3F) || tokens.is(end, byte: 0x21) { return false }
    guard tokens.is(end, .stop) else { return false }
    let isGreeting =
      tokens.is(range.lowerBound, "Thank") || tokens.is(range.lowerBound, "Good")
      || tokens.is(range.lowerBound, "Thanks")
    return !isGreeting
  }

  private func blockType(at offset: Int) -> BlockType? {
    var low = 0
    var high = document.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if document.blocks[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? document.blocks[low - 1].type : nil
  }

  private func tokenRange(_ span: Span) -> Range<Int> {
    let start = tokens.index(at: span.start)
    return start..<max(start, tokens.index(at: span.end))
  }

  private func isContent(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].span.count > 3
      && !tokens.is(
        index,
        [.starter, .pronoun, .determiner, .auxiliary, .preposition, .conjunction, .adverb])
  }

  private func contentWords() -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for index in tokens.indices where isContent(index) { counts[key(index), default: 0] += 1 }
    return counts
  }

  private func titleWords() -> Set<Int> {
    guard let title = document.metadata.title else { return [] }
    let other = SentenceRanking(Tokens(Text(title)), document: document, sentences: [])
    return Set(other.tokens.indices.filter(other.isContent).map(other.key))
  }

  /// A hash of the first six letters in lower case: a crude stem, the same on every run.
  private func key(_ index: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let span = tokens[index].span
    for byte in tokens.text.bytes[span.start..<min(span.end, span.start + 6)] {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }
}
