/// The words that offices and trades are made of, in lower case or not, read from their table at
/// first use.
struct RoleWords: Sendable {
  static let shared = RoleWords()

  private struct Kinds: OptionSet {
    let rawValue: UInt8

    static let head = Kinds(rawValue: 1)
    static let modifier = Kinds(rawValue: 2)
    static let degree = Kinds(rawValue: 4)
  }

  private let kinds: HashTable<UInt8>

  private init() {
    let named: [String: Kinds] = ["head": .head, "modifier": .modifier, "degree": .degree]
    var kinds = HashTable<UInt8>(capacity: 400, absent: 0)
    Table.scan("role-words") { row in
      let found = row.list(1).reduce(into: Kinds()) { $0.formUnion(named[$1] ?? []) }
      kinds.update(row.hash(0)) { $0 |= found.rawValue }
    }
    self.kinds = kinds
  }

  /// Whether a token is an office or a trade: "director", "co-founder".
  func isHead(_ index: Int, _ words: NameWords) -> Bool { has(index, .head, words) }

  /// Whether a token may stand before an office: "former", "executive".
  func isModifier(_ index: Int, _ words: NameWords) -> Bool { has(index, .modifier, words) }

  /// Whether a token is a degree or an honour that is written behind a name: "Ph.D."
  func isDegree(_ index: Int, _ words: NameWords) -> Bool {
    index >= 0 && index < words.count && words[index].isCapitalized && has(index, .degree, words)
  }

  private func has(_ index: Int, _ kind: Kinds, _ words: NameWords) -> Bool {
    guard index >= 0, index < words.count, words[index].hash != 0 else { return false }
    let found = kinds[words[index].hash]
    if found != 0 { return found & kind.rawValue != 0 }
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    guard let hyphen = bytes[span.start..<span.end].lastIndex(of: 0x2D), hyphen + 1 < span.end
    else { return false }
    let part = bytes.withUnsafeBufferPointer { WordHash.hash($0, hyphen + 1, span.end) }
    return kinds[part] & kind.rawValue != 0
  }
}
