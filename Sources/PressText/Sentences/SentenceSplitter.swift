public import PressModel

/// Cuts a text into sentences by its full stops, question and exclamation marks, with the
/// abbreviations, initials and quotations that make a stop something else.
///
/// The conventions are those of the corpora that sentence splitters are measured on: marks that
/// close a quotation or a bracket belong to the sentence before them, a quoted question goes on
/// with its attribution ("Why?" she asked), and a line or block never shares a sentence.
public struct SentenceSplitter {
  private let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The sentences of a block, in order; every token of it lies in exactly one.
  public func sentences(in block: Span) -> [Span] {
    var index = tokens.index(at: block.start)
    var sentences: [Span] = []
    var start = -1
    while index < tokens.count, tokens[index].span.start < block.end {
      if start < 0 { start = tokens[index].span.start }
      let end = lastOfSentence(at: index)
      if let end {
        sentences.append(Span(start, min(tokens[end].span.end, block.end)))
        start = -1
        index = end + 1
        continue
      }
      index += 1
    }
    if start >= 0 {
      sentences.append(Span(start, min(tokens[index - 1].span.end, block.end)))
    }
    return sentences
  }

  /// The last token of the sentence that this token ends, with the marks that close it; nil where
  /// it ends none.
  private func lastOfSentence(at index: Int) -> Int? {
    let token = tokens[index]
    let isMark = token.kind == .mark
    let endsInStop = token.kind == .word && tokens.text.bytes[token.span.end - 1] == 0x2E
    let isEnd = isMark ? tokens.is(index, [.stop, .ellipsis]) : endsInStop
    guard isEnd else { return endsLine(index) ? index : nil }
    var last = index
    var closesQuote = false
    while last + 1 < tokens.count, !tokens[last + 1].spaceBefore {
      let next = last + 1
      if tokens.is(next, .closeBracket) || tokens.is(next, [.stop, .ellipsis]) {
        last = next
      } else if tokens.is(next, .closeQuote), !opensQuote(next) {
        closesQuote = true
        last = next
      } else {
        break
      }
    }
    if endsLine(last) { return last }
    return isBoundary(stop: index, last: last, closesQuote: closesQuote) ? last : nil
  }

  /// Whether the token is the last of its line. A line that goes on in lower case was only wrapped.
  private func endsLine(_ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count else { return true }
    guard tokens[next].startsLine else { return false }
    let isWrapped = tokens[next].case == .lower && !tokens.is(index, [.stop, .colon])
    return !isWrapped || isEmptyLine(between: index, and: next)
  }

  private func isEmptyLine(between index: Int, and next: Int) -> Bool {
    var lines = 0
    for offset in tokens[index].span.end..<tokens[next].span.start
    where tokens.text.bytes[offset] == 0x0A {
      lines += 1
    }
    return lines > 1
  }

  /// A straight mark opens where no space stands behind it and the next token is a word.
  private func opensQuote(_ index: Int) -> Bool {
    guard tokens.is(index, .openQuote), index + 1 < tokens.count else { return false }
    return tokens[index].spaceBefore && !tokens[index + 1].spaceBefore
  }

  private func isBoundary(stop index: Int, last: Int, closesQuote: Bool) -> Bool {
    var next = last + 1
    let first = tokens[next]
    // "www.example.org", "3.p": a stop inside a word. Two sentences that lost their space have a
    // word in small letters before and one with a capital behind: "was closed.The".
    if !first.spaceBefore, !tokens.is(next, [.openQuote, .openBracket, .dash]) {
      return tokens.is(index, .stop) && first.case == .capitalized && first.span.count > 2
        && index > 0 && tokens[index - 1].case == .lower && tokens[index - 1].span.count > 3
        && next + 1 < tokens.count && tokens[next + 1].spaceBefore
    }
    // "WASHINGTON, D.C. – Today", "the list (D-Conn.-02) grew", "Jane Roe (b. 1955, Port Olsen)".
    let isFullStop = endsInFullStop(index)
    if isFullStop, tokens.is(next, .dash), isShortened(index) { return false }
    if isFullStop, isInShortBracket(index, last) { return false }
    while next < tokens.count, tokens[next].kind == .mark, !tokens[next].startsLine,
      tokens.is(next, [.openQuote, .openBracket, .dash, .ellipsis])
    {
      next += 1
    }
    guard next < tokens.count else { return true }
    let following = tokens[next]
    if following.case == .lower { return closesQuote ? false : isLowercaseStart(next, index) }
    if following.kind == .mark {
      return !tokens.is(next, [.comma, .colon, .dash, .stop, .closeBracket, .closeQuote])
    }
    if closesQuote, isAttribution(next) { return false }
    if tokens.is(index, .ellipsis) { return following.isCapitalized }
    return !isFullStop || !isAbbreviation(index, following: next)
  }

