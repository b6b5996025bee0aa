/// What nodes say, and where in the source they say it.
extension HTMLTree {
  /// The pieces of a text or comment, in order; none for any other node.
  public func pieces(of node: HTMLNode) -> HTMLTextPieces {
    let record = nodes[node.position]
    switch record.kind {
    case .text: return HTMLTextPieces(self, record)
    case .comment:
      return HTMLTextPieces(self, Int(record.start)..<Int(record.stop), .none)
    default: return HTMLTextPieces(self, 0..<0, .none)
    }
  }

  /// The range of the source that a node came from: an element's start tag, a text from its first
  /// byte to its last, a comment's data, a doctype. Empty for an element that the source leaves
  /// out, at the place where it was needed.
  ///
  /// The range of a text may hold tags that did not end it (`a</b>c`); its pieces tell.
  public func sourceRange(of node: HTMLNode) -> Range<Int> {
    let record = nodes[node.position]
    let start = Int(record.start)
    var stop = Int(record.stop)
    if record.kind == .text, record.extent >= 0 { stop = Int(runs[Int(record.extent)].stop) }
    return start..<max(start, stop)
  }

  /// Adds the text of a text or comment, as UTF-8.
  public func appendText(of node: HTMLNode, to bytes: inout [UInt8]) {
    for piece in pieces(of: node) { piece.append(to: &bytes, from: source) }
  }

  /// The text of a text or comment; of any other node, that of all the texts below it.
  public func text(of node: HTMLNode) -> String {
    var bytes: [UInt8] = []
    switch kind(of: node) {
    case .text, .comment:
      appendText(of: node, to: &bytes)
    default:
      for descendant in descendants(of: node) where isText(descendant) {
        appendText(of: descendant, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The doctype's name, public and system identifiers; nil where the page has no doctype.
  public var doctype: HTMLDoctype? {
    guard let record = doctypeRecord else { return nil }
    return HTMLDoctype(
      name: record.name.map { string($0, lowers: true) } ?? "",
      publicID: record.publicID.map { string($0) },
      systemID: record.systemID.map { string($0) })
  }

  func string(_ range: Range<Int>, lowers: Bool = false) -> String {
    var bytes: [UInt8] = []
    for piece in HTMLTextPieces(self, range, .none) { piece.append(to: &bytes, from: source) }
    return String(decoding: lowers ? bytes.map { Byte.lowered($0) } : bytes, as: UTF8.self)
  }
}

/// What a doctype says.
public struct HTMLDoctype: Hashable, Sendable {
  public let name: String
  public let publicID: String?
  public let systemID: String?
}

/// The pieces of a text or value, read from the source as they are asked for.
public struct HTMLTextPieces: Sequence, IteratorProtocol, Sendable {
  private let tree: HTMLTree
  private var range: Range<Int>
  private var references: PieceReader.References
  /// The next run of a text, or -1.
  private var nextRun: Int32
  private var pending: HTMLTextPiece?

  init(_ tree: HTMLTree, _ range: Range<Int>, _ references: PieceReader.References) {
    self.tree = tree
    self.range = range
    self.references = references
    nextRun = -1
  }

  init(_ tree: HTMLTree, _ record: NodeRecord) {
    self.tree = tree
    range = Int(record.start)..<Int(record.stop)
    references = record.flags.contains(.literal) ? .none : .text
    nextRun = record.extent < 0 ? -1 : record.extra
  }

  public mutating func next() -> HTMLTextPiece? {
    if let piece = pending {
      pending = nil
      return piece
    }
    while range.isEmpty {
      guard nextRun >= 0 else { return nil }
      let run = tree.runs[Int(nextRun)]
      range = Int(run.start)..<Int(run.stop)
      references = run.isLiteral ? .none : .text
      nextRun = run.next
    }
    return tree.source.withUnsafeBufferPointer { source in
      var reader = PieceReader(source, range.lowerBound, range.upperBound, references: references)
      guard let piece = reader.next() else { return nil }
      pending = reader.pending
      range = (pending?.stop ?? piece.stop)..<range.upperBound
      return piece
    }
  }
}
