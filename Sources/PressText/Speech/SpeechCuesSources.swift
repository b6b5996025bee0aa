/// Whom the words beside a quotation name: noun phrases, subjects and the verbs that join them.
extension SpeechCues {
  /// The first name, pronoun or speaker of a sentence, which is most often its subject: one behind
  /// a preposition ("In Lima, Reed ...") or with a possessive only where there is no other.
  public func firstSource(from start: Int, limit: Int) -> ClosedRange<Int>? {
    var index = start
    var second: ClosedRange<Int>?
    while index <= limit {
      guard isSourceStart(index), let source = nounPhrase(from: index, limit: limit) else {
        index += 1
        continue
      }
      let isObject = index > start && isInPrepositionalPhrase(index, floor: start)
      let isWhose = index > start && source.contains(where: isPossessive)
      if !isObject, !isWhose, !isPossessive(source.upperBound) { return source }
      second = second ?? source
      index = source.upperBound + 1
    }
    return second
  }

  private func isInPrepositionalPhrase(_ index: Int, floor: Int) -> Bool {
    var before = index - 1
    if before > floor, tokens.is(before, .determiner) { before -= 1 }
    return before >= floor && tokens.is(before, .preposition)
  }

  /// "Reed's", or "Reeds'" with its mark apart.
  func isPossessive(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
    let bytes = tokens.text.bytes
    let span = tokens[index].span
    guard span.count > 2, bytes[span.end - 1] == 0x73 else { return false }
    if bytes[span.end - 2] == 0x27 || bytes[span.end - 2] == 0x99 { return true }
    return tokens.is(index + 1, .singleQuote) && !tokens[index + 1].spaceBefore
  }

  private func isSourceStart(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    if tokens.is(index, .personalPronoun) { return !isContraction(index, withIs: true) }
    if tokens.is(index, "who") { return true }
    if tokens.is(index, .speakerNoun) { return true }
    return tokens[index].isCapitalized && !isContraction(index) && !isReaction(index)
      && !tokens.is(
        index,
        [
          .preposition, .conjunction, .determiner, .starter, .month, .weekday, .timeUnit,
          .relativeDay,
        ])
  }

