public import PressModel

/// Whom "he", "she" and "I" stand for, where a text leaves little doubt.
///
/// Weighs the people who are named before a pronoun, in the same turn and not far away: whether their
/// sex is known, whether they are the subject where they are named, whether they spoke last. A noun in
/// between that may be meant as well ("my daughter") leaves it open. After the weighing of salience of
/// Lappin and Leass (1994: "An Algorithm for Pronominal Anaphora Resolution"), on tokens alone.
public struct Antecedents {
  private let tokens: Tokens
  private let blocks: [Block]
  private let speakers: Speakers
  /// In the order of the text; none where it is no transcript.
  private let labels: [TurnLabel]
  /// What stands between quotation marks: who is named there is not at hand outside.
  private let quoted: SpanIndex
  private let nouns = GenderedNouns.shared

  private static let blocksBefore = 3
  private static let bytesBefore = 1500
  private static let least = 2

  /// `quoted`: the quotations of the text in its order, without overlap.
  public init(
    _ tokens: Tokens, blocks: [Block], speakers: Speakers, labels: [TurnLabel], quoted: [Span]
  ) {
    self.tokens = tokens
    self.blocks = blocks
    self.speakers = speakers
    self.labels = labels
    self.quoted = SpanIndex(quoted)
  }

  /// Who says "I" at an offset: the one whose turn it is; nil where no label names one.
  public func speaker(at offset: Int) -> String? {
    guard let label = label(before: offset), label.kind == .speaker else { return nil }
    return speakers.name(at: label.span)
  }

  /// The person that a "he" or "she" stands for that belongs to a quotation at an offset; nil where
  /// it is open. `last`: whom the pronoun beside the quotation before stands for, and where it ends.
  public func person(before offset: Int, isFemale: Bool, last: (name: String, end: Int)?) -> String?
  {
    let floor = floor(before: offset)
    var best: (name: String, end: Int, score: Int)?
    var distance = Distance(end: offset)
    func weigh(_ name: String, _ end: Int, _ score: Int) {
      if best.map({ $0.score < score }) ?? true { best = (name, end, score) }
    }
    var last = last.flatMap { $0.end > floor && $0.end <= offset ? $0 : nil }
    var index = speakers.index(endingAfter: offset)
    while index > 0, speakers.named[index - 1].span.start >= floor {
      index -= 1
      let candidate = speakers.named[index]
      guard candidate.isPerson, candidate.span.end <= offset,
        candidate.isFemale.map({ $0 == isFemale }) ?? true,
        quoted.holding(candidate.span) == nil, let salience = salience(of: candidate)
      else { continue }
      if let pronoun = last, pronoun.end > candidate.span.end {
        weigh(pronoun.name, pronoun.end, 5 - sentences(&distance, back: pronoun.end))
        last = nil
      }
      let before = sentences(&distance, back: candidate.span.end)
      let agreement = candidate.isFemale == nil ? 0 : before == 0 ? 3 : 1
      weigh(candidate.name, candidate.span.end, salience + agreement - before)
    }
    if let last { weigh(last.name, last.end, 5 - sentences(&distance, back: last.end)) }
    guard let best, best.score >= Self.least,
      !hasOther(from: best.end, to: offset, isFemale: isFemale)
    else { return nil }
    return best.name
  }

  /// How many sentences lie between an offset and what was reached on the way back from it.
  private struct Distance {
    var end: Int
    var sentences = 0
  }

  /// The sentences that end between an offset and the pronoun, outside of quotations.
  private func sentences(_ distance: inout Distance, back offset: Int) -> Int {
    var index = tokens.index(at: distance.end) - 1
    while index >= 0, tokens[index].span.start >= offset {
      let isEnd =
        tokens.is(index, .stop) && !tokens.is(index - 1, [.titleAbbreviation, .abbreviation])
        || tokens[index].startsLine
      if isEnd, quoted.holding(tokens[index].span) == nil { distance.sentences += 1 }
      index -= 1
    }
    distance.end = min(distance.end, offset)
    return distance.sentences
  }

  // MARK: - Where to look

  private func label(before offset: Int) -> TurnLabel? {
    let next = labels.partitioningIndex { $0.end > offset }
    return next > 0 ? labels[next - 1] : nil
  }

  /// The first offset that is looked at: in the same turn, a few paragraphs back at most.
  private func floor(before offset: Int) -> Int {
    let block = max(0, blocks.partitioningIndex { $0.span.start > offset } - 1)
    let first = blocks.isEmpty ? 0 : blocks[max(0, block - Self.blocksBefore)].span.start
    return max(first, label(before: offset)?.end ?? 0, offset - Self.bytesBefore)
  }

