import PressModel

/// A day or moment as programs write it: the forms of ISO 8601 and RFC 2822, "2019-05-03 10:00:00
/// +0200", seconds or milliseconds since 1970; else a day as people print it.
public struct MachineDate: Hashable, Sendable {
  /// `YYYY-MM-DD`.
  public var day: String
  /// `YYYY-MM-DDTHH:MM`, with seconds where they are written, and an offset; nil where the value
  /// gives no time, or a time without the offset that makes it a moment.
  public var moment: String?
  /// The day with month and day exchanged, where "03/05/2019" leaves open which is which.
  public var otherOrder: String?

  /// nil where the value gives no whole day.
  public init?(_ value: String) {
    let bytes = Array(value.utf8)
    let span = TextLine.trimmed(Span(0, bytes.count), in: bytes)
    guard !span.isEmpty, span.count <= 80 else { return nil }
    let trimmed = Array(bytes[span.start..<span.end])
    if trimmed.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      guard let day = Self.day(ofDigits: trimmed) else { return nil }
      self.day = day
      return
    }
    let whole = Span(0, trimmed.count)
    guard let date = PrintedDate.first(in: trimmed, whole) else { return nil }
    day = date.iso
    moment = Self.time(trimmed, after: date.span.end).map { date.iso + "T" + $0 }
    otherOrder = Self.otherOrder(of: date, in: trimmed)
  }

  /// What a date of two numbers and a year is with the numbers exchanged; nil for other forms.
  public static func otherOrder(of date: PrintedDate, in bytes: [UInt8]) -> String? {
    guard date.month <= 12, date.day <= 12, date.month != date.day else { return nil }
    let words = bytes[date.span.start..<date.span.end]
    let isNumeric = words.allSatisfy { $0 < 0x3A }
    guard isNumeric, let mark = words.firstIndex(where: { $0 < 0x30 }),
      mark - words.startIndex <= 2
    else { return nil }
    var other = date
    (other.month, other.day) = (date.day, date.month)
    return other.iso
  }

  /// "20190503", and seconds or milliseconds since the start of 1970 (UTC) of 1990 to 2099.
  private static func day(ofDigits digits: [UInt8]) -> String? {
    var number = 0
    guard digits.count <= 13 else { return nil }
    for digit in digits { number = number * 10 + Int(digit - 0x30) }
    switch digits.count {
    case 8:
      let text = [digits[0..<4], digits[4..<6], digits[6..<8]].joined(separator: [0x2D])
      let bytes = Array(text)
      return PrintedDate.starting(at: 0, in: bytes, end: bytes.count)?.iso
    case 9, 10: return civil(number / 86_400)
    case 12, 13: return civil(number / 86_400_000)
    default: return nil
    }
  }

  /// The day so many days after 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date
  /// algorithms").
  private static func civil(_ days: Int) -> String? {
    guard (7_305..<47_482).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return PrintedDate(year: year, month: month, day: day, span: Span(0, 0)).iso
  }

  /// `HH:MM` or `HH:MM:SS` and an offset; nil without either.
  private static func time(_ bytes: [UInt8], after end: Int) -> String? {
    var offset = end
    while offset < bytes.count, [0x54, 0x74, 0x20, 0x2C].contains(bytes[offset]) { offset += 1 }
    func pair() -> Int? {
      guard offset + 1 < bytes.count, (0x30...0x39).contains(bytes[offset]),
        (0x30...0x39).contains(bytes[offset + 1])
      else { return nil }
      offset += 2
      return Int(bytes[offset - 2] - 0x30) * 10 + Int(bytes[offset - 1] - 0x30)
    }
    func skip(_ byte: UInt8) -> Bool {
      guard offset < bytes.count, bytes[offset] == byte else { return false }
      offset += 1
      return true
    }
    let start = offset
    guard let hour = pair(), hour < 24, skip(0x3A), let minute = pair(), minute < 60 else {
      return nil
    }
    var stop = offset
    if skip(0x3A), let second = pair(), second <= 60 { stop = offset } else { offset = stop }
    let clock = String(decoding: bytes[start..<stop], as: UTF8.self)
    if skip(0x2E) {
      while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    }
    while skip(0x20) {}
    let rest = String(decoding: bytes[offset...], as: UTF8.self)
    if ["Z", "z", "GMT", "UTC"].contains(rest) { return clock + "Z" }
    let isAhead = skip(0x2B)
    guard isAhead || skip(0x2D), let hours = pair(), hours <= 14 else { return nil }
    _ = skip(0x3A)
    let minutes = pair() ?? 0
    guard minutes < 60, offset == bytes.count else { return nil }
    let number = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return clock + (isAhead ? "+" : "-") + number(hours) + ":" + number(minutes)
  }
}
