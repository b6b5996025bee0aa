import PressModel

/// Whether a sentence puts a date into the time to come.
extension DateGrammar {
  /// Whether the sentence puts a day, weekend or date without a year in the future.
  func isAhead(_ reading: DateReading, _ index: Int) -> Bool {
    switch reading {
    case .weekday, .stretch(.weekend, _): speaksOfFuture(around: index)
    case .calendar(let date, _), .weekOf(let date):
      date.year == nil && (isPlanned(before: index) || isAnnounced(before: index))
    default: false
    }
  }

  /// "will", "is to", "upcoming" in the same sentence, where the verb that the day belongs to does not
  /// say otherwise.
  private func speaksOfFuture(around index: Int) -> Bool {
    let verb = tokens.is(index - 1, "on") ? index - 2 : index - 1
    if tokens.is(verb, [.speechVerb, .weakSpeechVerb]), !tokens.is(verb - 1, "to") { return false }
    if isAnnounced(verb) { return true }
    if let tense = tense(around: index) { return tense == .future }
    for step in [-1, 1] {
      var other = index + step
      while other >= 0, other < tokens.count, abs(other - index) < 15, !tokens.is(other, .stop) {
        if isFuture(other) || tokens.is(other, "upcoming") { return true }
        // "It is held under embargo until 5 a.m. on Wednesday."
        if step < 0, index - other < 8, tokens.is(other, "until") { return true }
        other += step
      }
    }
    return false
  }

  /// "starts on Monday", "go out on Friday", "to be held in the hall on Friday": the verb before the
  /// day.
  private func isAnnounced(_ verb: Int) -> Bool {
    if isPresent(verb) { return true }
    // "takes place", "kicks off", "go out"
    if Self.particles.contains(where: { tokens.is(verb, $0) }), isPresent(verb - 1) { return true }
    var other = verb - 1
    while other >= 0, verb - other < 6, !tokens.is(other, [.stop, .comma]),
      !tokens[other + 1].startsLine
    {
      if tokens.is(other, "to"), tokens.is(other + 1, "be") { return true }
      other -= 1
    }
    return false
  }

  /// A present form of a verb that tells a plan; not "did not meet".
  private func isPresent(_ verb: Int) -> Bool {
    Self.announcing.contains { tokens.is(verb, $0) } && !tokens[verb].startsLine
      && !tokens.is(verb - 1, "did") && !tokens.is(verb - 2, "did")
      && !tokens.is(verb - 1, "didn't")
      && !tokens.is(verb - 1, "didn\u{2019}t")
  }

  private static let particles: [StaticString] = ["place", "off", "out", "back", "up", "again"]

  private static let announcing: [StaticString] = [
    "starts", "begins", "opens", "closes", "ends", "meets", "returns", "resumes", "convenes",
    "takes", "kicks", "expires", "due", "goes", "arrives", "launches", "premieres", "departs",
    "begin", "meet", "resume", "convene", "kick", "expire", "go", "arrive", "premiere", "depart",
    "reopens", "reopen",
  ]

  private enum Tense { case past, future }

  /// The tense of the verb that a day belongs to: the nearest before it in its clause, else the first
  /// behind it. Nil where no verb shows one.
  private func tense(around index: Int) -> Tense? {
    var other = index - 1
    while other >= 0, index - other < 14, !tokens.is(other, [.stop, .openQuote, .closeQuote]),
      !isLinking(other)
    {
      if isFuture(other) { return .future }
      if isTold(other), !isPassive(other) { return .past }
      if tokens[other].startsLine { break }
      other -= 1
    }
    other = index + 1
    while other < tokens.count, other - index < 9, !tokens[other].startsLine,
      !tokens.is(other, [.stop, .openQuote, .closeQuote]), !isLinking(other)
    {
      if isFuture(other) { return .future }
      if isTold(other) { return .past }
      other += 1
    }
    return nil
  }

  func isLinking(_ index: Int) -> Bool {
    tokens.is(index, "that") || tokens.is(index, "because") || tokens.is(index, "if")
      || tokens.is(index, "when") || tokens.is(index, "before") || tokens.is(index, "after")
  }

  /// "held" in "will be held", "met" in "to have met": the word before says when.
  func isPassive(_ index: Int) -> Bool {
    tokens.is(index - 1, "be") || tokens.is(index - 2, "be")
      || tokens.is(index - 1, "is") || tokens.is(index - 1, "are")
      || tokens.is(index - 1, "have") || tokens.is(index - 1, "being")
  }

  func isTold(_ index: Int) -> Bool {
    tokens[index].case == .lower
      && (isPast(index) || isOfPast(index) || tokens.is(index, "said") || tokens.is(index, "says"))
  }

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

  /// Whether the verb that a month or a day without a year belongs to tells what was.
  func isTold(_ reading: DateReading, at index: Int) -> Bool {
    guard case .calendar(let date, _) = reading, date.year == nil else { return false }
    var other = index - 1
    while other >= 0, index - other < 10,
      !tokens.is(other, [.stop, .comma, .openQuote, .closeQuote, .conjunction]), !isLinking(other)
    {
      if isFuture(other) || tokens.is(other, .auxiliary) && !isOfPast(other) { return false }
      if isTold(other), !isPassive(other) { return true }
      if tokens[other].startsLine { break }
      other -= 1
    }
    return false
  }

  func isOfPast(_ index: Int) -> Bool {
    Self.past.contains { tokens.is(index, $0) }
  }

  /// A word in "-ed" that no "is" makes a state: "missed", not "is excited".
  private func isPast(_ index: Int) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    return span.count > 4 && bytes[span.end - 1] == 0x64 && bytes[span.end - 2] == 0x65
      && tokens[index].kind == .word && bytes[span.end - 3] != 0x65
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

  /// "opens in September", "goes out on May 5"
  private func isAnnounced(before index: Int) -> Bool {
    guard tokens.is(index - 1, "in") || tokens.is(index - 1, "on") else { return false }
    let verb = index - 2
    return isPresent(verb)
      || Self.particles.contains(where: { tokens.is(verb, $0) }) && isPresent(verb - 1)
  }

  func isFuture(_ index: Int) -> Bool {
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
