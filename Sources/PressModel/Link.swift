/// Words of the text that lead to another document.
public struct Link: Hashable, Sendable {
  /// The words in the canonical text.
  public var span: Span
  /// The address as the source has it: relative ones stay relative.
  public var target: String
  /// The bytes of the raw source that hold the address.
  public var source: Span

  public init(span: Span, target: String, source: Span) {
    self.span = span
    self.target = target
    self.source = source
  }
}
