/// The first and the last day that a date in EDTF (ISO 8601-2) can mean, for putting dates in order.
public struct DateBounds: Hashable, Comparable, Sendable {
  public var first: CalendarDay
  public var last: CalendarDay
  /// The moments of the first and the last time of day, in minutes since the first day began at
  /// UTC; nil where the value names no time.
  private var firstMinute: Int?
  private var lastMinute: Int?

  /// Nil where no year is known. An open end of a range counts as the other end.
  ///
  /// - Parameter offset: minutes east of UTC, for times that name no zone.
  public init?(edtf value: String, offset: Int = 0) {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    let read = ends.map { Self.bounds(Array($0.utf8)) }
    let known = read.compactMap { $0 }
    guard ends.count <= 2, let one = known.first, let other = known.last else { return nil }
    first = min(one.0, other.0)
    last = max(one.1, other.1)
    let times = ends.map { Self.clock($0) }
    guard let start = times.first ?? nil, let end = times.last ?? nil else { return }
    firstMinute = start.minutes - (start.offset ?? offset)
    lastMinute = (last.number - first.number) * 1440 + end.minutes - (end.offset ?? offset)
  }

  /// Minutes east of UTC of the first time of a value that names its zone.
  public static func offset(ofEDTF value: String) -> Int? {
    value.split(separator: "/").first.flatMap { clock($0)?.offset }
  }

  /// By the first day; of two that start on one day the one without a time of day comes first and,
  /// if neither has one, the longer, as a year before its months; else the earlier moment.
  public static func < (left: DateBounds, right: DateBounds) -> Bool {
    if left.first != right.first { return left.first < right.first }
    guard let one = left.firstMinute, let other = right.firstMinute else {
      guard left.firstMinute == nil, right.firstMinute == nil else {
        return left.firstMinute == nil
      }
      return left.last > right.last
    }
    return one != other ? one < other : left.lastMinute ?? one > right.lastMinute ?? other
  }

  /// `Thh:mm` and an offset, behind a day.
  private static func clock(_ value: Substring) -> (minutes: Int, offset: Int?)? {
    let time = value.utf8.drop { $0 != 0x54 }.dropFirst()
    let bytes = Array(time)
    guard bytes.count >= 5, bytes[2] == 0x3A, let hour = number(bytes[0..<2], unknown: nil),
      let minute = number(bytes[3..<5], unknown: nil)
    else { return nil }
    let minutes = hour * 60 + minute
    if bytes.last == 0x5A { return (minutes, 0) }
    let zone = bytes.suffix(6)
    guard bytes.count >= 11, let sign = zone.first, sign == 0x2B || sign == 0x2D,
      let hours = number(zone.dropFirst().prefix(2), unknown: nil),
      let rest = number(zone.suffix(2), unknown: nil)
    else { return (minutes, nil) }
    return (minutes, (sign == 0x2D ? -1 : 1) * (hours * 60 + rest))
  }

  /// Of one date: a year, month, season or day; `X` for a digit that is not known at the end.
  private static func bounds(_ bytes: [UInt8]) -> (CalendarDay, CalendarDay)? {
    let parts = bytes.filter { ![0x3F, 0x7E, 0x25].contains($0) }
      .prefix { $0 != 0x54 }
      .split(separator: 0x2D, omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, parts.count <= 3,
      let earliest = number(year, unknown: 0x30), let latest = number(year, unknown: 0x39),
      year[year.startIndex] != 0x58
    else { return nil }
    func span(_ from: (Int, Int), _ to: (Int, Int)) -> (CalendarDay, CalendarDay)? {
      let end = CalendarDay.length(ofMonth: to.1, year: latest + to.0)
      guard let first = CalendarDay(year: earliest, month: from.0, day: from.1),
        let last = CalendarDay(year: latest + to.0, month: to.1, day: end)
      else { return nil }
      return (first, last)
    }
    guard parts.count > 1, let month = number(parts[1], unknown: nil) else {
      return span((1, 1), (0, 12))
    }
    // Seasons of ISO 8601-2: 21 spring to 24 winter, which starts in December.
    if (21...24).contains(month) {
      let start = (month - 20) * 3
      return span((start, 1), month == 24 ? (1, 2) : (0, start + 2))
    }
    guard (1...12).contains(month) else { return nil }
    guard parts.count > 2, let day = number(parts[2], unknown: nil) else {
      return span((month, 1), (0, month))
    }
    guard let first = CalendarDay(year: earliest, month: month, day: day) else { return nil }
    return (first, first)
  }

  /// Digits as a number, `X` as the digit given; nil for anything else.
  private static func number(_ digits: ArraySlice<UInt8>, unknown: UInt8?) -> Int? {
    var value = 0
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    for digit in digits {
      guard let digit = digit == 0x58 ? unknown : digit, digit >= 0x30, digit <= 0x39 else {
        return nil
      }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
