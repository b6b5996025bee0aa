public import PressModel

/// What stands at the head of a release: labels, day of issue, issuer, embargo, dateline.
public struct ReleaseHead: Sendable {
  public private(set) var published: PrintedDate?
  public private(set) var issuer: Span?
  public private(set) var embargo: Span?
  public private(set) var dateline: Dateline?
  /// The kind of document that a label names, and its words.
  public private(set) var kind: (value: DocumentKind, span: Span)?

  private let bytes: [UInt8]
  private static let labels = PhraseTable("release-labels")

  public init(text: Text, blocks: [Block]) {
    bytes = text.bytes
    var prose = 0
    for block in blocks.prefix(16) {
      let shape = LineShape(bytes, block.span)
      let isProse = shape.sentenceEnds > 0 && shape.words >= 12
      if block.type != .heading, dateline == nil, prose < 4 {
        dateline = Dateline(bytes, block.span)
      }
      if isProse {
        prose += 1
      } else if prose == 0 || block.span.count < 80 && prose < 2 {
        note(block.span, isProse: prose > 0)
      }
      if prose >= 4 { break }
    }
    if published == nil, let date = dateline?.date { published = date }
  }

  /// Reads one line above the release's prose, or right below its first paragraph.
  private mutating func note(_ line: Span, isProse: Bool) {
    let label = Self.labels.prefix(of: line, in: bytes)
    let date = PrintedDate.first(in: bytes, line)
    if label?.value == "embargo" {
      embargo = embargo ?? line
      return
    }
    if let label, label.value == "type" || label.value == "release",
      let value = DocumentKindWords.kind(of: label.span, in: bytes), kind == nil
    {
      kind = (value, label.span)
    }
    if let date, published == nil, !isProse {
      let isAlone = date.span.count * 2 >= line.count
      let isLabelled = label.map {
        $0.value == "date" || $0.value == "release" || $0.value == "type"
      }
      if isAlone || isLabelled == true { published = date }
    }
    if issuer == nil, !isProse, label == nil || label?.value == "office",
      IssuerName.isName(line, in: bytes)
    {
      issuer = line
    }
  }
}
