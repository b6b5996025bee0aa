import PressModel

/// A zone of time as people print it behind an hour: "EST", "E.D.T.", "ET", "Pacific Time", "GMT".
public struct ClockZone: Hashable, Sendable {
  /// Minutes east of UTC; in winter, where the zone has summer time.
  let minutes: Int
  /// Whether the name says nothing of summer or winter, and the law of the United States does.
  let hasAmericanSummer: Bool

  /// "+01:00", on a day and at an hour of the zone's own.
  func offset(on day: CalendarDay, hour: Int) -> String {
    let minutes = minutes(on: day, hour: hour)
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + ClockTime.two(size / 60) + ":" + ClockTime.two(size % 60)
  }

  /// Minutes east of UTC on a day and at an hour of the zone's own.
  func minutes(on day: CalendarDay, hour: Int) -> Int {
    minutes + (hasAmericanSummer && Self.isAmericanSummer(day, hour: hour) ? 60 : 0)
  }

  /// "+01:00", "-0500", "+2", and where it ends; nil for more than fourteen hours.
  static func offset(at offset: Int, in bytes: [UInt8], end: Int) -> (zone: ClockZone, end: Int)? {
    func digits(_ offset: inout Int) -> Int? {
      let start = offset
      var value = 0
      while offset < end, offset < start + 2, PrintedDate.isDigit(bytes[offset]) {
        value = value * 10 + Int(bytes[offset] - 0x30)
        offset += 1
      }
      return offset > start ? value : nil
    }
    guard offset < end, bytes[offset] == 0x2B || bytes[offset] == 0x2D else { return nil }
    let isEast = bytes[offset] == 0x2B
    var next = offset + 1
    guard let hours = digits(&next), hours <= 14 else { return nil }
    var behind = next
    if behind < end, bytes[behind] == 0x3A { behind += 1 }
    var minutes = 0
    if let found = digits(&behind), found < 60 { (minutes, next) = (found, behind) }
    guard next == end || !PrintedDate.isAlphanumeric(bytes[next]) else { return nil }
    let size = hours * 60 + minutes
    return (ClockZone(minutes: isEast ? size : -size, hasAmericanSummer: false), next)
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
