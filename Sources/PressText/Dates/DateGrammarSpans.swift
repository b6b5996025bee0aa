import PressModel

/// Expressions that count units of time: up to the document's day, from it, or from a date that the
/// text named before.
extension DateGrammar {
  /// "three years ago", "10 days ago", "six and a half months ago", "two weeks from now", "a year
  /// ago today"; "two weeks later" counts from the date before.
  func ago(at index: Int) -> Found? {
    var next = index + 1
    var halves = 2
    if tokens[index].kind == .number || tokens.is(index, .cardinal) {
      guard let (number, last) = halfUnits(at: index) else { return nil }
      halves = number
      next = last + 1
      if tokens.is(next, byte: 0x5D) { next += 1 }
    }
    guard tokens.is(next, .timeUnit), let unit = TimeUnit(rawValue: tokens.number(next)) else {
      return nil
    }
    next += 1
    if halves.isMultiple(of: 2), tokens.is(next, "and"), tokens.is(next + 1, "a"),
      tokens.is(next + 2, .half)
    {
      halves += 1
      next += 3
    }
    if isBack(next) { return ago(unit, halves: -halves, last: next) }
    if tokens.is(next, "from"), tokens.is(next + 1, "now") || tokens.is(next + 1, "today") {
      return counted(unit, halves: halves).map { ($0, next + 1) }
    }
    let isLater = tokens.is(next, "later")
    guard isLater || tokens.is(next, "earlier"), halves.isMultiple(of: 2), endsPhrase(next + 1),
      !tokens.is(next + 1, "than"), !tokens.is(next + 1, "this"), !tokens.is(next + 1, "in")
    else { return nil }
    return (.fromLast(unit, isLater ? halves / 2 : -halves / 2, isWhole: false), next)
  }

  /// "ago", or "back" where nothing else follows.
  private func isBack(_ index: Int) -> Bool {
    if tokens.is(index, "ago") { return true }
    return tokens.is(index, "back") && index + 1 < tokens.count
      && (tokens.is(index + 1, [.comma, .stop]) || tokens.is(index + 1, "when"))
  }

  /// A number of units in halves, and its last token: 13 for "six and a half" and "6 1/2".
  private func halfUnits(at index: Int) -> (Int, Int)? {
    guard let number = tokens.numberExpression(at: index), number.suffix == nil,
      number.magnitude <= 3, number.value.digits < 2000
    else { return nil }
    let digits = number.value.digits
    let last = number.tokens.upperBound
    switch number.value.exponent {
    case 0:
      guard tokens.is(last + 1, "and"), tokens.is(last + 2, "a"), tokens.is(last + 3, .half) else {
        return (digits * 2, last)
      }
      return (digits * 2 + 1, last + 3)
    case -1: return digits % 10 == 5 ? (digits / 5, last) : nil
    case -2: return digits % 100 == 50 ? (digits / 50, last) : nil
    default: return nil
    }
  }

  private func ago(_ unit: TimeUnit, halves: Int, last: Int) -> Found? {
    let next = last + 1
    if halves.isMultiple(of: 2), tokens.is(next, .relativeDay), !tokens[next].startsLine,
      unit == .year || unit == .month || unit == .week
    {
      return (.shifted(unit, halves / 2, day: tokens.number(next)), next)
    }
    let isWhole = halves.isMultiple(of: 2) && (unit == .year || unit == .month)
    if isWhole, tokens.is(next, "this"), !tokens[next].startsLine,
      let other = TimeUnit(rawValue: tokens.number(next + 1)), tokens.is(next + 1, .timeUnit),
      other == .week || other == .month, !isPlural(next + 1)
    {
      return (.shiftedUnit(unit, halves / 2, of: other), next + 1)
    }
    return counted(unit, halves: halves).map { ($0, last) }
  }

  private func counted(_ unit: TimeUnit, halves: Int) -> DateReading? {
    let count = halves / 2
    let isWhole = halves.isMultiple(of: 2)
    switch unit {
    case .day: return isWhole ? .day(count) : nil
    case .week: return isWhole ? .day(7 * count) : nil
    case .fortnight: return isWhole ? .day(14 * count) : nil
    // A month has 30.44 days.
    case .month: return isWhole ? .unit(.month, count) : .monthAround(days: halves * 3044 / 200)
    case .year: return isWhole ? .unit(.year, count) : .unit(.month, halves * 6)
    case .decade: return .unit(.year, halves * 5)
    case .century, .weekend, .quarter: return nil
    }
  }

