public import PressModel

/// What stands at the head of a release: labels, day of issue, issuer, embargo, dateline.
public struct ReleaseHead: Sendable {
  public private(set) var published: PrintedDate?
  /// Whether that is the day of a signature below the text.
  public private(set) var isSigned = false
  public private(set) var issuer: Span?
  /// What announces that the document may not be published yet; of several, what names the last
  /// moment.
  public private(set) var embargo: EmbargoLine?
  public private(set) var dateline: Dateline?
  /// The place of delivery that a transcript prints above its time of day.
  public private(set) var placeLine: Span?
  /// Whether a line above the text is a time of day, as in transcripts.
  public private(set) var isTimed = false
  /// Whether a line names whom the press may ask.
  public private(set) var hasContact = false
  /// The kind of document that a label names, and its words.
  public private(set) var kind: (value: DocumentKind, span: Span)?

  private let bytes: [UInt8]
  private var lastEmbargo: EmbargoLine?
  /// The day on which a page was printed, "Today: July 24, 2008".
  private var printed: PrintedDate?
  private static let labels = PhraseTable("release-labels") {
    $0.count < 2 || !["media", "printed"].contains($0[1])
  }
  private static let delivery = PhraseTable("document-form") { $0.count > 1 && $0[1] == "delivery" }
  private static let printing = PhraseTable("release-labels") { $0.count > 1 && $0[1] == "printed" }

  public init(text: Text, blocks: [Block]) {
    bytes = text.bytes
    let venue = Venue(blocks, in: bytes)
    isTimed = venue.isTimed
    placeLine = venue.place
    published = blocks.first.flatMap { HeadDay.opening($0, in: text.bytes) }
    var prose = 0
    for (index, block) in blocks.prefix(16).enumerated() {
      let shape = LineShape(bytes, block.span)
      // A long title reads like a sentence.
      let isProse = shape.sentenceEnds > 0 && shape.words >= 12 && block.type != .heading
      let isEmbargo = noteEmbargo(block, isProse: isProse)
      if published == nil, block.type != .heading, prose < 2, !isEmbargo { noteOpening(block.span) }
      if block.type != .heading, dateline == nil, prose < 4 {
        dateline = Dateline(bytes, block.span)
      }
      // "(Port Olsen, CA)" alone on its line may stand like a heading.
      let isBracketed = !block.span.isEmpty && bytes[block.span.start] == 0x28
      if dateline == nil, prose == 0, block.type != .heading || isBracketed {
        dateline = Dateline(open: block.span, in: bytes)
      }
      // "WASHINGTON D C" alone above the text.
      if dateline == nil, prose == 0, index < 5, HeadDay.isPlace(block.span, in: bytes),
        index + 1 < blocks.count, LineShape(bytes, blocks[index + 1].span).words >= 5
      {
        let date = PrintedDate.starting(at: block.span.start, in: bytes, end: block.span.end)
        let name = Span(date?.span.end ?? block.span.start, block.span.end)
        dateline = Dateline(
          span: block.span, place: TextLine.trimmed(name, in: bytes), date: date)
      }
      if isProse {
        prose += 1
      } else if !isEmbargo, prose == 0 || block.span.count < 80 && prose < 2 {
        let isLetter = blocks[index...].prefix(6).contains {
          bytes[$0.span.start..<$0.span.end].starts(with: "Dear ".utf8)
        }
        note(block.span, isProse: prose > 0, mayIssue: index < 6 && !isLetter)
      }
      if prose >= 4 { break }
    }
    if published == nil { published = dateline?.date }
    if published == nil { findDay(blocks) }
    published = published ?? printed
    // "Oval Office" above a time of day is where somebody spoke.
    if let name = issuer, let lines = venue.lines, lines.contains(name) { issuer = nil }
  }

  /// A day that no line or dateline gives.
  private mutating func findDay(_ blocks: [Block]) {
    if let day = HeadDay(blocks, dateline: dateline, in: bytes) {
      published = day.date
      if let place = day.place, dateline == nil {
        dateline = Dateline(span: Span(day.date.span.start, place.end), place: place, date: nil)
      }
    } else if let signature = SignedDay.find(blocks, in: bytes) {
      published = signature.date
      isSigned = true
      if dateline == nil, placeLine == nil { placeLine = signature.place }
    }
  }

