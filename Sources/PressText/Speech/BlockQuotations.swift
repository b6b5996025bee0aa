import PressModel

/// Finds speech that the layout alone sets off: a block quotation without marks behind a line that
/// says who speaks, `Ann Reed, Mayor, said:`.
struct BlockQuotations {
  private let tokens: Tokens
  private let blocks: [Block]
  private let cues: SpeechCues

  init(_ tokens: Tokens, blocks: [Block]) {
    self.tokens = tokens
    self.blocks = blocks
    cues = SpeechCues(tokens)
  }

  /// The quotations, in order, one for all paragraphs that stand together.
  func quotes() -> [AttributedQuote] {
    var quotes: [AttributedQuote] = []
    var number = 1
    while number < blocks.count {
      guard blocks[number].type == .blockquote, blocks[number - 1].type == .paragraph,
        let attribution = introduction(blocks[number - 1].span)
      else {
        number += 1
        continue
      }
      let first = number
      while number < blocks.count, blocks[number].type == .blockquote { number += 1 }
      if let words = words(Span(blocks[first].span.start, blocks[number - 1].span.end)) {
        let span = Span(tokens[words.lowerBound].span.start, tokens[words.upperBound].span.end)
        let part = QuotedSpan(
          open: words.lowerBound, close: nil, inner: words, firstBlock: first,
          lastBlock: number - 1)
        quotes.append(
          AttributedQuote(parts: [part], span: span, attribution: attribution, goesOn: false))
      }
    }
    return quotes
  }

  /// Who speaks and the verb, where a line ends in a mark that leads to the words.
  private func introduction(_ line: Span) -> SpeechAttribution? {
    let start = tokens.index(at: line.start)
    let end = tokens.index(at: line.end) - 1
    guard start < end, end < tokens.count, tokens.is(end, [.colon, .comma]),
      let found = cues.before(end + 1, floor: start),
      cues.isVerb(found.cue.lowerBound, .speechVerb), end - found.cue.upperBound <= 8,
      found.source.contains(where: isSpeaker), !isHypothetical(found.cue.lowerBound)
    else { return nil }
    return found
  }

  /// "The author could write:": words that nobody said.
  private func isHypothetical(_ verb: Int) -> Bool {
    WordList.permissions.contains(verb - 1, tokens) || tokens.is(verb - 1, "would")
      || tokens.is(verb - 1, "should")
  }

  /// A name, "she", "a spokeswoman"; not the "I" of the page's own author, nor a plan that "states".
  private func isSpeaker(_ index: Int) -> Bool {
    if tokens.is(index, .personalPronoun) {
      return !tokens.is(index, "I") && !tokens.is(index, "we") && !tokens.is(index, "We")
        && !tokens.is(index, "you") && !tokens.is(index, "You")
        && !tokens.is(index, "it") && !tokens.is(index, "It")
    }
    return tokens.is(index, .speakerNoun)
      || tokens[index].kind == .word && tokens[index].isCapitalized
        && !tokens.is(index, [.determiner, .starter, .preposition, .conjunction])
  }

  /// The tokens of some words without marks around them all; nil for a word or two.
  private func words(_ span: Span) -> ClosedRange<Int>? {
    var first = tokens.index(at: span.start)
    var last = tokens.index(at: span.end) - 1
    if tokens.is(first, .openQuote) {
      first += 1
      if last > first, tokens.is(last, .stop), tokens.is(last - 1, .closeQuote) { last -= 1 }
      if tokens.is(last, .closeQuote) { last -= 1 }
    }
    return last - first >= 3 ? first...last : nil
  }
}
