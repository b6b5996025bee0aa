import PressModel

/// Gives dates their times of day, and times that stand by themselves their day.
struct DateClocks {
  private let resolver: DateResolver
  private let text: Text
  /// Whether any time of the document is one of a clock of 24 hours.
  private let isOfTwentyFour: Bool
  /// Dates of the days around the document's own that are printed with their weekday, by its number,
  /// in the order of the text: all, and those that are not to come.
  private var printedDays = [[PrintedDay]](repeating: [], count: 8)
  private var pastDays = [[PrintedDay]](repeating: [], count: 8)
  /// Times whose day the words before them do not give.
  private var rest: [DateMatch] = []
  /// The last of the dates that were resolved so far that is a day, and the last that is one by
  /// itself; -1 for none.
  private var lastDay = -1
  private var lastDate = -1
  private var seen = 0
  /// Where the lines of the text end; empty where no time of day asks for them.
  private let lineEnds: [Int]

  init(_ resolver: DateResolver, _ matches: [DateMatch], in text: Text) {
    self.resolver = resolver
    self.text = text
    isOfTwentyFour = matches.contains { $0.clock?.countsTwentyFour ?? false }
    lineEnds =
      matches.contains { $0.reading == .sameDay }
      ? text.bytes.indices.filter { text.bytes[$0] == 0x0A } : []
    guard let own = resolver.day?.day else { return }
    for match in matches {
      guard let weekday = match.weekday, case .calendar(let date, nil) = match.reading,
        let day = CalendarDay(iso: resolver.calendar(date, nil, of: match).0),
        day.weekday == weekday, abs(day.number - own.number) <= 7
      else { continue }
      printedDays[weekday].append((day, match.daySpan))
      if day <= own { pastDays[weekday].append((day, match.daySpan)) }
    }
  }

  private typealias PrintedDay = (day: CalendarDay, span: Span)

  /// The date that the document prints for a bare weekday: the one before it, else the first behind.
  /// A day to come is not one on which something was said or done.
  func printedDay(of match: DateMatch) -> (value: String, resolvedFrom: Evidence?)? {
    guard case .weekday(let weekday, nil) = match.reading, printedDays.indices.contains(weekday)
    else { return nil }
    let days = match.isPast && match.clock == nil ? pastDays[weekday] : printedDays[weekday]
    let behind = days.partitioningIndex { $0.span.start >= match.span.start }
    guard let found = behind > 0 ? days[behind - 1] : days.first else { return nil }
    return (found.day.iso, Evidence(text: text[found.span], span: found.span))
  }

  /// A date with its time of day; alone, where it is no single day or the time cannot be read.
  func timed(_ match: DateMatch, _ value: String, _ evidence: Evidence?) -> DateResolver.Resolved {
    guard let clock = match.clock else { return (match, value, evidence) }
    if value.utf8.count == 10, let day = CalendarDay(iso: value),
      let moment = clock.value(on: day, isOfTwentyFour: isOfTwentyFour)
    {
      return (match, moment, evidence)
    }
    var match = match
    match.span = match.daySpan
    return (match, value, evidence)
  }

  // MARK: Times by themselves

  /// Puts a time behind the dates before it, on the day that its paragraph named last, or the line
  /// above it; keeps it for later where neither does, or where its sentence goes on to a day.
  mutating func place(
    _ match: DateMatch, behind resolved: inout [DateResolver.Resolved], before next: DateMatch?
  ) {
    look(at: resolved)
    // Of several times under one line, the line is the day of all.
    for index in [lastDay, lastDate] where index >= 0 {
      let known = resolved[index]
      guard let (day, evidence) = named(known), isBeside(known.match, match, day),
        resolver.isOneSentence(known.match.span, match.span, in: text)
          || !(next.map { leads(match, to: $0) } ?? false)
      else { continue }
      if let value = match.clock?.value(on: day, isOfTwentyFour: isOfTwentyFour) {
        resolved.append((match, value, evidence))
      }
      return
    }
    rest.append(match)
  }

  private mutating func look(at resolved: [DateResolver.Resolved]) {
    while seen < resolved.count {
      if Self.day(of: resolved[seen].value) != nil {
        lastDay = seen
        if resolved[seen].match.reading != .sameDay { lastDate = seen }
      }
      seen += 1
    }
  }

