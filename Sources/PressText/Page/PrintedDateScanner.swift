import PressModel

/// Reads one `PrintedDate` from an offset on.
struct PrintedDateScanner {
  let bytes: [UInt8]
  var offset: Int
  let end: Int
  private var isGlued = false

  init(bytes: [UInt8], offset: Int, end: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = min(end, bytes.count)
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
    skipJoint()
    guard let month = month() else { return nil }
    skipSeparators()
    skipJoint()
    guard let year = year() else { return nil }
    return made(year, month, first, from: start)
  }

  /// A month and its year and nothing else: "November 2015".
  mutating func wholeMonth() -> PartialDate? {
    guard let month = month() else { return nil }
    skipSeparators()
    guard let (year, width) = number(), width == 4, (1500..<2200).contains(year), offset == end
    else { return nil }
    return PartialDate(year: year, month: month)
  }

  private mutating func afterMonth(_ month: Int, from start: Int) -> PrintedDate? {
    skipSeparators()
    guard let (day, width) = number(), width <= 2 else { return nil }
    skipOrdinal()
    skipSeparators()
    guard let year = year() else { return nil }
    return made(year, month, day, from: start)
  }

  /// Four digits. A time or a count may be glued to them: "May 3, 20196:01 PM".
  private mutating func year() -> Int? {
    let mark = offset
    guard let (value, width) = number(), width >= 4 else { return nil }
    guard width > 4 else { return value }
    offset = mark + 4
    isGlued = true
    return value / 10
  }

  private mutating func yearFirst(_ year: Int, from start: Int) -> PrintedDate? {
    guard let separator = peek else { return nil }
    if separator >= 0x80 { return eastAsian(year, from: start) }
    if separator == 0x20 {
      // "2019 May 3", as catalogues of journals write it.
      offset += 1
      guard let month = month(), peek == 0x20 else { return nil }
      offset += 1
      guard let day = shortNumber() else { return nil }
      return made(year, month, day, from: start)
    }
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    offset += 1
    // Addresses name the month: "2019/may/03".
    guard let month = month() ?? shortNumber(), peek == separator else { return nil }
    offset += 1
    guard let day = shortNumber() else { return nil }
    return made(year, month, day, from: start)
  }

  /// The characters for year, month and day behind each number, of Chinese and Japanese or Korean.
  private mutating func eastAsian(_ year: Int, from start: Int) -> PrintedDate? {
    let isKorean = skip([0xEB, 0x85, 0x84])
    guard isKorean || skip([0xE5, 0xB9, 0xB4]) else { return nil }
    skipSeparators()
    guard let (month, _) = number() else { return nil }
    guard skip(isKorean ? [0xEC, 0x9B, 0x94] : [0xE6, 0x9C, 0x88]) else { return nil }
    skipSeparators()
    guard let (day, _) = number() else { return nil }
    guard skip(isKorean ? [0xEC, 0x9D, 0xBC] : [0xE6, 0x97, 0xA5]) else { return nil }
    return made(year, month, day, from: start)
  }

  /// Full stops part day, month and year, as Europe writes it; "04-ago-2021" names the month.
  private mutating func numeric(
    _ first: Int, _ separator: UInt8, from start: Int
  ) -> PrintedDate? {
    if separator == 0x2D, let month = month(), peek == separator {
      offset += 1
      return year().flatMap { made($0, month, first, from: start) }
    }
    guard let (second, width) = number(), width <= 2, peek == separator else { return nil }
    offset += 1
    let mark = offset
    guard var (year, yearWidth) = number(), yearWidth >= 4 || yearWidth == 2 else { return nil }
    if yearWidth > 4 {
      offset = mark + 4
      isGlued = true
      year /= 10
      yearWidth = 4
    }
    let full = yearWidth == 4 ? year : PrintedDate.fullYear(year)
    let monthFirst = made(full, first, second, from: start)
    var dayFirst = made(full, second, first, from: start)
    if separator == 0x2E, yearWidth == 4, let dayFirst { return dayFirst }
    dayFirst?.order = .dayFirst
    guard var date = monthFirst else { return dayFirst }
    date.order = dayFirst == nil ? .monthFirst : first == second ? .certain : .open
    return date
  }

  private func made(_ year: Int, _ month: Int, _ day: Int, from start: Int) -> PrintedDate? {
    guard year >= 1500, year < 2200, (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    // What follows may be glued, "May 3, 2019Updated", but is neither a digit nor the rest of a word.
    if !isGlued, let next = peek,
      PrintedDate.isDigit(next) || (next >= 0x61 && next <= 0x7A)
    {
      return nil
    }
    return PrintedDate(year: year, month: month, day: day, span: Span(start, offset))
  }

  private var peek: UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func number() -> (value: Int, width: Int)? {
    let start = offset
    var value = 0
    while let byte = peek, PrintedDate.isDigit(byte), offset - start < 5 {
      value = value * 10 + Int(byte - 0x30)
      offset += 1
    }
    return offset > start ? (value, offset - start) : nil
  }

  /// A number of one or two digits.
  private mutating func shortNumber() -> Int? {
    guard let (value, width) = number(), width <= 2 else { return nil }
    return value
  }

  /// "1st", "2nd", "3rd", "4th", "1er", and the sign U+00BA.
  private mutating func skipOrdinal() {
    guard offset + 1 < end else { return }
    switch (bytes[offset], bytes[offset + 1]) {
    case (0xC2, 0xBA): offset += 2
    case (let first, let second):
      switch (first | 0x20, second | 0x20) {
      case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): offset += 2
      default: break
      }
    }
  }

  /// "of", "de" or "del" and a space.
  private mutating func skipJoint() {
    if !skip([0x6F, 0x66, 0x20]), !skip([0x64, 0x65, 0x20]) { skip([0x64, 0x65, 0x6C, 0x20]) }
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
    guard let word = word(), Self.weekdays.contains(word) else {
      offset = mark
      return
    }
    skipSeparators()
  }

  private mutating func month() -> Int? {
    let mark = offset
    guard let word = word(), let month = Self.months[word] else {
      offset = mark
      return nil
    }
    return month
  }

  /// The letters at the offset as a number, capitals of ASCII as small letters; nil where there are
  /// none or more than any month has.
  private mutating func word() -> UInt64? {
    let start = offset
    while let byte = peek, offset - start < 24 {
      // U+0080 to U+00BF and U+2000 to U+20FF are spaces and marks.
      guard PrintedDate.isLetter(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2) else {
        break
      }
      offset += 1
    }
    guard offset > start, offset - start < 24 else { return nil }
    return bytes.withUnsafeBufferPointer { WordHash.hash($0, start, offset) }
  }

  @discardableResult
  private mutating func skip(_ word: [UInt8]) -> Bool {
    guard offset + word.count <= end, bytes[offset..<offset + word.count].elementsEqual(word) else {
      return false
    }
    offset += word.count
    return true
  }

  private static let months: [UInt64: Int] = words { Int($0) }
  private static let weekdays = Set(words { $0 == "weekday" ? 0 : nil }.keys)

  private static func words(_ value: (Substring) -> Int?) -> [UInt64: Int] {
    var words: [UInt64: Int] = [:]
    Table.scan("printed-months") { row in
      let kind = String(decoding: row.bytes[row.range(1)], as: UTF8.self)
      if let value = value(kind[...]) { words[row.hash(0)] = value }
    }
    return words
  }
}
