/// The first and the last day that a date in EDTF (ISO 8601-2) can mean, for putting dates in order.
public struct DateBounds: Hashable, Comparable, Sendable {
  public var first: CalendarDay
  public var last: CalendarDay

  /// Nil where no year is known. An open end of a range counts as the other end.
  public init?(edtf value: String) {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    let read = ends.map { Self.bounds(Array($0.utf8)) }
    let known = read.compactMap { $0 }
    guard ends.count <= 2, let one = known.first, let other = known.last else { return nil }
    first = min(one.0, other.0)
    last = max(one.1, other.1)
  }

  /// By the first day; of two that start together the longer comes first, as a year before its
  /// months.
  public static func < (left: DateBounds, right: DateBounds) -> Bool {
    left.first != right.first ? left.first < right.first : left.last > right.last
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
