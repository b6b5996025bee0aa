/// A phrase of the tables that stands in a text.
struct FoundPhrase {
  var end: Int
  var kinds: PhraseKind
  var country: UInt16
  var within: UInt16
}

extension NameScan {
  /// The longest phrase of the tables that starts at a token.
  func phrase(at index: Int) -> FoundPhrase? {
    words.phrase(at: index)
  }
}

extension NameWords {
  /// The phrase of the tables that a name is, whole; nil where it is none.
  func phrase(of name: NameSpan) -> FoundPhrase? {
    phrase(at: name.tokens.lowerBound).flatMap { $0.end == name.tokens.upperBound ? $0 : nil }
  }

  /// Whether no token starts a line.
  func isOneLine(_ range: Range<Int>) -> Bool { !range.contains { tokens[$0].startsLine } }

  /// Whether a token is a word, whatever its case. `word`: in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let bytes = tokens.text.bytes
    let span = tokens[index].span
    guard span.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[span.start + $0] | 0x20 == letters[$0] }
    }
  }

  func opensQuotation(_ index: Int) -> Bool {
    let word = self[index]
    guard tokens[index].kind == .mark else { return false }
    if word.byte == 0x22 {
      return index + 1 < count && !tokens[index + 1].spaceBefore
        && (tokens[index].spaceBefore || index == 0)
    }
    return isQuotationMark(index, 0x9C)
  }

  func closesQuotation(_ index: Int) -> Bool {
    tokens[index].kind == .mark && (self[index].byte == 0x22 || isQuotationMark(index, 0x9D))
  }

  /// U+201C or U+201D by its last byte.
  private func isQuotationMark(_ index: Int, _ last: UInt8) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    return span.count == 3 && bytes[span.start] == 0xE2 && bytes[span.start + 1] == 0x80
      && bytes[span.start + 2] == last
  }

  /// Whether a word ends in "ing".
  func isIngForm(_ index: Int) -> Bool {
    let span = tokens[index].span
    return span.count > 4
      && tokens.text.bytes[span.start..<span.end].suffix(3).elementsEqual("ing".utf8)
  }

  /// Whether a token joins the parts of a list: a comma, "and", "or".
  func joinsList(_ index: Int) -> Bool {
    isMark(index, 0x2C) || self.is(index, "and") || self.is(index, "or")
  }

  /// The longest phrase of the tables that starts at a token. Its words have capitals but for
  /// small words between; abbreviations may have their full stop.
  func phrase(at index: Int) -> FoundPhrase? {
    let word = self[index]
    guard word.hash != 0 else { return nil }
    var best: FoundPhrase?
    if word.classes.contains(.opensCapitals), word.isAllCapitals || hasStops(index),
      !word.isHeadline || hasStops(index) || !word.classes.contains(.common)
    {
      let key = WordHash.capitals(word.hash)
      best = found(lexicon.phrase(key), end: index + 1)
      if best == nil || lexicon.phrase(key).isPrefix { extend(index, key, &best) }
    }
    if word.classes.contains(.opensPhrase) { extend(index, word.hash, &best) }
    return best
  }

  private func extend(_ index: Int, _ first: UInt64, _ best: inout FoundPhrase?) {
    var key = first
    var last = index
    while true {
      let phrase = lexicon.phrase(key)
      if let longer = found(phrase, end: last + 1), best.map({ $0.end <= longer.end }) ?? true {
        best = longer
      }
      guard phrase.isPrefix else { return }
      var next = last + 1
      if next < count, self[next].isAbbreviationStop || isMark(next, 0x2C) { next += 1 }
      // "Workers' Party"
      if isMark(next, 0x27), !tokens[next].spaceBefore { next += 1 }
      // "al - Qaida", as texts that were tokenized have it.
      if self[last].classes.contains(.particle), isMark(next, 0x2D) { next += 1 }
      // The tables have "and" for an ampersand.
      let hash = isMark(next, 0x26) ? WordHash.and : next < count ? self[next].hash : 0
      guard next < count, hash != 0, !tokens[next].startsLine,
        !self[last].isPossessive || self[next].isCapitalized
      else { return }
      key = WordHash.join(key, hash)
      last = next
    }
  }

  private func found(_ phrase: NameLexicon.Phrase, end: Int) -> FoundPhrase? {
    guard !phrase.kinds.isEmpty else { return nil }
    // A phrase whose last word is in lower case is no name: "human rights council".
    guard self[end - 1].isCapitalized else { return nil }
    return FoundPhrase(
      end: end, kinds: phrase.kinds, country: phrase.country, within: phrase.within)
  }

  /// Whether a word has nothing but capitals, with or without stops: "US", "U.S."
  func isCapitals(_ index: Int) -> Bool { self[index].isAllCapitals || hasStops(index) }

  private func hasStops(_ index: Int) -> Bool {
    let span = tokens[index].span
    return span.count > 2 && tokens.text.bytes[span.start + 1] == 0x2E
  }
}
