import PressModel

/// Dates that share what only one of them names, and the sentence's time.
extension DateGrammar {
  /// "May 3, 4 and 5, 2010", "the 3rd and 4th of May": every day by itself, of one month and year.
  func dayList(at index: Int) -> [(first: Int, found: Found)]? {
    if tokens.is(index, .month) { return daysBehindMonth(at: index) }
    guard dayNumber(index) != nil, !isYearLike(index), !isBetween(index) else { return nil }
    let days = days(from: index)
    guard days.count > 1, let last = days.last, let found = dayFirst(at: last),
      case .calendar(let date, nil) = found.reading, date.month != nil
    else { return nil }
    return days.compactMap { token in
      let day = PartialDate(year: date.year, month: date.month, day: dayNumber(token))
      return day.isPossible
        ? (token, (.calendar(day, end: nil), token == last ? found.last : token)) : nil
    }
  }

  private func daysBehindMonth(at index: Int) -> [(first: Int, found: Found)]? {
    let first = behindStop(index)
    guard tokens[index].isCapitalized, dayNumber(first) != nil, !isYearLike(first) else {
      return nil
    }
    let days = days(from: first)
    guard days.count > 1, let last = days.last else { return nil }
    let year = year(behind: last)
    guard year != nil || endsPhrase(last + 1) else { return nil }
    let dates = days.map {
      PartialDate(year: year?.0, month: tokens.number(index), day: dayNumber($0))
    }
    guard dates.allSatisfy(\.isPossible) else { return nil }
    return zip(days, dates).map { token, date in
      (
        token == first ? index : token,
        (.calendar(date, end: nil), token == last ? year?.1 ?? token : token)
      )
    }
  }

  /// The tokens of days that rise and end in "and": "3, 4 and 5".
  private func days(from first: Int) -> [Int] {
    var days = [first]
    while let last = days.last, days.count < 12 {
      var next = last + 1
      let hasComma = tokens.is(next, byte: 0x2C)
      if hasComma { next += 1 }
      let isEnd = tokens.is(next, "and") || tokens.is(next, "or") || tokens.is(next, byte: 0x26)
      if isEnd { next += 1 }
      guard hasComma || isEnd, let day = dayNumber(next), !isYearLike(next),
        day > dayNumber(last) ?? 31, !tokens[next].startsLine
      else { return [] }
      days.append(next)
      if isEnd { return days }
    }
    return []
  }

  /// Whether nothing that a number or time could count goes on at a token: a mark, the end, or a
  /// word of grammar.
  func endsPhrase(_ index: Int) -> Bool {
    guard index < tokens.count, !tokens[index].startsLine else { return true }
    if tokens[index].kind == .mark {
      return !tokens.is(index, byte: 0x2D) && !tokens.is(index, [.percent, .slash])
    }
    return tokens.is(
      index,
      [
        .preposition, .conjunction, .auxiliary, .copula, .pronoun, .determiner, .adverb,
        .speechVerb,
      ]
    ) || tokens.is(index, "when") || tokens.is(index, "where")
  }

  /// "January 5 and March 9, 2014", "from May to June 2010": the year of the last is that of all.
  func shareYears(_ matches: inout [DateMatch], _ tokensOf: [ClosedRange<Int>]) {
    guard matches.count > 1 else { return }
    for index in (0..<(matches.count - 1)).reversed() {
      guard case .calendar(var start, var end) = matches[index].reading, start.year == nil,
        end?.year == nil, let month = (end ?? start).month,
        case .calendar(let next, _) = matches[index + 1].reading, let year = next.year,
        let nextMonth = next.month,
        isJoint((tokensOf[index].upperBound + 1)..<tokensOf[index + 1].lowerBound)
      else { continue }
      let own = month > nextMonth ? year - 1 : year
      start.year = end == nil ? own : startYear(of: start, before: end, own)
      end?.year = own
      matches[index].reading = .calendar(start, end: end)
    }
  }

  private func isJoint(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count < 4
      && range.allSatisfy {
        !tokens[$0].startsLine
          && (tokens.is($0, [.comma, .dash]) || tokens.is($0, "and") || tokens.is($0, "or")
            || tokens.is($0, "to") || tokens.is($0, "through") || tokens.is($0, "until")
            || tokens.is($0, "from") || tokens.is($0, "on") || tokens.is($0, byte: 0x26))
      }
  }

  // MARK: What is to come

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
    if tokens.is(verb, [.speechVerb, .weakSpeechVerb]) { return false }
    for step in [-1, 1] {
      var other = index + step
      while other >= 0, other < tokens.count, abs(other - index) < 15, !tokens.is(other, .stop) {
        if isFuture(other) || tokens.is(other, "upcoming") { return true }
        other += step
      }
    }
    return false
  }

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
    // "is to open", "are to be held"
    return tokens.is(index, "to") && tokens.is(index - 1, .copula)
      && (tokens.is(index - 1, "is") || tokens.is(index - 1, "are"))
  }
}
