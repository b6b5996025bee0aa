internal import CPressTables

/// Gradient-boosted decision trees over rows of whole numbers, from a table that was fitted
/// elsewhere.
///
/// A row goes down each tree from its root: to the left where the feature of a split is at most its
/// threshold, else to the right. The sum of the leaves is the logit of what was fitted, in
/// thousandths. All is whole numbers, so that the same row has the same score everywhere.
///
/// A table has a row `features` with their names, then each tree in pre-order after a row `tree`:
/// a split as feature, threshold, place of its right child in the tree, value; a leaf as its value.
/// The value of a split is the mean of what lies below it, by which a score is explained.
///
/// A tree has at most sixteen leaves.
public struct BoostedTrees: Sendable {
  /// The names of the features, in the order of a row.
  public private(set) var features: [String] = []
  private var trees: [[TreeNode]] = []
  private var lanes = TreeLanes([])
  /// The number of values that a row must have.
  private var width = 0

  /// The table of a name in CPressTables; without trees where there is none.
  public init(_ name: String) {
    let table = press_table_named(name)
    self.init(table: UnsafeBufferPointer(start: table.bytes, count: table.size))
  }

  init(table: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    var numbers: [Int32] = []
    while offset < table.count {
      let end = table[offset...].firstIndex(of: 0x0A) ?? table.count
      let line = table[offset..<end]
      offset = end + 1
      switch line.first {
      case nil, 0x23: continue
      case 0x66: features = Self.names(line)
      case 0x74: trees.append([])
      default:
        numbers.removeAll(keepingCapacity: true)
        Self.appendNumbers(line, to: &numbers)
        add(numbers)
      }
    }
    check()
  }

  private mutating func add(_ numbers: [Int32]) {
    guard let last = trees.indices.last else { return }
    let node =
      numbers.count == 4
      ? TreeNode(
        feature: Int(numbers[0]), threshold: numbers[1],
        right: Int(numbers[2]) - trees[last].count, value: numbers[3])
      : TreeNode(feature: 0, threshold: 0, right: 0, value: numbers.first ?? 0)
    trees[last].append(node)
    width = max(width, node.feature + 1)
  }

  /// A tree whose children would lead out of it or back is no tree: a broken table has none.
  private mutating func check() {
    guard trees.allSatisfy(isSound) else {
      (trees, width) = ([], 0)
      return
    }
    lanes = TreeLanes(trees)
  }

  private func isSound(_ tree: [TreeNode]) -> Bool {
    guard width <= features.count, tree.last?.right == 0,
      tree.count(where: { $0.right == 0 }) <= TreeLanes.mostLeaves
    else { return false }
    // In pre-order: a split's right child stands where its left one ends.
    var ends: [Int] = []
    for (index, node) in tree.enumerated() {
      if let end = ends.last, end == index { ends.removeLast() }
      guard node.right != 0 else { continue }
      guard node.right > 1, index + node.right < tree.count else { return false }
      ends.append(index + node.right)
    }
    return ends.isEmpty
  }

  /// The logits of rows that stand one behind the other, in thousandths; 0 for all where they are
  /// too short. `stride` is the number of values of a row.
  public func scores(_ rows: [Int32], stride: Int) -> [Int] {
    guard stride > 0 else { return [] }
    guard stride >= width else { return [Int](repeating: 0, count: rows.count / stride) }
    return lanes.scores(rows, stride: stride)
  }

  /// The logit of a row, in thousandths; 0 for a row that is too short.
  public func score(_ row: [Int32]) -> Int { scores(row, stride: row.count).first ?? 0 }

  /// What each feature adds to a row's score, in thousandths of a logit: over all splits on the
  /// row's way, the change of the node's value. With `base`, the sum is the score.
  public func contributions(_ row: [Int32]) -> [Int] {
    var result = [Int](repeating: 0, count: features.count)
    guard row.count >= width else { return result }
    for tree in trees {
      var index = 0
      while tree[index].right > 0 {
        let node = tree[index]
        let next = index + (row[node.feature] <= node.threshold ? 1 : node.right)
        result[node.feature] += Int(tree[next].value) - Int(node.value)
        index = next
      }
    }
    return result
  }

  /// The score before anything is known of a row.
  public var base: Int { trees.reduce(0) { $0 + Int($1[0].value) } }

  private static func names(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    line.split(separator: 0x09).dropFirst().map { String(decoding: $0, as: UTF8.self) }
  }

  private static func appendNumbers(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, to numbers: inout [Int32]
  ) {
    var number: Int32 = 0
    var isNegative = false
    for byte in line {
      switch byte {
      case 0x2D: isNegative = true
      case 0x30...0x39: number = number &* 10 &+ Int32(byte - 0x30)
      default:
        numbers.append(isNegative ? -number : number)
        (number, isNegative) = (0, false)
      }
    }
    numbers.append(isNegative ? -number : number)
  }
}

/// A split of a tree in pre-order, or a leaf.
struct TreeNode: Sendable {
  var feature: Int
  /// Values up to it go to the left, which is the next node.
  var threshold: Int32
  /// How many nodes on the right child stands; 0 for a leaf.
  var right: Int
  var value: Int32
}
