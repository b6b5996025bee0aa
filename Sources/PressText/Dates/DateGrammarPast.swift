/// Whether a sentence tells what was done in a month or on a day that has no year.
extension DateGrammar {
  /// "The chamber voted on it in April", "In April, the chamber voted": what was done then. What was
  /// planned, asked for or put off then may be to come: "They called for a vote in April".
  func isOver(_ reading: DateReading, _ range: ClosedRange<Int>) -> Bool {
    guard case .calendar(let date, nil) = reading, date.year == nil else { return false }
    var lead = range.lowerBound - 1
    if tokens.is(lead, .partOf) { lead -= 1 }
    if tokens.is(lead, "In") || tokens.is(lead, "On") { return opensTale(behind: range.upperBound) }
    guard tokens.is(lead, "in") || tokens.is(lead, "on"), !tokens[lead].startsLine else {
      return false
    }
    return endsTale(at: lead)
  }

  /// The verb before "in April", in the same clause.
  private func endsTale(at lead: Int) -> Bool {
    var other = lead - 1
    while other >= 0, lead - other < 12, !opensClause(other),
      !tokens.is(other, [.stop, .comma, .openQuote, .closeQuote])
    {
      if isFuture(other) || isInfinitive(other) || isPlan(other) || isNow(other) { return false }
      if tellsPast(other) { return true }
      if tokens[other].startsLine { break }
      other -= 1
    }
    return false
  }

  /// The verb behind "In April, the chamber", in the same clause.
  func opensTale(behind last: Int) -> Bool {
    var other = last + 1
    if tokens.is(other, [.comma]) { other += 1 }
    while other < tokens.count, other - last < 14, !tokens[other].startsLine,
      !tokens.is(other, [.stop, .comma, .openQuote, .closeQuote]), !opensClause(other)
    {
      if isFuture(other) || isInfinitive(other) || isNow(other) { return false }
      if tellsPast(other) { return true }
      other += 1
    }
    return false
  }

  /// A past verb, and no participle that describes: "a limited run", "the planned fair", "when updated
  /// plans come out".
  private func tellsPast(_ index: Int) -> Bool {
    (isTold(index) || Self.told.contains { tokens.is(index, $0) })
      && !isPassive(index) && !tokens.is(index, "says")
      && !tokens.is(index - 1, [.determiner, .preposition]) && !tokens.is(index - 1, "when")
      && !tokens.is(index - 1, "if") && !tokens.is(index - 1, "once")
  }

  private func opensClause(_ index: Int) -> Bool {
    isLinking(index) || tokens.is(index, "who") || tokens.is(index, "which")
      || tokens.is(index, "whose") || tokens.is(index, "where") || tokens.is(index, "while")
      || tokens.is(index, "until") || tokens.is(index, "unless")
  }

  /// "is", "has", "can": not "was", "had".
  private func isNow(_ index: Int) -> Bool {
    tokens.is(index, [.auxiliary, .copula]) && !isOfPast(index)
  }

  /// "to return", not "to the hall", "to Port Olsen".
  private func isInfinitive(_ index: Int) -> Bool {
    let next = index + 1
    return tokens.is(index, "to") && next < tokens.count && tokens[next].case == .lower
      && !tokens.is(next, [.determiner, .pronoun, .preposition, .cardinal])
  }

  private static let told: [StaticString] = [
    "left", "kept", "fell", "rose", "grew", "ran", "brought", "bought", "built", "found", "paid",
    "sold", "spent", "drove", "chose", "broke", "fought", "struck", "sat", "stood", "felt", "drew",
  ]

  private func isPlan(_ index: Int) -> Bool { WordList.plans.contains(index, tokens) }
}
