import PressModel

/// Where the clause of a commitment ends.
extension CommitmentClauses {
  /// The end of the clause: before the stop, a semicolon, a dash, or a comma that starts another.
  /// Quoted words that are a part of it are walked over: "signed an order on “Open Ports”".
  func clauseEnd(after verb: Int, _ sentence: Range<Int>) -> Int {
    var index = verb + 1
    while index < sentence.upperBound {
      if words.opensQuotation(index), index > verb, words.tokens[index - 1].kind != .mark,
        let close = closing(of: index, sentence)
      {
        index = close + 1
        if words[close - 1].byte == 0x2E, words.tokens[close - 1].kind == .mark { break }
        continue
      }
      if words.isMark(index, 0x3B) || isStop(index, sentence) || words.closesQuotation(index)
        || words.opensQuotation(index) && index > verb + 1 || startsClause(index, sentence)
      {
        break
      }
      index += 1
    }
    while index > verb + 1, words.tokens[index - 1].kind == .mark,
      words.isMark(index - 1, 0x2E) || words.isMark(index - 1, 0x2C)
        || words.isMark(index - 1, 0x3A)
    {
      index -= 1
    }
    return index
  }

  /// A comma that starts another clause.
  private func startsClause(_ index: Int, _ sentence: Range<Int>) -> Bool {
    words.isMark(index, 0x2C)
      && (words.is(index + 1, "which") || words.is(index + 1, "while")
        || words.is(index + 1, "but") || words.is(index + 1, "said") || words.is(index + 1, "who")
        || words.is(index + 1, "and") && opensClause(behindAnd: index + 2, sentence))
  }

  /// "and we’ll be reporting", "and the board has met"; "and the Baltic states" goes on with a list.
  private func opensClause(behindAnd first: Int, _ sentence: Range<Int>) -> Bool {
    guard first < sentence.upperBound, words.has(first, .stop) else { return false }
    if words.tokens.is(first, .personalPronoun) { return true }
    for index in first + 1..<max(first + 1, min(sentence.upperBound, first + 14)) {
      if words.tokens.is(index, [.auxiliary, .copula])
        || words.isLower(index) && words.has(index, .commits)
      {
        return true
      }
      let isMark = words.tokens[index].kind == .mark && !words[index].isAbbreviationStop
      if isMark && !words.isMark(index, 0x2D)
        || Self.subordinators.contains(where: { words.is(index, $0) })
      {
        return false
      }
    }
    return false
  }

  private static let subordinators: [StaticString] = [
    "that", "which", "who", "whose", "where", "when", "to", "as", "and",
  ]

  /// A full stop that ends something: not those of "10 a.m.".
  private func isStop(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard words.isMark(index, 0x2E), !words[index].isAbbreviationStop else { return false }
    let next = index + 1
    let isGlued =
      next < sentence.upperBound && !words.tokens[next].spaceBefore
      && words.tokens[next].kind == .word && words.isLower(next)
    return !isGlued && !(words.is(index - 1, "m") && words.isMark(index - 2, 0x2E))
  }

  /// The mark that closes a quotation, in its sentence.
  private func closing(of open: Int, _ sentence: Range<Int>) -> Int? {
    (open + 1..<max(open + 1, min(sentence.upperBound, open + 40))).first {
      words.closesQuotation($0)
    }
  }
}
