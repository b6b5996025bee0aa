public import PressModel

/// Finds what a transcriber put among the words that were spoken: "(Laughter.)", "[sic]",
/// "(00:12:34)", "2:37 P.M. EDT" on a line of its own, the asterisk of a correction.
public struct TranscriptMarks {
  private let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The marks of a stretch of any text, in order, without overlap: brackets that hold a remark on
  /// the room or the recording, or a time of it.
  public func remarks(in span: Span) -> [Span] {
    marks(in: span) { open, close in
      isRemark(open, close) || isRecordingTime(open + 1..<close)
    }
  }

  /// The marks of a stretch of a transcript: all of `remarks`, and what only stands for a mark where
  /// speech is written down: a sentence of its own in brackets, square brackets, bare lines of times
  /// and pages, asterisks of corrections.
  public func all(in span: Span) -> [Span] {
    marks(in: span, withLines: true) { open, close in
      tokens.is(open, "[")
        ? isFree(open, close) && !isStandIn(close)
        : isRemark(open, close) || isRecordingTime(open + 1..<close) || isSentence(open, close)
    }
  }

  /// What is left of a stretch without some marks in it, in order; stretches without a word or a
  /// number are left out.
  public func words(of span: Span, without marks: [Span]) -> [Span] {
    var words: [Span] = []
    var start = span.start
    for mark in marks + [Span(span.end, span.end)] {
      let first = tokens.index(at: start)
      var limit = first
      while limit < tokens.count, tokens[limit].span.start < mark.start { limit += 1 }
      if first < limit, (first..<limit).contains(where: { tokens[$0].kind != .mark }) {
        words.append(
          Span(max(tokens[first].span.start, start), min(tokens[limit - 1].span.end, mark.start)))
      }
      start = mark.end
    }
    return words
  }

  // MARK: - Marks

  private func marks(
    in span: Span, withLines: Bool = false, _ isMark: (_ open: Int, _ close: Int) -> Bool
  ) -> [Span] {
    var found: [Span] = []
    var index = tokens.index(at: span.start)
    while index < tokens.count, tokens[index].span.start < span.end {
      var last: Int?
      if tokens.is(index, .openBracket), let close = closing(index), isMark(index, close) {
        last = close
      } else if withLines {
        last = lineMark(at: index) ?? asterisk(at: index)
      }
      guard let last, tokens[last].span.end <= span.end else {
        index += 1
        continue
      }
      found.append(Span(tokens[index].span.start, tokens[last].span.end))
      index = last + 1
    }
    return found
  }

  /// The bracket that closes this one, within 40 tokens of its paragraph.
  private func closing(_ open: Int) -> Int? {
    let isSquare = tokens.is(open, "[")
    guard isSquare || tokens.is(open, "(") else { return nil }
    var index = open + 1
    while index < tokens.count, index - open <= 40 {
      if tokens.is(index, isSquare ? "]" : ")") { return index > open + 1 ? index : nil }
      if tokens.is(index, isSquare ? "[" : "(") || endsParagraph(index) { return nil }
      index += 1
    }
    return nil
  }

