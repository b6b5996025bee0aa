import PressModel

/// Who takes something on: the subjects of a clause.
extension CommitmentClauses {
  /// The actor before a verb, with brackets, an aside and at most two adverbs between.
  func subject(rightBefore verb: Int, _ sentence: Range<Int>) -> Actor? {
    let tokens = words.tokens
    guard var actor = outsideBrackets(last(before: tokens[verb].span.start)),
      actor.span.start >= tokens[sentence.lowerBound].span.start
    else { return nil }
    var between = aside(after: tokens.index(at: actor.span.end), before: verb)
    guard verb - between <= 2 else { return nil }
    while between < verb {
      guard isAdverb(between) || words.isMark(between, 0x29) || isOnWeekday(between) else {
        return nil
      }
      between += 1
    }
    // "Ann Berg, along with Paul Ruud, announced": who is named behind "with" is not the subject.
    while let lead = lead(of: actor, sentence), isPreposition(lead) {
      guard isAccompanying(lead), let other = subject(before: lead, sentence) else { return nil }
      actor = other
    }
    return isQuarter(actor, sentence) ? nil : actor
  }

  /// "Ann Berg on Tuesday announced", "Ann Berg Tuesday announced".
  private func isOnWeekday(_ index: Int) -> Bool {
    words.tokens.is(words.is(index, "on") ? index + 1 : index, .weekday)
  }

  /// The actor before an aside that names others: "Ann Berg, who chairs the Port Board, announced",
  /// "the Ministry of Ports (MOP), through the Harbour Office, will open".
  func subject(beforeAside verb: Int, _ sentence: Range<Int>) -> Actor? {
    var close = verb - 1
    while close > sentence.lowerBound, isAdverb(close) { close -= 1 }
    guard words.isMark(close, 0x2C) else { return nil }
    var open = close - 1
    while open > sentence.lowerBound, !words.isMark(open, 0x2C) {
      guard close - open <= Self.longestAside, !words.closesQuotation(open),
        !words.opensQuotation(open), !words.isMark(open, 0x3B)
      else { return nil }
      open -= 1
    }
    // "Oslo, Bergen and Molde, will": a list is no aside.
    guard words.isMark(open, 0x2C), opensAside(open + 1, before: close),
      let actor = adjacent(before: open, sentence),
      lead(of: actor, sentence).map({ !isPreposition($0) && !words.isMark($0, 0x2C) }) ?? true
    else { return nil }
    return actor
  }

  private static let longestAside = 24

  /// "who chairs", "through the", "chair of the", "the minister of".
  private func opensAside(_ index: Int, before close: Int) -> Bool {
    if words.is(index, "who") || words.is(index, "which") { return true }
    if words.is(index, "through") || words.is(index, "via") || words.is(index, "with")
      || words.is(index, "alongside") || words.is(index, "together") || words.is(index, "along")
      || words.is(index, "including")
    {
      return true
    }
    // A noun phrase without a verb of its own.
    return !words.is(index, "and") && !words.is(index, "but") && !words.is(index, "or")
      && !words.tokens.is(index, [.personalPronoun, .conjunction, .auxiliary])
      && (index..<close).contains { words.is($0, "of") || words.is($0, "on") || words.is($0, "at") }
      && !(index..<close).contains { other in
        words.isLower(other)
          && (words.has(other, .personAfter) || words.tokens.is(other, [.copula, .auxiliary]))
      }
  }

  /// "an investment in rural Norway will help": a part of a country behind a preposition.
  private func isQuarter(_ actor: Actor, _ sentence: Range<Int>) -> Bool {
    guard actor.isPlace, let lead = lead(of: actor, sentence), lead > sentence.lowerBound,
      PlaceLinker.quarters.contains(where: { words.is(lead, $0) })
    else { return false }
    return isPreposition(lead - 1)
  }

  /// The token before an actor, its article and its titles: "with" in "with Senator Ann Berg"; nil
  /// where the sentence starts with them.
  func lead(of actor: Actor, _ sentence: Range<Int>) -> Int? {
    let first = opening(of: actor, sentence)
    return first > sentence.lowerBound ? first - 1 : nil
  }

  /// The first token of an actor with its article and its titles.
  func opening(of actor: Actor, _ sentence: Range<Int>) -> Int {
    var first = max(sentence.lowerBound, words.tokens.index(at: actor.start))
    while first > sentence.lowerBound,
      words[first - 1].isCapitalized && words.has(first - 1, [.titleWord, .personAfter])
        || words.isMark(first - 1, 0x2E) && words[first - 1].isAbbreviationStop
        || words.isWord(first - 1, "the") || words.is(first - 1, "U.S.")
    {
      first -= 1
    }
    return first
  }

