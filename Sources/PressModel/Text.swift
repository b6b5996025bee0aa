/// A document's canonical text: the source's own characters with white space put in order.
///
/// Held as UTF-8 so that stages can work on bytes and spans; a `String` is made only where one is
/// asked for. Lines end in LF, runs of white space are one space, one empty line parts two blocks.
public struct Text: Hashable, Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]

  public init(_ string: String = "") {
    bytes = Array(string.utf8)
  }

  /// Takes bytes as they are where they are valid UTF-8 and repairs them with U+FFFD where not.
  public init(utf8 bytes: [UInt8]) {
    let isValid = bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    self.bytes = isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The number of UTF-8 bytes.
  public var count: Int { bytes.count }

  public var isEmpty: Bool { bytes.isEmpty }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The span of the whole text.
  public var span: Span { Span(0, bytes.count) }

  /// The words at a span; empty where the span leaves the text.
  public subscript(span: Span) -> String {
    guard holds(span) else { return "" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Whether a span lies in the text and cuts no character in two.
  public func holds(_ span: Span) -> Bool {
    guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return false }
    return isBoundary(span.start) && isBoundary(span.end)
  }

  /// The span with its words: what a fact carries.
  public func mention(_ span: Span) -> Mention {
    Mention(span: span, text: self[span])
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
