import PressModel

/// Mends where people's names start and end: "Said Roe, " is Roe, "Ann Roe D WI" and "Ann Q." before
/// "Strong" are cut elsewhere; and what ends like a street or a firm is nobody.
struct PersonEnds {
  private let words: NameWords

  init(_ words: NameWords) { self.words = words }

  /// `names`: in the order of the text.
  func mended(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      guard name.kind == .person else {
        mended.append(name)
        continue
      }
      if ends(name, in: .thingEnds) { continue }
      // "Roe State of the Union" in a headline is no firm.
      if ends(name, in: .firmEnds), !words[name.tokens.lowerBound].isHeadline {
        mended.append(NameSpan(.organization, name.tokens))
        continue
      }
      let next = index + 1 < names.count ? names[index + 1].tokens.lowerBound : words.count
      var name = name
      cutStart(&name)
      cutParty(&name)
      extend(&name, before: next)
      mended.append(name)
    }
    return mended
  }

  /// "Roe Blvd", "Roe Technologies".
  private func ends(_ name: NameSpan, in list: WordList) -> Bool {
    let last = name.tokens.upperBound - 1
    return name.tokens.count > 1 && name.titleStart == name.tokens.lowerBound
      && list.holds(last, words.tokens) && !words.has(last, [.surname, .firstName])
  }

  /// `Said Roe, "..."`, "Then-Captain Ann Roe", "Speaker Emerita Ann Roe".
  private func cutStart(_ name: inout NameSpan) {
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.tokens.count > 1 else { return }
    let isVerb =
      words.is(first, "Said") && words[first].startsSentence && name.titleStart == first
      && (words.isMark(end, 0x2C) || words.isMark(end, 0x3A))
      && (words.opensQuotation(end + 1) || words.isQuotation(end + 1, .opening))
    let isRank = words.is(first, "Emerita") || words.is(first, "Emeritus")
    guard isVerb || isRank || isFormer(first) else { return }
    if isVerb || isFormer(first) { name.titleStart = first + 1 }
    name.tokens = first + 1..<end
  }

  /// "Then-Captain", "then-Mayor".
  private func isFormer(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes[span.start..<span.end]
    return span.count > 6 && bytes[span.start] | 0x20 == 0x74
      && bytes.dropFirst().starts(with: "hen-".utf8)
  }

  /// The party and state of texts that have lost their marks: "Ann Roe D", "Ann Roe D WI", "Ann Roe M D".
  private func cutParty(_ name: inout NameSpan) {
    let first = name.tokens.lowerBound
    var end = name.tokens.upperBound
    if end - first > 3, words.tokens[end - 1].span.count == 2, words[end - 1].isAllCapitals,
      isLetter(end - 2)
    {
      end -= 1
    }
    while end - first > 2, isLetter(end - 1) { end -= 1 }
    guard end < name.tokens.upperBound, !words.isInitial(end - 1) else { return }
    name.tokens = first..<end
  }

  /// "D", "R", "I", and the two of "M D".
  private func isLetter(_ index: Int) -> Bool {
    words.is(index, "D") || words.is(index, "R") || words.is(index, "I")
      || words.is(index, "M") && words.is(index + 1, "D")
  }

  /// "Ann Q. Strong": the surname behind an initial that a name cannot end with; "Ann Roe Jr."
  private func extend(_ name: inout NameSpan, before next: Int) {
    let end = name.tokens.upperBound
    guard name.tokens.count > 1, !words[end - 1].isPossessive else { return }
    if isSurname(end, of: name), end < next { name.tokens = name.tokens.lowerBound..<end + 1 }
    var generation = name.tokens.upperBound
    if words[generation - 1].isPossessive { return }
    if words.isMark(generation, 0x2C) { generation += 1 }
    guard generation < next, words.isGeneration(generation),
      !words.tokens[generation].startsLine
    else { return }
    name.tokens = name.tokens.lowerBound..<generation + 1
  }

  private func isSurname(_ index: Int, of name: NameSpan) -> Bool {
    let last = index - 1
    guard index < words.count, words.isInitial(last), words.tokens[last].span.count == 2,
      !words.tokens[index].startsLine, words[index].isCapitalized, !words.isInitial(index),
      words.tokens[index].span.count > 2, !words.has(index, .stop),
      name.titleStart < name.tokens.lowerBound || words.has(name.tokens.lowerBound, .firstName)
    else { return false }
    return name.titleStart < name.tokens.lowerBound || words.has(index, .surname)
      || words.isMark(index + 1, 0x2C) || words.isMark(index + 1, 0x28)
      || words.has(index + 1, .personAfter) || words.isGeneration(index + 1)
  }
}
