/// Which facts of one kind in two forms of a document are one fact: first those that are the same,
/// then those of the same words, then those that share the most words.
///
/// Exchanging the two sides exchanges the answer and changes nothing else.
struct FactPairing {
  private(set) var changed: [(old: PublishedFact, new: PublishedFact)] = []
  private(set) var reworded: [(old: PublishedFact, new: PublishedFact)] = []
  private(set) var gone: [PublishedFact]
  private(set) var new: [PublishedFact]

  /// Two facts are one where they share this much of their words (Dice, in thousandths).
  private static let similarity = 500
  /// A word of more facts than this tells none of them from the others.
  private static let commonWord = 64

  init(_ old: [PublishedFact], _ new: [PublishedFact]) {
    gone = old
    self.new = new
    _ = pair { $0.signature }
    changed = pair { $0.words }
    reworded = pairByWords()
  }

  private mutating func pair(
    by key: (PublishedFact) -> String
  ) -> [(old: PublishedFact, new: PublishedFact)] {
    guard !gone.isEmpty, !new.isEmpty else { return [] }
    var waiting: [String: [Int]] = [:]
    for index in new.indices.reversed() { waiting[key(new[index]), default: []].append(index) }
    var pairs: [(Int, Int)] = []
    for index in gone.indices {
      if let other = waiting[key(gone[index])]?.popLast() { pairs.append((index, other)) }
    }
    return take(pairs)
  }

  /// Takes pairs of indices out of what is left.
  private mutating func take(
    _ pairs: [(Int, Int)]
  ) -> [(old: PublishedFact, new: PublishedFact)] {
    let taken = pairs.map { (gone[$0.0], new[$0.1]) }
    let (left, right) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
    gone = gone.indices.filter { !left.contains($0) }.map { gone[$0] }
    new = new.indices.filter { !right.contains($0) }.map { new[$0] }
    return taken
  }

  private mutating func pairByWords() -> [(old: PublishedFact, new: PublishedFact)] {
    guard !gone.isEmpty, !new.isEmpty else { return [] }
    let oldWords = gone.map { Self.bag($0.words) }
    let newWords = new.map { Self.bag($0.words) }
    let (here, there) = (Self.holders(oldWords), Self.holders(newWords))
    var common: [Pair: Int] = [:]
    for (word, holders) in here where holders.count <= Self.commonWord {
      guard let others = there[word], others.count <= Self.commonWord else { continue }
      for (i, count) in holders {
        for (j, other) in others { common[Pair(old: i, new: j), default: 0] += min(count, other) }
      }
    }
    let scored = common.compactMap { pair, shared -> (pair: Pair, score: Int)? in
      let score =
        shared * 2000
        / (oldWords[pair.old].reduce(0) { $0 + $1.value }
          + newWords[pair.new].reduce(0) { $0 + $1.value })
      return score >= Self.similarity ? (pair, score) : nil
    }
    // The order of equals is the same from either side.
    let ordered = scored.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.pair < right.pair
    }
    var (used, usedThere): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(Int, Int)] = []
    for (pair, _) in ordered where !used.contains(pair.old) && !usedThere.contains(pair.new) {
      used.insert(pair.old)
      usedThere.insert(pair.new)
      pairs.append((pair.old, pair.new))
    }
    return take(pairs.sorted { $0.0 < $1.0 })
  }

  private struct Pair: Hashable, Comparable {
    var old: Int
    var new: Int

    static func < (left: Pair, right: Pair) -> Bool {
      let (sum, other) = (left.old + left.new, right.old + right.new)
      if sum != other { return sum < other }
      let (apart, otherApart) = (abs(left.old - left.new), abs(right.old - right.new))
      return apart != otherApart ? apart < otherApart : left.old < right.old
    }
  }

  /// How often each word stands in a text, capitals and marks aside.
  private static func bag(_ text: String) -> [String: Int] {
    var bag: [String: Int] = [:]
    let words = text.lowercased().utf8.split { byte in
      !(byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte))
    }
    for word in words { bag[String(decoding: word, as: UTF8.self), default: 0] += 1 }
    return bag
  }

  private static func holders(_ bags: [[String: Int]]) -> [String: [(Int, Int)]] {
    var holders: [String: [(Int, Int)]] = [:]
    for (index, bag) in bags.enumerated() {
      for (word, count) in bag { holders[word, default: []].append((index, count)) }
    }
    return holders
  }
}
