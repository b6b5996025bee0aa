public import PressModel

/// What kind of document a title or a label says it is: "Remarks at the Opening of the Fair".
public enum DocumentKindWords {
  /// The kind that a line names; nil where it names none.
  public static func kind(of line: Span, in bytes: [UInt8]) -> DocumentKind? {
    guard line.count <= 400 else { return nil }
    if let found = opens.prefix(of: line, in: bytes), isName(found.span, in: line, bytes) {
      return DocumentKind(rawValue: found.value)
    }
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
    labels.whole(line, in: bytes).flatMap(DocumentKind.init(rawValue:))
  }

  /// The kind that a title names.
  public static func kind(of title: String) -> DocumentKind? {
    let bytes = Array(title.utf8)
    return kind(of: Span(0, bytes.count), in: bytes)
  }

  /// The kind that is all that words name, or all of what stands before their first mark between
  /// items or behind their last: "Press release | 3 May".
  public static func label(_ words: String) -> DocumentKind? {
    let bytes = Array(words.utf8)
    guard bytes.count <= 120 else { return nil }
    if let kind = whole(Span(0, bytes.count), in: bytes) { return kind }
    let marks = bytes.indices.compactMap { offset in
      let length = itemMark(bytes, offset)
      return length > 0 ? Span(offset, offset + length) : nil
    }
    guard let first = marks.first, let last = marks.last else { return nil }
    return whole(Span(0, first.start), in: bytes) ?? whole(Span(last.end, bytes.count), in: bytes)
  }

  /// Whether a title is no more than the name of a shelf: "Press Releases", "News Archive".
  public static func isShelf(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    return label(title) != nil || shelves.whole(Span(0, bytes.count), in: bytes) != nil
  }

  /// Whether a line is no more than the name of a room for the press: "Press Room".
  public static func isShelf(_ line: Span, in bytes: [UInt8]) -> Bool {
    line.count <= 40 && shelves.whole(line, in: bytes) != nil
  }

  /// Whether one word that opens a title names the document: "Toast to the Guests" and no "Toast
  /// with Jam".
  private static func isName(_ phrase: Span, in line: Span, _ bytes: [UInt8]) -> Bool {
    guard !bytes[phrase.start..<phrase.end].contains(0x20), phrase.end < line.end else {
      return true
    }
    guard bytes[phrase.end] <= 0x20 else { return bytes[phrase.end] != 0x2D }
    let rest = TextLine.trimmed(Span(phrase.end, line.end), in: bytes)
    guard !rest.isEmpty, PrintedDate.isLetter(bytes[rest.start]), bytes[rest.start] < 0x80 else {
      return true
    }
    return joints.prefix(of: rest, in: bytes) != nil
  }

  /// The length of `|`, `/`, U+00AB, U+00B7, U+00BB, U+2022, or a hyphen or dash between spaces; 0
  /// for none.
  private static func itemMark(_ bytes: [UInt8], _ offset: Int) -> Int {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch bytes[offset] {
    case 0x7C, 0x2F: return 1
    case 0x2D: return next == 0x20 && offset > 0 && bytes[offset - 1] == 0x20 ? 1 : 0
    case 0xC2: return [0xAB, 0xB7, 0xBB].contains(next) ? 2 : 0
    case 0xE2:
      guard next == 0x80, offset + 2 < bytes.count else { return 0 }
      return [0x93, 0x94, 0xA2].contains(bytes[offset + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static let labels = PhraseTable("document-kinds") {
    $0.count > 2 && $0[2] != "joint" && $0[2] != "shelf"
  }
  private static let shelves = PhraseTable("document-kinds") { $0.count > 2 && $0[2] == "shelf" }
  private static let opens = PhraseTable("document-kinds") {
    $0.count > 2 && ($0[2] == "opens" || $0[2] == "holds")
  }
  private static let holds = PhraseTable("document-kinds") { $0.count > 2 && $0[2] == "holds" }
  private static let joints = PhraseTable("document-kinds") { $0.count > 2 && $0[2] == "joint" }
}
