import PressModel

/// Who is said to have spoken, and the words that say so.
public struct SpeechAttribution: Hashable, Sendable {
  /// The tokens that name the source: "Mayor Ann Reed", "he", "a spokesman for the port".
  public var source: ClosedRange<Int>
  /// The tokens of the cue: "said", "according to".
  public var cue: ClosedRange<Int>
}

/// Finds the attribution beside a quotation by the words around it: source and verb behind or
/// before it, "according to", a colon.
public struct SpeechCues {
  let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The attribution that follows: `..." she said`, `..." said Mayor Ann Reed`, `... according to X`.
  /// `index` is the first token behind the closing mark, `limit` the last of the block.
  public func behind(_ index: Int, limit: Int) -> SpeechAttribution? {
    var start = index
    while start <= limit, tokens.is(start, [.comma, .dash, .closeBracket]), start < index + 2 {
      start += 1
    }
    guard start <= limit, !tokens.is(start, [.stop, .colon, .openQuote]) else { return nil }
    if tokens.is(start, .according), tokens.is(start + 1, "to"),
      let source = nounPhrase(from: start + 2, limit: limit)
    {
      return SpeechAttribution(source: source, cue: start...start + 1)
    }
    if isVerb(start, [.speechVerb, .weakSpeechVerb]) {
      guard !tokens.is(start, .participle) else { return nil }
      var next = start + 1
      while tokens.is(next, .adverb), next < limit { next += 1 }
      guard next <= limit, !tokens.is(next, .preposition),
        let source = nounPhrase(from: next, limit: limit) ?? name(from: next, limit: limit)
      else { return nil }
      return SpeechAttribution(source: source, cue: start...start)
    }
    if let signature = signature(index, limit: limit) { return signature }
    guard let source = nounPhrase(from: start, limit: limit),
      let verb = verb(after: source.upperBound, limit: limit)
    else { return nil }
    return SpeechAttribution(source: source, cue: verb...verb)
  }

  /// `..." - Ann Reed`, `..." – Ann Reed, Senior Fellow`, `..." – Rep. Ann Reed (TX-19)`: a dash and
  /// a name that the block ends with, or that a comma or bracket follows.
  func signature(_ index: Int, limit: Int) -> SpeechAttribution? {
    guard tokens.is(index, .dash), index < limit, tokens[index + 1].isCapitalized,
      let source = nounPhrase(from: index + 1, limit: limit),
      source.upperBound >= limit - 1
        || tokens.is(source.upperBound + 1, [.comma, .openBracket])
    else { return nil }
    return SpeechAttribution(source: source, cue: index...index)
  }

  /// The first name behind a verb: `said master of ceremonies Ann Reed`.
  private func name(from index: Int, limit: Int) -> ClosedRange<Int>? {
    for next in index..<min(index + 8, limit + 1) {
      guard tokens[next].kind == .word else { return nil }
      if tokens[next].isCapitalized { return nounPhrase(from: next, limit: limit) }
    }
    return nil
  }

  /// The attribution in the same sentence before a quotation: `Reed said: "..."`, `she told the
  /// council that "..."`. `index` is the opening mark, `floor` the first token that may be read.
  /// `isLong`: the words are too many for a title or scare quotes, so that any verb of the sentence
  /// may be the cue.
  public func before(_ index: Int, floor: Int, isLong: Bool = false) -> SpeechAttribution? {
    var end = index - 1
    // A sentence that has ended speaks of something else, or belongs to the quotation before it.
    if tokens.is(end, [.stop, .ellipsis]), !isAbbreviationStop(end) { return nil }
    let isIntroduced =
      tokens.is(end, [.comma, .colon]) || tokens.is(end, "that") || isLong
      || isComparison(end)
    while end >= floor,
      tokens.is(end, [.comma, .colon, .openBracket, .dash]) || tokens.is(end, "that")
    {
      end -= 1
    }
    end = beforeReading(end, floor: floor)
    let start = sentenceStart(before: end, floor: floor)
    guard start <= end else { return nil }
    if tokens.is(start, .according), tokens.is(start + 1, "to"),
      let source = nounPhrase(from: start + 2, limit: end)
    {
      return SpeechAttribution(source: source, cue: start...start + 1)
    }
    // "Said Reed: ..."
    if tokens.is(start, .speechVerb), tokens[start].isCapitalized,
      !tokens.is(start, .participle), let source = nounPhrase(from: start + 1, limit: end)
    {
      return SpeechAttribution(source: source, cue: start...start)
    }
    // "Reed had this to say"
    if tokens.is(end, "say"), tokens.is(end - 1, "to"), tokens.is(end - 2, "this"),
      let source = subject(of: end - 3, start: start)
    {
      return SpeechAttribution(source: source, cue: end...end)
    }
    if let used = use(of: end), used > start, let source = subject(of: used, start: start) {
      return SpeechAttribution(source: source, cue: used...used)
    }
    var verb = end
    let reach = isIntroduced ? 40 : 25
    while verb >= start, end - verb < reach {
      let classes: LexicalClass =
        isIntroduced || verb >= end - 1 ? [.speechVerb, .weakSpeechVerb] : .speechVerb
      if isVerb(verb, classes), let source = subject(of: verb, start: start) {
        return SpeechAttribution(source: source, cue: verb...verb)
      }
      verb -= 1
    }
    // "On the pier: ..." names a matter and nobody.
    if tokens.is(index - 1, .colon), let source = firstSource(from: start, limit: end),
      !isHeadword(source),
      !WordList.topics.holds(start, tokens)
        || (start..<source.lowerBound).contains(where: { tokens.is($0, .comma) })
    {
      return SpeechAttribution(source: source, cue: index - 1...index - 1)
    }
    return nil
  }

