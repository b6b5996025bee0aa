import PressModel

/// What speakers take on in their own words: "I will sign the bill", "we are providing $5 million", "my
/// administration has pledged".
///
/// Talk is full of "we will": only deeds count, and of the verbs that may be either ("provide", "build")
/// those with a sum. Who speaks must be known.
extension CommitmentClauses {
  /// The commitment whose subject is the speaker's "I", "we" or "my administration" at a token.
  func spoken(at subject: Int, in sentence: Range<Int>) -> (commitment: Commitment, next: Int)? {
    guard var reading = selfSubject(at: subject), reading.verb < sentence.upperBound,
      opensClause(subject, sentence)
    else { return nil }
    let first = reading.verb
    switch reading.auxiliary {
    case .future:
      guard isFuture(&reading.verb, sentence) else { return nil }
    case .copula:
      guard isUnderWay(&reading.verb, sentence) else { return nil }
    case .perfect:
      skipAdverbs(&reading.verb, sentence)
      guard words.isLower(reading.verb), isDone(reading.verb, sentence) else { return nil }
    case .none:
      guard isPerformed(&reading.verb, sentence) else { return nil }
    }
    let end = clauseEnd(after: reading.verb, sentence)
    guard end > reading.verb + 1, !isConditional(reading.verb..<end) else { return nil }
    let offset = words.tokens[subject].span.start
    guard
      let name = voices.speaker(
        at: offset, isQuoted: isQuoted(subject, from: sentence.lowerBound))
    else { return nil }
    let start = leadIn(before: subject, sentence)
    let verb = min(reading.start ?? first, reading.verb)...reading.verb
    return (make(start..<end, Actor(span: words.tokens[subject].span, name: name), verb), end)
  }

  private enum Auxiliary { case future, copula, perfect, none }

  /// The auxiliary of a speaker's clause and where its verb may start; `start`: the token of an
  /// auxiliary that stands alone.
  private struct SelfSubject {
    var auxiliary: Auxiliary
    var verb: Int
    var start: Int?
  }

  /// "I'll", "we have", "my administration is", "We pledge".
  private func selfSubject(at index: Int) -> SelfSubject? {
    guard words.tokens[index].kind == .word else { return nil }
    if let auxiliary = contracted(index) {
      return SelfSubject(auxiliary: auxiliary, verb: index + 1, start: index + 1)
    }
    var next = index + 1
    if words.is(index, "my") || words.is(index, "our") || words.is(index, "My")
      || words.is(index, "Our")
    {
      guard WordList.ownBodies.holds(next, words.tokens) else { return nil }
      next += 1
      guard ["will", "is", "has"].contains(where: { words.is(next, $0) }) else { return nil }
    } else if words.is(index, "I"), words.is(next, "are") || isJoined(index) {
      // "Minister Berg and I are announcing": of two.
      return nil
    } else if !words.is(index, "I"), !words.is(index, "we"), !words.is(index, "We") {
      return nil
    }
    // "I — I will", "we also will": adverbs may stand before the auxiliary.
    while isOwnAdverb(next) { next += 1 }
    let auxiliary: Auxiliary =
      switch true {
      case words.is(next, "will"), words.is(next, "shall"): .future
      case words.is(next, "am"), words.is(next, "are"), words.is(next, "is"): .copula
      case words.is(next, "have"), words.is(next, "has"): .perfect
      default: .none
      }
    return SelfSubject(
      auxiliary: auxiliary, verb: auxiliary == .none ? next : next + 1,
      start: auxiliary == .none ? nil : next)
  }

  /// "Berg and I", "the board and I".
  private func isJoined(_ index: Int) -> Bool {
    words.is(index - 1, "and") && index > 1 && words.tokens[index - 2].kind == .word
      && words[index - 2].isCapitalized
  }

