internal import PressHTML

/// Raw bytes of a source, read as a person would: decoded, with markup and character references
/// resolved.
struct SourceWords {
  /// What the bytes may say: as they are, and as HTML. White space is left out.
  private let readings: [[UInt8]]

  /// `encoding`: the WHATWG name of the encoding that the document was read in.
  init(_ raw: [UInt8], encoding: String) {
    let decoded = HTMLEncoding(label: encoding).flatMap { try? $0.decode(raw).utf8 } ?? raw
    // Ill-formed bytes read as U+FFFD, as the readers have it.
    let text = Array(String(decoding: decoded, as: UTF8.self).utf8)
    var readings = [text]
    if text.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) {
      let tree = HTMLTree.parseFragment(text, in: "div")
      readings.append(Array(tree.text(of: tree.document).utf8))
    }
    self.readings = readings.map(Self.squeezed)
  }

  /// Whether they say just some UTF-8 words, white space aside.
  func say(_ other: [UInt8]) -> Bool {
    readings.contains(Self.squeezed(other))
  }

  /// Whether some UTF-8 words stand among them, white space aside.
  func hold(_ other: [UInt8]) -> Bool {
    let other = Self.squeezed(other)
    return readings.contains { words in
      guard words.count >= other.count else { return false }
      return (0...(words.count - other.count)).contains { start in
        words[start..<start + other.count].elementsEqual(other)
      }
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
