/// A page as a tree, by the WHATWG HTML standard's tokenization and tree construction (section 13),
/// whose every text and attribute value knows the bytes it came from.
///
/// A tree never changes and may be shared between tasks. Nodes are asked for by number:
///
///     let tree = HTMLTree.parse(bytes)
///     for node in tree.descendants(of: tree.document) where tree.tag(of: node) == .p {
///       print(tree.text(of: node))
///     }
///
/// Any bytes give a tree. Three limits keep hostile pages from asking for more time and memory
/// than their size deserves, none of which a page that is not made for that comes near: 128
/// formatting elements open at a time, a number of formatting elements repeated, and an amount of
/// work on misnested tags, both in proportion to the size of the page. Beyond the last two,
/// formatting tags are read like any others. And one rule is left out on purpose: the copy of the
/// selected `option` in a `selectedcontent` element, because no text is to stand twice in a tree.
public final class HTMLTree: Sendable {
  /// The bytes that ranges refer to: the page in UTF-8.
  public let source: [UInt8]

  /// How positions in `source` lead to positions in the file, where that was in another encoding.
  public let offsets: HTMLOffsetMap

  /// What the doctype makes of the page.
  public let quirks: HTMLQuirks

  @usableFromInline let nodes: ContiguousArray<NodeRecord>
  let attributes: ContiguousArray<AttributeRecord>
  let runs: ContiguousArray<TextRun>
  let names: NameTable
  let doctypeRecord: DoctypeRecord?

  /// The largest page, in bytes. Positions are 32 bits; what lies beyond is not read, and
  /// `isCut` says so.
  public static var sizeLimit: Int { Int(Int32.max) - 64 }

  /// The page was longer than `sizeLimit`.
  public var isCut: Bool { source.count > Self.sizeLimit }

  /// Reads a page in UTF-8. A byte order mark is skipped; ill-formed bytes stand for U+FFFD.
  ///
  /// - Parameter isScripting: read `noscript` as a browser that runs scripts does: as text.
  public static func parse(_ bytes: [UInt8], isScripting: Bool = false) -> HTMLTree {
    HTMLTree(bytes, offsets: .identity, isScripting: isScripting, context: nil)
  }

  /// Reads UTF-8 as the content of an element: the HTML fragment parsing algorithm (section 13.4).
  /// The nodes are the children of the `html` element that is the document's child.
  public static func parseFragment(
    _ bytes: [UInt8], in context: String, namespace: HTMLNamespace = .html,
    isScripting: Bool = false
  ) -> HTMLTree {
    let name = Array(context.utf8)
    let number = name.withUnsafeBufferPointer { NameTable.known.find($0, 0, $0.count) }
    let context = FragmentContext(tag: HTMLTag(rawValue: number), namespace: namespace)
    return HTMLTree(bytes, offsets: .identity, isScripting: isScripting, context: context)
  }

  init(_ bytes: [UInt8], offsets: HTMLOffsetMap, isScripting: Bool, context: FragmentContext?) {
    let parts = bytes.withUnsafeBufferPointer { whole in
      let source = UnsafeBufferPointer(rebasing: whole.prefix(Self.sizeLimit))
      let survey = SourceSurvey(source)
      let hasMark = source.starts(with: [0xEF, 0xBB, 0xBF]) && context == nil
      let lexer = Tokenizer(
        source, from: hasMark ? 3 : 0, isDirty: survey.hasNUL || !survey.isWellFormed)
      var builder = TreeBuilder(
        lexer, source: source, survey: survey, isScripting: isScripting, context: context)
      if let context { builder.begin(context) }
      builder.run()
      return builder.parts
    }
    source = bytes
    self.offsets = offsets
    quirks = parts.quirks
    nodes = parts.nodes
    attributes = parts.attributes
    runs = parts.runs
    names = parts.names
    doctypeRecord = parts.doctype
  }
}

/// What a builder leaves behind.
private struct TreeParts {
  let quirks: HTMLQuirks
  let nodes: ContiguousArray<NodeRecord>
  let attributes: ContiguousArray<AttributeRecord>
  let runs: ContiguousArray<TextRun>
  let names: NameTable
  let doctype: DoctypeRecord?
}

extension TreeBuilder {
  fileprivate var parts: TreeParts {
    TreeParts(
      quirks: quirks, nodes: nodes, attributes: lexer.attributes, runs: runs, names: lexer.names,
      doctype: doctype)
  }
}