  /// What an apostrophe leaves of the auxiliary: "I'll", "We're", "we've", with a straight or a curly
  /// mark.
  private func contracted(_ index: Int) -> Auxiliary? {
    let span = words.tokens[index].span
    guard span.count >= 3, span.count <= 7 else { return nil }
    let bytes = words.tokens.text.bytes
    let pronoun = bytes[span.start] == 0x49 ? 1 : 2
    guard pronoun == 1 || bytes[span.start] | 0x20 == 0x77 && bytes[span.start + 1] == 0x65 else {
      return nil
    }
    var mark = span.start + pronoun
    if bytes[mark] == 0x27 {
      mark += 1
    } else if span.end - mark > 3, bytes[mark] == 0xE2, bytes[mark + 1] == 0x80,
      bytes[mark + 2] == 0x99
    {
      mark += 3
    } else {
      return nil
    }
    switch (bytes[mark], span.end - mark) {
    case (0x6C, 2): return .future
    case (0x6D, 1), (0x72, 2): return .copula
    case (0x76, 2): return .perfect
    default: return nil
    }
  }

  private func isOwnAdverb(_ index: Int) -> Bool {
    (isAdverb(index) || words.is(index, "hereby") || words.is(index, "therefore")
      || words.is(index, "tonight") || words.is(index, "just"))
      && !words.has(index, .deed)
  }

  private func skipAdverbs(_ index: inout Int, _ sentence: Range<Int>) {
    while index < sentence.upperBound, isOwnAdverb(index) { index += 1 }
  }

  // MARK: - The verb

  /// "will sign the bill", "will be providing $5 million", "are going to ban it" without its
  /// auxiliary; the verb is left at its last word.
  private func isFuture(_ verb: inout Int, _ sentence: Range<Int>) -> Bool {
    skipAdverbs(&verb, sentence)
    if words.is(verb, "be") {
      verb += 1
      return isOngoing(verb, sentence)
    }
    guard words.isLower(verb), verb + 1 < sentence.upperBound else { return false }
    if WordList.ownDeeds.contains(verb, words.tokens) { return isThing(verb + 1) }
    if words.is(verb, "introduce") {
      return isThing(verb + 1) && holds(Self.bills, verb + 1..<clauseEnd(after: verb, sentence))
    }
    return WordList.ownGifts.contains(verb, words.tokens) && isGift(verb, sentence)
  }

  static let bills: [StaticString] = [
    "bill", "bills", "legislation", "amendment", "resolution", "act", "Act", "measure", "law",
  ]

  /// "are providing $5 million", "are going to ban cages", "am proud to announce a fund".
  private func isUnderWay(_ verb: inout Int, _ sentence: Range<Int>) -> Bool {
    skipAdverbs(&verb, sentence)
    if words.is(verb, "going"), words.is(verb + 1, "to") {
      verb += 2
      return isFuture(&verb, sentence)
    }
    if words.is(verb, "very") { verb += 1 }
    if WordList.gladness.contains(verb, words.tokens), words.is(verb + 1, "to"),
      words.is(verb + 2, "announce")
    {
      verb += 2
      return isAnnounced(announcing: verb, in: sentence)
    }
    return isOngoing(verb, sentence)
  }

  private func isOngoing(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    guard verb + 1 < sentence.upperBound, words.isLower(verb) else { return false }
    if WordList.ownOrders.contains(verb, words.tokens) {
      return isOrder(verb, sentence)
    }
    guard words.has(verb, .ongoing) else { return false }
    // "we are investing in you", "we are providing a lot of help" are talk.
    if WordList.ownGifts.contains(verb, words.tokens) { return isGift(verb, sentence) }
    return isThing(verb + 1) && isAnnounced(ongoing: verb, in: sentence)
  }

  /// "have pledged $5 million", "have directed the Secretary to open ports".
  private func isDone(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    let next = verb + 1
    guard next < sentence.upperBound else { return false }
    if WordList.ownOrders.contains(verb, words.tokens) { return isOrder(verb, sentence) }
    // "have promised the board", "have offered a deal": of what is told.
    if words.is(verb, "promised"), !words.is(next, "to") { return false }
    return words.has(verb, .commits) && !words.is(verb, "offered")
      && isCommitting(verb, in: sentence) && isThing(next)
      && !isOfYear(next, sentence)
  }

