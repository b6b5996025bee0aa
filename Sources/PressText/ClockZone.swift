import PressModel

/// A zone of time as people print it behind an hour: "EST", "E.D.T.", "ET", "Pacific Time", "GMT".
public struct ClockZone: Hashable, Sendable {
  /// Minutes east of UTC; in winter, where the zone has summer time.
  let minutes: Int
  /// Whether the name says nothing of summer or winter, and the law of the United States does.
  let hasAmericanSummer: Bool

  /// "+01:00", on a day and at an hour of the zone's own.
  func offset(on day: CalendarDay, hour: Int) -> String {
    let saves = hasAmericanSummer && Self.isAmericanSummer(day, hour: hour)
    let minutes = minutes + (saves ? 60 : 0)
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + ClockTime.two(size / 60) + ":" + ClockTime.two(size % 60)
  }

  /// The zone whose name starts at an offset, and where the name ends. A name of one word has a
  /// capital, and letters that stand for a name are capitals all: "MT", not "Mt."
  static func starting(at offset: Int, in bytes: [UInt8], end: Int) -> (zone: ClockZone, end: Int)?
  {
    guard offset < end, bytes[offset] | 0x20 >= 0x61, bytes[offset] | 0x20 <= 0x7A,
      let found = names.prefix(of: Span(offset, end), in: bytes)
    else { return nil }
    let name = bytes[offset..<found.span.end]
    if !name.contains(0x20) {
      let isShort = name.count < 6
      guard bytes[offset] < 0x61, !isShort || !name.contains(where: { $0 >= 0x61 }) else {
        return nil
      }
    }
    let parts = found.value.split(separator: " ")
    guard let minutes = parts.first.flatMap({ Int($0) }) else { return nil }
    return (ClockZone(minutes: minutes, hasAmericanSummer: parts.count > 1), found.span.end)
  }

  private static let names = PhraseTable("time-zones")

  /// Daylight saving time as 15 U.S.C. 260a has it since 2007: from two o'clock on the second Sunday
  /// of March to two o'clock on the first Sunday of November. Before, from the first Sunday of April
  /// to the last of October (1987 to 2006); earlier years are taken to be like these. The hour that
  /// is left out in spring and the one that comes twice in autumn are read as winter time, which is
  /// the later moment: a promise is not broken by an hour.
  private static func isAmericanSummer(_ day: CalendarDay, hour: Int) -> Bool {
    let (year, month, number) = day.components
    func sunday(_ month: Int, from first: Int) -> Int {
      guard let day = CalendarDay(year: year, month: month, day: first) else { return first }
      return first + 7 - day.weekday
    }
    let isNew = year >= 2007
    let (start, end) = isNew ? (3, 11) : (4, 10)
    if month > start, month < end { return true }
    if month == start {
      let first = sunday(start, from: isNew ? 8 : 1)
      return number > first || number == first && hour >= 3
    }
    guard month == end else { return false }
    let last = sunday(end, from: isNew ? 1 : 25)
    return number < last || number == last && hour < 1
  }
}
