/// Spans in the order of a text, without overlap, by what lies in them.
public struct SpanIndex: Sendable {
  private let spans: [Span]

  public init(_ spans: [Span]) {
    self.spans = spans
  }

  /// The span that holds another whole; nil where none does.
  public func holding(_ span: Span) -> Span? {
    let next = spans.partitioningIndex { $0.start > span.start }
    guard next > 0, spans[next - 1].contains(span) else { return nil }
    return spans[next - 1]
  }
}
