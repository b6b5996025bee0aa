public import PressModel

/// What was changed between two texts of one document: which sentences went, came or were changed,
/// and the words that were changed in these.
///
///     let redline = Redline(from: last, to: document)
///     for change in redline.changes { ... }
public struct Redline: Hashable, Sendable {
  /// A sentence that is not as it was.
  public struct Change: Hashable, Sendable {
    /// The sentence in the old text; nil for one that came.
    public var old: Mention?
    /// The sentence in the new text; nil for one that went.
    public var new: Mention?
    /// The words of both in the order in which a redline shows them.
    public var pieces: [Piece]
  }

  /// A run of words.
  public struct Piece: Hashable, Sendable {
    public enum Kind: String, Sendable { case same, removed, added }

    public var kind: Kind
    /// In the old text for `removed`, else in the new one.
    public var mention: Mention
    /// Whether white space parts it from the piece before it.
    public var spaceBefore: Bool
  }

  /// In the order of the texts.
  public private(set) var changes: [Change] = []
  /// The number of sentences that both texts have.
  public private(set) var unchanged = 0

  /// Two sentences are one that was changed where they share this much of their words (Dice).
  private static let similarity = 500
  /// The most pairs of sentences that are compared by their words in one stretch.
  private static let pairLimit = 1 << 18

  private let old: RedlineSide
  private let new: RedlineSide

  /// `blocks`: the stretches that sentences must not cross; none for the whole text.
  public init(from old: Text, blocks oldBlocks: [Span], to new: Text, blocks newBlocks: [Span]) {
    var numbering = RedlineNumbering()
    self.old = RedlineSide(old, blocks: oldBlocks, &numbering)
    self.new = RedlineSide(new, blocks: newBlocks, &numbering)
    compare()
  }

  public init(from old: Document, to new: Document) {
    self.init(
      from: old.text, blocks: old.blocks.map(\.span), to: new.text, blocks: new.blocks.map(\.span))
  }

  private mutating func compare() {
    let pairs = SequenceAlignment(old.numbers, new.numbers).pairs
    unchanged = pairs.count
    var start = (old: 0, new: 0)
    for pair in pairs + [(old.sentences.count, new.sentences.count)] {
      add(old: start.old..<pair.old, new: start.new..<pair.new)
      start = (pair.old + 1, pair.new + 1)
    }
  }

  /// A stretch of which no sentence is in both texts.
  private mutating func add(old range: Range<Int>, new other: Range<Int>) {
    var (i, j) = (range.lowerBound, other.lowerBound)
    for pair in pairs(range, other) + [(range.upperBound, other.upperBound)] {
      for index in i..<pair.0 { changes.append(change(old.sentences[index], nil)) }
      for index in j..<pair.1 { changes.append(change(nil, new.sentences[index])) }
      guard pair.0 < range.upperBound, pair.1 < other.upperBound else { break }
      changes.append(change(old.sentences[pair.0], new.sentences[pair.1]))
      (i, j) = (pair.0 + 1, pair.1 + 1)
    }
  }

  /// The sentences that are each other's changed forms: of all pairings in order, the one that
  /// shares the most words.
  private func pairs(_ range: Range<Int>, _ other: Range<Int>) -> [(Int, Int)] {
    let (cells, isOver) = range.count.multipliedReportingOverflow(by: other.count)
    guard cells > 0, !isOver, cells <= Self.pairLimit else { return [] }
    let oldBags = range.map { old.bag(old.sentences[$0]) }
    let newBags = other.map { new.bag(new.sentences[$0]) }
    let width = newBags.count + 1
    var gains = [Int](repeating: 0, count: cells)
    var table = [Int](repeating: 0, count: (oldBags.count + 1) * width)
    for i in oldBags.indices.reversed() {
      for j in newBags.indices.reversed() {
        let gain = Self.likeness(oldBags[i], newBags[j])
        gains[i * newBags.count + j] = gain >= Self.similarity ? gain : 0
        let cell = i * width + j
        let joined = gain >= Self.similarity ? table[cell + width + 1] + gain : 0
        table[cell] = max(joined, table[cell + width], table[cell + 1])
      }
    }
    var found: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < oldBags.count, j < newBags.count {
      let cell = i * width + j
      let gain = gains[i * newBags.count + j]
      if gain > 0, table[cell] == table[cell + width + 1] + gain {
        found.append((range.lowerBound + i, other.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if table[cell] == table[cell + width] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// The share of common words in thousandths; both lists in order.
  private static func likeness(_ left: [Int], _ right: [Int]) -> Int {
    let all = left.count + right.count
    // The shorter one bounds what can be shared.
    guard all > 0, min(left.count, right.count) * 2000 >= similarity * all else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common * 2000 / all
  }

  // MARK: - Words

  private func change(_ old: Span?, _ new: Span?) -> Change {
    let oldTokens = old.map(self.old.range) ?? 0..<0
    let newTokens = new.map(self.new.range) ?? 0..<0
    let pairs = SequenceAlignment(
      oldTokens.map { self.old.words[$0] }, newTokens.map { self.new.words[$0] }
    ).pairs
    var pieces: [Piece] = []
    func append(_ kind: Piece.Kind, _ range: Range<Int>) {
      let tokens = kind == .removed ? self.old.tokens : self.new.tokens
      guard let first = range.first, let last = range.last else { return }
      let span = Span(tokens[first].span.start, tokens[last].span.end)
      pieces.append(
        Piece(
          kind: kind, mention: tokens.text.mention(span), spaceBefore: tokens[first].spaceBefore))
    }
    var start = (old: oldTokens.lowerBound, new: newTokens.lowerBound)
    var index = 0
    while true {
      let isEnd = index == pairs.count
      let oldEnd = isEnd ? oldTokens.upperBound : oldTokens.lowerBound + pairs[index].old
      let newEnd = isEnd ? newTokens.upperBound : newTokens.lowerBound + pairs[index].new
      append(.removed, start.old..<oldEnd)
      append(.added, start.new..<newEnd)
      guard !isEnd else { break }
      // As many words as both go on with.
      var count = 1
      while index + count < pairs.count, pairs[index + count].old == pairs[index].old + count,
        pairs[index + count].new == pairs[index].new + count
      {
        count += 1
      }
      append(.same, newEnd..<newEnd + count)
      start = (oldEnd + count, newEnd + count)
      index += count
    }
    return Change(
      old: old.map(self.old.tokens.text.mention), new: new.map(self.new.tokens.text.mention),
      pieces: pieces)
  }

  public static func == (left: Redline, right: Redline) -> Bool {
    left.changes == right.changes && left.unchanged == right.unchanged
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(changes)
    hasher.combine(unchanged)
  }
}
