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
  let tokens: Tokens
  private let blocks: [Block]
  let cues: SpeechCues

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
    if isTitled && isName(quote) || isEntitled(quote) { return nil }
    let behind =
      self.behind(quote, next: next) ?? signature(below: quote)
      ?? (isWhole && !isTitled ? withoutSpeechVerb(behind: quote, next: next) : nil)
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
    let isReadOut = cues.isReadOut(quote.open, floor: floor)
    if let before {
      let isAdjacent =
        quote.open - before.cue.upperBound <= 2 || tokens.is(quote.open - 1, [.comma, .colon])
        || cues.isComparison(quote.open - 1) || cues.use(of: quote.open - 1) != nil
      // An answer of one word: `She wrote: "done."`
      let isAnswer =
        isAdjacent && tokens.is(quote.open - 1, [.comma, .colon])
        && before.cue.upperBound == quote.open - 2
      let isEnough = words >= 2 || isWhole || isAnswer || isReadOut
      if isAdjacent && isEnough || words >= minWords && !isTitled {
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
    // What is read out is quoted, though nobody may be named.
    if isReadOut { return found }
    // Eight words behind a comma or colon are neither a title nor scare quotes.
    let isLong = words >= 8 && floor < quote.open && tokens.is(quote.open - 1, [.comma, .colon])
    guard isWhole || isLong, words >= minWords, !isTitled else { return nil }
    if floor == quote.open, quote.firstBlock > 0 {
      if let introduced = introduction(quote) {
        found.attribution = introduced
        return found
      }
      if let last, let attribution = last.attribution, continues(quote, last, attribution) {
        found.attribution = attribution
        return found
      }
    }
    if floor < quote.open, isFirst {
      found.attribution = cues.near(quote.open, floor: floor, words: words)
    }
    return found
  }

  /// Whether a paragraph of speech has the speaker of the quotation before it: in the same block or the
  /// next, with no further sentence in between. A signature is that of its own quotation alone.
  private func continues(
    _ quote: QuotedSpan, _ last: AttributedQuote, _ attribution: SpeechAttribution
  ) -> Bool {
    guard let part = last.parts.last, quote.firstBlock - part.lastBlock <= 1,
      !tokens.is(attribution.cue.lowerBound, .dash), !isSigned(quote)
    else { return false }
    let end = tokens.index(at: blocks[part.lastBlock].span.end) - 1
    let from = max(part.close ?? part.inner.upperBound, attribution.source.upperBound)
    let stop = (from..<max(from, end)).first { index in
      tokens.is(index, .stop) && !cues.isAbbreviationStop(index)
    }
    return stop.map { end - $0 <= Self.longestRest } ?? true
  }

  /// Whether a dash leads from the quotation to whose words it has: `"..." -- A pilot of the port`.
  private func isSigned(_ quote: QuotedSpan) -> Bool {
    guard let close = quote.close, close + 1 < tokens.count else { return false }
    return tokens.is(close + 1, .dash) && !tokens[close + 1].startsLine
  }

  /// The most tokens of a sentence behind an attribution that part no speech: `(Watch)`.
  private static let longestRest = 6

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

  /// `"Go home," Reed barked`, `"Go home," Ann Reed, Mayor of Oslo.`: behind a comma inside the marks any
  /// verb is one of speech, and a name needs none.
  private func withoutSpeechVerb(behind quote: QuotedSpan, next: QuotedSpan?) -> SpeechAttribution?
  {
    guard let close = quote.close, tokens.is(quote.inner.upperBound, .comma) else { return nil }
    let limit = limit(quote, next)
    return cues.behindAnyVerb(close + 1, limit: limit) ?? cues.title(close + 1, limit: limit)
  }

  /// The last token of the quotation's block before the next quotation.
  private func limit(_ quote: QuotedSpan, _ next: QuotedSpan?) -> Int {
    let block = blocks[quote.lastBlock].span
    return min(tokens.index(at: block.end) - 1, (next?.open ?? tokens.count) - 1)
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
    if let announced = cues.announcement(start...end) ?? cues.heading(start...end) {
      return announced
    }
    return tokens.is(end, [.colon]) ? cues.before(end + 1, floor: start) : nil
  }
}