  /// "the last five years", "the next 30 days", "over the past year", "the last century".
  func stretch(at index: Int, _ next: Int) -> Found? {
    guard next == index + 1, !tokens.is(index, "previous"), !tokens.is(index, "upcoming"),
      !tokens.is(index, "current"), tokens.number(index) != 0
    else { return nil }
    let direction = tokens.number(index)
    if tokens[next].kind == .number || tokens.is(next, .cardinal) {
      guard let (halves, last) = halfUnits(at: next), halves < 400, tokens.is(last + 1, .timeUnit),
        let unit = TimeUnit(rawValue: tokens.number(last + 1)), halves == 2 || isPlural(last + 1),
        !tokens.is(last + 2, "of"), !tokens.is(index - 1, [.cardinal, .pronoun])
      else { return nil }
      // "For the next two years, the chamber left": years that have passed.
      if direction > 0, tokens.is(index - 2, "For") || tokens.is(index - 2, "Over"),
        opensTale(behind: last + 1)
      {
        return nil
      }
      return stretch(unit, halves: direction * halves, last: last + 1)
    }
    guard tokens.is(next, .timeUnit), let unit = TimeUnit(rawValue: tokens.number(next)),
      !isPlural(next), tokens.is(index - 1, "the") || tokens.is(index - 1, "The"),
      !tokens.is(next + 1, "of"), endsPhrase(next + 1) || tokens[next + 1].isCapitalized,
      unit != .day
    else { return nil }
    if unit == .century { return (.unit(.century, direction), next) }
    // "the next week" may be the one after another date; "over the next week" is not.
    let isLed =
      tokens.is(index - 2, "over") || tokens.is(index - 2, "in") || tokens.is(index - 2, "within")
      || tokens.is(index - 2, "during") || tokens.is(index - 2, "for")
      || tokens.is(index - 2, "Over") || tokens.is(index - 2, "In")
    return direction < 0 || isLed ? stretch(unit, halves: 2 * direction, last: next) : nil
  }

  private func stretch(_ unit: TimeUnit, halves: Int, last: Int) -> Found? {
    let count = halves / 2
    guard halves.isMultiple(of: 2) else {
      return unit == .year ? (.stretch(.month, halves * 6), last) : nil
    }
    switch unit {
    case .day, .month, .year: return (.stretch(unit, count), last)
    case .week: return (.stretch(.day, count * 7), last)
    case .fortnight: return (.stretch(.day, count * 14), last)
    case .quarter: return (.stretch(.month, count * 3), last)
    case .decade: return (.stretch(.year, count * 10), last)
    case .century, .weekend: return nil
    }
  }

  /// What a unit of time is by the words before it: "the following day", "that year", "over the
  /// weekend", "the end of the month", "by year end", "a week ago".
  func aroundUnit(at index: Int) -> (first: Int, found: Found)? {
    let before = index - 1
    guard before >= 0, !tokens[index].startsLine else { return nil }
    if tokens.is(before, "a") || tokens.is(before, "A") || tokens.is(before, "an") {
      return ago(at: before).map { (before, $0) }
    }
    if tokens.number(index) == Self.yearEnd {
      return isBy(before) && endsPhrase(index + 1) ? (index, (.unit(.year, 0), index)) : nil
    }
    guard let unit = TimeUnit(rawValue: tokens.number(index)), !isPlural(index) else { return nil }
    if let found = besideRelativeDay(unit, at: index) { return (before, found) }
    if unit == .year, tokens.is(index + 1, "end"), isBy(before) {
      return (index, (.unit(.year, 0), index + 1))
    }
    if tokens.is(before, "that") || tokens.is(before, "That"), endsPhrase(index + 1) {
      return (before, (.fromLast(unit, 0, isWhole: true), index))
    }
    let hasArticle = { (index: Int) in
      tokens.is(index, "the") || tokens.is(index, "The") || tokens.is(index, "that")
    }
    if hasArticle(before) { return unitBehindArticle(unit, at: index) }
    guard hasArticle(before - 1), unit != .weekend, unit != .quarter else { return nil }
    let direction: Int
    if tokens.is(before, "following") || tokens.is(before, "next") {
      direction = 1
    } else if tokens.is(before, "previous") || tokens.is(before, "preceding") {
      direction = -1
    } else if tokens.is(before, "same"), endsPhrase(index + 1) {
      direction = 0
    } else {
      return nil
    }
    return (before - 1, (.fromLast(unit, direction, isWhole: true), index))
  }

