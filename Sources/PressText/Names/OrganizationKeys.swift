/// The keys under which the names of bodies are the same.
extension NameWords {
  /// The key of a name, under which its country counts however it is written, and an article before
  /// it does not.
  func bodyKey(of tokens: Range<Int>) -> UInt64 {
    let tokens = plain(tokens)
    guard let country = country(openingOf: tokens) else { return key(tokens) }
    var key = WordHash.mix(UInt64(country.code) << 8 | 0xB0)
    for index in country.end..<tokens.upperBound where self[index].hash != 0 {
      key = WordHash.join(key, self[index].hash)
    }
    return key
  }

  /// "New York Times" of "The New York Times"; "The Hill" stays.
  func plain(_ name: Range<Int>) -> Range<Int> {
    name.count > 2 && isWord(name.lowerBound, "the") ? name.dropFirst() : name
  }

  /// The country that a name of several words starts with: "U.S." in "U.S. Army", though the tables
  /// have that as one.
  func country(openingOf tokens: Range<Int>) -> (code: UInt16, end: Int)? {
    let first = tokens.lowerBound
    var found: (code: UInt16, end: Int)?
    var key: UInt64 = 0
    for index in tokens.dropLast().prefix(4) {
      let hash = self[index].hash
      let capitals = lexicon.phrase(WordHash.capitals(hash))
      if index == first, capitals.kinds.contains(.country), isCapitals(index) {
        found = (capitals.country, index + 1)
      }
      key = key == 0 ? hash : WordHash.join(key, hash)
      let phrase = lexicon.phrase(key)
      // "Georgia" is a state as well.
      if phrase.kinds.contains(.country), !phrase.kinds.contains(.state) {
        found = (phrase.country, index + 1)
      }
    }
    return found
  }

  /// The end of the state or the people that a name starts with.
  func people(openingOf tokens: Range<Int>) -> Int? {
    guard let phrase = phrase(at: tokens.lowerBound),
      !phrase.kinds.isDisjoint(with: [.country, .demonym, .state])
    else { return nil }
    return phrase.end
  }

  /// The keys of a name as it is printed, and without its country.
  func fullKeys(of tokens: Range<Int>) -> [UInt64] {
    guard let country = country(openingOf: tokens), country.end + 1 < tokens.upperBound else {
      return [key(tokens)]
    }
    return [key(tokens), key(country.end..<tokens.upperBound)]
  }

  /// The names without the country before them, and without "of" or "for" and what follows.
  func shortKeys(of tokens: Range<Int>) -> [UInt64] {
    var keys: [UInt64] = []
    if let end = country(openingOf: tokens)?.end ?? people(openingOf: tokens),
      end + 2 <= tokens.upperBound
    {
      keys.append(key(end..<tokens.upperBound))
    }
    for index in tokens.dropFirst(2).dropLast()
    where self.is(index, "of") || self.is(index, "for") {
      keys.append(bodyKey(of: tokens.lowerBound..<index))
      break
    }
    return keys
  }

  /// "Commission" alone, which may stand for a body that is named in full elsewhere.
  func isBareHead(_ name: Range<Int>) -> Bool {
    guard name.count == 1, let index = name.first, has(index, .anyHead) else { return false }
    return phrase(at: index).map { !$0.kinds.contains(.organization) } ?? true
  }

  /// "the Department", "the County": a word for any body of its kind, which no name of the text has.
  func isUnnamed(_ name: Range<Int>) -> Bool {
    guard isBareHead(name) else { return false }
    // Four states call themselves so.
    if self.is(name.lowerBound, "Commonwealth") {
      let states: [StaticString] = ["Kentucky", "Massachusetts", "Pennsylvania", "Virginia"]
      return tokens.indices.contains { index in states.contains { self.is(index, $0) } }
    }
    return WordList.unnamed.holds(name.lowerBound, tokens)
  }

  /// Whether a name of several words has no small letter.
  func isShouted(_ name: Range<Int>) -> Bool {
    let span = span(name)
    return name.count > 1
      && !tokens.text.bytes[span.start..<span.end].contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// Whether a name is one short word without small letters, but for a possessive's ending.
  func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1, let index = name.first else { return false }
    // "UNCC's" has a small letter, the acronym has none.
    let span = span(name)
    guard span.count <= 8 else { return false }
    if tokens[index].case != .capitalized { return true }
    return span.count > 1
      && !tokens.text.bytes[span.start..<span.end].contains { $0 >= 0x61 && $0 <= 0x7A }
  }
}