  /// "pledge to open", "announce a fund", or "signed" where the sentence tells of these days.
  private func isPerformed(_ verb: inout Int, _ sentence: Range<Int>) -> Bool {
    guard words.isLower(verb), verb + 1 < sentence.upperBound else { return false }
    let next = verb + 1
    if words.is(verb, "announce") { return isAnnounced(announcing: verb, in: sentence) }
    if words.is(verb, "promise") {
      return words.is(next, "to") && isThing(next + 2)
        && (WordList.ownDeeds.contains(next + 1, words.tokens)
          || WordList.ownGifts.contains(next + 1, words.tokens) && isGift(next + 1, sentence))
    }
    if words.is(verb, "pledge") || words.is(verb, "vow") || words.is(verb, "commit") {
      return words.is(next, "to") && words.isLower(next + 1) || words.is(next, "that")
        || words.tokens.is(next, .currencySymbol)
    }
    guard words.has(verb, .commits) || WordList.ownOrders.contains(verb, words.tokens),
      !words.is(verb, "promised"), holds(Self.now, sentence), !holds(["ago"], sentence)
    else { return false }
    if words.is(verb, "signed"), words.is(next, "into"), words.is(next + 1, "law") { return true }
    return isDone(verb, sentence)
  }

  static let now: [StaticString] = [
    "today", "Today", "tonight", "Tonight", "yesterday", "Yesterday", "morning", "afternoon",
    "week", "hereby",
  ]

  /// "provide $5 million for ports": with a sum, and nothing that is given in talk alone.
  private func isGift(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    isThing(verb + 1) && !isTalk(verb + 1, sentence)
      && hasSum(verb + 1..<clauseEnd(after: verb, sentence))
  }

  /// "directed the Secretary to open ports", but not "directed my comments to that".
  private func isOrder(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    isThing(verb + 1) && !isTalk(verb + 1, sentence)
      && holds(["to"], verb + 1..<clauseEnd(after: verb, sentence))
  }

  private func isTalk(_ next: Int, _ sentence: Range<Int>) -> Bool {
    (next..<min(next + 4, sentence.upperBound)).contains {
      WordList.mereTalk.contains($0, words.tokens)
    }
  }

  // MARK: - The object

  /// A thing that may be done: no pronoun ("sign it"), no preposition ("sign off").
  private func isThing(_ index: Int) -> Bool {
    guard index < words.count else { return false }
    if words.tokens[index].kind == .mark {
      return words.tokens.is(index, .currencySymbol) || words.opensQuotation(index)
    }
    if [
      "this", "that", "these", "those", "her", "down", "out", "up", "off", "back",
      "myself", "ourselves", "some", "various",
    ]
    .contains(where: { words.is(index, $0) }) {
      return false
    }
    // "announced we're opening it": a clause.
    guard contracted(index) == nil else { return false }
    return words.tokens.is(index, .determiner)
      || !words.tokens.is(
        index, [.pronoun, .personalPronoun, .preposition, .conjunction, .auxiliary, .copula])
  }

  /// Money, or a number of a size that nobody counts off in talk: "$5", "2 million", "1,200".
  private func hasSum(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = words.tokens[index]
      if token.kind == .number {
        let isYear =
          token.span.count == 4 && (words[index].byte == 0x31 || words[index].byte == 0x32)
        return token.span.count >= 3 && !isYear
      }
      return words.tokens.is(index, .currencySymbol)
        || Self.sizes.contains { words.is(index, $0) }
    }
  }

  private static let sizes: [StaticString] = [
    "million", "billion", "trillion", "thousand", "percent",
  ]

  func holds(_ list: [StaticString], _ range: Range<Int>) -> Bool {
    range.contains { index in list.contains { words.is(index, $0) } }
  }
}
