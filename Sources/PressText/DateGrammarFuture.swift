import PressModel

/// Whether a sentence puts a date into the time to come.
extension DateGrammar {
  /// Whether the sentence puts a day, weekend or date without a year in the future.
  func isAhead(_ reading: DateReading, _ index: Int) -> Bool {
    switch reading {
    case .weekday, .stretch(.weekend, _): speaksOfFuture(around: index)
    case .calendar(let date, _), .weekOf(let date):
      date.year == nil && isPlanned(before: index)
    default: false
    }
  }

  /// "will", "is to", "upcoming" in the same sentence, unless someone spoke on the day itself.
  private func speaksOfFuture(around index: Int) -> Bool {
    let verb = tokens.is(index - 1, "on") ? index - 2 : index - 1
    if tokens.is(verb, [.speechVerb, .weakSpeechVerb]), !tokens.is(verb - 1, "to") { return false }
    for step in [-1, 1] {
      var other = index + step
      while other >= 0, other < tokens.count, abs(other - index) < 15, !tokens.is(other, .stop) {
        if isFuture(other) || tokens.is(other, "upcoming") { return true }
        other += step
      }
    }
    return isAnnounced(verb)
  }

  /// "starts on Monday", "to be held in the hall on Friday": the verb before the day.
  private func isAnnounced(_ verb: Int) -> Bool {
    if Self.announcing.contains(where: { tokens.is(verb, $0) }) { return true }
    // "takes place", "kicks off"
    if Self.announcing.contains(where: { tokens.is(verb - 1, $0) }),
      tokens.is(verb, "place") || tokens.is(verb, "off")
    {
      return true
    }
    var other = verb - 1
    while other >= 0, verb - other < 6, !tokens.is(other, [.stop, .comma]),
      !tokens[other + 1].startsLine
    {
      if tokens.is(other, "to"), tokens.is(other + 1, "be") { return true }
      other -= 1
    }
    return false
  }

  private static let announcing: [StaticString] = [
    "starts", "begins", "opens", "closes", "ends", "meets", "returns", "resumes", "convenes",
    "takes", "kicks", "expires", "due",
  ]

  /// Whether the clause tells what was said or done on a day: "told reporters Tuesday", "On Monday,
  /// the chamber missed".
  func speaksOfPast(around index: Int) -> Bool {
    for step in [-1, 1] {
      var other = index + step
      while other >= 0, other < tokens.count, abs(other - index) < 9,
        !tokens.is(other, [.stop, .openQuote, .closeQuote])
      {
        let token = tokens[other]
        if step < 0, tokens.is(other, [.speechVerb, .weakSpeechVerb]) { return true }
        if token.case == .lower,
          isPast(other) || Self.past.contains(where: { tokens.is(other, $0) })
        {
          return true
        }
        if step < 0 ? token.startsLine : other + 1 < tokens.count && tokens[other + 1].startsLine {
          break
        }
        other += step
      }
    }
    return false
  }

  /// A word in "-ed" that no "is" makes a state: "missed", not "is excited".
  private func isPast(_ index: Int) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    return span.count > 4 && bytes[span.end - 1] == 0x64 && bytes[span.end - 2] == 0x65
      && !tokens.is(index - 1, .copula) && !tokens.is(index - 1, "am")
  }

  private static let past: [StaticString] = [
    "was", "were", "had", "did", "met", "held", "took", "gave", "spoke", "won", "lost", "made",
    "went", "came", "sent", "led", "wrote", "told", "began", "saw", "became", "got",
  ]

  /// "will open on", "is to be held from": before the date, in its clause.
  private func isPlanned(before index: Int) -> Bool {
    var other = index - 1
    while other >= 0, index - other < 12, !tokens.is(other, [.stop, .comma]),
      !tokens.is(other, [.speechVerb, .openQuote]), !tokens.is(other, "that"),
      !tokens[other + 1].startsLine
    {
      if isFuture(other) { return true }
      other -= 1
    }
    return false
  }

  private func isFuture(_ index: Int) -> Bool {
    if tokens.is(index, "will") || tokens.is(index, "shall") || tokens.is(index, "scheduled")
      || tokens.is(index, "plans")
    {
      return true
    }
    // "set for Tuesday"
    if tokens.is(index, "for") {
      return tokens.is(index - 1, "set") || tokens.is(index - 1, "slated")
    }
    // "is to open", "are to be held", "expected to", "going to"
    return tokens.is(index, "to")
      && (tokens.is(index - 1, "is") || tokens.is(index - 1, "are")
        || tokens.is(index - 1, "expected") || tokens.is(index - 1, "set")
        || tokens.is(index - 1, "slated") || tokens.is(index - 1, "going"))
  }
}
