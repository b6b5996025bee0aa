import PressModel

/// Finds expressions of time: days, ranges, months, years, decades, and words that count from the
/// document's own day.
public struct DateGrammar {
  let tokens: Tokens
  let order: NumericDateOrder

  public init(_ tokens: Tokens, order: NumericDateOrder = .monthFirst) {
    self.tokens = tokens
    self.order = order
  }

  /// A reading and the last of its tokens.
  typealias Found = (reading: DateReading, last: Int)

  private static let triggers: LexicalClass = [
    .month, .weekday, .relativeDay, .relation, .season, .decadeWord, .ordinal, .cardinal, .fiscal,
    .timeUnit, .dayPart,
  ]

  /// The expressions of the text, in order, without overlap.
  public func matches() -> [DateMatch] {
    var matches: [DateMatch] = []
    var tokensOf: [ClosedRange<Int>] = []
    var index = 0
    func add(_ first: Int, _ found: Found, _ given: FoundClock? = nil, isLast: Bool = true) {
      let clock = given ?? (isLast ? clock(behind: found) : nil)
      let match = match(first, found, clock)
      matches.append(match)
      let last = max(found.last, clock?.last ?? 0)
      tokensOf.append(min(first, given?.first ?? first)...last)
      index = last + 1
    }
    while index < tokens.count {
      let isNumber = tokens[index].kind == .number
      guard
        isNumber || tokens.is(index, Self.triggers) || isPartOfMonth(index)
          || isGluedFiscalYear(index)
      else {
        index += 1
        continue
      }
      if isNumber || tokens.is(index, .dayPart), let (date, clock) = clockFirst(at: index) {
        if let date { add(date.first, date.found, clock) } else { index = clock.last + 1 }
      } else if tokens.is(index, .timeUnit), let (first, found) = aroundUnit(at: index),
        first > tokensOf.last?.upperBound ?? -1
      {
        add(first, found)
      } else if let list = dayList(at: index) {
        for (number, day) in list.enumerated() {
          add(day.first, day.found, isLast: number == list.count - 1)
        }
      } else if let found = expression(at: index).map(ofRelativeYear), found.last >= index {
        let (whole, isEvent) = ofEvent(found, at: index)
        add(whole.last > index + 1 && opensBracket(index) ? index - 1 : index, whole)
        matches[matches.count - 1].isEvent = isEvent
      } else {
        index += 1
      }
    }
    shareYears(&matches, tokensOf)
    shareEvents(&matches, tokensOf)
    return matches
  }

  /// "[Ten] years ago": a word that a quotation puts in.
  private func opensBracket(_ index: Int) -> Bool {
    tokens.is(index - 1, byte: 0x5B) && tokens.is(index + 1, byte: 0x5D)
  }

  func expression(at index: Int) -> Found? {
    if tokens[index].kind == .number {
      return numeric(at: index) ?? dayFirst(at: index) ?? printed(at: index) ?? decade(at: index)
        ?? yearRange(at: index) ?? century(at: index) ?? ago(at: index) ?? shortYear(at: index)
        ?? partOfYear(at: index)
    }
    if tokens.is(index, .weekday) { return weekday(at: index) }
    if tokens.is(index, .month), let found = monthFirst(at: index) { return found }
    if tokens.is(index, .relativeDay) { return relativeDay(at: index) }
    if tokens.is(index, .relation), let found = relation(at: index) { return found }
    if tokens.is(index, .season), let found = season(at: index) { return found }
    if tokens.is(index, .decadeWord), tokens.is(index - 1, "the") {
      return (.decade(tokens.number(index)), index)
    }
    if tokens.is(index, .fiscal) { return fiscalYear(at: index) }
    if tokens.is(index, .ordinal),
      let found = dayFirst(at: index) ?? century(at: index) ?? partOfYear(at: index)
    {
      return found
    }
    if tokens.is(index, .timeUnit), let found = weekOf(at: index) { return found }
    if isPartOfMonth(index) { return partOfMonth(at: index) }
    if isGluedFiscalYear(index) { return gluedFiscalYear(at: index) }
    return ago(at: index)
  }

  // MARK: Months

