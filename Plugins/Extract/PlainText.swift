import PressModel
import PressStage
import PressText

/// Reads press releases and speeches that are plain text, without a page around them.
///
/// Reads UTF-8, UTF-16 with a byte order mark, and windows-1252. Lines that were broken at a width
/// are joined. Adds headings, paragraphs and list items, and the title where the first line stands
/// alone as one. Leaves every word in the text but what follows the mark that ends a release
/// ("###", "-30-", "ENDS") and is no prose, and buttons left over below the text ("Print",
/// "Next Article").
struct PlainText: Reader {
  static let version = 5
  static let summary =
    "Reads press releases and speeches that are plain text, without a page around them"

  static let examples = [
    StageExample(
      .finds, "a title and a paragraph that was broken at a width",
      .raw(
        """
        Harbour Opens New Quay

        The port authority opened a third quay on Monday, which doubles the
        number of ships that can be unloaded at one time and shortens the
        time that they wait outside of the harbour by about half a day.
        """, as: "text/plain"),
      gives: .metadata("title", "Harbour Opens New Quay"),
      .blocks([
        ("heading", "Harbour Opens New Quay"),
        (
          "paragraph",
          "The port authority opened a third quay on Monday, which doubles the number of ships that "
            + "can be unloaded at one time and shortens the time that they wait outside of the "
            + "harbour by about half a day."
        ),
      ])),
    StageExample(
      .leavesAlone, "a text that starts with prose has no title",
      .raw(
        "Thank you all for coming. It is good to be back.\n\nWe have work to do.", as: "text/plain"),
      gives: .metadata("title", nil),
      .blocks([
        ("paragraph", "Thank you all for coming. It is good to be back."),
        ("paragraph", "We have work to do."),
      ])),
    StageExample(
      .trap, "what follows the end mark is no part of the release",
      .raw(
        "Minister Visits School\n\nThe minister read to the pupils.\n\n###\n\nNext Article",
        as: "text/plain"),
      gives: .blocks([
        ("heading", "Minister Visits School"), ("paragraph", "The minister read to the pupils."),
      ])),
    StageExample(
      .trap, "a line above the title says when it may be printed",
      .raw(
        "FOR IMMEDIATE RELEASE\n\nLibrary Stays Open Late\n\nIt closes at ten from now on.",
        as: "text/plain"),
      gives: .metadata("title", "Library Stays Open Late")),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    let isPlain = raw.mediaType == "text/plain"
    if PlainBytes.isText(raw) { return isPlain ? .likely : .possible }
    // A text that opens with a tag and is no page: better read with its tags than not at all.
    return isPlain && !PlainBytes.isBinary(raw) ? .possible : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    let source = DecodedSource(raw.bytes, references: true)
    document.encoding = source.encoding
    var lines = PlainBytes.paragraphs(TextLine.scan(source.bytes), in: source.bytes)
    Self.cut(&lines, in: source.bytes)
    PageLines.dropTail(of: &lines, in: source.bytes)
    guard !lines.isEmpty else { throw StageError("the file holds no text") }
    let layout = LineLayout(bytes: source.bytes, lines: lines)
    var parts = layout.parts(of: lines.indices)
    let titles = PlainTitle(parts, in: source.bytes)
    if let title = titles.index, let span = titles.span(of: title) {
      parts[title].type = .heading
      parts[title].level = 1
      document.metadata.title = source.words(span)
      document.metadata.evidence["title"] = source.evidence(span, field: "first line")
    }
    explain(lines, source, &document)
    for part in parts {
      document.beginBlock(part.type, level: part.level)
      for (index, span) in part.spans.enumerated() {
        if index > 0 {
          document.space(at: source.source(of: Span(part.spans[index - 1].end, span.start)))
        }
        source.append(span, to: &document)
      }
      document.endBlock()
    }
  }

  private func explain(
    _ kept: [TextLine], _ source: DecodedSource, _ document: inout DocumentBuilder
  ) {
    guard document.explains else { return }
    let starts = Set(kept.map(\.span.start))
    for line in PlainBytes.paragraphs(TextLine.scan(source.bytes), in: source.bytes) {
      let isKept = starts.contains(line.span.start)
      document.explain(
        BlockDecision(
          isKept ? .kept : .dropped, .paragraph, at: source.source(of: line.span),
          words: source.words(line.span),
          reasons: isKept ? [] : ["after the end mark or a button left over below the text"]))
    }
  }

  private static let afterEnd = PhraseTable("after-end")

  /// Ends the lines at an end mark. What follows it stays where it reads as prose or opens with a
  /// label, as notes, contacts and attached statements do.
  private static func cut(_ lines: inout [TextLine], in bytes: [UInt8]) {
    var kept: [TextLine] = []
    var tail: [TextLine] = []
    var hasEnded = false
    for var line in lines {
      if let end = EndMark.end(of: line.span, in: bytes), !kept.isEmpty || end > line.span.start {
        line.span = TextLine.trimmed(Span(line.span.start, end), in: bytes)
        if !hasEnded, !line.span.isEmpty { kept.append(line) }
        hasEnded = true
        continue
      }
      guard hasEnded else {
        kept.append(line)
        continue
      }
      tail.append(line)
      let shape = LineShape(bytes, line.span)
      let isProse = shape.words >= 12 && shape.sentenceEnds > 0
      if isProse || afterEnd.prefix(of: line.span, in: bytes) != nil {
        kept += tail
        tail = []
      }
    }
    lines = kept
  }
}
