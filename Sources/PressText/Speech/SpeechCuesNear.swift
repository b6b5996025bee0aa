/// Attributions of a quotation whose own sentence has no verb of speech that the tables know.
extension SpeechCues {
  /// Who speaks by the words before a quotation: the sentence before tells what somebody said, a verb
  /// behind a name leads to the comma, "in Reed's words", or a line's name and office. `index` is the
  /// opening mark, `floor` the first token that may be read.
  func near(_ index: Int, floor: Int, words: Int) -> SpeechAttribution? {
    let end = index - 1
    guard end > floor else { return nil }
    if tokens.is(end, [.stop, .ellipsis]) {
      return told(sentenceStart(before: end - 1, floor: floor), end: end - 1)
    }
    guard tokens.is(end, .comma) else { return nil }
    let start = sentenceStart(before: end - 1, floor: floor)
    return inWords(of: end - 1, start: start) ?? leading(to: end, start: start)
      ?? (words >= 8 && start == floor ? named(start, end: end - 1) : nil)
  }

  /// `The rain came late, Reed said.`, `Reed noted that the rain came late.`: the sentence's last verb
  /// of speech.
  private func told(_ start: Int, end: Int) -> SpeechAttribution? {
    for verb in stride(from: end, to: max(start, end - 60), by: -1) {
      let isStrong = isVerb(verb, .speechVerb)
      guard isStrong || isVerb(verb, .weakSpeechVerb), !tokens.is(verb, .participle) else {
        continue
      }
      if isStrong, tokens.is(verb - 1, [.comma, .closeQuote]), verb < end,
        let source = nounPhrase(from: verb + 1, limit: end)
      {
        return SpeechAttribution(source: source, cue: verb...verb)
      }
      guard let source = subject(of: verb, start: start), source.upperBound < verb,
        isStrong || source.upperBound == verb - 1 && source.lowerBound == start
      else { continue }
      return SpeechAttribution(source: source, cue: verb...verb)
    }
    return nil
  }

  /// "In the words of Ann Reed", "in Reed's words".
  private func inWords(of end: Int, start: Int) -> SpeechAttribution? {
    if tokens.is(end, "words"), isPossessive(end - 1) || isPossessive(end - 2),
      let source = firstSource(from: max(start, end - 6), limit: end - 1)
    {
      return SpeechAttribution(source: source, cue: end...end)
    }
    guard let words = (start...end).last(where: { tokens.is($0, "words") }),
      tokens.is(words + 1, "of"), let source = nounPhrase(from: words + 2, limit: end),
      source.upperBound == end || tokens.is(source.upperBound + 1, byte: 0x2E)
    else { return nil }
    return SpeechAttribution(source: source, cue: words...words)
  }

  /// `Reed once reminded us, "..."`: a finite verb behind its subject, a few words before the comma.
  private func leading(to comma: Int, start: Int) -> SpeechAttribution? {
    for verb in stride(from: comma - 1, to: max(start, comma - 5), by: -1) {
      if tokens.is(verb, "say"), tokens.is(verb - 1, "to"), tokens.is(verb - 2, "used"),
        let source = subject(of: verb - 2, start: start)
      {
        return SpeechAttribution(source: source, cue: verb...verb)
      }
      guard tokens[verb].kind == .word, tokens[verb].case == .lower, isFinite(verb),
        !tokens.is(verb, [.preposition, .conjunction, .auxiliary, .copula, .determiner])
      else { continue }
      var last = verb - 1
      while last > start, tokens.is(last, .adverb) || isSometime(last) { last -= 1 }
      let isName = tokens[last].isCapitalized || tokens.is(last, [.personalPronoun, .speakerNoun])
      guard isName, let source = subject(of: last + 1, start: start), source.upperBound == last
      else { return nil }
      return SpeechAttribution(source: source, cue: verb...verb)
    }
    return nil
  }

  private func isSometime(_ index: Int) -> Bool {
    tokens.is(index, "once") || tokens.is(index, "often") || tokens.is(index, "recently")
  }

  /// `Ann Reed, Mayor of Oslo, "..."`: nothing but a name and an office from the block's first word.
  private func named(_ start: Int, end: Int) -> SpeechAttribution? {
    guard tokens[start].isCapitalized, let source = nounPhrase(from: start, limit: end),
      source.upperBound > source.lowerBound, source.upperBound < end || end - start <= 8,
      (start...end).allSatisfy({ isNameOrOffice($0) })
    else { return nil }
    return SpeechAttribution(source: source, cue: source)
  }

  func isNameOrOffice(_ index: Int) -> Bool {
    tokens[index].kind != .word || tokens[index].isCapitalized || tokens[index].case == .mixed
      || tokens.is(index, [.speakerNoun, .determiner]) || tokens.is(index, "of")
      || tokens.is(index, "for") || tokens.is(index, "and") || tokens.is(index, "at")
  }
}

/// A name behind the words without a verb.
extension SpeechCues {
  /// `"...," Ann Reed, Mayor of Oslo.`: a name and an office up to the end of the block. `index` is the
  /// first token behind the closing mark.
  func title(_ index: Int, limit: Int) -> SpeechAttribution? {
    guard index < limit, limit < tokens.count, limit - index < 30, tokens[index].isCapitalized,
      let source = nounPhrase(from: index, limit: limit), source.upperBound > source.lowerBound,
      tokens.is(source.upperBound + 1, .comma), source.upperBound + 1 < limit,
      (index...limit).allSatisfy({ isNameOrOffice($0) })
    else { return nil }
    return SpeechAttribution(source: source, cue: source)
  }
}