  private func endsParagraph(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].startsLine else { return false }
    let gap = tokens[index].span.end..<tokens[index + 1].span.start
    return tokens.text.bytes[gap].count { $0 == 0x0A } > 1
  }

  /// `(Laughter and applause.)`, `(off mic)`, `[sic]`: few words, one of them a remark's.
  private func isRemark(_ open: Int, _ close: Int) -> Bool {
    guard close - open <= 9 else { return false }
    return (open + 1..<close).contains { tokens.is($0, .stageRemark) }
  }

  /// Square brackets that are no part of a word, as in "[W]e".
  private func isFree(_ open: Int, _ close: Int) -> Bool {
    let isFreeBefore = open == 0 || tokens[open].spaceBefore || tokens[open - 1].kind == .mark
    let isFreeBehind =
      close + 1 >= tokens.count || tokens[close + 1].spaceBefore || tokens[close + 1].kind == .mark
    return isFreeBefore && isFreeBehind
  }

  /// "[senior administration official]", "[redacted]": printed for a name that is not to be known, and
  /// as much a part of the sentence as the name would be.
  private func isStandIn(_ close: Int) -> Bool {
    WordList.standIns.holds(close - 1, tokens)
  }

  /// `(The order is signed.)`: a capital, a full stop inside, and no sentence open before it.
  private func isSentence(_ open: Int, _ close: Int) -> Bool {
    guard tokens[open + 1].isCapitalized, tokens.is(close - 1, [.stop, .ellipsis]) else {
      return false
    }
    return open == 0 || tokens[open].startsLine
      || tokens.is(open - 1, [.stop, .ellipsis, .dash, .closeQuote, .closeBracket, .colon, .comma])
      || tokens[open - 1].kind == .word && tokens.text.bytes[tokens[open - 1].span.end - 1] == 0x2E
      || isLetterLabel(open - 1)
  }

  private func isLetterLabel(_ index: Int) -> Bool {
    tokens[index].startsLine && (tokens.is(index, "Q") || tokens.is(index, "A"))
  }

  /// `12:34`, `00:12:34`.
  private func isRecordingTime(_ range: Range<Int>) -> Bool {
    guard range.count == 3 || range.count == 5 else { return false }
    return range.allSatisfy { index in
      (index - range.lowerBound).isMultiple(of: 2)
        ? tokens[index].kind == .number && tokens[index].span.count <= 3
        : tokens.is(index, byte: 0x3A) && !tokens[index].spaceBefore
    }
  }

  // MARK: - Lines

  /// The last token of a line that holds nothing spoken; of the time that a line starts with.
  private func lineMark(at first: Int) -> Int? {
    guard tokens[first].startsLine else { return nil }
    var last = first
    while last + 1 < tokens.count, !tokens[last + 1].startsLine, last - first < 12 { last += 1 }
    if last - first < 12, isBare(first...last) { return last }
    // "00:12:34 And then": what programs write down starts its lines so.
    return first + 4 <= last && isRecordingTime(first..<first + 5) ? first + 4 : nil
  }

  /// `2:37 P.M. EDT`, `END 2:37 P.M.`, `(MORE)`, `- 3 -`, `Page 3 of 9`, `###`, `* * *`.
  private func isBare(_ line: ClosedRange<Int>) -> Bool {
    var times = 0
    var numbers = 0
    var ends = 0
    var others = 0
    for index in line {
      switch tokens[index].kind {
      case .mark: continue
      case .number:
        if tokens.is(index + 1, byte: 0x3A), index + 2 <= line.upperBound,
          tokens[index + 2].kind == .number
        {
          times += 1
        }
        numbers += 1
      case .word:
        if tokens.is(index, "END") || tokens.is(index, "MORE") || tokens.is(index, "more") {
          ends += 1
        } else if !isClockWord(index) {
          others += 1
        }
      }
    }
    if isPage(line) { return true }
    guard others == 0 else { return false }
    if times > 0 { return true }
    if ends > 0 { return ends == 1 && line.count <= 3 && numbers == 0 }
    let hasWords = line.contains { tokens[$0].kind == .word }
    if hasWords { return false }
    guard numbers > 0 else { return isRule(line) }
    return numbers == 1 && line.count == 3
      && tokens.is(line.lowerBound, .dash) && tokens.is(line.upperBound, .dash)
  }

  /// `P.M.`, `EDT`, `local time`.
  private func isClockWord(_ index: Int) -> Bool {
    let span = tokens[index].span
    return tokens[index].case == .upper && span.count <= 5
      || tokens.is(index, "local") || tokens.is(index, "time") || tokens.is(index, "Local")
      || tokens.is(index, "Time") || tokens.is(index, "a.m.") || tokens.is(index, "p.m.")
      || tokens.is(index, "a") || tokens.is(index, "p") || tokens.is(index, "m")
      || tokens.is(index, "am") || tokens.is(index, "pm")
  }

  private func isPage(_ line: ClosedRange<Int>) -> Bool {
    let first = line.lowerBound
    guard tokens.is(first, "Page") || tokens.is(first, "PAGE"), line.count <= 4, line.count > 1,
      tokens[first + 1].kind == .number
    else { return false }
    return line.count == 2 || line.count == 4 && tokens[line.upperBound].kind == .number
  }

  /// `###`, `* * *`, `---`: three at least of marks that draw no words.
  private func isRule(_ line: ClosedRange<Int>) -> Bool {
    let bytes = line.reduce(0) { $0 + tokens[$1].span.count }
    return bytes >= 3
      && line.allSatisfy { tokens.is($0, byte: 0x23) || tokens.is($0, byte: 0x2A) || isHyphens($0) }
  }

  private func isHyphens(_ index: Int) -> Bool {
    tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end].allSatisfy { $0 == 0x2D }
  }

  /// The asterisk behind a word that a note corrects.
  private func asterisk(at index: Int) -> Int? {
    guard tokens.is(index, byte: 0x2A), index > 0, !tokens[index].spaceBefore else { return nil }
    let isBehindWord = tokens[index - 1].kind != .mark || tokens.is(index - 1, byte: 0x2A)
    let isFree =
      index + 1 >= tokens.count || tokens[index + 1].spaceBefore
      || tokens[index + 1].kind == .mark
    return isBehindWord && isFree ? index : nil
  }
}
