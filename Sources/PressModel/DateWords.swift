/// Dates in EDTF as English prose writes them: "3 March 2026", "14–17 November 2007".
public enum DateWords {
  /// Nil for a value that has more than years, months, days and times of day: those stay as they
  /// are. Nothing that the value says is left out.
  public static func reading(ofEDTF value: String) -> String? {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    let read = ends.compactMap { Moment($0.utf8) }
    guard read.count == ends.count, let first = read.first, let last = read.last else { return nil }
    switch ends.count {
    case 1: return first.words
    case 2: return between(first, last)
    default: return nil
    }
  }

  /// Whether all that a reading says stands in some words already: "March 3, 2026" says "3 March
  /// 2026", "today" and "3/3/26" do not.
  static func says(_ words: String, _ reading: String) -> Bool {
    var said = parts(of: words)
    for part in parts(of: reading) {
      let isName = part.count >= 3 && part.first.map { $0 > 0x39 } ?? false
      guard
        let index = said.firstIndex(where: {
          $0 == part || isName && $0.count >= 3 && part.starts(with: $0)
        })
      else { return false }
      said.remove(at: index)
    }
    return true
  }

  /// The numbers and the words of a text, in small letters.
  private static func parts(of text: String) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var last: Bool?
    for byte in text.utf8 {
      let letter = byte | 0x20
      let isDigit = byte >= 0x30 && byte <= 0x39
      guard isDigit || letter >= 0x61 && letter <= 0x7A else {
        last = nil
        continue
      }
      if last != isDigit { parts.append([]) }
      parts[parts.count - 1].append(isDigit ? byte : letter)
      last = isDigit
    }
    return parts
  }

  private static func between(_ first: Moment, _ last: Moment) -> String {
    if let start = first.clock, let end = last.clock, first.date == last.date {
      let zone = first.zone == last.zone ? "" : first.zone
      return "\(first.dateWords), \(start)\(zone)–\(end)\(last.zone)"
    }
    guard first.clock == nil, last.clock == nil else { return "\(first.words) – \(last.words)" }
    if let day = first.day, last.day != nil, first.year == last.year {
      guard let month = first.monthName else { return "\(first.words) – \(last.words)" }
      return first.month == last.month
        ? "\(day)–\(last.words)" : "\(day) \(month) – \(last.words)"
    }
    if let month = first.monthName, first.day == nil, last.month != nil, last.day == nil,
      first.year == last.year
    {
      return "\(month)–\(last.words)"
    }
    let areYears = first.month == nil && last.month == nil
    return areYears ? "\(first.year)–\(last.year)" : "\(first.words) – \(last.words)"
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A year, a month or a day, with a time of day or without one.
  private struct Moment {
    var year = ""
    var month: Int?
    var day: Int?
    /// `08:00`
    var clock: String?
    /// " UTC+3", or empty where the value names none.
    var zone = ""

    var date: [String] { [year, month.map { "\($0)" } ?? "", day.map { "\($0)" } ?? ""] }

    var monthName: String? { month.map { DateWords.months[$0 - 1] } }

    var dateWords: String {
      [day.map { "\($0)" }, monthName, year].compactMap { $0 }.joined(separator: " ")
    }

    var words: String { clock.map { "\(dateWords), \($0)\(zone)" } ?? dateWords }

    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDThh:mm[:ss][Z|±hh:mm]`.
    init?(_ value: Substring.UTF8View) {
      let bytes = Array(value)
      func number(_ start: Int, _ end: Int) -> Int? {
        guard end <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[start..<end] {
          guard byte >= 0x30, byte <= 0x39 else { return nil }
          number = number * 10 + Int(byte - 0x30)
        }
        return number
      }
      guard number(0, 4) != nil else { return nil }
      year = String(decoding: bytes[0..<4], as: UTF8.self)
      if bytes.count == 4 { return }
      guard bytes.count >= 7, bytes[4] == 0x2D, let month = number(5, 7), (1...12).contains(month)
      else { return nil }
      self.month = month
      if bytes.count == 7 { return }
      guard bytes.count >= 10, bytes[7] == 0x2D, let day = number(8, 10), (1...31).contains(day)
      else { return nil }
      self.day = day
      if bytes.count == 10 { return }
      guard bytes.count >= 16, bytes[10] == 0x54, number(11, 13) != nil, bytes[13] == 0x3A,
        number(14, 16) != nil
      else { return nil }
      var end = 16
      if bytes.count >= 19, bytes[16] == 0x3A, let seconds = number(17, 19) {
        end = seconds == 0 ? 16 : 19
        clock = String(decoding: bytes[11..<end], as: UTF8.self)
        end = 19
      } else {
        clock = String(decoding: bytes[11..<16], as: UTF8.self)
      }
      let rest = bytes[end...]
      if rest.isEmpty { return }
      if rest.elementsEqual("Z".utf8) {
        zone = " UTC"
        return
      }
      guard rest.count == 6, rest[end] == 0x2B || rest[end] == 0x2D, rest[end + 3] == 0x3A,
        let hours = number(end + 1, end + 3), let minutes = number(end + 4, end + 6)
      else { return nil }
      let sign = rest[end] == 0x2B ? "+" : "−"
      let half = minutes == 0 ? "" : minutes < 10 ? ":0\(minutes)" : ":\(minutes)"
      zone = hours == 0 && minutes == 0 ? " UTC" : " UTC\(sign)\(hours)\(half)"
    }
  }
}
