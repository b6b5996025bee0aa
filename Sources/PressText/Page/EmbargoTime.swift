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
    return "\(date.iso)T\(ClockTime.two(hour)):\(ClockTime.two(clock?.minute ?? 0)):00\(zone)"
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

  /// The offset of the zone that a line names; of one without summer time first, which is exact.
  private static func zone(
    _ line: Span, in bytes: [UInt8], on day: String, hour: Int
  ) -> String {
    guard let day = CalendarDay(iso: day) else { return "" }
    var zones: [ClockZone] = []
    for offset in line.start..<line.end
    where offset == 0 || !PrintedDate.isAlphanumeric(bytes[offset - 1]) {
      guard let zone = ClockZone.starting(at: offset, in: bytes, end: line.end)?.zone else {
        continue
      }
      zones.append(zone)
    }
    let zone = zones.first { !$0.hasAmericanSummer } ?? zones.first
    return zone?.offset(on: day, hour: hour) ?? ""
  }
}
