public import PressModel

/// A day of the Gregorian calendar as people print it: "November 15, 2007", "15 Nov. 2007",
/// "2007-11-15", "11/15/07", "15.11.2007".
public struct PrintedDate: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// Where it stands in the bytes that were searched.
  public var span: Span

  /// `YYYY-MM-DD`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The first whole date within a span.
  public static func first(in bytes: [UInt8], _ span: Span) -> PrintedDate? {
    var offset = span.start
    while offset < span.end {
      let isAfterSpace = offset > 1 && bytes[offset - 1] == 0xA0 && bytes[offset - 2] == 0xC2
      let startsWord = offset == 0 || isAfterSpace || !isAlphanumeric(bytes[offset - 1])
      if startsWord, isAlphanumeric(bytes[offset]),
        let date = starting(at: offset, in: bytes, end: span.end)
      {
        return date
      }
      offset += 1
    }
    return nil
  }

  /// The date that starts at an offset.
  public static func starting(at offset: Int, in bytes: [UInt8], end: Int) -> PrintedDate? {
    var scanner = Scanner(bytes: bytes, offset: offset, end: end)
    return scanner.date()
  }

  /// Two digits of a year: 00 to 68 are of this century, as POSIX has it.
  static func fullYear(_ year: Int) -> Int { year < 69 ? 2000 + year : 1900 + year }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
      || byte >= 0x80
  }

  private struct Scanner {
    let bytes: [UInt8]
    var offset: Int
    let end: Int
    private var isGlued = false

    init(bytes: [UInt8], offset: Int, end: Int) {
      self.bytes = bytes
      self.offset = offset
      self.end = end
    }

    mutating func date() -> PrintedDate? {
      let start = offset
      skipWeekday()
      if let month = month() { return afterMonth(month, from: start) }
      guard let (first, width) = number(), width <= 4 else { return nil }
      if width == 4 { return yearFirst(first, from: start) }
      if width > 2 { return nil }
      let mark = offset
      if let separator = peek, separator == 0x2F || separator == 0x2E || separator == 0x2D {
        offset += 1
        if let date = numeric(first, separator, from: start) { return date }
        offset = mark
      }
      skipOrdinal()
      skipSeparators()
      skip("of ")
      guard let month = month() else { return nil }
      skipSeparators()
      guard let (year, width) = number(), width == 4 else { return nil }
      return made(year, month, first, from: start)
    }

    private mutating func afterMonth(_ month: Int, from start: Int) -> PrintedDate? {
      skipSeparators()
      guard let (day, width) = number(), width <= 2 else { return nil }
      skipOrdinal()
      skipSeparators()
      guard let year = year() else { return nil }
      return made(year, month, day, from: start)
    }

    /// Four digits. A time may be glued to them: "May 3, 20196:01 PM".
    private mutating func year() -> Int? {
      let mark = offset
      guard let (value, width) = number(), width >= 4 else { return nil }
      guard width > 4 else { return value }
      offset = mark + 4
      isGlued = true
      return value / 10
    }

    private mutating func yearFirst(_ year: Int, from start: Int) -> PrintedDate? {
      guard let separator = peek, separator == 0x2D || separator == 0x2F || separator == 0x2E else {
        return nil
      }
      offset += 1
      guard let (month, width) = number(), width <= 2, peek == separator else { return nil }
      offset += 1
      guard let (day, dayWidth) = number(), dayWidth <= 2 else { return nil }
      return made(year, month, day, from: start)
    }

    /// "11/15/07" is month first, as the United States write it, unless only the other order is a
    /// day; full stops part day, month and year, as Europe writes it.
    private mutating func numeric(
      _ first: Int, _ separator: UInt8, from start: Int
    ) -> PrintedDate? {
      guard let (second, width) = number(), width <= 2, peek == separator else { return nil }
      offset += 1
      guard let (year, yearWidth) = number(), yearWidth == 4 || yearWidth == 2 else { return nil }
      let full = yearWidth == 4 ? year : PrintedDate.fullYear(year)
      if separator == 0x2E, yearWidth == 4, let date = made(full, second, first, from: start) {
        return date
      }
      return made(full, first, second, from: start) ?? made(full, second, first, from: start)
    }

    private func made(_ year: Int, _ month: Int, _ day: Int, from start: Int) -> PrintedDate? {
      guard year >= 1000, (1...12).contains(month), day >= 1, day <= length(month, year) else {
        return nil
      }
      if !isGlued, offset < end, PrintedDate.isAlphanumeric(bytes[offset]), bytes[offset] != 0x54 {
        return nil
      }
      return PrintedDate(year: year, month: month, day: day, span: Span(start, offset))
    }

    private func length(_ month: Int, _ year: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private var peek: UInt8? { offset < end ? bytes[offset] : nil }

    private mutating func number() -> (value: Int, width: Int)? {
      let start = offset
      var value = 0
      while let byte = peek, byte >= 0x30, byte <= 0x39, offset - start < 5 {
        value = value * 10 + Int(byte - 0x30)
        offset += 1
      }
      return offset > start ? (value, offset - start) : nil
    }

    private mutating func skipOrdinal() {
      for ending in ["st", "nd", "rd", "th"] where skip(ending) { return }
    }

    private mutating func skipSeparators() {
      var count = 0
      while let byte = peek, count < 4 {
        if byte == 0x20 || byte == 0x2C || byte == 0x2E || byte == 0x09 || byte == 0x2D {
          offset += 1
        } else if byte == 0xC2, offset + 1 < end, bytes[offset + 1] == 0xA0 {
          offset += 2
        } else {
          return
        }
        count += 1
      }
    }

    private mutating func skipWeekday() {
      let mark = offset
      guard let word = word(), PrintedDate.weekdays.contains(where: { word.isAbbreviation(of: $0) })
      else {
        offset = mark
        return
      }
      skipSeparators()
    }

    private mutating func month() -> Int? {
      let mark = offset
      guard let word = word(),
        let index = PrintedDate.months.firstIndex(where: { word.isAbbreviation(of: $0) })
      else {
        offset = mark
        return nil
      }
      return index + 1
    }

    /// The ASCII letters at the offset, in lower case; nil where a longer word stands there.
    private mutating func word() -> [UInt8]? {
      var letters: [UInt8] = []
      while let byte = peek, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        guard letters.count < 10 else { return nil }
        letters.append(byte | 0x20)
        offset += 1
      }
      return letters.isEmpty ? nil : letters
    }

    @discardableResult
    private mutating func skip(_ word: String) -> Bool {
      let letters = Array(word.utf8)
      guard offset + letters.count <= end else { return false }
      for (index, letter) in letters.enumerated() {
        let byte = bytes[offset + index]
        guard byte == letter || (letter >= 0x61 && byte | 0x20 == letter) else { return false }
      }
      offset += letters.count
      return true
    }
  }

  fileprivate static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  fileprivate static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }
}

extension [UInt8] {
  /// Whether these letters are a word or its first three or four: "nov", "sept", "november".
  fileprivate func isAbbreviation(of word: [UInt8]) -> Bool {
    self == word || ((count == 3 || count == 4) && word.starts(with: self))
  }
}