  /// "the day before yesterday", "the day after tomorrow".
  private func besideRelativeDay(_ unit: TimeUnit, at index: Int) -> Found? {
    guard unit == .day, tokens.is(index - 1, "the") || tokens.is(index - 1, "The"),
      tokens.is(index + 2, .relativeDay), !tokens[index + 2].startsLine
    else { return nil }
    let offset = tokens.number(index + 2)
    if tokens.is(index + 1, "before"), offset < 0 { return (.day(offset - 1), index + 2) }
    return tokens.is(index + 1, "after") && offset > 0 ? (.day(offset + 1), index + 2) : nil
  }

  /// The number in the tables of "year-end".
  private static let yearEnd = 10

  private func isBy(_ index: Int) -> Bool {
    tokens.is(index, "by") || tokens.is(index, "By") || tokens.is(index, "before")
      || tokens.is(index, "at") || tokens.is(index, "until") || tokens.is(index, "through")
  }

  private func unitBehindArticle(_ unit: TimeUnit, at index: Int) -> (first: Int, found: Found)? {
    let before = index - 2
    if unit == .weekend, endsPhrase(index + 1),
      tokens.is(before, "over") || tokens.is(before, "Over") || tokens.is(before, "throughout")
        || tokens.is(before, "during")
    {
      return (index - 1, (.stretch(.weekend, 0), index))
    }
    let isBefore = tokens.is(index + 1, "before")
    if isBefore || tokens.is(index + 1, "after"),
      index + 2 >= tokens.count
        || tokens[index + 2].startsLine || tokens.is(index + 2, [.stop, .comma])
    {
      return (index - 1, (.fromLast(unit, isBefore ? -1 : 1, isWhole: true), index + 1))
    }
    guard unit == .week || unit == .month || unit == .year || unit == .decade || unit == .century,
      endsPhrase(index + 1)
    else { return nil }
    let isPart =
      tokens.is(before, "of")
      && (tokens.is(before - 1, "end") || tokens.is(before - 1, "beginning")
        || tokens.is(before - 1, "start") || tokens.is(before - 1, "rest")
        || tokens.is(before - 1, "remainder") || tokens.is(before - 1, "middle"))
      || tokens.is(before, "in")
        && (tokens.is(before - 1, "earlier") || tokens.is(before - 1, "later")
          || tokens.is(before - 1, "Earlier") || tokens.is(before - 1, "Later"))
    return isPart ? (index - 1, (.unit(unit, 0), index)) : nil
  }

  /// "mid-May", "mid-2015", "mid-1990s": one token that the tables do not know.
  func isPartOfMonth(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.word == 0, token.span.count > 6 else { return false }
    let bytes = tokens.text.bytes
    let start = token.span.start
    return bytes[start] | 0x20 == 0x6D && bytes[start + 1] == 0x69 && bytes[start + 2] == 0x64
      && bytes[start + 3] == 0x2D
  }

  func partOfMonth(at index: Int) -> Found? {
    let bytes = tokens.text.bytes
    let rest = Span(tokens[index].span.start + 4, tokens[index].span.end)
    let word = Int(tokens.lexicon.number(of: bytes[rest.start..<rest.end]))
    if tokens.lexicon.classes[word].contains(.month), bytes[rest.start] < 0x61 {
      let year = year(behind: index, allowsOf: true)
      let date = PartialDate(year: year?.0, month: tokens.lexicon.numbers[word])
      return (.calendar(date, end: nil), year?.1 ?? index)
    }
    guard let (number, end) = tokens.decimal(rest), number.exponent == 0, end == rest.start + 4,
      number.digits >= 1500, number.digits < 2200
    else { return nil }
    if end == rest.end { return (.calendar(PartialDate(year: number.digits), end: nil), index) }
    return end + 1 == rest.end && bytes[end] == 0x73 && number.digits.isMultiple(of: 10)
      ? (years(from: number.digits), index) : nil
  }
}
