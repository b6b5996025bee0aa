/// What the words between two marks look like: a sentence, a title, a nickname, the name of a programme.
extension QuoteAttributor {
  /// Whether a sentence starts at the opening mark.
  func isSentenceStart(_ quote: QuotedSpan, floor: Int) -> Bool {
    guard tokens[quote.inner.lowerBound].isCapitalized else { return false }
    return quote.open == floor || tokens.is(quote.open - 1, [.stop, .closeQuote])
  }

  /// Whether the words are a sentence of their own: a capital at a sentence's start, and a mark that
  /// ends it.
  func isSentence(_ quote: QuotedSpan, floor: Int) -> Bool {
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
  func isNickname(_ quote: QuotedSpan) -> Bool {
    guard let close = quote.close, quote.open > 0, close + 1 < tokens.count,
      quote.inner.count <= 2, quote.inner.allSatisfy({ tokens[$0].isCapitalized })
    else { return false }
    return (tokens[quote.open - 1].isCapitalized || cues.isAbbreviationStop(quote.open - 1))
      && tokens[close + 1].isCapitalized
  }

  /// Whether the words of a title name a programme or a group: `the channel's "Evening Hour"`, `the
  /// "Save or Sink" crowd`.
  func isName(_ quote: QuotedSpan) -> Bool {
    guard quote.close != nil, !tokens.is(quote.inner.upperBound, .stop) else { return false }
    return cues.isPossessive(quote.open - 1)
      || tokens.is(quote.open - 1, .determiner) && !tokens.is(quote.inner.upperBound, .comma)
  }

  /// Whether all words of weight start with a capital: the title of a work.
  func isTitle(_ quote: QuotedSpan) -> Bool {
    var capitals = 0
    for index in quote.inner where tokens[index].kind == .word && tokens[index].span.count > 3 {
      if tokens[index].case == .lower, !tokens.is(index, [.preposition, .conjunction]) {
        return false
      }
      capitals += 1
    }
    return capitals > 0
  }

  /// `a seminar entitled, "What Ports Do"`.
  func isEntitled(_ quote: QuotedSpan) -> Bool {
    let last = tokens.is(quote.open - 1, .comma) ? quote.open - 2 : quote.open - 1
    return tokens.is(last, "entitled") || tokens.is(last, "titled")
  }
}
