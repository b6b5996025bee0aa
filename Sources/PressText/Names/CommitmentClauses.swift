public import PressModel

/// Finds clauses by which a named actor takes something on: "Norway pledged 3 million euros", "the
/// office, which will be hosted by the Government of Norway".
public struct CommitmentClauses {
  /// Somebody who may commit: where the document names them.
  public struct Actor: Sendable {
    public var span: Span
    public var name: String
    /// The first byte of the title before the name: "Governor" of "Governor Ann Berg".
    public var start: Int
    public var isPlace: Bool

    public init(span: Span, name: String, start: Int? = nil, isPlace: Bool = false) {
      self.span = span
      self.name = name
      self.start = start ?? span.start
      self.isPlace = isPlace
    }
  }

  let words: NameWords
  /// In the order of the text.
  let actors: [Actor]
  /// Whose words "I" and "we" are.
  let voices: Voices

  public init(_ words: NameWords, actors: [Actor], voices: Voices = Voices()) {
    self.words = words
    self.voices = voices
    self.actors = actors.sorted { $0.span < $1.span }
  }

  /// The commitments of one sentence, in order.
  public func commitments(in sentence: Span) -> [Commitment] {
    let first = words.tokens.index(at: sentence.start)
    var end = first
    while end < words.count, words.tokens[end].span.start < sentence.end { end += 1 }
    guard end > first, !words.isMark(end - 1, 0x3F) else { return [] }
    var found: [Commitment] = []
    var index = first
    while index < end {
      if !voices.isEmpty, let (commitment, next) = spoken(at: index, in: first..<end) {
        found.append(commitment)
        index = next
      } else if words.has(index, [.commits, .deed, .done, .ongoing]), words.isLower(index),
        let (commitments, next) = commitments(verb: index, in: first..<end)
      {
        found += commitments
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  private func commitments(verb: Int, in sentence: Range<Int>) -> ([Commitment], next: Int)? {
    if words.has(verb, .done), isPassive(verb) { return passive(verb, sentence) }
    if words.has(verb, .commits) {
      let start = auxiliaries(before: verb, sentence)
      guard let start, isCommitting(verb, in: sentence) else { return nil }
      return active(start...verb, sentence)
    }
    if words.has(verb, .ongoing) { return ongoing(verb, sentence) }
    guard words.has(verb, .deed) else { return nil }
    if words.is(verb, "announce"), words.is(verb - 1, "to") { return glad(verb, sentence) }
    var will = verb - 1
    while will > sentence.lowerBound, isAdverb(will) { will -= 1 }
    guard words.is(will, "will"), !words.is(verb - 1, "not") else { return nil }
    return active(will...verb, sentence)
  }

  /// "is launching a fund": what is done as it is said.
  private func ongoing(_ verb: Int, _ sentence: Range<Int>) -> ([Commitment], next: Int)? {
    var copula = verb - 1
    while copula > sentence.lowerBound, isAdverb(copula) { copula -= 1 }
    guard words.is(copula, "is") || words.is(copula, "are"), verb + 1 < sentence.upperBound,
      isAnnounced(ongoing: verb, in: sentence)
    else { return nil }
    return active(copula...verb, sentence)
  }

  /// "is proud to announce a fund".
  private func glad(_ verb: Int, _ sentence: Range<Int>) -> ([Commitment], next: Int)? {
    guard verb - 2 > sentence.lowerBound, WordList.gladness.contains(verb - 2, words.tokens) else {
      return nil
    }
    var copula = verb - 3
    while copula > sentence.lowerBound, isAdverb(copula) || words.is(copula, "very") { copula -= 1 }
    guard words.is(copula, "is") || words.is(copula, "are"),
      isAnnounced(announcing: verb, in: sentence)
    else { return nil }
    return active(copula...verb, sentence)
  }

  /// The first word of "has also pledged"; nil where the verb is negated, passive or an adjective.
  private func auxiliaries(before verb: Int, _ sentence: Range<Int>) -> Int? {
    var start = verb
    var before = verb - 1
    while before >= sentence.lowerBound {
      if isAdverb(before) {
        before -= 1
        continue
      }
      if words.is(before, "has") || words.is(before, "have") || words.is(before, "had") {
        start = before
        before -= 1
        continue
      }
      break
    }
    for word in max(sentence.lowerBound, before)...verb
    where words.is(word, "not") || words.is(word, "never") || words.is(word, "be")
      || words.is(word, "is") || words.is(word, "are") || words.is(word, "was")
      || words.is(word, "were") || words.is(word, "been") || words.is(word, "to")
    {
      return nil
    }
    return start
  }

  func isAdverb(_ index: Int) -> Bool {
    guard words.isLower(index) else { return false }
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    return words.is(index, "also") || words.tokens.is(index, .relativeDay) || words.is(index, "now")
      || words.is(index, "already") || words.is(index, "recently") || words.is(index, "soon")
      || words.is(index, "further")
      || span.count > 4 && bytes[span.end - 1] == 0x79 && bytes[span.end - 2] == 0x6C
  }

  /// Actors, an aside between brackets or commas, at most two adverbs, and the verb.
  private func active(_ verb: ClosedRange<Int>, _ sentence: Range<Int>)
    -> ([Commitment], next: Int)?
  {
    guard
      let actor = subject(rightBefore: verb.lowerBound, sentence)
        ?? subject(beforeAside: verb.lowerBound, sentence)
    else { return nil }
    let subjects = joined(to: actor, sentence)
    guard let first = subjects.first else { return nil }
    let start = opening(of: first, sentence)
    guard !isHoped(before: start, sentence) else { return nil }
    let end = clauseEnd(after: verb.upperBound, sentence)
    guard end > verb.upperBound + 1, !isOfBefore(verb.upperBound + 1..<end) else { return nil }
    return (subjects.map { make(start..<end, $0, verb) }, end)
  }

  /// "will sign it", "has agreed to do so": what was said before, and nothing else.
  private func isOfBefore(_ object: Range<Int>) -> Bool {
    object.count <= 3
      && ["it", "so", "this", "that", "them"].contains { words.is(object.upperBound - 1, $0) }
  }

  /// The actor before "(both D-VA)" or "(N.J.-09)", where what stands in the bracket is the last one
  /// named.
  func outsideBrackets(_ actor: Actor?) -> Actor? {
    guard let actor else { return nil }
    let first = words.tokens.index(at: actor.span.start)
    let behind = words.tokens.index(at: actor.span.end)
    let close = (behind..<min(behind + 5, words.count)).first {
      words.isMark($0, 0x28) || words.isMark($0, 0x29)
    }
    guard let close, words.isMark(close, 0x29) else { return actor }
    for mark in (max(0, first - 3)..<first).reversed() {
      if words.isMark(mark, 0x29) { return actor }
      if words.isMark(mark, 0x28) { return last(before: words.tokens[mark].span.start) }
    }
    return actor
  }

  /// The token behind "(R-LA)" or ", Minister of Finance,"; the first token where neither follows.
  func aside(after first: Int, before verb: Int) -> Int {
    let close: UInt8 = words.isMark(first, 0x28) ? 0x29 : 0x2C
    guard close == 0x29 || words.isMark(first, 0x2C), verb - first <= 14 else { return first }
    var index = first + 1
    while index < verb {
      if words.isMark(index, close) {
        // "(R-LA), chairman of the committee,"
        return close == 0x29 && words.isMark(index + 1, 0x2C)
          ? aside(after: index + 1, before: verb) : index + 1
      }
      if words.has(index, .personAfter), words.isLower(index) { return first }
      index += 1
    }
    return first
  }

  func make(_ range: Range<Int>, _ actor: Actor, _ verb: ClosedRange<Int>) -> Commitment {
    let tokens = words.tokens
    let clause = Span(
      tokens[range.lowerBound].span.start,
      tokens[max(range.lowerBound, range.upperBound - 1)].span.end)
    let verbSpan = Span(tokens[verb.lowerBound].span.start, tokens[verb.upperBound].span.end)
    return Commitment(
      mention: tokens.text.mention(clause), actor: actor.name, verb: tokens.text.mention(verbSpan))
  }

  /// The last actor that ends before a byte.
  func last(before offset: Int) -> Actor? {
    let next = actors.partitioningIndex { $0.span.start >= offset }
    guard next > 0, actors[next - 1].span.end <= offset else { return nil }
    return actors[next - 1]
  }
}
