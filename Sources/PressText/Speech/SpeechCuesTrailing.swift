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

  /// "Mayor Reed issued the following statement", "released this statement" in a block that a quotation
  /// follows: the source, and the words from "following" to "statement".
  func announcement(_ block: ClosedRange<Int>) -> SpeechAttribution? {
    var tries = 0
    for index in block where isStatement(index) {
      if let possessor = possessor(of: index, in: block) { return possessor }
      var first = index
      while first > block.lowerBound, index - first < 3, isBeforeStatement(first - 1) { first -= 1 }
      guard first < index || isDelivery(index - 1) else { continue }
      let verb = (max(block.lowerBound, first - 8)..<first).last(where: isIssue)
      guard tokens.is(first, "following") || tokens.is(first + 1, "following") || verb != nil
      else { continue }
      tries += 1
      // A text that announces without end means to cost time.
      if tries > 8 { return nil }
      let start = pastTown(sentenceStart(before: first, floor: block.lowerBound))
      let isSame = verb.map { $0 > start } ?? false
      if isSame, opensAside(start), let verb, let source = subject(of: verb, start: start),
        source.lowerBound > start
      {
        return SpeechAttribution(source: source, cue: verb...index)
      }
      if let source = firstSource(from: start, limit: (isSame ? verb ?? first : first) - 1) {
        return SpeechAttribution(
          source: source, cue: isSame ? (verb ?? first)...index : named(first, index))
      }
    }
    return nil
  }

  /// "After the Harbor Board (HB) closed the pier, Mayor Reed issued": a clause that names others first.
  private func opensAside(_ start: Int) -> Bool {
    tokens[start].isCapitalized
      && (tokens.is(start, [.preposition, .conjunction]) || tokens.is(start, "Prior"))
  }

  /// The token behind a dateline's town that has no dash: "Washington, D.C. Senator Reed issued".
  private func pastTown(_ start: Int) -> Int {
    guard tokens[start].isCapitalized, tokens.is(start + 1, .comma), start + 3 < tokens.count,
      tokens[start + 2].case == .upper, tokens[start + 2].span.count <= 4
    else { return start }
    return start + 3
  }

  /// The words of an announcement without an article: "following statement".
  private func named(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    tokens.is(first, .determiner) && first < last ? first + 1...last : first...last
  }

  private func isStatement(_ index: Int) -> Bool {
    tokens.is(index, "statement") || tokens.is(index, "statements") || tokens.is(index, "remarks")
      || tokens.is(index, "comment") || tokens.is(index, "comments")
      || tokens.is(index, "message") || tokens.is(index, "response")
      || tokens.is(index, "speech") || tokens.is(index, "reaction")
  }

  /// "the following", "this joint".
  private func isBeforeStatement(_ index: Int) -> Bool {
    tokens.is(index, "following") || tokens.is(index, "this") || tokens.is(index, "joint")
      || tokens.is(index, "below") || tokens.is(index, "the") || tokens.is(index, "a")
  }

  /// "delivered remarks", "gave remarks".
  private func isDelivery(_ index: Int) -> Bool {
    (tokens.is(index, "delivered") || tokens.is(index, "gave")) && tokens.is(index + 1, "remarks")
  }

  private func isIssue(_ index: Int) -> Bool {
    tokens.is(index, "issued") || tokens.is(index, "released") || tokens.is(index, "made")
      || tokens.is(index, "gave") || tokens.is(index, "shared") || tokens.is(index, "offered")
      || tokens.is(index, "delivered") || tokens.is(index, "issue")
      || tokens.is(index, "published")
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
  func isFinite(_ index: Int) -> Bool {
    let bytes = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    guard bytes.count > 3, let last = bytes.last else { return false }
    return last == 0x64 && bytes[bytes.endIndex - 2] == 0x65
      || last == 0x73 && bytes[bytes.endIndex - 2] != 0x73
  }
}
