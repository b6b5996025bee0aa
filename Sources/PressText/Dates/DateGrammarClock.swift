import PressModel

/// Times of day: beside a date, and by themselves.
extension DateGrammar {
  /// A time of day, its first and its last token, and where it ends in the bytes; plain where it is
  /// nothing else, whatever stands beside it.
  typealias FoundClock = (clock: DateClock, first: Int, last: Int, end: Int, isPlain: Bool)

  /// ", 10:30 a.m. to 11:15 a.m. EST", "at 14:30 CET", "afternoon at 2:30" behind a date.
  func clock(behind found: Found) -> FoundClock? {
    var next = found.last + 1
    guard next < tokens.count, !tokens[next].startsLine else { return nil }
    var half = half(ofDayPart: found.last, hour: nil) != nil ? found.last : nil
    if tokens.is(next, .dayPart), self.half(ofDayPart: next, hour: nil) != nil {
      half = next
      next += 1
    }
    var cue: Int?
    var hasMark = false
    var isInBrackets = false
    let first = next
    while next < tokens.count, !canStartClock(next) {
      guard next < first + 3, !tokens[next].startsLine else { return nil }
      if isClockCue(next) {
        cue = next
      } else if isClockMark(next) {
        hasMark = hasMark || !tokens.is(next, .colon)
        isInBrackets = isInBrackets || tokens.is(next, byte: 0x28)
      } else {
        return nil
      }
      next += 1
    }
    guard next < tokens.count, !tokens[next].startsLine,
      var clock = clock(at: next, dayPart: half, hasCue: cue != nil, isBehindDate: true),
      !isEndOfDay(clock, cue: cue ?? -1), !hasOwnDate(clock, behind: found.reading, cue: cue)
    else { return nil }
    if isInBrackets {
      guard tokens.is(clock.last + 1, byte: 0x29) else { return nil }
      clock.last += 1
      clock.end = tokens[clock.last].span.end
    }
    if clock.isPlain { return clock }
    // "October 6, 2018, 14:30" is a time; "on Saturday 10:30" may be a score.
    var isWhole = false
    if case .calendar(let date, _) = found.reading {
      let isNext = clock.first == found.last + 1 && tokens[found.last].kind == .number
      isWhole = hasMark || date.year != nil && isNext
    }
    return cue != nil || isWhole ? clock : nil
  }

  /// "from Monday until 5 p.m. on Friday", "this week at 5 p.m. on Friday"
  private func hasOwnDate(_ clock: FoundClock, behind reading: DateReading, cue: Int?) -> Bool {
    if reading.canHoldClock {
      guard let cue, !tokens.is(cue, "at"), !tokens.is(cue, "from") else { return false }
    }
    let next = tokens.is(clock.last + 1, "on") ? clock.last + 2 : clock.last + 1
    return tokens.is(next, [.month, .weekday, .relativeDay]) && !tokens[next].startsLine
  }

  private func isClockMark(_ index: Int) -> Bool {
    tokens.is(index, [.comma, .dash, .colon]) || tokens.is(index, byte: 0x7C)
      || tokens.is(index, byte: 0x40) || tokens.is(index, byte: 0x28)
  }

  /// "Monday: 9 a.m. to 5 p.m.", "Monday through Friday from 9 a.m.": hours of all weeks.
  private func isOfManyWeeks(_ first: Int, _ found: Found) -> Bool {
    guard case .weekday(_, nil) = found.reading else { return false }
    let isRange = { (index: Int) in
      tokens.is(index, .dash) || tokens.is(index, "through") || tokens.is(index, "to")
    }
    return tokens.is(found.last + 1, .colon)
      || isRange(first - 1) && tokens.is(first - 2, .weekday)
      || isRange(found.last + 1) && tokens.is(found.last + 2, .weekday)
  }

  /// "midnight last night", "tonight at midnight": the end of the day that the words mean.
  private func isTurnOfNight(_ clock: FoundClock, _ found: Found) -> Bool {
    clock.clock.start.minutes == 0 && clock.clock.end == nil
      && half(ofDayPart: found.last, hour: 12) == nil && half(ofDayPart: found.last, hour: 8) != nil
  }

  /// A word that leads to an hour.
  private func isClockCue(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
    // "won by 21:19"
    if tokens.is(index, "by"), Self.matches.contains(where: { tokens.is(index - 1, $0) }) {
      return false
    }
    return Self.clockCues.contains { tokens.is(index, $0) }
  }

  private static let matches: [StaticString] = [
    "won", "win", "wins", "lost", "lose", "beat", "led", "lead", "ahead", "behind", "victory",
    "defeated", "defeat", "trailed",
  ]

  private static let clockCues: [StaticString] = [
    "at", "from", "by", "until", "till", "between", "beginning", "starting", "around", "about",
    "approximately", "promptly", "before", "after", "At", "From", "By", "Until", "Between",
  ]

  /// "by midnight on Friday" is the end of the day, "at midnight" its start: the day alone is sure.
  private func isEndOfDay(_ found: FoundClock, cue: Int) -> Bool {
    found.clock.end == nil && found.clock.start.minutes == 0 && tokens.is(found.first, .dayPart)
      && (tokens.is(cue, "by") || tokens.is(cue, "until") || tokens.is(cue, "till")
        || tokens.is(cue, "before") || tokens.is(cue, "By") || tokens.is(cue, "Until"))
  }

