import PressModel

/// The day on which a document was signed, from its last lines: "IN WITNESS WHEREOF, I have hereunto
/// set my hand this seventh day of October", "Done at Port Olsen, 7 October 2021", "THE CITY HALL,
/// October 7, 2021.", "Fait à Paris, le 4 mars 2024".
enum SignedDay {
  typealias Signature = (date: PrintedDate, place: Span?)

  /// The one day of all signatures; nil where there is none, or several.
  static func find(_ blocks: [Block], in bytes: [UInt8]) -> Signature? {
    var found: Signature?
    for (index, block) in blocks.enumerated() where !block.span.isEmpty {
      let next = index + 1 < blocks.count ? blocks[index + 1].span : nil
      let line = PlaceDay(within: block.span, in: bytes)
      let day = attested(block.span, next, in: bytes) ?? signed(block.span, in: bytes)
      guard let signature = day.map({ ($0, nil) }) ?? line?.signature else { continue }
      if let found, found.date.iso != signature.0.iso { return nil }
      found = found ?? signature
    }
    return found ?? closing(blocks, in: bytes)
  }

  /// The day of an act: the first behind its words of attestation, which may stand in the next line.
  private static func attested(_ block: Span, _ next: Span?, in bytes: [UInt8]) -> PrintedDate? {
    guard attestation.prefix(of: block, in: bytes) != nil else { return nil }
    return day(in: block, bytes) ?? next.flatMap { day(in: $0, bytes) }
  }

  /// A line that opens with "Done at", "Dated", "Signed": its day stands behind "this" or ends the
  /// line.
  private static func signed(_ block: Span, in bytes: [UInt8]) -> PrintedDate? {
    guard let cue = signing.prefix(of: block, in: bytes) else { return nil }
    let end = bytes[block.start..<block.end].firstIndex(of: 0x0A) ?? block.end
    let line = Span(block.start, end)
    let shape = LineShape(bytes, line)
    guard shape.words <= 24, let date = day(in: line, bytes) else { return nil }
    let before = TextLine.trimmed(Span(cue.span.end, date.span.start), in: bytes)
    let behind = bytes[date.span.end..<line.end].drop { $0 == 0x2E || $0 <= 0x20 }
    let isSolemn = bytes[before.start..<before.end].suffix(4).elementsEqual("this".utf8)
    // "Signed copies were sold on October 7, 2021" has other words before the day.
    let isPlace =
      before.isEmpty || Dateline.isPlace(bytes, Dateline.withoutMarks(before, bytes))
      || bytes[before.start..<before.end].elementsEqual(":".utf8)
    return isSolemn || isPlace && behind.isEmpty ? date : nil
  }

  /// The last line, where it is a place or a body and a day, and nothing but names and marks follow.
  private static func closing(_ blocks: [Block], in bytes: [UInt8]) -> Signature? {
    var last: PrintedDate?
    for block in blocks.suffix(4).reversed() {
      var lines: [Span] = []
      var start = block.span.start
      for offset in block.span.start...block.span.end
      where offset == block.span.end || bytes[offset] == 0x0A {
        lines.append(TextLine.trimmed(Span(start, offset), in: bytes))
        start = offset + 1
      }
      for line in lines.reversed() where !line.isEmpty {
        if let last { return isHouse(line, in: bytes) ? (last, nil) : nil }
        guard LineShape(bytes, line).words <= 10 else { return nil }
        if let line = PlaceDay(line, in: bytes) { return (line.date, line.place) }
        guard let date = PrintedDate.first(in: bytes, line),
          bytes[date.span.end..<line.end].allSatisfy({ $0 == 0x2E || $0 <= 0x20 })
        else { continue }
        let house = TextLine.trimmed(Span(line.start, date.span.start), in: bytes)
        if !house.isEmpty { return isHouse(house, in: bytes) ? (date, nil) : nil }
        last = date
      }
    }
    return nil
  }

  /// "THE WHITE HOUSE,", "Brussels,": capitals or a place, and a comma.
  private static func isHouse(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard line.count > 3, bytes[line.end - 1] == 0x2C else { return false }
    let name = Span(line.start, line.end - 1)
    let shape = LineShape(bytes, name)
    return shape.words <= 6 && shape.commas <= 1 && shape.capitalizedWords == shape.words
      && (shape.upperWords == shape.words || KnownPlace.isPlace(name, in: bytes))
  }

  /// The first whole day within a span, in digits or in words.
  private static func day(in span: Span, _ bytes: [UInt8]) -> PrintedDate? {
    let words = Span(span.start, min(span.end, span.start + 500))
    let tokens = Tokens(Text(utf8: Array(bytes[words.start..<words.end])))
    for match in DateGrammar(tokens).matches() {
      guard let day = match.fullDay?.components else { continue }
      return PrintedDate(
        year: day.year, month: day.month, day: day.day,
        span: Span(words.start + match.daySpan.start, words.start + match.daySpan.end))
    }
    return nil
  }

  private static let attestation = PhraseTable("document-form") {
    $0.count > 1 && $0[1] == "attests"
  }
  private static let signing = PhraseTable("document-form") { $0.count > 1 && $0[1] == "signs" }
}
