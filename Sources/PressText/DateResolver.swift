public import PressModel

/// Completes expressions of time with what the document says of its own day and year.
public struct DateResolver: Sendable {
  /// The document's own day, and what says so.
  let day: (day: CalendarDay, evidence: Evidence)?
  /// Where the text prints the date of issue.
  let issueSpan: Span?
  /// The document's year where no day is known.
  let year: (year: Int, evidence: Evidence)?
  /// Whether words that count from an unknown day are kept, with all digits left open.
  let keepsOpen: Bool
  /// Whether the document may announce what happens at an hour; articles and speeches tell stories.
  let isAnnouncement: Bool

  /// - Parameters:
  ///   - published: the date of issue; nothing else counts as the document's day but a full date
  ///     that stands alone on a line of its head, or that the words call today.
  ///   - title: its year stands in for years that the text leaves out; after it the one year that
  ///     all full dates of the text share.
  ///   - keepsOpen: whether "yesterday" has the value `XXXX-XX-XX` where the document's day is not
  ///     known, and is not left out.
  public init(_ document: Document, matches: [DateMatch], keepsOpen: Bool = false) {
    self.keepsOpen = keepsOpen
    isAnnouncement = [.pressRelease, .advisory, .statement, .factSheet, .readout, .unknown]
      .contains(document.metadata.kind)
    let metadata = document.metadata
    issueSpan = metadata.published == nil ? nil : metadata.evidence["published"]?.span
    if let published = metadata.published, let day = CalendarDay(iso: published) {
      let evidence =
        metadata.evidence["published"] ?? Evidence(text: published, field: "published")
      self.day = (day, evidence)
    } else {
      self.day =
        DateResolver.headDate(document, matches) ?? DateResolver.namedDay(document.text, matches)
    }
    if let day {
      year = (day.day.components.year, day.evidence)
    } else {
      year =
        DateResolver.titleYear(document, matches) ?? DateResolver.sharedYear(document, matches)
    }
  }

  /// A value in EDTF, with what completed it.
  public typealias Resolved = (match: DateMatch, value: String, resolvedFrom: Evidence?)

  /// The values of all matches, which stand in the text's order. A match is left out where the
  /// document's day is needed and unknown, or the date that it counts from.
  public func resolve(_ matches: [DateMatch], in text: Text) -> [Resolved] {
    var resolved: [Resolved] = []
    var beside: PartialDate?
    var clocks = DateClocks(self, matches, in: text)
    for (index, match) in matches.enumerated() {
      let isListed = index > 0 && isOneSentence(matches[index - 1].span, match.span, in: text)
      let known = isListed ? beside : nil
      beside = nil
      var found: (value: String, resolvedFrom: Evidence?)?
      if case .sameDay = match.reading {
        let next = index + 1 < matches.count ? matches[index + 1] : nil
        clocks.place(match, behind: &resolved, before: next)
      } else if let month = Self.bareMonth(match) {
        found = resolve(match, beside: known)
        if let found { beside = PartialDate(year: Int(found.value.prefix(4)), month: month) }
      } else if case .fromLast(let unit, let count, let isWhole) = match.reading {
        guard let last = resolved.last, isNear(last.match.span, match.span, in: text),
          let value = value(unit, count, isWhole: isWhole, from: last.value)
        else { continue }
        found = (value, Evidence(text: text[last.match.span], span: last.match.span))
      } else {
        found = clocks.printedDay(of: match) ?? resolve(match)
      }
      if let found { resolved.append(clocks.timed(match, found.value, found.resolvedFrom)) }
    }
    clocks.placeRest(&resolved)
    return resolved
  }

  /// In one paragraph, a few sentences apart at most.
  func isNear(_ first: Span, _ second: Span, in text: Text) -> Bool {
    second.start - first.end < 300 && !text.bytes[first.end..<second.start].contains(0x0A)
  }

  /// A month that stands without a year and a day.
  private static func bareMonth(_ match: DateMatch) -> Int? {
    guard case .calendar(let date, nil) = match.reading, date.year == nil, date.day == nil,
      let month = date.month, month <= 12
    else { return nil }
    return month
  }

