/// A path as a pipeline gives it; the engine resolves it against the pipeline's file.
public struct StagePath: Hashable, SettingValue {
  public var text: String

  public init(_ text: String) {
    self.text = text
  }

  public static var settingType: SettingType { .path }
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> StagePath? {
    String.read(node, problems: &problems).map(StagePath.init)
  }
  public var written: String? { text }
}

extension Duration: ScalarSettingValue {
  public static var settingType: SettingType { .duration }

  public init?(settingText text: String) {
    let units: [(String, Int)] = [
      ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]
    guard let value = scaled(text, units) else { return nil }
    self = .milliseconds(value)
  }

  public var written: String? {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    for (unit, size) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
    where milliseconds != 0 && milliseconds % Int64(size) == 0 {
      return "\(milliseconds / Int64(size))\(unit)"
    }
    return "\(milliseconds)ms"
  }
}

/// A number of bytes.
public struct ByteSize: Hashable, Comparable, ScalarSettingValue {
  public var bytes: Int

  public init(bytes: Int) {
    self.bytes = bytes
  }

  public static var settingType: SettingType { .size }

  public init?(settingText text: String) {
    let units: [(String, Int)] = [
      ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1000), ("MB", 1_000_000),
      ("GB", 1_000_000_000), ("B", 1),
    ]
    guard let bytes = scaled(text, units) else { return nil }
    self.bytes = bytes
  }

  public var written: String? {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000)]
    where bytes != 0 && bytes % size == 0 {
      return "\(bytes / size)\(unit)"
    }
    return "\(bytes)B"
  }

  public static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }
}

/// A share between nothing and all of it.
public struct Percentage: Hashable, Comparable, ScalarSettingValue {
  /// 1 is all of it.
  public var fraction: Double

  public init(_ fraction: Double) {
    self.fraction = fraction
  }

  public static var settingType: SettingType { .percentage }

  public init?(settingText text: String) {
    let isPercent = text.hasSuffix("%")
    guard let value = Double(settingText: isPercent ? String(text.dropLast()) : text) else {
      return nil
    }
    fraction = isPercent ? value / 100 : value
    guard (0...1).contains(fraction) else { return nil }
  }

  public var written: String? { String(fraction) }

  public static func < (left: Percentage, right: Percentage) -> Bool {
    left.fraction < right.fraction
  }
}

/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, ScalarSettingValue {
  public var year: Int
  public var month: Int
  public var day: Int

  public static var settingType: SettingType { .day }

  /// `YYYY-MM-DD` of a day that exists; nil for anything else.
  public init?(settingText text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The number of days of a month from 1 to 12.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  public var written: String? {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// The number before one of some units, times the unit's size; nil where it is none of them or
/// does not fit.
private func scaled(_ text: String, _ units: [(name: String, size: Int)]) -> Int? {
  for unit in units where text.hasSuffix(unit.name) {
    guard let number = Int(text.dropLast(unit.name.count)), number >= 0 else { continue }
    let (value, overflow) = number.multipliedReportingOverflow(by: unit.size)
    return overflow ? nil : value
  }
  return nil
}