  // MARK: - How much a mention counts

  /// 4 for a subject, 2 for whose the subject is, 1 elsewhere, 0 behind a preposition; 2 more where
  /// somebody is brought up. Nil for somebody who is spoken to.
  private func salience(of named: Speakers.Named) -> Int? {
    let first = start(of: tokens.index(at: named.span.start))
    let next = tokens.index(at: named.span.end)
    let before = first - 1
    let opens =
      before < 0 || tokens[first].startsLine || tokens.is(before, [.stop, .closeQuote, .colon])
    if next > 0, tokens[next - 1].span.end > named.span.end { return opens ? 2 : 0 }
    if tokens.is(next, .speechVerb) || tokens.is(before, .speechVerb) { return 4 }
    if isAddressed(before, next) { return nil }
    let new = named.isFirst ? 2 : 0
    if opens { return 4 }
    if tokens.is(before, .preposition) { return new }
    guard next < tokens.count, !tokens[next].startsLine else { return 1 + new }
    let isVerb =
      tokens[next].kind == .word && tokens[next].case == .lower
      && !tokens.is(next, [.preposition, .conjunction])
    return isVerb ? 4 : 1 + new
  }

  /// The first token of the title and the article before a name.
  private func start(of name: Int) -> Int {
    var first = name
    while first > 0, name - first < 8, !tokens[first].startsLine {
      let before = tokens[first - 1]
      let isTitle =
        before.isCapitalized && !tokens.is(first - 1, [.preposition, .conjunction, .starter])
        || tokens.is(first - 1, byte: 0x2E) && !before.spaceBefore
          && tokens.is(first - 2, .titleAbbreviation)
      guard isTitle else { break }
      first -= 1
    }
    if first > 0, tokens.is(first - 1, .determiner), !tokens[first].startsLine { first -= 1 }
    return first
  }

  /// "Thanks, Ann.": a name between a comma and the end of a short sentence.
  private func isAddressed(_ before: Int, _ next: Int) -> Bool {
    guard tokens.is(before, .comma), next < tokens.count, tokens.is(next, [.stop, .comma]) else {
      return false
    }
    var start = before - 1
    while start >= 0, before - start < 5, !tokens.is(start, [.stop, .closeQuote]),
      !tokens[start].startsLine
    {
      start -= 1
    }
    return before - start < 5
  }

  // MARK: - Who else may be meant

  /// Whether a noun for a person of that sex, or of either, is brought up between a name and an
  /// offset, outside of quotations: "my daughter", "a reporter", "the woman".
  private func hasOther(from start: Int, to end: Int, isFemale: Bool) -> Bool {
    let first = tokens.index(at: start)
    var index = first
    while index < tokens.count, tokens[index].span.start < end {
      defer { index += 1 }
      guard tokens[index].case == .lower, let gender = nouns.gender(tokens.string(index)),
        quoted.holding(tokens[index].span) == nil, let opening = opening(of: index, from: first)
      else { continue }
      let isSame = gender == (isFemale ? .female : .male)
      guard isSame || gender == .either && isNew(opening) else { continue }
      // "Ann Roe, a lawyer", "Ann Roe is a lawyer", "as a lawyer": the same person.
      let isDescription =
        opening - first <= 3 && tokens.is(first, .comma)
        || tokens.is(opening - 1, [.copula, .auxiliary]) || tokens.is(opening - 1, "as")
        || tokens.is(opening - 1, "like")
      if !isDescription { return true }
    }
    return false
  }

  /// The article or possessive that opens the phrase of a noun.
  private func opening(of noun: Int, from floor: Int) -> Int? {
    var index = noun - 1
    while index >= floor, noun - index <= 3 {
      if tokens.is(index, .determiner) || isPossessive(index) { return index }
      guard tokens[index].kind == .word else { return nil }
      index -= 1
    }
    return nil
  }

  private func isPossessive(_ index: Int) -> Bool {
    tokens.is(index, "my") || tokens.is(index, "our") || tokens.is(index, "his")
      || tokens.is(index, "her") || tokens.is(index, "their") || tokens.is(index, "My")
  }

  /// Whether a phrase brings somebody up: "a reporter", "my friend", not "the reporter".
  private func isNew(_ opening: Int) -> Bool {
    tokens.is(opening, "a") || tokens.is(opening, "an") || tokens.is(opening, "A")
      || tokens.is(opening, "An") || tokens.is(opening, "one") || tokens.is(opening, "One")
      || isPossessive(opening)
  }
}
