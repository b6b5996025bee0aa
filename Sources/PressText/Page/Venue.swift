import PressModel

/// Where somebody spoke, as transcripts and speeches print it above their text: "Map Room", then
/// "2:37 P.M. EDT"; "Harbour Hall", then "Port Olsen, Maine".
struct Venue {
  /// The last of its lines.
  private(set) var place: Span?
  /// From the first line that stands right above it.
  private(set) var lines: Span?
  /// Whether a time of day follows.
  private(set) var isTimed = false

  /// Reads lines of a block, or blocks, up to the time of day, or up to the text where a town and its
  /// state end them.
  init(_ blocks: [Block], in bytes: [UInt8]) {
    var before: (last: Span, all: Span)?
    for (index, block) in blocks.prefix(8).enumerated() where block.type != .listItem {
      let opensText =
        SpeakerLabel.starts(block.span, in: bytes) || LineShape(bytes, block.span).words > 20
      if opensText, (1...2).contains(index), let found = before, Self.isTown(found.last, bytes) {
        (place, lines) = found
        return
      }
      var start = block.span.start
      for offset in block.span.start...block.span.end
      where offset == block.span.end || bytes[offset] == 0x0A {
        let line = TextLine.trimmed(Span(start, offset), in: bytes)
        start = offset + 1
        guard !line.isEmpty else { continue }
        if Self.isClock(line, bytes) {
          isTimed = true
          (place, lines) = (before?.last, before?.all)
          return
        }
        let shape = LineShape(bytes, line)
        let date = PrintedDate.first(in: bytes, line)
        // "(March 3, 2020)" and a line of marks stand between the place and the time.
        if before != nil, shape.words == 0 || date != nil && bytes[line.start] == 0x28 { continue }
        let isPlace =
          block.type != .heading && shape.words <= 9 && shape.startsUpper
          && (!shape.endsSentence || Self.isTown(line, bytes))
          && shape.capitalizedWords * 2 > shape.words && shape.lastMark != 0x3A && date == nil
          && !bytes[line.start..<line.end].contains(0x3A)
          // "Via Teleconference" names no place.
          && !bytes[line.start..<line.end].starts(with: "Via ".utf8)
        before = isPlace ? (line, Span(before?.all.start ?? line.start, line.end)) : nil
      }
    }
  }

  /// A town, a comma, and a state or country, and no street.
  private static func isTown(_ line: Span, _ bytes: [UInt8]) -> Bool {
    guard let comma = bytes[line.start..<line.end].lastIndex(of: 0x2C) else { return false }
    let rest = TextLine.trimmed(Span(comma + 1, line.end), in: bytes)
    return !rest.isEmpty && Dateline.isPlace(bytes, line)
      && (KnownPlace.isState(rest, in: bytes) || KnownPlace.isPlace(rest, in: bytes))
  }

  /// "2:37 P.M. EDT" and no more.
  private static func isClock(_ line: Span, _ bytes: [UInt8]) -> Bool {
    guard line.count >= 6, line.count <= 30, PrintedDate.isDigit(bytes[line.start]) else {
      return false
    }
    let head = bytes[line.start..<min(line.end, line.start + 10)]
    return head.prefix(3).contains(0x3A)
      && head.contains { $0 | 0x20 == 0x6D }
      && head.contains { $0 | 0x20 == 0x61 || $0 | 0x20 == 0x70 }
  }
}
