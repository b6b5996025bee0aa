import PressModel

/// Whole dates in the forms of heads: in other languages, and as the day of issue is printed.
extension DateGrammar {
  /// "28 de setembro de 2021", "3. Oktober 2023", "4 mars 2024": a day before the name of a month in
  /// one of the languages that `PrintedDate` reads.
  func printed(at index: Int) -> Found? {
    let span = tokens[index].span
    guard span.count <= 4, tokens[index].kind == .number else { return nil }
    var next = index + 1
    if tokens.is(next, byte: 0x2E) { next += 1 }
    // An English month has a capital: "5 may 2000".
    guard next < tokens.count, tokens[next].kind == .word, !tokens[next].startsLine,
      !tokens.is(next, .month)
    else { return nil }
    let bytes = tokens.text.bytes
    let end = min(bytes.count, span.start + 60)
    guard let date = PrintedDate.starting(at: span.start, in: bytes, end: end) else { return nil }
    let last = tokens.index(at: date.span.end - 1)
    guard last < tokens.count, tokens[last].span.end == date.span.end, !isApart(index, last) else {
      return nil
    }
    return (
      .calendar(PartialDate(year: date.year, month: date.month, day: date.day), end: nil), last
    )
  }

  /// The dates of a text, and the day of issue as its head prints it, whatever its form: "02.28.13".
  public static func matches(
    of document: Document, _ tokens: Tokens, order: NumericDateOrder = .monthFirst
  ) -> [DateMatch] {
    let matches = DateGrammar(tokens, order: order).matches()
    guard let published = document.metadata.published, let day = CalendarDay(iso: published),
      let span = document.metadata.evidence["published"]?.span, !span.isEmpty,
      span.end <= document.text.bytes.count
    else { return matches }
    let first = matches.partitioningIndex { $0.span.end > span.start }
    let last = matches.partitioningIndex { $0.span.start >= span.end }
    // "2021" within the day is a part of it.
    let isKnown = matches[first..<last].contains {
      $0.fullDay != nil || !span.contains($0.span)
    }
    guard !isKnown else { return matches }
    let issue = DateMatch(span, .calendar(PartialDate(day), end: nil))
    return matches[..<first] + [issue] + matches[last...]
  }
}
