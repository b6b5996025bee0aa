public import PressModel

/// A line that names who wrote an article: "By Jane Roe", "Written by Jane Roe and John Doe".
public enum Byline {
  /// The names; empty for other lines.
  public static func names(_ line: Span, in bytes: [UInt8]) -> [Span] {
    guard line.count <= 120, let first = afterLabel(line, bytes) else { return [] }
    var line = line
    if let date = PrintedDate.first(in: bytes, Span(first, line.end)) { line.end = date.span.start }
    var names: [Span] = []
    var start = first
    var offset = start
    while offset <= line.end {
      let mark = offset == line.end ? 0 : markLength(bytes, offset, line.end)
      guard offset == line.end || mark > 0 else {
        offset += 1
        continue
      }
      let name = TextLine.trimmed(Span(start, offset), in: bytes)
      let trimmed = cut(trim(name, bytes), bytes)
      guard isName(trimmed, bytes) else { break }
      names.append(trimmed)
      // Behind words that are no name, a bar or a number no more names come.
      if trimmed.end < name.end { break }
      if mark > 0, bytes[offset] != 0x2C, bytes[offset] != 0x26, bytes[offset] != 0x20 { break }
      offset += max(1, mark)
      start = offset
    }
    return names
  }

  private static let labels = PhraseTable("byline-labels")
  private static let dates = PhraseTable("date-labels") { $0.count > 1 && $0[1] != "by" }
  private static let particles: Set<String> = [
    "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "e", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von", "y",
  ]

  /// Behind the label that opens a line; it may be glued to the name: "ByJane Roe".
  private static func afterLabel(_ line: Span, _ bytes: [UInt8]) -> Int? {
    if let label = labels.prefix(of: line, in: bytes) { return label.span.end }
    guard line.count > 4, bytes[line.start] == 0x42, bytes[line.start + 1] == 0x79,
      bytes[line.start + 2] >= 0x41, bytes[line.start + 2] <= 0x5A
    else { return nil }
    return line.start + 2
  }

  /// The first words of a part up to one that no name has: "Updated", glued to the name or not, a
  /// word in small letters, or one in capitals behind others: "Jane Roe KXYZ logo".
  private static func cut(_ span: Span, _ bytes: [UInt8]) -> Span {
    var words = 0
    var offset = span.start
    var end = span.start
    while offset < span.end {
      var stop = offset
      var isGlued = false
      while stop < span.end, bytes[stop] > 0x20 {
        let joins = stop > offset && bytes[stop - 1] >= 0x61 && bytes[stop] <= 0x5A
        isGlued = joins && dates.prefix(of: Span(stop, span.end), in: bytes) != nil
        if isGlued { break }
        stop += 1
      }
      let word = Span(offset, stop)
      let shape = LineShape(bytes, word)
      let isOther =
        shape.startsLower
        && !particles.contains(String(decoding: bytes[word.start..<word.end], as: UTF8.self))
        || dates.prefix(of: word, in: bytes) != nil
        || shape.upperWords > 0 && word.count > 2 && words >= 2
          && bytes[span.start..<end].contains { $0 >= 0x61 && $0 <= 0x7A }
      if isOther, words >= 2 { break }
      words += 1
      end = stop
      if isGlued { break }
      offset = stop
      while offset < span.end, bytes[offset] <= 0x20 { offset += 1 }
    }
    return Span(span.start, end)
  }

  /// A comma, `&`, `|`, a bullet, " and " or " with ".
  private static func markLength(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    switch bytes[offset] {
    case 0x2C, 0x26, 0x7C, 0x2F, 0x28: return 1
    case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xB7: return 2
    case 0xE2 where offset + 2 < end: return 3
    case 0x20:
      let rest = bytes[offset..<end]
      return rest.starts(with: " and ".utf8) ? 5 : rest.starts(with: " with ".utf8) ? 6 : 0
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
    // "MD", "DVM": a degree of the name before.
    let first = bytes[span.start..<span.end].prefix { $0 > 0x20 && $0 != 0x2E }
    let opensWithDegree = first.count <= 4 && first.count > 1 && shape.upperWords < shape.words
    if opensWithDegree, first.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { return false }
    return shape.words >= 2 && shape.words <= 5 && shape.numberWords == 0 && shape.startsUpper
      && shape.capitalizedWords * 2 > shape.words && shape.joints <= 1
  }
}
