import PressHTML
import PressText

/// How much of each block stands in what the page says of itself: its title, its description, and
/// the article's text where JSON-LD holds it.
struct HTMLOverlap {
  private var titles: [Int8]
  private var descriptions: [Int8]
  private var bodies: [Int8]

  /// The percentage of a block's words that stand in the page's title.
  func title(_ index: Int) -> Int { Int(titles[index]) }
  /// The percentage of a block's runs of three words that stand in a description, -1 where the page
  /// has none.
  func description(_ index: Int) -> Int { Int(descriptions[index]) }
  /// The same for `articleBody`.
  func body(_ index: Int) -> Int { Int(bodies[index]) }

  init(_ page: HTMLBlocks) {
    let tree = page.tree
    var title: [UInt64] = []
    var description: [UInt64] = []
    var body: [UInt64] = []
    let key = Array("\"articleBody\"".utf8)
    let root = tree.head ?? tree.document
    var isHead = true
    var node = tree.next(after: root, within: tree.document)
    while let current = node {
      let tag = tree.tag(of: current)
      if tag == .body { isHead = false }
      if tag == .title, title.isEmpty, let text = tree.firstChild(of: current) {
        var bytes: [UInt8] = []
        tree.appendText(of: text, to: &bytes)
        Self.appendHashes(bytes[...], to: &title)
      } else if tag == .meta, isHead, Self.isDescription(current, tree),
        let content = tree.attribute(.content, of: current)
      {
        Self.appendHashes(content.utf8[...], to: &description)
        description.append(0)
      } else if tag == .script, let text = tree.firstChild(of: current),
        tree.attribute(.type, of: current) != nil
      {
        let source = tree.source[tree.sourceRange(of: text)]
        if let start = Self.find(key, in: source) {
          Self.appendHashes(Self.value(of: source[start...]), to: &body)
        }
      }
      node = tree.next(after: current, within: tree.document)
    }
    let words = HashSet(title)
    let descriptionRuns = Self.runs(description)
    let bodyRuns = Self.runs(body)
    titles = []
    descriptions = []
    bodies = []
    var hashes: [UInt64] = []
    for block in page.blocks {
      hashes.removeAll(keepingCapacity: true)
      Self.appendHashes(page.bytes[block.span.start..<block.span.end], to: &hashes)
      let held = hashes.lazy.filter(words.contains).count
      titles.append(Int8(clamping: held * 100 / max(1, hashes.count)))
      descriptions.append(Self.share(hashes, descriptionRuns))
      bodies.append(Self.share(hashes, bodyRuns))
    }
  }

  private static func isDescription(_ node: HTMLNode, _ tree: HTMLTree) -> Bool {
    let name = tree.attribute(.name, of: node) ?? tree.attribute(.property, of: node)
    guard let name else { return false }
    let word = Array("description".utf8)
    return tree.source[name.range].suffix(word.count).elementsEqual(word)
  }

  private static func find(_ key: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > key.count else { return nil }
    var offset = bytes.startIndex
    while offset + key.count < bytes.endIndex {
      // The last byte but one tells most places apart.
      if bytes[offset + 8] == key[8], bytes[offset..<offset + key.count].elementsEqual(key) {
        return offset + key.count
      }
      offset += 1
    }
    return nil
  }

  /// The string after a key of JSON, its escapes as they are but for a space in place of each.
  private static func value(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = bytes.firstIndex(of: 0x22) else { return [] }
    var value: [UInt8] = []
    var offset = open + 1
    while offset < bytes.endIndex, bytes[offset] != 0x22 {
      if bytes[offset] == 0x5C, offset + 1 < bytes.endIndex {
        value.append(0x20)
        offset += bytes[offset + 1] == 0x75 ? 6 : 2
      } else {
        value.append(bytes[offset])
        offset += 1
      }
    }
    return value[...]
  }

  private static func appendHashes(_ bytes: ArraySlice<UInt8>, to hashes: inout [UInt64]) {
    var hash: UInt64 = 0
    for byte in bytes {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      let isDigit = byte >= 0x30 && byte <= 0x39
      let isOther = byte >= 0xC3 && byte != 0xE2 || byte & 0xC0 == 0x80 && hash != 0
      if isLetter || isDigit || isOther {
        let lower = isLetter ? byte | 0x20 : byte
        hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(lower)) &* 0x100_0000_01B3
      } else if hash != 0 {
        hashes.append(hash)
        hash = 0
      }
    }
    if hash != 0 { hashes.append(hash) }
  }

  private static func run(_ hashes: [UInt64], _ index: Int) -> UInt64 {
    (hashes[index] &* 31 &+ hashes[index + 1]) &* 31 &+ hashes[index + 2]
  }

  private static func runs(_ hashes: [UInt64]) -> HashSet {
    guard hashes.count > 2 else { return HashSet([]) }
    return HashSet((0..<hashes.count - 2).map { run(hashes, $0) })
  }

  private static func share(_ hashes: [UInt64], _ runs: HashSet) -> Int8 {
    guard !runs.isEmpty else { return -1 }
    guard hashes.count > 2 else { return 0 }
    let held = (0..<hashes.count - 2).lazy.filter { runs.contains(run(hashes, $0)) }.count
    return Int8(clamping: held * 100 / (hashes.count - 2))
  }
}

/// Hashes to look others up in, by open addressing.
private struct HashSet {
  private var slots: [UInt64]
  let isEmpty: Bool

  init(_ hashes: [UInt64]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    isEmpty = hashes.isEmpty
    for hash in hashes where hash != 0 {
      var slot = Self.slot(hash, size)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
  }

  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
  }

  func contains(_ hash: UInt64) -> Bool {
    var slot = Self.slot(hash, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
