import PressModel

/// Places that the tables of names know: countries, states, regions, cities.
public enum KnownPlace {
  /// Whether words are such a place, or one and another behind it: "Washington D.C."
  static func isPlace(_ span: Span, in bytes: [UInt8]) -> Bool {
    let lexicon = NameLexicon.shared
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = span.start
      var isPlace = false
      while offset < span.end {
        guard let end = longest(from: offset, to: span.end, bytes, lexicon, isFirst: !isPlace)
        else {
          return false
        }
        isPlace = true
        offset = end
        while offset < span.end, bytes[offset] <= 0x20 || bytes[offset] == 0x2C { offset += 1 }
      }
      return isPlace
    }
  }

  /// Whether words are a state or the abbreviation of one: "CA", "Calif.", "D.C."; where only that
  /// is asked for, the abbreviation.
  static func isState(_ span: Span, in bytes: [UInt8], isShort: Bool = false) -> Bool {
    guard span.count >= 2 else { return false }
    let lexicon = NameLexicon.shared
    let kinds: PhraseKind = isShort ? .stateAbbreviation : [.state, .stateAbbreviation]
    return bytes.withUnsafeBufferPointer { bytes in
      // "Calif." is a word and a mark in a text; "D.C." is a word.
      let isInitials = bytes[span.start + 1] == 0x2E
      let end = bytes[span.end - 1] == 0x2E && !isInitials ? span.end - 1 : span.end
      guard bytes[span.start] >= 0x41, bytes[span.start] <= 0x5A else { return false }
      let isCapitals = (span.start..<end).allSatisfy { bytes[$0] <= 0x5A }
      let word = WordHash.hash(bytes, span.start, end)
      return !lexicon.phrase(word).kinds.isDisjoint(with: kinds)
        || isCapitals && !lexicon.phrase(WordHash.capitals(word)).kinds.isDisjoint(with: kinds)
    }
  }

  /// Whether words are a member's district: "CA-12", "TN-4".
  static func isDistrict(_ span: Span, in bytes: [UInt8]) -> Bool {
    (4...5).contains(span.count) && bytes[span.start + 2] == 0x2D
      && bytes[span.start + 3..<span.end].allSatisfy(PrintedDate.isDigit)
      && isState(Span(span.start, span.start + 2), in: bytes, isShort: true)
  }

  /// The country (ISO 3166-1 alpha-2) of a dateline's place: that of the last of its parts that is
  /// known. A name of both a country and a state is the state's behind a town of that country.
  public static func country(of place: Span, in bytes: [UInt8]) -> String? {
    let tokens = Tokens(Text(utf8: Array(bytes[place.start..<place.end])))
    let words = NameWords(tokens)
    var code: UInt16 = 0
    var index = 0
    while index < words.count {
      guard let phrase = words.phrase(at: index),
        !phrase.kinds.isDisjoint(with: PhraseKind.place.union(.stateAbbreviation)),
        index > 0 || !phrase.kinds.isSubset(of: .stateAbbreviation)
      else {
        index += 1
        continue
      }
      let isState = !phrase.kinds.isDisjoint(with: [.state, .stateAbbreviation])
      if !(isState && phrase.within == code) {
        code = phrase.kinds.contains(.country) ? phrase.country : phrase.within
      }
      index = phrase.end
    }
    return NameLexicon.string(code)
  }

  /// The end of the longest place that starts at an offset.
  private static func longest(
    from start: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: NameLexicon,
    isFirst: Bool
  ) -> Int? {
    let wanted: PhraseKind = isFirst ? .place : PhraseKind.place.union(.stateAbbreviation)
    var key: UInt64 = 0
    var offset = start
    var best: Int?
    while offset < end {
      var stop = offset
      while stop < end, bytes[stop] > 0x20, bytes[stop] != 0x2C { stop += 1 }
      // Capitals that stand for a state have a key of their own.
      let word = WordHash.hash(bytes, offset, stop)
      if !isFirst, key == 0,
        !lexicon.phrase(WordHash.capitals(word)).kinds.isDisjoint(with: wanted)
      {
        best = stop
      }
      key = key == 0 ? word : WordHash.join(key, word)
      let phrase = lexicon.phrase(key)
      if !phrase.kinds.isDisjoint(with: wanted) { best = stop }
      guard phrase.isPrefix || key == word else { break }
      offset = stop
      if offset < end, bytes[offset] == 0x2C { break }
      while offset < end, bytes[offset] <= 0x20 { offset += 1 }
    }
    return best
  }
}
