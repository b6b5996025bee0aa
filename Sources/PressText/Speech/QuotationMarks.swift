public import PressModel

/// A stretch between quotation marks.
public struct QuotedSpan: Hashable, Sendable {
  /// The tokens of the marks; `close` is nil where the block or document ends first.
  public var open: Int
  public var close: Int?
  /// The first and last token between the marks.
  public var inner: ClosedRange<Int>
  /// The blocks that it starts and ends in.
  public var firstBlock: Int
  public var lastBlock: Int

  /// Goes on with the next paragraph of the same speech.
  fileprivate mutating func extend(to next: QuotedSpan) {
    close = next.close
    inner = inner.lowerBound...max(inner.upperBound, next.inner.upperBound)
    lastBlock = next.lastBlock
  }
}

/// Pairs the quotation marks of a document: straight, curly and guillemets.
///
/// A mark that stays open at the end of a block is taken to go on where the next block opens with
/// a mark, as newspapers print speech of several paragraphs, or where the next mark only closes;
/// elsewhere it ends with its block.
public struct QuotationMarks {
  private let tokens: Tokens
  private let blocks: [Block]

  public init(_ tokens: Tokens, blocks: [Block]) {
    self.tokens = tokens
    self.blocks = blocks
  }

  /// The outermost quotations, in order, without overlap.
  public func spans() -> [QuotedSpan] {
    var spans: [QuotedSpan] = []
    /// The blocks without a mark behind the one that the last quotation stays open in; nil where it
    /// is closed.
    var unmarked: Int?
    for (number, block) in blocks.enumerated() {
      let first = tokens.index(at: block.span.start)
      let last = tokens.index(at: block.span.end) - 1
      guard first <= last, last < tokens.count else { continue }
      var found = marked(in: first...last, block: number)
      if let passed = unmarked, let open = spans.indices.last {
        let mark = firstMark(in: first...last)
        if passed == 0, let head = found.first, head.open == first {
          found.removeFirst()
          spans[open].extend(to: head)
        } else if let mark, closes(mark, in: first...last), mark > first {
          // Only the last of several paragraphs has a mark, at its end.
          spans[open].close = mark
          spans[open].inner = spans[open].inner.lowerBound...mark - 1
          spans[open].lastBlock = number
        } else if mark == nil, passed < Self.longestSpeech, block.type == .paragraph {
          unmarked = passed + 1
          continue
        }
      }
      spans += found
      unmarked = spans.last.flatMap { $0.close == nil && $0.lastBlock == number ? 0 : nil }
    }
    return spans
  }

  /// The most paragraphs without a mark inside of one quotation.
  private static let longestSpeech = 8

  /// The most quotations inside of each other.
  private static let deepest = 3

  /// The first mark of a quotation in a block, whether it opens or closes one.
  private func firstMark(in range: ClosedRange<Int>) -> Int? {
    range.first {
      tokens.is($0, [.openQuote, .closeQuote]) && !tokens.is($0, .singleQuote) && !isInches($0)
    }
  }

  /// Whether a mark can only close a quotation that was open before.
  private func closes(_ mark: Int, in range: ClosedRange<Int>) -> Bool {
    if !tokens.is(mark, "\"") { return !tokens.is(mark, .openQuote) }
    return !tokens[mark].spaceBefore
      && (mark == range.upperBound || tokens[mark + 1].spaceBefore
        || tokens[mark + 1].kind == .mark)
  }

  private func marked(in range: ClosedRange<Int>, block: Int) -> [QuotedSpan] {
    var spans: [QuotedSpan] = []
    var index = range.lowerBound
    while index <= range.upperBound {
      guard opens(index, in: range) else {
        index += 1
        continue
      }
      let close = closing(of: index, in: range)
      let end = (close ?? range.upperBound + 1) - 1
      if end > index {
        spans.append(
          QuotedSpan(
            open: index, close: close, inner: index + 1...end, firstBlock: block, lastBlock: block))
      }
      index = end + 2
    }
    return spans
  }

  private func opens(_ index: Int, in range: ClosedRange<Int>) -> Bool {
    guard tokens.is(index, .openQuote), index < range.upperBound,
      !tokens.is(index, .singleQuote) || tokens.is(index, "\u{2018}")
    else { return false }
    let isFree =
      index == range.lowerBound || tokens[index].spaceBefore
      || tokens.is(index - 1, [.openBracket, .dash])
    if tokens.is(index, "\"") {
      return !tokens[index + 1].spaceBefore
        && (isFree || !isClosing(index) || isGlued(index, in: range))
    }
    return !tokens.is(index, .singleQuote) || isFree
  }

  /// `said,"We go home."`: the space before the mark is lost, for a capital stands behind it and the next
  /// mark can only close.
  private func isGlued(_ index: Int, in range: ClosedRange<Int>) -> Bool {
    guard tokens[index + 1].kind == .word, tokens[index + 1].isCapitalized,
      let next = (index + 2..<max(index + 2, range.upperBound + 1)).first(where: {
        tokens.is($0, "\"")
      })
    else { return false }
    return !tokens[next].spaceBefore
  }

  private func isClosing(_ index: Int) -> Bool {
    tokens.is(index + 1, [.comma, .stop, .closeBracket, .dash, .ellipsis, .colon])
      || tokens.is(index - 1, [.comma, .stop])
  }

  /// The second mark of a height such as 6'2".
  private func isInches(_ index: Int) -> Bool {
    tokens.is(index, [.openQuote, .closeQuote]) && index > 2 && !tokens[index].spaceBefore
      && tokens[index - 1].kind == .number && tokens.is(index - 2, .singleQuote)
      && tokens[index - 3].kind == .number
  }

  /// The mark that closes the one at `index`: inner quotations of the same marks are passed over.
  private func closing(of index: Int, in range: ClosedRange<Int>) -> Int? {
    let isStraight = tokens.is(index, "\"")
    let isSingle = tokens.is(index, .singleQuote)
    var depth = 1
    var fallback: Int?
    var next = index + 1
    while next <= range.upperBound {
      defer { next += 1 }
      if isInches(next) {
        fallback = fallback ?? next
        continue
      }
      if isStraight {
        if tokens.is(next, "\u{201D}") { return next }
        guard tokens.is(next, "\"") else { continue }
        if !tokens[next].spaceBefore || next == range.upperBound || tokens[next + 1].spaceBefore {
          depth -= 1
          if depth == 0 { return next }
        } else {
          // An opening mark inside: a quotation in a quotation, or the one before lost its partner.
          depth += 1
          if depth > Self.deepest { return fallback }
        }
        continue
      }
      guard tokens.is(next, isSingle ? .singleQuote : [.openQuote, .closeQuote]) else { continue }
      if isSingle {
        guard tokens.is(next, "\u{2019}"), !tokens[next].spaceBefore else { continue }
        let isEnd =
          next == range.upperBound || tokens[next + 1].spaceBefore
          || tokens[next + 1].kind == .mark
        if isEnd, tokens.is(next - 1, [.comma, .stop]) { return next }
        if isEnd, fallback == nil { fallback = next }
        continue
      }
      if tokens.is(next, .singleQuote) { continue }
      if tokens.is(next, "\"") {
        if !tokens[next].spaceBefore { return next }
        continue
      }
      if tokens.is(next, .closeQuote) {
        depth -= 1
        if depth == 0 { return next }
        fallback = fallback ?? next
      } else {
        depth += 1
      }
    }
    return fallback
  }
}