  func isOneSentence(_ first: Span, _ second: Span, in text: Text) -> Bool {
    let between = text.bytes[first.end..<second.start]
    return between.count < 200 && !between.contains { [0x0A, 0x2E, 0x3F, 0x21].contains($0) }
  }

  /// `beside` is the month that the sentence named before: "in November and in February" are three
  /// months apart, whenever that was.
  private func resolve(_ match: DateMatch, beside: PartialDate? = nil)
    -> (value: String, resolvedFrom: Evidence?)?
  {
    switch match.reading {
    case .calendar(let start, let end):
      if let beside, let month = start.month, let year, let other = beside.nearest(month) {
        return (start.of(other).edtf, year.evidence)
      }
      return calendar(start, end, isAhead: match.isAhead)
    case .calendarOfYear(let start, let end, let years):
      guard let year, year.year + years > 0 else { return calendar(start, end, isAhead: false) }
      let (first, last) = (start.of(year.year + years), end?.of(year.year + years))
      return (last.map { first.edtf + "/" + $0.edtf } ?? first.edtf, year.evidence)
    case .weekOf(let date): return week(of: date, isAhead: match.isAhead)
    case .decade(let first): return (String(first / 10) + "X", nil)
    case .century(let first): return ((first < 10 ? "0" : "") + String(first) + "XX", nil)
    default: break
    }
    guard let day else { return keepsOpen ? open(match.reading).map { ($0, nil) } : nil }
    guard let value = value(of: match, from: day.day) else { return nil }
    return (value, day.evidence)
  }

  /// EDTF's unspecified digits, as many as the words are exact.
  private func open(_ reading: DateReading) -> String? {
    switch reading {
    case .day, .weekday, .weekdayOfWeek, .dayOfMonth, .shifted, .sameDay: "XXXX-XX-XX"
    case .unit(.month, _), .monthAround: "XXXX-XX"
    case .month(let month, _): PartialDate(month: month).edtf
    case .unit(.year, _): "XXXX"
    default: nil
    }
  }

  func calendar(_ start: PartialDate, _ end: PartialDate?, isAhead: Bool)
    -> (String, Evidence?)
  {
    var start = start
    var end = end
    var evidence: Evidence?
    let endMonth = end?.month ?? 0
    if start.year == nil, let endYear = end?.year {
      start.year = endYear
    } else if start.year == nil, let year {
      start.year = nearestYear(start, year.year, isAhead: isAhead)
      evidence = year.evidence
    }
    if let year = start.year, end != nil, end?.year == nil {
      end?.year = endMonth < (start.month ?? 0) ? year + 1 : year
    }
    let value = end.map { start.edtf + "/" + $0.edtf } ?? start.edtf
    return (value, evidence)
  }

  /// The year that brings a month or day nearest to the document's own day, or next behind it.
  private func nearestYear(_ date: PartialDate, _ year: Int, isAhead: Bool) -> Int {
    guard let day, let month = date.month, month <= 12 else { return year }
    let candidates = [year, year - 1, year + 1].compactMap { year in
      CalendarDay(
        year: year, month: month,
        day: min(date.day ?? 15, CalendarDay.length(ofMonth: month, year: year)))
    }
    // A plan that is told of some weeks late is still the old one.
    if isAhead, date.day != nil,
      let next = candidates.filter({ $0.number >= day.day.number - 60 }).min()
    {
      return next.components.year
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
    case .weekdayOfWeek(let weekday, let weeks):
      return day.adding(days: weekday - day.weekday + 7 * weeks).iso
    case .dayOfMonth(let number, let months):
      guard let month = moved(PartialDate(year: now.year, month: now.month), months: months) else {
        return nil
      }
      return PartialDate(year: month.year, month: month.month, day: number).calendarDay?.iso
    case .shifted(let unit, let count, let offset):
      return shifted(unit, count, from: day.adding(days: offset))?.iso
    case .monthAround(let days):
      let other = day.adding(days: days).components
      return PartialDate(year: other.year, month: other.month).edtf
    case .stretch(let unit, let count): return stretch(unit, count, from: day, match.isAhead)
    case .calendarOfYear, .weekOf, .calendar, .decade, .century, .fromLast, .sameDay: return nil
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
}