  /// "November 14-17, 2007", "May 2008", "June to August". Two dates that are each complete are one
  /// range only where a dash joins them; with a word between them they are two dates (TIMEX3).
  func monthFirst(at index: Int) -> Found? {
    guard tokens[index].isCapitalized, isMonth(index), !isAddressed(index) else { return nil }
    let month = tokens.number(index)
    let next = behindArticle(behindStop(index))
    guard let day = dayNumber(next), !isYearLike(next), !isApart(index, next) else {
      return monthAlone(month, at: index, next: next)
    }
    guard PartialDate(month: month, day: day).isPossible else { return nil }
    var start = PartialDate(month: month, day: day)
    var last = next
    var end: PartialDate?
    if let (year, behind) = year(behind: last) {
      start.year = year
      last = behind
    }
    if let joint = rangeJoint(behind: last) {
      if let second = dayNumber(joint), !isYearLike(joint), !isHour(joint), start.year == nil,
        !tokens.is(joint + 1, .month), PartialDate(month: month, day: second).isPossible,
        second > day
      {
        end = PartialDate(month: month, day: second)
        last = joint
      } else if tokens.is(joint, .month), tokens.is(joint - 1, .dash),
        let second = dayNumber(behindStop(joint))
      {
        let other = PartialDate(month: tokens.number(joint), day: second)
        if other.isPossible {
          end = other
          last = behindStop(joint)
        }
      }
      if end != nil, let (year, behind) = year(behind: last) {
        end?.year = year
        last = behind
        if start.year == nil { start.year = startYear(of: start, before: end, year) }
      }
    }
    return (.calendar(start, end: end), last)
  }

  /// A range over the turn of the year names the second one: "December 30 to January 2, 2008".
  func startYear(of start: PartialDate, before end: PartialDate?, _ year: Int) -> Int {
    (start.month ?? 0) > (end?.month ?? 0) ? year - 1 : year
  }

  private func monthAlone(_ month: Int, at index: Int, next: Int) -> Found? {
    var year: Int?
    var last = index
    if let (found, behind) = self.year(behind: next - 1, allowsOf: true) {
      year = found
      last = behind
    }
    if let joint = rangeJoint(behind: last), tokens.is(joint, .month), tokens[joint].isCapitalized,
      tokens.number(joint) != month || year != nil,
      dayNumber(behindStop(joint)) == nil
        || isYearLike(behindStop(joint))
    {
      var end = PartialDate(month: tokens.number(joint))
      var start = PartialDate(year: year, month: month)
      last = joint
      if let (found, behind) = self.year(behind: behindStop(joint) - 1, allowsOf: true) {
        end.year = found
        last = behind
        if start.year == nil { start.year = startYear(of: start, before: end, found) }
      }
      return (.calendar(start, end: end), last)
    }
    return (.calendar(PartialDate(year: year, month: month), end: nil), last)
  }

  /// Whether a month's name is one here and no other word: "in May", "May 5", not "May I" or
  /// "Mr. March".
  private func isMonth(_ index: Int) -> Bool {
    let next = behindStop(index)
    if dayNumber(behindArticle(next)) != nil || isYearLike(next) { return true }
    if tokens.is(next, "of"), isYearLike(next + 1) || tokens.is(next + 1, "this") { return true }
    if tokens.is(next, byte: 0x2C), isYearLike(next + 1) { return true }
    let isLed =
      tokens.is(index - 1, [.preposition, .relation, .partOf]) || tokens.is(index - 1, "mid")
    if isLed, !tokens.is(index, .monthAbbreviation) || tokens[index].span.count > 3 { return true }
    // "July, August and September"
    let isListed = { (mark: Int, other: Int) in
      (tokens.is(mark, .comma) || tokens.is(mark, "and")) && isCapitalMonth(other)
    }
    if isListed(index - 1, index - 2) || isListed(index + 1, index + 2) { return true }
    if tokens.is(index, [.ambiguousMonth, .monthAbbreviation]) { return false }
    let isName =
      index > 0 && !tokens[index].startsLine && tokens[index - 1].isCapitalized
      && !tokens.is(index - 1, .starter)
    let hasSurname =
      tokens.is(next, .weekday) == false && next < tokens.count
      && tokens[next].isCapitalized && !tokens[next].startsLine
    return !isName && !hasSurname
  }

