import Foundation
import PressModel
import PressPipeline
import PressStage
import PressText
import Testing

@testable import PressEngine

/// The moment at which an embargo ends, against the system's table of time zones: never earlier than
/// what the printed line can mean, and the same wherever it can mean one moment only.
@Suite struct EmbargoPropertyTests {
  private static let zones = [
    ("ET", "America/New_York"), ("Central Time", "America/Chicago"), ("MT", "America/Denver"),
    ("Pacific", "America/Los_Angeles"),
  ]
  private static let isThere = zones.allSatisfy { TimeZone(identifier: $0.1) != nil }
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func moment(_ line: String, offset: Int = 0) -> Int? {
    let bytes = Array(line.utf8)
    return EmbargoTime.iso(Span(0, bytes.count), in: bytes)
      .flatMap { Instant.seconds($0, offset: offset) }
  }

  private func calendar(_ zone: TimeZone) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }

  /// The moments at which clocks of a zone show a time: none, one or two.
  private func moments(_ time: DateComponents, in calendar: Calendar) -> [Int] {
    var utc = time
    utc.timeZone = TimeZone(secondsFromGMT: 0)
    guard let middle = Calendar(identifier: .gregorian).date(from: utc) else { return [] }
    return (0...13).map { middle.addingTimeInterval(Double($0) * 3600) }.filter { moment in
      let shown = calendar.dateComponents([.day, .hour, .minute], from: moment)
      return shown.day == time.day && shown.hour == time.hour && shown.minute == time.minute
    }.map { Int($0.timeIntervalSince1970) }
  }

  @Test(.enabled(if: isThere, "the system has no table of time zones"), arguments: zones)
  func americanTimesEndWhenTheClocksSaySo(name: String, identifier: String) throws {
    let calendar = calendar(try #require(TimeZone(identifier: identifier)))
    var state: UInt64 = 0x5EED
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for year in 2000...2035 {
      // Some days of the year, and every hour of the days on which the clocks may change.
      var times = (0..<20).map { _ in (next(12) + 1, next(28) + 1, next(24)) }
      for (month, days) in [(3, 8...14), (4, 1...7), (10, 25...31), (11, 1...7)] {
        for day in days { times += (0..<5).map { (month, day, $0) } }
      }
      for (month, day, hour) in times {
        let time = DateComponents(year: year, month: month, day: day, hour: hour, minute: 30)
        let clock = "\((hour + 11) % 12 + 1):30 \(hour < 12 ? "a.m." : "p.m.")"
        let line = "EMBARGOED UNTIL \(clock) \(name), \(Self.months[month - 1]) \(day), \(year)"
        let end = try #require(moment(line), "\(line)")
        let meant = moments(time, in: calendar)
        if let last = meant.last {
          #expect(end == last, "\(line)")
        } else {
          // The hour does not exist: the clocks show an hour more at the same moment.
          let shown = calendar.component(.hour, from: Date(timeIntervalSince1970: Double(end)))
          #expect(shown == hour + 1, "\(line)")
        }
      }
    }
  }

  @Test(arguments: [
    ("GMT", 0), ("UTC", 0), ("BST", 60), ("CET", 60), ("CEST", 120), ("EST", -300), ("EDT", -240),
    ("CST", -360), ("CDT", -300), ("MST", -420), ("MDT", -360), ("PST", -480), ("PDT", -420),
  ])
  func aZoneWithAnOffsetKeepsItAllYear(name: String, minutes: Int) throws {
    for month in 1...12 {
      let day = try #require(Day(settingText: "2026-\(month < 10 ? "0" : "")\(month)-15"))
      for hour in 0...23 {
        let line = "EMBARGOED UNTIL \(hour):00 \(name), \(Self.months[month - 1]) 15, 2026"
        #expect(
          moment(line) == Instant.days(day) * 86_400 + hour * 3600 - minutes * 60, "\(line)")
      }
    }
  }

  /// Whatever zone was meant, a time without one has come there when it is over.
  @Test func aTimeWithoutAZoneWaitsForAllOfThem() throws {
    let line = "EMBARGOED UNTIL 9:15 a.m., June 5, 2026"
    let end = try #require(moment(line, offset: EmbargoRule().defaultOffset))
    for offset in stride(from: -12, through: 14, by: 1) {
      let there = try #require(Instant.seconds("2026-06-05T09:15:00", offset: offset * 3600))
      #expect(there <= end)
    }
  }
}
