import PressHTML
import PressModel
import PressText

/// A stretch of a page that shows as a block: its text nodes, and where in the tree it stands.
struct HTMLBlock {
  enum Item {
    case text(HTMLNode)
    case lineBreak(HTMLNode)
  }

  var type: BlockType
  var level: Int?
  /// The element that holds it.
  var element: HTMLNode
  var items: [Item] = []
  /// Where its words stand in `HTMLBlocks.bytes`.
  var span = Span(0, 0)
  /// Bytes of its words that stand in links.
  var linked = 0
}

/// A page's blocks in the order of the document, with their words one block a line, so that the
/// tools for page dumps read them too. Scripts, forms' fields and what is hidden are left out.
struct HTMLBlocks {
  let tree: HTMLTree
  private(set) var blocks: [HTMLBlock] = []
  private(set) var bytes: [UInt8] = []

  private var open: HTMLBlock?
  /// Rows of tables that hold blocks: their cells stand for themselves.
  private var layoutRows: Set<HTMLNode> = []
  private var links = 0
  private var lists = 0
  private let withHidden: Bool

  /// The blocks that a page shows. A page that shows next to nothing before its scripts have run
  /// is read with what it hides.
  static func shown(_ tree: HTMLTree) -> HTMLBlocks {
    let blocks = HTMLBlocks(tree, withHidden: false)
    guard blocks.bytes.count < 2000 else { return blocks }
    let all = HTMLBlocks(tree, withHidden: true)
    return all.bytes.count > 2 * blocks.bytes.count ? all : blocks
  }

  private init(_ tree: HTMLTree, withHidden: Bool) {
    self.tree = tree
    self.withHidden = withHidden
    findLayoutRows()
    guard let body = tree.body else { return }
    var node: HTMLNode? = body
    while let current = node {
      let isOpen = enter(current)
      if isOpen, let child = tree.firstChild(of: current) {
        node = child
        continue
      }
      var last = current
      if isOpen { leave(last) }
      while last != body, tree.nextSibling(of: last) == nil, let parent = tree.parent(of: last) {
        last = parent
        leave(last)
      }
      node = last == body ? nil : tree.nextSibling(of: last)
    }
    close()
  }

  /// The bytes of the source from a block's first text to its last, markup between them included.
  func source(of block: HTMLBlock) -> Span {
    let ranges = block.items.map { item in
      switch item {
      case .text(let node), .lineBreak(let node): tree.sourceRange(of: node)
      }
    }
    guard let first = ranges.first, let last = ranges.last else { return Span(0, 0) }
    let end = max(first.lowerBound, last.upperBound)
    return Span(tree.offsets.originalRange(of: first.lowerBound..<end))
  }

  /// The words of a block as the tools for lines take them.
  var lines: [TextLine] {
    blocks.map { block in
      let isTight = block.type == .listItem || block.type == .tableRow
      return TextLine(span: block.span, indent: 0, blanksBefore: isTight ? 0 : 1)
    }
  }

  private mutating func findLayoutRows() {
    var seen: Set<HTMLNode> = []
    for node in tree.descendants(of: tree.document) {
      guard Self.isBlock(tree.tag(of: node)), !Self.isCell(tree.tag(of: node)) else { continue }
      var parent = tree.parent(of: node)
      while let current = parent, seen.insert(current).inserted {
        if tree.tag(of: current) == .tr { layoutRows.insert(current) }
        parent = tree.parent(of: current)
      }
    }
  }

  /// Whether what stands below a node is to be read.
  private mutating func enter(_ node: HTMLNode) -> Bool {
    if tree.isText(node) {
      add(.text(node))
      return false
    }
    guard tree.isElement(node) else { return false }
    let tag = tree.tag(of: node)
    guard !Self.isLeftOut(tag), !isHidden(node) else { return false }
    if tag == .br {
      if open?.items.isEmpty == false { open?.items.append(.lineBreak(node)) }
      return false
    }
    if tag == .hr { close() }
    if tag == .a { links += 1 }
    if tag == .ul || tag == .ol { lists += 1 }
    if startsBlock(node, tag) { begin(node, tag) }
    return true
  }

