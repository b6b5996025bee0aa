/// The parts of a time of day in figures, as they are printed.
struct PrintedClock {
  enum Half { case morning, afternoon }

  /// 0 to 23.
  var hour: Int
  var minute: Int?
  var half: Half?
  /// Two digits of which the first is a zero.
  var isPadded: Bool
  /// Where it ends in the bytes.
  var end: Int

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

  /// "noon", "midnight"; where it ends in the bytes.
  init(hour: Int, half: Half, end: Int) {
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
