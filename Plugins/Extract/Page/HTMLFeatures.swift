import PressHTML
import PressModel
import PressText

/// What the tree says of each block, in buckets: the features that a page dump does not have.
struct HTMLFeatures {
  static let names = [
    "tag", "links", "landmark", "landmarks-against", "for", "against", "near-hint", "depth",
    "parent-prose", "grandparent-prose", "best", "first-heading", "parent-links", "best-share",
  ]

  private let page: HTMLBlocks
  private let lines: PageLines
  /// Bytes of prose, of all words and of links below each node.
  private var prose: [Int]
  private var words: [Int]
  private var linked: [Int]
  private var hints: [HTMLNode: Int8] = [:]
  private(set) var best: HTMLNode?
  private let firstHeading: Int?
  private var bestShare = 0

  init(_ page: HTMLBlocks, _ lines: PageLines) {
    self.page = page
    self.lines = lines
    prose = [Int](repeating: 0, count: page.tree.nodeCount)
    words = prose
    linked = prose
    firstHeading = page.blocks.firstIndex { $0.level == 1 && $0.type == .heading }
    let tree = page.tree
    for (index, block) in page.blocks.enumerated() {
      let count = block.span.count
      prose[block.element.position] += lines.isProse[index] ? count : 0
      words[block.element.position] += count
      linked[block.element.position] += min(block.linked, count)
    }
    // Every node adds to its parent once, the last in document order first.
    let order = Array(tree.descendants(of: tree.document))
    for node in order.reversed() {
      guard let parent = tree.parent(of: node) else { continue }
      prose[parent.position] += prose[node.position]
      words[parent.position] += words[node.position]
      linked[parent.position] += linked[node.position]
    }
    findBest(order)
  }

  /// The deepest element that holds most of the page's prose.
  private mutating func findBest(_ order: [HTMLNode]) {
    let all = prose[page.tree.document.position]
    guard all > 0 else { return }
    for node in order where page.tree.isElement(node) && prose[node.position] * 10 >= all * 6 {
      best = node
    }
    guard let best else { return }
    bestShare = prose[best.position] * 10 / max(1, words[best.position])
  }

  mutating func buckets(of index: Int) -> [UInt8] {
    let tree = page.tree
    let block = page.blocks[index]
    var landmark: UInt8 = 0
    var against = 0
    var hintsFor = 0
    var hintsAgainst = 0
    var near: Int8 = 0
    var depth = 0
    var isBest: UInt8 = block.element == best ? 1 : 0
    var node: HTMLNode? = block.element
    while let current = node, depth < 60 {
      let mark = Self.landmark(tree.tag(of: current))
      if mark > 0 {
        if landmark == 0 { landmark = mark }
        if mark < 5 { against += 1 }
      }
      let hint = hint(of: current)
      if near == 0 { near = hint }
      if hint > 0 { hintsFor += 1 } else if hint < 0 { hintsAgainst += 1 }
      if current == best, isBest == 0 { isBest = depth == 1 ? 2 : depth <= 3 ? 3 : 4 }
      depth += 1
      node = tree.parent(of: current)
    }
    let parent = tree.parent(of: block.element) ?? block.element
    let grandparent = tree.parent(of: parent) ?? parent
    let heading =
      firstHeading.map { index < $0 ? 0 : index == $0 ? 1 : index <= $0 + 3 ? 2 : 3 } ?? 4
    return [
      Self.tag(tree.tag(of: block.element)), share(block.linked, block.span.count), landmark,
      UInt8(min(3, against)), UInt8(min(4, hintsFor)), UInt8(min(5, hintsAgainst)),
      near == 0 ? 0 : near > 0 ? 1 : 2, UInt8(min(9, depth / 3)),
      share(prose[parent.position], words[parent.position]),
      share(prose[grandparent.position], words[grandparent.position]), isBest, UInt8(heading),
      share(linked[parent.position], words[parent.position]), UInt8(min(10, bestShare)),
    ]
  }

  private func share(_ part: Int, _ all: Int) -> UInt8 {
    part == 0 ? 0 : UInt8(1 + min(9, max(0, part * 10 / max(1, all))))
  }

  private static func landmark(_ tag: HTMLTag) -> UInt8 {
    switch tag {
    case .nav: 1
    case .footer: 2
    case .aside: 3
    case .form: 4
    case .header: 5
    case .figure: 6
    case .article: 7
    case .main: 8
    case .section: 9
    default: 0
    }
  }

  private static func tag(_ tag: HTMLTag) -> UInt8 {
    switch tag {
    case .p: 1
    case .h1: 2
    case .h2: 3
    case .h3: 4
    case .h4, .h5, .h6: 5
    case .li: 6
    case .tr: 7
    case .td, .th: 8
    case .dt, .dd: 9
    case .blockquote: 10
    case .pre: 11
    case .figcaption, .caption: 12
    case .div: 13
    case .section, .article, .main: 14
    default: 0
    }
  }

  private static let table = Dictionary(
    Table("page-hints").rows.compactMap { row in
      row.count > 1 ? (Array(row[0].utf8), row[1] == "for" ? 1 : -1) : nil
    }, uniquingKeysWith: { first, _ in first })

  /// Above 0 where class or id speak for the article, below where they speak against it.
  private mutating func hint(of node: HTMLNode) -> Int8 {
    if let known = hints[node] { return known }
    var sum = 0
    for name in [HTMLAttributeName.class, .id, .role] {
      guard let attribute = page.tree.attribute(name, of: node) else { continue }
      for word in Self.words(attribute.utf8) { sum += Self.table[word] ?? 0 }
    }
    let hint = Int8(max(-1, min(1, sum)))
    hints[node] = hint
    return hint
  }

  /// The words of a name: "postBody related-links" is post, body, related, links.
  private static func words(_ name: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in name.prefix(200) {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if isUpper || !isLetter, !word.isEmpty {
        words.append(word)
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
