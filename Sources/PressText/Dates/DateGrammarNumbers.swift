import PressModel

/// Days, years and their ranges in digits.
extension DateGrammar {
  /// A day of the month: one or two digits, with an ordinal's letters or without, or "fifth".
  func dayNumber(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count else { return nil }
    if tokens.is(index, .ordinal) { return tokens.number(index) <= 31 ? tokens.number(index) : nil }
    guard tokens[index].kind == .number else { return nil }
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    var day = 0
    var offset = span.start
    while offset < span.end, bytes[offset] >= 0x30, bytes[offset] <= 0x39, offset < span.start + 2 {
      day = day * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard day >= 1, day <= 31, offset == span.end || isOrdinal(Span(offset, span.end)) else {
      return nil
    }
    // "November 14%" and "May 5,000" are no days; nor is the hour in "May 5:30".
    if tokens.is(index + 1, [.percent, .magnitude]) { return nil }
    if tokens.is(index + 1, byte: 0x3A), index + 2 < tokens.count,
      tokens[index + 2].kind == .number,
      !tokens[index + 2].spaceBefore
    {
      return nil
    }
    return day
  }

  private func isOrdinal(_ span: Span) -> Bool {
    guard span.count == 2 else { return false }
    switch (tokens.text.bytes[span.start] | 0x20, tokens.text.bytes[span.start + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
    default: return false
    }
  }

  /// The digits of a token that is nothing else; nil for other tokens.
  func plainNumber(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
    let span = tokens[index].span
    guard digits.contains(span.count) else { return nil }
    var value = 0
    for byte in tokens.text.bytes[span.start..<span.end] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  func yearNumber(_ index: Int) -> Int? {
    guard let year = plainNumber(index, digits: 4...4), year >= 1500, year < 2200 else {
      return nil
    }
    return year
  }

  func isYearLike(_ index: Int) -> Bool { yearNumber(index) != nil }

  /// The year behind a month or day, with a comma or without: ", 2007", "2007", "'07", "of 2007".
  func year(behind index: Int, allowsOf: Bool = false) -> (Int, Int)? {
    var next = index + 1
    if tokens.is(next, byte: 0x2C) || tokens.is(next, byte: 0x2E) && allowsOf { next += 1 }
    if tokens.is(next, "of"), allowsOf { next += 1 }
    guard !isApart(index, next) else { return nil }
    if let year = yearNumber(next), !isCounted(next) { return (year, next) }
    let isShort = tokens.is(next, byte: 0x27) || tokens.is(next, "\u{2019}")
    if isShort, let year = plainNumber(next + 1, digits: 2...2), !tokens[next + 1].spaceBefore {
      return (fullYear(year), next + 1)
    }
    return nil
  }

  /// "in the year of our Lord two thousand and ten", in words or digits, behind a month.
  func yearOfOurLord(behind index: Int) -> (Int, Int)? {
    var next = index + 1
    if tokens.is(next, byte: 0x2C) { next += 1 }
    guard tokens.is(next, "in"), tokens.is(next + 1, "the"), tokens.is(next + 2, "year") else {
      return nil
    }
    next += 3
    if tokens.is(next, "of"), tokens.is(next + 1, "our"), tokens.is(next + 2, "Lord") { next += 3 }
    guard let number = tokens.numberExpression(at: next), number.value.exponent == 0,
      number.suffix == nil, number.value.digits >= 1500, number.value.digits < 2200
    else { return nil }
    return (number.value.digits, number.tokens.upperBound)
  }

  /// Two digits stand for 1970 to 2069.
  private func fullYear(_ year: Int) -> Int {
    year > 99 ? year : year < 70 ? 2000 + year : 1900 + year
  }

  private func isCounted(_ index: Int) -> Bool {
    tokens.is(index + 1, [.unit, .percent, .magnitude])
  }

  /// The token behind the word or dash of a range: "-", "to", "through", "until", "and" after
  /// "between".
  func rangeJoint(behind index: Int) -> Int? {
    let joint = index + 1
    guard joint + 1 < tokens.count else { return nil }
    if tokens.is(joint, .dash) {
      return tokens[joint].span.count == 2 && tokens[joint].spaceBefore ? nil : joint + 1
    }
    if tokens.is(joint, "to") || tokens.is(joint, "through") || tokens.is(joint, "until")
      || tokens.is(joint, "till")
    {
      return joint + 1
    }
    return tokens.is(joint, "and") && isBetween(index) ? joint + 1 : nil
  }

  func isBetween(_ index: Int) -> Bool {
    (max(0, index - 5)...max(0, index)).contains {
      tokens.is($0, "between") || tokens.is($0, "Between")
    }
  }

  /// "2007-11-14", "11/15/07", "15.11.2007", "9/11".
  func numeric(at index: Int) -> Found? {
    if let dotted = dottedDate(at: index) { return dotted }
    guard index + 2 < tokens.count, !tokens[index + 1].spaceBefore, !tokens[index + 2].spaceBefore
    else { return nil }
    let mark = index + 1
    let isSlash = tokens.is(mark, .slash)
    guard isSlash || tokens.is(mark, byte: 0x2D) else { return nil }
    guard !tokens.is(index - 1, .slash) else { return nil }
    let isDate =
      index + 4 < tokens.count && tokens[index + 3].span.count == 1
      && tokens.text.bytes[tokens[mark].span.start]
        == tokens.text.bytes[tokens[index + 3].span.start]
      && !tokens[index + 3].spaceBefore && !tokens[index + 4].spaceBefore
    if isDate, let date = date(index, index + 2, index + 4) {
      return (.calendar(date, end: nil), index + 4)
    }
    // The one day of a month that is known by its number alone.
    if isSlash, tokens.is(index, "9"), tokens.is(index + 2, "11"), !tokens.is(index + 3, .slash) {
      return (.calendar(PartialDate(year: 2001, month: 9, day: 11), end: nil), index + 2)
    }
    return nil
  }

  private func date(_ first: Int, _ second: Int, _ third: Int) -> PartialDate? {
    if let year = yearNumber(first) {
      guard let month = plainNumber(second, digits: 1...2), month >= 1, month <= 12,
        let day = plainNumber(third, digits: 1...2)
      else { return nil }
      let date = PartialDate(year: year, month: month, day: day)
      return date.isPossible ? date : nil
    }
    guard let one = plainNumber(first, digits: 1...2), let two = plainNumber(second, digits: 1...2),
      let year = plainNumber(third, digits: 2...2) ?? yearNumber(third)
    else { return nil }
    return ordered(one, two, fullYear(year))
  }

  private func ordered(_ one: Int, _ two: Int, _ year: Int) -> PartialDate? {
    let isMonthFirst = order == .monthFirst ? one <= 12 : two > 12
    let date = PartialDate(
      year: year, month: isMonthFirst ? one : two, day: isMonthFirst ? two : one)
    guard let month = date.month, month >= 1, month <= 12, date.isPossible else { return nil }
    return date
  }

  /// "15.11.2007" is one token; the day stands first wherever points part a date.
  private func dottedDate(at index: Int) -> Found? {
    let span = tokens[index].span
    guard span.count >= 8, span.count <= 10 else { return nil }
    let parts = tokens.text.bytes[span.start..<span.end].split(separator: 0x2E)
    guard parts.count == 3, parts[2].count == 4,
      let day = Int(String(decoding: parts[0], as: UTF8.self)),
      let month = Int(String(decoding: parts[1], as: UTF8.self)),
      let year = Int(String(decoding: parts[2], as: UTF8.self)), month >= 1, month <= 12
    else { return nil }
    let date = PartialDate(year: year, month: month, day: day)
    return date.isPossible && year >= 1500 ? (.calendar(date, end: nil), index) : nil
  }

  /// "1990s", "1930's", "the '90s", "90s".
  func decade(at index: Int) -> Found? {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    guard let (value, end) = tokens.decimal(span), value.exponent == 0, value.digits % 10 == 0
    else {
      return nil
    }
    let isShort = end == span.start + 2 && value.digits >= 20
    guard isShort || end == span.start + 4, value.digits >= 1500 || isShort,
      value.digits < 2200
    else { return nil }
    let year = isShort ? 1900 + value.digits : value.digits
    if end + 1 == span.end, bytes[end] == 0x73 { return (years(from: year), index) }
    // "1930's": the mark and the letter are tokens of their own behind a number.
    let mark = index + 1
    guard end == span.end, mark + 1 < tokens.count, !tokens[mark].spaceBefore,
      tokens.is(mark, .singleQuote), tokens.is(mark + 1, "s"), !tokens[mark + 1].spaceBefore
    else { return nil }
    let isDecade = tokens.is(index - 1, "the") || tokens.is(index - 1, [.partOf, .preposition])
    return isShort || !isDecade ? nil : (years(from: year), mark + 1)
  }

  /// "1800s" are a century; "2000s" are its first ten years.
  func years(from year: Int) -> DateReading {
    year % 100 == 0 && year < 2000 ? .century(year / 100) : .decade(year)
  }

  /// "2007", "2007-2009", "2008-09".
  func yearRange(at index: Int) -> Found? {
    guard let year = yearNumber(index), isYear(year, at: index) else { return nil }
    if let found = yearPair(year, at: index) { return found }
    guard let joint = rangeJoint(behind: index) else {
      return (.calendar(PartialDate(year: year), end: nil), index)
    }
    let isGlued = tokens.is(index + 1, .dash) && !tokens[index + 1].spaceBefore
    if tokens.is(index + 1, .dash), let end = yearNumber(joint), end > year, !isCounted(joint) {
      return (.calendar(PartialDate(year: year), end: PartialDate(year: end)), joint)
    }
    if isGlued, let end = plainNumber(joint, digits: 2...2), end > year % 100,
      !tokens.is(joint + 1, byte: 0x2D)
    {
      let last = PartialDate(year: year / 100 * 100 + end)
      return (.calendar(PartialDate(year: year), end: last), joint)
    }
    if isGlued, joint < tokens.count, tokens[joint].kind == .number { return nil }
    return (.calendar(PartialDate(year: year), end: nil), index)
  }

  /// "2024/25", and "2025 Q3".
  private func yearPair(_ year: Int, at index: Int) -> Found? {
    let next = index + 1
    guard next < tokens.count else { return nil }
    if tokens.is(next, .fiscal), (1...4).contains(tokens.number(next)) {
      return tokens[next].startsLine ? nil : (quarter(tokens.number(next), of: year), next)
    }
    guard tokens.is(next, .slash), !tokens[next].spaceBefore, next + 1 < tokens.count,
      !tokens[next + 1].spaceBefore, !tokens.is(index - 1, .slash), !tokens.is(index + 3, .slash),
      let end = plainNumber(index + 2, digits: 2...2) ?? yearNumber(index + 2),
      end % 100 == (year + 1) % 100
    else { return nil }
    return (.calendar(PartialDate(year: year), end: PartialDate(year: year + 1)), index + 2)
  }

  /// Whether four digits are a year here: no count, sum, street number or number of a bill.
  private func isYear(_ year: Int, at index: Int) -> Bool {
    let next = index + 1
    let before = index - 1
    if tokens.is(next, [.unit, .countedNoun, .percent, .magnitude, .currencyName, .currencyCode]) {
      return false
    }
    if tokens.is(next, .timeUnit), tokens.is(next, "year") || isPlural(next) { return false }
    if tokens.is(before, [.currencySymbol, .currencyCode, .numbered, .numberAbbreviation]) {
      return false
    }
    if tokens.is(before, byte: 0x23) { return false }
    let isStop = tokens.is(before, byte: 0x2E) && !tokens[index].startsLine
    if isStop, tokens.is(before - 1, [.numberAbbreviation, .numbered]) { return false }
    // A telephone's or reference's last figures: "555-2010", "A/2010".
    if tokens.is(before, [.dash, .slash]), !tokens[index].spaceBefore, before > 0,
      !tokens[before].spaceBefore, !isYearLike(before - 1)
    {
      return false
    }
    if tokens.is(next, byte: 0x3A), next + 1 < tokens.count, !tokens[next + 1].spaceBefore {
      return false
    }
    if (next...(next + 3)).contains(where: {
      tokens.is($0, .street) && tokens[$0].isCapitalized
    }), next < tokens.count, tokens[next].isCapitalized || tokens[next].kind == .number {
      return false
    }
    if isSize(index) || isFarInName(year, at: index) { return false }
    if year >= 1900 && year < 2100 { return true }
    return tokens.is(before, [.preposition, .partOf, .openBracket]) || tokens.is(before, "year")
      || tokens.is(before, "and") && isBetween(before - 1)
  }

  /// "since '98", "in the summer of '68".
  func shortYear(at index: Int) -> Found? {
    guard tokens.is(index - 1, .singleQuote), !tokens[index].spaceBefore,
      tokens.is(index - 2, .preposition), !tokens.is(index + 1, [.timeUnit, .singleQuote]),
      !isCounted(index), let year = plainNumber(index, digits: 2...2)
    else { return nil }
    // In words a year is rarely one to come: '58 is 1958.
    return (.calendar(PartialDate(year: (year < 40 ? 2000 : 1900) + year), end: nil), index)
  }
}
