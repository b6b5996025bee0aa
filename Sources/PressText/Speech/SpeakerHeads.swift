public import PressModel

/// Who is meant by the words of a source that name several, or that only describe by a name.
extension Speakers {
  /// The person or body that the head of a source names: "Senator Ann Reed", "the port's director
  /// Ann Reed", "a spokesman for the Harbour Board", "Reed's letter". Nil where a name only describes
  /// who speaks: "Reed's sister", "a Reed supporter", "Harbour Board economist Bo Olsen", or where
  /// several speak: "Senators Reed and Olsen".
  public func head(of source: Span, _ tokens: Tokens) -> String? {
    let words = tokens.index(at: source.start)...tokens.index(at: source.end - 1)
    let inside = named[index(endingAfter: source.start)...].prefix { $0.span.start < source.end }
    let people = inside.filter(\.isPerson)
    if let last = Speakers.last(people) {
      let isOne = people.allSatisfy { $0.name == last.name } || !isList(words, tokens)
      if isOne, isHead(last, of: words, tokens) { return last.name }
    }
    guard let last = Speakers.last(inside.filter { !$0.isPerson }),
      isHead(last, of: words, tokens)
    else { return nil }
    return last.name
  }

  /// The mention that ends last, of several the longest.
  private static func last(_ mentions: [Named]) -> Named? {
    mentions.max { left, right in
      left.span.end != right.span.end
        ? left.span.end < right.span.end : left.span.start > right.span.start
    }
  }

  private func isList(_ words: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    words.contains { index in
      tokens.is(index, .comma) || tokens.is(index, "and") || tokens.is(index, byte: 0x26)
        || tokens.is(index, byte: 0x3B) || tokens.is(index, .slash)
    }
  }

  /// Whether a mention is what the words are about and no description of it.
  private func isHead(_ named: Named, of words: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    let first = tokens.index(at: named.span.start)
    let next = tokens.index(at: named.span.end)
    if next <= words.upperBound, isPossessive(next, named, tokens) {
      return isUtterance(behind: next, of: words, tokens)
    }
    if next <= words.upperBound, !isTail(next, tokens) {
      return WordList.utterances.contains(words.upperBound, tokens)
        || !named.isPerson && WordList.spokespeople.holds(words.upperBound, tokens)
    }
    return named.isPerson
      ? isPersonHead(first, of: words, tokens) : isBodyHead(first, of: words, tokens)
  }

  /// "Reed's", or the mark behind "Olsens".
  private func isPossessive(_ next: Int, _ named: Named, _ tokens: Tokens) -> Bool {
    tokens[next].span.start < named.span.end
      || tokens.is(next, .singleQuote) && !tokens[next].spaceBefore
  }

  /// "Reed's letter"; where the source ends with the name, what stands behind it: "in Reed's own
  /// words".
  private func isUtterance(
    behind next: Int, of words: ClosedRange<Int>, _ tokens: Tokens
  ) -> Bool {
    if words.upperBound > next { return WordList.utterances.contains(words.upperBound, tokens) }
    for index in next + 1..<min(next + 4, tokens.count) {
      guard tokens[index].case == .lower else { return false }
      if WordList.utterances.contains(index, tokens) { return true }
    }
    return false
  }

  /// What may follow a name in its own phrase: "Reed of Oslo", "Reed USN", "Reed 2nd".
  private func isTail(_ index: Int, _ tokens: Tokens) -> Bool {
    tokens[index].kind != .word && !tokens.is(index, byte: 0x26)
      || tokens.is(index, .preposition)
      || tokens[index].case == .upper && tokens[index].span.count <= 4
      || tokens.is(index, "Jr") || tokens.is(index, "Sr")
  }

  /// Not the last of "Senators Roe and Reed", nor whom "a lawyer for Reed" speaks for, nor the name in
  /// "a Reed supporter".
  private func isPersonHead(
    _ first: Int, of words: ClosedRange<Int>, _ tokens: Tokens
  ) -> Bool {
    guard first > words.lowerBound else { return true }
    if tokens.is(first - 1, "a") || tokens.is(first - 1, "an") { return false }
    if tokens.is(first - 1, "and"), first - 2 >= words.lowerBound,
      tokens[first - 2].case == .capitalized
    {
      return false
    }
    let associates = (words.lowerBound..<first).contains { index in
      (tokens.is(index, "of") || tokens.is(index, "for")) && index > words.lowerBound
        && WordList.associates.holds(index - 1, tokens)
    }
    return !associates
  }

  /// Not the body of "the director of the Harbour Board", nor a part of a longer name.
  private func isBodyHead(_ first: Int, of words: ClosedRange<Int>, _ tokens: Tokens) -> Bool {
    var before = first - 1
    if before >= words.lowerBound, tokens.is(before, .determiner) { before -= 1 }
    guard before >= words.lowerBound else { return true }
    if tokens.is(before, .preposition) {
      return WordList.utterances.holds(before - 1, tokens)
        || WordList.spokespeople.holds(before - 1, tokens)
    }
    return tokens[before].case != .capitalized && !tokens.is(before, "and")
  }

  /// `said Harbor Board (HB) Director Ann Reed`: the person whose office stands between the words of a
  /// source and the name, and where the name ends. Nil where the source names a person itself.
  public func person(behind source: Span, _ tokens: Tokens) -> (name: String, end: Int)? {
    guard !hasPeople(in: source) else { return nil }
    let first = tokens.index(at: source.end)
    var index = first
    var hasOffice = false
    while index < tokens.count, index - first < Self.longestOffice, !tokens[index].startsLine {
      if let person = person(at: tokens[index].span.start) { return hasOffice ? person : nil }
      let isOffice = tokens.is(index, [.speakerNoun, .speakerTitle])
      hasOffice = hasOffice || isOffice
      guard isOffice || tokens[index].isCapitalized || isJoint(index, tokens) else { return nil }
      index += 1
    }
    return nil
  }

  /// In tokens.
  private static let longestOffice = 16

  private func isJoint(_ index: Int, _ tokens: Tokens) -> Bool {
    tokens.is(index, [.openBracket, .closeBracket]) || tokens.is(index, "of")
      || tokens.is(index, "and") || tokens.is(index, "the") || tokens.is(index, "on")
      || tokens.is(index, "for") || tokens.is(index, byte: 0x26)
  }
}
