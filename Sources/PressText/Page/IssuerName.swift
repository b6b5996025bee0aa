public import PressModel

/// The names of bodies that issue documents: "Office of the Press Secretary".
public enum IssuerName {
  /// Whether a line is such a name and nothing else.
  public static func isName(_ line: Span, in bytes: [UInt8]) -> Bool {
    let shape = LineShape(bytes, line)
    guard shape.words >= 2, shape.words <= 14, shape.capitalizedWords * 2 > shape.words,
      shape.joints == 0, shape.separators == 0, shape.lastMark == 0, shape.marker == 0
    else { return false }
    let text = String(decoding: bytes[line.start..<line.end], as: UTF8.self)
    // An address and a label are no name, and a headline has a verb.
    guard !text.contains("@"), !text.contains(":"), !isHeadline(text) else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains(where: heads.contains)
      || zip(words, words.dropFirst()).contains { heads.contains("\($0) \($1)") }
  }

  /// Whether such a name is a body's by its own head, the noun before "of" and the like: "Office of the
  /// Speaker" and no "Court Auditorium", "Framework for the House", "Hearing on the Commission".
  static func isBody(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard isName(line, in: bytes) else { return false }
    let name = bytes[line.start..<line.end].prefix { $0 != 0x2C }
    let words = name.split { !PrintedDate.isAlphanumeric($0) && $0 != 0x27 && $0 != 0x2E }
      .map { String(decoding: $0, as: UTF8.self) }
    let cut = words.firstIndex { cuts.contains($0.lowercased()) } ?? words.count
    // "White House to Host" goes on with a verb, "Mission to the United Nations" with a name.
    if cut + 1 < words.count, words[cut].lowercased() == "to", words[cut + 1].lowercased() != "the"
    {
      return false
    }
    var head = words[..<cut]
    // "Environmental Protection Agency EPA"
    if !LineShape(bytes, line).isUpper, head.count > 2, let last = head.last,
      last.allSatisfy(\.isUppercase)
    {
      head.removeLast()
    }
    guard let last = head.last?.lowercased() else { return false }
    return heads.contains(last)
      || heads.contains(head.suffix(2).joined(separator: " ").lowercased())
  }

  /// Whether a line says what somebody did, or is a person's name and office: "House Passes Bill",
  /// "Jane Roe, Member of the Board".
  private static func isHeadline(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    for part in parts {
      if part.first?.isLowercase == true, !joints.contains(part) { return true }
      if part.allSatisfy(\.isNumber) { return true }
      if parts.count > 4, !joints.contains(Substring(part.lowercased())), isVerb(part) {
        return true
      }
    }
    guard let first = parts.first, text.contains(",") else { return false }
    return classes(first).contains(.firstName)
  }

  /// "said", "will", "Announces".
  private static func isVerb(_ word: Substring) -> Bool {
    !classes(word).isDisjoint(with: [.personAfter, .commits, .noOffice])
      || word.last == "s" && [1, 2].contains { classes(word.dropLast($0)).contains(.deed) }
  }

  private static func classes(_ word: Substring) -> NameClass {
    let word = Array(word.utf8)
    return word.withUnsafeBufferPointer {
      NameLexicon.shared.classes(WordHash.hash($0, 0, $0.count))
    }
  }

  private static let joints: Set<Substring> = [
    "of", "for", "the", "and", "on", "in", "at", "to", "de", "des", "du", "la", "le", "der", "und",
    "with", "by", "from", "against", "del", "von", "van", "e", "y", "et",
  ]

  /// Words that end the head of a name.
  private static let cuts: Set<String> = [
    "of", "for", "on", "to", "in", "at", "with", "by", "from", "against", "de", "del", "des", "du",
    "der",
  ]

  private static let heads = Set(Table("issuer-words").rows.compactMap(\.first))
}