  /// A day that opens a paragraph by itself or behind a place, and that a full stop parts from the
  /// text: "House Chamber, May 3, 2019. Mr. Speaker, ..."; or that stands in digits before a title.
  private mutating func noteOpening(_ block: Span) {
    let opening = Span(block.start, min(block.end, block.start + 100))
    guard let date = PrintedDate.first(in: bytes, opening) else { return }
    let before = TextLine.trimmed(Span(block.start, date.span.start), in: bytes)
    var next = date.span.end
    guard next < block.end else { return }
    let isStopped = bytes[next] == 0x2E
    let isNumeric =
      before.isEmpty && PrintedDate.isDigit(bytes[date.span.end - 1])
      && !bytes[date.span.start..<date.span.end].contains(where: PrintedDate.isLetter)
    while next < block.end, bytes[next] == 0x2E || bytes[next] <= 0x20 { next += 1 }
    let opensSentence = next < block.end && bytes[next] >= 0x41 && bytes[next] <= 0x5A
    guard opensSentence, isStopped || isNumeric else { return }
    guard before.isEmpty || Dateline.isPlace(bytes, Dateline.withoutMarks(before, bytes)) else {
      return
    }
    published = date
  }

  /// Looks for an embargo in the lines of a block, or in its first words where it is prose; one whose
  /// line stops before its time has it in the next.
  private mutating func noteEmbargo(_ block: Block, isProse: Bool) -> Bool {
    // Lines of capitals are labels as often as titles.
    let isTitle =
      block.type == .heading
      && bytes[block.span.start..<block.span.end].contains { $0 >= 0x61 && $0 <= 0x7A }
    let form = isProse ? EmbargoLine.Form.prose : isTitle ? .title : .line
    var start = block.span.start
    var isFound = false
    for offset in block.span.start...block.span.end
    where offset == block.span.end || bytes[offset] == 0x0A {
      let line = TextLine.trimmed(Span(start, offset), in: bytes)
      start = offset + 1
      guard !line.isEmpty else { continue }
      let whole = lastEmbargo.flatMap { last in
        last.goesOn(line, in: bytes)
          ? EmbargoLine(Span(last.span.start, line.end), as: .line, in: bytes) : nil
      }
      guard let found = whole ?? EmbargoLine(line, as: form, in: bytes) else { continue }
      isFound = true
      lastEmbargo = found
      embargo = embargo?.joined(with: found) ?? found
    }
    return isFound
  }

  /// Whether a day is all of one of a head's lines: "(March 3, 2020)" below "Harbour Hall".
  private func isLine(_ date: PrintedDate, of block: Span) -> Bool {
    guard block.count <= 240 else { return false }
    let before = bytes[block.start..<date.span.start]
    let behind = bytes[date.span.end..<block.end]
    let isAlone = { (byte: UInt8) in byte <= 0x20 || [0x28, 0x29, 0x2A, 0x2E].contains(byte) }
    let start = before.lastIndex(of: 0x0A)
    let end = behind.firstIndex(of: 0x0A)
    return (start != nil || end != nil)
      && before.suffix(from: start ?? before.startIndex).allSatisfy(isAlone)
      && behind.prefix(upTo: end ?? behind.endIndex).allSatisfy(isAlone)
      && PrintedDate.first(in: bytes, Span(date.span.end, block.end)) == nil
  }

  /// "(As prepared for delivery)", within a short line or one that announces what follows.
  private func noteOfDelivery(_ line: Span) -> Span? {
    guard line.count <= (bytes[line.end - 1] == 0x3A ? 300 : 100) else { return nil }
    for offset in line.start..<line.end
    where offset == line.start || !PrintedDate.isAlphanumeric(bytes[offset - 1]) {
      if let found = Self.delivery.prefix(of: Span(offset, line.end), in: bytes) {
        return found.span
      }
    }
    return nil
  }

  /// Reads one line above the release's prose, or right below its first paragraph.
  private mutating func note(_ line: Span, isProse: Bool, mayIssue: Bool) {
    let label = Self.labels.prefix(of: line, in: bytes)
    let date = PrintedDate.first(in: bytes, line)
    if let day = Self.printing.prefix(of: line, in: bytes), day.span.end < line.end,
      bytes[day.span.end] == 0x3A
    {
      printed = printed ?? date
      return
    }
    if let label, label.value == "type" || label.value == "release",
      let value = DocumentKindWords.kind(of: label.span, in: bytes), kind == nil
    {
      kind = (value, label.span)
    }
    if kind == nil, !isProse, let words = noteOfDelivery(line) { kind = (.remarks, words) }
    if label?.value == "contact" { hasContact = true }
    if published == nil, !isProse, let found = PlaceDay(within: line, in: bytes) {
      published = found.date
      if let place = found.place, placeLine == nil { placeLine = place }
    }
    if let date, published == nil, !isProse {
      let isAlone = date.span.count * 2 >= line.count || isLine(date, of: line)
      let isLabelled = label.map {
        $0.value == "date" || $0.value == "release" || $0.value == "type"
      }
      if isAlone || isLabelled == true { published = date }
    }
    if issuer == nil, mayIssue, !isProse, label == nil || label?.value == "office" {
      // An address may stand below the name.
      let end = bytes[line.start..<line.end].firstIndex(of: 0x0A) ?? line.end
      let name = TextLine.trimmed(Span(line.start, end), in: bytes)
      if IssuerName.isBody(name, in: bytes) { issuer = name }
    }
  }
}
