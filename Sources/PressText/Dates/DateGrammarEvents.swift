import PressModel

/// Days without a year that stand for what happened on them: "the September 11 attacks", "what
/// happened on January 6".
extension DateGrammar {
  /// The year of a day that names what happened on it, by the words beside it.
  ///
  /// - Parameter first: the token that the day or its weekday starts with.
  func ofEvent(_ found: Found, at first: Int) -> (found: Found, isEvent: Bool) {
    guard let date = openDay(found.reading), let year = EventDays.shared.year(of: date),
      isFollowed(found.last + 1) || isLed(first)
    else { return (found, false) }
    let day = PartialDate(year: year, month: date.month, day: date.day)
    return ((.calendar(day, end: nil), found.last), true)
  }

  /// A day that the text has named as an event is that event again in "since October 7".
  func shareEvents(_ matches: inout [DateMatch], _ tokensOf: [ClosedRange<Int>]) {
    let named = matches.filter(\.isEvent).compactMap { openDay($0.reading, of: true) }
    guard !named.isEmpty else { return }
    for index in matches.indices {
      guard let date = openDay(matches[index].reading),
        Self.sides.contains(where: { tokens.is(tokensOf[index].lowerBound - 1, $0) }),
        let event = named.first(where: { $0.month == date.month && $0.day == date.day })
      else { continue }
      matches[index].reading = .calendar(event, end: nil)
      matches[index].isEvent = true
    }
  }

  private func openDay(_ reading: DateReading, of hasYear: Bool = false) -> PartialDate? {
    guard case .calendar(let date, nil) = reading, date.day != nil, (date.year != nil) == hasYear
    else { return nil }
    return date
  }

  /// "the September 11 terrorist attacks", "the January 6 Committee"
  private func isFollowed(_ next: Int) -> Bool {
    guard next < tokens.count, tokens[next].kind == .word, !tokens[next].startsLine else {
      return false
    }
    return [next, next + 1].contains { index in
      guard index < tokens.count, !tokens[index].startsLine else { return false }
      if Self.bodies.contains(where: { tokens.is(index, $0) }) { return true }
      return WordList.attacks.holds(index, tokens)
    }
  }

  /// "the events of January 6", "the attack on the Capitol on January 6", in one clause.
  private func isLed(_ first: Int) -> Bool {
    let isOf = tokens.is(first - 1, "of")
    guard isOf || tokens.is(first - 1, "on") else { return false }
    var other = first - 2
    while other >= 0, first - other < 11, !tokens.is(other, [.stop, .comma, .closeQuote]),
      !tokens[other + 1].startsLine
    {
      if WordList.attacks.holds(other, tokens) { return true }
      let isNear = first - other < (isOf ? 4 : 3)
      if isNear, WordList.happenings.holds(other, tokens) {
        return isOf || tokens.is(other, "happened") || tokens.is(other, "occurred")
      }
      other -= 1
    }
    return false
  }

  private static let bodies: [StaticString] = ["Committee", "Commission", "hearings", "defendants"]

  private static let sides: [StaticString] = [
    "since", "before", "after", "until", "Since", "Before", "After",
  ]
}
