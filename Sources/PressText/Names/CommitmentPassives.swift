import PressModel

/// Commitments whose actor stands behind the verb: "the office, which will be hosted by Norway".
extension CommitmentClauses {
  /// "hosted" in "will be hosted by".
  func isPassive(_ verb: Int) -> Bool {
    var before = verb - 1
    while isAdverb(before) { before -= 1 }
    return words.is(before, "be") && words.is(before - 1, "will") && words.is(verb + 1, "by")
  }

  /// The noun that the relative clause or the passive verb is about, up to the actor after "by".
  func passive(_ verb: Int, _ sentence: Range<Int>) -> ([Commitment], next: Int)? {
    let tokens = words.tokens
    var first = verb + 2
    if words.is(first, "the") { first += 1 }
    guard first < sentence.upperBound else { return nil }
    let index = actors.partitioningIndex { $0.span.start >= tokens[first].span.start }
    guard index < actors.count, actors[index].start == tokens[first].span.start else { return nil }
    let actor = actors[index]
    var will = verb - 1
    while !words.is(will, "will"), will > sentence.lowerBound { will -= 1 }
    var start = will
    if words.is(start - 1, "which") || words.is(start - 1, "that") { start -= 1 }
    if words.isMark(start - 1, 0x2C) { start -= 1 }
    // Back over the noun phrase to the mark or the start of the sentence.
    while start > sentence.lowerBound, will - start < 14,
      tokens[start - 1].kind != .mark || words[start - 1].isAbbreviationStop
        || tokens.is(start - 1, .currencySymbol)
    {
      start -= 1
    }
    // "This will be administered by Norway": what was said before.
    guard will - start > 1 || !tokens.is(start, [.pronoun, .personalPronoun, .determiner]) else {
      return nil
    }
    let end = tokens.index(at: actor.span.end - 1) + 1
    return ([make(start..<end, actor, will...verb)], end)
  }
}
