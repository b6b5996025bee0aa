/// An attribute of an element: a name, and the range of the source its value came from.
public struct HTMLAttribute: Sendable {
  let tree: HTMLTree
  let record: AttributeRecord
  let namespace: HTMLNamespace

  /// The name as a number.
  public var name: HTMLAttributeName { HTMLAttributeName(rawValue: record.name) }

  /// The bytes of the value as written, without its quotes. Empty, at the end of the name, where
  /// the attribute has none.
  public var range: Range<Int> { Int(record.valueStart)..<Int(record.valueStop) }

  /// The bytes from the name to the end of the value, without the closing quote.
  public var wholeRange: Range<Int> { Int(record.nameStart)..<Int(record.valueStop) }

  /// The pieces of the value.
  public var pieces: HTMLTextPieces { HTMLTextPieces(tree, range, .attribute) }

  /// The value, decoded.
  public var value: String {
    String(decoding: utf8, as: UTF8.self)
  }

  /// The value, decoded, as UTF-8.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    appendValue(to: &bytes)
    return bytes
  }

  /// Adds the value, decoded, as UTF-8.
  public func appendValue(to bytes: inout [UInt8]) {
    for piece in pieces { piece.append(to: &bytes, from: tree.source) }
  }
}

/// The attributes of an element, in the order of the source.
public struct HTMLAttributes: RandomAccessCollection, Sendable {
  private let tree: HTMLTree
  private let first: Int
  private let namespace: HTMLNamespace
  public let count: Int

  init(_ tree: HTMLTree, _ record: NodeRecord) {
    self.tree = tree
    namespace = record.namespace
    first = Int(Swift.max(0, record.extra))
    count = record.kind == .element ? Int(record.extent) : 0
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> HTMLAttribute {
    precondition(position >= 0 && position < count, "no attribute at this position")
    return HTMLAttribute(
      tree: tree, record: tree.attributes[first + position], namespace: namespace)
  }
}

extension HTMLTree {
  /// The attributes of an element; none for any other node.
  public func attributes(of node: HTMLNode) -> HTMLAttributes {
    HTMLAttributes(self, nodes[node.position])
  }

  /// The attribute of that name, or nil.
  public func attribute(_ name: HTMLAttributeName, of node: HTMLNode) -> HTMLAttribute? {
    let record = nodes[node.position]
    guard record.kind == .element, record.extent > 0 else { return nil }
    let first = Int(record.extra)
    for index in first..<first + Int(record.extent) where attributes[index].name == name.rawValue {
      return HTMLAttribute(tree: self, record: attributes[index], namespace: record.namespace)
    }
    return nil
  }

  /// The value of an attribute, decoded, or nil where the element has none of that name.
  public func value(of name: HTMLAttributeName, in node: HTMLNode) -> String? {
    attribute(name, of: node)?.value
  }

  /// The number of a name in this tree, in any case of letters; nil where no tag of the page and
  /// no list of known names has it.
  public func tag(named name: String) -> HTMLTag? {
    number(of: name).map { HTMLTag(rawValue: $0) }
  }

  /// The same for attributes.
  public func attributeName(_ name: String) -> HTMLAttributeName? {
    number(of: name).map { HTMLAttributeName(rawValue: $0) }
  }

  private func number(of name: String) -> UInt32? {
    let bytes = Array(name.utf8)
    let number = bytes.withUnsafeBufferPointer { names.find($0, 0, $0.count) }
    return number == 0 ? nil : number
  }
}
