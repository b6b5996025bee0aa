import PressModel

/// Tells which is meant by a name that a country and a state of the United States both bear:
/// "Georgia". What stands right beside a mention tells most; then what all mentions tell that are
/// told so ("one sense per discourse": Gale, Church and Yarowsky, 1992); then the places named near
/// it; last the whole text.
struct StateOrCountry {
  private let words: NameWords
  /// The places in the order of the text.
  private let places: [NameSpan]
  /// Whether the place with a number is the state; of names that both bear alone.
  private(set) var isState: [Int: Bool] = [:]
  /// How far a place may stand from another to be in its company, in tokens.
  private static let reach = 60
  private static let unitedStates = NameLexicon.code("US".utf8)

  /// `hasStates`: whether the text names more states than other countries.
  init(_ words: NameWords, places: [NameSpan], all: [NameSpan], hasStates: Bool) {
    self.words = words
    self.places = places
    var open: [Int] = []
    var countries: Set<UInt16> = []
    for (index, place) in places.enumerated() {
      guard let phrase = words.phrase(of: place), phrase.kinds.contains([.country, .state]) else {
        continue
      }
      countries.insert(phrase.country)
      isState[index] = beside(index, phrase)
      if isState[index] == nil { open.append(index) }
    }
    guard !open.isEmpty else { return }
    let told = Set(isState.values)
    let one = told.count == 1 ? told.first : nil
    var whole: Bool?
    for index in open {
      if let known = one ?? company(index) {
        isState[index] = known
      } else {
        let known = whole ?? (hasStates || isAmerican(all, but: countries))
        whole = known
        isState[index] = known
      }
    }
  }

  // MARK: - Beside a mention

  private func beside(_ index: Int, _ phrase: FoundPhrase) -> Bool? {
    let (first, next) = (places[index].tokens.lowerBound, places[index].tokens.upperBound)
    if words.isMark(first - 1, 0x2C), index > 0,
      places[index - 1].tokens.upperBound == first - 1
    {
      let before = words.phrase(at: places[index - 1].tokens.lowerBound)
      if let before, before.kinds.isDisjoint(with: [.country, .state]) {
        return before.within != phrase.country
      }
      // "Burke County, Georgia"
      if before == nil { return true }
    }
    return before(first) ?? list(index) ?? behind(next, isPossessive: words[first].isPossessive)
  }

  /// "state of Georgia", "states like Georgia", "governor of Georgia", "senator from Georgia".
  private func before(_ first: Int) -> Bool? {
    guard first > 1, words.isLower(first - 1) else { return nil }
    if words.is(first - 1, "of") || words.is(first - 1, "from") || words.is(first - 1, "like")
      || words.is(first - 1, "as") || words.is(first - 1, "including")
    {
      let noun = words.is(first - 1, "as") ? first - 3 : first - 2
      guard noun >= 0 else { return nil }
      if WordList.countryNouns.holds(noun, words.tokens) { return false }
      if WordList.stateNouns.holds(noun, words.tokens) || isOffice(noun) { return true }
      if words.is(first - 1, "of"), words.has(noun, .placeBefore) { return true }
    }
    return nil
  }

  /// "Georgia Senators", "Georgia's governor": a country has an adjective for this, a state has none.
  private func behind(_ next: Int, isPossessive: Bool) -> Bool? {
    guard next < words.count, !words.tokens[next].startsLine else { return nil }
    if isOffice(next) || words.isWord(next, "congressional") || words.isWord(next, "delegation") {
      return true
    }
    guard !isPossessive, words[next].isCapitalized, !words[next].isHeadline,
      !words.has(next, .stop), words.tokens[next].kind == .word
    else { return nil }
    return words.phrase(at: next).map { $0.kinds.isDisjoint(with: [.title, .place]) } ?? true
      ? true : nil
  }

  /// Whether a word is an office that states have and countries have not.
  private func isOffice(_ index: Int) -> Bool {
    WordList.stateOffices.holds(index, words.tokens)
  }

  /// "Georgia and North Carolina", "Ukraine and Georgia": what the place beside it in a list is.
  private func list(_ index: Int) -> Bool? {
    for other in [index - 1, index + 1] where places.indices.contains(other) {
      let (left, right) = (places[min(index, other)], places[max(index, other)])
      let gap = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
      guard !gap.isEmpty, gap.count <= 2, gap.allSatisfy(words.joinsList),
        let kinds = words.phrase(of: places[other])?.kinds
      else { continue }
      if kinds.contains(.country) { return kinds.contains(.state) ? nil : false }
      if kinds.contains(.state) { return true }
    }
    return nil
  }

  // MARK: - Near a mention

  /// Whether more of the places in the same line are the state's like than the country's.
  private func company(_ index: Int) -> Bool? {
    let first = places[index].tokens.lowerBound
    var balance = 0
    var cursor = first
    for other in places[..<index].indices.reversed() {
      let start = places[other].tokens.lowerBound
      guard first - start <= Self.reach, words.isOneLine(start + 1..<cursor + 1) else { break }
      cursor = start
      balance += weight(places[other])
    }
    cursor = first
    for other in places.indices.dropFirst(index + 1) {
      let start = places[other].tokens.lowerBound
      guard start - first <= Self.reach, words.isOneLine(cursor + 1..<start + 1) else { break }
      cursor = start
      balance += weight(places[other])
    }
    return balance == 0 ? nil : balance > 0
  }

  /// 1 for a state or a town of the United States, -1 for another country and what lies in it.
  private func weight(_ place: NameSpan) -> Int {
    guard let phrase = words.phrase(of: place), !phrase.kinds.contains([.country, .state]) else {
      return 0
    }
    if phrase.kinds.contains(.country) { return phrase.country == Self.unitedStates ? 0 : -1 }
    guard phrase.within != 0, phrase.kinds.isDisjoint(with: [.shared, .ambiguous]) else { return 0 }
    return phrase.within == Self.unitedStates ? 1 : -1
  }

  // MARK: - The text

  /// Whether the text is one of the United States: it names states, members of Congress or
  /// governors, and no town of the countries.
  private func isAmerican(_ all: [NameSpan], but countries: Set<UInt16>) -> Bool {
    var isAmerican = false
    for place in places {
      guard let phrase = words.phrase(of: place), !phrase.kinds.contains(.country) else { continue }
      if countries.contains(phrase.within) { return false }
      if phrase.within == Self.unitedStates, phrase.kinds.contains(.state) { isAmerican = true }
    }
    return isAmerican
      || all.contains { name in
        name.kind == .person && (name.titleStart..<name.tokens.lowerBound).contains(where: isOffice)
      } || words.tokens.indices.contains(where: isParty)
  }

  /// "R-Ga.", "R-Utah", "GA-05": a party with a state, or a district with its abbreviation.
  private func isParty(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    guard span.count >= 4, span.count <= 8, words[index].isCapitalized else { return false }
    if KnownPlace.isDistrict(span, in: bytes) { return true }
    return bytes[span.start + 1] == 0x2D
      && KnownPlace.isState(Span(span.start + 2, span.end), in: bytes)
  }
}
