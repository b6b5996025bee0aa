public import PressModel

/// Bytes that were made of a source's, such as the part of a message without its coding, with where
/// each stretch of them came from.
public struct DerivedSource: Sendable {
  private struct Stretch: Sendable {
    var derived: Span
    var raw: Span
    /// Whether both sides are the same bytes.
    var isVerbatim: Bool
  }

  public private(set) var bytes: [UInt8] = []
  private var stretches: [Stretch] = []

  public init() {}

  /// Adds bytes that stand in the source otherwise, or as they are.
  public mutating func append(_ new: some Collection<UInt8>, from raw: Span, isVerbatim: Bool) {
    guard !new.isEmpty else { return }
    let span = Span(bytes.count, bytes.count + new.count)
    bytes += new
    if isVerbatim, let last = stretches.last, last.isVerbatim, last.raw.end == raw.start {
      stretches[stretches.count - 1].derived.end = span.end
      stretches[stretches.count - 1].raw.end = raw.end
    } else {
      stretches.append(Stretch(derived: span, raw: raw, isVerbatim: isVerbatim))
    }
  }

  /// The bytes of the raw source under a span of the derived bytes; a stretch that is written
  /// otherwise counts in full.
  public func source(of span: Span) -> Span {
    var result: Span?
    for stretch in stretches(under: span) {
      let raw = cut(stretch, to: span)
      result = Span(min(result?.start ?? raw.start, raw.start), max(result?.end ?? 0, raw.end))
    }
    return result ?? place(of: span.start)
  }

  /// A map to the derived bytes as one to the raw source. `text`: what the map is of.
  func translated(_ map: SourceMap, _ text: [UInt8]) -> SourceMap {
    var result = SourceMap()
    for piece in map.pieces {
      guard piece.rule == .verbatim else {
        result.append(text: piece.text.count, from: source(of: piece.source), rule: piece.rule)
        continue
      }
      var offset = piece.text.start
      while offset < piece.text.end {
        let derived = Span(
          piece.source.start + offset - piece.text.start, piece.source.end)
        guard let stretch = stretches(under: derived).first else {
          result.append(text: piece.text.end - offset, from: source(of: derived), rule: .transcoded)
          break
        }
        var end = min(offset + stretch.derived.end - derived.start, piece.text.end)
        // A character whose bytes are partly coded is coded.
        var start = end
        while start > offset, start < piece.text.end, text[start] & 0xC0 == 0x80 { start -= 1 }
        if stretch.isVerbatim, start > offset {
          end = start
          let part = Span(derived.start, derived.start + end - offset)
          result.append(text: end - offset, from: cut(stretch, to: part), rule: .verbatim)
        } else {
          // As far as the word goes: a coding's own groups say nothing to anyone.
          while end < piece.text.end, text[end] > 0x20, text[end - 1] > 0x20,
            isCoded(derived.start + end - offset)
          {
            end += 1
          }
          while end < piece.text.end, text[end] & 0xC0 == 0x80 { end += 1 }
          let part = Span(derived.start, derived.start + end - offset)
          result.append(text: end - offset, from: source(of: part), rule: .transcoded)
        }
        offset = end
      }
    }
    return result
  }

  private func isCoded(_ offset: Int) -> Bool {
    stretches(under: Span(offset, offset + 1)).first?.isVerbatim == false
  }

  private func cut(_ stretch: Stretch, to span: Span) -> Span {
    guard stretch.isVerbatim else { return stretch.raw }
    return Span(
      stretch.raw.start + max(0, span.start - stretch.derived.start),
      stretch.raw.end - max(0, stretch.derived.end - span.end))
  }

  private func stretches(under span: Span) -> ArraySlice<Stretch> {
    let start = firstStretch(endingAfter: span.start)
    var end = start
    while end < stretches.count, stretches[end].derived.start < span.end { end += 1 }
    return stretches[start..<end]
  }

  private func place(of offset: Int) -> Span {
    let index = firstStretch(endingAfter: offset)
    let place = index < stretches.count ? stretches[index].raw.start : stretches.last?.raw.end ?? 0
    return Span(place, place)
  }

  private func firstStretch(endingAfter offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].derived.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
