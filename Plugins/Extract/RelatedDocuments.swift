import PressModel
import PressStage
import PressText

/// Reads dated lists of other documents: "--11/15/07 Remarks at the Opening; Jane Roe, Secretary".
///
/// Reads the text's blocks: an entry is a list item or a short line that starts with a date and
/// goes on with a title and, between semicolons, the speaker with their office, and the place. Adds
/// related documents, with the address that the entry links to. Leaves sentences that start with a date alone.
struct RelatedDocuments: Extractor {
  static let summary =
    "Reads dated lists of other documents: \"--11/15/07 Remarks at the Opening; Jane Roe, Secretary\""

  static let kinds: [FactKind] = [RelatedDocument.kind]

  static let examples = [
    StageExample(
      .finds, "an entry with title, speaker, office and place",
      .text("--03/02/99  Remarks at the Fair; Ann B. Roe, Minister of Trade; Oslo, Norway"),
      gives: .facts(
        "relatedDocuments",
        [
          [
            "date": "1999-03-02", "kind": "remarks", "title": "Remarks at the Fair",
            "speaker": "Ann B. Roe", "role": "Minister of Trade", "place": "Oslo, Norway",
          ]
        ])),
    StageExample(
      .finds, "an entry with a place alone",
      .text("4 June 2010 - Press Conference on Fisheries; Bergen"),
      gives: .facts(
        "relatedDocuments",
        [["date": "2010-06-04", "title": "Press Conference on Fisheries", "place": "Bergen"]])),
    StageExample(
      .leavesAlone, "prose that starts with a date",
      .text("June 4, 2010 was the day on which the fair opened; it closed a week later."),
      gives: .facts("relatedDocuments", [])),
    StageExample(
      .trap, "a date alone is no entry", .text("June 4, 2010"),
      gives: .facts("relatedDocuments", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let text = document.text
    var entries: [RelatedDocument] = []
    var isSure = false
    for block in document.blocks where block.type != .heading && block.span.count <= 500 {
      guard var entry = entry(block, in: text) else { continue }
      if let link = document.links.first(where: { entry.mention.span.contains($0.span) }) {
        entry.link = Evidence(text: link.target, field: "href", source: link.source)
      }
      isSure = isSure || block.type == .listItem || entry.kindOfDocument != .unknown
      entries.append(entry)
    }
    // One line with a date may be anything; several are a list.
    guard isSure || entries.count > 1 else { return }
    for entry in entries { findings.add(entry) }
  }

  private static let roles = Set(
    Table("role-words").rows
      .filter { $0.count > 1 && $0[1].split(separator: ";").contains("listed") }
      .compactMap(\.first))

  private func entry(_ block: Block, in text: Text) -> RelatedDocument? {
    let bytes = text.bytes
    let marker = ListMarker(bytes, block.span)
    let start = block.span.start + (marker?.length ?? 0)
    guard let date = PrintedDate.starting(at: start, in: bytes, end: block.span.end) else {
      return nil
    }
    let fields = self.fields(Span(date.span.end, block.span.end), in: bytes)
    guard let title = fields.first else { return nil }
    let shape = LineShape(bytes, title)
    guard shape.words >= 2, shape.startsUpper || shape.startsQuotation,
      shape.capitalizedWords * 2 >= shape.words, !LineShape(bytes, block.span).endsSentence
    else { return nil }
    var related = RelatedDocument(
      mention: text.mention(Span(start, block.span.end)), date: date.iso,
      kindOfDocument: DocumentKindWords.kind(of: title, in: bytes) ?? .unknown, title: text[title])
    var rest = fields.dropFirst()
    if let field = rest.first, let comma = bytes[field.start..<field.end].firstIndex(of: 0x2C),
      rest.count > 1 || namesRole(Span(comma + 1, field.end), in: text)
    {
      related.speaker = text[TextLine.trimmed(Span(field.start, comma), in: bytes)]
      related.role = text[TextLine.trimmed(Span(comma + 1, field.end), in: bytes)]
      rest = rest.dropFirst()
    } else if let field = rest.first, rest.count > 1 {
      related.speaker = text[field]
      rest = rest.dropFirst()
    }
    related.place = rest.first.map { text[$0] }
    return related
  }

  /// The parts between semicolons, without the marks that part the date from the title.
  private func fields(_ span: Span, in bytes: [UInt8]) -> [Span] {
    var start = span.start
    let marks: [UInt8] = [0x20, 0x2D, 0x3A, 0x2C, 0x7C, 0x29, 0x0A]
    while start < span.end {
      if marks.contains(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xE2, start + 2 < span.end, bytes[start + 1] == 0x80,
        bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94
      {
        start += 3
      } else {
        break
      }
    }
    return bytes[start..<max(start, span.end)].split(separator: 0x3B)
      .map { TextLine.trimmed(Span($0.startIndex, $0.endIndex), in: bytes) }
      .filter { !$0.isEmpty }
  }

  private func namesRole(_ span: Span, in text: Text) -> Bool {
    text[span].lowercased().split { !$0.isLetter }.contains { Self.roles.contains(String($0)) }
  }
}
