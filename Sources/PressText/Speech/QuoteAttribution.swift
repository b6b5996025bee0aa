public import PressModel

/// A quotation of speech with its attribution.
public struct AttributedQuote: Hashable, Sendable {
  /// The stretches between marks; more than one where the attribution stands in the middle.
  public var parts: [QuotedSpan]
  /// From the first word of the first part to the last word of the last.
  public var span: Span
  public var attribution: SpeechAttribution?
  /// Whether it goes on with the quotation before it, past that one's attribution.
  var goesOn: Bool
}

/// Tells speech from titles and scare quotes, and gives each quotation its attribution.
public struct QuoteAttributor {
  private let tokens: Tokens
  private let blocks: [Block]
  private let cues: SpeechCues

  public init(_ tokens: Tokens, blocks: [Block]) {
    self.tokens = tokens
    self.blocks = blocks
    cues = SpeechCues(tokens)
  }

  /// The quotations of speech, in order. `minWords`: the shortest that is kept without a verb of
  /// speech right beside it.
  public func quotes(minWords: Int) -> [AttributedQuote] {
    var quotes: [AttributedQuote] = []
    // What stands between marks in code is a string.
    let spans = QuotationMarks(tokens, blocks: blocks).spans()
      .filter { blocks[$0.firstBlock].type != .preformatted && !isNickname($0) }
    for (number, quote) in spans.enumerated() {
      let next = number + 1 < spans.count ? spans[number + 1] : nil
      // Words in scare quotes do not part an attribution from its quotation.
      guard
        let found = attribute(
          quote, previous: quotes.last?.parts.last, next: next, last: quotes.last, minWords)
      else { continue }
      if found.goesOn {
        quotes[quotes.count - 1].parts.append(quote)
        quotes[quotes.count - 1].span.end = found.span.end
      } else {
        quotes.append(found)
      }
    }
    return merging(BlockQuotations(tokens, blocks: blocks).quotes(), into: quotes)
  }

  /// Block quotations stand for what is quoted inside of them, unless somebody is said to have
  /// spoken there.
  private func merging(
    _ added: [AttributedQuote], into quotes: [AttributedQuote]
  ) -> [AttributedQuote] {
    guard !added.isEmpty else { return quotes }
    var merged: [AttributedQuote] = []
    var rest = quotes[...]
    for block in added {
      while let first = rest.first, first.span.end <= block.span.start {
        merged.append(rest.removeFirst())
      }
      let inside = rest.prefix { $0.span.start < block.span.end }
      guard inside.allSatisfy({ $0.attribution == nil }) else { continue }
      rest = rest.dropFirst(inside.count)
      merged.append(block)
    }
    return merged + rest
  }

