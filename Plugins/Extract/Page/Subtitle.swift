import PressModel

/// What a page says it is about, where that is no subtitle: publishing systems print the first words
/// of the text, cut off at a length.
enum Subtitle {
  /// Whether words are the opening of the article's text or of one of its first blocks, and not a
  /// block of their own.
  static func isOpening(_ words: String, of page: HTMLBlocks, _ article: [Bool]) -> Bool {
    let key = key(words)
    guard key.count >= 20 else { return false }
    let first = page.blocks.indices.lazy.filter { article[$0] }.prefix(8)
    let keys = first.map { index in
      let span = page.blocks[index].span
      let end = min(span.end, span.start + 2000)
      return Self.key(String(decoding: page.bytes[span.start..<end], as: UTF8.self))
    }
    return keys.indices.contains { start in
      keys[start] != key && Array(keys[start...].joined().prefix(key.count)) == key
    }
  }

  /// Letters and digits in lower case.
  private static func key(_ words: String) -> [Unicode.Scalar] {
    words.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
