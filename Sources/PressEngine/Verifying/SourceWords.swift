internal import PressHTML
import PressStage

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

  /// Whether some UTF-8 words stand among them, white space aside: as the bytes are, as HTML, or as
  /// a string of JSON.
  func hold(_ words: [UInt8]) -> Bool {
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
