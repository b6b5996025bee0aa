/// Days that stand for what happened on them: "9/11", "July 4, 1776", read from their table at first
/// use.
struct EventDays: Sendable {
  static let shared = EventDays()

  private let days: [(date: PartialDate, isNamed: Bool)]

  private init() {
    days = Table("event-days").rows.compactMap { row in
      let numbers = row.compactMap { Int($0) }
      guard numbers.count == 4 else { return nil }
      return (PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]), numbers[3] == 1)
    }
  }

  /// Whether a full date is such a day.
  func contains(_ date: PartialDate) -> Bool {
    days.contains { $0.date.year == date.year && isSameDay($0.date, date) }
  }

  /// The year of a day and month that name the event by themselves, as in "the September 11 attacks".
  func year(of date: PartialDate) -> Int? {
    days.first { $0.isNamed && isSameDay($0.date, date) }?.date.year
  }

  private func isSameDay(_ left: PartialDate, _ right: PartialDate) -> Bool {
    left.month == right.month && left.day == right.day
  }
}
