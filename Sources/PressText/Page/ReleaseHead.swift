public import PressModel

/// What stands at the head of a release: labels, day of issue, issuer, embargo, dateline.
public struct ReleaseHead: Sendable {
  public private(set) var published: PrintedDate?
  public private(set) var issuer: Span?
  /// What announces that the document may not be published yet; of several, what names the last
  /// moment.
  public private(set) var embargo: EmbargoLine?
  public private(set) var dateline: Dateline?
  /// The place of delivery that a transcript prints above its time of day.
  public private(set) var placeLine: Span?
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
  private static let printing = PhraseTable("release-labels") { $0.count > 1 && $0[1] == "printed" }

  public init(text: Text, blocks: [Block]) {
    bytes = text.bytes
    let places = Self.places(above: blocks, bytes)
    placeLine = places?.last
    var prose = 0
    for block in blocks.prefix(16) {
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
      if isProse {
        prose += 1
      } else if !isEmbargo, prose == 0 || block.span.count < 80 && prose < 2 {
        note(block.span, isProse: prose > 0)
      }
      if prose >= 4 { break }
    }
    if published == nil { published = dateline?.date ?? printed }
    // "Oval Office" above a time of day is where somebody spoke.
    if let name = issuer, let places, places.all.contains(name) { issuer = nil }
  }

  /// "Map Room", then "2:37 P.M. EDT": lines of a block, or blocks. The last line is the place, and
  /// all of them are from the first that stands right above it.
  private static func places(
    above blocks: [Block], _ bytes: [UInt8]
  ) -> (last: Span, all: Span)? {
    var before: (last: Span, all: Span)?
    for block in blocks.prefix(8) where block.type != .listItem {
      var start = block.span.start
      for offset in block.span.start...block.span.end
      where offset == block.span.end || bytes[offset] == 0x0A {
        let line = TextLine.trimmed(Span(start, offset), in: bytes)
        start = offset + 1
        guard !line.isEmpty else { continue }
        if isClock(line, bytes) { return before }
        let shape = LineShape(bytes, line)
        let isPlace =
          block.type != .heading && shape.words <= 9 && shape.startsUpper && !shape.endsSentence
          && shape.capitalizedWords * 2 > shape.words && shape.lastMark != 0x3A
          && PrintedDate.first(in: bytes, line) == nil
          && !bytes[line.start..<line.end].contains(0x3A)
          // "Via Teleconference" names no place.
          && !bytes[line.start..<line.end].starts(with: "Via ".utf8)
        before = isPlace ? (line, Span(before?.all.start ?? line.start, line.end)) : nil
      }
    }
    return nil
  }

  /// "2:37 P.M. EDT" and no more.
  private static func isClock(_ line: Span, _ bytes: [UInt8]) -> Bool {
    guard line.count >= 6, line.count <= 30, PrintedDate.isDigit(bytes[line.start]) else {
      return false
    }
    let head = bytes[line.start..<min(line.end, line.start + 10)]
    return head.prefix(3).contains(0x3A)
      && head.contains { $0 | 0x20 == 0x6D }
      && head.contains { $0 | 0x20 == 0x61 || $0 | 0x20 == 0x70 }
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

  /// Reads one line above the release's prose, or right below its first paragraph.
  private mutating func note(_ line: Span, isProse: Bool) {
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
    if label?.value == "contact" { hasContact = true }
    if let date, published == nil, !isProse {
      let isAlone = date.span.count * 2 >= line.count
      let isLabelled = label.map {
        $0.value == "date" || $0.value == "release" || $0.value == "type"
      }
      if isAlone || isLabelled == true { published = date }
    }
    if issuer == nil, !isProse, label == nil || label?.value == "office" {
      // An address may stand below the name.
      let end = bytes[line.start..<line.end].firstIndex(of: 0x0A) ?? line.end
      let name = TextLine.trimmed(Span(line.start, end), in: bytes)
      if IssuerName.isName(name, in: bytes) { issuer = name }
    }
  }
}