  /// The token behind a word and the full stop that shortens it.
  func behindStop(_ index: Int) -> Int {
    tokens.is(index, .monthAbbreviation) && tokens.is(index + 1, byte: 0x2E)
      && index + 1 < tokens.count && !tokens[index + 1].spaceBefore ? index + 2 : index + 1
  }

  /// Whether an empty line parts two tokens.
  func isApart(_ first: Int, _ second: Int) -> Bool {
    guard second < tokens.count,
      (first + 1...max(first + 1, second)).contains(where: {
        $0 < tokens.count && tokens[$0].startsLine
      })
    else { return false }
    return tokens.text.bytes[tokens[first].span.end..<tokens[second].span.start]
      .count(where: { $0 == 0x0A }) > 1
  }

  // MARK: Days before months

  /// "14 November 2007", "14-17 November", "3 to 5 May", "the 5th of May".
  func dayFirst(at index: Int) -> Found? {
    guard let day = dayNumber(index) else { return nil }
    var month = index + 1
    // "this fifth day of May, in the year of our Lord two thousand ten"
    let isSolemn = tokens.is(month, "day") && tokens.is(month + 1, "of")
    if isSolemn { month += 1 }
    if tokens.is(month, "of") { month += 1 }
    if tokens.is(month, .relation), month == index + 2, tokens.is(month + 1, "month") {
      return (.dayOfMonth(day, tokens.number(month)), month + 1)
    }
    if isCapitalMonth(month), !isApart(index, month) {
      // "Memorandum 2 of February 4, 2021": the month has a day of its own.
      // "Resolution 30" above "March 20, 2023".
      let own = behindStop(month)
      if month > index + 1 || tokens[month].startsLine, dayNumber(own) != nil, !isYearLike(own) {
        return nil
      }
      let start = PartialDate(month: tokens.number(month), day: day)
      guard start.isPossible else { return nil }
      if isSolemn, let (year, last) = yearOfOurLord(behind: month) {
        return (.calendar(PartialDate(year: year, month: start.month, day: day), end: nil), last)
      }
      return withRange(
        start,
        last: tokens.is(month, .monthAbbreviation) && behindStop(month) > month + 1
          ? month + 1 : month)
    }
    guard let joint = rangeJoint(behind: index) ?? slash(behind: index),
      let second = dayNumber(joint), second > day
    else { return nil }
    month = joint + 1
    if tokens.is(month, "of") { month += 1 }
    guard isCapitalMonth(month) else { return nil }
    var start = PartialDate(month: tokens.number(month), day: day)
    var end = PartialDate(month: tokens.number(month), day: second)
    guard start.isPossible, end.isPossible else { return nil }
    var last = month
    if let (year, behind) = year(behind: month) {
      start.year = year
      end.year = year
      last = behind
    }
    return (.calendar(start, end: end), last)
  }

  /// "23/24 September": the token behind a slash without spaces.
  private func slash(behind index: Int) -> Int? {
    guard index + 2 < tokens.count, tokens.is(index + 1, .slash), !tokens[index + 1].spaceBefore,
      !tokens[index + 2].spaceBefore
    else { return nil }
    return index + 2
  }

  private func isCapitalMonth(_ index: Int) -> Bool {
    tokens.is(index, .month) && tokens[index].isCapitalized
  }

  /// "30 December 2007 - 2 January 2008", from the first date on.
  private func withRange(_ first: PartialDate, last: Int) -> Found {
    var start = first
    var last = last
    if let (year, behind) = year(behind: last) {
      start.year = year
      last = behind
    }
    guard let joint = rangeJoint(behind: last), tokens.is(joint - 1, .dash),
      let day = dayNumber(joint), isCapitalMonth(joint + 1)
    else { return (.calendar(start, end: nil), last) }
    var end = PartialDate(month: tokens.number(joint + 1), day: day)
    guard end.isPossible else { return (.calendar(start, end: nil), last) }
    last = joint + 1
    if let (year, behind) = year(behind: last) {
      end.year = year
      last = behind
      if start.year == nil { start.year = startYear(of: start, before: end, year) }
    }
    return (.calendar(start, end: end), last)
  }
}
