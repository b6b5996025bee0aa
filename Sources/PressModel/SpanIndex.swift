/// Spans in the order of a text, without overlap, by what lies in them.
public struct SpanIndex: Sendable {
  private let spans: [Span]

  public init(_ spans: [Span]) {
    self.spans = spans
  }

  /// The span that holds another whole; nil where none does.
  public func holding(_ span: Span) -> Span? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, spans[low - 1].contains(span) else { return nil }
    return spans[low - 1]
  }
}
