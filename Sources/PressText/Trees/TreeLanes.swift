/// Trees of at most sixteen leaves, laid out so that sixteen rows are scored at once.
///
/// A row's way down a tree need not be followed: each split that sends a row to the right rules out
/// the leaves on its left, and of the leaves that no split rules out the leftmost is the row's
/// (Lucchese et al., QuickScorer, SIGIR 2015). That is a comparison and a mask for each split,
/// without a branch, and for sixteen rows together.
struct TreeLanes: Sendable {
  private typealias Lanes = SIMD16<Int16>

  private struct Split {
    var column: UInt16
    /// Values above it go to the right.
    var limit: Int16
    /// The leaves that are left for these.
    var leaves: UInt16
  }

  /// A feature that is asked for. Where a threshold is too large for sixteen bits, its values are
  /// replaced by the number of thresholds below them, else they are cut to what sixteen bits hold.
  private struct Column {
    var feature: Int
    var ranks: [Int32]

    func value(_ value: Int32) -> Int16 {
      if ranks.isEmpty { return Int16(clamping: value) }
      var (low, high) = (0, ranks.count)
      while low < high {
        let middle = (low + high) / 2
        if ranks[middle] < value { low = middle + 1 } else { high = middle }
      }
      return Int16(clamping: low)
    }
  }

  private var columns: [Column] = []
  private var splits: [Split] = []
  /// The end of each tree's splits.
  private var ends: [Int] = []
  /// Sixteen a tree.
  private var values: [Int32] = []

  static let mostLeaves = 16

  /// Trees in pre-order; sound, and none with more leaves than there are lanes of a mask.
  init(_ trees: [[TreeNode]]) {
    var thresholds: [Int: Set<Int32>] = [:]
    for node in trees.joined() where node.right > 0 {
      thresholds[node.feature, default: []].insert(node.threshold)
    }
    columns = thresholds.sorted { $0.key < $1.key }.map { feature, thresholds in
      let sorted = thresholds.sorted()
      let fits = sorted.allSatisfy { $0 > Int32(Int16.min) && $0 < Int32(Int16.max) }
      return Column(feature: feature, ranks: fits ? [] : sorted)
    }
    let places = Dictionary(
      columns.enumerated().map { ($0.element.feature, $0.offset) }, uniquingKeysWith: { $1 })
    for tree in trees {
      var leaves: [Int32] = []
      add(tree, 0, places, &leaves)
      ends.append(splits.count)
      values += leaves + [Int32](repeating: 0, count: max(0, Self.mostLeaves - leaves.count))
    }
  }

  private mutating func add(
    _ tree: [TreeNode], _ index: Int, _ places: [Int: Int], _ leaves: inout [Int32]
  ) {
    let node = tree[index]
    guard node.right > 0, let place = places[node.feature] else {
      leaves.append(node.value)
      return
    }
    let first = leaves.count
    add(tree, index + 1, places, &leaves)
    let ruledOut = UInt16(truncatingIfNeeded: (1 << leaves.count) - (1 << first))
    splits.append(
      Split(
        column: UInt16(clamping: place), limit: columns[place].value(node.threshold),
        leaves: ~ruledOut))
    add(tree, index + node.right, places, &leaves)
  }

  /// The sum of each row's leaves, for rows that stand one behind the other and are long enough.
  func scores(_ rows: [Int32], stride: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: rows.count / stride)
    var lanes = [Lanes](repeating: Lanes(), count: columns.count)
    for start in Swift.stride(from: 0, to: scores.count, by: Lanes.scalarCount) {
      let count = min(Lanes.scalarCount, scores.count - start)
      fill(&lanes, rows, start * stride, stride, count)
      add(lanes, to: &scores, start, count)
    }
    return scores
  }

  /// A row's value of each column, in the row's lane.
  private func fill(
    _ lanes: inout [Lanes], _ rows: [Int32], _ start: Int, _ stride: Int, _ count: Int
  ) {
    rows.withUnsafeBufferPointer { rows in
      lanes.withUnsafeMutableBytes { bytes in
        let values = bytes.bindMemory(to: Int16.self)
        for (place, column) in columns.enumerated() {
          let first = place * Lanes.scalarCount
          if column.ranks.isEmpty {
            for lane in 0..<count {
              values[first + lane] = Int16(clamping: rows[start + lane * stride + column.feature])
            }
          } else {
            for lane in 0..<count {
              values[first + lane] = column.value(rows[start + lane * stride + column.feature])
            }
          }
        }
      }
    }
  }

  private func add(_ lanes: [Lanes], to scores: inout [Int], _ start: Int, _ count: Int) {
    lanes.withUnsafeBufferPointer { lanes in
      splits.withUnsafeBufferPointer { splits in
        var place = 0
        for (tree, end) in ends.enumerated() {
          var left = SIMD16<UInt16>(repeating: .max)
          while place < end {
            let split = splits[place]
            let isRight = lanes[Int(split.column)] .> Lanes(repeating: split.limit)
            left.replace(with: left & SIMD16(repeating: split.leaves), where: isRight)
            place += 1
          }
          for lane in 0..<count {
            scores[start + lane] += Int(
              values[tree * Self.mostLeaves + left[lane].trailingZeroBitCount])
          }
        }
      }
    }
  }
}
