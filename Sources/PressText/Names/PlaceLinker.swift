import PressModel

/// Puts the mentions of a place together: one place is one country, or one name elsewhere.
struct PlaceLinker {
  let words: NameWords
  private let spans: [NameSpan]
  private let all: [NameSpan]
  /// Whether the text names more states than countries other than the United States.
  let hasStates: Bool
  /// The countries of towns that stand with their state or country somewhere in the text.
  private var printed = HashTable<UInt16>(capacity: 16, absent: 0)
  /// The countries that the text names.
  private var named: Set<UInt16> = []
  /// Which of the names that a country and a state both bear are the state's.
  private let shared: StateOrCountry
  static let unitedStates = NameLexicon.code("US".utf8)

  init(_ words: NameWords, _ spans: [NameSpan]) {
    self.words = words
    self.spans = spans.filter { $0.kind == .place }
    all = spans
    var balance = 0
    for span in self.spans {
      guard let phrase = words.phrase(of: span) else {
        // "Southern District of New York"
        if Self.endsInState(span.tokens, words) { balance += 1 }
        continue
      }
      let isState = !phrase.kinds.isDisjoint(with: [.state, .stateAbbreviation])
      let isCountry = phrase.kinds.contains(.country)
      let isTown = phrase.kinds.contains(.city) && !isState && !isCountry
      if isState, !isCountry { balance += 1 }
      if isTown, phrase.within != 0, !phrase.kinds.contains(.shared) {
        balance += phrase.within == Self.unitedStates ? 1 : -1
      }
      if isCountry, !isState, phrase.country != Self.unitedStates { balance -= 1 }
      if isCountry { named.insert(phrase.country) }
    }
    hasStates = balance > 0
    shared = StateOrCountry(words, places: self.spans, all: spans, hasStates: hasStates)
    for span in self.spans {
      guard let code = behind(span.tokens.upperBound, town: words.phrase(of: span)?.within) else {
        continue
      }
      printed.update(words.key(span.tokens)) { if $0 == 0 { $0 = code } }
    }
  }

  /// The places in the order of their first mention.
  func link() -> [Place] {
    var places: [Place] = []
    var known = HashTable<Int>(capacity: spans.count, absent: -1)
    /// Places that only abbreviations have named so far.
    var shortest: Set<Int> = []
    for (index, span) in spans.enumerated() {
      let phrase = words.phrase(of: span)
      let short = phrase?.kinds.contains(.stateAbbreviation) ?? false
      let mention = words.tokens.text.mention(printed(span, isShort: short))
      guard !mention.text.isEmpty else { continue }
      let code = country(of: phrase, span, at: index)
      // Names of one country are one place: "United States", "U.S."
      let isCountry = phrase?.kinds.contains(.country) ?? false && phrase?.country == code
      let spelled = words.key(span.tokens)
      let name = short ? StateNames.name(ofShort: spelled) : nil
      let key =
        isCountry
        ? WordHash.mix(UInt64(code) << 8 | 0xC0)
        : WordHash.join(name ?? spelled, UInt64(code) + 1)
      let place = known[key]
      if place >= 0 {
        // The state's name says more than the abbreviation that stands before it.
        if name == nil, shortest.remove(place) != nil { places[place].name = mention.text }
        places[place].mentions.append(mention)
      } else {
        known.update(key) { $0 = places.count }
        if name != nil { shortest.insert(places.count) }
        places.append(
          Place(
            name: mention.text, country: NameLexicon.string(code), mentions: [mention]))
      }
    }
    addCountriesOfBodies(&places)
    return places
  }

  /// The span of a mention, with the full stop of a state's abbreviation.
  private func printed(_ span: NameSpan, isShort: Bool) -> Span {
    let printed = words.span(span.tokens)
    let stop = span.tokens.upperBound
    guard isShort, words.isMark(stop, 0x2E), !words.tokens[stop].spaceBefore,
      !words[stop - 1].isAllCapitals
    else { return printed }
    return Span(printed.start, words.tokens[stop].span.end)
  }

