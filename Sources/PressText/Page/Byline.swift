public import PressModel

/// A line that names who wrote an article: "By Jane Roe", "Written by Jane Roe and John Doe".
public enum Byline {
  /// The names; empty for other lines.
  public static func names(_ line: Span, in bytes: [UInt8]) -> [Span] {
    guard line.count <= 120, let label = labels.prefix(of: line, in: bytes) else { return [] }
    var names: [Span] = []
    var start = label.span.end
    var offset = start
    while offset <= line.end {
      let mark = offset == line.end ? 0 : markLength(bytes, offset, line.end)
      guard offset == line.end || mark > 0 else {
        offset += 1
        continue
      }
      let name = TextLine.trimmed(Span(start, offset), in: bytes)
      let trimmed = trim(name, bytes)
      guard isName(trimmed, bytes) else { break }
      names.append(trimmed)
      // After a bar or a number no more names come.
      if mark > 0, bytes[offset] != 0x2C, bytes[offset] != 0x26, bytes[offset] != 0x20 { break }
      offset += max(1, mark)
      start = offset
    }
    return names
  }

  private static let labels = PhraseTable("byline-labels")

  /// A comma, `&`, `|`, a bullet, or " and ".
  private static func markLength(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    switch bytes[offset] {
    case 0x2C, 0x26, 0x7C, 0x2F, 0x28: return 1
    case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xB7: return 2
    case 0xE2 where offset + 2 < end: return 3
    case 0x20: return bytes[offset..<end].starts(with: " and ".utf8) ? 5 : 0
    default: return 0
    }
  }

  private static func trim(_ span: Span, _ bytes: [UInt8]) -> Span {
    var span = span
    while span.start < span.end, bytes[span.start] == 0x3A || bytes[span.start] <= 0x20 {
      span.start += 1
    }
    return span
  }

  /// Two to five words, each capitalized but for particles.
  private static func isName(_ span: Span, _ bytes: [UInt8]) -> Bool {
    guard !span.isEmpty else { return false }
    let shape = LineShape(bytes, span)
    return shape.words >= 2 && shape.words <= 5 && shape.numberWords == 0 && shape.startsUpper
      && shape.capitalizedWords * 2 > shape.words && shape.joints <= 1
  }
}
