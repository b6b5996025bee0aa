public import PressModel

/// A line of a plain text that shows something, cut free of the white space around it.
public struct TextLine: Hashable, Sendable {
  /// Byte offsets in the text that it was scanned from.
  public var span: Span
  /// The number of columns before its first character, a tab counting as one.
  public var indent: Int
  /// The number of blank lines before it.
  public var blanksBefore: Int

  public init(span: Span, indent: Int, blanksBefore: Int) {
    self.span = span
    self.indent = indent
    self.blanksBefore = blanksBefore
  }

  /// The lines of a UTF-8 text that are not blank. Lines end at LF, CR, CR LF, form feeds and
  /// vertical tabs.
  public static func scan(_ bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var blanks = 0
    var start = 0
    var offset = 0
    while offset <= bytes.count {
      let isEnd = offset == bytes.count
      guard isEnd || (bytes[offset] >= 0x0A && bytes[offset] <= 0x0D) else {
        offset += 1
        continue
      }
      let span = trimmed(Span(start, offset), in: bytes)
      if span.isEmpty {
        blanks += 1
      } else {
        lines.append(TextLine(span: span, indent: span.start - start, blanksBefore: blanks))
        blanks = 0
      }
      if isEnd { break }
      let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      offset += isPair ? 2 : 1
      start = offset
    }
    return lines
  }

  /// A span without the white space, control characters and byte order marks at its ends.
  public static func trimmed(_ span: Span, in bytes: [UInt8]) -> Span {
    var span = Span(max(0, span.start), min(bytes.count, span.end))
    while span.start < span.end {
      let length = blankLength(bytes, at: span.start, end: span.end)
      guard length > 0 else { break }
      span.start += length
    }
    while span.end > span.start {
      var start = span.end - 1
      while start > span.start, span.end - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard blankLength(bytes, at: start, end: span.end) == span.end - start else { break }
      span.end = start
    }
    return span
  }

  private static func blankLength(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : 0 }
    if byte == 0xC2 { return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : 0 }
    guard offset + 2 < end else { return 0 }
    switch (byte, bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
