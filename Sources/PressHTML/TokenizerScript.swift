/// Script data and its two escaped forms (sections 13.2.5.4 and 13.2.5.15 to 13.2.5.31).
extension Tokenizer {
  /// Where the text of a script ends: at its end tag or at the end of the file.
  ///
  /// After `<!--` an end tag still ends the script, unless a `<script` came in between: then the
  /// first `</script` only leads back. `-->` leads back from both.
  func scriptEnd() -> Int {
    var cursor = position
    while true {
      let hit = find(Byte.less, source, cursor, end)
      if hit == end || isAppropriateEndTag(at: hit) { return hit }
      cursor = hit + 1
      guard hit + 3 < end, source[hit + 1] == Byte.bang, source[hit + 2] == Byte.hyphen,
        source[hit + 3] == Byte.hyphen
      else { continue }
      let (stop, isEnd) = escapedEnd(from: hit + 4)
      if isEnd { return stop }
      cursor = stop
    }
  }

  /// Reads the escaped forms: gives the position after their `-->`, or that of the end tag or the
  /// end of the file with true.
  private func escapedEnd(from: Int) -> (Int, isEnd: Bool) {
    var cursor = from
    var hyphens = 2
    var isDouble = false
    while cursor < end {
      let byte = source[cursor]
      if byte == Byte.hyphen {
        hyphens += 1
        cursor += 1
      } else if byte == Byte.greater, hyphens >= 2 {
        return (cursor + 1, false)
      } else if byte == Byte.less {
        hyphens = 0
        if !isDouble, isAppropriateEndTag(at: cursor) { return (cursor, true) }
        let word = cursor + (isDouble ? 2 : 1)
        let mayTurn = !isDouble || (cursor + 1 < end && source[cursor + 1] == Byte.slash)
        if mayTurn, isScriptWord(at: word) {
          isDouble.toggle()
          cursor = word + 7
        } else {
          cursor += 1
        }
      } else {
        hyphens = 0
        cursor += 1
      }
    }
    return (end, true)
  }

  /// Whether `script` stands at `word`, followed by what ends a name.
  private func isScriptWord(at word: Int) -> Bool {
    word + 6 < end && begins(with: "script", source, word, end)
      && Byte.endsTagName(source[word + 6])
  }
}
