import PressModel
public import PressStage

/// What readers of plain text agree on about raw bytes.
public enum PlainBytes {
  /// Whether bytes are text and neither HTML nor a binary format: few control characters in their
  /// first 4 KB, or UTF-16's byte order mark.
  public static func isText(_ raw: RawBytes) -> Bool {
    let head = raw.bytes.prefix(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let isText = raw.mediaType.hasPrefix("text/")
    if !isText, raw.mediaType != "application/octet-stream" { return false }
    if isBinary(raw) { return false }
    // Markdown may start with a tag.
    return raw.mediaType == "text/markdown" || (!isMarkup(head) && raw.mediaType != "text/html")
  }

  /// Whether more than one byte in fifty of the first 4 KB is a control character that no text has.
  public static func isBinary(_ raw: RawBytes) -> Bool {
    let head = raw.bytes.prefix(4096)
    let controls = head.lazy.filter { $0 < 0x20 && ($0 < 0x09 || $0 > 0x0D) && $0 != 0x1B }.count
    return controls * 50 > head.count
  }

  /// Whether the first character is the `<` of a tag or declaration.
  private static func isMarkup(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard rest.popFirst() == 0x3C, let next = rest.first else { return false }
    return next == 0x21 || next == 0x3F || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
  }

  /// Cuts lines that hold a whole text apart where three or more characters of white space stand:
  /// what is left of paragraphs when the line ends are lost. A sentence that goes on behind the white
  /// space in small letters is not cut; where sentences often do, they were broken at a width, and
  /// only the ends of sentences part paragraphs.
  public static func paragraphs(_ lines: [TextLine], in bytes: [UInt8]) -> [TextLine] {
    let limit = 400
    guard lines.contains(where: { $0.span.count > limit }) else { return lines }
    var result: [TextLine] = []
    for line in lines {
      guard line.span.count > limit else {
        result.append(line)
        continue
      }
      var start = line.span.start
      for gap in cuts(in: line.span, bytes) + [line.span.end] {
        let isFirst = start == line.span.start
        result.append(
          TextLine(
            span: TextLine.trimmed(Span(start, gap), in: bytes), indent: isFirst ? line.indent : 0,
            blanksBefore: isFirst ? line.blanksBefore : 1))
        start = gap
      }
    }
    return result
  }

  /// Where the paragraphs of a line begin, but for the first.
  private static func cuts(in line: Span, _ bytes: [UInt8]) -> [Int] {
    var gaps: [(next: Int, endsSentence: Bool, runsOn: Bool)] = []
    var spaces = 0
    var last: UInt8 = 0
    for offset in line.start..<line.end {
      let byte = bytes[offset]
      if byte <= 0x20 {
        spaces += 1
        continue
      }
      if spaces >= 3 {
        let endsSentence = last >= 0x80 || [0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x29].contains(last)
        let isLower = byte >= 0x61 && byte <= 0x7A
        gaps.append((offset, endsSentence, isLower && !endsSentence))
      }
      spaces = 0
      last = byte
    }
    let broken = gaps.count { $0.runsOn }
    let areBroken = broken >= 3 && broken * 4 >= gaps.count && gaps.contains { $0.endsSentence }
    return gaps.filter { areBroken ? $0.endsSentence : !$0.runsOn }.map(\.next)
  }
}
