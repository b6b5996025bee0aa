import PressModel

/// Short names of bodies that are the end of a fuller one that was named before: "the River Authority"
/// behind "the Lima River Authority", "Norvik Foods" beside "Norvik Foods, Inc."
struct BodyTails {
  /// A body of a text: its index, its name, and the bytes at which its mentions start.
  struct Body {
    var index: Int
    var tokens: Range<Int>
    var mentions: [Int]
  }

  private let words: NameWords
  /// The words that a short name may leave out.
  private static let longestFront = 3

  init(_ words: NameWords) { self.words = words }

  /// Pairs of bodies of which the first is the second, where no other fuller name ends so.
  func pairs(_ bodies: [Body]) -> [(short: Int, full: Int)] {
    var known = HashTable<Int>(capacity: 2 * bodies.count, absent: -1)
    for (index, body) in bodies.enumerated() where body.tokens.count > 1 {
      known.update(words.key(body.tokens)) { $0 = index }
    }
    // How many bodies end in each, whatever stands before: "House Harbors Committee" and "Senate Harbors
    // Committee".
    var ends = HashTable<Int>(capacity: bodies.count, absent: 0)
    for body in bodies where body.tokens.count > 2 {
      for start in body.tokens.dropFirst().dropLast() where words.tokens[start].kind == .word {
        let short = known[words.key(start..<body.tokens.upperBound)]
        if short >= 0 { ends.update(UInt64(short) + 1) { $0 += 1 } }
      }
    }
    // Asked once of a short name, however many fuller ones there are.
    let starts = bodies.map { $0.mentions.min() }
    let articled = bodies.indices.map { ends[UInt64($0) + 1] > 0 && isArticled(bodies[$0]) }
    var fuller = HashTable<Int>(capacity: bodies.count, absent: -1)
    let several = -2
    var shorts: [Int] = []
    for (index, body) in bodies.enumerated() where body.tokens.count > 2 {
      let found = short(of: body, known) { short in
        guard let first = starts[short], let before = starts[index], before < first else {
          return false
        }
        return isKnown(bodies[short].tokens) ? opensWithUnion(body.tokens) : articled[short]
      }
      guard let short = found else { continue }
      fuller.update(UInt64(short) + 1) { $0 = $0 == -1 ? index : several }
      shorts.append(short)
    }
    return shorts.compactMap { short in
      let full = fuller[UInt64(short) + 1]
      guard full >= 0, ends[UInt64(short) + 1] <= 1 else { return nil }
      return (bodies[short].index, bodies[full].index)
    }
  }

  /// The body that is the end of another; `isShort`: whether it may stand for that one.
  private func short(
    of body: Body, _ known: HashTable<Int>, where isShort: (Int) -> Bool
  ) -> Int? {
    let tokens = body.tokens
    // "Norvik Foods, Inc."
    if words.has(tokens.upperBound - 1, .suffix) {
      let comma = words.isMark(tokens.upperBound - 2, 0x2C)
      let rest = tokens.dropLast(comma ? 2 : 1)
      let short = known[words.key(rest)]
      if rest.count > 1, short >= 0 { return short }
    }
    guard words.has(tokens.upperBound - 1, .anyHead), !words[tokens.lowerBound].isHeadline else {
      return nil
    }
    for start in tokens.dropFirst().dropLast().prefix(Self.longestFront) {
      guard isFront(start - 1, of: tokens) else { return nil }
      let short = known[words.key(start..<tokens.upperBound)]
      if short >= 0, isShort(short) { return short }
    }
    return nil
  }

  /// Whether a word may be left out: it has a capital and ends no other name.
  private func isFront(_ index: Int, of tokens: Range<Int>) -> Bool {
    words[index].isCapitalized && !words[index].isPossessive && words.tokens[index].kind == .word
      && !words.has(index, [.stop, .head, .titleWord, .prefix])
  }

  /// Whether the tables have a name, so that it is a body of its own.
  private func isKnown(_ tokens: Range<Int>) -> Bool {
    guard let phrase = words.phrase(at: tokens.lowerBound) else { return false }
    return phrase.end == tokens.upperBound && phrase.kinds.contains(.organization)
  }

  /// Whether a name always stands with an article.
  private func isArticled(_ body: Body) -> Bool {
    body.mentions.allSatisfy { start in
      let index = words.tokens.index(at: start)
      return words.is(index - 1, "the") || words.is(index - 1, "The")
        || words.isWord(index, "the")
    }
  }

  /// "UN Security Council", "United Nations General Assembly".
  private func opensWithUnion(_ tokens: Range<Int>) -> Bool {
    words.isWord(tokens.lowerBound, "un") || words.isWord(tokens.lowerBound, "u.n.")
      || words.isWord(tokens.lowerBound, "eu")
      || words.isWord(tokens.lowerBound, "united") && words.isWord(tokens.lowerBound + 1, "nations")
  }
}
