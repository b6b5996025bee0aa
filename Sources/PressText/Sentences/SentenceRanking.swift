public import PressModel

/// A sentence with how central it is to its document.
public struct RankedSentence: Hashable, Sendable {
  public var span: Span
  /// Between 0 and 1.
  public var score: Double
}

/// Ranks sentences by how central they are: a sum of a dozen plain features, whose weights
/// `BuildTools/KeyPointWeights` fits to what people and models wrote when asked to sum up documents.
/// What is taken already counts against what repeats it.
public struct SentenceRanking {
  private let tokens: Tokens
  private let document: Document
  private let sentences: [Span]
  /// Taken off for a sentence all of whose words stand in one that is taken.
  private static let repetition = 0.2
  /// Added for the first sentence of a release, and in proportion to its place for a later one:
  /// releases say first what they are about, and the texts that the weights were fitted to hold none.
  private static let lead = 0.5
  private static let weights = SentenceWeights("key-point-weights", names: SentenceFeatures.names)

  public init(_ tokens: Tokens, document: Document, sentences: [Span]) {
    self.tokens = tokens
    self.document = document
    self.sentences = sentences
  }

  /// The sentences that stand best for the document, the most central first; of equals the first
  /// in the text.
  public func best(_ count: Int) -> [RankedSentence] {
    let candidates = self.candidates()
    let lead = leads ? Self.lead : 0
    let left = candidates.map { Self.weights.score($0.values) + lead * $0.place }
    var taken = left.map { _ in false }
    var repeated = left.map { _ in 0.0 }
    var best: [RankedSentence] = []
    while best.count < min(count, candidates.count) {
      var next: Int?
      for index in candidates.indices where !taken[index] {
        guard let known = next else {
          next = index
          continue
        }
        if left[index] - repeated[index] > left[known] - repeated[known] { next = index }
      }
      guard let next else { break }
      taken[next] = true
      let score = min(1, max(0, left[next] - repeated[next]))
      best.append(
        RankedSentence(span: candidates[next].span, score: (score * 1000).rounded() / 1000))
      for index in candidates.indices where !taken[index] {
        let share = Self.overlap(candidates[index].words, candidates[next].words)
        repeated[index] = max(repeated[index], Self.repetition * share)
      }
    }
    return best
  }

  /// Whether the document is one that opens with its news.
  private var leads: Bool {
    switch document.metadata.kind {
    case .pressRelease, .statement, .readout, .advisory: true
    default: false
    }
  }

  /// Sentences of paragraphs and lists that may stand for the document, in its order.
  package func candidates() -> [SentenceFeatures] {
    let words = DocumentWords(tokens, title: document.metadata.title)
    var found: [SentenceFeatures] = []
    var position = 0
    var lastBlock = -1
    for span in sentences {
      let block = blockIndex(at: span.start)
      let opens = block != lastBlock
      lastBlock = block
      guard isCandidate(span, block, introduces: leads && position == 0) else { continue }
      let place = SentenceFeatures.Place(position: position, opensBlock: opens)
      let features = SentenceFeatures(span, tokenRange(span), of: words, at: place)
      guard features.length >= 8, features.words.count >= 4 else { continue }
      position += 1
      found.append(features)
    }
    return found
  }

  /// Whole sentences, neither questions nor greetings nor blessings. `introduces`: whether it may be
  /// what a release says before a statement, "Ann Roe issued this statement on the pier:".
  private func isCandidate(_ span: Span, _ block: Int, introduces: Bool) -> Bool {
    let range = tokenRange(span)
    let most = introduces ? 140 : 80
    guard range.count >= 8, range.count <= most, let last = range.last else { return false }
    let type = block >= 0 ? document.blocks[block].type : .paragraph
    guard type != .heading, type != .caption, type != .tableRow else { return false }
    let end = tokens.is(last, .closeQuote) ? last - 1 : last
    if tokens.is(end, byte: 0x3F) || tokens.is(end, byte: 0x21) { return false }
    guard tokens.is(end, .stop) || introduces && tokens.is(last, .colon) else { return false }
    let isGreeting =
      tokens.is(range.lowerBound, "Thank") || tokens.is(range.lowerBound, "Good")
      || tokens.is(range.lowerBound, "Thanks")
    return !isGreeting && !range.contains { tokens.is($0, "God") && tokens.is($0 + 1, "bless") }
  }

  private func blockIndex(at offset: Int) -> Int {
    document.blocks.partitioningIndex { $0.span.start > offset } - 1
  }

  private func tokenRange(_ span: Span) -> Range<Int> {
    let start = tokens.index(at: span.start)
    return start..<max(start, tokens.index(at: span.end))
  }

  /// The share of the shorter one's words that both of two sorted lists have.
  private static func overlap(_ one: [Int32], _ two: [Int32]) -> Double {
    var (left, right, shared) = (0, 0, 0)
    while left < one.count, right < two.count {
      if one[left] == two[right] { shared += 1 }
      let (first, second) = (one[left], two[right])
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return Double(shared) / Double(max(1, min(one.count, two.count)))
  }
}

/// What a unit of each feature adds to a sentence's score.
struct SentenceWeights: Sendable {
  private let bias: Double
  private let weights: [Double]

  /// A row of the table is a name and a weight in thousandths.
  init(_ table: String, names: [String]) {
    var byName: [String: Double] = [:]
    for row in Table(table).rows where row.count > 1 {
      byName[row[0]] = (Double(row[1]) ?? 0) / 1000
    }
    bias = byName["bias"] ?? 0
    weights = names.map { byName[$0] ?? 0 }
  }

  func score(_ values: [Double]) -> Double {
    zip(weights, values).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}