  /// Whether a day is that of the time behind it: in one sentence; in one paragraph, if it is near
  /// the document's own; or as the line that a list has above its times.
  private func isBeside(_ date: DateMatch, _ time: DateMatch, _ day: CalendarDay) -> Bool {
    if resolver.isOneSentence(date.span, time.span, in: text) { return true }
    let isRecent = resolver.day.map { abs($0.day.number - day.number) <= 60 } ?? true
    guard isRecent else { return false }
    if resolver.isNear(date.span, time.span, in: text) { return true }
    let between = text.bytes[date.span.end..<time.span.start]
    guard case .calendar = date.reading, between.count < 600,
      between.count < 4 || date.daySpan != resolver.issueSpan
    else { return false }
    let (dateLine, timeLine) = (line(around: date.span), line(around: time.span))
    return dateLine.count - date.span.count < 40 && timeLine.count - time.span.count < 60
  }

  /// "at 5 p.m. in the hall on Friday": a day close behind, in the same clause.
  private func leads(_ time: DateMatch, to date: DateMatch) -> Bool {
    date.reading.canHoldClock && date.span.start - time.span.end < 80
      && resolver.isOneSentence(time.span, date.span, in: text)
      && !text.bytes[time.span.end..<date.span.start].contains(0x2C)
  }

  private func line(around span: Span) -> Span {
    let behind = lineEnds.partitioningIndex { $0 >= span.end }
    let first = lineEnds.partitioningIndex { $0 >= span.start }
    return Span(
      first > 0 ? lineEnds[first - 1] + 1 : 0,
      behind < lineEnds.count ? lineEnds[behind] : text.count)
  }

  /// Times whose day nothing before them gave: the day that their sentence names behind them, the
  /// document's own for a transcript's mark, else the one day that the document names.
  func placeRest(_ resolved: inout [DateResolver.Resolved]) {
    guard !rest.isEmpty else { return }
    let days = resolved.filter {
      Self.day(of: $0.value) != nil && !DateResolver.isEvent($0.match.reading)
    }
    // The mark below a transcript is of the day of the one above.
    let above = days.first { $0.match.reading == .sameDay && isMark($0.match) }
    let spoken = spokenDay(among: days)
    let added = rest.compactMap { match -> DateResolver.Resolved? in
      guard let (day, evidence) = day(of: match, days, above, spoken) else {
        let isOpen = resolver.day == nil && resolver.keepsOpen && days.isEmpty
        return isOpen ? (match, "XXXX-XX-XX", nil) : nil
      }
      return match.clock?.value(on: day, isOfTwentyFour: isOfTwentyFour).map {
        (match, $0, evidence)
      }
    }
    resolved = (resolved + added).sorted { $0.match.span.start < $1.match.span.start }
  }

  private func day(
    of match: DateMatch, _ days: [DateResolver.Resolved], _ above: DateResolver.Resolved?,
    _ spoken: SpokenDay
  ) -> (CalendarDay, Evidence)? {
    let behind = days.partitioningIndex { $0.match.span.start >= match.span.end }
    if behind < days.count, leads(match, to: days[behind].match) { return named(days[behind]) }
    if isMark(match) { return above.flatMap { named($0) } ?? resolver.day }
    // What is told of no day is often told of all: "the trains stop at midnight".
    guard resolver.isAnnouncement else { return nil }
    switch spoken {
    case .none: return resolver.day
    case .several: return nil
    case .one(let date, let day):
      let isRecent = resolver.day.map { abs($0.day.number - day.number) <= 31 } ?? true
      let distance =
        max(date.match.span.start, match.span.start) - min(date.match.span.end, match.span.end)
      return isRecent && distance < 600 ? named(date) : nil
    }
  }

  private enum SpokenDay {
    case none, several
    case one(DateResolver.Resolved, CalendarDay)
  }

  /// The one day that the document speaks of; its own line of date is none of them.
  private func spokenDay(among days: [DateResolver.Resolved]) -> SpokenDay {
    var spoken = SpokenDay.none
    for found in days
    where found.match.daySpan != resolver.issueSpan && found.match.reading != .sameDay {
      guard let day = Self.day(of: found.value) else { continue }
      guard case .one(_, let other) = spoken else {
        spoken = .one(found, day)
        continue
      }
      guard day == other else { return .several }
    }
    return spoken
  }

  /// "2:37 P.M. EDT" on a line of its own, above and below a transcript.
  private func isMark(_ match: DateMatch) -> Bool {
    match.clock?.zone != nil && line(around: match.span).count - match.span.count < 6
  }

  private func named(_ found: DateResolver.Resolved) -> (CalendarDay, Evidence)? {
    let span = found.match.daySpan
    let own = found.match.reading == .sameDay ? found.resolvedFrom : nil
    return Self.day(of: found.value).map { ($0, own ?? Evidence(text: text[span], span: span)) }
  }

  /// The day of a value, with a time or without; nil for longer stretches.
  private static func day(of value: String) -> CalendarDay? {
    let bytes = value.utf8.dropFirst(10)
    guard bytes.isEmpty || bytes.first == 0x54 else { return nil }
    return CalendarDay(iso: value)
  }
}
