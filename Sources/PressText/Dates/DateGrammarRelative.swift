import PressModel

/// Expressions that count from another day, or name a stretch of years.
extension DateGrammar {
  /// "Tuesday", "Tuesday, September 1, 2015", "Tue. 1 September".
  func weekday(at index: Int) -> Found? {
    let token = tokens[index]
    guard token.isCapitalized else { return nil }
    var next = index + 1
    let isShort = tokens.is(index, .weekdayAbbreviation)
    if isShort, tokens.is(next, byte: 0x2E) { next += 1 }
    if tokens.is(next, byte: 0x2C) { next += 1 }
    if tokens.is(next, "the") { next += 1 }
    if next < tokens.count, !tokens[next].startsLine,
      let found = tokens.is(next, .month)
        ? monthFirst(at: next) : numeric(at: next) ?? dayFirst(at: next),
      case .calendar(let date, _) = found.reading, date.day != nil
    {
      return found
    }
    guard !isShort, !isColumnHead(index),
      !tokens.is(index - 1, .namedDay) || !tokens[index - 1].isCapitalized
    else {
      return nil
    }
    // "on a Monday" is any.
    if tokens.is(index - 1, "a") || tokens.is(index - 1, "every") || tokens.is(index - 1, "each")
      || tokens.is(index - 1, "Every") || tokens.is(index - 1, "Each")
    {
      return nil
    }
    // A paper's or programme's name: "Sunday Times".
    let behind = index + 1
    if behind < tokens.count, tokens[behind].isCapitalized, !tokens[behind].startsLine,
      !tokens.is(behind, [.starter, .dayPart, .month]), index > 0,
      tokens.is(index - 1, "the") || tokens.is(index - 1, "The") || token.startsLine
    {
      return nil
    }
    // A programme's name: "Sunday Night Sports".
    if tokens.is(behind, .dayPart), tokens[behind].isCapitalized, behind + 1 < tokens.count,
      tokens[behind + 1].isCapitalized, !tokens[behind + 1].startsLine
    {
      return nil
    }
    let week = tokens.is(behind, "of") ? behind + 1 : behind
    if tokens.is(week, .relation), tokens.is(week + 1, "week"), !tokens.is(week, "past") {
      return (.weekdayOfWeek(tokens.number(index), tokens.number(week)), week + 1)
    }
    return (.weekday(tokens.number(index), direction: nil), index)
  }

  func relativeDay(at index: Int) -> Found? {
    // A newspaper's name, not a day: "USA Today", "Hockey Today said".
    if index > 0, tokens[index].case == .capitalized, !tokens[index].startsLine,
      tokens[index - 1].case == .upper && !tokens.is(index - 1, "D.C.")
        || tokens[index - 1].case == .capitalized && index + 1 < tokens.count
          && !tokens[index + 1].startsLine && !tokens.is(index - 1, .starter)
    {
      return nil
    }
    guard !isOfOurTime(index) else { return nil }
    // "better today than ever" is no day.
    if tokens.is(index + 1, "than") { return nil }
    return (.day(tokens.number(index)), index)
  }

