import PressHTML

/// Words of attributes, of JSON and of elements as a reader sees them.
enum HTMLWords {
  /// With white space in order, and with what was escaped twice, as "&amp;#8217;" is, resolved.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x26), text.utf8.contains(0x3B) else { return spaced(text) }
    let tree = HTMLTree.parseFragment(Array(text.utf8), in: "textarea")
    return spaced(tree.text(of: tree.document))
  }

  /// With one space for each run of white space, and none at the ends.
  static func spaced(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if isSpaced(bytes) { return nil }
      var words: [UInt8] = []
      words.reserveCapacity(bytes.count)
      appendSpaced(bytes, to: &words)
      return String(decoding: words, as: UTF8.self)
    } ?? text
  }

  /// Adds the words of UTF-8 bytes with one space between them.
  static func appendSpaced(_ bytes: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
    let start = words.count
    var offset = 0
    while offset < bytes.count {
      let space = whiteSpace(bytes, offset)
      if space == 0 {
        words.append(bytes[offset])
        offset += 1
      } else {
        if words.count > start, words.last != 0x20 { words.append(0x20) }
        offset += space
      }
    }
    if words.count > start, words.last == 0x20 { words.removeLast() }
  }

  private static func isSpaced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasSpace = true
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x20 {
        if wasSpace { return false }
        wasSpace = true
      } else {
        if byte < 0x20 || byte >= 0xC2, whiteSpace(bytes, offset) > 0 { return false }
        wasSpace = false
      }
    }
    return !wasSpace || bytes.isEmpty
  }

  /// The number of bytes of the white space that stands at an offset; 0 for none.
  private static func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
    guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3, offset + 1 < bytes.count else { return 0 }
    let second = bytes[offset + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard offset + 2 < bytes.count else { return 0 }
    let third = bytes[offset + 2]
    let isSpace =
      switch (byte, second) {
      case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
      case (0xE2, 0x80): third >= 0x80 && third <= 0x8A || [0xA8, 0xA9, 0xAF].contains(third)
      case (0xE2, 0x81): third == 0x9F
      default: false
      }
    return isSpace ? 3 : 0
  }

  /// Letters and digits in lower case: what two forms of a title or name share. The marks and spaces
  /// of U+0080-00BF and U+2000-2FFF count as little as those of ASCII.
  static func key(_ text: String) -> String {
    var text = text
    let ascii = text.withUTF8 { bytes -> [UInt8]? in
      var key: [UInt8] = []
      key.reserveCapacity(bytes.count)
      for byte in bytes {
        if byte >= 0x80 { return nil }
        let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if small >= 0x61 && small <= 0x7A || small >= 0x30 && small <= 0x39 { key.append(small) }
      }
      return key
    }
    let bytes = ascii ?? key(of: Array(text.lowercased().utf8)[...])
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same of bytes, for text of which no string is made: letters outside of ASCII stay as they
  /// are.
  static func key(of words: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(words.count)
    var offset = words.startIndex
    while offset < words.endIndex {
      let byte = words[offset]
      switch byte {
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: key.append(byte)
      case 0xC2: offset += 1
      case 0xE2: offset += 2
      case 0x80...: key.append(byte)
      default: break
      }
      offset += 1
    }
    return key
  }

  /// Whether some bytes stand in a text; none stand in every text.
  static func holds(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return part.withUTF8 { part in
      guard let first = part.first else { return true }
      return text.withUTF8 { text in
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { offset in
          text[offset] == first
            && UnsafeBufferPointer(rebasing: text[offset..<offset + part.count])
              .elementsEqual(part)
        }
      }
    }
  }
}
