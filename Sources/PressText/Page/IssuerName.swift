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

  private static let heads = Set(Table("issuer-words").rows.compactMap(\.first))
}
