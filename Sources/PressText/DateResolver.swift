public import PressModel

/// Completes expressions of time with what the document says of its own day and year.
public struct DateResolver: Sendable {
  /// The document's own day, and what says so.
  let day: (day: CalendarDay, evidence: Evidence)?
  /// The document's year where no day is known.
  let year: (year: Int, evidence: Evidence)?

  /// - Parameters:
  ///   - published: the date of issue; nothing else counts as the document's day but a full date
  ///     that stands alone on a line of its head.
  ///   - title: its year stands in for years that the text leaves out; after it the one year that
  ///     all full dates of the text share.
  public init(_ document: Document, matches: [DateMatch]) {
    let metadata = document.metadata
    if let published = metadata.published, let day = CalendarDay(iso: published) {
      let evidence =
        metadata.evidence["published"] ?? Evidence(text: published, field: "published")
      self.day = (day, evidence)
    } else {
      self.day = DateResolver.headDate(document, matches)
    }
    if let day {
      year = (day.day.components.year, day.evidence)
    } else {
      year =
        DateResolver.titleYear(document, matches) ?? DateResolver.sharedYear(document, matches)
    }
  }

  /// A full date that is all of a line, or the end of the first block, in the document's head.
  private static func headDate(_ document: Document, _ matches: [DateMatch])
    -> (CalendarDay, Evidence)?
  {
    let bytes = document.text.bytes
    for (number, block) in document.blocks.prefix(8).enumerated() {
      for match in matches where block.span.contains(match.span) {
        guard let day = match.fullDay else { continue }
        let startsLine = match.span.start == block.span.start || bytes[match.span.start - 1] == 0x0A
        let endsLine = match.span.end == block.span.end || bytes[match.span.end] == 0x0A
        let endsHead = number == 0 && endsLine && block.span.count < 300
        // "Thursday, May 7, 2015 On Tuesday, ...": a line that lost its end.
        let hasLostEnd =
          startsLine && match.span.end + 1 < block.span.end && bytes[match.span.end] == 0x20
          && bytes[match.span.end + 1] >= 0x41 && bytes[match.span.end + 1] <= 0x5A
        guard startsLine && endsLine || endsHead || hasLostEnd else { continue }
        return (day, Evidence(text: document.text[match.span], span: match.span))
      }
      if let last = matches.last, last.span.start < block.span.start { break }
    }
    return nil
  }

  private static func titleYear(_ document: Document, _ matches: [DateMatch]) -> (Int, Evidence)? {
    guard let title = document.metadata.title else { return nil }
    let found = DateGrammar(Tokens(Text(title))).matches()
    var years: [Int] = []
    for match in found {
      guard case .calendar(let date, let end) = match.reading, let year = date.year else {
        continue
      }
      years.append(year)
      if let other = end?.year { years.append(other) }
    }
    guard let year = years.first, years.allSatisfy({ $0 == year }) else { return nil }
    let known = document.metadata.evidence["title"]
    return (year, Evidence(text: title, field: "title", span: known?.span, source: known?.source))
  }

  private static func sharedYear(_ document: Document, _ matches: [DateMatch]) -> (Int, Evidence)? {
    let full = matches.filter { $0.fullDay != nil }
    guard let first = full.first, let year = first.fullDay?.components.year,
      full.allSatisfy({ $0.fullDay?.components.year == year })
    else { return nil }
    return (year, Evidence(text: document.text[first.span], span: first.span))
  }

  /// The value in EDTF, with what completed it; nil where the document's day is needed and unknown.
  public func resolve(_ match: DateMatch) -> (value: String, resolvedFrom: Evidence?)? {
    switch match.reading {
    case .calendar(let start, let end): return calendar(start, end)
    case .decade(let first): return (String(first / 10) + "X", nil)
    case .century(let first): return (String(first) + "XX", nil)
    default: break
    }
    guard let day else { return nil }
    guard let value = value(of: match, from: day.day) else { return nil }
    return (value, day.evidence)
  }

  private func calendar(_ start: PartialDate, _ end: PartialDate?) -> (String, Evidence?) {
    var start = start
    var end = end
    var evidence: Evidence?
    let endMonth = end?.month ?? 0
    if start.year == nil, let endYear = end?.year {
      start.year = endYear
    } else if start.year == nil, let year {
      start.year = nearestYear(start, year.year)
      evidence = year.evidence
    }
    if let year = start.year, end != nil, end?.year == nil {
      end?.year = endMonth < (start.month ?? 0) ? year + 1 : year
    }
    let value = end.map { start.edtf + "/" + $0.edtf } ?? start.edtf
    return (value, evidence)
  }

  /// The year that brings a month or day nearest to the document's own day.
  private func nearestYear(_ date: PartialDate, _ year: Int) -> Int {
    guard let day, let month = date.month, month <= 12 else { return year }
    let candidates = [year, year - 1, year + 1].compactMap { year in
      CalendarDay(
        year: year, month: month,
        day: min(date.day ?? 15, CalendarDay.length(ofMonth: month, year: year)))
    }
    let nearest = candidates.min {
      abs($0.number - day.day.number) < abs($1.number - day.day.number)
    }
    return nearest?.components.year ?? year
  }

  private func value(of match: DateMatch, from day: CalendarDay) -> String? {
    let now = day.components
    switch match.reading {
    case .day(let offset): return day.adding(days: offset).iso
    case .weekday(let weekday, let direction):
      return self.weekday(weekday, direction, from: day, isAhead: match.isAhead).iso
    case .month(let month, let direction):
      // January and February are counted before spring, as the winter of the year before.
      let season = now.month == 12 ? 24 : 20 + now.month / 3
      let current = month > 20 ? season : now.month
      var year = now.year
      if direction < 0, month >= current { year -= 1 }
      if direction > 0, month <= current { year += 1 }
      return PartialDate(year: year, month: month).edtf
    case .unit(let unit, let offset): return self.unit(unit, offset, from: day)
    case .calendar, .decade, .century: return nil
    }
  }

  private func weekday(_ weekday: Int, _ direction: Int?, from day: CalendarDay, isAhead: Bool)
    -> CalendarDay
  {
    let back = (day.weekday - weekday + 7) % 7
    switch direction {
    case -1: return day.adding(days: back == 0 ? -7 : -back)
    case 1: return day.adding(days: back == 0 ? 7 : 7 - back)
    case 0: return day.adding(days: weekday - day.weekday)
    default: return day.adding(days: isAhead && back != 0 ? 7 - back : -back)
    }
  }

  private func unit(_ unit: TimeUnit, _ offset: Int, from day: CalendarDay) -> String? {
    let now = day.components
    switch unit {
    case .year: return PartialDate(year: now.year + offset).edtf
    case .month:
      let months = now.year * 12 + now.month - 1 + offset
      return PartialDate(year: months / 12, month: months % 12 + 1).edtf
    case .week:
      let monday = day.adding(days: 1 - day.weekday + 7 * offset)
      return monday.iso + "/" + monday.adding(days: 6).iso
    case .weekend:
      let saturday = day.adding(days: 6 - day.weekday + 7 * offset)
      return saturday.iso + "/" + saturday.adding(days: 1).iso
    case .quarter:
      let quarters = now.year * 4 + (now.month - 1) / 3 + offset
      let first = PartialDate(year: quarters / 4, month: quarters % 4 * 3 + 1)
      return first.edtf + "/" + PartialDate(year: first.year, month: quarters % 4 * 3 + 3).edtf
    case .day, .decade, .century, .fortnight: return nil
    }
  }
}
