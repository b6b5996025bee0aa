/// The elements that two sequences have in common, in an order that both have.
///
/// Short stretches are aligned by their longest common subsequence; long ones are first cut at the
/// elements that stand once in each (patience diff, Bram Cohen), so that the time stays near
/// linear. A long stretch without such elements is taken as different.
struct SequenceAlignment {
  private struct Gap {
    var old: Range<Int>
    var new: Range<Int>
    var depth: Int
  }

  /// Cells of a table of the longest common subsequence that are always, and at most, filled.
  private static let smallTable = 1 << 16
  private static let largeTable = 1 << 22
  private static let depthLimit = 32

  private let old: [Int]
  private let new: [Int]
  private(set) var pairs: [(old: Int, new: Int)] = []

  /// `old` and `new`: numbers that are equal where the elements are.
  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    var gaps = [Gap(old: old.indices, new: new.indices, depth: 0)]
    while let gap = gaps.popLast() { align(gap, &gaps) }
    pairs.sort { $0.old < $1.old }
  }

  private mutating func align(_ gap: Gap, _ gaps: inout [Gap]) {
    var gap = gap
    while let i = gap.old.first, let j = gap.new.first, old[i] == new[j] {
      pairs.append((i, j))
      gap.old = i + 1..<gap.old.upperBound
      gap.new = j + 1..<gap.new.upperBound
    }
    while let i = gap.old.last, let j = gap.new.last, old[i] == new[j] {
      pairs.append((i, j))
      gap.old = gap.old.lowerBound..<i
      gap.new = gap.new.lowerBound..<j
    }
    guard !gap.old.isEmpty, !gap.new.isEmpty else { return }
    let (cells, isOver) = gap.old.count.multipliedReportingOverflow(by: gap.new.count)
    let size = isOver ? Int.max : cells
    if size <= Self.smallTable { return alignByTable(gap) }
    let anchors = gap.depth < Self.depthLimit ? anchors(in: gap) : []
    guard !anchors.isEmpty else {
      if size <= Self.largeTable { alignByTable(gap) }
      return
    }
    pairs += anchors
    var start = (old: gap.old.lowerBound, new: gap.new.lowerBound)
    for anchor in anchors + [(gap.old.upperBound, gap.new.upperBound)] {
      gaps.append(
        Gap(old: start.old..<anchor.old, new: start.new..<anchor.new, depth: gap.depth + 1))
      start = (min(anchor.old + 1, gap.old.upperBound), min(anchor.new + 1, gap.new.upperBound))
    }
  }

  /// The most elements that stand once in both stretches and are in order: the longest increasing
  /// subsequence of their places.
  private func anchors(in gap: Gap) -> [(old: Int, new: Int)] {
    let there = places(new, gap.new)
    let here = places(old, gap.old)
    var candidates: [(old: Int, new: Int)] = []
    for i in gap.old where here[old[i]] == i {
      if let j = there[old[i]], j >= 0 { candidates.append((i, j)) }
    }
    // `tails[k]` ends the best run of k + 1; `before` leads back along it.
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: candidates.count)
    for index in candidates.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if candidates[tails[middle]].new < candidates[index].new {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [(old: Int, new: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(candidates[index])
      index = before[index]
    }
    return chain.reversed()
  }

  /// Where each element of a stretch stands; -1 for those that stand there more than once.
  private func places(_ elements: [Int], _ range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for index in range { places[elements[index]] = places[elements[index]] == nil ? index : -1 }
    return places
  }

  private mutating func alignByTable(_ gap: Gap) {
    let width = gap.new.count + 1
    var table = [Int32](repeating: 0, count: (gap.old.count + 1) * width)
    for i in gap.old.indices.reversed() {
      let row = (i - gap.old.lowerBound) * width
      for j in gap.new.indices.reversed() {
        let cell = row + j - gap.new.lowerBound
        table[cell] =
          old[i] == new[j]
          ? table[cell + width + 1] + 1 : max(table[cell + width], table[cell + 1])
      }
    }
    var (i, j) = (gap.old.lowerBound, gap.new.lowerBound)
    while i < gap.old.upperBound, j < gap.new.upperBound {
      let cell = (i - gap.old.lowerBound) * width + j - gap.new.lowerBound
      if old[i] == new[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if table[cell + width] >= table[cell + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
