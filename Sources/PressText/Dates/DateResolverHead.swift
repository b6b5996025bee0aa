import PressModel

/// The document's own day and year, where its metadata give none.
extension DateResolver {
  /// A full date that is all of a line, or a part of it that a mark cuts off, or the end of the
  /// first block, in the document's head.
  static func headDate(_ document: Document, _ matches: [DateMatch])
    -> (CalendarDay, Evidence)?
  {
    let bytes = document.text.bytes
    for (number, block) in document.blocks.prefix(8).enumerated() {
      for match in matches where block.span.contains(match.daySpan) {
        guard let day = match.fullDay else { continue }
        let startsLine =
          match.daySpan.start == block.span.start || bytes[match.daySpan.start - 1] == 0x0A
        let endsLine = match.daySpan.end == block.span.end || bytes[match.daySpan.end] == 0x0A
        let endsHead = number == 0 && endsLine && block.span.count < 300
        // "Thursday, May 7, 2015 On Tuesday, ...": a line that lost its end.
        let hasLostEnd =
          startsLine && match.daySpan.end + 1 < block.span.end && bytes[match.daySpan.end] == 0x20
          && bytes[match.daySpan.end + 1] >= 0x41 && bytes[match.daySpan.end + 1] <= 0x5A
        // "July 4, 2014 | News"
        let isCutOff =
          block.span.count < 120
          && (startsLine && isSeparator(bytes[match.daySpan.end..<block.span.end].prefix(4))
            || endsLine && isSeparator(bytes[block.span.start..<match.daySpan.start].suffix(4)))
        guard startsLine && endsLine || endsHead || hasLostEnd || isCutOff else { continue }
        return (day, Evidence(text: document.text[match.daySpan], span: match.daySpan))
      }
      if let last = matches.last, last.span.start < block.span.start { break }
    }
    return nil
  }

  /// The day that the words name as their own: "today, May 4, 2010", "this fourth day of May, 2010".
  static func namedDay(_ text: Text, _ matches: [DateMatch]) -> (CalendarDay, Evidence)? {
    for (index, match) in matches.enumerated() {
      guard let day = match.fullDay else { continue }
      let evidence = Evidence(text: text[match.daySpan], span: match.daySpan)
      let before = text.bytes[..<match.daySpan.start].suffix(5)
      if before.elementsEqual("this ".utf8) { return (day, evidence) }
      guard index > 0, case .day(let offset) = matches[index - 1].reading else { continue }
      let between = text.bytes[matches[index - 1].daySpan.end..<match.daySpan.start]
      if between.elementsEqual(", ".utf8) || between.elementsEqual(" (".utf8) {
        return (day.adding(days: -offset), evidence)
      }
    }
    return nil
  }

  /// A bar, bullet or middle dot between spaces.
  private static func isSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.contains(0x20) else { return false }
    return bytes.contains(0x7C) || bytes.contains(0xC2) && bytes.contains(0xB7)
      || bytes.contains(0xE2) && bytes.contains(0x80) && bytes.contains(0xA2)
  }

  /// Days that stand for what happened on them, in texts of any year: "9/11", "July 4, 1776".
  static func isEvent(_ reading: DateReading) -> Bool {
    guard case .calendar(let date, nil) = reading else { return false }
    return EventDays.shared.contains(date)
  }

  /// A day of the calendar is no event that lies behind the document's own day, or behind all years
  /// that a text without one names.
  func withoutLaterEvents(_ matches: [DateMatch]) -> [DateMatch] {
    guard matches.contains(where: \.isEvent) else { return matches }
    var last = day?.day
    if last == nil {
      let years = matches.compactMap { match -> Int? in
        guard case .calendar(let date, let end) = match.reading, !match.isEvent else { return nil }
        return end?.year ?? date.year
      }
      last = years.max().flatMap { CalendarDay(year: $0, month: 12, day: 31) }
    }
    guard let last else { return matches }
    return matches.map { match in
      guard match.isEvent, let day = match.fullDay, day > last,
        case .calendar(let date, nil) = match.reading
      else { return match }
      var match = match
      match.reading = .calendar(PartialDate(month: date.month, day: date.day), end: nil)
      match.isEvent = false
      return match
    }
  }

  static func titleYear(_ document: Document, _ matches: [DateMatch]) -> (Int, Evidence)? {
    guard let title = document.metadata.title else { return nil }
    let found = DateGrammar(Tokens(Text(title))).matches()
    var years: [Int] = []
    for match in found {
      guard case .calendar(let date, let end) = match.reading, let year = date.year,
        !isEvent(match.reading)
      else { continue }
      years.append(year)
      if let other = end?.year { years.append(other) }
    }
    guard let year = years.first, years.allSatisfy({ $0 == year }) else { return nil }
    let known = document.metadata.evidence["title"]
    // The words as they stand there: a title may be shown without a mark that the source has.
    let words = known?.text ?? title
    return (year, Evidence(text: words, field: "title", span: known?.span, source: known?.source))
  }

  /// The year that all full dates of the text have, and the paragraph that it is for; nil for all of
  /// the text, where two dates have it.
  static func sharedYear(_ document: Document, _ matches: [DateMatch])
    -> (year: Int, evidence: Evidence, paragraph: Span?)?
  {
    var first: (day: CalendarDay, span: Span)?
    var hasTwo = false
    for match in matches {
      guard case .calendar(let date, nil) = match.reading, let day = match.fullDay,
        !isEvent(match.reading)
      else { continue }
      let known = first ?? (day, match.daySpan)
      guard known.day.components.year == date.year else { return nil }
      hasTwo = hasTwo || known.day != day
      first = known
    }
    guard let first else { return nil }
    let year = first.day.components.year
    hasTwo =
      hasTwo
      || matches.contains {
        guard case .calendar(let date, let end) = $0.reading, date.day == nil else { return false }
        return date.year == year || end?.year == year
      }
    let evidence = Evidence(text: document.text[first.span], span: first.span)
    let paragraph = document.blocks.first { $0.span.contains(first.span) }?.span ?? first.span
    return (year, evidence, hasTwo ? nil : paragraph)
  }
}
