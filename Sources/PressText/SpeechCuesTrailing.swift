/// Attributions that stand away from the closing mark, or have a verb that no table knows.
extension SpeechCues {
  /// The attribution at the end of a sentence that a quotation only starts: `"We are proud" of the
  /// crew, said Mayor Reed.` `index` is the first token behind the closing mark, `limit` the last
  /// that may be read.
  func trailing(_ index: Int, limit: Int) -> SpeechAttribution? {
    guard index < limit, limit < tokens.count else { return nil }
    var best: SpeechAttribution?
    var bestDistance = 11
    for comma in index..<min(index + 45, limit) {
      if tokens.is(comma, .stop), !isAbbreviationStop(comma) { break }
      guard comma > index, tokens.is(comma, .comma), let found = behind(comma, limit: limit) else {
        continue
      }
      let distance = max(found.source.lowerBound, found.cue.lowerBound) - comma
      guard distance < bestDistance else { continue }
      best = found
      bestDistance = distance
    }
    return best
  }

  /// "Mayor Reed issued the following statement" in a block that a quotation follows: the source
  /// and "following statement".
  func announcement(_ block: ClosedRange<Int>) -> SpeechAttribution? {
    for index in block.dropLast() where tokens.is(index, "following") {
      let isSpeech =
        tokens.is(index + 1, "statement") || tokens.is(index + 1, "statements")
        || tokens.is(index + 1, "remarks") || tokens.is(index + 1, "comment")
        || tokens.is(index + 1, "comments") || tokens.is(index + 1, "message")
        || tokens.is(index + 1, "response") || tokens.is(index + 1, "speech")
      guard isSpeech else { continue }
      let start = sentenceStart(before: index, floor: block.lowerBound)
      return firstSource(from: start, limit: index - 1).map {
        SpeechAttribution(source: $0, cue: index...index + 1)
      }
    }
    return nil
  }

  /// A source and the verb that follows it, whatever it is: `Reed barked`.
  func behindAnyVerb(_ index: Int, limit: Int) -> SpeechAttribution? {
    guard index < limit, limit < tokens.count,
      let source = nounPhrase(from: index, limit: limit), source.upperBound < limit
    else { return nil }
    let isPlural = tokens.text.bytes[tokens[source.upperBound].span.end - 1] == 0x73
    let isDescribed = tokens.is(source.lowerBound, .determiner)
    for verb in source.upperBound + 1..<min(source.upperBound + 4, limit + 1) {
      guard tokens[verb].kind == .word, tokens[verb].case == .lower,
        !tokens.is(verb, [.preposition, .conjunction, .auxiliary, .copula, .determiner])
      else { return nil }
      if isFinite(verb) || isPlural && verb == source.upperBound + 1 {
        return SpeechAttribution(source: source, cue: verb...verb)
      }
      guard isDescribed || tokens.is(verb, .adverb) else { return nil }
    }
    return nil
  }

  /// Whether a word has a verb's ending: "riffed", "barks".
  private func isFinite(_ index: Int) -> Bool {
    let bytes = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    guard bytes.count > 3, let last = bytes.last else { return false }
    return last == 0x64 && bytes[bytes.endIndex - 2] == 0x65
      || last == 0x73 && bytes[bytes.endIndex - 2] != 0x73
  }
}
