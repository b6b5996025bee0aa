import PressModel

/// Parts of years: quarters, halves, fiscal years, and months of the year before or after.
extension DateGrammar {
  /// "the third quarter of 2012", "the first half of this year", "the fourth quarter of last year".
  func partOfYear(at index: Int) -> Found? {
    let part = index + 1
    let isHalf = tokens.is(part, "half")
    guard isHalf || tokens.is(part, "quarter"), let number = ordinal(index), number >= 1,
      number <= (isHalf ? 2 : 4)
    else { return nil }
    let months = isHalf ? 6 : 3
    let start = PartialDate(month: (number - 1) * months + 1)
    let end = PartialDate(month: number * months)
    if let (year, last) = year(behind: part, allowsOf: true), !tokens.is(part + 1, byte: 0x2E),
      !tokens.is(part + 1, byte: 0x2C)
    {
      return (.calendar(start.of(year), end: end.of(year)), last)
    }
    guard let (years, last) = relativeYear(behind: part) else { return nil }
    return (.calendarOfYear(start, end: end, years), last)
  }

  func ordinal(_ index: Int) -> Int? {
    tokens.is(index, .ordinal) ? tokens.number(index) : dayNumber(index)
  }

  /// "of last year", "this year", "next year", "of the year": years from the document's own.
  private func relativeYear(behind index: Int) -> (Int, Int)? {
    let hasOf = tokens.is(index + 1, "of")
    let first = hasOf ? index + 2 : index + 1
    guard tokens.is(first + 1, "year"), endsPhrase(first + 2) else { return nil }
    if hasOf, tokens.is(first, "the") { return (0, first + 1) }
    guard tokens.is(first, .relation), !tokens.is(first, "past"), !tokens[first].startsLine else {
      return nil
    }
    return (tokens.number(first), first + 1)
  }

  /// "June of last year", "June 3 last year": a date of the calendar without a year, and the year.
  func ofRelativeYear(_ found: Found) -> Found {
    guard case .calendar(let date, nil) = found.reading, date.year == nil, date.month != nil else {
      return found
    }
    if let (years, last) = yearOfLast(behind: found.last) {
      return (.calendarOfLast(date, years), last)
    }
    guard let (years, last) = relativeYear(behind: found.last) else { return found }
    return (.calendarOfYear(date, end: nil, years), last)
  }

  /// "of that year", "of the following year": years from the one that the text named before.
  private func yearOfLast(behind index: Int) -> (Int, Int)? {
    let hasOf = tokens.is(index + 1, "of")
    let first = hasOf ? index + 2 : index + 1
    if tokens.is(first, "that"), tokens.is(first + 1, "year"), endsPhrase(first + 2) {
      return (0, first + 1)
    }
    guard hasOf, tokens.is(first, "the"), tokens.is(first + 2, "year"), endsPhrase(first + 3) else {
      return nil
    }
    if tokens.is(first + 1, "same") { return (0, first + 2) }
    if tokens.is(first + 1, "following") || tokens.is(first + 1, "next") { return (1, first + 2) }
    let isBefore =
      tokens.is(first + 1, "previous") || tokens.is(first + 1, "prior")
      || tokens.is(first + 1, "preceding")
    return isBefore ? (-1, first + 2) : nil
  }

  /// Whether a day or month without a year is that of all years: "October 9 of each year", "every year
  /// on April 24".
  func isYearly(_ first: Int, _ found: Found) -> Bool {
    guard case .calendar(let date, _) = found.reading, date.year == nil else { return false }
    var next = found.last + 1
    if tokens.is(next, "of") || tokens.is(next, "in") { next += 1 }
    if tokens.is(next, "each") || tokens.is(next, "every"), tokens.is(next + 1, "year") {
      return !tokens[next].startsLine
    }
    var before = first - 1
    guard tokens.is(before, "on") || tokens.is(before, "in") else { return false }
    before -= tokens.is(before - 1, [.comma]) ? 2 : 1
    return tokens.is(before, "year")
      && ["each", "every", "Each", "Every"].contains { tokens.is(before - 1, $0) }
  }