  private func attribute(
    _ quote: QuotedSpan, previous: QuotedSpan?, next: QuotedSpan?, last: AttributedQuote?,
    _ minWords: Int
  ) -> AttributedQuote? {
    let words = quote.inner.count(where: { tokens[$0].kind != .mark })
    guard words > 0 else { return nil }
    let block = blocks[quote.firstBlock].span
    let blockStart = tokens.index(at: block.start)
    let isFirst = previous.map { $0.lastBlock < quote.firstBlock } ?? true
    let floor = isFirst ? blockStart : (previous?.close ?? blockStart - 1) + 1
    var found = AttributedQuote(
      parts: [quote],
      span: Span(
        tokens[quote.inner.lowerBound].span.start, tokens[quote.inner.upperBound].span.end),
      attribution: nil, goesOn: false)

    let isWhole = isSentence(quote, floor: floor)
    let isTitled = isTitle(quote)
    if isTitled, isName(quote) { return nil }
    let behind =
      self.behind(quote, next: next) ?? signature(below: quote)
      ?? (isWhole && !isTitled ? anyVerb(behind: quote, next: next) : nil)
    if let behind, endsOpen(quote) || tokens.is(behind.cue.lowerBound, .dash),
      !leadsOn(behind, from: quote, to: next, floor: floor)
    {
      found.attribution = behind
      return found
    }
    let before =
      floor < quote.open
      ? cues.before(quote.open, floor: floor, isLong: words >= 6 && !isTitled) : nil
    let trailing =
      words >= 3 && isSentenceStart(quote, floor: floor) && !isTitled && endsOpen(quote)
      ? cues.trailing((quote.close ?? tokens.count - 1) + 1, limit: limit(quote, next)) : nil
    // "A," he said, "B": one quotation with its attribution in the middle.
    if !isFirst, let last, last.parts.last == previous, let attribution = last.attribution,
      quote.open - (previous?.close ?? 0) < 45, words >= 2
    {
      let isBetween = attribution.cue.lowerBound > (last.parts.first?.close ?? 0)
      let isSame = before == nil || before?.cue == attribution.cue
      if isSame, trailing == nil, isBetween || isWhole && words >= minWords {
        found.attribution = attribution
        found.goesOn = isBetween
        return found
      }
    }
    if let before {
      let isAdjacent =
        quote.open - before.cue.upperBound <= 2 || tokens.is(quote.open - 1, [.comma, .colon])
        || cues.isComparison(quote.open - 1) || cues.use(of: quote.open - 1) != nil
      // An answer of one word: `She wrote: "done."`
      let isAnswer =
        isAdjacent && tokens.is(quote.open - 1, [.comma, .colon])
        && before.cue.upperBound == quote.open - 2
      if isAdjacent && (words >= 2 || isWhole || isAnswer) || words >= minWords && !isTitled {
        found.attribution = before
        return found
      }
    }
    if let behind, words >= 2 {
      found.attribution = behind
      return found
    }
    if let trailing {
      found.attribution = trailing
      return found
    }
    // Eight words behind a comma or colon are neither a title nor scare quotes.
    let isLong = words >= 8 && floor < quote.open && tokens.is(quote.open - 1, [.comma, .colon])
    guard isWhole || isLong, words >= minWords, !isTitled else { return nil }
    if floor == quote.open, quote.firstBlock > 0 {
      if let introduced = introduction(quote) {
        found.attribution = introduced
        return found
      }
      if let last, quote.firstBlock - (last.parts.last?.lastBlock ?? 0) <= 1,
        let attribution = last.attribution
      {
        found.attribution = attribution
        return found
      }
    }
    if floor < quote.open, isFirst {
      let start = cues.sentenceStart(before: quote.open - 2, floor: floor)
      if let source = cues.firstSource(from: start, limit: quote.open - 1),
        !cues.isHeadword(source)
      {
        found.attribution = SpeechAttribution(source: source, cue: source)
        return found
      }
    }
    return found
  }

  /// The attribution behind the quotation, up to the next one.
  private func behind(_ quote: QuotedSpan, next: QuotedSpan?) -> SpeechAttribution? {
    guard let close = quote.close else { return nil }
    let limit = limit(quote, next)
    guard close < limit else { return nil }
    if !endsOpen(quote) {
      // After a full stop a new sentence starts: only "he said." by itself belongs to the words.
      guard let found = cues.behind(close + 1, limit: limit), found.cue.lowerBound - close <= 4
      else { return nil }
      // Or the sentence goes on with the verb: `It is." said Ann Reed.`
      let isWholeSentence =
        found.cue.upperBound == limit
        || tokens.is(found.cue.upperBound + 1, [.stop, .comma, .colon])
        || found.cue.lowerBound == close + 1 && tokens.is(close + 1, .speechVerb)
      return isWholeSentence || tokens.is(found.cue.lowerBound, .dash) ? found : nil
    }
    let found = cues.behind(close + 1, limit: limit)
    // "They want to "end" the plan, as he says": words of the sentence and their object.
    if let found, found.source.lowerBound == close + 1, quote.inner.count <= 4,
      tokens[close + 1].case == .lower, tokens.is(close + 1, .determiner),
      !tokens.is(quote.inner.upperBound, [.stop, .comma, .dash, .ellipsis])
    {
      return nil
    }
    return found
  }

  /// `He said, "Why?" She said, "Now."`: the words behind the first quotation lead to the next, as
  /// others lead to the first.
  private func leadsOn(
    _ behind: SpeechAttribution, from quote: QuotedSpan, to next: QuotedSpan?, floor: Int
  ) -> Bool {
    guard let next, floor < quote.open, tokens.is(quote.inner.upperBound, .stop),
      tokens.is(quote.open - 1, [.comma, .colon]), tokens.is(next.open - 1, [.comma, .colon]),
      max(behind.source.upperBound, behind.cue.upperBound) == next.open - 2
    else { return false }
    return cues.before(quote.open, floor: floor).map { $0.cue.upperBound == quote.open - 2 }
      ?? false
  }

