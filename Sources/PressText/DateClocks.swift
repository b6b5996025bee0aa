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

  init(_ resolver: DateResolver, _ matches: [DateMatch], in text: Text) {
    self.resolver = resolver
    self.text = text
    isOfTwentyFour = matches.contains { $0.clock?.countsTwentyFour ?? false }
    guard let own = resolver.day?.day else { return }
    for match in matches {
      guard let weekday = match.weekday, case .calendar(let date, nil) = match.reading,
        let day = CalendarDay(iso: resolver.calendar(date, nil, isAhead: match.isAhead).0),
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
    let last = resolved.last { Self.day(of: $0.value) != nil }
    // Of several times under one line, the line is the day of all.
    let date = resolved.last { Self.day(of: $0.value) != nil && $0.match.reading != .sameDay }
    for known in [last, date] {
      guard let known, let (day, evidence) = named(known), isBeside(known.match, match, day),
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
    let bytes = text.bytes
    let start = bytes[..<span.start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Span(start, bytes[span.end...].firstIndex(of: 0x0A) ?? bytes.count)
  }

  /// Times whose day nothing before them gave: the day that their sentence names behind them, the
  /// document's own for a transcript's mark, else the one day that the document names.
  func placeRest(_ resolved: inout [DateResolver.Resolved]) {
    guard !rest.isEmpty else { return }
    let days = resolved.filter { Self.day(of: $0.value) != nil }
    let added = rest.compactMap { match -> DateResolver.Resolved? in
      guard let (day, evidence) = day(of: match, among: days) else {
        let isOpen = resolver.day == nil && resolver.keepsOpen && days.isEmpty
        return isOpen ? (match, "XXXX-XX-XX", nil) : nil
      }
      return match.clock?.value(on: day, isOfTwentyFour: isOfTwentyFour).map {
        (match, $0, evidence)
      }
    }
    resolved = (resolved + added).sorted { $0.match.span.start < $1.match.span.start }
  }

  private func day(of match: DateMatch, among days: [DateResolver.Resolved]) -> (
    CalendarDay, Evidence
  )? {
    let behind = days.first { $0.match.span.start >= match.span.end }
    if let behind, leads(match, to: behind.match) { return named(behind) }
    if isMark(match) {
      // The one below a transcript is of the day of the one above.
      let above = days.first { $0.match.reading == .sameDay && isMark($0.match) }
      return above.flatMap { named($0) } ?? resolver.day
    }
    // What is told of no day is often told of all: "the trains stop at midnight".
    guard resolver.isAnnouncement else { return nil }
    // The document's own line of date is none of the days that it speaks of.
    var spoken: DateResolver.Resolved?
    for found in days
    where found.match.daySpan != resolver.issueSpan && found.match.reading != .sameDay {
      guard let first = spoken else {
        spoken = found
        continue
      }
      guard Self.day(of: first.value) == Self.day(of: found.value) else { return nil }
    }
    guard let spoken, let day = Self.day(of: spoken.value) else { return resolver.day }
    let isRecent = resolver.day.map { abs($0.day.number - day.number) <= 31 } ?? true
    let distance =
      max(spoken.match.span.start, match.span.start) - min(spoken.match.span.end, match.span.end)
    return isRecent && distance < 600 ? named(spoken) : nil
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
