internal import Glibc
public import PressPipeline
import PressStage

/// The engine's door to the time of day.
public enum Clock {
  /// The moment at which the run stands, in UTC; or the same, some days before.
  public static func now(daysAgo days: Int = 0) -> RunMoment {
    var seconds = time(nil) - days * 86_400
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    let hour = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    return RunMoment(date: date, asOf: "\(date)T\(hour)Z")
  }

  /// Seconds that pass from one call to the next, whatever is done to the time of day.
  public static func monotonic() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Seconds since 1970-01-01T00:00:00Z; nil for what is no moment.
  public static func seconds(of moment: RunMoment) -> Int? {
    Instant.seconds(moment.asOf, offset: 0)
  }

  /// A day, which stands for its first second in UTC, or `YYYY-MM-DDThh:mm[:ss]` with `Z` or an
  /// offset (RFC 3339); nil for anything else.
  public static func moment(_ text: String) -> RunMoment? {
    if Day(settingText: text) != nil { return RunMoment(date: text, asOf: "\(text)T00:00:00Z") }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, Day(settingText: String(parts[0])) != nil else { return nil }
    var clock = parts[1]
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else {
      let offset = clock.suffix(6)
      guard offset.hasPrefix("+") || offset.hasPrefix("-"), isClock(offset.dropFirst(), parts: 2)
      else { return nil }
      clock = clock.dropLast(6)
    }
    guard isClock(clock, parts: 2) || isClock(clock, parts: 3) else { return nil }
    return RunMoment(date: String(parts[0]), asOf: text)
  }

  private static func isClock(_ text: Substring, parts: Int) -> Bool {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false)
    let limits = [23, 59, 59]
    return numbers.count == parts
      && zip(numbers, limits).allSatisfy { number, limit in
        number.utf8.count == 2 && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && Int(number) ?? .max <= limit
      }
  }
}
