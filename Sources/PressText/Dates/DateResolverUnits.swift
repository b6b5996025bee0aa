import PressModel

/// Units of time from a day: weeks of the calendar, stretches, and steps from another date.
extension DateResolver {
  func unit(_ unit: TimeUnit, _ offset: Int, from day: CalendarDay) -> String? {
    let now = day.components
    switch unit {
    case .year: return now.year + offset > 0 ? PartialDate(year: now.year + offset).edtf : nil
    case .month: return moved(PartialDate(year: now.year, month: now.month), months: offset)?.edtf
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
    case .decade: return String(now.year / 10 + offset) + "X"
    case .century: return String(now.year / 100 + offset) + "XX"
    case .day, .fortnight: return nil
    }
  }

  /// The seven days around a day; the day itself where its year is not known.
  func week(of date: PartialDate, of match: DateMatch) -> (String, Evidence?) {
    let known = calendar(date, nil, of: match)
    guard let day = CalendarDay(iso: known.0), let week = unit(.week, 0, from: day) else {
      return known
    }
    return (week, known.1)
  }

  /// From the document's day on, or up to it, in dates as exact as the unit.
  func stretch(_ unit: TimeUnit, _ count: Int, from day: CalendarDay, _ isAhead: Bool) -> String? {
    let now = day.components
    let other: PartialDate?
    let own: PartialDate
    switch unit {
    case .day:
      other = PartialDate(day.adding(days: count))
      own = PartialDate(day)
    case .month:
      own = PartialDate(year: now.year, month: now.month)
      other = moved(own, months: count)
    case .year:
      own = PartialDate(year: now.year)
      other = PartialDate(year: now.year + count)
    // The weekend before, or after where the sentence speaks of what is to come.
    case .weekend: return self.unit(.weekend, isAhead || day.weekday >= 6 ? 0 : -1, from: day)
    case .week, .decade, .century, .quarter, .fortnight: return nil
    }
    guard let other, let year = other.year, year > 0 else { return nil }
    return count < 0 ? other.edtf + "/" + own.edtf : own.edtf + "/" + other.edtf
  }

  /// The month so many months on; nil before the year 1.
  func moved(_ date: PartialDate, months: Int) -> PartialDate? {
    let months = (date.year ?? 0) * 12 + (date.month ?? 1) - 1 + months
    guard months >= 12 else { return nil }
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }

  /// The same day of other years, months or weeks; the last of a month that is too short.
  func shifted(_ unit: TimeUnit, _ count: Int, from day: CalendarDay) -> CalendarDay? {
    guard unit != .week else { return day.adding(days: 7 * count) }
    let parts = day.components
    let date = PartialDate(year: parts.year, month: parts.month)
    guard let month = moved(date, months: unit == .year ? 12 * count : count),
      let year = month.year, let number = month.month
    else { return nil }
    let length = CalendarDay.length(ofMonth: number, year: year)
    return CalendarDay(year: year, month: number, day: min(parts.day, length))
  }

  /// A date so many units from another one's value; nil where that is not exact enough.
  func value(_ unit: TimeUnit, _ count: Int, isWhole: Bool, from value: String) -> String? {
    guard let date = date(value, isLast: count > 0), let year = date.year else { return nil }
    switch unit {
    case .day: return date.calendarDay?.adding(days: count).iso
    case .week:
      guard let day = date.calendarDay else { return nil }
      return isWhole ? self.unit(.week, count, from: day) : day.adding(days: 7 * count).iso
    case .fortnight: return date.calendarDay?.adding(days: 14 * count).iso
    case .month:
      guard let month = date.month, month <= 12 else { return nil }
      return moved(PartialDate(year: year, month: month), months: count)?.edtf
    case .year, .decade:
      let other = year + (unit == .year ? count : 10 * count)
      return unit == .decade && isWhole || other < 1 ? nil : PartialDate(year: other).edtf
    case .century, .weekend, .quarter: return nil
    }
  }

  /// A date, or an end of a range, from its EDTF; nil where digits are left open. A time of day does
  /// not count.
  private func date(_ value: String, isLast: Bool) -> PartialDate? {
    let bytes = Array(value.utf8)
    let sides = bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard let side = isLast ? sides.last : sides.first else { return nil }
    var numbers: [Int] = []
    for part in side.prefix(while: { $0 != 0x54 }).split(
      separator: 0x2D, omittingEmptySubsequences: false)
    {
      guard let number = Int(String(decoding: part, as: UTF8.self)) else { return nil }
      numbers.append(number)
    }
    guard let year = numbers.first, year >= 1, year <= 9000, numbers.count <= 3 else { return nil }
    return PartialDate(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}
