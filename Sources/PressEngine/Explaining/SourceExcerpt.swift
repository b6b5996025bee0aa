internal import PressHTML
import PressModel

extension Explanation.Excerpt {
  /// The most bytes of a line that are shown on either side of the words, and the most lines.
  private static let reach = 100
  private static let lineLimit = 8

  /// - Parameters:
  ///   - raw: the source's bytes; nil where the pack has not kept them.
  ///   - encoding: the WHATWG name of its encoding.
  init(_ text: String, at span: Span, of raw: [UInt8]?, encoding: String) {
    self.text = text
    source = span
    isExtracted = false
    (line, column, lines) = (0, 0, [])
    guard let raw, span.start >= 0, span.start <= span.end, span.end <= raw.count else { return }
    let before = Self.decoded(raw[..<span.start], encoding)
    let words = Self.decoded(raw[span.start..<span.end], encoding)
    let after = Self.decoded(raw[span.end...], encoding)
    line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex
    let head = before[lineStart...]
    column = head.count { $0 & 0xC0 != 0x80 } + 1
    let tail = after.prefix { $0 != 0x0A }
    let rows = words.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lineStart > before.startIndex {
      let earlier = before[..<(lineStart - 1)]
      let start = earlier.lastIndex(of: 0x0A).map { $0 + 1 } ?? earlier.startIndex
      lines.append(Line(number: line - 1, pieces: [Self.start(of: earlier[start...])]))
    }
    for (index, row) in rows.prefix(Self.lineLimit).enumerated() {
      let left = index == 0 ? Self.end(of: head) : ""
      let right = index == rows.count - 1 ? Self.start(of: tail) : ""
      lines.append(Line(number: line + index, pieces: [left, Self.text(row), right]))
    }
    guard rows.count <= Self.lineLimit else { return }
    let rest = after.dropFirst(tail.count + 1)
    if tail.count < after.count, !rest.isEmpty {
      let next = rest.prefix { $0 != 0x0A }
      lines.append(Line(number: line + rows.count, pieces: [Self.start(of: next)]))
    }
  }

  /// Words of a text that was taken out of `source`, bytes of the raw source.
  init(_ words: String, at span: Span, ofExtracted text: [UInt8], source: Span) {
    self.init(words, at: span, of: text, encoding: "utf-8")
    self.source = source
    isExtracted = true
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> ArraySlice<UInt8> {
    guard encoding != "utf-8", let known = HTMLEncoding(label: encoding),
      let utf8 = try? known.decode(Array(bytes)).utf8
    else { return bytes }
    return utf8[...]
  }

  private static func start(of bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > reach else { return text(bytes) }
    var cut = bytes.prefix(reach)
    while let last = cut.last, last & 0xC0 == 0x80 { cut = cut.dropLast() }
    if let last = cut.last, last >= 0xC0 { cut = cut.dropLast() }
    return text(cut) + "…"
  }

  private static func end(of bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > reach else { return text(bytes) }
    return "…" + text(bytes.suffix(reach).drop { $0 & 0xC0 == 0x80 })
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
  }
}
