import PressHTML
import PressText

/// What the words of class, id and role say of each container: "postBody related-links" is post,
/// body, related, links. Words have a hint (for or against) and a weight from a table, in
/// hundredths of a logit.
struct HTMLClassWords {
  /// 1 where the words speak for the article, -1 where they speak against it.
  private(set) var hints: [Int] = []
  private(set) var weights: [Int] = []
  /// Whether a container says that it is the article's body.
  private(set) var isBody: [Bool] = []
  /// For the tool that fits the weights.
  private(set) var tokens: [[UInt8]] = []

  init(_ tree: HTMLTree, _ containers: HTMLContainers, keepsWords: Bool = false) {
    let body = Array("articlebody".utf8)
    for container in containers.all {
      var hint = 0
      var weight = 0
      var kept: [UInt8] = []
      for name in [HTMLAttributeName.class, .id, .role] {
        guard let attribute = tree.attribute(name, of: container.node) else { continue }
        Self.scan(tree.source[attribute.range.prefix(200)]) { hash, word in
          let entry = Self.table[hash]
          hint += entry?.hint ?? 0
          weight += entry?.weight ?? 0
          if keepsWords { kept += word + [0x20] }
        }
      }
      hints.append(hint > 0 ? 1 : hint < 0 ? -1 : 0)
      weights.append(weight)
      let property = tree.attribute(.itemprop, of: container.node)
      isBody.append(property.map { lowered(tree.source[$0.range]).elementsEqual(body) } ?? false)
      if keepsWords { tokens.append(kept) }
    }
  }

  private struct Entry {
    var hint = 0
    var weight = 0
  }

  private static let table: [UInt64: Entry] = {
    var table: [UInt64: Entry] = [:]
    func hash(_ word: String) -> UInt64 {
      var result: UInt64 = 0
      scan(Array(word.utf8)[...]) { hash, _ in result = hash }
      return result
    }
    for row in Table("page-hints").rows where row.count > 1 {
      table[hash(row[0]), default: Entry()].hint = row[1] == "for" ? 1 : -1
    }
    for row in Table("page-class-weights").rows where row.count > 1 {
      table[hash(row[0]), default: Entry()].weight = Int(row[1]) ?? 0
    }
    return table
  }()

  /// Calls `body` with the hash of each word of a name, and the word in lower case.
  private static func scan(_ name: ArraySlice<UInt8>, _ body: (UInt64, ArraySlice<UInt8>) -> Void) {
    var hash: UInt64 = 0
    var start = name.startIndex
    for (offset, byte) in zip(name.indices, name) {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      let wasLower = offset > name.startIndex && name[offset - 1] >= 0x61
      if hash != 0, !isLetter || isUpper && wasLower {
        body(hash, name[start..<offset])
        hash = 0
      }
      guard isLetter else { continue }
      if hash == 0 { (hash, start) = (0xCBF2_9CE4_8422_2325, offset) }
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
    }
    if hash != 0 { body(hash, name[start...]) }
  }
}

private func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}
