/// A node of a tree: its position in the tree's arena.
///
/// A node is a number and means nothing without its tree. Nodes are numbered from 0 (the document)
/// in the order they were made, so an array with `HTMLTree.nodeCount` places holds something for
/// each of them. Document order is mostly the same, but not where the standard moves nodes
/// (misnested formatting, text in tables).
public struct HTMLNode: Hashable, Comparable, Sendable {
  public let index: Int32

  /// The node of that number. A tree stops the program when asked for a node it does not have.
  @inlinable
  public init(index: Int32) {
    self.index = index
  }

  /// Nil for -1, which the arena writes for "none".
  @inlinable
  init?(link: Int32) {
    guard link >= 0 else { return nil }
    self.index = link
  }

  /// The node's place in an array with one place a node.
  @inlinable public var position: Int { Int(index) }

  @inlinable
  public static func < (left: HTMLNode, right: HTMLNode) -> Bool {
    left.index < right.index
  }
}