  /// A country that is named in a body's name alone, "Government of Norway", is named all the same.
  private func addCountriesOfBodies(_ places: inout [Place]) {
    for span in all where span.kind == .organization && span.tokens.count > 2 {
      for index in span.tokens.dropFirst(2) where words.is(index - 1, "of") {
        guard let phrase = words.phrase(at: index), phrase.end == span.tokens.upperBound,
          phrase.kinds.contains(.country), !phrase.kinds.contains(.state),
          let code = NameLexicon.string(phrase.country),
          !places.contains(where: { $0.country == code })
        else { continue }
        let mention = words.tokens.text.mention(words.span(index..<phrase.end))
        places.append(Place(name: mention.text, country: code, mentions: [mention]))
      }
    }
  }

  /// The country that a mention is or lies in: the state or country behind its comma, or what the
  /// tables say.
  private func country(of phrase: FoundPhrase?, _ span: NameSpan, at index: Int) -> UInt16 {
    let behind = self.behind(span.tokens.upperBound, town: phrase?.within)
    if let phrase {
      if phrase.kinds.contains(.country), !phrase.kinds.contains(.state) { return phrase.country }
      if phrase.kinds.contains(.country) {
        return shared.isState[index] ?? false ? phrase.within : phrase.country
      }
      if phrase.kinds.contains(.state) { return behind ?? phrase.within }
      return behind ?? known(span) ?? country(ofTown: phrase, span)
    }
    return behind ?? known(span) ?? country(ofParts: span.tokens) ?? 0
  }

  /// The country of a city by the tables, unless the text speaks for another: "Hamilton" beside states
  /// of the United States, "the Delta variant".
  func country(ofTown phrase: FoundPhrase, _ span: NameSpan) -> UInt16 {
    let code = phrase.within
    guard code != Self.unitedStates, !named.contains(code) else { return code }
    if phrase.kinds.contains(.shared), hasStates { return Self.unitedStates }
    let before = span.tokens.lowerBound - 1
    let hasCue = words.has(before, .placeCue) && words.isLower(before)
    return phrase.kinds.contains(.ambiguous) && !hasCue ? 0 : code
  }

  /// "Belleville" after "BELLEVILLE, Ill."
  private func known(_ span: NameSpan) -> UInt16? {
    let code = printed[words.key(span.tokens)]
    return code == 0 ? nil : code
  }

  /// The country named after a comma: "Cibolo, Texas", "Lagos, Nigeria"; or after "in".
  private func behind(_ index: Int, town: UInt16?) -> UInt16? {
    guard words.isMark(index, 0x2C) || words.is(index, "in"), index + 1 < words.count,
      let phrase = words.phrase(at: index + 1)
    else { return nil }
    if phrase.kinds.contains(.country), phrase.country != 0, !phrase.kinds.contains(.state) {
      // "In Baghdad, U.S. forces": another country than the town's must be closed by a mark.
      let isOther = town.map { $0 != 0 && $0 != phrase.country } ?? false
      return isOther && !isClosed(phrase.end) ? nil : phrase.country
    }
    guard !phrase.kinds.isDisjoint(with: [.state, .stateAbbreviation]) else {
      let isOfState = town == nil || town == 0 || town == phrase.within
      return isOfState && isStateBehind(index, phrase) ? phrase.within : nil
    }
    // "Tbilisi, Georgia" against "Athens, Georgia".
    return phrase.kinds.contains(.country) && phrase.country == town ? town : phrase.within
  }

  /// "Elmdale, New York", "Elmdale, Washington": cities of the tables that are states behind a town.
  private func isStateBehind(_ comma: Int, _ phrase: FoundPhrase) -> Bool {
    words.isMark(comma, 0x2C) && (isClosed(phrase.end) || words.isLower(phrase.end))
      && Self.isCityAndState(comma + 1, phrase, words)
  }

  /// "New York", "Washington"
  static func isCityAndState(_ first: Int, _ phrase: FoundPhrase, _ words: NameWords) -> Bool {
    words.isWord(first, "washington") && phrase.end == first + 1
      || words.isWord(first, "new") && phrase.end == first + 2 && words.isWord(first + 1, "york")
  }

  private func isClosed(_ index: Int) -> Bool {
    guard index < words.count, !words.tokens[index].startsLine else { return true }
    return words.tokens[index].kind == .mark
  }
}
