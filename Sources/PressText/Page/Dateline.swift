public import PressModel

/// A dateline: the place, and often the day, that open a release's first paragraph and that a dash
/// parts from it: "GENEVA, 3 May 2019 – ", "(Springfield, IL) - ", "Washington, D.C. — ", "[BERN] –".
public struct Dateline: Hashable, Sendable {
  /// From the first byte to the end of the dash.
  public var span: Span
  public var place: Span
  public var date: PrintedDate?

  /// The dateline at the start of a paragraph.
  public init?(_ bytes: [UInt8], _ paragraph: Span) {
    let limit = min(paragraph.end, paragraph.start + 110)
    guard let dash = Self.dash(bytes, Span(paragraph.start, limit)) else { return nil }
    var head = TextLine.trimmed(Span(paragraph.start, dash.start), in: bytes)
    if let date = PrintedDate.first(in: bytes, head) {
      self.date = date
      head.end = date.span.start
    }
    head = Self.withoutMarks(head, bytes)
    if date == nil { head = Self.withoutDay(head, bytes) }
    guard !head.isEmpty, head.count <= 60, Self.isPlace(bytes, head) else { return nil }
    // Without a day, a place is told from other words before a dash by its capitals or its state,
    // or is known: "Pliers — these come in pairs" is none.
    // "PS – " is none either.
    let isUpper =
      head.count > 2 && !bytes[head.start..<head.end].contains { $0 >= 0x61 && $0 <= 0x7A }
    let hasComma = bytes[head.start..<head.end].contains(0x2C)
    let isBracketed = [0x28, 0x5B].contains(bytes[paragraph.start])
    let isMarked = date != nil || isUpper || hasComma || isBracketed
    guard isMarked || dash.isLong && KnownPlace.isPlace(head, in: bytes) else { return nil }
    if date == nil, SpeakerLabel.starts(paragraph, in: bytes) { return nil }
    if date == nil, !isUpper, !isBracketed, Self.isSpeech(head, bytes) { return nil }
    place = head
    span = Span(paragraph.start, dash.end)
  }

  init(span: Span, place: Span, date: PrintedDate?) {
    self.span = span
    self.place = place
    self.date = date
  }

  /// "So –", "Mr. President –", "Look –": words that a speaker breaks off after, and no place.
  private static func isSpeech(_ head: Span, _ bytes: [UInt8]) -> Bool {
    functionWords.prefix(of: head, in: bytes) != nil
      || (titles.prefix(of: head, in: bytes) != nil && !isTown(head, bytes))
      || commonWords.whole(head, in: bytes) != nil
  }

  /// Whether a state or a country stands behind a comma, "Prince George, B.C.", and neither another
  /// title nor a party's letter: "Madam Speaker, Mr. Vice President", "Sen. Ann Roe, I".
  private static func isTown(_ head: Span, _ bytes: [UInt8]) -> Bool {
    guard let comma = bytes[head.start..<head.end].firstIndex(of: 0x2C) else { return false }
    let rest = TextLine.trimmed(Span(comma + 1, head.end), in: bytes)
    return rest.count > 1 && titles.prefix(of: rest, in: bytes) == nil
  }

  private static let functionWords = PhraseTable("function-words") { $0.first != "the" }
  static let titles = PhraseTable("titles")
  private static let commonWords = PhraseTable("common-words")

  /// The first dash that stands free or is long; a hyphen inside a word is none.
  private static func dash(
    _ bytes: [UInt8], _ span: Span
  ) -> (start: Int, end: Int, isLong: Bool)? {
    var offset = span.start
    while offset < span.end {
      let before =
        offset > span.start && bytes[offset - 1] <= 0x20
        || offset > 0 && [0x29, 0x5D].contains(bytes[offset - 1])
      if bytes[offset] == 0x2D {
        var end = offset
        while end < span.end, bytes[end] == 0x2D { end += 1 }
        let after = end < span.end && bytes[end] <= 0x20
        if end - offset >= 2 || before || after { return (offset, end, end - offset >= 2) }
        offset = end
      } else if isLongDash(bytes, offset, span.end) {
        return (offset, offset + 3, true)
      } else if before, let end = garbledDash(bytes, offset, span.end) {
        return (offset, end, true)
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether U+2013, U+2014 or U+2015 stands here, or the sign for minus that some print for them.
  private static func isLongDash(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    guard bytes[offset] == 0xE2, offset + 2 < limit else { return false }
    return bytes[offset + 1] == 0x80 && (0x93...0x95).contains(bytes[offset + 2])
      || bytes[offset + 1] == 0x88 && bytes[offset + 2] == 0x92
  }

  /// The end of a dash between spaces that was encoded twice, "â\u{80}\u{93}", or that is left of one.
  private static func garbledDash(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard bytes[start] == 0xC3, start + 1 < limit, bytes[start + 1] == 0xA2 else { return nil }
    var end = start + 2
    while end < limit, bytes[end] >= 0x80, end - start < 9 { end += 1 }
    return end < limit && bytes[end] == 0x20 ? end : nil
  }

  static func withoutMarks(_ span: Span, _ bytes: [UInt8]) -> Span {
    var span = span
    while span.start < span.end,
      [0x28, 0x5B].contains(bytes[span.start]) || bytes[span.start] <= 0x20
    {
      span.start += 1
    }
    while span.end > span.start {
      let last = bytes[span.end - 1]
      let isMark = [0x28, 0x29, 0x2C, 0x3A, 0x5B, 0x5D].contains(last)
      guard isMark || last <= 0x20 else { break }
      span.end -= 1
    }
    return span
  }

  /// Without the month and the day of "GENEVA, May 3", which name no date by themselves.
  private static func withoutDay(_ head: Span, _ bytes: [UInt8]) -> Span {
    guard let comma = bytes[head.start..<head.end].lastIndex(of: 0x2C) else { return head }
    let rest = TextLine.trimmed(Span(comma + 1, head.end), in: bytes)
    guard let month = months.prefix(of: rest, in: bytes) else { return head }
    let day = bytes[month.span.end..<rest.end].drop { $0 == 0x20 || $0 == 0x2E }
    guard (1...2).contains(day.count), day.allSatisfy(PrintedDate.isDigit) else { return head }
    return withoutMarks(Span(head.start, comma), bytes)
  }

  private static let months = PhraseTable("printed-months")

  /// At most six words, all but small joining words capitalized, and no mark but commas, full stops
  /// and apostrophes.
  static func isPlace(_ bytes: [UInt8], _ span: Span) -> Bool {
    let words = bytes[span.start..<span.end].split { $0 <= 0x20 || $0 == 0x2C || $0 == 0x2F }
    guard !words.isEmpty, words.count <= 7 else { return false }
    for word in words {
      guard let first = word.first else { continue }
      let isJoin = ["of", "and", "de", "la", "the", "in", "on", "al", "el", "upon"].contains {
        word.elementsEqual($0.utf8)
      }
      guard isJoin || (first >= 0x41 && first <= 0x5A) || first >= 0x80 else { return false }
      for byte in word where byte < 0x80 {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        guard isLetter || byte == 0x2E || byte == 0x27 || byte == 0x2D else { return false }
      }
    }
    guard let first = words.first, first.count >= 2 else { return false }
    return true
  }
}
