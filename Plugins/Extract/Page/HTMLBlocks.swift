import PressHTML
import PressModel
import PressText

/// A stretch of a page that shows as a block: its text nodes, and where in the tree it stands.
struct HTMLBlock {
  enum Item {
    case text(HTMLNode)
    case lineBreak(HTMLNode)
    /// A cell of a row begins: white space where the source has none.
    case cell(HTMLNode)
  }

  var type: BlockType
  var level: Int?
  /// The nearest element around it that parts blocks.
  var element: HTMLNode
  var items: [Item] = []
  /// Where its words stand in `HTMLBlocks.bytes`.
  var span = Span(0, 0)
  /// Bytes of the source of its words that stand in links, and in bold or other emphasis.
  var linked = 0
  var strong = 0
  /// The number of links in it.
  var links = 0
  /// Whether an empty line within the element parts it from the block before.
  var isContinued = false
}

/// A page's blocks in the order of the document, with their words one block a line, so that the
/// tools for page dumps read them too. Scripts, forms' fields and what is hidden are left out.
///
/// Two `br` in a row part the paragraphs of one element.
struct HTMLBlocks {
  let tree: HTMLTree
  private(set) var blocks: [HTMLBlock] = []
  private(set) var bytes: [UInt8] = []

  private var open: HTMLBlock?
  /// The elements around the current node that part blocks, the nearest last.
  private var around: [HTMLNode] = []
  /// Rows of tables that hold blocks: their cells stand for themselves.
  private var isLayoutRow: [Bool] = []
  private var links = 0
  private var lists = 0
  private var strong = 0
  private var words: [UInt8] = []
  private let tags = HTMLBlockTags.standard
  private let withHidden: Bool

  /// The blocks that a page shows. A page that shows little prose before its scripts have run is
  /// read with what it hides, where that is most of its prose.
  static func shown(_ tree: HTMLTree) -> HTMLBlocks {
    let blocks = HTMLBlocks(tree, withHidden: false)
    let prose = blocks.prose
    guard prose < 2000 else { return blocks }
    let all = HTMLBlocks(tree, withHidden: true)
    let isMore = all.bytes.count > 2 * blocks.bytes.count || all.prose > 2 * prose + 1000
    return isMore ? all : blocks
  }

  /// The bytes of blocks that are long for a headline and no links.
  private var prose: Int {
    blocks.reduce(0) { sum, block in
      let count = block.span.count
      return count >= 140 && block.linked * 3 < count ? sum + count : sum
    }
  }

  private init(_ tree: HTMLTree, withHidden: Bool) {
    self.tree = tree
    self.withHidden = withHidden
    guard let body = tree.body else { return }
    findLayoutRows(body)
    bytes.reserveCapacity(tree.source.count / 8)
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
      case .text(let node), .lineBreak(let node), .cell(let node): tree.sourceRange(of: node)
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

  /// Marks every row that holds a block: each block climbs until it meets a row or one that
  /// another block has passed.
  private mutating func findLayoutRows(_ body: HTMLNode) {
    isLayoutRow = [Bool](repeating: false, count: tree.nodeCount)
    var isPassed = isLayoutRow
    for node in tree.descendants(of: body)
    where tree.isElement(node) && tags[tree.tag(of: node)] == .block {
      var parent = tree.parent(of: node)
      while let current = parent, !isPassed[current.position] {
        isPassed[current.position] = true
        if tree.tag(of: current) == .tr { isLayoutRow[current.position] = true }
        parent = tree.parent(of: current)
      }
    }
  }

  /// Whether what stands below a node is to be read.
  private mutating func enter(_ node: HTMLNode) -> Bool {
    if tree.isText(node) {
      add(node)
      return false
    }
    guard tree.isElement(node) else { return false }
    let tag = tree.tag(of: node)
    let effect = tags[tag]
    guard effect != .leftOut, withHidden || tag == .body || !tree.isHidden(node) else {
      return false
    }
    switch tag {
    case .br:
      addBreak(node)
      return false
    case .hr: close()
    case .a:
      if tree.isNoteMark(node) { return false }
      links += 1
      open?.links += 1
    case .b, .strong, .em, .i: strong += 1
    case .ul, .ol: lists += 1
    default: break
    }
    if startsBlock(node, effect) {
      around.append(node)
      begin(node, tag)
    } else if effect == .cell, open?.items.isEmpty == false {
      open?.items.append(.cell(node))
    }
    return true
  }

  private mutating func leave(_ node: HTMLNode) {
    guard tree.isElement(node) else { return }
    let tag = tree.tag(of: node)
    switch tag {
    case .a: links = max(0, links - 1)
    case .b, .strong, .em, .i: strong = max(0, strong - 1)
    case .ul, .ol: lists = max(0, lists - 1)
    default: break
    }
    if startsBlock(node, tags[tag]) {
      close()
      if !around.isEmpty { around.removeLast() }
    }
  }

  private func startsBlock(_ node: HTMLNode, _ effect: HTMLBlockTags.Effect) -> Bool {
    guard effect == .cell else { return effect == .block }
    guard let row = tree.parent(of: node) else { return true }
    return isLayoutRow[row.position]
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
      if around.suffix(4).contains(where: { tree.tag(of: $0) == .blockquote }) {
        block.type = .blockquote
      }
    }
    open = block
  }

  private mutating func add(_ node: HTMLNode) {
    if open == nil {
      open = HTMLBlock(type: .paragraph, element: around.last ?? tree.document)
      open?.links = links
    }
    open?.items.append(.text(node))
    if links > 0 { open?.linked += tree.sourceRange(of: node).count }
    if strong > 0 { open?.strong += tree.sourceRange(of: node).count }
  }

  private mutating func addBreak(_ node: HTMLNode) {
    guard let block = open, !block.items.isEmpty else { return }
    let isEmptyLine = block.type == .paragraph && endsLine(block)
    guard isEmptyLine else {
      open?.items.append(.lineBreak(node))
      return
    }
    close()
    open = HTMLBlock(type: block.type, level: block.level, element: block.element)
    open?.links = links
    open?.isContinued = true
  }

  /// Whether nothing but white space has followed the block's last line break.
  private func endsLine(_ block: HTMLBlock) -> Bool {
    for item in block.items.reversed() {
      switch item {
      case .lineBreak: return true
      case .cell: continue
      case .text(let node):
        guard tree.source[tree.sourceRange(of: node)].allSatisfy({ $0 <= 0x20 }) else {
          return false
        }
      }
    }
    return false
  }

  private mutating func close() {
    guard var block = open else { return }
    open = nil
    let start = bytes.count
    var hasSpace = true
    for item in block.items {
      switch item {
      case .lineBreak, .cell:
        if !hasSpace { bytes.append(0x20) }
        hasSpace = true
      case .text(let node):
        words.removeAll(keepingCapacity: true)
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
}
