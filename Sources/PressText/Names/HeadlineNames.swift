import PressModel

/// Parts names that a headline's capitals glue together at its verb: "Roe Welcomes Senate Confirmation",
/// "Doe, Roe Urge Harbor Department to Act", "Roe Statement on Tides", "Urging President Doe".
struct HeadlineNames {
  private let words: NameWords
  /// The surnames of the people whom the text names outside of headlines.
  private var surnames = HashTable<Bool>(capacity: 64, absent: false)

  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    for name in names where name.kind == .person && !words[name.tokens.lowerBound].isHeadline {
      surnames.update(words[name.tokens.upperBound - 1].hash) { $0 = true }
    }
  }

  /// `names`: in the order of the text.
  func mended(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    for name in names {
      var name = name
      name.titleStart = titleStart(name)
      guard name.kind != .place, let verb = verb(in: name) else {
        mended.append(name)
        continue
      }
      if let left = left(name, before: verb) { mended.append(left) }
      if let right = right(verb + 1..<name.tokens.upperBound) {
        mended.append(NameSpan(.organization, right))
      } else if name.kind == .person, verb + 2 == name.tokens.upperBound,
        surnames[words[verb + 1].hash]
      {
        mended.append(NameSpan(.person, verb + 1..<verb + 2))
      }
    }
    return mended
  }

  /// Where a title starts behind the verb before it: "Press President Roe", "Joining Senator Roe".
  private func titleStart(_ name: NameSpan) -> Int {
    guard name.titleStart < name.tokens.lowerBound - 1 else { return name.titleStart }
    let title = name.titleStart..<name.tokens.lowerBound - 1
    // "Senators Press President Roe" in a headline.
    if words[title.lowerBound].isHeadline {
      return (title.last { opensTitle($0) } ?? title.lowerBound - 1) + 1
    }
    return title.first { !opensTitle($0) } ?? title.upperBound
  }

  private func opensTitle(_ index: Int) -> Bool {
    guard !words.has(index, .modifier), !RoleWords.shared.isModifier(index, words),
      words.phrase(at: index).map({ $0.kinds.isDisjoint(with: .title) }) ?? true
    else { return false }
    return WordList.headlineVerbs.holds(index, words.tokens)
      || words[index].isHeadline && WordList.headlineWords.holds(index, words.tokens)
  }

  /// The first verb of a headline in a name that is more than its last word's namesake.
  private func verb(in name: NameSpan) -> Int? {
    let tokens = name.tokens
    guard words[tokens.lowerBound].isHeadline, tokens.count > 1, words.phrase(of: name) == nil
    else { return nil }
    return tokens.first { index in
      if WordList.headlineVerbs.holds(index, words.tokens) { return true }
      // "Roe, Doe Press Company": what is a noun as well stands behind somebody.
      return WordList.headlineWords.holds(index, words.tokens) && index > tokens.lowerBound
        && (surnames[words[index - 1].hash] || words.is(index - 1, "Colleagues"))
    }
  }

  /// Who does it: a person's name, or a body's that its head tells.
  private func left(_ name: NameSpan, before verb: Int) -> NameSpan? {
    guard verb > name.tokens.lowerBound else { return nil }
    var left = name
    left.tokens = name.tokens.lowerBound..<verb
    if name.kind == .person { return left }
    let last = verb - 1
    if words.phrase(of: left)?.kinds.contains(.organization) ?? false { return left }
    if left.tokens.count > 1, words.has(last, .head) { return left }
    guard left.tokens.count <= 2,
      surnames[words[last].hash] || words.has(last, .surname) && !words.has(last, .common)
    else { return nil }
    return NameSpan(.person, left.tokens)
  }

  /// The body that it is done to: one of the tables, or words up to a head that ends them.
  private func right(_ tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, words[first].isCapitalized, !words.has(first, .stop) else {
      return nil
    }
    var end = first
    while end < tokens.upperBound, words[end].isCapitalized,
      !WordList.headlineVerbs.holds(end, words.tokens)
    {
      end += 1
    }
    if words.has(end - 1, .head), end - first > 1 { return first..<end }
    guard let phrase = words.phrase(at: first), phrase.kinds.contains(.organization),
      phrase.end <= tokens.upperBound
    else { return nil }
    return first..<phrase.end
  }
}
