/// A half-open range of UTF-8 byte offsets into a document's canonical text.
public struct Span: Hashable, Comparable, Codable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The number of bytes; negative for a span that no text can hold.
  public var count: Int { end - start }

  public var isEmpty: Bool { end <= start }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders by start, and the longer first where two start together.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}

/// Words of a document together with where they stand: the unit that the engine verifies.
public struct Mention: Hashable, Comparable, Codable, Sendable {
  public var span: Span
  /// The verbatim words at `span`.
  public var text: String

  public init(span: Span, text: String) {
    self.span = span
    self.text = text
  }

  public static func < (left: Mention, right: Mention) -> Bool { left.span < right.span }
}
