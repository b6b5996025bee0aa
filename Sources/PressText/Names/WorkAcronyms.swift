import PressModel

/// Finds the acronyms that stand for works: explained in a bracket behind the title, as in "the Family
/// Harbor Act (FHA)", or of its initials, where the text explains them by nothing else.
struct WorkAcronyms {
  /// An acronym, and the index of the title that it stands for.
  struct Found: Sendable {
    var token: Int
    var title: Int
  }

  private let words: NameWords
  private let titles: [WorkTitle]
  private let names: [NameSpan]
  private static let longest = 8

  /// `titles` and `names`: in the order of the text.
  init(_ words: NameWords, _ titles: [WorkTitle], _ names: [NameSpan]) {
    self.words = words
    self.titles = titles
    self.names = names
  }

  /// In the order of the text; none inside of a title or of a longer name.
  func find() -> [Found] {
    guard !titles.isEmpty else { return [] }
    var known = HashTable<Int>(capacity: 2 * titles.count, absent: -1)
    for (index, title) in titles.enumerated() {
      let end = words.tokens.index(at: title.span.end)
      // "the Family Harbor Act (FHA) of 2019"
      for open in [end, title.tokens.upperBound] {
        guard let acronym = acronym(at: open, of: title) else { continue }
        known.update(words[acronym].hash) { if $0 < 0 { $0 = index } }
      }
    }
    let taken = explainedOtherwise(known)
    for (index, title) in titles.enumerated() {
      for letters in initials(of: title.tokens) {
        let hash = letters.withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
        guard !taken[hash] else { continue }
        known.update(hash) { if $0 < 0 { $0 = index } }
      }
    }
    guard known.count > 0 else { return [] }
    return words.tokens.indices.compactMap { index in
      guard isAcronym(index), known[words[index].hash] >= 0, isFree(index) else { return nil }
      return Found(token: index, title: known[words[index].hash])
    }
  }

  /// The acronym in the bracket behind a title, whose letters are of it.
  private func acronym(at open: Int, of title: WorkTitle) -> Int? {
    var open = open
    if open < words.count, words.closesQuotation(open) { open += 1 }
    guard words.isMark(open, 0x28) else { return nil }
    return words.acronym(inBracket: open, of: title.tokens, where: isAcronym)
  }

  /// Nothing but capitals, before the ending of a possessive.
  private func isAcronym(_ index: Int) -> Bool {
    guard words[index].isCapitalized else { return false }
    let span = words.span(index..<index + 1)
    return (2...Self.longest).contains(span.count)
      && words.tokens.text.bytes[span.start..<span.end].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Acronyms that bodies have, and those that stand in a bracket behind anything but a title.
  private func explainedOtherwise(_ known: HashTable<Int>) -> HashTable<Bool> {
    var taken = HashTable<Bool>(capacity: 16, absent: false)
    for index in words.tokens.indices where isAcronym(index) && known[words[index].hash] < 0 {
      let isKnown = words.lexicon.phrase(WordHash.capitals(words[index].hash)).kinds
      guard isKnown.contains(.organization) || words.isMark(index - 1, 0x28) else { continue }
      taken.update(words[index].hash) { $0 = true }
    }
    for name in names where name.kind == .organization && name.tokens.count > 1 {
      let initials = words.initials(of: name.tokens)
      let hash = initials.withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
      taken.update(hash) { $0 = true }
    }
    return taken
  }

  /// Three letters or more of a title's words up to its head, with the small words and without.
  private func initials(of title: Range<Int>) -> [[UInt8]] {
    let head = title.last { words.has($0, .work) } ?? title.upperBound - 1
    let title = title.lowerBound..<head + 1
    guard !title.contains(where: { words.tokens[$0].kind == .number }) else { return [] }
    let short = words.initials(of: title)
    let long = title.filter { words.tokens[$0].kind == .word }
      .map { words.tokens.text.bytes[words.tokens[$0].span.start] & 0xDF }
    return (short == long ? [short] : [short, long]).filter { $0.count > 2 }
  }

  private func isFree(_ index: Int) -> Bool {
    let start = words.tokens[index].span.start
    let title = titles.partitioningIndex { $0.span.end > start }
    if title < titles.count, titles[title].span.start <= start { return false }
    let name = names.partitioningIndex { $0.tokens.upperBound > index }
    guard name < names.count, names[name].tokens.contains(index) else {
      return !words[index].isHeadline || words.tokens[index].span.count > 3
    }
    return names[name].kind == .organization && names[name].tokens.count == 1
  }
}
