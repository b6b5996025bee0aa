import PressModel

/// A line of a place and a day, as speeches and declarations of many languages have it at their head or
/// foot: "Parlamento Nacional, Díli, 28 de setembro de 2021", "Berlin, 3. Oktober 2023", "Fait à Paris,
/// le 4 mars 2024".
///
/// In English, where "Roe, May 3, 2019" may be anything, all before the day is a known place.
struct PlaceDay {
  let date: PrintedDate
  /// The last part before the day; nil where that may be somebody's name.
  let place: Span?
  private let isSigned: Bool

  /// The one such line of a block of short lines.
  init?(within block: Span, in bytes: [UInt8]) {
    guard block.count <= 240 else { return nil }
    var found: PlaceDay?
    var start = block.start
    for offset in block.start...block.end where offset == block.end || bytes[offset] == 0x0A {
      if let line = PlaceDay(TextLine.trimmed(Span(start, offset), in: bytes), in: bytes) {
        guard found == nil else { return nil }
        found = line
      }
      start = offset + 1
    }
    guard let found else { return nil }
    self = found
  }

  init?(_ line: Span, in bytes: [UInt8]) {
    guard line.count >= 12, line.count <= 120, let date = PrintedDate.first(in: bytes, line),
      date.order == .certain, Self.isTail(Span(date.span.end, line.end), in: bytes)
    else { return nil }
    var head = TextLine.trimmed(Span(line.start, date.span.start), in: bytes)
    let lead = Self.leads.prefix(of: head, in: bytes)
    if let lead { head = TextLine.trimmed(Span(lead.span.end, head.end), in: bytes) }
    var isJoined = lead != nil
    // "Paris, le 4 mars 2024", "Berlin, den 3. Oktober 2023"
    if let space = bytes[head.start..<head.end].lastIndex(where: { $0 <= 0x20 }),
      Self.joints.whole(Span(space + 1, head.end), in: bytes) != nil
    {
      head = TextLine.trimmed(Span(head.start, space), in: bytes)
      isJoined = true
    }
    guard !head.isEmpty, isJoined || bytes[head.end - 1] == 0x2C else { return nil }
    head = Dateline.withoutMarks(head, bytes)
    let isForeign = isJoined || Self.isForeign(date, in: bytes)
    guard head.count >= 3, Self.isName(head, in: bytes),
      isForeign || KnownPlace.isPlace(head, in: bytes)
    else { return nil }
    self.date = date
    isSigned = lead != nil
    let comma = bytes[head.start..<head.end].lastIndex(of: 0x2C)
    let last = comma.map { TextLine.trimmed(Span($0 + 1, head.end), in: bytes) } ?? head
    let isState = comma != nil && KnownPlace.isState(last, in: bytes)
    if !isForeign || isState {
      place = head
    } else {
      place = lead == nil && Self.isPerson(last, in: bytes) ? nil : last
    }
  }

  /// Where the line says that something was done there, "Fait à Paris, le 4 mars 2024", it is a
  /// signature wherever it stands.
  var signature: SignedDay.Signature? { isSigned ? (date, place) : nil }

  /// Nothing, a full stop, or "r.", "года", "року": the word for a year.
  private static func isTail(_ rest: Span, in bytes: [UInt8]) -> Bool {
    let words = TextLine.trimmed(rest, in: bytes)
    return words.isEmpty || words.count == 1 && bytes[words.start] == 0x2E
      || years.whole(words, in: bytes) != nil
  }

  /// Whether the month has a name that is none in English.
  private static func isForeign(_ date: PrintedDate, in bytes: [UInt8]) -> Bool {
    let words = Tokens(Text(utf8: Array(bytes[date.span.start..<date.span.end])))
    return words.indices.contains { words[$0].kind == .word }
      && !words.indices.contains { words.is($0, .month) && words[$0].isCapitalized }
  }

  /// Up to nine words, all but small ones with a capital, and no mark but commas, hyphens, apostrophes.
  private static func isName(_ span: Span, in bytes: [UInt8]) -> Bool {
    let words = bytes[span.start..<span.end].split { $0 <= 0x20 || $0 == 0x2C }
    guard !words.isEmpty, words.count <= 9 else { return false }
    for word in words {
      guard let first = word.first else { continue }
      let isSmall =
        word.count <= 4 && word.startIndex > span.start && first >= 0x61 && first <= 0x7A
      guard isSmall || first >= 0x41 && first <= 0x5A || first >= 0xC3 else { return false }
      for byte in word where byte < 0x80 {
        guard PrintedDate.isLetter(byte) || [0x2E, 0x27, 0x2D].contains(byte) else { return false }
      }
    }
    return true
  }

  /// Whether the words open with a title or a first name and are no place that is known.
  private static func isPerson(_ span: Span, in bytes: [UInt8]) -> Bool {
    guard !KnownPlace.isPlace(span, in: bytes) else { return false }
    if Dateline.titles.prefix(of: span, in: bytes) != nil { return true }
    let words = NameFolding.words(String(decoding: bytes[span.start..<span.end], as: UTF8.self))
    guard words.count > 1, let first = words.first else { return false }
    // "María" is known as "Maria".
    return Array(first.utf8).withUnsafeBufferPointer {
      NameLexicon.shared.classes(WordHash.hash($0, 0, $0.count)).contains(.firstName)
    }
  }

  private static let leads = PhraseTable("document-form") { $0.count > 1 && $0[1] == "places" }
  private static let joints = PhraseTable("document-form") { $0.count > 1 && $0[1] == "joins-day" }
  private static let years = PhraseTable("document-form") { $0.count > 1 && $0[1] == "ends-day" }
}