  /// "10 a.m. on Tuesday, March 5", "2:30 the next day", "noon tomorrow", and "9 a.m." by itself:
  /// from the time of day on. Without a date where the time is that of no single day.
  func clockFirst(at index: Int) -> (date: (first: Int, found: Found)?, clock: FoundClock)? {
    guard canStartClock(index) else { return nil }
    let hasCue = isClockCue(index - 1)
    guard var clock = clock(at: index, dayPart: nil, hasCue: hasCue) ?? inDayPart(at: index, hasCue)
    else { return nil }
    guard !isEndOfDay(clock, cue: index - 1) else { return nil }
    if !clock.isPlain, let sure = inDayPart(at: index, hasCue) { clock = sure }
    guard clock.isPlain || hasCue else { return nil }
    var next = clock.last + 1
    var steps = 0
    while next < tokens.count, steps < 2, !tokens[next].startsLine,
      tokens.is(next, byte: 0x2C) || tokens.is(next, "on") || tokens.is(next, byte: 0x7C)
    {
      next += 1
      steps += 1
    }
    if next < tokens.count, !tokens[next].startsLine, let date = date(at: next) {
      return (date.found.reading.canHoldClock ? date : nil, clock)
    }
    // Machines that read print take "I am" for "1 am".
    let isPronoun = tokens.is(index, "1") && tokens.is(index + 1, "am") && !hasCue
    guard !isPronoun else { return nil }
    let isNamed = tokens.is(index, .dayPart) && clock.clock.end == nil
    guard !isNamed || hasCue && clock.clock.start.hour == 12 else { return nil }
    return (isHabit(around: clock) ? nil : (index, (.sameDay, clock.last)), clock)
  }

  private func date(at index: Int) -> (first: Int, found: Found)? {
    if tokens.is(index, [.month, .weekday, .relativeDay, .relation, .ordinal])
      || tokens[index].kind == .number
    {
      return expression(at: index).map(ofRelativeYear).map { (index, $0) }
    }
    guard tokens.is(index, "the") || tokens.is(index, "that") else { return nil }
    if dayNumber(index + 1) != nil, !tokens[index + 1].startsLine {
      return dayFirst(at: index + 1).map { (index + 1, $0) }
    }
    for unit in [index + 1, index + 2] where tokens.is(unit, .timeUnit) {
      if let (first, found) = aroundUnit(at: unit), first == index { return (first, found) }
    }
    return nil
  }

  /// "9:30 in the morning", "at 8 in the evening".
  private func inDayPart(at index: Int, _ hasCue: Bool) -> FoundClock? {
    guard let (figures, last) = part(at: index), figures.half == nil, tokens.is(last + 1, "in"),
      tokens.is(last + 2, "the"), half(ofDayPart: last + 3, hour: figures.hour) != nil,
      var clock = clock(at: index, dayPart: last + 3, hasCue: hasCue)
    else { return nil }
    clock.last = last + 3
    clock.end = tokens[last + 3].span.end
    return clock
  }

  /// Whether the sentence speaks of what is so on many days: "open daily from 9 a.m."
  private func isHabit(around clock: FoundClock) -> Bool {
    // "8 a.m. to noon (Saturday)"
    let next = clock.last + 1
    if tokens.is(next, .openBracket), tokens.is(next + 1, .weekday) { return true }
    for step in [-1, 1] {
      var other = step < 0 ? clock.first - 1 : clock.last + 1
      while other >= 0, other < tokens.count, abs(other - clock.first) < 20,
        step < 0 || !tokens[other].startsLine,
        !tokens.is(other, .stop) || tokens.is(other + 1, "m") || tokens.is(other - 1, "m")
      {
        if tokens.is(other, .weekdays) || Self.habits.contains(where: { tokens.is(other, $0) }) {
          return true
        }
        if tokens[other].startsLine { break }
        other += step
      }
    }
    return false
  }

  private static let habits: [StaticString] = [
    "daily", "every", "each", "weekdays", "weekends", "usually", "always", "often", "typically",
    "Daily", "Every", "Each", "Weekdays", "Weekends", "generally", "normally", "hours", "Hours",
    "nightly", "weekly", "seven", "mornings", "evenings", "nights", "EVERY", "DAILY",
  ]

  /// A date with the time of day that stands before or behind it.
  func match(_ first: Int, _ found: Found, _ clock: FoundClock?) -> DateMatch {
    var end = tokens[found.last].span.end
    if tokens[found.last].kind == .word { end = withoutPossessive(found.last) }
    let day = Span(tokens[first].span.start, end)
    var match = DateMatch(day, found.reading, isAhead: isAhead(found.reading, first))
    // "June 6 to 9, 10 a.m. to 5 p.m." is a time of each day.
    if let clock, found.reading.canHoldClock || found.reading == .sameDay,
      !isOfManyWeeks(first, found), !isTurnOfNight(clock, found)
    {
      let other = Span(tokens[clock.first].span.start, clock.end)
      match.span = Span(min(day.start, other.start), max(day.end, other.end))
      match.clock = clock.clock
    }
    match.isYearly = isYearly(first, found)
    match.isBesideRelation = tokens.is(found.last + 1, .relation)
    match.isSince = tokens.is(first - 1, "since") || tokens.is(first - 1, "Since")
    if tokens.is(first, .weekday) {
      match.weekday = tokens.number(first)
      match.isPast = !match.isAhead && speaksOfPast(around: first)
    } else {
      match.isPast = !match.isAhead && isTold(found.reading, at: first)
      match.isOver = !match.isAhead && isOver(found.reading, first...found.last)
    }
    return match
  }

  private func withoutPossessive(_ index: Int) -> Int {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    guard span.count > 4, bytes[span.end - 1] == 0x73 else { return span.end }
    if bytes[span.end - 2] == 0x27 { return span.end - 2 }
    return bytes[span.end - 2] == 0x99 && bytes[span.end - 3] == 0x80 ? span.end - 4 : span.end
  }
}
