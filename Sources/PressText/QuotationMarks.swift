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
}

/// Pairs the quotation marks of a document: straight, curly and guillemets.
///
/// A mark that stays open at the end of a block is taken to go on where the next block opens with
/// a mark, as newspapers print speech of several paragraphs; elsewhere it ends with its block.
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
    var isOpen = false
    for (number, block) in blocks.enumerated() {
      let first = tokens.index(at: block.span.start)
      let last = tokens.index(at: block.span.end) - 1
      guard first <= last, last < tokens.count else { continue }
      var found = marked(in: first...last, block: number)
      if isOpen, let head = found.first, head.open == first, let open = spans.last {
        var joined = open
        joined.close = head.close
        joined.inner = open.inner.lowerBound...max(open.inner.upperBound, head.inner.upperBound)
        joined.lastBlock = number
        spans[spans.count - 1] = joined
        found.removeFirst()
      }
      spans += found
      isOpen = spans.last.map { $0.close == nil && $0.lastBlock == number } ?? false
    }
    return spans
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
      return isFree && !tokens[index + 1].spaceBefore
        || !tokens[index + 1].spaceBefore && !isClosing(index)
    }
    return !tokens.is(index, .singleQuote) || isFree
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
          return next
        }
        // An opening mark inside: the one before lost its partner.
        return fallback
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