  /// "the ministers of Norway pledged", "investments across Norway will help": another acts.
  func isPreposition(_ index: Int) -> Bool {
    Self.inside.contains { words.is(index, $0) }
  }

  private static let inside: [StaticString] = [
    "of", "in", "by", "with", "from", "for", "at", "including", "alongside", "across", "against",
    "between", "under", "about", "like", "than", "on", "to", "into", "With",
  ]

  func isAccompanying(_ index: Int) -> Bool {
    words.is(index, "with") || words.is(index, "including") || words.is(index, "alongside")
  }

  /// The actor right before "along with", "including", "together with".
  func subject(before index: Int, _ sentence: Range<Int>) -> Actor? {
    var end = index
    if words.is(end - 1, "along") || words.is(end - 1, "together") { end -= 1 }
    return adjacent(before: end, sentence)
  }

  /// The actor that ends before a token, with its bracket or comma.
  private func adjacent(before index: Int, _ sentence: Range<Int>) -> Actor? {
    guard index > sentence.lowerBound,
      let actor = outsideBrackets(last(before: words.tokens[index].span.start)),
      actor.span.start >= words.tokens[sentence.lowerBound].span.start
    else { return nil }
    var end = aside(after: words.tokens.index(at: actor.span.end), before: index)
    if end < index, words.isMark(end, 0x2C) { end += 1 }
    return end == index ? actor : nil
  }

  private static let mostSubjects = 40

  /// All actors of "Ann Berg, Paul Ruud and Eva Lie", in order; those that a preposition leads to
  /// are none: "the Bank of Norway and Eva Lie", "In Oslo, Ann Berg and Eva Lie". Empty where it leads
  /// to them all: "grants for Oslo, Bergen, and Molde".
  func joined(to actor: Actor, _ sentence: Range<Int>) -> [Actor] {
    var actors = [actor]
    var first = actor
    var hasAnd = false
    while actors.count < Self.mostSubjects, let lead = lead(of: first, sentence) {
      // "Ann Berg and Paul Ruud (both D-VA), Eva Lie and Governor Per Dahl"
      let isAnd = words.is(lead, "and")
      guard isAnd || hasAnd && words.isMark(lead, 0x2C) else { break }
      var end = lead
      if isAnd, words.isMark(end - 1, 0x2C) { end -= 1 }
      guard let other = adjacent(before: end, sentence), other.span.end <= first.span.start else {
        break
      }
      if let before = self.lead(of: other, sentence), !words.is(before, "and"),
        !words.isMark(before, 0x2C)
      {
        if isPreposition(before) || words.is(before, "In") || words.is(before, "At") {
          let isList = other.isPlace || isAnd && end == lead
          guard isList, actors.allSatisfy({ $0.isPlace == other.isPlace }) else { return actors }
          return governing(other, behind: before, sentence).map { [$0] + actors } ?? []
        }
        // The subject of a clause of its own: "he met Ann Berg and Paul Ruud pledged".
        if words.isLower(before) { break }
      }
      hasAnd = true
      first = other
      actors.insert(other, at: 0)
    }
    return actors
  }

  /// The first actor of "the governments of Norway and Sweden", from "governments" on.
  private func governing(_ actor: Actor, behind of: Int, _ sentence: Range<Int>) -> Actor? {
    guard words.is(of, "of"), of > sentence.lowerBound, words.isWord(of - 1, "governments") else {
      return nil
    }
    let start = words.tokens[of - 1].span.start
    return Actor(span: actor.span, name: actor.name, start: start, isPlace: actor.isPlace)
  }

  /// "I hope that Congress will fund", "if Norway will pay", "had Norway signed": nobody took it on.
  func isHoped(before first: Int, _ sentence: Range<Int>) -> Bool {
    var index = first - 1
    while index >= sentence.lowerBound, first - index < 7, !words.isMark(index, 0x2C) {
      if Self.hopes.contains(where: { words.isWord(index, $0) }) { return true }
      index -= 1
    }
    return first > sentence.lowerBound && words.isWord(first - 1, "had")
  }

  private static let hopes: [StaticString] = [
    "hope", "hopes", "hoped", "hoping", "hopeful", "wish", "expect", "expects", "expected", "if",
    "unless", "whether", "maybe",
    "perhaps", "pray", "until", "doubt",
  ]
}
