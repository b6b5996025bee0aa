import PressModel

/// A time of day in hours and minutes.
public struct ClockTime: Hashable, Sendable {
  /// 0 to 23.
  var hour: Int
  var minute: Int
  /// Whether no "a.m.", "p.m." or leading zero says which half of the day it is.
  var isOpen = false

  /// `HH:MM:00`.
  var iso: String { Self.two(hour) + ":" + Self.two(minute) + ":00" }

  /// Minutes since midnight.
  var minutes: Int { hour * 60 + minute }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The time of day beside a date, or a stretch of one, with the zone that is printed.
public struct DateClock: Hashable, Sendable {
  var start: ClockTime
  var end: ClockTime?
  var zone: ClockZone?
  /// Whether it is written as on a clock of 24 hours, without "a.m." and "p.m."
  var isBare: Bool

  /// Whether it shows that the document counts 24 hours: "14:30", "09:00".
  var countsTwentyFour: Bool { isBare && !(start.isOpen && end?.isOpen ?? true) }

  /// EDTF with time, on a day; nil where the half of the day is open.
  ///
  /// - Parameter isOfTwentyFour: whether the document counts the hours to 24, so that "2:30" is in
  ///   the night.
  func value(on day: CalendarDay, isOfTwentyFour: Bool) -> String? {
    let isKnown = isOfTwentyFour || zone.map { !$0.hasAmericanSummer && $0.minutes >= 0 } ?? false
    // From ten o'clock to half past twelve, "10:30" is read as it is printed: by day.
    for time in [start, end ?? start] where time.isOpen && !isKnown && time.hour < 10 { return nil }
    let first = moment(start, on: day)
    guard let end else { return first }
    if end.minutes > start.minutes { return first + "/" + moment(end, on: day) }
    // "9 p.m. to 2 a.m.", "6 a.m. to midnight"
    guard end.minutes == 0 || start.hour >= 12 && end.hour < 12 && !end.isOpen else { return nil }
    return first + "/" + moment(end, on: day.adding(days: 1))
  }

  private func moment(_ time: ClockTime, on day: CalendarDay) -> String {
    day.iso + "T" + time.iso + (zone?.offset(on: day, hour: time.hour) ?? "")
  }
}
