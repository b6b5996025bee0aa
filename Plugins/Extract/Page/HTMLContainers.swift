import PressHTML

/// The elements of a page that hold blocks, each before those within it.
struct HTMLContainers {
  private(set) var all: [HTMLContainer] = []
  /// The container that is each block's element.
  private(set) var own: [Int] = []
  /// The deepest container that holds six tenths of the page's prose, -1 for none.
  private(set) var best = -1
  /// The container with the most `body`.
  private(set) var body = -1

  init(_ page: HTMLBlocks, isProse: [Bool]) {
    let tree = page.tree
    var known = [Int32](repeating: -1, count: tree.nodeCount)
    var path: [HTMLNode] = []
    for (index, block) in page.blocks.enumerated() {
      var node: HTMLNode? = block.element
      var parent = -1
      path.removeAll(keepingCapacity: true)
      while let current = node {
        let place = Int(known[current.position])
        if place >= 0 {
          parent = place
          break
        }
        path.append(current)
        node = tree.parent(of: current)
      }
      for node in path.reversed() {
        known[node.position] = Int32(all.count)
        let depth = parent < 0 ? 0 : all[parent].depth + 1
        if parent >= 0 { all[parent].children += 1 }
        all.append(
          HTMLContainer(
            node: node, tag: tree.tag(of: node), parent: parent, depth: depth, first: index,
            last: index))
        parent = all.count - 1
      }
      own.append(parent)
      add(block, index, isProse[index])
    }
    sum()
    findTwins(tree)
    findBest()
  }

  private mutating func add(_ block: HTMLBlock, _ index: Int, _ isProse: Bool) {
    let place = own[index]
    let count = block.span.count
    all[place].blocks += 1
    all[place].words += count
    all[place].linked += min(block.linked, count)
    all[place].last = index
    guard isProse else { return }
    all[place].paragraphs += 1
    all[place].prose += count
    all[place].body += 4 * count
    let parent = all[place].parent
    guard parent >= 0 else { return }
    all[parent].body += 4 * count
    let grandparent = all[parent].parent
    if grandparent >= 0 { all[grandparent].body += 2 * count }
  }

  /// Every container adds to the one around it once.
  private mutating func sum() {
    for place in all.indices.reversed() {
      let container = all[place]
      guard container.parent >= 0 else { continue }
      all[container.parent].blocks += container.blocks
      all[container.parent].paragraphs += container.paragraphs
      all[container.parent].words += container.words
      all[container.parent].linked += container.linked
      all[container.parent].prose += container.prose
      all[container.parent].last = max(all[container.parent].last, container.last)
    }
  }

  private mutating func findTwins(_ tree: HTMLTree) {
    var counts: [UInt64: Int32] = [:]
    counts.reserveCapacity(all.count)
    for place in all.indices {
      all[place].signature = Self.signature(of: all[place], tree)
      counts[key(place), default: 0] += 1
    }
    for place in all.indices { all[place].twins = Int(counts[key(place)] ?? 1) }
  }

  private func key(_ place: Int) -> UInt64 {
    (all[place].signature ^ UInt64(truncatingIfNeeded: all[place].parent)) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func signature(of container: HTMLContainer, _ tree: HTMLTree) -> UInt64 {
    var hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(container.tag.rawValue)) &* 0x100_0000_01B3
    guard let name = tree.attribute(.class, of: container.node) else { return hash }
    var hasWord = false
    for byte in tree.source[name.range] {
      if byte <= 0x20 {
        if hasWord { break }
        continue
      }
      hasWord = true
      // A number is another in every twin.
      if byte >= 0x30 && byte <= 0x39 { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  private mutating func findBest() {
    guard let root = all.first, root.prose > 0 else { return }
    var most = 0
    for (place, container) in all.enumerated() {
      if container.prose * 10 >= root.prose * 6 { best = place }
      let free = max(0, container.words - container.linked)
      let score = container.body / 64 * free / max(1, container.words)
      if score > most { (most, body) = (score, place) }
    }
  }

  /// The container around a container; itself where there is none.
  func parent(of place: Int) -> Int { max(0, all[place].parent) }

  /// The deepest container that holds both.
  func common(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while left != right {
      if left > right { left = parent(of: left) } else { right = parent(of: right) }
    }
    return left
  }

  /// For every container the deepest that holds both it and another.
  func commons(with center: Int) -> [Int] {
    var holds = [Bool](repeating: false, count: all.count)
    var place = center
    while all.indices.contains(place) {
      holds[place] = true
      place = all[place].parent
    }
    var commons = [Int](repeating: 0, count: all.count)
    for place in all.indices {
      commons[place] = holds[place] ? place : commons[parent(of: place)]
    }
    return commons
  }

  /// Whether a container stands within another with no landmark, form, or class that speaks against
  /// it (a hint below 0) between them.
  func isPlain(_ inner: Int, within place: Int, hints: [Int]) -> Bool {
    var current = inner
    while current != place {
      switch all[current].tag {
      case .nav, .footer, .aside, .header, .form: return false
      default: break
      }
      if hints[current] < 0 || current == 0 { return false }
      current = parent(of: current)
    }
    return true
  }
}
