/// Attributions that a heading or the line before a statement gives.
extension SpeechCues {
  /// Who issues the statement that a heading announces: `Rep. Ann Reed's Statement on the Pier`, `Statement
  /// by Ann Reed`, `SEN. REED ISSUES STATEMENT ON THE PIER`, `Sen. Reed Comments on the Pier`.
  func heading(_ block: ClosedRange<Int>) -> SpeechAttribution? {
    guard block.count <= 40, !tokens.is(block.upperBound, byte: 0x2E) else { return nil }
    for index in block.prefix(12) where WordList.declarations.holds(index, tokens) {
      guard tokens[index].isCapitalized, index < block.upperBound else { return nil }
      if index == block.lowerBound {
        return introduced(by: index, block)
      }
      var last = index - 1
      while last > block.lowerBound, isIssuing(last) { last -= 1 }
      // "Reed's Statement", "Reeds' Statement", "Reed Statement on".
      if tokens.is(last, .singleQuote), isPossessive(last - 1) { last -= 1 }
      guard isPossessive(last) || isTopic(index + 1),
        let source = nounPhrase(from: block.lowerBound, limit: last),
        source.upperBound == last, !isHeadword(source)
      else { return nil }
      return SpeechAttribution(source: source, cue: index...index)
    }
    return nil
  }

  /// "Statement of Ann Reed on the Pier".
  private func introduced(by noun: Int, _ block: ClosedRange<Int>) -> SpeechAttribution? {
    guard !tokens.is(noun, "Remarks"), !tokens.is(noun, "Comments"),
      tokens.is(noun + 1, "by") || tokens.is(noun + 1, "from") || tokens.is(noun + 1, "of"),
      let source = nounPhrase(from: noun + 2, limit: block.upperBound)
    else { return nil }
    return SpeechAttribution(source: source, cue: noun...noun)
  }

  /// "Issues", "RELEASES", "Full".
  private func isIssuing(_ index: Int) -> Bool {
    WordList.issuing.holds(index, tokens)
  }

  /// The word that leads from a statement to what it is about.
  private func isTopic(_ index: Int) -> Bool {
    WordList.topics.holds(index, tokens) || tokens.is(index, .preposition)
  }

  /// `Reed's prepared remarks are below.`, `Reed's full statement follows:`: whose the words are that
  /// stand below.
  func possessor(of noun: Int, in block: ClosedRange<Int>) -> SpeechAttribution? {
    guard tokens.is(block.upperBound, .colon) || (noun...block.upperBound).contains(where: isBelow)
    else { return nil }
    var last = noun - 1
    while last > block.lowerBound, noun - last <= 3, tokens[last].case == .lower,
      tokens[last].kind == .word, !tokens.is(last, [.preposition, .conjunction])
    {
      last -= 1
    }
    if tokens.is(last, .singleQuote) { last -= 1 }
    guard last >= block.lowerBound, tokens[last].isCapitalized, isPossessive(last) else {
      return nil
    }
    var first = last
    while first > block.lowerBound,
      tokens[first - 1].isCapitalized || isAbbreviationStop(first - 1),
      !tokens.is(first - 1, [.preposition, .determiner, .starter])
    {
      first -= 1
    }
    return SpeechAttribution(source: first...last, cue: noun...noun)
  }

  private func isBelow(_ index: Int) -> Bool {
    tokens.is(index, "below") || tokens.is(index, "follow") || tokens.is(index, "follows")
  }
}
