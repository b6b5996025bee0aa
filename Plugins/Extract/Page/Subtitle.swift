import PressModel

/// What a page says it is about, where that is no subtitle: publishing systems print the first words
/// of the text, cut off at a length.
enum Subtitle {
  /// Blocks of the article that such words may open with.
  private static let blocks = 8

  /// Whether words are the opening of the article's text or of one of its first blocks, and not a
  /// block of their own.
  static func isOpening(_ words: String, of page: HTMLBlocks, _ article: [Bool]) -> Bool {
    let key = HTMLWords.key(of: Array(words.utf8)[...])
    guard key.count >= 20 else { return false }
    let first = Array(page.blocks.indices.lazy.filter { article[$0] }.prefix(blocks))
    // As much of each block as the words may stand in, and a little more than they have marks.
    let keys: [[UInt8]] = first.map { index in
      let span = page.blocks[index].span
      let end = min(span.end, span.start + 2 * words.utf8.count)
      return HTMLWords.key(of: page.bytes[span.start..<end])
    }
    return keys.indices.contains { start in
      keys[start] != key && opens(key, with: keys[start...])
    }
  }

  /// Whether a key is the first bytes of others in a row.
  private static func opens(_ key: [UInt8], with keys: ArraySlice<[UInt8]>) -> Bool {
    var rest = key[...]
    for part in keys {
      let count = min(rest.count, part.count)
      guard rest.prefix(count).elementsEqual(part.prefix(count)) else { return false }
      rest = rest.dropFirst(count)
      if rest.isEmpty { return true }
    }
    return false
  }
}
