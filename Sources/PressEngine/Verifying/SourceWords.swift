internal import PressHTML
import PressModel
import PressStage
import PressText

/// Raw bytes of a source, read as a person would: decoded, with markup and character references
/// resolved.
struct SourceWords {
  private let raw: [UInt8]
  private let encoding: String

  /// `encoding`: the WHATWG name of the encoding that the document was read in.
  init(_ raw: [UInt8], encoding: String) {
    self.raw = raw
    self.encoding = encoding
  }

  /// Whether a range of a source's bytes says some words.
  static func are(
    _ words: String, at range: Span, of source: [UInt8], encoding: String
  ) -> Bool {
    range.start >= 0 && range.start < range.end && range.end <= source.count
      && SourceWords(Array(source[range.start..<range.end]), encoding: encoding)
        .hold(Array(words.utf8))
  }

  /// Whether some UTF-8 words stand among them, white space aside: as the bytes are, as HTML, as a
  /// string of JSON, or in one of the codings of mail.
  func hold(_ words: [UInt8]) -> Bool {
    if holdsUncoded(words) { return true }
    if raw.contains(UInt8(ascii: "=")) {
      var bytes: [UInt8] = []
      TransferCoding.quotedPrintable(raw[...]) { byte, _ in bytes.append(byte) }
      if SourceWords(bytes, encoding: encoding).holdsUncoded(words) { return true }
      let header = TransferCoding.words(ofHeader: String(decoding: raw, as: UTF8.self))
      if header.contains(where: { $0.charset != nil }) {
        let text = header.flatMap { word in
          word.charset.flatMap { HTMLEncoding(label: $0) }
            .flatMap { try? $0.decode(word.bytes).utf8 } ?? word.bytes
        }
        if SourceWords(text, encoding: "utf-8").holdsUncoded(words) { return true }
      }
    }
    guard raw.count >= 4, raw.allSatisfy(Self.isBase64) else { return false }
    var bytes: [UInt8] = []
    TransferCoding.base64(raw[...]) { group, _ in bytes += group }
    return SourceWords(bytes, encoding: encoding).holdsUncoded(words)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x0A, 0x0D, 0x20: true
    default: false
    }
  }

  private func holdsUncoded(_ words: [UInt8]) -> Bool {
    let words = Self.squeezed(words)
    let decoded = HTMLEncoding(label: encoding).flatMap { try? $0.decode(raw).utf8 } ?? raw
    // Ill-formed bytes read as U+FFFD, as the readers have it.
    let text = Array(String(decoding: decoded, as: UTF8.self).utf8)
    if Self.squeezed(text).holds(words) { return true }
    var strings = [text]
    // So does a NUL of HTML's, but where its tree leaves it out.
    if text.contains(0) {
      let repaired = text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
      if Self.squeezed(repaired).holds(words) { return true }
      strings.append(repaired)
    }
    if text.contains(UInt8(ascii: "\\")) {
      let quote = [UInt8(ascii: "\"")]
      if let string = try? JSONValue(parsing: quote + text + quote).string {
        strings.append(Array(string.utf8))
      }
    }
    return strings.contains { string in
      let tree = HTMLTree.parseFragment(string, in: "div")
      return Self.squeezed(Array(tree.text(of: tree.document).utf8)).holds(words)
    }
  }

  /// Without ASCII white space and the no-break space.
  private static func squeezed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
        offset += 2
        continue
      }
      if bytes[offset] > 0x20 { result.append(bytes[offset]) }
      offset += 1
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first else { return true }
    guard count >= other.count else { return false }
    return (0...(count - other.count)).contains { start in
      self[start] == first && self[start..<start + other.count].elementsEqual(other)
    }
  }
}
