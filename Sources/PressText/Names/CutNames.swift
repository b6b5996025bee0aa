import PressModel

/// Mends names of bodies that end before an "and" of their own: "the Subcommittee on Harbors, Canals,
/// and Rivers", "the Office of Science and Harbor Policy".
struct CutNames {
  let words: NameWords
  private static let longestPart = 3
  private static let mostParts = 5

  /// `names`: in the order of the text.
  func mended(_ names: [NameSpan]) -> [NameSpan] {
    let starts = CutStarts(words, names)
    let firms = FirmNames(words, names)
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    var taken = 0
    for (index, name) in names.enumerated() {
      // A part that stood for a name of its own.
      if name.tokens.lowerBound < taken { continue }
      var name = name
      // "the Committee on Harbors and Rivers Chairman Ann Roe"
      if name.titleStart < taken { name.titleStart = min(taken, name.tokens.lowerBound) }
      if let start = starts.start(of: name, after: mended), start >= taken {
        while let last = mended.last, last.tokens.upperBound > start { mended.removeLast() }
        name.titleStart = start
        if name.kind == .organization { name.tokens = start..<name.tokens.upperBound }
      }
      if let last = mended.last, firms.isOfThree(last, name) {
        let tokens = last.tokens.lowerBound..<name.tokens.upperBound
        mended[mended.count - 1] = NameSpan(.organization, tokens)
        continue
      }
      if let end = end(of: name, before: names[(index + 1)...]) {
        name.tokens = name.tokens.lowerBound..<end
        taken = end
      }
      mended.append(name)
    }
    return mended
  }

  private func end(of name: NameSpan, before others: ArraySlice<NameSpan>) -> Int? {
    let end = name.tokens.upperBound
    if name.kind == .organization, words.is(end, "Against"), !words[end].isHeadline {
      // "the Harbor Coalition Against Theft and Fraud"
      guard let stop = partEnd(end + 1, isLast: true, others) else { return nil }
      return words.is(stop, "and") ? partEnd(stop + 1, isLast: true, others) ?? stop : stop
    }
    guard name.kind == .organization, name.tokens.count > 2, end + 1 < words.count,
      words.isMark(end, 0x2C) || words.is(end, "and") || words.isMark(end, 0x26),
      !words[name.tokens.lowerBound].isHeadline, isCut(name)
    else { return nil }
    var parts = name.tokens.contains { words.isMark($0, 0x2C) } ? 1 : 0
    var cursor = end
    while parts < Self.mostParts {
      var next = cursor
      let hasComma = words.isMark(next, 0x2C)
      if hasComma { next += 1 }
      let hasAnd = words.is(next, "and") || words.isMark(next, 0x26)
      if hasAnd { next += 1 }
      // ", and" follows at least two parts.
      guard hasComma || hasAnd, !(hasComma && hasAnd && parts == 0) else { return nil }
      if hasAnd, words.is(next, "the"), !words[next].isCapitalized, isCommittee(name) { next += 1 }
      guard let stop = partEnd(next, isLast: hasAnd, others) else { return nil }
      if hasAnd { return stop }
      guard words.isMark(stop, 0x2C) || words.is(stop, "and") || words.isMark(stop, 0x26) else {
        return nil
      }
      parts += 1
      cursor = stop
    }
    return nil
  }

  /// Whether a name says what a body is for, in common words and without "and".
  private func isCut(_ name: NameSpan) -> Bool {
    let last = name.tokens.upperBound - 1
    guard isSubject(last) || words.phrase(at: last) != nil, !words[last].isPossessive,
      !words[last].isAllCapitals, !words.has(last, .head), !title(at: last),
      !name.tokens.contains(where: { words.is($0, "and") || words.isMark($0, 0x26) }),
      let area = name.tokens.dropLast().last(where: {
        words.is($0, "on") || words.is($0, "of") || words.is($0, "for")
      }), area > name.tokens.lowerBound
    else { return false }
    return isHead(area - 1)
  }

  private func isHead(_ index: Int) -> Bool {
    words.is(index, "Committee") || words.is(index, "Subcommittee") || words.is(index, "Department")
      || words.is(index, "Ministry") || words.is(index, "Bureau") || words.is(index, "Office")
      || words.is(index, "Center") || words.is(index, "Centre") || words.is(index, "Institute")
      || words.is(index, "Division") || words.is(index, "Directorate")
  }

  private func isCommittee(_ name: NameSpan) -> Bool {
    name.tokens.contains { words.is($0, "Committee") || words.is($0, "Subcommittee") }
  }

  /// The end of a part: at most three words that are common as nouns, none of which tells of another
  /// body, an office or a place.
  private func partEnd(_ start: Int, isLast: Bool, _ others: ArraySlice<NameSpan>) -> Int? {
    var end = start
    while end < words.count, words[end].isCapitalized, !words.tokens[end].startsLine,
      end - start <= Self.longestPart
    {
      let classes = words[end].classes
      // "Harbor Policy Director Ann Roe"
      if end > start, isLast, title(at: end) { break }
      guard isSubject(end), !words[end].isAllCapitals, !title(at: end),
        classes.isDisjoint(with: .noSubject),
        words.phrase(at: end).map({ $0.kinds.isDisjoint(with: PhraseKind.place.union(.demonym)) })
          ?? true
      else { return nil }
      end += 1
      if words[end - 1].isPossessive { return nil }
    }
    // "Energy" and "Media" are what bodies are for, "Harbor Service" is another body.
    guard end > start, end - start <= Self.longestPart,
      end - start == 1 || !words.has(end - 1, .anyHead)
    else { return nil }
    return isFree(start..<end, others) ? end : nil
  }

  /// Whether a word may say what a body is for: it is common, or stands before offices so.
  private func isSubject(_ index: Int) -> Bool {
    words.isCommon(index) || words.has(index, .modifier)
  }

  /// Whether an office starts here; "Justice" is none where no name follows.
  private func title(at index: Int) -> Bool {
    guard let phrase = words.phrase(at: index) else { return false }
    if !phrase.kinds.isDisjoint(with: [.office, .rank]) { return true }
    return phrase.kinds.contains(.honorific) && phrase.end < words.count
      && words[phrase.end].isCapitalized
  }

  /// Whether no name lies in a part, unless it is the part, cut off for a body.
  private func isFree(_ part: Range<Int>, _ others: ArraySlice<NameSpan>) -> Bool {
    guard let other = others.first, other.tokens.lowerBound < part.upperBound else { return true }
    return other.kind == .organization && other.tokens == part
      || other.tokens.lowerBound < part.lowerBound && other.tokens.upperBound <= part.lowerBound
        && isFree(part, others.dropFirst())
  }
}
