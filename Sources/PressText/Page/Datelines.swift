public import PressModel

/// The sentences of a document without the datelines that they open with.
public struct Datelines {
  private let bytes: [UInt8]
  private let blocks: SpanIndex
  private let sentences: SpanIndex

  public init(_ document: Document) {
    bytes = document.text.bytes
    blocks = SpanIndex(document.blocks.map(\.span))
    sentences = SpanIndex(document.sentences)
  }

  /// A sentence behind its dateline, "GENEVA, 3 May 2019 – Talks began", or behind the dash that a
  /// full stop in the dateline left it, "– Talks began". Any other span is as it is.
  public func sentence(_ span: Span) -> Span {
    guard sentences.holding(span) == span else { return span }
    var start = span.start
    if blocks.holding(span)?.start == start, let dateline = Dateline(bytes, span) {
      start = dateline.span.end
    } else if let dash = dash(at: start) {
      start += dash
    }
    while start < span.end, bytes[start] <= 0x20 { start += 1 }
    return start < span.end ? Span(start, span.end) : span
  }

  /// The bytes of a dash with white space behind it; nil where there is none.
  private func dash(at start: Int) -> Int? {
    let head = bytes[start...].prefix { $0 > 0x20 }
    let isDash =
      head.elementsEqual("–".utf8) || head.elementsEqual("—".utf8) || head.elementsEqual("--".utf8)
    return isDash ? head.count : nil
  }
}
