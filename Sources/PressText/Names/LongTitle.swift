import PressModel

/// Where the title of a law starts whose name holds small words, commas or its acronym: "the Veterans
/// Protection from Fraud Act", "the Ports, Rivers, and Canals (PORCA) Act".
struct LongTitle {
  private let words: NameWords
  /// Whether a word tells whose a title is.
  private let isOwner: (Int) -> Bool
  /// The words back from the head that a title may have.
  private static let limit = 18

  init(_ words: NameWords, isOwner: @escaping (Int) -> Bool) {
    self.words = words
    self.isOwner = isOwner
  }

  /// The first word of the title whose head word and nearest capitalized words are known; nil where
  /// nothing leads back to an article: what stands before is then no part of it.
  func start(of head: Int, from start: Int) -> Int? {
    guard isLaw(head), start > 1 else { return nil }
    if let first = spelled(before: head) { return first }
    var first = start
    while first > 1, head - first < Self.limit {
      if words.isWord(first - 1, "the") {
        return deed(before: first - 1, head) ?? (first < start ? first : nil)
      }
      // "Now, Bill": what opens a quotation leads to more than a word, a mark and its head.
      if isLead(first - 1) || isPraise(first - 1) {
        return first < start && head - first > 2 ? first : nil
      }
      guard let joint = joint(before: first) ?? (first < start ? ending(before: first) : nil),
        joint > 0, isPart(joint - 1)
      else { return nil }
      // "the Harbour Law, Ports and Rivers Act" are two.
      guard !words.has(joint - 1, .work) else { return nil }
      first = joint - 1
      while first > 0, isPart(first - 1), head - first < Self.limit { first -= 1 }
    }
    return nil
  }

  /// "introduced the Preventing the Closure of Harbours Act": the verb of a title that starts with one.
  private func deed(before article: Int, _ head: Int) -> Int? {
    let verb = article - 1
    guard verb > 1, head - verb < Self.limit, words[verb].isCapitalized,
      !words.tokens[article].startsLine, !words.tokens[verb].startsLine,
      words.is(verb - 1, "the") && words.isIngForm(verb)
        || introduces(verb - 1) && words.isCommon(verb)
        || introduces(verb - 2) && words.is(verb - 1, "the") && words.isCommon(verb)
    else { return nil }
    return verb
  }

  /// "his", "bipartisan", "Berg’s", "introduced", and the mark that opens a quotation.
  private func isLead(_ index: Int) -> Bool {
    words.isWord(index, "his") || words.isWord(index, "her") || words.isWord(index, "our")
      || words.isWord(index, "their") || words.is(index, "bipartisan")
      || words.opensQuotation(index) || isOwner(index) || introduces(index)
  }

  /// "the federal Defense of Harbors Act"
  private func isPraise(_ index: Int) -> Bool {
    index > 0 && words.isLower(index) && !isSmall(index)
      && (words.isWord(index - 1, "the") || words.isWord(index - 1, "a"))
  }

  /// What is done with laws.
  private func introduces(_ index: Int) -> Bool {
    [
      "introduced", "reintroduced", "introducing", "reintroducing", "introduce", "reintroduce",
      "passed", "passing", "sponsored", "cosponsored", "enacted", "titled", "entitled",
    ]
    .contains { words.is(index, $0) }
  }

  /// The first of the words whose initials the acronym before the head has: "Fire Investment and
  /// Response Enhancement (FIRE) Act".
  private func spelled(before head: Int) -> Int? {
    guard head > 4, words.isMark(head - 1, 0x29), words.isMark(head - 3, 0x28),
      words[head - 2].isCapitalized
    else { return nil }
    let span = words.tokens[head - 2].span
    let letters = words.tokens.text.bytes[span.start..<span.end]
    guard letters.count > 1, !words.tokens[head - 3].startsLine else { return nil }
    return words.spelled(letters, before: head - 3, within: Self.limit - 4) { index, letters in
      if words[index].isCapitalized { return words[index].byte == letters.last ? 1 : nil }
      return isSmall(index) || words.isMark(index, 0x2C) || words.is(index, "the")
        || words.is(index, "a") || words.is(index, "by") ? 0 : nil
    }
  }

  private func isLaw(_ index: Int) -> Bool {
    words.is(index, "Act") || words.is(index, "Bill") || words.is(index, "Regulations")
      || words.is(index, "Resolution")
  }

  /// The first token of what may stand between two parts: a small word, a comma, both, an acronym
  /// or a word between brackets.
  private func joint(before index: Int) -> Int? {
    var joint = index
    while words.isMark(joint - 1, 0x29),
      let open = (max(0, joint - 5)..<joint - 1).last(where: { words.isMark($0, 0x28) }),
      open < joint - 2, (open + 1..<joint - 1).allSatisfy({ words[$0].isCapitalized })
    {
      joint = open
    }
    if joint < index { return joint }
    if isSmall(joint - 1) { joint -= 1 }
    if joint > 0, words.isMark(joint - 1, 0x2C) { joint -= 1 }
    return joint < index ? joint : nil
  }

  /// The mark that ends a plural: "Improving Anglers’ Access to Harbors Act".
  private func ending(before index: Int) -> Int? {
    let mark = index - 1
    guard mark > 0, words.isMark(mark, 0x27) || words.tokens.is(mark, "’"),
      !words.tokens[mark].spaceBefore, words.isCommon(mark - 1),
      !words.has(mark - 1, [.titleWord, .group])
    else { return nil }
    return mark
  }

  private func isSmall(_ index: Int) -> Bool {
    words.is(index, "and") || words.is(index, "of") || words.is(index, "for")
      || words.is(index, "from") || words.is(index, "in") || words.is(index, "to")
      || words.is(index, "on") || words.is(index, "with") || words.is(index, "against")
  }

  private func isPart(_ index: Int) -> Bool {
    guard !words.tokens[index + 1].startsLine else { return false }
    if words.tokens[index].kind == .number { return isOrdinal(index) }
    return words[index].isCapitalized && !words.isWord(index, "the") && !isOwner(index)
  }

  /// "the 21st Century Harbors Act"
  private func isOrdinal(_ index: Int) -> Bool {
    words.tokens.text.bytes[words.tokens[index].span.end - 1] >= 0x61
      && words[index + 1].isCapitalized
  }
}