  /// "last week", "this year", "next month", "last August", "this past Friday", "last night".
  func relation(at index: Int) -> Found? {
    var next = index + 1
    var direction = tokens.number(index)
    if tokens.is(index, "this") || tokens.is(index, "This"), tokens.is(next, .relation) {
      direction = tokens.number(next)
      next += 1
    }
    // "last uh August"
    if tokens.is(next, "uh") || tokens.is(next, "um") { next += 1 }
    guard next < tokens.count else { return nil }
    if let stretch = stretch(at: index, next) { return stretch }
    if tokens.is(next, .weekday), tokens[next].isCapitalized,
      !tokens.is(next, .weekdayAbbreviation)
    {
      if let found = weekday(at: next), case .calendar = found.reading { return found }
      // "next Thursday" is next week's, though a Thursday may come before.
      if tokens.is(index, "next"), !tokens.is(index - 1, "the") {
        return (.weekdayOfWeek(tokens.number(next), 1), next)
      }
      return (.weekday(tokens.number(next), direction: direction), next)
    }
    if tokens.is(next, .month), tokens[next].isCapitalized, !tokens.is(next, .monthAbbreviation) {
      if let found = monthFirst(at: next), case .calendar(let date, _) = found.reading,
        date.day != nil || date.year != nil
      {
        // "beyond and past July 31" is no July 31 that has passed.
        if tokens.is(index, "past"), next == index + 1, !tokens.is(index - 1, .determiner) {
          return nil
        }
        return found
      }
      return (.month(tokens.number(next), direction: direction), next)
    }
    let hasArticle =
      tokens.is(index - 1, "the") || tokens.is(index - 1, "The")
      || tokens.is(index - 1, "its") || tokens.is(index - 1, "their")
    if tokens.is(next, .season), !hasArticle, !tokens[next].isCapitalized {
      return (.month(tokens.number(next), direction: direction), next)
    }
    if tokens.is(next, .dayPart) {
      // "this morning" is today, "last night" yesterday; "the next morning" is nobody's.
      guard !hasArticle, direction <= 0 else { return nil }
      return (.day(direction), next)
    }
    guard tokens.is(next, .timeUnit), let unit = TimeUnit(rawValue: tokens.number(next)),
      !isPlural(next) || isPossessive(next, behind: index)
    else { return nil }
    switch unit {
    case .week, .month, .year, .weekend, .quarter:
      // "the last year", "the past week" are stretches that end today, not the unit before.
      guard !hasArticle || tokens.is(index, "current") else { return nil }
      if tokens.is(index, "past"), next == index + 1 { return nil }
      return (.unit(unit, direction), next)
    case .decade, .century:
      return hasArticle ? nil : (.unit(unit, direction), next)
    case .day:
      // "On this day we remember", not "this day in 1945".
      guard direction == 0, next == index + 1,
        tokens.is(index - 1, "on") || tokens.is(index - 1, "On"),
        !tokens.is(next + 1, "in"), !tokens.is(next + 1, "of")
      else { return nil }
      return (.day(0), next)
    case .fortnight:
      return nil
    }
  }

  /// A possessive that lost its apostrophe: "this years festival".
  private func isPossessive(_ unit: Int, behind relation: Int) -> Bool {
    let next = unit + 1
    return unit == relation + 1 && next < tokens.count && tokens[next].case == .lower
      && (tokens.is(relation, "this") || tokens.is(relation, "This")) && !endsPhrase(next)
      && (tokens.is(relation - 1, .preposition) || relation == 0
        || tokens[relation].startsLine || tokens[relation - 1].kind == .mark)
  }

  func isPlural(_ index: Int) -> Bool {
    let span = tokens[index].span
    return tokens.text.bytes[span.end - 1] == 0x73
      && !tokens.text.bytes[span.start..<span.end].contains(where: { $0 == 0x27 || $0 >= 0x80 })
  }

  /// "summer 2014", "the winter of 2013".
  func season(at index: Int) -> Found? {
    guard let (year, last) = year(behind: index, allowsOf: true), !tokens.is(index + 1, byte: 0x2C)
    else { return nil }
    return (.calendar(PartialDate(year: year, month: tokens.number(index)), end: nil), last)
  }

  /// "the 20th century", "twenty-first century", "a 19th-century mill"; "a 21st-century economy" tells
  /// no time.
  func century(at index: Int) -> Found? {
    let isGlued =
      tokens.is(index + 1, byte: 0x2D) && !tokens[index + 1].spaceBefore
      && index + 2 < tokens.count && !tokens[index + 2].spaceBefore
    let last = isGlued ? index + 2 : index + 1
    guard tokens.is(last, .timeUnit), tokens.number(last) == TimeUnit.century.rawValue,
      !isPlural(last), let number = ordinal(index),
      // "our third century", "the third century of independence" count from another day.
      !tokens.is(last + 1, "of"), !tokens.is(index - 1, "our"), !tokens.is(index - 1, "its")
    else { return nil }
    if isGlued, number == 21, last + 1 < tokens.count, !tokens[last + 1].startsLine,
      tokens[last + 1].kind == .word, !tokens.is(last + 1, [.preposition, .conjunction, .copula])
    {
      return nil
    }
    return number >= 2 && number < 30 ? (.century(number - 1), last) : nil
  }
}
