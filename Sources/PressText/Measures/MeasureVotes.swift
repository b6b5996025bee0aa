import PressModel

/// Counts of a vote: "by a vote of 240-188", "passed the Senate 78 to 22", "a 12-10 party-line vote".
extension MeasureGrammar {
  /// The two sides of the vote whose first number stands at a token, and the last token.
  func vote(at index: Int) -> (measures: [Measure], last: Int)? {
    guard !tokens.is(index - 1, .dash), let yes = side(at: index), index + 2 < tokens.count,
      !tokens[index + 1].startsLine,
      let no = side(at: index + 2), !tokens[index + 2].startsLine
    else { return nil }
    let isDash =
      tokens.is(index + 1, .dash) && tokens[index + 1].spaceBefore == tokens[index + 2].spaceBefore
    guard isDash || tokens.is(index + 1, "to"), !tokens.is(index + 3, .dash),
      let end = endOfVote(
        index, behind: index + 2, isClose: isDash && !tokens[index + 1].spaceBefore,
        isLarge: yes + no > 50)
    else { return nil }
    let span = Span(tokens[index].span.start, tokens[end].span.end)
    return (
      [yes, no].map { Measure(value: DecimalNumber(digits: $0), unit: "vote", span: span) }, end
    )
  }

  /// Votes of one side: three digits at the most, and nothing glued to them.
  private func side(at index: Int) -> Int? {
    let span = tokens[index].span
    guard tokens[index].kind == .number, span.count <= 3 else { return nil }
    var votes = 0
    for byte in tokens.text.bytes[span.start..<span.end] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      votes = votes * 10 + Int(byte - 0x30)
    }
    return span.count == 1 || tokens.text.bytes[span.start] != 0x30 ? votes : nil
  }

  /// The last token of what says that two numbers are votes: the noun behind them, else the second
  /// number, where a noun or verb stands before them. nil where nothing does. A range ("passed 3 to 5
  /// weeks ago") and a ratio ("a 2 to 1 margin") are neither close nor large.
  private func endOfVote(_ first: Int, behind second: Int, isClose: Bool, isLarge: Bool) -> Int? {
    func isNoun(_ index: Int) -> Bool {
      Self.nouns.contains { tokens.is(index, $0) } || isLarge && tokens.is(index, "margin")
    }
    var next = second + 1
    while next <= second + 3, next < tokens.count, !tokens[next].startsLine,
      tokens[next].kind == .word
    {
      if isNoun(next) { return next }
      next += 1
    }
    if tokens.is(first - 1, "of") || tokens.is(first - 1, "was") {
      return isNoun(first - 2) || isNoun(first - 3) ? second : nil
    }
    // "passed the Senate 78-22": what passed and where stands between.
    var before = first - 1
    while before >= max(0, first - 8), tokens[before].kind == .word || tokens.is(before, .comma) {
      let verbs = isClose || isLarge ? Self.verbs : Self.votes
      if verbs.contains(where: { tokens.is(before, $0) }) {
        return isPlace(first - 1) ? second : nil
      }
      if tokens[before].startsLine { return nil }
      before -= 1
    }
    return nil
  }

  /// No name of a law or a rule: "passed Title 2-3".
  private func isPlace(_ before: Int) -> Bool {
    !tokens.is(before, [.numbered, .month, .numberAbbreviation]) && !tokens.is(before, "in")
  }

  private static let nouns: [StaticString] = ["vote", "votes", "Vote"]
  private static let votes: [StaticString] = ["voted", "voting", "vote"]
  private static let verbs: [StaticString] =
    votes + [
      "passed", "approved", "confirmed", "defeated", "rejected", "adopted", "advanced", "failed",
      "cleared", "ruled", "passing", "approving",
    ]
}
