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
}
