public import PressModel

/// A day of the Gregorian calendar as people print it: "November 15, 2007", "15 Nov. 2007",
/// "2007-11-15", "11/15/07", "15.11.2007", "15 de noviembre de 2007".
///
/// It is what stands at the head of a document, where a date may be glued to a name or to another
/// date. `DateGrammar` reads the dates of running text, from tokens.
public struct PrintedDate: Hashable, Sendable {
  /// What the order of the parts of a date in digits is known from.
  public enum Order: Hashable, Sendable {
    /// The month has a name, or the year stands first.
    case certain
    /// Only one order is a day: "31/12/2020" and "12/31/2020".
    case dayFirst, monthFirst
    /// Both are: "3/4/2020". Read month first, as the United States write it.
    case open
  }

  public var year: Int
  public var month: Int
  public var day: Int
  /// Where it stands in the bytes that were searched.
  public var span: Span
  public var order = Order.certain

  /// `YYYY-MM-DD`.
  public var iso: String { PartialDate(year: year, month: month, day: day).edtf }

  /// The same read day first, where that is open.
  public var dayFirst: PrintedDate {
    guard order == .open else { return self }
    return PrintedDate(year: year, month: day, day: month, span: span, order: .dayFirst)
  }

  /// Days since 1970-01-01.
  var number: Int { CalendarDay(year: year, month: month, day: day)?.number ?? 0 }

  /// The first whole date within a span.
  public static func first(in bytes: [UInt8], _ span: Span) -> PrintedDate? {
    var offset = max(0, span.start)
    let end = min(span.end, bytes.count)
    guard holdsDigits(4, in: bytes, from: offset, to: end) else { return nil }
    while offset < end {
      let byte = bytes[offset]
      if isDigit(byte) || isLetter(byte) || byte >= 0xC3 {
        let before = offset > 0 ? bytes[offset - 1] : 0x20
        let isAfterMark = before == 0xA0 || (offset > 2 && bytes[offset - 3] == 0xE2)
        let startsWord = !isAlphanumeric(before) || isAfterMark
        // Pages glue a date to a name or to another date: "Jane RoeMay 3, 2019".
        let isGlued =
          isDigit(byte)
          ? isLetter(before)
          : byte >= 0x41 && byte <= 0x5A && (before >= 0x61 && before <= 0x7A || isDigit(before))
        if startsWord || isGlued, let date = starting(at: offset, in: bytes, end: end),
          startsWord || !isDigit(byte) || date.span.count >= 8
        {
          return date
        }
      }
      offset += 1
    }
    return nil
  }

  /// Whether so many digits stand between two offsets: no whole date has less than four.
  private static func holdsDigits(
    _ count: Int, in bytes: [UInt8], from start: Int, to end: Int
  ) -> Bool {
    guard start < end else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var found = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[start..<end])
      where byte >= 0x30 && byte <= 0x39 {
        found += 1
        if found == count { return true }
      }
      return false
    }
  }

  /// All whole dates within a span.
  public static func all(in bytes: [UInt8], _ span: Span) -> [PrintedDate] {
    var dates: [PrintedDate] = []
    var start = span.start
    while let date = first(in: bytes, Span(start, span.end)) {
      dates.append(date)
      start = date.span.end
    }
    return dates
  }

  /// The date that starts at an offset.
  public static func starting(at offset: Int, in bytes: [UInt8], end: Int) -> PrintedDate? {
    var scanner = PrintedDateScanner(bytes: bytes, offset: offset, end: end)
    return scanner.date()
  }

  /// The month that a span consists of: "November 2015".
  public static func month(in bytes: [UInt8], _ span: Span) -> PartialDate? {
    var scanner = PrintedDateScanner(bytes: bytes, offset: span.start, end: span.end)
    return scanner.wholeMonth()
  }

  /// Two digits of a year: 00 to 68 are of this century, as POSIX has it.
  static func fullYear(_ year: Int) -> Int { year < 69 ? 2000 + year : 1900 + year }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80
  }
}