  /// "We're", "I've", "Don't", and "he's" where that is asked for: no source.
  private func isContraction(_ index: Int, withIs: Bool = false) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes[span.start..<span.end]
    guard let mark = bytes.lastIndex(where: { $0 == 0x27 || $0 == 0x99 }) else { return false }
    // "O'Brien" goes on with a capital, "Reed's" is a name.
    let rest = bytes[(mark + 1)...]
    return !rest.isEmpty && rest.count <= 2 && rest.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      && (withIs || !rest.elementsEqual([0x73]))
  }

  /// "(Laughter.)", or the "Q" of a question.
  private func isReaction(_ index: Int) -> Bool {
    tokens.is(index, .stageRemark) && tokens.is(index - 1, .openBracket)
      || tokens.is(index, "Q") && tokens[index].startsLine
  }

  /// A source that starts at a token, up to the verb, comma or preposition that ends its head.
  func nounPhrase(from index: Int, limit: Int) -> ClosedRange<Int>? {
    var start = index
    while start <= limit, tokens.is(start, .adverb) { start += 1 }
    guard start <= limit, start < tokens.count else { return nil }
    if tokens.is(start, .personalPronoun) { return start...start }
    guard tokens[start].kind == .word || tokens[start].kind == .number else { return nil }
    if tokens.is(start, [.preposition, .conjunction, .auxiliary]) { return nil }
    if tokens[start].case == .lower, isVerb(start, [.speechVerb]) { return nil }
    var end = start
    var next = start + 1
    var hasHead = isHead(start)
    while next <= limit, next - start < 14 {
      let token = tokens[next]
      if token.kind == .mark, !tokens.is(next, byte: 0x26) {
        // The stop of "Gov." or of an initial belongs to the name.
        let isStop =
          tokens.is(next, byte: 0x2E) && !token.spaceBefore
          && tokens.is(next - 1, [.titleAbbreviation, .abbreviation])
        guard isStop else { break }
        next += 1
        continue
      }
      if tokens.is(next, "of") || tokens.is(next, "for"), next < limit, hasHead,
        tokens[next + 1].isCapitalized || tokens.is(next + 1, .determiner)
      {
        next += 1
        continue
      }
      if tokens.is(next, "and") || tokens.is(next, byte: 0x26), next < limit,
        tokens[next + 1].isCapitalized, hasHead
      {
        next += 1
        continue
      }
      if token.kind == .mark { break }
      if tokens.is(
        next, [.preposition, .conjunction, .auxiliary, .adverb, .weekday, .relativeDay]),
        !(token.isCapitalized && tokens[next - 1].isCapitalized && !tokens.is(next, .weekday))
      {
        break
      }
      if token.case == .lower, isVerb(next, [.speechVerb, .weakSpeechVerb]),
        hasHead || end > start || tokens.is(next, .speechVerb)
      {
        break
      }
      // "Reed's business manager" goes on, "Reed met" does not.
      if hasHead, token.case == .lower, tokens[end].isCapitalized, !isPossessive(end),
        !tokens.is(next, .speakerNoun)
      {
        break
      }
      hasHead = hasHead || isHead(next)
      end = next
      next += 1
    }
    return hasHead || tokens.is(start, .determiner) && end > start ? start...end : nil
  }

  private func isHead(_ index: Int) -> Bool {
    tokens.is(index, .speakerNoun)
      || tokens[index].isCapitalized && !tokens.is(index, [.determiner, .starter])
      || tokens[index].isCapitalized && tokens.is(index, "Another")
  }

  /// The verb of speech behind a source: over an apposition in commas or brackets, auxiliaries and
  /// adverbs.
  func verb(after source: Int, limit: Int) -> Int? {
    var index = source + 1
    var inAside = false
    while index <= limit, index - source < 45 {
      if tokens.is(index, .openQuote), index + 2 <= limit, tokens[index + 1].isCapitalized,
        tokens.is(index + 2, [.openQuote, .closeQuote])
      {
        // A nickname: Robert "Bob" Reed.
        index += 3
        continue
      }
      if tokens.is(index, [.stop, .openQuote, .colon]), !isAbbreviationStop(index),
        !tokens.is(index + 1, [.comma, .closeBracket])
      {
        return nil
      }
      if tokens.is(index, .comma) || tokens.is(index, .openBracket) || tokens.is(index, .dash) {
        inAside = true
        index += 1
        continue
      }
      if isVerb(index, [.speechVerb]) || isVerb(index, [.weakSpeechVerb]) && index - source < 4 {
        return tokens.is(index, .participle) && !inAside ? nil : index
      }
      let mayPass = inAside || index - source < 6
      guard mayPass else { return nil }
      index += 1
    }
    return nil
  }

  /// A common word that stands for nobody at the head of a line: `Myth: "..."`, `Step 6: "..."`.
  func isHeadword(_ source: ClosedRange<Int>) -> Bool {
    guard source.count == 1, tokens[source.lowerBound].case == .capitalized,
      !tokens.is(source.upperBound + 1, byte: 0x26),
      !tokens.is(source.lowerBound, [.personalPronoun, .speakerNoun, .speakerTitle])
    else { return false }
    let span = tokens[source.lowerBound].span
    let classes = NameLexicon.shared.classes(
      tokens.text.bytes.withUnsafeBufferPointer { WordHash.hash($0, span.start, span.end) })
    return classes.contains(.common) && classes.isDisjoint(with: [.firstName, .surname])
  }

  /// The source before a verb, right to left: over adverbs, auxiliaries and an apposition.
  func subject(of verb: Int, start: Int) -> ClosedRange<Int>? {
    if tokens.is(verb, .participle) {
      // "footage of Reed saying".
      let name = verb - 1
      if name > start, tokens[name].isCapitalized, tokens.is(name - 1, .preposition),
        !tokens.is(name, [.weekday, .month])
      {
        return name...name
      }
      // "Reed said of the storm, adding": the finite verb's subject.
      var finite = verb - 1
      while finite > start {
        if isVerb(finite, .speechVerb), !tokens.is(finite, .participle),
          let source = subject(of: finite, start: start)
        {
          return source
        }
        finite -= 1
      }
      return firstSource(from: start, limit: verb - 1)
    }
    var end = verb - 1
    while end >= start, tokens.is(end, [.adverb, .auxiliary]) { end -= 1 }
    guard end >= start else { return nil }
    if tokens.is(end, "and") || tokens.is(end, "but") || tokens.is(end, "then") {
      // "When the rain began, he laughed and said": the subject of the clause.
      var clause = end - 1
      while clause > start, !tokens.is(clause, .comma) { clause -= 1 }
      return firstSource(from: clause + 1, limit: end - 1)
        ?? firstSource(from: start, limit: end - 1)
    }
    while tokens.is(end, [.comma, .closeBracket, .dash]) {
      // An apposition: back to the mark that opens it.
      var open = end - 1
      while open > start, !tokens.is(open, [.comma, .openBracket, .dash]) { open -= 1 }
      guard open > start else { return firstSource(from: start, limit: verb - 1) }
      end = open - 1
    }
    if tokens.is(end, .personalPronoun) || tokens.is(end, "who") {
      if tokens.is(end, "who") { return firstSource(from: start, limit: end - 1) ?? end...end }
      return end...end
    }
    var first = end
    while first > start, first - 1 >= start, continuesPhrase(first - 1), end - first < 12 {
      first -= 1
    }
    guard let source = nounPhrase(from: first, limit: end) else {
      return firstSource(from: start, limit: verb - 1)
    }
    let isInPhrase = first > start && tokens.is(first - 1, .preposition)
    // "A girl from Oslo wrote", not "In Oslo Reed wrote" nor "Oslo, as Reed wrote".
    if isInPhrase, first - 1 > start, tokens[first].isCapitalized, isPlacing(first - 1),
      let earlier = firstSource(from: start, limit: first - 2)
        ?? nounPhrase(from: start, limit: first - 2)
    {
      return earlier
    }
    if source.upperBound < end || isInPhrase && tokens.is(first, .determiner),
      tokens[end].isCapitalized, !tokens.is(end, [.weekday, .month])
    {
      // "In a radio interview Reed declared": the name beside the verb.
      var name = end
      while name > first, tokens[name - 1].isCapitalized || isAbbreviationStop(name - 1) {
        name -= 1
      }
      // "The head of the Harbour Board said": no name beside it.
      let leader = tokens.is(name - 1, .determiner) ? name - 2 : name - 1
      if leader > first, tokens.is(leader, .preposition) { return first...end }
      return nounPhrase(from: name, limit: end) ?? source
    }
    if isInPhrase, !tokens[end].isCapitalized || tokens.is(end, [.weekday, .month]) {
      // "Marchers crossing the square chanted".
      return firstSource(from: start, limit: first - 2) ?? source
    }
    return source
  }

  /// A preposition that leads from somebody to where or with whom.
  private func isPlacing(_ index: Int) -> Bool {
    tokens.is(index, "from") || tokens.is(index, "with") || tokens.is(index, "at")
      || tokens.is(index, "in")
  }

  private func continuesPhrase(_ index: Int) -> Bool {
    if tokens[index].kind == .mark {
      return tokens.is(index, byte: 0x2E) && isAbbreviationStop(index)
    }
    if tokens.is(index, [.personalPronoun, .auxiliary, .adverb]) { return false }
    if tokens.is(index, "of") || tokens.is(index, "for") { return true }
    if tokens.is(index, [.preposition, .conjunction]) { return false }
    if tokens.is(index, .determiner) { return true }
    return !isVerb(index, [.speechVerb])
  }
}
