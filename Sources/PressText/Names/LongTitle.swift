import PressModel

/// Where the title of a law starts whose name holds small words, commas or its acronym: "the Veterans
/// Protection from Fraud Act", "the Ports, Rivers, and Canals (PORCA) Act".
struct LongTitle {
  private let words: NameWords
  /// The words back from the head that a title may have.
  private static let limit = 18

  init(_ words: NameWords) {
    self.words = words
  }

  /// The first word of the title whose head word and nearest capitalized words are known; nil where
  /// nothing leads back to an article: what stands before is then no part of it.
  func start(of head: Int, from start: Int) -> Int? {
    guard isLaw(head), start > 1 else { return nil }
    var first = start
    while first > 1, head - first < Self.limit {
      if words.isWord(first - 1, "the") { return first < start ? first : nil }
      guard let joint = joint(before: first), joint > 0, isPart(joint - 1) else { return nil }
      first = joint - 1
      while first > 0, isPart(first - 1), head - first < Self.limit { first -= 1 }
    }
    return nil
  }

  private func isLaw(_ index: Int) -> Bool {
    words.is(index, "Act") || words.is(index, "Bill") || words.is(index, "Regulations")
      || words.is(index, "Resolution")
  }

  /// The first token of what may stand between two parts: a small word, a comma, both, an acronym
  /// or a word between brackets.
  private func joint(before index: Int) -> Int? {
    var joint = index
    while words.isMark(joint - 1, 0x29), joint > 3, words.isMark(joint - 3, 0x28),
      words[joint - 2].isCapitalized
    {
      joint -= 3
    }
    if joint < index { return joint }
    if isSmall(joint - 1) { joint -= 1 }
    if joint > 0, words.isMark(joint - 1, 0x2C) { joint -= 1 }
    return joint < index ? joint : nil
  }

  private func isSmall(_ index: Int) -> Bool {
    words.is(index, "and") || words.is(index, "of") || words.is(index, "for")
      || words.is(index, "from") || words.is(index, "in") || words.is(index, "to")
      || words.is(index, "on") || words.is(index, "with") || words.is(index, "against")
  }

  private func isPart(_ index: Int) -> Bool {
    words[index].isCapitalized && !words.tokens[index + 1].startsLine
      && !words.isWord(index, "the")
  }
}