  /// "– Ann Reed, Mayor" as the block below a quotation that is a block of its own.
  private func signature(below quote: QuotedSpan) -> SpeechAttribution? {
    guard let close = quote.close, quote.lastBlock + 1 < blocks.count,
      close == tokens.index(at: blocks[quote.lastBlock].span.end) - 1
    else { return nil }
    let block = blocks[quote.lastBlock + 1].span
    let first = tokens.index(at: block.start)
    let last = tokens.index(at: block.end) - 1
    guard first < last, last - first < 30 else { return nil }
    return cues.signature(first, limit: last)
  }

  /// `"Go home," Reed barked`: behind a comma inside the marks any verb is one of speech.
  private func anyVerb(behind quote: QuotedSpan, next: QuotedSpan?) -> SpeechAttribution? {
    guard let close = quote.close, tokens.is(quote.inner.upperBound, .comma) else { return nil }
    return cues.behindAnyVerb(close + 1, limit: limit(quote, next))
  }

  /// The last token of the quotation's block before the next quotation.
  private func limit(_ quote: QuotedSpan, _ next: QuotedSpan?) -> Int {
    let block = blocks[quote.lastBlock].span
    return min(tokens.index(at: block.end) - 1, (next?.open ?? tokens.count) - 1)
  }

  /// Whether a sentence starts at the opening mark.
  private func isSentenceStart(_ quote: QuotedSpan, floor: Int) -> Bool {
    guard tokens[quote.inner.lowerBound].isCapitalized else { return false }
    return quote.open == floor || tokens.is(quote.open - 1, [.stop, .closeQuote])
  }

  /// Whether the sentence may go on behind the closing mark: no full stop before it.
  private func endsOpen(_ quote: QuotedSpan) -> Bool {
    !tokens.is(quote.inner.upperBound, byte: 0x2E)
  }

  /// "The governor added:", or "Oslo - Mayor Reed issued the following statement today." as the
  /// block before.
  private func introduction(_ quote: QuotedSpan) -> SpeechAttribution? {
    let block = blocks[quote.firstBlock - 1].span
    let end = tokens.index(at: block.end) - 1
    var start = tokens.index(at: block.start)
    guard start <= end, end < tokens.count else { return nil }
    // A dateline names nobody.
    if let dash = (start...min(start + 16, end)).first(where: { tokens.is($0, .dash) }), dash < end,
      tokens[start].isCapitalized || tokens.is(start, .openBracket)
    {
      start = dash + 1
    }
    if let announced = cues.announcement(start...end) { return announced }
    return tokens.is(end, [.colon]) ? cues.before(end + 1, floor: start) : nil
  }

  /// Whether the words are a sentence of their own: a capital at a sentence's start, and a mark that
  /// ends it.
  private func isSentence(_ quote: QuotedSpan, floor: Int) -> Bool {
    let first = quote.inner.lowerBound
    let last = quote.inner.upperBound
    guard tokens[first].isCapitalized || tokens[first].kind != .word else { return false }
    let isAtStart =
      quote.open == floor
      || tokens.is(quote.open - 1, [.stop, .colon, .closeQuote, .comma])
    return isAtStart
      && (quote.close == nil || tokens.is(last, [.stop, .ellipsis, .comma, .dash, .closeQuote])
        || tokens.is(last, .closeBracket) && tokens.is(last - 1, .stop))
  }

  /// Whether words stand inside a name: `Robert "Bob" Reed`.
  private func isNickname(_ quote: QuotedSpan) -> Bool {
    guard let close = quote.close, quote.open > 0, close + 1 < tokens.count,
      quote.inner.count <= 2, quote.inner.allSatisfy({ tokens[$0].isCapitalized })
    else { return false }
    return (tokens[quote.open - 1].isCapitalized || cues.isAbbreviationStop(quote.open - 1))
      && tokens[close + 1].isCapitalized
  }

  /// Whether the words of a title name a programme or a group: `the channel's "Evening Hour"`, `the
  /// "Save or Sink" crowd`.
  private func isName(_ quote: QuotedSpan) -> Bool {
    guard quote.close != nil, !tokens.is(quote.inner.upperBound, .stop) else { return false }
    return cues.isPossessive(quote.open - 1)
      || tokens.is(quote.open - 1, .determiner) && !tokens.is(quote.inner.upperBound, .comma)
  }

  /// Whether all words of weight start with a capital: the title of a work.
  private func isTitle(_ quote: QuotedSpan) -> Bool {
    var capitals = 0
    for index in quote.inner where tokens[index].kind == .word && tokens[index].span.count > 3 {
      if tokens[index].case == .lower, !tokens.is(index, [.preposition, .conjunction]) {
        return false
      }
      capitals += 1
    }
    return capitals > 0
  }
}
