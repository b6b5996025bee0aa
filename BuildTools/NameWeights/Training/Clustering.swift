import PressModel
import PressText

/// Puts words that stand in like places into clusters: the exchange algorithm over pairs of
/// neighbours (Kneser and Ney, 1993; Martin, Liermann and Ney, 1998).
///
/// Each word in turn, the most frequent first, goes to the cluster in which the pairs of clusters of
/// the text become most probable, until few words move.
public struct Clustering {
  static let clusters = 128
  static let rounds = 8
  /// Words that occur less often have no cluster.
  static let leastCount = 12
  private static let classes = clusters + 2

  private var words: [UInt64] = []
  private var cluster: [Int] = []
  private var next: [[(word: Int, count: Double)]] = []
  private var last: [[(word: Int, count: Double)]] = []
  private var totals: [Double] = []
  private var pairs = [Double](repeating: 0, count: classes * classes)
  private var sizes = [Double](repeating: 0, count: classes)

  /// - Parameter keys: of the words in order, 0 at the ends of lines and 1 for words that shall count
  ///   for rare.
  public init(_ keys: [UInt64]) {
    var counts: [UInt64: Int] = [:]
    for key in keys where key > 1 { counts[key, default: 0] += 1 }
    words = counts.filter { $0.value >= Clustering.leastCount }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.map(\.key)
    var numbers: [UInt64: Int] = [:]
    for (number, key) in words.enumerated() { numbers[key] = number }
    // Two classes of their own: the end of a line, and rare words.
    let end = words.count
    let rare = words.count + 1
    numbers[0] = end
    cluster = (0..<words.count).map { $0 % Clustering.clusters }
    cluster += [Clustering.clusters, Clustering.clusters + 1]
    count(keys, numbers, rare)
  }

  private mutating func count(_ keys: [UInt64], _ numbers: [UInt64: Int], _ rare: Int) {
    var found: [UInt64] = []
    found.reserveCapacity(keys.count)
    var before = rare - 1
    for key in keys {
      let word = numbers[key] ?? rare
      found.append(UInt64(before) << 32 | UInt64(word))
      before = word
    }
    found.sort()
    next = .init(repeating: [], count: rare + 1)
    last = next
    totals = .init(repeating: 0, count: rare + 1)
    var start = 0
    while start < found.count {
      var end = start
      while end < found.count, found[end] == found[start] { end += 1 }
      let (first, second) = (Int(found[start] >> 32), Int(found[start] & 0xFFFF_FFFF))
      let count = Double(end - start)
      next[first].append((second, count))
      last[second].append((first, count))
      totals[first] += count
      pairs[cluster[first] * Clustering.classes + cluster[second]] += count
      start = end
    }
    for word in totals.indices { sizes[cluster[word]] += totals[word] }
  }

  public mutating func run() {
    var neighbours = Neighbours()
    for _ in 0..<Clustering.rounds {
      for word in words.indices { exchange(word, &neighbours) }
    }
  }

  /// How often each cluster stands behind and before one word.
  private struct Neighbours {
    var next = [Double](repeating: 0, count: classes)
    var last = [Double](repeating: 0, count: classes)
    var nextClusters: [Int] = []
    var lastClusters: [Int] = []
    var own = 0.0
  }

  private mutating func exchange(_ word: Int, _ neighbours: inout Neighbours) {
    let classes = Clustering.classes
    neighbours = Neighbours()
    for (other, count) in next[word] {
      if other == word {
        neighbours.own = count
        continue
      }
      if neighbours.next[cluster[other]] == 0 { neighbours.nextClusters.append(cluster[other]) }
      neighbours.next[cluster[other]] += count
    }
    for (other, count) in last[word] where other != word {
      if neighbours.last[cluster[other]] == 0 { neighbours.lastClusters.append(cluster[other]) }
      neighbours.last[cluster[other]] += count
    }
    add(word, to: cluster[word], -1, neighbours)
    var best = -Double.infinity
    var choice = cluster[word]
    for candidate in 0..<Clustering.clusters {
      var gain =
        2 * (surprise(sizes[candidate]) - surprise(sizes[candidate] + totals[word]))
      for other in neighbours.nextClusters where other != candidate {
        let pair = pairs[candidate * classes + other]
        gain += surprise(pair + neighbours.next[other]) - surprise(pair)
      }
      for other in neighbours.lastClusters where other != candidate {
        let pair = pairs[other * classes + candidate]
        gain += surprise(pair + neighbours.last[other]) - surprise(pair)
      }
      let own = neighbours.next[candidate] + neighbours.last[candidate] + neighbours.own
      if own > 0 {
        let pair = pairs[candidate * classes + candidate]
        gain += surprise(pair + own) - surprise(pair)
      }
      if gain > best + 1e-9 {
        best = gain
        choice = candidate
      }
    }
    cluster[word] = choice
    add(word, to: choice, 1, neighbours)
  }

  private mutating func add(
    _ word: Int, to cluster: Int, _ sign: Double, _ neighbours: Neighbours
  ) {
    let classes = Clustering.classes
    for other in neighbours.nextClusters {
      pairs[cluster * classes + other] += sign * neighbours.next[other]
    }
    for other in neighbours.lastClusters {
      pairs[other * classes + cluster] += sign * neighbours.last[other]
    }
    pairs[cluster * classes + cluster] += sign * neighbours.own
    sizes[cluster] += sign * totals[word]
  }

  /// A count times its logarithm.
  @inline(__always)
  private func surprise(_ count: Double) -> Double { count > 0 ? count * logarithm(count) : 0 }

  /// The bytes of the file of clusters.
  public func file() -> [UInt8] {
    var slots = 1024
    while slots * 3 < words.count * 4 { slots *= 2 }
    var checks = [UInt32](repeating: 0, count: slots)
    var clusters = [UInt8](repeating: 0, count: slots)
    for (number, key) in words.enumerated() where key > 4096 {
      let (check, first) = WordClusters.place(key, slots)
      var slot = first
      while checks[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      checks[slot] = check
      clusters[slot] = UInt8(cluster[number])
    }
    return ModelHead.bytes(
      "presswork name-clusters version=\(WordClusters.version) clusters=\(Clustering.clusters) "
        + "slots=\(slots)")
      + checks.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
      + clusters
  }
}