  /// Whether a stop stands in a bracket within a sentence, which opens and closes a few words away.
  private func isInShortBracket(_ stop: Int, _ last: Int) -> Bool {
    guard
      let open = (max(0, stop - 8)..<stop).last(where: {
        tokens.is($0, [.openBracket, .closeBracket])
      }),
      tokens.is(open, .openBracket), open > 0, !tokens[open].startsLine,
      !tokens.is(open - 1, [.stop, .ellipsis, .closeQuote])
    else { return false }
    let close = (last + 1..<min(tokens.count, last + 13)).first {
      tokens.is($0, [.openBracket, .closeBracket]) || tokens[$0].startsLine
    }
    return close.map { tokens.is($0, .closeBracket) && !tokens[$0].startsLine } ?? false
  }

  /// A sentence may start in small letters after a question or exclamation mark: "right? right."
  /// is one sentence, "iPhones" and web names are not worth a rule.
  private func isLowercaseStart(_ next: Int, _ index: Int) -> Bool { false }

  private func endsInFullStop(_ index: Int) -> Bool {
    tokens[index].kind == .word || tokens.is(index, byte: 0x2E)
  }

  /// "Smith asked", "President Jane Smith said": up to four capitalized words and a verb of speech.
  private func isAttribution(_ index: Int) -> Bool {
    var index = index
    let limit = index + 5
    while index < min(limit, tokens.count) {
      if tokens.is(index, [.speechVerb]), tokens[index].case == .lower { return true }
      guard tokens[index].isCapitalized || tokens.is(index, byte: 0x2E) else { return false }
      index += 1
    }
    return false
  }

  /// Whether the full stop belongs to a word that is cut short, whatever follows.
  private func isShortened(_ index: Int) -> Bool {
    let word = tokens[index].kind == .word ? index : index - 1
    guard word >= 0, tokens[word].kind == .word else { return false }
    let classes: LexicalClass = [.abbreviation, .titleAbbreviation, .monthAbbreviation]
    guard word != index else { return true }
    // "LYNN, Mass. – Today".
    return (tokens.is(word, classes) || isState(word)) && !tokens[index].spaceBefore
  }

  /// Whether the full stop belongs to a word that is cut short, given what follows.
  private func isAbbreviation(_ index: Int, following next: Int) -> Bool {
    let isInitials = tokens[index].kind == .word
    let word = isInitials ? index : index - 1
    guard word >= 0, isInitials || !tokens[index].spaceBefore else { return false }
    let token = tokens[word]
    let startsSentence = tokens.is(next, .starter) && tokens[next].isCapitalized
    let followsNumber = tokens[next].kind == .number
    if token.kind == .number {
      // "1. Open the door" at the head of a line is a list's number.
      return token.startsLine && token.span.count <= 2
    }
    guard token.kind == .word else { return false }
    if token.startsLine, token.span.count <= 2, !isInitials { return true }
    // "S. Con. Res. 14", "H. J. Res. 7".
    if tokens.is(next, "Res"), token.isCapitalized, token.span.count <= 4 { return true }
    if tokens.is(word, .titleAbbreviation), token.isCapitalized { return true }
    if tokens.is(word, .numberAbbreviation) { return followsNumber }
    if tokens.is(word, .monthAbbreviation) { return followsNumber || !startsSentence }
    if isInitials || isLetterPair(word) {
      // "J. Smith", "U.S. Senate" against "in the U.S. The".
      return !startsSentence || isSingleInitial(word) && !tokens.is(next, .pronoun)
    }
    let isTownsState = tokens.is(word - 1, .comma) && isState(word)
    return (tokens.is(word, .abbreviation) || isTownsState) && !startsSentence
  }

  /// "Mass", "Ill": the abbreviation of a state.
  private func isState(_ index: Int) -> Bool {
    KnownPlace.isState(tokens[index].span, in: tokens.text.bytes, isShort: true)
  }

  private func isSingleInitial(_ index: Int) -> Bool {
    tokens[index].span.count == 2 && index > 0 && tokens[index - 1].isCapitalized
  }

  /// "a.m.", "p.m.", "e.g.": small letters with a stop after each.
  private func isLetterPair(_ index: Int) -> Bool {
    guard tokens[index].span.count == 1, index >= 2 else { return false }
    return tokens.is(index - 1, byte: 0x2E) && tokens[index - 2].span.count == 1
      && tokens[index - 2].kind == .word && !tokens[index - 1].spaceBefore
      && !tokens[index].spaceBefore
  }
}
