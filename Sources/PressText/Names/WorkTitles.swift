import PressModel

/// Finds the titles of works that a text names: in quotation marks and title case, or by a head
/// word such as Act, Charter or Report.
public struct WorkTitles: Sendable {
  let words: NameWords
  /// In the order of the text, without overlap.
  private(set) var titles: [WorkTitle] = []
  /// Where acronyms of the titles stand.
  private(set) var acronyms: [WorkAcronyms.Found] = []
  /// The names that are no works, in the order of the text.
  let names: [NameSpan]

  public init(_ names: Names) { self = names.titles }

  /// `cases`: the tokens of the titles of court cases.
  init(_ words: NameWords, _ names: [NameSpan], cases: [Range<Int>]) {
    self.words = words
    self.names = names
    titles = find(cases).map(named)
    acronyms = WorkAcronyms(words, titles, names).find()
  }

  /// The titles in the order of the text, without overlap.
  private func find(_ cases: [Range<Int>]) -> [Span] {
    var titles: [Span] = []
    var index = 0
    var next = 0
    while index < words.count {
      while next < cases.count, cases[next].lowerBound < index { next += 1 }
      if next < cases.count, cases[next].lowerBound == index {
        titles.append(words.span(cases[next]))
        index = cases[next].upperBound
      } else if let (inner, next) = quoted(at: index) {
        titles.append(inner)
        index = next
      } else if words[index].isCapitalized, let range = headed(at: index),
        titles.last.map({ isFree($0, of: range) }) ?? true
      {
        let span = words.span(range)
        // "Mapping Report for Ports (MRP) Act": what its words named before is a part of it.
        while let last = titles.last, last.start >= span.start { titles.removeLast() }
        titles.append(span)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return titles
  }

  /// Whether a title does not overlap with some words, or is a part of them.
  private func isFree(_ title: Span, of range: Range<Int>) -> Bool {
    let start = words.tokens[range.lowerBound].span.start
    return title.end <= start || title.start >= start
  }

  /// A title between quotation marks that opens at a token, without the marks and the stop or comma
  /// inside; and the token to go on from.
  private func quoted(at index: Int) -> (Span, Int)? {
    guard words.opensQuotation(index), index + 2 < words.count else { return nil }
    var end = index + 1
    while end < words.count, end - index <= 24, !words.closesQuotation(end) {
      if words.tokens[end].startsLine { return nil }
      end += 1
    }
    guard end < words.count, words.closesQuotation(end) else { return nil }
    var last = end - 1
    while last > index, words.tokens[last].kind == .mark { last -= 1 }
    guard last > index, isTitle(index + 1...last, before: index - 1) else { return nil }
    return (
      Span(words.tokens[index + 1].span.start, words.tokens[last].span.end), end + 1
    )
  }

  /// Whether quoted words are in title case: the first and all but small words have capitals, and
  /// there are three, or two with a head word or after "titled".
  private func isTitle(_ range: ClosedRange<Int>, before: Int) -> Bool {
    var capitals = 0
    guard words[range.lowerBound].isCapitalized || words.tokens[range.lowerBound].kind == .number
    else { return false }
    for index in range where words.tokens[index].kind == .word {
      if words[index].isCapitalized {
        capitals += 1
      } else if !words.has(index, .stop) || words.tokens[index].span.count > 5
        || words.tokens.is(index, [.personalPronoun, .auxiliary]) && !words.is(index, "is")
      {
        // "Are you a Member, or are you a Guest?" is a sentence.
        return false
      }
      if index < range.upperBound, words[index + 1].byte == 0x21 || words[index + 1].byte == 0x3F {
        return false
      }
    }
    let isCalled =
      words.is(before, "titled") || words.is(before, "entitled")
      || words.is(before, "called") || words.has(before, .work)
    if capitals >= 3 { return true }
    return capitals == 2 && (isCalled || words.has(range.upperBound, .work))
      || capitals == 1 && isCalled
  }

  /// A run of capitalized words that ends in a head word, or a head word with "of" or "on" and what
  /// it is of: "Clean Air Act of 1970", "Treaty on Open Skies", "Resolution 1325".
  private func headed(at index: Int) -> Range<Int>? {
    if index > 0, words[index - 1].isCapitalized, !words[index].startsSentence,
      !words.has(index - 1, .stop), !isOwner(index - 1)
    {
      return nil
    }
    var start = index
    if words.has(start, .stop) { return nil }
    // "the President's Clean Water Act": whose it is is no part of it.
    if isOwner(start) {
      start += 1
    }
    if words[start].startsSentence, words.isCommon(start), words.has(start, .personAfter) {
      start += 1
    }
    let limit = runEnd(start)
    guard limit > start,
      let head = (start..<limit).last(where: { words.has($0, .work) || isPlan($0, from: start) }),
      !words[head].isHeadline, !isGathering(start..<head + 1)
    else { return nil }
    guard !isName(head) else { return nil }
    // "European Union Law Review Board": what goes on after the head is another name.
    guard head == limit - 1 || words.tokens[head + 1].kind == .number else { return nil }
    var end = head + 1
    if end < words.count, words.tokens[end].kind == .number, !words.tokens[end].startsLine {
      return start..<endOfNumber(end) + 1
    }
    let hasArea = area(after: afterAcronym(end)).map { end = $0 } != nil
    // "the President signed an Executive Order" names none.
    if !hasArea, head == start + 1, isUnnamed(start, head) { return nil }
    if let long = LongTitle(words, isOwner: isOwner).start(of: head, from: start) {
      return long..<end
    }
    start = widened(start, head)
    if head == start, !hasArea || words[start].startsSentence && words.isCommon(start) {
      return nil
    }
    if head == start + 1, words[start].startsSentence, words.isCommon(start), !hasArea {
      return nil
    }
    return start..<end
  }

  /// "Executive Order", "House Resolution"
  private func isUnnamed(_ start: Int, _ head: Int) -> Bool {
    if words.isWord(head, "order") { return words.isWord(start, "executive") }
    return words.isWord(head, "resolution")
      && (words.isWord(start, "house") || words.isWord(start, "senate"))
  }

  /// The token behind "(WRDA)" before a year: "the Ports Act (PA) of 2022".
  private func afterAcronym(_ end: Int) -> Int {
    guard words.isMark(end, 0x28), words.isMark(end + 2, 0x29), words[end + 1].isAllCapitals,
      words.is(end + 3, "of"), end + 4 < words.count, words.tokens[end + 4].kind == .number
    else { return end }
    return end + 3
  }

  /// The start of "Freedom of Information Act", "For the People Act".
  private func widened(_ start: Int, _ head: Int) -> Int {
    var before = start - 1
    // "U.S.-Norway Agreement"
    if words.isMark(before, 0x2D), before > 0, !words.tokens[start].spaceBefore,
      !words.tokens[before].spaceBefore, words[before - 1].isCapitalized
    {
      return before - 1
    }
    // "the One Clean River Act"
    if words.is(before, "One"), !words[before].startsSentence, head > start { return before }
    if words.is(before, "the") { before -= 1 }
    if before >= 0, before < start, words[before].isCapitalized, words.isWord(before, "for") {
      return before
    }
    // "School of Law", "Rule of Law"
    guard head > start, words.is(before, "of") || words.is(before, "for"), before > 0,
      words[before - 1].isCapitalized, words.isCommon(before - 1),
      !words.has(before - 1, [.stop, .titleWord, .head]), !words[before - 1].startsSentence
    else { return start }
    return before - 1
  }

  private func runEnd(_ index: Int) -> Int {
    var end = index
    while end < words.count, words[end].isCapitalized,
      end == index || !isOwner(end),
      end == index || !words.tokens[end].startsLine
    {
      end += 1
      // "Freedom and Democracy Act", but "the Clean Harbors Act and Tidal Waters Act"
      if words.is(end, "and"), end + 1 < words.count, words[end + 1].isCapitalized,
        words.isCommon(end + 1), hasHead(end + 1), end - index < 2 || !words.has(end - 1, .work)
      {
        end += 1
      }
    }
    return end
  }

  private func hasHead(_ index: Int) -> Bool {
    var next = index
    while next < words.count, words[next].isCapitalized, next - index < 5 {
      if words.has(next, .work) { return true }
      next += 1
    }
    return false
  }

  /// The end of "of Human Rights", "on the Rights of the Child", "of 1970".
  private func area(after index: Int) -> Int? {
    var end: Int?
    var cursor = index
    for _ in 0..<3 {
      guard
        words.is(cursor, "of") || words.is(cursor, "on") || words.is(cursor, "for")
          || words.is(cursor, "against")
      else { break }
      var start = cursor + 1
      if words.is(start, "the") { start += 1 }
      guard start < words.count else { break }
      if words.tokens[start].kind == .number {
        return words.tokens[start].span.count == 4 && words.is(cursor, "of") ? start + 1 : end
      }
      guard words[start].isCapitalized, !words.has(start, .stop) else { break }
      cursor = runEnd(start)
      end = cursor
      // "for Fiscal Year 2024"
      if cursor < words.count, words.is(cursor - 1, "Year"),
        words.tokens[cursor].kind == .number, words.tokens[cursor].span.count == 4
      {
        return cursor + 1
      }
    }
    return end
  }

  /// Whether a token lies in the name of a person, or ends that of an organization.
  func isName(_ index: Int) -> Bool {
    let name = names.partitioningIndex { $0.tokens.upperBound > index }
    return name < names.count && names[name].tokens.contains(index) && names[name].kind != .place
  }
}
