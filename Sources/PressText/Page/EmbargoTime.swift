public import PressModel

/// The moment that an embargo line names: "EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2020".
public enum EmbargoTime {
  /// ISO 8601 date-time, with the offset of the zone where one is printed; midnight where the line
  /// names a day alone; nil where it names no day.
  public static func iso(_ line: Span, in bytes: [UInt8]) -> String? {
    guard let date = PrintedDate.first(in: bytes, line) else { return nil }
    let clock = clock(line, in: bytes, besides: date.span)
    let hour = clock?.hour ?? 0
    let zone = zone(line, in: bytes, on: date.iso, hour: hour)
    return "\(date.iso)T\(two(hour)):\(two(clock?.minute ?? 0)):00\(zone)"
  }

  private static func clock(
    _ line: Span, in bytes: [UInt8], besides date: Span
  ) -> (hour: Int, minute: Int)? {
    var offset = line.start
    while offset < line.end {
      let isFree =
        !date.contains(offset) && (offset == 0 || !PrintedDate.isAlphanumeric(bytes[offset - 1]))
      if isFree, let word = named(bytes, offset, line.end) { return word }
      guard isFree, let hour = number(bytes, &offset, line.end) else {
        offset += 1
        continue
      }
      var minute = 0
      var hasMinutes = false
      if offset < line.end, bytes[offset] == 0x3A || bytes[offset] == 0x2E {
        var next = offset + 1
        if let value = number(bytes, &next, line.end), value < 60 {
          (minute, hasMinutes, offset) = (value, true, next)
        }
      }
      var rest = offset
      while rest < line.end, bytes[rest] == 0x20 { rest += 1 }
      let letter = rest < line.end ? bytes[rest] | 0x20 : 0
      let isHalf = letter == 0x61 || letter == 0x70
      let marks = bytes[min(rest + 1, line.end)..<min(rest + 3, line.end)]
      if isHalf, hour >= 1, hour <= 12, marks.contains(where: { $0 | 0x20 == 0x6D }) {
        return (hour % 12 + (letter == 0x70 ? 12 : 0), minute)
      }
      if hasMinutes, hour < 24 { return (hour, minute) }
    }
    return nil
  }

  /// "noon" and "midnight", the first moment of the day.
  private static func named(
    _ bytes: [UInt8], _ offset: Int, _ end: Int
  ) -> (hour: Int, minute: Int)? {
    guard let found = words.prefix(of: Span(offset, end), in: bytes) else { return nil }
    return (found.value == "noon" ? 12 : 0, 0)
  }

  private static let words = PhraseTable("release-labels") { $0.count > 1 && $0[1] == $0[0] }

  private static func number(_ bytes: [UInt8], _ offset: inout Int, _ end: Int) -> Int? {
    var value = 0
    let start = offset
    while offset < end, offset - start < 3, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    return offset > start && offset - start <= 2 ? value : nil
  }

  private static func zone(
    _ line: Span, in bytes: [UInt8], on day: String, hour: Int
  ) -> String {
    let words = bytes[line.start..<line.end].split { !PrintedDate.isAlphanumeric($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    for (name, offset) in zones where words.contains(name) { return offset }
    for (name, standard) in americanZones where words.contains(name) {
      let saves = isAmericanSummer(day, hour: hour)
      return "-0\(standard - (saves ? 1 : 0)):00"
    }
    return ""
  }

  /// Zones of the United States that have summer time, in hours west of UTC in winter.
  private static let americanZones = [
    ("ET", 5), ("Eastern", 5), ("CT", 6), ("Central", 6), ("MT", 7), ("Mountain", 7), ("PT", 8),
    ("Pacific", 8),
  ]

  /// Daylight saving time as 15 U.S.C. 260a has it since 2007: from two o'clock on the second Sunday
  /// of March to two o'clock on the first Sunday of November. Before, from the first Sunday of April
  /// to the last of October (1987 to 2006); earlier years are taken to be like these. The hour that
  /// is left out in spring and the one that comes twice in autumn are read as winter time, which is
  /// the later moment: a promise is not broken by an hour.
  private static func isAmericanSummer(_ day: String, hour: Int) -> Bool {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    let (year, month, number) = (parts[0], parts[1], parts[2])
    func sunday(_ month: Int, from first: Int) -> Int {
      // The weekday of the day `first`, 0 for Sunday (Sakamoto's method).
      let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
      let base = month < 3 ? year - 1 : year
      let weekday = (base + base / 4 - base / 100 + base / 400 + shifts[month - 1] + first) % 7
      return first + (7 - weekday) % 7
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

  private static let zones = [
    ("GMT", "+00:00"), ("UTC", "+00:00"), ("BST", "+01:00"), ("CET", "+01:00"),
    ("CEST", "+02:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"),
    ("CDT", "-05:00"), ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"),
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
