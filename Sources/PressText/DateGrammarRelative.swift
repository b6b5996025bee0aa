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
    guard !isShort, !tokens.is(index - 1, .namedDay) || !tokens[index - 1].isCapitalized else {
      return nil
    }
    // "on a Monday" is any.
    if tokens.is(index - 1, "a") || tokens.is(index - 1, "every") || tokens.is(index - 1, "each") {
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
    return (.weekday(tokens.number(index), direction: nil), index)
  }

  func relativeDay(at index: Int) -> Found? {
    // A newspaper's name, not a day.
    if index > 0, tokens[index].isCapitalized, tokens[index - 1].case == .upper,
      !tokens[index].startsLine, tokens[index].case != .upper
    {
      return nil
    }
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
    guard next < tokens.count else { return nil }
    if tokens.is(next, .weekday), tokens[next].isCapitalized,
      !tokens.is(next, .weekdayAbbreviation)
    {
      return (.weekday(tokens.number(next), direction: direction), next)
    }
    if tokens.is(next, .month), tokens[next].isCapitalized, !tokens.is(next, .monthAbbreviation) {
      if let found = monthFirst(at: next), case .calendar(let date, _) = found.reading,
        date.day != nil || date.year != nil
      {
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
      !isPlural(next)
    else { return nil }
    switch unit {
    case .week, .month, .year, .weekend, .quarter:
      // "the last year", "the past week" are stretches that end today, not the unit before.
      guard !hasArticle || tokens.is(index, "current") else { return nil }
      if tokens.is(index, "past"), next == index + 1 { return nil }
      return (.unit(unit, direction), next)
    case .day, .decade, .century, .fortnight:
      return nil
    }
  }

  private func isPlural(_ index: Int) -> Bool {
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

  /// "the 20th century", "twenty-first century".
  func century(at index: Int) -> Found? {
    guard tokens.is(index + 1, .timeUnit), tokens.number(index + 1) == TimeUnit.century.rawValue
    else { return nil }
    let number: Int
    if tokens.is(index, .ordinal) {
      number = tokens.number(index)
    } else {
      guard let day = dayNumber(index) else { return nil }
      number = day
    }
    return number >= 2 && number < 30 ? (.century(number - 1), index + 1) : nil
  }

  /// "three years ago", "10 days ago", "a year ago", "two years earlier" is left alone: it counts
  /// from another day than the document's.
  func ago(at index: Int) -> Found? {
    var next = index + 1
    var count = 1
    if tokens[index].kind == .number || tokens.is(index, .cardinal) {
      guard let number = tokens.numberExpression(at: index), number.value.exponent == 0,
        number.suffix == nil, number.magnitude <= 3
      else { return nil }
      count = number.value.digits
      next = number.tokens.upperBound + 1
    }
    guard tokens.is(next, .timeUnit), let unit = TimeUnit(rawValue: tokens.number(next)),
      tokens.is(next + 1, "ago"), count < 2000
    else { return nil }
    switch unit {
    case .day: return (.day(-count), next + 1)
    case .week: return (.day(-7 * count), next + 1)
    case .fortnight: return (.day(-14 * count), next + 1)
    case .month: return (.unit(.month, -count), next + 1)
    case .year: return (.unit(.year, -count), next + 1)
    case .decade: return (.unit(.year, -10 * count), next + 1)
    case .century, .weekend, .quarter: return nil
    }
  }

  /// "fiscal year 2012", "FY 2011".
  func fiscalYear(at index: Int) -> Found? {
    var next = index + 1
    if tokens.is(next, .timeUnit) { next += 1 }
    guard let year = yearNumber(next) else { return nil }
    if let joint = rangeJoint(behind: next), let end = yearNumber(joint), end > year {
      return (.calendar(PartialDate(year: year), end: PartialDate(year: end)), joint)
    }
    return (.calendar(PartialDate(year: year), end: nil), next)
  }
}
