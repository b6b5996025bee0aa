/// An organization's name as names of several documents are compared: without case, a leading
/// "the", a company's legal form, and with "Ministry of Health" turned to "Health Ministry".
public struct OrganizationName: Hashable, Sendable {
  /// Equal for spellings of one name.
  public let key: String
  /// What stands before the name of a body and tells its country or chamber: "us", "senate".
  public let prefix: String?
  /// The key without `prefix`; the key itself where there is none.
  public let base: String
  /// Letters for letters of a fuller name: "FEMA".
  public let isAcronym: Bool
  /// The first letters of the capitalized words, small; empty for a name of one word.
  public let initials: String
  /// Whether it is one of the organizations known around the world.
  public let isKnown: Bool
  /// Whether its words are such as any body of its sort has: "the Department", "City Council".
  public let isGeneral: Bool

  private static let classes: [String: Set<String>] = Table("body-words").rows.reduce(into: [:]) {
    if $1.count > 1 { $0[$1[0], default: []].insert($1[1]) }
  }
  private static let joints: Set = ["of", "for", "on", "the", "and", "in"]

  private static func has(_ word: String, _ name: String) -> Bool {
    classes[word]?.contains(name) ?? false
  }

  /// Nil for words that are no name.
  public init?(_ printed: String) {
    var words = Self.shortened(Self.joined(NameFolding.words(printed)))
    if words.count > 1, words.first == "the" { words.removeFirst() }
    let plain = words
    // "U.S. Army Corps" misprinted is no company.
    while words.count > 1, !Self.has(words[0], "country"), let last = words.last,
      Self.has(last, "legal")
    { words.removeLast() }
    if words.last == "and" { words = plain }
    words = Self.turned(words)
    guard !words.isEmpty else { return nil }
    key = words.joined(separator: " ")
    let first = words[0]
    let isPrefixed = words.count > 1 && (Self.has(first, "country") || Self.has(first, "member"))
    prefix = isPrefixed ? first : nil
    base = isPrefixed ? words.dropFirst().joined(separator: " ") : key
    let letters = printed.utf8.filter { $0 >= 0x41 && $0 <= 0x5A }.count
    isAcronym =
      letters > 1 && printed.utf8.count <= 8
      && printed.utf8.allSatisfy { $0 < 0x61 && $0 != 0x20 }
    initials = Self.initials(printed)
    let isPlain = words.allSatisfy { Self.joints.contains($0) || Self.has($0, "general") }
    isKnown = Self.isKnown(plain) || isPrefixed && Self.isKnown(Array(plain.dropFirst()))
    isGeneral = isPlain && !isKnown
  }

  /// Single letters that stood with stops as one word: "u", "s" to "us".
  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    var letters = ""
    for word in words {
      if word.utf8.count == 1, word != "a" {
        letters += word
        continue
      }
      if !letters.isEmpty { result.append(letters) }
      letters = ""
      result.append(word)
    }
    if !letters.isEmpty { result.append(letters) }
    return result
  }

  /// "United States of America" to "us", wherever it stands.
  private static func shortened(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : ""
      switch (words[index], next) {
      case ("united", "states"):
        result.append("us")
        index += words.dropFirst(index + 2).starts(with: ["of", "america"]) ? 4 : 2
      case ("united", "kingdom"):
        result.append("uk")
        index += 2
      case ("united", "nations"):
        result.append("un")
        index += 2
      default:
        result.append(words[index] == "usa" ? "us" : words[index])
        index += 1
      }
    }
    return result
  }

  /// "us department of energy" to "us energy department"; "chamber of trade of the us" to "us
  /// chamber of trade".
  private static func turned(_ words: [String]) -> [String] {
    var words = words
    if words.count > 3, words.last == "us", ["of", "the"].contains(words[words.count - 2]) {
      words.removeLast()
      while let last = words.last, joints.contains(last) { words.removeLast() }
      words.insert("us", at: 0)
    }
    guard let head = words.firstIndex(where: { has($0, "inverted") }), head <= 2,
      head + 2 < words.count, ["of", "for", "on"].contains(words[head + 1])
    else { return words }
    // "Committee on Trade of the Council": only one body may stand behind the head.
    guard !words.dropFirst(head + 2).contains(where: { ["of", "for", "on"].contains($0) }) else {
      return words
    }
    var rest = Array(words[(head + 2)...])
    if rest.count > 1, rest.first == "the" { rest.removeFirst() }
    return words[..<head] + rest + [words[head]]
  }

  private static func initials(_ printed: String) -> String {
    var initials: [UInt8] = []
    var isStart = true
    for byte in printed.utf8 {
      if isStart, byte >= 0x41, byte <= 0x5A { initials.append(byte | 0x20) }
      isStart = byte == 0x20 || byte == 0x2D || byte == 0x2E
    }
    return initials.count > 1 ? String(decoding: initials, as: UTF8.self) : ""
  }

  /// Whether the table of organizations has these words.
  private static func isKnown(_ words: [String]) -> Bool {
    var key: UInt64 = 0
    for word in words {
      let hash = Array(word.utf8).withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
      key = key == 0 ? hash : WordHash.join(key, hash)
    }
    return NameLexicon.shared.phrase(key).kinds.contains(.organization)
  }
}
