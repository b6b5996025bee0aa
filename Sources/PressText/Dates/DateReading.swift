public import PressModel
public import PressStage

/// What the words of a date say, before the document says the rest.
public enum DateReading: Hashable, Sendable {
  /// A date of the calendar or, with an end, a range of them.
  case calendar(PartialDate, end: PartialDate?)
  /// Ten years, by the first.
  case decade(Int)
  /// A hundred years, by the first two digits of its years: 19 for the 20th century.
  case century(Int)
  /// ISO 8601's number of a weekday; the direction is -1 for "last", 0 for "this", 1 for "next".
  case weekday(Int, direction: Int?)
  /// Days from the document's own.
  case day(Int)
  /// "last week", "this year", "next month".
  case unit(TimeUnit, Int)
  /// "last August", "this summer": a month or an EDTF season with its direction.
  case month(Int, direction: Int)
  /// "Tuesday of last week": ISO 8601's number of a weekday, weeks from the document's own.
  case weekdayOfWeek(Int, Int)
  /// "the 15th of next month": a day, months from the document's own.
  case dayOfMonth(Int, Int)
  /// "June of last year", "the first half of this year": dates without a year, years from the
  /// document's own.
  case calendarOfYear(PartialDate, end: PartialDate?, Int)
  /// "June of that year": a date without a year, years from the one that the text named before.
  case calendarOfLast(PartialDate, Int)
  /// "the week of March 3": the week that a day lies in.
  case weekOf(PartialDate)
  /// "a year ago this week": the week or month so many units from the document's own.
  case shiftedUnit(TimeUnit, Int, of: TimeUnit)
  /// "two years ago today": so many units from the day that lies so many days from the document's.
  case shifted(TimeUnit, Int, day: Int)
  /// The month of a day so many days from the document's: "six and a half months ago".
  case monthAround(days: Int)
  /// "the last five years", "the next 30 days": so many units up to or from the document's day.
  case stretch(TimeUnit, Int)
  /// "the following day", "two weeks later", "that year": units from the date that the text named
  /// before; whole is the calendar's week or month and not as many days.
  case fromLast(TimeUnit, Int, isWhole: Bool)
  /// A time of day by itself: the day that the text speaks of.
  case sameDay

  /// Whether it can be one day, so that a time of day beside it is a time of that day.
  var canHoldClock: Bool {
    switch self {
    case .calendar(let date, let end): date.day != nil && end == nil
    case .weekday, .day, .weekdayOfWeek, .dayOfMonth, .shifted, .fromLast(.day, _, _): true
    default: false
    }
  }
}

public enum TimeUnit: Int, Sendable {
  case day = 1
  case week
  case month
  case year
  case decade
  case century
  case weekend
  case quarter
  case fortnight
}

/// The order of the parts in `11/12/07`.
public enum NumericDateOrder: String, CaseIterable, Sendable, SettingValue {
  case monthFirst = "month-first"
  case dayFirst = "day-first"
}

/// An expression of time as it stands in a text.
public struct DateMatch: Hashable, Sendable {
  public var span: Span
  public var reading: DateReading
  /// Whether the sentence speaks of what is to come.
  public var isAhead: Bool
  /// Whether the sentence tells what was said or done on the weekday.
  var isPast = false
  /// Whether a verb tells what was done in the month or on the day, so that it has come.
  var isOver = false
  /// Whether "since" stands before it: no day to come.
  var isSince = false
  /// Whether "last" or "next" stands behind it, as in "in July last".
  var isBesideRelation = false
  /// Whether it is that of all years: "October 9 of each year".
  var isYearly = false
  /// Whether the day stands for what happened on it, and has its year from there.
  var isEvent = false
  /// ISO 8601's number of the weekday that stands before a date.
  var weekday: Int?
  /// The time of day that stands beside the date or, with `sameDay`, by itself.
  var clock: DateClock?
  /// The date without its time of day.
  var daySpan: Span

  init(_ span: Span, _ reading: DateReading, isAhead: Bool = false) {
    self.span = span
    self.reading = reading
    self.isAhead = isAhead
    daySpan = span
  }

  /// The day, where the words name all of it.
  public var fullDay: CalendarDay? {
    guard case .calendar(let date, nil) = reading else { return nil }
    return date.calendarDay
  }
}
