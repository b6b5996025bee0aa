public import PressModel

/// The moment that the words of an embargo name: "UNTIL 10:00 a.m. EST, March 3, 2020".
///
/// Nothing is taken for a moment of which a part is not understood: an hour early is a broken
/// promise. Of several moments it is the last.
public struct EmbargoTime: Hashable, Sendable {
  fileprivate let day: CalendarDay
  /// Minutes from the day's start: 0 to 1440; midnight where the words name a day alone.
  private let minutes: Int
  private let zone: ClockZone?
  /// Whether the words name a time of day.
  public let hasClock: Bool

  /// ISO 8601 date-time, with the offset of the zone where one is printed.
  public var iso: String {
    let day = minutes < 1440 ? day : day.adding(days: 1)
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    let offset = zone?.offset(on: day, hour: hour) ?? ""
    return "\(day.iso)T\(ClockTime.two(hour)):\(ClockTime.two(minute)):00\(offset)"
  }

  /// The moment in minutes of UTC; of a time without a zone, when it has come everywhere.
  private var instant: Int {
    let hour = minutes / 60
    let east = zone?.minutes(on: day, hour: min(hour, 23)) ?? -12 * 60
    return day.number * 1440 + minutes - east
  }

  /// Whether it comes after another.
  public func isLater(than other: EmbargoTime) -> Bool { instant > other.instant }

  /// ISO 8601; nil where the words name no moment that is understood.
  public static func iso(_ words: Span, in bytes: [UInt8]) -> String? {
    EmbargoTime(words, in: bytes)?.iso
  }

  public init?(_ span: Span, in bytes: [UInt8]) {
    let scan = EmbargoScan(span, in: bytes)
    guard !scan.isDoubtful, let times = scan.times(),
      let last = times.max(by: { $1.isLater(than: $0) })
    else { return nil }
    // One that names no zone can be compared with none that does.
    guard Set(times.map { $0.zone == nil }).count == 1 else { return nil }
    self = last
  }

  init(_ day: CalendarDay, minutes: Int?, zone: ClockZone?) {
    self.day = day
    self.minutes = minutes ?? 0
    self.zone = zone
    hasClock = minutes != nil
  }
}

/// Days, times of day and other words of an announcement, in their order.
private struct EmbargoScan {
  private enum Item {
    case date(PrintedDate)
    case clock(minutes: Int, isOpen: Bool)
    case zone(ClockZone)
    case word(EmbargoWords.Word)
  }

  private let bytes: [UInt8]
  private let end: Int
  private var items: [(item: Item, span: Span)] = []

  init(_ span: Span, in bytes: [UInt8]) {
    self.bytes = bytes
    end = span.end
    let words = EmbargoWords(span, in: bytes).words
    var offset = span.start
    for (index, word) in words.enumerated() where word.span.start >= offset {
      let next = index + 1 < words.count ? words[index + 1] : nil
      let found = item(word, before: next)
      items.append(found)
      offset = found.span.end
      // "2026-12-04T09:00"
      if case .date = found.item, offset + 2 < end, bytes[offset] | 0x20 == 0x74,
        let clock = clock(at: offset + 1, before: nil)
      {
        items.append(clock)
        offset = clock.span.end
      }
      if case .clock = items[items.count - 1].item, let zone = zone(behind: offset) {
        items.append((.zone(zone.zone), Span(offset, zone.end)))
        offset = zone.end
      }
    }
  }

  private func item(
    _ word: EmbargoWords.Word, before next: EmbargoWords.Word?
  ) -> (item: Item, span: Span) {
    let start = word.span.start
    if let date = PrintedDate.starting(at: start, in: bytes, end: end) {
      return (.date(date), date.span)
    }
    switch word.role {
    case .number:
      // "12 noon"
      if let next, word.span.count == 2, bytes[start] == 0x31, bytes[start + 1] == 0x32,
        next.role == .noon || next.role == .midnight, next.span.start == word.span.end + 1
      {
        return (named(next.role), Span(start, next.span.end))
      }
      return clock(at: start, before: next) ?? (.word(word), word.span)
    case .noon, .midnight: return (named(word.role), word.span)
    default:
      guard let zone = zone(at: start) else { return (.word(word), word.span) }
      return (.zone(zone.zone), Span(start, zone.end))
    }
  }

  /// Of the two midnights that a day has, the one that ends it: nothing is early then.
  private func named(_ role: EmbargoWords.Role) -> Item {
    .clock(minutes: role == .noon ? 720 : 1440, isOpen: false)
  }

  private func clock(at offset: Int, before next: EmbargoWords.Word?) -> (item: Item, span: Span)? {
    guard let clock = PrintedClock(announcedAt: offset, in: bytes), clock.end <= end else {
      return nil
    }
    let isGlued = clock.end < end && PrintedDate.isAlphanumeric(bytes[clock.end])
    let hasZone = zone(behind: clock.end) != nil
    guard hasZone || !isGlued && clock.isWhole else { return nil }
    let minutes = (clock.minute ?? 0) + 60 * clock.time.hour
    let isOpen = clock.half == nil && clock.time.isOpen
    return (.clock(minutes: minutes, isOpen: isOpen), Span(offset, clock.end))
  }

  // MARK: Zones

  /// The zone that stands right behind an hour or a day: "EST", "(GMT)", ", ET", "Z", "+01:00".
  private func zone(behind offset: Int) -> (zone: ClockZone, end: Int)? {
    if let offset = ClockZone.offset(at: offset, in: bytes, end: end) { return offset }
    if offset < end, bytes[offset] | 0x20 == 0x7A,
      offset + 1 >= end || !PrintedDate.isAlphanumeric(bytes[offset + 1])
    {
      return (ClockZone(minutes: 0, hasAmericanSummer: false), offset + 1)
    }
    var next = offset
    while next < end, next < offset + 3, [0x20, 0x28, 0x2C].contains(bytes[next]) { next += 1 }
    return zone(at: next)
  }

