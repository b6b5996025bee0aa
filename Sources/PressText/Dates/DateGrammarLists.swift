import PressModel

/// Dates that share what only one of them names, and the sentence's time.
extension DateGrammar {
  /// Behind the article of "September the 11th", where no noun follows: "in March the 2nd Brigade".
  func behindArticle(_ index: Int) -> Int {
    let day = index + 1
    guard tokens.is(index, "the"), day < tokens.count, !tokens[index].startsLine,
      tokens[day].kind == .number, tokens[day].span.count > 2, dayNumber(day) != nil
    else { return index }
    let next = day + 1
    let ends =
      next >= tokens.count || tokens[next].startsLine || tokens[next].kind != .word
      || tokens.is(next, [.preposition, .conjunction, .pronoun, .auxiliary, .copula, .determiner])
    return ends ? day : index
  }

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
      guard hasComma || isEnd, let day = dayNumber(next), !isYearLike(next), !isHour(next),
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
}