  /// "fiscal year 2012", "FY 2011", "fiscal years 2024-2026".
  func fiscalYear(at index: Int) -> Found? {
    if (1...4).contains(tokens.number(index)) { return quarter(at: index) }
    var next = index + 1
    if tokens.is(next, .timeUnit) { next += 1 }
    guard let year = yearNumber(next) else {
      // Behind the letters two digits are a year: "FY 26".
      guard next == index + 1, tokens[index].case == .upper, !endsPhrase(next),
        let year = plainNumber(next, digits: 2...2)
      else { return nil }
      return (.calendar(PartialDate(year: 2000 + year), end: nil), next)
    }
    if let joint = rangeJoint(behind: next) {
      let short = plainNumber(joint, digits: 2...2).map { year / 100 * 100 + $0 }
      if let end = yearNumber(joint) ?? short, end > year {
        return (.calendar(PartialDate(year: year), end: PartialDate(year: end)), joint)
      }
    }
    return (.calendar(PartialDate(year: year), end: nil), next)
  }

  /// "Q3 2025", "Q3 of 2025", and behind its year "2025 Q3".
  func quarter(at index: Int) -> Found? {
    let number = tokens.number(index)
    guard tokens[index].case == .mixed || tokens[index].isCapitalized,
      let (year, last) = year(behind: index, allowsOf: true), !tokens.is(index + 1, byte: 0x2E)
    else { return nil }
    return (quarter(number, of: year), last)
  }

  func quarter(_ number: Int, of year: Int) -> DateReading {
    .calendar(
      PartialDate(year: year, month: number * 3 - 2),
      end: PartialDate(year: year, month: number * 3))
  }

  /// "FY2026", "FY26", "FY2024-26": one token that the tables do not know.
  func isGluedFiscalYear(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].word == 0 && tokens[index].span.count <= 13
      && gluedYears(index) != nil
  }

  /// "FY2026", "FY24-FY26", "FY2024-26", "FY2024 to FY2026".
  func gluedFiscalYear(at index: Int) -> Found? {
    guard let (year, end) = gluedYears(index) else { return nil }
    let start = PartialDate(year: year)
    if let end { return (.calendar(start, end: PartialDate(year: end)), index) }
    guard let joint = rangeJoint(behind: index), isGluedFiscalYear(joint),
      let (other, further) = gluedYears(joint), further == nil, other > year
    else { return (.calendar(start, end: nil), index) }
    return (.calendar(start, end: PartialDate(year: other)), joint)
  }

  /// The year or the two years of a token that starts with "FY".
  private func gluedYears(_ index: Int) -> (Int, Int?)? {
    let word = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    let parts = word.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count <= 2, word.starts(with: "FY".utf8), let start = fiscalDigits(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else { return (start, nil) }
    guard let end = fiscalDigits(parts[1]), end > start else { return nil }
    return (start, end)
  }

  /// "2026" or "26", with "FY" before it or without.
  private func fiscalDigits(_ part: ArraySlice<UInt8>) -> Int? {
    let digits = part.starts(with: "FY".utf8) ? part.dropFirst(2) : part
    guard digits.count == 2 || digits.count == 4 else { return nil }
    var year = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    if digits.count == 2 { return 2000 + year }
    return year >= 1900 && year < 2200 ? year : nil
  }

  /// "the week of March 3": the days from Monday to Sunday around it.
  func weekOf(at index: Int) -> Found? {
    guard tokens.is(index, "week"), tokens.is(index + 1, "of") || tokens.is(index + 1, "beginning")
    else { return nil }
    var next = index + 2
    if tokens.is(next, "the") { next += 1 }
    guard next < tokens.count, !tokens[next].startsLine else { return nil }
    let found =
      tokens.is(next, .weekday)
      ? weekday(at: next)
      : tokens.is(next, .month) ? monthFirst(at: next) : numeric(at: next) ?? dayFirst(at: next)
    guard let found, case .calendar(let date, nil) = found.reading, date.day != nil else {
      return nil
    }
    return (.weekOf(date), found.last)
  }
}

extension PartialDate {
  func of(_ year: Int) -> PartialDate { PartialDate(year: year, month: month, day: day) }

  /// The year that brings a month nearest to this one; of two the later.
  func nearest(_ other: Int) -> Int? {
    guard let year, let month else { return nil }
    let months = other - month
    return months > 6 ? year - 1 : months <= -6 ? year + 1 : year
  }
}