  /// "Central" is one, "Central Library" is none.
  private func zone(at offset: Int) -> (zone: ClockZone, end: Int)? {
    guard let found = ClockZone.starting(at: offset, in: bytes, end: end) else { return nil }
    if let exact = ClockZone.offset(at: found.end, in: bytes, end: end), found.zone.minutes == 0 {
      return exact
    }
    let isLong = found.end - offset > 6 && !bytes[offset..<found.end].contains(0x20)
    guard isLong, found.end + 1 < end, bytes[found.end] == 0x20,
      let next = EmbargoWords(Span(found.end, end), in: bytes).words.first,
      next.role == .other, bytes[next.span.start] < 0x61
    else { return found }
    return nil
  }

  // MARK: What is doubtful

  /// Whether something in the words looks like a part of a moment and is not understood, or the day
  /// can be read as two.
  var isDoubtful: Bool {
    let hasClock = items.contains { if case .clock = $0.item { true } else { false } }
    let isOpen = items.contains { if case .clock(_, true) = $0.item { true } else { false } }
    if !hasClock, namesEvent { return true }
    for (index, found) in items.enumerated() {
      switch found.item {
      case .date(let date):
        if date.order == .open, date.dayFirst.iso != date.iso, !isAmerican { return true }
      case .word(let word):
        if word.role == .number, isTimeLike(index) { return true }
        // "9:00 in the evening"
        if word.role == .vague, isOpen, isEvening(word.span) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a zone shows that "3/4/2026" is a day of March.
  private var isAmerican: Bool {
    items.contains { if case .zone(let zone) = $0.item { zone.minutes < 0 } else { false } }
  }

  /// Figures beside a day or an hour, behind "at" or "until", before a month or "hours".
  private func isTimeLike(_ index: Int) -> Bool {
    if index > 0 {
      switch items[index - 1].item {
      case .word(let word): if [.until, .after, .at].contains(word.role) { return true }
      case .zone, .clock, .date: if isBeside(index - 1, index) { return true }
      }
    }
    guard index + 1 < items.count else { return false }
    switch items[index + 1].item {
    case .word(let word):
      return [.month, .time, .vague, .weekday].contains(word.role) || word.span.count == 1
    case .zone, .clock, .date: return isBeside(index, index + 1)
    }
  }

  private func isBeside(_ index: Int, _ next: Int) -> Bool {
    bytes[items[index].span.end..<items[next].span.start].allSatisfy {
      [0x20, 0x2C, 0x2E, 0x28, 0x29, 0x40, 0x2F].contains($0)
    }
  }

  private func isEvening(_ span: Span) -> Bool {
    guard let letter = bytes[span.start..<span.end].first else { return false }
    // "afternoon", "evening", "night", "tonight"
    return [0x61, 0x65, 0x6E, 0x74].contains(letter | 0x20)
  }

  /// Whether a day without an hour is the day of something: "until the minister speaks on 4 May 2026",
  /// "until after 4 May 2026", "4 May 2026, close of business".
  private var namesEvent: Bool {
    guard let day = items.firstIndex(where: { if case .date = $0.item { true } else { false } })
    else { return true }
    let cue = items[..<day].lastIndex {
      if case .word(let word) = $0.item { word.role == .until } else { false }
    }
    for found in items[(cue.map { $0 + 1 } ?? 0)..<day] {
      guard case .word(let word) = found.item else { continue }
      if [.vague, .after].contains(word.role) { return true }
      if cue != nil, [.other, .ends, .document].contains(word.role) { return true }
    }
    for found in items[(day + 1)...] {
      guard case .word(let word) = found.item else { continue }
      if word.opens, bytes[found.span.start - 1] != 0x28 { return false }
      if [.vague, .after].contains(word.role) { return true }
    }
    return false
  }

  // MARK: Moments

  /// A moment for each hour with the day that it stands beside, and for each day without one; nil
  /// where there is no day.
  func times() -> [EmbargoTime]? {
    let days = items.indices.filter { if case .date = items[$0].item { true } else { false } }
    guard !days.isEmpty else { return nil }
    var used: Set<Int> = []
    var times: [EmbargoTime] = []
    for (index, found) in items.enumerated() {
      guard case .clock(let minutes, _) = found.item else { continue }
      let before = days.last { $0 < index }
      let next = days.first { $0 > index }
      let isFree = before.map { !used.contains($0) } ?? false
      guard let chosen = isFree ? before : next ?? before, let day = day(chosen) else { return nil }
      used.insert(chosen)
      times.append(
        EmbargoTime(day, minutes: minutes, zone: zone(after: index) ?? zone(after: chosen)))
    }
    let last = times.map(\.day).max()
    for index in days where !used.contains(index) {
      guard let day = day(index) else { return nil }
      if let last, day <= last { continue }
      times.append(EmbargoTime(day, minutes: nil, zone: zone(after: index)))
    }
    return times
  }

  private func day(_ index: Int) -> CalendarDay? {
    guard case .date(let date) = items[index].item else { return nil }
    return CalendarDay(year: date.year, month: date.month, day: date.day)
  }

  /// The zone that stands behind an item.
  private func zone(after index: Int) -> ClockZone? {
    guard index + 1 < items.count, case .zone(let zone) = items[index + 1].item else { return nil }
    return zone
  }
}
