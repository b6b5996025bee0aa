/// The parts of a time of day in figures, as they are printed.
struct PrintedClock {
  enum Half { case morning, afternoon }

  /// 0 to 23; 24 at the end of a day whose time is announced.
  var hour: Int
  var minute: Int?
  var half: Half?
  /// Two digits of which the first is a zero.
  var isPadded: Bool
  /// Where it ends in the bytes.
  var end: Int
  /// Whether the figures show by themselves that they are a time.
  var isWhole = true

  /// "10:30 a.m.", "10.30am", "2 P.M.", "14:30", "7"; nil for other figures.
  init?(at offset: Int, in bytes: [UInt8]) {
    var next = offset
    guard let hour = Self.number(bytes, &next) else { return nil }
    self.hour = hour
    isPadded = next == offset + 2 && bytes[offset] == 0x30
    end = next
    let mark = next < bytes.count ? bytes[next] : 0
    if mark == 0x3A || mark == 0x2E {
      var behind = next + 1
      if let minute = Self.number(bytes, &behind), behind == next + 3, minute < 60 {
        // "in 2:15:30"
        if behind + 1 < bytes.count, bytes[behind] == 0x3A, PrintedDate.isDigit(bytes[behind + 1]) {
          return nil
        }
        self.minute = minute
        end = behind
      } else if mark == 0x3A {
        return nil
      }
    }
    if hour >= 1, hour <= 12, let (half, behind) = Self.half(at: end, in: bytes) {
      self.half = half
      end = behind
      return
    }
    // Without "a.m." a point makes a number or a section: "10.30".
    if mark == 0x2E, minute != nil { return nil }
    guard hour < 24, end == bytes.count || !Self.isWord(bytes[end]) else { return nil }
  }

  /// The same where the words before say that a time comes, so that other forms count as well:
  /// "10.30", "0001", "00.01hrs", "9h30", "10:00:00", "00:01 a.m.", "14.30pm", "24:00". What follows
  /// may be glued to it, as a zone is.
  init?(announcedAt offset: Int, in bytes: [UInt8]) {
    if let clock = Self.fourDigits(at: offset, in: bytes) {
      self = clock
    } else {
      var next = offset
      guard let hour = Self.number(bytes, &next) else { return nil }
      self.hour = hour
      isPadded = next == offset + 2 && bytes[offset] == 0x30
      end = next
      isWhole = false
      if next < bytes.count, [0x3A, 0x2E, 0x68, 0x48].contains(bytes[next]) {
        let isColon = bytes[next] == 0x3A
        var behind = next + 1
        if let minute = Self.number(bytes, &behind), behind == next + 3, minute < 60 {
          self.minute = minute
          isWhole = true
          end = behind
          let isLonger = behind + 1 < bytes.count && bytes[behind] == bytes[next]
          if isLonger, PrintedDate.isDigit(bytes[behind + 1]) {
            var last = behind + 1
            guard isColon, Self.number(bytes, &last) == 0 else { return nil }
            end = last
          }
        } else if isColon {
          return nil
        }
      }
    }
    if let (half, behind) = Self.half(at: end, in: bytes) {
      guard half == .afternoon ? hour > 0 : hour <= 12 else { return nil }
      end = behind
      if hour >= 1, hour <= 12 { self.half = half } else { isPadded = true }
      isWhole = true
    } else if let behind = Self.hours(at: end, in: bytes) {
      (isPadded, isWhole, end) = (true, true, behind)
    }
    guard hour < 24 || hour == 24 && minute ?? 0 == 0 else { return nil }
  }

  /// "0001", "1430": whole where it starts as no year does.
  private static func fourDigits(at offset: Int, in bytes: [UInt8]) -> PrintedClock? {
    let digits = bytes[offset..<min(offset + 5, bytes.count)].prefix(while: PrintedDate.isDigit)
      .map { Int($0 - 0x30) }
    guard digits.count == 4, digits[2] < 6 else { return nil }
    var clock = PrintedClock(hour: digits[0] * 10 + digits[1], half: nil, end: offset + 4)
    clock.minute = digits[2] * 10 + digits[3]
    clock.isPadded = true
    clock.isWhole = digits[0] == 0
    return clock
  }

  /// "hrs", "hours", "h" behind a figure, with a space or without.
  private static func hours(at offset: Int, in bytes: [UInt8]) -> Int? {
    var start = offset
    if start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let word = bytes[start..<min(start + 6, bytes.count)].prefix(while: PrintedDate.isLetter)
    let text = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    return ["h", "hr", "hrs", "hour", "hours"].contains(text) ? word.endIndex : nil
  }

  /// "noon", "midnight"; where it ends in the bytes.
  init(hour: Int, half: Half?, end: Int) {
    self.hour = hour
    minute = 0
    self.half = half
    isPadded = false
    self.end = end
  }

  /// The hour of 24; open where the half of the day is not known.
  var time: ClockTime {
    switch half {
    case .morning: ClockTime(hour: hour % 12, minute: minute ?? 0)
    case .afternoon: ClockTime(hour: hour % 12 + 12, minute: minute ?? 0)
    case nil: ClockTime(hour: hour, minute: minute ?? 0, isOpen: hour > 0 && hour < 13 && !isPadded)
    }
  }

  /// "a.m.", "am", "A.M.", "p. m." behind a figure, with a space or without.
  private static func half(at offset: Int, in bytes: [UInt8]) -> (Half, Int)? {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    var next = offset
    if byte(next) == 0x20 {
      next += 1
    } else if byte(next) == 0xC2, byte(next + 1) == 0xA0 {
      next += 2
    }
    let letter = byte(next) | 0x20
    guard letter == 0x61 || letter == 0x70 else { return nil }
    next += 1
    let hasStop = byte(next) == 0x2E
    if hasStop { next += byte(next + 1) == 0x20 && byte(next + 3) == 0x2E ? 2 : 1 }
    guard byte(next) | 0x20 == 0x6D else { return nil }
    next += 1
    if hasStop, byte(next) == 0x2E { next += 1 }
    guard !isWord(byte(next)) || byte(next - 1) == 0x2E, byte(next) != 0x27 else { return nil }
    return (letter == 0x61 ? .morning : .afternoon, next)
  }

  /// One or two digits that no third follows.
  private static func number(_ bytes: [UInt8], _ offset: inout Int) -> Int? {
    var value = 0
    let start = offset
    while offset < bytes.count, PrintedDate.isDigit(bytes[offset]) {
      guard offset < start + 2 else { return nil }
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    return offset > start ? value : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    PrintedDate.isDigit(byte) || PrintedDate.isLetter(byte)
  }
}
