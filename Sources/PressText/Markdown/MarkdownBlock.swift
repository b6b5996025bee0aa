public import PressModel

/// A block of a Markdown text: its type and the lines that it is made of, marks left out.
public struct MarkdownBlock: Hashable, Sendable {
  public var type: BlockType
  public var level: Int?
  /// One span a line, in order.
  public var lines: [Span]
}

/// Cuts a Markdown text into blocks: CommonMark's headings, lists, block quotes, fences and
/// thematic breaks, and pipe tables. Lines that are indented are prose: releases indent
/// paragraphs, and hold no code.
public struct MarkdownScanner {
  public let bytes: [UInt8]
  public private(set) var blocks: [MarkdownBlock] = []
  /// The fields of the front matter, with the spans of their values.
  public private(set) var fields: [(key: String, value: Span)] = []

  private var isOpen = false
  private var quoted = false
  private var fence: UInt8?
  private var listIndents: [Int] = []

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines = TextLine.scan(bytes)[...]
    readFrontMatter(&lines)
    for line in lines { take(line) }
  }

  private mutating func readFrontMatter(_ lines: inout ArraySlice<TextLine>) {
    guard let first = lines.first, isRule(first.span, 0x2D, atLeast: 3), first.span.count == 3,
      first.blanksBefore == 0,
      let end = lines.dropFirst().prefix(60).firstIndex(where: {
        ($0.span.count == 3 && isRule($0.span, 0x2D, atLeast: 3)) || isWord($0.span, "...")
      })
    else { return }
    for line in lines[(lines.startIndex + 1)..<end] {
      guard let colon = bytes[line.span.start..<line.span.end].firstIndex(of: 0x3A) else {
        continue
      }
      var value = TextLine.trimmed(Span(colon + 1, line.span.end), in: bytes)
      if value.count >= 2, bytes[value.start] == 0x22 || bytes[value.start] == 0x27,
        bytes[value.end - 1] == bytes[value.start]
      {
        value = Span(value.start + 1, value.end - 1)
      }
      let key = String(decoding: bytes[line.span.start..<colon], as: UTF8.self)
      fields.append((key.lowercased(), value))
    }
    lines = lines[(end + 1)...]
  }

  private mutating func take(_ line: TextLine) {
    var span = line.span
    if fence == nil, line.blanksBefore > 0 {
      isOpen = false
      if line.indent < 2 { listIndents = [] }
    }
    if let mark = fenceMark(span) {
      fence = fence == nil ? mark : fence == mark ? nil : fence
      isOpen = false
      return
    }
    if fence != nil { return add(.preformatted, nil, span) }
    let wasQuoted = quoted
    quoted = false
    while span.start < span.end, bytes[span.start] == 0x3E {
      span = TextLine.trimmed(Span(span.start + 1, span.end), in: bytes)
      quoted = true
    }
    if quoted != wasQuoted, quoted { isOpen = false }
    guard !span.isEmpty else {
      isOpen = false
      return
    }
    if let heading = headingMark(span) {
      isOpen = false
      add(.heading, heading.level, heading.span)
      isOpen = false
      return
    }
    if takeUnderline(span) { return }
    if isBreak(span) {
      isOpen = false
      return
    }
    if bytes[span.start] == 0x7C { return takeRow(span) }
    if takeItem(span, indent: line.indent) { return }
    if SpeakerLabel.starts(span, in: bytes), endsTurn() { isOpen = false }
    add(quoted ? .blockquote : .paragraph, nil, span)
  }

  /// Goes on with the open block, or opens one.
  private mutating func add(_ type: BlockType, _ level: Int?, _ span: Span) {
    if isOpen, let last = blocks.last,
      last.type == type || (last.type == .listItem && type == .paragraph)
    {
      blocks[blocks.count - 1].lines.append(span)
    } else {
      blocks.append(MarkdownBlock(type: type, level: level, lines: [span]))
    }
    isOpen = true
  }

  /// `===` or `---` under one line of a paragraph makes it a heading.
  private mutating func takeUnderline(_ span: Span) -> Bool {
    let isFirst = isRule(span, 0x3D, atLeast: 2)
    guard isFirst || isRule(span, 0x2D, atLeast: 2), isOpen, let last = blocks.last,
      last.type == .paragraph, last.lines.count <= 2
    else { return false }
    blocks[blocks.count - 1].type = .heading
    blocks[blocks.count - 1].level = isFirst ? 1 : 2
    isOpen = false
    return true
  }

  private mutating func takeRow(_ span: Span) {
    isOpen = false
    let isSeparator = bytes[span.start..<span.end].allSatisfy {
      $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20
    }
    guard !isSeparator else { return }
    var row = Span(span.start + 1, span.end)
    if row.end > row.start, bytes[row.end - 1] == 0x7C { row.end -= 1 }
    row = TextLine.trimmed(row, in: bytes)
    if !row.isEmpty { add(.tableRow, nil, row) }
    isOpen = false
  }

  private mutating func takeItem(_ span: Span, indent: Int) -> Bool {
    guard let marker = ListMarker(bytes, span),
      marker.isNumbered
        ? bytes[span.start] != 0x28 : [0x2A, 0x2B, 0x2D].contains(bytes[span.start]),
      !(isOpen && marker.isNumbered && blocks.last?.type == .paragraph)
    else { return false }
    while let last = listIndents.last, last > indent { listIndents.removeLast() }
    if listIndents.last.map({ indent >= $0 + 2 }) ?? true { listIndents.append(indent) }
    isOpen = false
    let start = marker.isNumbered ? span.start : span.start + marker.length
    add(.listItem, min(6, max(1, listIndents.count)), Span(start, span.end))
    return true
  }

  /// Whether a label may start a turn here: the line before ended a sentence or a bracket.
  private func endsTurn() -> Bool {
    guard isOpen, let last = blocks.last?.lines.last else { return true }
    let mark = bytes[last.end - 1]
    let isBreak =
      last.end + 1 < bytes.count && bytes[last.end] == 0x20 && bytes[last.end + 1] == 0x20
    return isBreak || mark == 0x2E || mark == 0x3F || mark == 0x21 || mark == 0x29 || mark >= 0x80
      || mark == 0x2D
  }

  private func headingMark(_ span: Span) -> (level: Int, span: Span)? {
    var offset = span.start
    while offset < span.end, bytes[offset] == 0x23 { offset += 1 }
    let level = offset - span.start
    guard (1...6).contains(level), offset < span.end, bytes[offset] <= 0x20 else { return nil }
    var end = span.end
    while end > offset, bytes[end - 1] == 0x23 || bytes[end - 1] <= 0x20 { end -= 1 }
    let words = TextLine.trimmed(Span(offset, end), in: bytes)
    return words.isEmpty ? nil : (level, words)
  }

  private func fenceMark(_ span: Span) -> UInt8? {
    guard span.count >= 3 else { return nil }
    let first = bytes[span.start]
    guard first == 0x60 || first == 0x7E else { return nil }
    return bytes[span.start + 1] == first && bytes[span.start + 2] == first ? first : nil
  }

  /// `***`, `---`, `___`, spaces between them or not.
  private func isBreak(_ span: Span) -> Bool {
    isRule(span, 0x2D, atLeast: 3) || isRule(span, 0x2A, atLeast: 3)
      || isRule(span, 0x5F, atLeast: 3)
  }

  private func isRule(_ span: Span, _ mark: UInt8, atLeast count: Int) -> Bool {
    var marks = 0
    for byte in bytes[span.start..<span.end] {
      if byte == mark { marks += 1 } else if byte != 0x20 { return false }
    }
    return marks >= count
  }

  private func isWord(_ span: Span, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes[span.start..<span.end].elementsEqual($0) }
  }
}
