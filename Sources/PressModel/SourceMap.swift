/// For every stretch of a canonical text, the bytes of the raw source that it came from.
///
/// The pieces are in the order of the text, touch one another and cover all of it.
public struct SourceMap: Hashable, Codable, Sendable {
  /// How the bytes of the source became those of the text.
  public enum Rule: String, Codable, CaseIterable, Sendable {
    /// The same bytes.
    case verbatim
    /// White space, or markup between two blocks, that became a space or line ends.
    case space
    /// A character reference (HTML section 13.5) that became its characters.
    case reference
    /// Bytes of another encoding than UTF-8, or bytes that were repaired.
    case transcoded
    /// Words that a converter took out of a binary format, as a PDF's: the range is all that it
    /// was taken from, and nothing in it can be read without the converter.
    case extracted
  }

  public struct Piece: Hashable, Codable, Sendable {
    /// Byte offsets in the text.
    public var text: Span
    /// Byte offsets in the raw source.
    public var source: Span
    public var rule: Rule

    public init(text: Span, source: Span, rule: Rule) {
      self.text = text
      self.source = source
      self.rule = rule
    }
  }

  public private(set) var pieces: [Piece]

  public init(pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// Adds the next stretch of text, which must start where the last one ended. A verbatim stretch
  /// that continues the last one is joined to it, and so is one extracted from the same bytes.
  public mutating func append(text count: Int, from source: Span, rule: Rule) {
    guard count > 0 else { return }
    let start = pieces.last?.text.end ?? 0
    if rule == .verbatim, let last = pieces.last, last.rule == .verbatim,
      last.source.end == source.start
    {
      pieces[pieces.count - 1].text.end += count
      pieces[pieces.count - 1].source.end = source.end
      return
    }
    if rule == .extracted, let last = pieces.last, last.rule == rule, last.source == source {
      pieces[pieces.count - 1].text.end += count
      return
    }
    pieces.append(Piece(text: Span(start, start + count), source: source, rule: rule))
  }

  /// Whether words of a span were taken out of a binary format, so that the source's bytes cannot be
  /// read for them.
  public func isExtracted(_ span: Span) -> Bool {
    var index = firstPiece(endingAfter: span.start)
    while index < pieces.count, pieces[index].text.start < span.end {
      if pieces[index].rule == .extracted { return true }
      index += 1
    }
    return false
  }

  /// From the first to the last byte of the source under a span of the text; empty at 0 where
  /// nothing lies under it.
  public func bounds(of span: Span) -> Span {
    var bounds: Span?
    var index = firstPiece(endingAfter: span.start)
    while index < pieces.count, pieces[index].text.start < span.end {
      let piece = pieces[index]
      var source = piece.source
      if piece.rule == .verbatim {
        source.start += max(0, span.start - piece.text.start)
        source.end -= max(0, piece.text.end - span.end)
      }
      let known = bounds ?? source
      bounds = Span(min(known.start, source.start), max(known.end, source.end))
      index += 1
    }
    return bounds ?? Span(0, 0)
  }

  private func firstPiece(endingAfter offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The pieces that a span of the text touches, each cut to the span where it is verbatim.
  public func pieces(under span: Span) -> [Piece] {
    var found: [Piece] = []
    var index = firstPiece(endingAfter: span.start)
    while index < pieces.count, pieces[index].text.start < span.end {
      var piece = pieces[index]
      if piece.rule == .verbatim {
        let text = Span(max(piece.text.start, span.start), min(piece.text.end, span.end))
        let start = piece.source.start + text.start - piece.text.start
        piece.source = Span(start, start + text.count)
        piece.text = text
      }
      found.append(piece)
      index += 1
    }
    return found
  }

  /// The byte ranges of the source under a span of the text, in the order of the text; ranges that
  /// touch are one.
  public func source(of span: Span) -> [Span] {
    var ranges: [Span] = []
    for piece in pieces(under: span) {
      if let last = ranges.last, last.end == piece.source.start {
        ranges[ranges.count - 1].end = piece.source.end
      } else {
        ranges.append(piece.source)
      }
    }
    return ranges
  }
}
