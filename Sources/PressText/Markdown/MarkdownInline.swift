public import PressModel

/// What a block of Markdown shows: its text without the marks of emphasis, links, images and HTML.
///
/// Words that are struck out are left out: transcripts strike what was misheard or misspoken and
/// put the right words in square brackets beside it, which stay.
public struct MarkdownInline {
  public enum Piece: Hashable, Sendable {
    /// Characters as they stand.
    case text(Span)
    /// A character reference with its characters in UTF-8.
    case reference(Span, [UInt8])
    case lineBreak(Span)
    case space(Span)
  }

  /// In order; marks that were left out have none.
  public var pieces: [Piece] {
    made.indices.lazy.filter { !dropped.contains($0) }.map { made[$0] }
  }

  private let bytes: [UInt8]
  private let span: Span
  private var made: [Piece] = []
  /// Pieces that turned out to be marks.
  private var dropped: Set<Int> = []
  /// Marks of emphasis that wait for their like: their pieces, nil where a run of marks, which is
  /// never text, has none.
  private var openers: [UInt8: [Int?]] = [:]
  /// Square brackets that wait for theirs.
  private var brackets: [Int] = []
  private var struck = 0
  private var hasNoMoreTags = false
  private lazy var lastTicks: [Int: Int] = findTicks()

  /// `lines`: the block's lines in order.
  public init(_ bytes: [UInt8], lines: [Span]) {
    self.bytes = bytes
    span = Span(lines.first?.start ?? 0, lines.last?.end ?? 0)
    var offset = span.start
    var run = offset
    var line = 0
    while offset < span.end {
      if line + 1 < lines.count, offset >= lines[line].end {
        emit(.text(Span(run, min(offset, max(run, lines[line].end)))))
        let next = max(offset, lines[line + 1].start)
        let gap = Span(min(lines[line].end, next), next)
        emit(endsHard(gap) ? .lineBreak(gap) : .space(gap))
        (offset, run, line) = (next, next, line + 1)
        continue
      }
      let byte = bytes[offset]
      guard Self.marks.contains(byte) else {
        offset += 1
        continue
      }
      emit(.text(Span(run, offset)))
      run = offset
      let end = take(byte, at: offset)
      if end > offset { (offset, run) = (end, end) } else { offset += 1 }
    }
    emit(.text(Span(run, span.end)))
  }

  private static let marks = Set("\\*_~`![]<&".utf8)

  private mutating func emit(_ piece: Piece) {
    if case .text(let span) = piece, span.isEmpty { return }
    if struck == 0 { made.append(piece) }
  }

  /// Two spaces or a backslash at a line's end.
  private func endsHard(_ gap: Span) -> Bool {
    gap.count >= 3 && bytes[gap.start] == 0x20 && bytes[gap.start + 1] == 0x20
  }