  /// The verb of "used the phrase", "coined the term", at the noun.
  func use(of noun: Int) -> Int? {
    guard
      tokens.is(noun, "phrase") || tokens.is(noun, "term") || tokens.is(noun, "word")
        || tokens.is(noun, "words") || tokens.is(noun, "slogan"),
      tokens.is(noun - 1, .determiner)
    else { return nil }
    let verb = noun - 2
    let isUse =
      tokens.is(verb, "used") || tokens.is(verb, "uses") || tokens.is(verb, "using")
      || tokens.is(verb, "coined") || tokens.is(verb, "repeated")
    return isUse ? verb : nil
  }

  /// In tokens.
  private static let longestSentence = 500

  /// The token before "quote", "and I quote", "I'm going to quote": words of whoever reads it out, who is
  /// not the source.
  private func beforeReading(_ end: Int, floor: Int) -> Int {
    guard isReading(end) else { return end }
    var index = end - 1
    while index >= floor,
      isReading(index) || tokens.is(index, [.comma, .dash])
        || WordList.readings.holds(index, tokens)
    {
      index -= 1
    }
    return index
  }

  /// "quote" as it is said for a mark: `they work in a, quote, "hard place"`.
  private func isReading(_ index: Int) -> Bool {
    tokens.is(index, "quote") || tokens.is(index, "unquote")
  }

  /// Whether "quote" stands before an opening mark.
  func isReadOut(_ index: Int, floor: Int) -> Bool {
    index - 1 >= floor && isReading(index - 1) || index - 2 >= floor && isReading(index - 2)
  }

  /// "described it as", "likened it to".
  func isComparison(_ index: Int) -> Bool { tokens.is(index, "as") || tokens.is(index, "to") }

  /// The first token of the sentence that holds a token. What has no end for hundreds of words is no
  /// sentence, and to look further back for each quotation in it would take its length squared.
  public func sentenceStart(before index: Int, floor: Int) -> Int {
    let floor = max(floor, index - Self.longestSentence)
    var start = index
    while start > floor {
      let previous = start - 1
      // The stops of "(D-Ill.)" and "Ph.D." end no sentence.
      let endsSentence =
        tokens.is(previous, .stop) && !isAbbreviationStop(previous)
        && !tokens.is(start, [.closeBracket, .comma])
        && (tokens[start].spaceBefore || tokens[start].kind == .mark)
        || tokens.is(previous, .closeQuote) && tokens.is(previous - 1, .stop)
      if endsSentence { return start }
      start -= 1
    }
    return max(start, floor)
  }

  func isAbbreviationStop(_ index: Int) -> Bool {
    tokens.is(index, byte: 0x2E)
      && tokens.is(index - 1, [.titleAbbreviation, .abbreviation, .monthAbbreviation])
      && !(index + 1 < tokens.count && tokens.is(index + 1, .starter)
        && tokens[index + 1].isCapitalized)
  }

  func isVerb(_ index: Int, _ classes: LexicalClass) -> Bool {
    tokens.is(index, classes) && tokens[index].case == .lower
      && !(tokens.is(index - 1, .determiner) && tokens[index - 1].span.count <= 3)
      && !tokens.is(index - 1, "to")
      && !isPossessive(index - 1)
      && !(tokens.is(index - 1, .singleQuote) && isPossessive(index - 2))
      && !isExampled(index)
  }

  /// A plural that looks like a verb before its examples: `terms like "daily rate"`.
  private func isExampled(_ index: Int) -> Bool {
    let next = tokens.is(index + 1, .comma) ? index + 2 : index + 1
    guard tokens.is(next, "like") || tokens.is(next, "such") && tokens.is(next + 1, "as") else {
      return false
    }
    return tokens.text.bytes[tokens[index].span.end - 1] == 0x73
  }
}
