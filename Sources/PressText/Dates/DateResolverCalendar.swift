import PressModel

/// The years of dates that name none.
extension DateResolver {
  func calendar(_ start: PartialDate, _ end: PartialDate?, of match: DateMatch)
    -> (String, Evidence?)
  {
    var start = start
    var end = end
    var evidence: Evidence?
    let endMonth = end?.month ?? 0
    if start.year == nil, let endYear = end?.year {
      start.year = endYear
    } else if start.year == nil, let printed = printedMonths.year(of: start) {
      start.year = printed.year
      evidence = printed.evidence
    } else if start.year == nil, let year = year(at: match.span) {
      start.year = nearestYear(start, year.year, match)
      evidence = year.evidence
    }
    if let year = start.year, end != nil, end?.year == nil {
      end?.year = endMonth < (start.month ?? 0) ? year + 1 : year
    }
    let value = end.map { start.edtf + "/" + $0.edtf } ?? start.edtf
    return (value, evidence)
  }

  /// The year that brings a month or day nearest to the document's own day; the next behind it where
  /// the sentence speaks of what is to come, one before it where it tells what was.
  private func nearestYear(_ date: PartialDate, _ year: Int, _ match: DateMatch) -> Int {
    guard let day, let month = date.month, month <= 12 else { return year }
    let candidates = [year, year - 1, year + 1].compactMap { year in
      CalendarDay(
        year: year, month: month,
        day: min(date.day ?? 15, CalendarDay.length(ofMonth: month, year: year)))
    }
    if match.isSince || match.isOver {
      // Of a bare month the middle is counted, and the month may have begun. A day of issue may lie
      // some days before what its text tells.
      let today = day.day.number + (date.day == nil ? 14 : match.isOver ? 7 : 0)
      if let last = candidates.filter({ $0.number <= today }).max() { return last.components.year }
    }
    // A plan that is told of some weeks late is still the old one.
    if match.isAhead, let next = candidates.filter({ $0.number >= day.day.number - 60 }).min() {
      return next.components.year
    }
    // "announced a meeting for May" tells what was done, and what is to come soon.
    if match.isPast, let last = candidates.filter({ $0.number <= day.day.number + 100 }).max() {
      return last.components.year
    }
    let nearest = candidates.min {
      abs($0.number - day.day.number) < abs($1.number - day.day.number)
    }
    return nearest?.components.year ?? year
  }
}

/// Months and days that a text prints with their year, some months from the document's own day: "in
/// September" is the September that the text names.
struct PrintedMonths: Sendable {
  private typealias Year = (year: Int, evidence: Evidence)

  /// By the number of the month, and of the day in it or 0 for the whole month: the year of the first
  /// that is printed, and nil where others have another.
  private var years: [Int: Year?] = [:]
  /// Whether a bare month is one of them; where no day is known it may be that of any year.
  private let hasMonths: Bool

  init(_ matches: [DateMatch], around day: CalendarDay?, in text: Text) {
    hasMonths = day != nil
    for match in matches where !DateResolver.isEvent(match.reading) {
      guard case .calendar(let date, nil) = match.reading, let year = date.year,
        let month = date.month,
        month <= 12, let other = CalendarDay(year: year, month: month, day: date.day ?? 15)
      else { continue }
      if let day, abs(other.number - day.number) >= 300 { continue }
      let evidence = Evidence(text: text[match.daySpan], span: match.daySpan)
      note((year, evidence), Self.key(month, 0))
      if let day = date.day { note((year, evidence), Self.key(month, day)) }
    }
  }

  private mutating func note(_ year: Year, _ key: Int) {
    guard let known = years[key] else {
      years[key] = year
      return
    }
    if let known, known.year != year.year { years[key] = .some(nil) }
  }

  private static func key(_ month: Int, _ day: Int) -> Int { month * 100 + day }

  /// The one year of the month, and of the day where one is named; nil where the text prints none or
  /// several.
  func year(of date: PartialDate) -> (year: Int, evidence: Evidence)? {
    guard hasMonths || date.day != nil, let month = date.month else { return nil }
    return years[Self.key(month, date.day ?? 0)] ?? nil
  }
}
