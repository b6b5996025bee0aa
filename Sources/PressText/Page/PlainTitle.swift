import PressModel

/// Which part of a plain text is its title: the first behind the labels of a release's head, where
/// it looks like one.
public struct PlainTitle: Sendable {
  private let bytes: [UInt8]
  private let parts: [LineLayout.Part]

  public init(_ parts: [LineLayout.Part], in bytes: [UInt8]) {
    self.bytes = bytes
    self.parts = parts
  }

  private static let labels = PhraseTable("release-labels") {
    $0.count < 2 || !["media", "printed"].contains($0[1])
  }
  private static let media = PhraseTable("release-labels") { $0.count > 1 && $0[1] == "media" }
  private static let person = PhraseTable("document-form") { $0.count > 1 && $0[1] == "first" }
  private static let starters = PhraseTable("function-words") { row in
    // "How the port was built" is a headline as often as a sentence.
    row.count > 1 && row[1].split(separator: " ").contains("starter")
      && !["how", "what", "why"].contains(row[0])
  }

  /// The title's words, within the part that holds it: without a day and a place that ran together
  /// with them.
  public func span(of index: Int) -> Span? {
    guard let span = span(index) else { return nil }
    return HeadDay.title(
      span, above: index + 1 < parts.count ? self.span(index + 1) : nil, in: bytes)
  }

  /// The number of the part that is the title; nil where none is.
  public var index: Int? {
    var embargo: EmbargoLine?
    for (index, part) in parts.prefix(12).enumerated() {
      guard let span = span(index) else { continue }
      if Self.labels.prefix(of: span, in: bytes) != nil, span.count < 120 { continue }
      if Self.media.whole(span, in: bytes) != nil { continue }
      if DocumentKindWords.isShelf(span, in: bytes) { continue }
      if Self.isNote(span, in: bytes) || HeadDay.opensText(span, in: bytes) { return nil }
      if let line = embargo, line.goesOn(span, in: bytes) { continue }
      if span.count < 200, let line = EmbargoLine(span, as: .title, in: bytes) {
        embargo = line
        continue
      }
      if let date = PrintedDate.first(in: bytes, span), date.span.count * 2 > span.count {
        continue
      }
      if span.count < 100, bytes[span.start..<span.end].contains(0x40) { continue }
      guard index + 1 < parts.count, part.type == .heading || part.type == .paragraph else {
        return nil
      }
      let shape = LineShape(bytes, span)
      let isTitleCase = shape.capitalizedWords * 10 >= shape.words * 6 && shape.words >= 3
      if shape.lastMark == 0x3A {
        // "Jane Roe, Senator from Maine:", "Editor; Olsen Tribune:" stand above a text, and "Senator
        // Roe today released the following statement:" opens one.
        if shape.words <= 7 { continue }
        guard isTitleCase else { return nil }
      }
      // A dateline opens the first paragraph, be it one sentence without a full stop, or the line
      // before a statement.
      if shape.words > 12 || shape.lastMark == 0x3A,
        Dateline(bytes, span) ?? Dateline(open: span, in: bytes) != nil
      {
        return nil
      }
      let isSentence = shape.sentenceEnds > 1 || (shape.endsSentence && shape.lastMark != 0x3F)
      guard span.count <= 320, !shape.startsLower || part.type == .heading else { return nil }
      return !isSentence || isTitleCase || isHeadline(index, shape) ? index : nil
    }
    return nil
  }

  /// Whether a line that looks like a title is a dateline or a transcriber's note: "WASHINGTON D C",
  /// "(Applause)".
  public static func isNote(_ line: Span, in bytes: [UInt8]) -> Bool {
    let isBracketed =
      line.count > 2 && bytes[line.start] == 0x28
      && bytes[line.start..<line.end].firstIndex(of: 0x29) == line.end - 1
    return isBracketed || HeadDay.isPlace(line, in: bytes)
  }

  private func span(_ index: Int) -> Span? {
    guard let first = parts[index].spans.first, let last = parts[index].spans.last else {
      return nil
    }
    return Span(first.start, last.end)
  }

  /// Whether a short sentence is a headline: it has no "I" or "we", and the paragraph below it opens
  /// with a dateline or says it again at more length.
  private func isHeadline(_ index: Int, _ shape: LineShape) -> Bool {
    guard let line = span(index), let next = span(index + 1), shape.words >= 3, shape.words <= 16,
      line.count <= 100, shape.sentenceEnds <= 1, next.count >= 100, next.count > line.count,
      Self.starters.prefix(of: line, in: bytes) == nil
    else { return false }
    // "A film of it is available here."
    let points = bytes[line.start..<line.end].split { !PrintedDate.isAlphanumeric($0) }
      .contains { $0.elementsEqual("here".utf8) || $0.elementsEqual("Click".utf8) }
    guard !points else { return false }
    var offset = line.start
    while offset < line.end {
      let startsWord = offset == line.start || bytes[offset - 1] <= 0x20
      if startsWord, Self.person.prefix(of: Span(offset, line.end), in: bytes) != nil {
        return false
      }
      offset += 1
    }
    if Dateline(bytes, next) ?? Dateline(open: next, in: bytes) != nil { return true }
    let held = words(Span(next.start, min(next.end, next.start + 400)))
    return words(line).filter(held.contains).count >= 2
  }

  /// The words of five letters and more, in lower case, up to their sixth letter.
  private func words(_ span: Span) -> Set<[UInt8]> {
    Set(
      bytes[span.start..<span.end].split { !PrintedDate.isAlphanumeric($0) }
        .filter { $0.count >= 5 }
        .map { $0.prefix(6).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } })
  }
}
