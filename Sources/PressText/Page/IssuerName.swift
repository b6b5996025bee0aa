public import PressModel

/// The names of bodies that issue documents: "Office of the Press Secretary".
public enum IssuerName {
  /// Whether a line is such a name and nothing else.
  public static func isName(_ line: Span, in bytes: [UInt8]) -> Bool {
    let shape = LineShape(bytes, line)
    guard shape.words >= 2, shape.words <= 14, shape.capitalizedWords * 2 > shape.words,
      shape.joints == 0, shape.separators == 0, shape.lastMark == 0, shape.marker == 0
    else { return false }
    let words = String(decoding: bytes[line.start..<line.end], as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains(where: heads.contains)
      || zip(words, words.dropFirst()).contains { heads.contains("\($0) \($1)") }
  }

  private static let heads = Set(Table("issuer-words").rows.compactMap(\.first))
}
