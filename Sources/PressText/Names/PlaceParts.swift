/// The countries of places that no table has, by the place that a part of their name is: "State of
/// Ohio", "Western Kentucky", "Harlan County", "Ohio River".
extension PlaceLinker {
  /// Nil where no part of the name tells.
  func country(ofParts name: Range<Int>) -> UInt16? {
    inner(of: name).flatMap { inner in
      country(inside: inner, isState: words.isWord(name.lowerBound, "state"))
    } ?? american(name)
  }

  /// What stands behind "City of" or before which way of it the place lies: all that is left.
  private func inner(of name: Range<Int>) -> Range<Int>? {
    guard name.count > 1 else { return nil }
    let first = name.lowerBound
    if name.count > 2, words.is(first + 1, "of"),
      Self.governed.contains(where: { words.isWord(first, $0) })
    {
      return first + 2..<name.upperBound
    }
    return Self.quarters.contains { words.isWord(first, $0) } ? first + 1..<name.upperBound : nil
  }

  /// The country of a place of the tables whose name is all of some words.
  private func country(inside name: Range<Int>, isState: Bool) -> UInt16? {
    guard let phrase = words.phrase(at: name.lowerBound), phrase.end == name.upperBound,
      !phrase.kinds.isDisjoint(with: .place)
    else { return nil }
    let code: UInt16
    if phrase.kinds.contains(.country) {
      // "Northern Georgia": a state where the text has states, and nobody knows which elsewhere.
      let isShared = phrase.kinds.contains(.state)
      code = !isShared ? phrase.country : hasStates || isState ? phrase.within : 0
    } else if phrase.kinds.contains(.state) {
      code = phrase.within
    } else {
      code = country(ofTown: phrase, NameSpan(.place, name))
    }
    return code == 0 ? nil : code
  }

  /// The United States for what begins with one of its states, "Ohio River", and for counties where
  /// the text names states.
  private func american(_ name: Range<Int>) -> UInt16? {
    let last = name.upperBound - 1
    if Self.endsInState(name, words) { return Self.unitedStates }
    guard name.count > 1, words.has(last, .placeHead) || isCounty(last) || isCongressional(name)
    else { return nil }
    if hasStates, isCounty(last) || isCongressional(name) { return Self.unitedStates }
    guard let phrase = words.phrase(at: name.lowerBound), phrase.end < name.upperBound,
      phrase.kinds.contains(.state), !phrase.kinds.contains(.country),
      phrase.within == Self.unitedStates
    else { return nil }
    return Self.unitedStates
  }

  /// "County", "COUNTY", "County’s"
  private func isCounty(_ index: Int) -> Bool {
    let span = words.span(index..<index + 1)
    let word = words.tokens.text.bytes[span.start..<span.end].map { $0 | 0x20 }
    return word.elementsEqual("county".utf8) || word.elementsEqual("counties".utf8)
  }

  /// "Southern District of New York": a district of one of the United States, whose name holds that of
  /// the state.
  static func endsInState(_ name: Range<Int>, _ words: NameWords) -> Bool {
    guard
      let district = name.first(where: { words.isWord($0, "district") && words.is($0 + 1, "of") }),
      district + 2 < name.upperBound, let phrase = words.phrase(at: district + 2)
    else { return false }
    return phrase.end == name.upperBound && phrase.within == unitedStates
  }

  /// "12th Congressional District"
  private func isCongressional(_ name: Range<Int>) -> Bool {
    name.dropLast().contains { index in
      words.isWord(index, "congressional") && words.isWord(index + 1, "district")
    }
  }

  private static let governed: [StaticString] = [
    "state", "commonwealth", "territory", "province", "region", "county", "district", "city",
    "town",
    "township", "village", "borough", "port", "island",
  ]

  static let quarters: [StaticString] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "central", "upper", "lower", "rural", "downtown", "midtown", "greater",
    "coastal",
  ]
}
