/// Moving about in a tree. No method recurses: depth is the page's to choose.
extension HTMLTree {
  /// The root. It is node 0.
  @inlinable public var document: HTMLNode { HTMLNode(index: 0) }

  /// The number of nodes, the document and nodes that were taken out of the tree included.
  @inlinable public var nodeCount: Int { nodes.count }

  /// The `html` element. Every page has one.
  public var html: HTMLNode? { child(of: document, .html) }

  /// The `head` element. A page with any content has one.
  public var head: HTMLNode? { html.flatMap { child(of: $0, .head) } }

  /// The `body` element; nil where the page has a frameset.
  public var body: HTMLNode? { html.flatMap { child(of: $0, .body) } }

  private func child(of node: HTMLNode, _ tag: HTMLTag) -> HTMLNode? {
    children(of: node).first { self.tag(of: $0) == tag }
  }

  @inlinable
  public func kind(of node: HTMLNode) -> HTMLNodeKind {
    nodes[node.position].kind
  }

  @inlinable
  public func isText(_ node: HTMLNode) -> Bool {
    nodes[node.position].kind == .text
  }

  @inlinable
  public func isElement(_ node: HTMLNode) -> Bool {
    nodes[node.position].kind == .element
  }

  /// The tag of an element, `none` for any other node.
  @inlinable
  public func tag(of node: HTMLNode) -> HTMLTag {
    HTMLTag(rawValue: nodes[node.position].name)
  }

  @inlinable
  public func namespace(of node: HTMLNode) -> HTMLNamespace {
    nodes[node.position].namespace
  }

  /// Why an element is there.
  public func origin(of node: HTMLNode) -> HTMLElementOrigin {
    let flags = nodes[node.position].flags
    return flags.contains(.implied) ? .implied : flags.contains(.repeated) ? .repeated : .written
  }

  @inlinable
  public func parent(of node: HTMLNode) -> HTMLNode? {
    HTMLNode(link: nodes[node.position].parent)
  }

  @inlinable
  public func firstChild(of node: HTMLNode) -> HTMLNode? {
    HTMLNode(link: nodes[node.position].firstChild)
  }

  @inlinable
  public func lastChild(of node: HTMLNode) -> HTMLNode? {
    HTMLNode(link: nodes[node.position].lastChild)
  }

  @inlinable
  public func nextSibling(of node: HTMLNode) -> HTMLNode? {
    HTMLNode(link: nodes[node.position].next)
  }

  @inlinable
  public func previousSibling(of node: HTMLNode) -> HTMLNode? {
    HTMLNode(link: nodes[node.position].previous)
  }

  /// The node after this one in document order, within `root` and never `root` itself.
  @inlinable
  public func next(after node: HTMLNode, within root: HTMLNode) -> HTMLNode? {
    if let child = firstChild(of: node) { return child }
    return nextSkippingChildren(of: node, within: root)
  }

  /// The node after this one and all it holds, within `root`.
  @inlinable
  public func nextSkippingChildren(of node: HTMLNode, within root: HTMLNode) -> HTMLNode? {
    var current = node
    while current != root {
      if let sibling = nextSibling(of: current) { return sibling }
      guard let parent = parent(of: current) else { return nil }
      current = parent
    }
    return nil
  }

  /// The children of a node, in order.
  @inlinable
  public func children(of node: HTMLNode) -> HTMLChildren {
    HTMLChildren(tree: self, current: nodes[node.position].firstChild)
  }

  /// All nodes below a node in document order, without the node itself. The contents of a
  /// `template` are among them.
  @inlinable
  public func descendants(of node: HTMLNode) -> HTMLDescendants {
    HTMLDescendants(tree: self, root: node, current: node)
  }

  /// The parent, its parent, and so on up to the document.
  @inlinable
  public func ancestors(of node: HTMLNode) -> HTMLAncestors {
    HTMLAncestors(tree: self, current: nodes[node.position].parent)
  }
}

/// The children of a node, in order.
public struct HTMLChildren: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: HTMLTree
  @usableFromInline var current: Int32

  @inlinable
  init(tree: HTMLTree, current: Int32) {
    self.tree = tree
    self.current = current
  }

  @inlinable
  public mutating func next() -> HTMLNode? {
    guard let node = HTMLNode(link: current) else { return nil }
    current = tree.nodes[node.position].next
    return node
  }
}

/// The nodes below a node, in document order.
public struct HTMLDescendants: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: HTMLTree
  @usableFromInline let root: HTMLNode
  @usableFromInline var current: HTMLNode?

  @inlinable
  init(tree: HTMLTree, root: HTMLNode, current: HTMLNode) {
    self.tree = tree
    self.root = root
    self.current = current
  }

  @inlinable
  public mutating func next() -> HTMLNode? {
    current = current.flatMap { tree.next(after: $0, within: root) }
    return current
  }
}

/// The nodes above a node, the nearest first.
public struct HTMLAncestors: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: HTMLTree
  @usableFromInline var current: Int32

  @inlinable
  init(tree: HTMLTree, current: Int32) {
    self.tree = tree
    self.current = current
  }

  @inlinable
  public mutating func next() -> HTMLNode? {
    guard let node = HTMLNode(link: current) else { return nil }
    current = tree.nodes[node.position].parent
    return node
  }
}
