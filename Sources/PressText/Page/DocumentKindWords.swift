public import PressModel

/// What kind of document a title or a label says it is: "Remarks at the Opening of the Fair".
public enum DocumentKindWords {
  /// The kind that a line names; nil where it names none.
  public static func kind(of line: Span, in bytes: [UInt8]) -> DocumentKind? {
    guard line.count <= 400 else { return nil }
    if let found = opens.prefix(of: line, in: bytes) { return DocumentKind(rawValue: found.value) }
    var offset = line.start
    while offset < line.end {
      let starts = offset == line.start || !PrintedDate.isAlphanumeric(bytes[offset - 1])
      if starts, let found = holds.prefix(of: Span(offset, line.end), in: bytes) {
        return DocumentKind(rawValue: found.value)
      }
      offset += 1
    }
    return nil
  }

  /// The kind that is all that a line names; nil where it says more.
  public static func whole(_ line: Span, in bytes: [UInt8]) -> DocumentKind? {
    opens.whole(line, in: bytes).flatMap(DocumentKind.init(rawValue:))
  }

  /// The kind that a title names.
  public static func kind(of title: String) -> DocumentKind? {
    let bytes = Array(title.utf8)
    return kind(of: Span(0, bytes.count), in: bytes)
  }

  private static let opens = PhraseTable("document-kinds")
  private static let holds = PhraseTable("document-kinds") { $0.count > 2 && $0[2] == "holds" }
}
