import PressModel

/// Finds the titles of court cases: "Roe v. Wade", "Doe v. Board of Harbors". What is named in one is
/// a party of the case and not spoken of.
struct CourtCases {
  private let words: NameWords
  private let names: [NameSpan]
  /// The words of a side that no name ends.
  private static let longestSide = 5
  /// How far from "vs." a word stands that tells of courts.
  private static let nearness = 14

  /// `names`: in the order of the text.
  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
  }

  /// The tokens of each title, in the order of the text and without overlap.
  func find() -> [Range<Int>] {
    var cases: [Range<Int>] = []
    for versus in words.tokens.indices.dropFirst() where isVersus(versus) {
      let right = words.isMark(versus + 1, 0x2E) ? versus + 2 : versus + 1
      guard let start = start(before: versus), start >= cases.last?.upperBound ?? 0,
        let end = end(from: right)
      else { continue }
      cases.append(start..<end)
    }
    return cases
  }

  /// The names without the parties of cases, and without a case's first word where it stands for the
  /// case: "the Doe decision".
  func withoutParties(_ cases: [Range<Int>]) -> [NameSpan] {
    guard !cases.isEmpty else { return names }
    let rulings = rulings()
    var next = 0
    return names.compactMap { name in
      guard name.kind == .organization else { return name }
      if name.tokens.count == 1, rulings[words[name.tokens.lowerBound].hash] { return nil }
      while next < cases.count, cases[next].upperBound <= name.tokens.lowerBound { next += 1 }
      guard next < cases.count, cases[next].overlaps(name.tokens) else { return name }
      // "Roe v. Wade Supreme Court decision": the rules took "Wade" for a part of the court's name.
      let rest = cases[next].upperBound..<max(cases[next].upperBound, name.tokens.upperBound)
      guard rest.count > 1, words.has(rest.upperBound - 1, .anyHead) else { return nil }
      return NameSpan(.organization, rest)
    }
  }

  /// The single words before "decision" and "ruling" that are no acronym.
  private func rulings() -> HashTable<Bool> {
    var rulings = HashTable<Bool>(capacity: 8, absent: false)
    for index in words.tokens.indices.dropFirst(2)
    where (words.is(index, "decision") || words.is(index, "ruling"))
      && words[index - 1].isCapitalized && !words[index - 1].isAllCapitals
      && !words[index - 2].isCapitalized && words.phrase(at: index - 1) == nil
    {
      rulings.update(words[index - 1].hash) { $0 = true }
    }
    return rulings
  }

  /// "v.", and "vs." where something near tells of courts.
  private func isVersus(_ index: Int) -> Bool {
    guard words.tokens[index].spaceBefore, !words.tokens[index].startsLine else { return false }
    if words.is(index, "v") { return true }
    guard words.is(index, "vs"), !words[index - 1].isHeadline else { return false }
    let (first, last) = (index - Self.nearness, index + Self.nearness)
    return (max(0, first)..<min(words.count, last)).contains { near in
      Self.courts.contains { words.isWord(near, $0) }
    }
  }

  private static let courts: [StaticString] = [
    "court", "courts", "decision", "ruling", "overturn", "overturned", "overturning", "overruled",
  ]

  /// Where the first side starts: where its name does, or the capitalized words before "v."
  private func start(before versus: Int) -> Int? {
    var end = versus
    // "Doe Ports, Inc. v. Roe"
    if words[end - 1].isAbbreviationStop { end -= 1 }
    let index = names.partitioningIndex { $0.tokens.upperBound >= end }
    if index < names.count, names[index].tokens.upperBound == end {
      return start(of: index)
    }
    var start = end
    while start > 0, end - start < Self.longestSide, isPart(start - 1),
      start == end
        || !words.tokens[start].startsLine && !words[start].isHeadline
          && (!words[start - 1].isPossessive || isOfMany(start - 1))
    {
      start -= 1
    }
    // "Upholding Roe v. Wade": the first word of a sentence may be any.
    if start < end - 1, words[start].startsSentence, words.isCommon(start) { start += 1 }
    return start < end ? start : nil
  }

  /// "Harbor County, AL v. Doe": the county is the party.
  private func start(of index: Int) -> Int {
    let start = names[index].tokens.lowerBound
    guard index > 0, words.isMark(start - 1, 0x2C), names[index].kind == .place,
      names[index - 1].kind == .place, names[index - 1].tokens.upperBound == start - 1
    else { return start }
    return names[index - 1].tokens.lowerBound
  }

  /// The end of the second side.
  private func end(from start: Int) -> Int? {
    guard start < words.count, isPart(start), !words.tokens[start].startsLine else { return nil }
    let index = names.partitioningIndex { $0.tokens.lowerBound >= start }
    var limit = start + (words[start].isHeadline ? 1 : Self.longestSide)
    if index < names.count, names[index].tokens.lowerBound == start {
      limit = names[index].tokens.upperBound
    }
    var end = start
    while end < min(limit, words.count), end == start || goesOn(end, limit) {
      end += 1
    }
    // "Doe v. Board of Harbors of Lima"
    if end > start + 1, words.is(end, "of"), end + 1 < words.count, isPart(end + 1),
      words.has(end - 1, .anyHead) || words.has(start, .anyHead)
    {
      end += 2
    }
    return end
  }

  private func goesOn(_ index: Int, _ limit: Int) -> Bool {
    guard !words.tokens[index].startsLine, !words[index - 1].isPossessive || isInName(index),
      !Self.ends.contains(where: { words.is(index, $0) })
    else { return false }
    return isPart(index) || words[index].isAbbreviationStop && index + 1 < limit || isInName(index)
  }

  private static let ends: [StaticString] = [
    "Supreme", "Decision", "Decisions", "Ruling", "Rulings", "Case", "Opinion", "Anniversary",
  ]

  /// "Women’s", and not "the Court’s".
  private func isOfMany(_ index: Int) -> Bool {
    words.isCommon(index) && !words.has(index, [.head, .weakHead, .titleWord])
  }

  private func isInName(_ index: Int) -> Bool {
    let next = names.partitioningIndex { $0.tokens.upperBound > index }
    return next < names.count && names[next].tokens.lowerBound < index
  }

  private func isPart(_ index: Int) -> Bool {
    words[index].isCapitalized && !words.has(index, .stop)
  }
}
