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
public struct BoostedTrees: Sendable {
  private struct Node {
    /// -1 for a leaf.
    var feature: Int32
    var threshold: Int32
    var right: Int32
    var value: Int32
  }

  /// The names of the features, in the order of a row.
  public private(set) var features: [String] = []
  private var nodes: [Node] = []
  private var roots: [Int32] = []
  /// The number of values that a row must have.
  private var width = 0

  /// The table of a name in CPressTables; without trees where there is none.
  public init(_ name: String) {
    let table = press_table_named(name)
    self.init(table: UnsafeBufferPointer(start: table.bytes, count: table.size))
  }

  init(table: UnsafeBufferPointer<UInt8>) {
    nodes.reserveCapacity(table.count / 16)
    var offset = 0
    var numbers: [Int32] = []
    while offset < table.count {
      let end = table[offset...].firstIndex(of: 0x0A) ?? table.count
      let line = table[offset..<end]
      offset = end + 1
      switch line.first {
      case nil, 0x23: continue
      case 0x66: features = Self.names(line)
      case 0x74: roots.append(Int32(nodes.count))
      default:
        numbers.removeAll(keepingCapacity: true)
        Self.appendNumbers(line, to: &numbers)
        add(numbers)
      }
    }
    check()
  }

  private mutating func add(_ numbers: [Int32]) {
    guard let root = roots.last else { return }
    if numbers.count == 4 {
      nodes.append(
        Node(
          feature: numbers[0], threshold: numbers[1], right: root &+ numbers[2], value: numbers[3]))
      width = max(width, Int(numbers[0]) + 1)
    } else {
      nodes.append(Node(feature: -1, threshold: 0, right: 0, value: numbers.first ?? 0))
    }
  }

  /// A tree whose children would lead out of it or back is no tree: a broken table has none.
  private mutating func check() {
    let isSound = nodes.indices.allSatisfy { index in
      let node = nodes[index]
      return node.feature < 0
        || Int(node.right) > index + 1 && Int(node.right) < nodes.count
          && Int(node.feature) < features.count
    }
    let endsInLeaf = nodes.last.map { $0.feature < 0 } ?? true
    let isFilled = roots.last.map { Int($0) < nodes.count } ?? true
    if isSound, endsInLeaf, isFilled { return }
    (nodes, roots, width) = ([], [], 0)
  }

  /// The logit of a row, in thousandths; 0 for a row that is too short.
  public func score(_ row: some RandomAccessCollection<Int32>) -> Int {
    let sum = row.withContiguousStorageIfAvailable { score($0) }
    return sum ?? Array(row).withUnsafeBufferPointer { score($0) }
  }

  private func score(_ row: UnsafeBufferPointer<Int32>) -> Int {
    guard row.count >= width else { return 0 }
    return nodes.withUnsafeBufferPointer { nodes in
      var sum = 0
      for root in roots {
        var index = Int(root)
        while true {
          let node = nodes[index]
          guard node.feature >= 0 else {
            sum += Int(node.value)
            break
          }
          index = row[Int(node.feature)] <= node.threshold ? index + 1 : Int(node.right)
        }
      }
      return sum
    }
  }

  /// What each feature adds to a row's score, in thousandths of a logit: over all splits on the
  /// row's way, the change of the node's value. With `base`, the sum is the score.
  public func contributions(_ row: [Int32]) -> [Int] {
    var result = [Int](repeating: 0, count: features.count)
    guard row.count >= width else { return result }
    for root in roots {
      var index = Int(root)
      while nodes[index].feature >= 0 {
        let node = nodes[index]
        let next = row[Int(node.feature)] <= node.threshold ? index + 1 : Int(node.right)
        result[Int(node.feature)] += Int(nodes[next].value) - Int(node.value)
        index = next
      }
    }
    return result
  }

  /// The score before anything is known of a row.
  public var base: Int { roots.reduce(0) { $0 + Int(nodes[Int($1)].value) } }

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
