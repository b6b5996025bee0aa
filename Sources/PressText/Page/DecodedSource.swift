public import PressModel
public import PressStage

/// The characters of raw bytes as UTF-8, with where each of them came from: what text readers work
/// on.
///
/// Raw bytes that are UTF-8 stand here as they are. UTF-16 is recognised by its byte order mark.
/// Bytes in which ill-formed sequences outnumber the well-formed ones are windows-1252, as the
/// WHATWG Encoding Standard has it for unlabelled text; single ill-formed sequences in UTF-8 are
/// left for the builder to replace. Character references that a page left in its text ("R&amp;D") are
/// decoded where that is asked for.
public struct DecodedSource: Sendable {
  /// UTF-8, but for ill-formed sequences of a source that is UTF-8 otherwise.
  public let bytes: [UInt8]
  /// The encoding's WHATWG name.
  public let encoding: String
  /// The characters that the source writes otherwise, in the order of the text.
  private let changes: [Change]

  private struct Change: Sendable {
    var text: Span
    var source: Span
    var rule = SourceMap.Rule.transcoded
  }

  /// `references`: whether character references are decoded, for texts whose own syntax has none.
  public init(_ raw: [UInt8], references: Bool = false) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      let isLittle = raw[0] == 0xFF
      encoding = isLittle ? "utf-16le" : "utf-16be"
      (bytes, changes) = Self.decodeUTF16(raw, littleEndian: isLittle)
    } else if Self.isUTF8(raw) {
      encoding = "utf-8"
      (bytes, changes) = references ? Self.decodeReferences(raw) : (raw, [])
    } else {
      encoding = "windows-1252"
      (bytes, changes) = Self.decodeWindows1252(raw)
    }
  }

  /// Appends a span of `bytes` to the open block, each character with its bytes in the source.
  public func append(_ span: Span, to builder: inout DocumentBuilder) {
    guard !changes.isEmpty else {
      builder.append(span)
      return
    }
    var offset = span.start
    var index = firstChange(endingAfter: span.start)
    while index < changes.count, changes[index].text.start < span.end {
      let change = changes[index]
      if offset < change.text.start { builder.append(source(of: Span(offset, change.text.start))) }
      builder.append(
        decoded: Array(bytes[change.text.start..<change.text.end]), from: change.source,
        rule: change.rule)
      offset = change.text.end
      index += 1
    }
    if offset < span.end { builder.append(source(of: Span(offset, span.end))) }
  }

  /// The bytes of the raw source under a span of `bytes`.
  public func source(of span: Span) -> Span {
    guard !changes.isEmpty else { return span }
    return Span(sourceOffset(span.start, isEnd: false), sourceOffset(span.end, isEnd: true))
  }

  /// The words at a span, white space in order.
  public func words(_ span: Span) -> String {
    let text = String(
      decoding: bytes[max(0, span.start)..<min(bytes.count, span.end)], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words at a span, as evidence for a metadata field that the canonical text leaves out.
  public func evidence(_ span: Span, field: String? = nil) -> Evidence {
    Evidence(text: words(span), field: field, source: source(of: span))
  }

  private func firstChange(endingAfter offset: Int) -> Int {
    changes.partitioningIndex { $0.text.end > offset }
  }

  private func sourceOffset(_ offset: Int, isEnd: Bool) -> Int {
    let next = firstChange(endingAfter: isEnd ? offset - 1 : offset)
    if next < changes.count, changes[next].text.start < offset {
      return isEnd ? changes[next].source.end : changes[next].source.start
    }
    guard next > 0 else { return offset }
    let last = changes[next - 1]
    return last.source.end + offset - last.text.end
  }

  /// Whether more of the sequences outside of ASCII are well-formed than not.
  private static func isUTF8(_ raw: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var offset = 0
    while offset < raw.count {
      let lead = raw[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      let end = offset + length
      if length > 0, end <= raw.count, raw[offset + 1..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        offset = end
      } else {
        bad += 1
        offset += 1
      }
    }
    return bad == 0 || good > bad
  }

  private static func decodeReferences(_ raw: [UInt8]) -> ([UInt8], [Change]) {
    guard raw.contains(0x26) else { return (raw, []) }
    var bytes: [UInt8] = []
    var changes: [Change] = []
    var start = 0
    var offset = 0
    while let next = raw[offset...].firstIndex(of: 0x26) {
      offset = next + 1
      guard let (scalar, end) = TextReference.read(raw, at: next) else { continue }
      if bytes.isEmpty { bytes.reserveCapacity(raw.count) }
      bytes += raw[start..<next]
      let place = bytes.count
      appendUTF8(scalar.value, to: &bytes)
      changes.append(
        Change(text: Span(place, bytes.count), source: Span(next, end), rule: .reference))
      (start, offset) = (end, end)
    }
    return changes.isEmpty ? (raw, []) : (bytes + raw[start...], changes)
  }

  private static func decodeWindows1252(_ raw: [UInt8]) -> ([UInt8], [Change]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    var changes: [Change] = []
    for (offset, byte) in raw.enumerated() {
      if byte < 0x80 {
        bytes.append(byte)
        continue
      }
      let start = bytes.count
      let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt16(byte)
      appendUTF8(UInt32(scalar), to: &bytes)
      changes.append(Change(text: Span(start, bytes.count), source: Span(offset, offset + 1)))
    }
    return (bytes, changes)
  }

  private static func decodeUTF16(_ raw: [UInt8], littleEndian: Bool) -> ([UInt8], [Change]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var changes: [Change] = []
    func unit(_ offset: Int) -> UInt32 {
      let (first, second) = (UInt32(raw[offset]), UInt32(raw[offset + 1]))
      return littleEndian ? first | second << 8 : first << 8 | second
    }
    var offset = 2
    while offset + 1 < raw.count {
      var scalar = unit(offset)
      var length = 2
      if scalar & 0xFC00 == 0xD800, offset + 3 < raw.count, unit(offset + 2) & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(offset + 2) & 0x3FF
        length = 4
      } else if scalar & 0xF800 == 0xD800 {
        scalar = 0xFFFD
      }
      let start = bytes.count
      appendUTF8(scalar, to: &bytes)
      changes.append(Change(text: Span(start, bytes.count), source: Span(offset, offset + length)))
      offset += length
    }
    return (bytes, changes)
  }

  private static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      if scalar < 0x10000 {
        bytes.append(UInt8(0xE0 | scalar >> 12))
      } else {
        bytes.append(UInt8(0xF0 | (scalar >> 18) & 0x07))
        bytes.append(UInt8(0x80 | (scalar >> 12) & 0x3F))
      }
      bytes.append(UInt8(0x80 | (scalar >> 6) & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