  private mutating func leave(_ node: HTMLNode) {
    guard tree.isElement(node) else { return }
    let tag = tree.tag(of: node)
    if tag == .a { links = max(0, links - 1) }
    if tag == .ul || tag == .ol { lists = max(0, lists - 1) }
    if startsBlock(node, tag) { close() }
  }

  private func startsBlock(_ node: HTMLNode, _ tag: HTMLTag) -> Bool {
    if Self.isCell(tag) {
      guard let row = tree.parent(of: node) else { return true }
      return layoutRows.contains(row)
    }
    return Self.isBlock(tag)
  }

  private mutating func begin(_ node: HTMLNode, _ tag: HTMLTag) {
    close()
    var block = HTMLBlock(type: .paragraph, element: node)
    switch tag {
    case .h1: (block.type, block.level) = (.heading, 1)
    case .h2: (block.type, block.level) = (.heading, 2)
    case .h3: (block.type, block.level) = (.heading, 3)
    case .h4: (block.type, block.level) = (.heading, 4)
    case .h5: (block.type, block.level) = (.heading, 5)
    case .h6: (block.type, block.level) = (.heading, 6)
    case .li: (block.type, block.level) = (.listItem, max(1, min(6, lists)))
    case .tr: block.type = .tableRow
    case .pre: block.type = .preformatted
    case .figcaption, .caption: block.type = .caption
    default:
      for ancestor in tree.ancestors(of: node).prefix(3)
      where tree.tag(of: ancestor) == .blockquote {
        block.type = .blockquote
      }
      if tag == .blockquote { block.type = .blockquote }
    }
    open = block
  }

  private mutating func add(_ item: HTMLBlock.Item) {
    guard case .text(let node) = item else { return }
    if open == nil {
      let parent = tree.parent(of: node) ?? tree.document
      open = HTMLBlock(type: .paragraph, element: parent)
    }
    open?.items.append(item)
    if links > 0 { open?.linked += tree.sourceRange(of: node).count }
  }

  private mutating func close() {
    guard var block = open else { return }
    open = nil
    let start = bytes.count
    var hasSpace = true
    for item in block.items {
      switch item {
      case .lineBreak: hasSpace = append([0x20], hasSpace)
      case .text(let node):
        var words: [UInt8] = []
        tree.appendText(of: node, to: &words)
        hasSpace = append(words, hasSpace)
      }
    }
    block.span = TextLine.trimmed(Span(start, bytes.count), in: bytes)
    guard !block.span.isEmpty else {
      bytes.removeLast(bytes.count - start)
      return
    }
    bytes.append(0x0A)
    blocks.append(block)
  }

  /// Appends words with their white space in order; says whether the last was white space.
  private mutating func append(_ words: [UInt8], _ hasSpace: Bool) -> Bool {
    var hasSpace = hasSpace
    for byte in words {
      if byte <= 0x20 {
        if !hasSpace { bytes.append(0x20) }
        hasSpace = true
      } else {
        bytes.append(byte)
        hasSpace = false
      }
    }
    return hasSpace
  }

  private func isHidden(_ node: HTMLNode) -> Bool {
    guard !withHidden, tree.tag(of: node) != .body else { return false }
    if tree.attribute(.hidden, of: node) != nil { return true }
    guard let style = tree.value(of: .style, in: node) else { return false }
    return style.contains("display:none") || style.contains("display: none")
  }

  private static func isCell(_ tag: HTMLTag) -> Bool { tag == .td || tag == .th }

  private static let leftOut: Set<HTMLTag> = [
    .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .math, .select, .option,
    .textarea, .head, .canvas, .audio, .video, .datalist, .button, .input, .label, .noframes,
  ]
  private static func isLeftOut(_ tag: HTMLTag) -> Bool { leftOut.contains(tag) }

  private static let blockTags: Set<HTMLTag> = [
    .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .dir, .div,
    .dl,
    .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
    .hgroup, .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section, .summary,
    .table, .tbody, .tfoot, .thead, .tr, .td, .th, .ul, .caption,
  ]
  private static func isBlock(_ tag: HTMLTag) -> Bool { blockTags.contains(tag) }
}
