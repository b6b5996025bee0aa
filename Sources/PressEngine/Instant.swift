internal import Glibc
import PressPipeline
import PressStage

/// Moments as seconds since 1970-01-01T00:00:00Z, leap seconds left out as POSIX does.
enum Instant {
  /// Of `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss]` with `Z`, an offset or none; `offset`: seconds east
  /// of UTC where the text names none. Nil for anything else.
  static func seconds(_ text: String, offset: Int) -> Int? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = Day(settingText: String(parts[0])) else { return nil }
    let midnight = days(day) * 86_400
    guard parts.count == 2 else { return midnight - offset }
    var clock = parts[1]
    var zone = offset
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
      zone = 0
    } else if clock.utf8.count > 6, let given = UTCOffset.seconds(clock.suffix(6)) {
      clock = clock.dropLast(6)
      zone = given
    }
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2 || numbers.count == 3, let hour = numbers[0], let minute = numbers[1],
      let second = numbers.count == 3 ? numbers[2] : 0, (0...24).contains(hour),
      (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    return midnight + hour * 3600 + minute * 60 + second - zone
  }

  /// The number of days from 1970-01-01 to a day (Hinnant, "chrono-compatible low-level date
  /// algorithms", 2013).
  static func days(_ day: Day) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let month = day.month > 2 ? day.month - 3 : day.month + 9
    let dayOfYear = (153 * month + 2) / 5 + day.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The weekday of a moment in UTC: 0 is Monday.
  static func weekday(_ seconds: Int) -> Int {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return ((days + 3) % 7 + 7) % 7
  }

  /// The clock's moment in nanoseconds, for the states of files alone.
  static var nanoseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
