public import PressModel

/// Completes expressions of time with what the document says of its own day and year.
public struct DateResolver: Sendable {
  /// The document's own day, and what says so.
  let day: (day: CalendarDay, evidence: Evidence)?
  /// Where the text prints the date of issue.
  let issueSpan: Span?
  /// The document's year where no day is known.
  private let textYear: (year: Int, evidence: Evidence)?
  /// The year of a text's only full date: it is that of its paragraph.
  private let paragraphYear: (year: Int, evidence: Evidence, paragraph: Span)?
  /// The months that the text prints with their year, around the document's day.
  let printedMonths: PrintedMonths
  /// Whether words that count from an unknown day are kept, with all digits left open.
  let keepsOpen: Bool
  /// Whether the document may announce what happens at an hour; articles and speeches tell stories.
  let isAnnouncement: Bool

  /// - Parameters:
  ///   - published: the date of issue; nothing else counts as the document's day but a full date
  ///     that stands alone on a line of its head, or that the words call today.
  ///   - title: its year stands in for years that the text leaves out; after it the one year that
  ///     all full dates of the text share, where two days have it; one alone gives it to its
  ///     paragraph. Days that stand for events, as "9/11", give none.
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
    let shared = DateResolver.sharedYear(document, matches)
    paragraphYear = shared.flatMap { year in
      year.paragraph.map { (year.year, year.evidence, $0) }
    }
    if let day {
      textYear = (day.day.components.year, day.evidence)
    } else {
      textYear =
        DateResolver.titleYear(document, matches)
        ?? shared.flatMap { $0.paragraph == nil ? ($0.year, $0.evidence) : nil }
    }
    printedMonths = PrintedMonths(matches, around: day?.day, in: document.text)
  }

  /// The year for a date that names none.
  func year(at span: Span) -> (year: Int, evidence: Evidence)? {
    if let textYear { return textYear }
    guard let year = paragraphYear, year.paragraph.contains(span) else { return nil }
    return (year.year, year.evidence)
  }

  /// A value in EDTF, with what completed it.
  public typealias Resolved = (match: DateMatch, value: String, resolvedFrom: Evidence?)

  /// The values of all matches, which stand in the text's order. A match is left out where the
  /// document's day is needed and unknown, or the date that it counts from.
  public func resolve(_ matches: [DateMatch], in text: Text) -> [Resolved] {
    let matches = withoutLaterEvents(matches)
    var resolved: [Resolved] = []
    var beside: Month?
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
        let bare = known.flatMap { $0.evidence == nil ? $0.date : nil }
        found = besideYear(month, match, known) ?? resolve(match, beside: bare)
        if let found {
          beside = (PartialDate(year: Int(found.value.prefix(4)), month: month), nil)
        }
      } else if case .fromLast(let unit, let count, let isWhole) = match.reading {
        guard let last = resolved.last, isNear(last.match.span, match.span, in: text),
          let value = value(unit, count, isWhole: isWhole, from: last.value)
        else { continue }
        found = (value, Evidence(text: text[last.match.span], span: last.match.span))
      } else if case .calendarOfLast(let date, let years) = match.reading,
        let last = resolved.last, match.span.start - last.match.span.end < 800,
        let year = Int(last.value.prefix(4)), year + years > 0
      {
        found = (
          date.of(year + years).edtf, Evidence(text: text[last.match.span], span: last.match.span)
        )
      } else {
        found =
          dayBeside(index, of: matches, in: text) ?? clocks.printedDay(of: match) ?? resolve(match)
        if case .calendar(let date, nil) = match.reading, date.year != nil, date.month ?? 13 <= 12,
          !Self.namesThing(match.span, in: text), !Self.isEvent(match.reading)
        {
          beside = (date, Evidence(text: text[match.span], span: match.span))
        }
      }
      if let found { resolved.append(clocks.timed(match, found.value, found.resolvedFrom)) }
    }
    clocks.placeRest(&resolved)
    return resolved
  }

  /// A month, and the words that print it with its year.
  private typealias Month = (date: PartialDate, evidence: Evidence?)

  /// "named in January 2012 and confirmed in April": a month behind one that its sentence prints with
  /// the year, half a year on at most or in the next one. "June next" counts from another day.
  private func besideYear(_ month: Int, _ match: DateMatch, _ known: Month?)
    -> (value: String, resolvedFrom: Evidence?)?
  {
    guard let (date, evidence) = known, let evidence, let year = date.year,
      let other = date.month, !match.isAhead, !match.isYearly, !match.isBesideRelation,
      month - other <= 6
    else { return nil }
    let own = other - month > 6 ? year + 1 : year
    return (PartialDate(year: own, month: month).edtf, evidence)
  }

  /// "Saturday, tomorrow": a weekday that a mark parts from a word for the day that it is.
  private func dayBeside(_ index: Int, of matches: [DateMatch], in text: Text)
    -> (value: String, resolvedFrom: Evidence?)?
  {
    guard case .weekday(let weekday, nil) = matches[index].reading, let day else { return nil }
    let span = matches[index].daySpan
    for other in [index - 1, index + 1] where matches.indices.contains(other) {
      guard case .day(let offset) = matches[other].reading else { continue }
      let next = matches[other].daySpan
      let between = text.bytes[min(span.end, next.end)..<max(span.start, next.start)]
      let isMark =
        !between.isEmpty && between.count <= 5
        && between.allSatisfy {
          [0x20, 0x2C, 0x28, 0x2D].contains($0) || $0 >= 0x80
        }
      let found = day.day.adding(days: offset)
      if isMark, found.weekday == weekday { return (found.iso, day.evidence) }
    }
    return nil
  }

  /// "the act of March 2, 1899", "the order of May 2012": a date that is a part of a name.
  private static func namesThing(_ date: Span, in text: Text) -> Bool {
    text.bytes[..<date.start].suffix(4).elementsEqual(" of ".utf8)
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
      if match.isYearly { return (end.map { start.edtf + "/" + $0.edtf } ?? start.edtf, nil) }
      if let beside, let month = start.month, let year = year(at: match.span),
        let other = beside.nearest(month)
      {
        return (start.of(other).edtf, year.evidence)
      }
      return calendar(start, end, of: match)
    case .calendarOfYear(let start, let end, let years):
      guard let year = year(at: match.span), year.year + years > 0 else {
        return calendar(start, end, of: match)
      }
      let (first, last) = (start.of(year.year + years), end?.of(year.year + years))
      return (last.map { first.edtf + "/" + $0.edtf } ?? first.edtf, year.evidence)
    case .calendarOfLast(let date, _): return (date.edtf, nil)
    case .weekOf(let date): return week(of: date, of: match)
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
    case .shiftedUnit(let unit, let count, let other):
      return shifted(unit, count, from: day).flatMap { self.unit(other, 0, from: $0) }
    case .monthAround(let days):
      let other = day.adding(days: days).components
      return PartialDate(year: other.year, month: other.month).edtf
    case .stretch(let unit, let count): return stretch(unit, count, from: day, match.isAhead)
    case .calendarOfYear, .calendarOfLast, .weekOf, .calendar, .decade, .century, .fromLast,
      .sameDay:
      return nil
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
