import PressModel

/// Takes from the names of bodies what is no part of them, and from the bodies what is none: "the
/// Roe-led Senate", "Ensure Congress", a state's letters, a person's initials.
struct BodyTrims {
  private let words: NameWords
  private let names: [NameSpan]
  /// The last words of people who are named in full, and the words before "administration".
  private var surnames = HashTable<Bool>(capacity: 64, absent: false)

  /// `names`: in the order of the text.
  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
    for name in names {
      let last = name.tokens.upperBound - 1
      let isFull =
        name.kind == .person && name.tokens.count > 1
        && words.has(name.tokens.lowerBound, .firstName)
      guard isFull || name.tokens.count == 1 && isLed(last) else { continue }
      surnames.update(words[last].hash) { $0 = true }
    }
  }

  /// "the Nyberg administration"
  private func isLed(_ index: Int) -> Bool {
    words.is(index + 1, "administration") || words.is(index + 1, "presidency")
  }

  func mended() -> [NameSpan] {
    var bodies = HashTable<Bool?>(capacity: 64, absent: nil)
    return names.compactMap { name in
      guard name.kind == .organization else { return name }
      return name.tokens.count == 1 ? single(name, &bodies) : trimmed(name)
    }
  }

  private func trimmed(_ name: NameSpan) -> NameSpan? {
    var name = name
    name.tokens = withoutLead(name.tokens)
    let first = name.tokens.lowerBound
    if words.isHyphened(first) {
      name.tokens = first + 1..<name.tokens.upperBound
      if name.tokens.count == 1, words.isLower(first + 1) { return nil }
    }
    if let on = name.tokens.dropFirst().first(where: { words.is($0, "on") }),
      Self.bodies.contains(where: { words.is(on - 1, $0) })
        || words.is(on - 1, "Administration") && words.is(on + 1, "the")
    {
      name.tokens = name.tokens.lowerBound..<on
    }
    return name
  }

  /// "Direct the Harbor Department" and, where any word has a capital, "Ensure Congress", "Next
  /// Congress": the name of a body that the tables have starts behind the first word.
  private func withoutLead(_ name: Range<Int>) -> Range<Int> {
    let first = name.lowerBound
    guard words.isCommon(first), !words.has(first, .anyHead), words.phrase(at: first) == nil else {
      return name
    }
    if words[first].startsSentence, name.count > 2 {
      let article = words.is(first + 1, "to") ? first + 2 : first + 1
      let rest = article + 1..<max(article + 1, name.upperBound)
      if words.is(article, "the"), rest.count > 1, words.headOfName(rest) != nil { return rest }
    }
    guard isVerb(first) || isSession(first),
      let phrase = words.phrase(at: first + 1), phrase.kinds.contains(.organization),
      phrase.end == name.upperBound, !words[first].isPossessive,
      !words.has(first, .modifier)
    else { return name }
    return first + 1..<name.upperBound
  }

  private func isVerb(_ index: Int) -> Bool {
    guard words[index].startsSentence || words[index].isHeadline else { return false }
    return words.isIngForm(index) || words.has(index, [.deed, .commits, .personAfter])
      || WordList.headlineVerbs.holds(index, words.tokens) || words.is(index, "Ensure")
      || words.is(index, "Inform")
  }

  private func isSession(_ index: Int) -> Bool {
    words.is(index, "Next") || words.is(index, "Last") || words.is(index, "Full")
      || words.is(index, "Following") || words.is(index, "Incoming")
  }

  /// What acts on something and is none of its own: "Congress on the Harbors", "the Senate on".
  private static let bodies: [StaticString] = [
    "Congress", "Senate", "House", "Representatives", "Parliament", "Government", "Army", "Navy",
    "Company", "University",
  ]

  /// `bodies`: whether a body has these letters of a state, as far as that was asked.
  private func single(_ name: NameSpan, _ bodies: inout HashTable<Bool?>) -> NameSpan? {
    let index = name.tokens.lowerBound
    if words.isHyphened(index) || isRating(index) { return nil }
    if isInitials(index) || isSurname(index) { return NameSpan(.person, name.tokens) }
    guard isState(index) else { return name }
    let hasBody = bodies[words[index].hash] ?? isExplained(index)
    bodies.update(words[index].hash) { $0 = hasBody }
    return hasBody ? name : nil
  }

  /// "IP67", "CSS3": a thing's name that ends in figures; "G7" and "COP26" are who meets.
  private func isRating(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    guard span.count > 3, bytes[span.end - 1] >= 0x30, bytes[span.end - 1] <= 0x39 else {
      return false
    }
    return Self.rated.contains { rating in
      span.count > rating.utf8.count
        && bytes[span.start..<span.start + rating.utf8.count].elementsEqual(rating.utf8)
        && bytes[span.start + rating.utf8.count] <= 0x39
    }
  }

  private static let rated = ["IP", "IPX", "CSS", "HTML", "ES", "GPT", "USB", "MP", "PS"]

  /// "FDR", "JFK": people who go by their letters, but for what is named for them.
  private func isInitials(_ index: Int) -> Bool {
    guard words[index].isAllCapitals, WordList.initials.holds(index, words.tokens) else {
      return false
    }
    let next = index + 1
    return next >= words.count || !words[next].isCapitalized || words.tokens[next].startsLine
      || words[index].isPossessive
  }

  private func isSurname(_ index: Int) -> Bool {
    surnames[words[index].hash] && !words.isAcronym(index..<index + 1)
      && words.phrase(at: index) == nil && !words.has(index, .anyHead)
  }

  /// "R TN", "CT": a state's letters, unless the tables have a body of these or a bracket does.
  private func isState(_ index: Int) -> Bool {
    guard words[index].isAllCapitals, words.tokens[index].span.count == 2,
      !words.isMark(index - 1, 0x28)
    else { return false }
    let kinds = words.lexicon.phrase(WordHash.capitals(words[index].hash)).kinds
    return kinds.contains(.stateAbbreviation) && !kinds.contains(.organization)
  }

  /// Whether the letters are the initials of a body that the text names.
  private func isExplained(_ index: Int) -> Bool {
    names.contains { name in
      name.kind == .organization && name.tokens.count > 1
        && words.initials(name.tokens, match: index)
    }
  }
}

extension NameWords {
  /// "Oslo-based", "House-passed", "Roe-led": what a body is or has, and no name of it. "Pre-shared" and
  /// "Seventh-day" are parts of names.
  func isHyphened(_ index: Int) -> Bool {
    guard index >= 0, self[index].isCapitalized else { return false }
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    guard let hyphen = bytes[span.start..<span.end].lastIndex(of: 0x2D), hyphen + 1 < span.end,
      bytes[hyphen + 1] >= 0x61
    else { return false }
    return WordList.hyphened.holds(Span(hyphen + 1, span.end), tokens)
  }
}