  /// Reads a mark and returns where it ends; the same offset for a character that is none.
  private mutating func take(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case 0x5C: return takeEscape(offset)
    case 0x2A, 0x5F, 0x7E: return takeEmphasis(byte, offset)
    case 0x60: return takeCode(offset)
    case 0x21:
      return offset + 1 < span.end && bytes[offset + 1] == 0x5B ? takeImage(offset) : offset
    case 0x5B:
      brackets.append(made.count)
      if struck == 0 { emit(.text(Span(offset, offset + 1))) } else { brackets.removeLast() }
      return offset + 1
    case 0x5D: return takeBracket(offset)
    case 0x3C: return takeTag(offset)
    default: return takeReference(offset)
    }
  }

  private mutating func takeEscape(_ offset: Int) -> Int {
    guard offset + 1 < span.end else { return offset + 1 }
    let next = bytes[offset + 1]
    if next == 0x0A || next == 0x0D {
      emit(.lineBreak(Span(offset, offset + 2)))
      return offset + 2
    }
    let isMark = next > 0x20 && next < 0x7F && !PrintedDate.isAlphanumeric(next)
    guard isMark else { return offset }
    emit(.text(Span(offset + 1, offset + 2)))
    return offset + 2
  }

  private mutating func takeEmphasis(_ mark: UInt8, _ offset: Int) -> Int {
    var end = offset
    while end < span.end, bytes[end] == mark { end += 1 }
    let count = end - offset
    let before = offset > span.start ? bytes[offset - 1] : 0x20
    let after = end < span.end ? bytes[end] : 0x20
    let isInWord = PrintedDate.isAlphanumeric(before) && PrintedDate.isAlphanumeric(after)
    let isFree = before <= 0x20 && after <= 0x20
    if isFree, count > 1, mark == 0x2A, openers[mark]?.isEmpty == false { return end }
    if isFree || mark == 0x5F && isInWord || mark == 0x7E && count != 2 {
      emit(.text(Span(offset, end)))
      return end
    }
    let isRun = count > 1
    for place in offset..<end {
      if before > 0x20, let opener = openers[mark]?.popLast() {
        if let opener { dropped.insert(opener) }
        continue
      }
      if after > 0x20, struck == 0 { openers[mark, default: []].append(isRun ? nil : made.count) }
      if !isRun { emit(.text(Span(place, place + 1))) }
    }
    return end
  }

  private mutating func takeCode(_ offset: Int) -> Int {
    var start = offset
    while start < span.end, bytes[start] == 0x60 { start += 1 }
    let count = start - offset
    // A run that no other closes is text as a whole; it is not looked for, as thousands of lengths
    // would each cost the text.
    guard let last = lastTicks[count], last >= start else {
      emit(.text(Span(offset, start)))
      return start
    }
    var end = start
    var run = 0
    while end < span.end {
      run = bytes[end] == 0x60 ? run + 1 : 0
      end += 1
      if run == count, end == span.end || bytes[end] != 0x60 {
        emit(.text(Span(start, end - count)))
        return end
      }
    }
    return offset
  }

  /// Where the last run of each number of backticks starts.
  private func findTicks() -> [Int: Int] {
    var found: [Int: Int] = [:]
    var offset = span.start
    while offset < span.end {
      let start = offset
      while offset < span.end, bytes[offset] == 0x60 { offset += 1 }
      if offset > start { found[offset - start] = start } else { offset += 1 }
    }
    return found
  }

  private func takeImage(_ offset: Int) -> Int {
    guard let close = find(0x5D, from: offset + 2, within: 1000) else { return offset }
    return target(after: close) ?? offset
  }

  private mutating func takeBracket(_ offset: Int) -> Int {
    guard let open = brackets.popLast(), let end = target(after: offset) else { return offset }
    dropped.insert(open)
    return end
  }

  /// The end of the `(address)` or `[label]` after a closing bracket.
  private func target(after close: Int) -> Int? {
    let next = close + 1
    guard next < span.end else { return nil }
    if bytes[next] == 0x5B { return find(0x5D, from: next + 1, within: 300).map { $0 + 1 } }
    guard bytes[next] == 0x28 else { return nil }
    var depth = 0
    for offset in next..<min(span.end, next + 4000) {
      if bytes[offset] == 0x28 { depth += 1 }
      if bytes[offset] == 0x29 { depth -= 1 }
      if depth == 0 { return offset + 1 }
    }
    return nil
  }

  private func find(_ byte: UInt8, from start: Int, within count: Int) -> Int? {
    bytes[min(start, span.end)..<min(span.end, start + count)].firstIndex(of: byte)
  }

  private mutating func takeTag(_ offset: Int) -> Int {
    guard !hasNoMoreTags, offset + 1 < span.end else { return offset }
    let next = bytes[offset + 1]
    let isTag = (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) || next == 0x2F || next == 0x21
    guard isTag else { return offset }
    guard let close = bytes[offset..<span.end].firstIndex(of: 0x3E) else {
      hasNoMoreTags = true
      return offset
    }
    let inner = Span(offset + 1, close)
    let name = bytes[inner.start..<inner.end].prefix {
      $0 == 0x2F || PrintedDate.isAlphanumeric($0)
    }
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "s", "del", "strike": struck += 1
    case "/s", "/del", "/strike": struck = max(0, struck - 1)
    case "br": emit(.lineBreak(Span(offset, close + 1)))
    case "http", "https", "mailto": emit(.text(inner))
    case "p", "/p", "div", "/div", "li", "tr", "td", "th", "figure", "/figure":
      emit(.space(Span(offset, close + 1)))
    default:
      if bytes[inner.start..<inner.end].contains(0x40),
        !bytes[inner.start..<inner.end].contains(0x20)
      {
        emit(.text(inner))
      }
    }
    return close + 1
  }

  private mutating func takeReference(_ offset: Int) -> Int {
    guard let (scalar, end) = TextReference.read(bytes, at: offset) else { return offset }
    emit(.reference(Span(offset, end), Array(String(Character(scalar)).utf8)))
    return end
  }
}
