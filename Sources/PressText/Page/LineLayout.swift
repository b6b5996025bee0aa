public import PressModel

/// Lines of a plain text put together into headings, paragraphs and list items.
///
/// Lines that were broken to fit a width are joined; in a text that was not broken every line is a
/// block of its own.
public struct LineLayout: Sendable {
  public struct Part: Hashable, Sendable {
    public var type: BlockType
    public var level: Int?
    /// The lines' spans, markers of lists left out.
    public var spans: [Span]
  }

  private let bytes: [UInt8]
  private let lines: [TextLine]
  private let shapes: [LineShape]
  /// The width that lines were broken at, in characters; nil where they were not.
  private let width: Int?
  private let runsOnOften: Bool

  /// `lines` and `shapes` run in step.
  public init(bytes: [UInt8], lines: [TextLine], shapes: [LineShape]) {
    self.bytes = bytes
    self.lines = lines
    self.shapes = shapes
    width = Self.width(lines, shapes)
    runsOnOften = Self.runsOnOften(lines, shapes)
  }

  public init(bytes: [UInt8], lines: [TextLine]) {
    self.init(bytes: bytes, lines: lines, shapes: lines.map { LineShape(bytes, $0.span) })
  }

  /// The blocks of some of the lines, in order. `headingLevel` is the level of plain headings.
  public func parts(of range: Range<Int>, headingLevel: Int = 2) -> [Part] {
    var parts: [Part] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let shape = shapes[index]
      var end = index + 1
      while end < range.upperBound, continues(end) { end += 1 }
      var spans = lines[index..<end].map(\.span)
      if shape.marker > 0 && !shape.isNumbered {
        spans[0].start += shape.marker
        parts.append(Part(type: .listItem, level: 1, spans: spans))
      } else if shape.isNumbered {
        parts.append(Part(type: .listItem, level: 1, spans: spans))
      } else if end - index <= 2, isHeading(index, end, in: range) {
        parts.append(Part(type: .heading, level: headingLevel, spans: spans))
      } else {
        parts.append(Part(type: .paragraph, level: nil, spans: spans))
      }
      index = end
    }
    return parts
  }

  /// Whether a line goes on with the paragraph of the line before it.
  private func continues(_ index: Int) -> Bool {
    guard let width, index > 0, lines[index].blanksBefore == 0, shapes[index].marker == 0 else {
      return false
    }
    let before = shapes[index - 1]
    let room = width - lines[index - 1].indent - before.characters - before.marker
    let runsOn = Self.runsOn(index, shapes)
    // A line that is far longer was not broken at that width: a headline, or one that lost a break.
    if room * 8 < -width { return runsOn || before.isRunningText && !before.endsSentence }
    // A line of capitals above others is a headline.
    if before.isUpper, before.words >= 3, !shapes[index].isUpper, !runsOn { return false }
    if room <= firstWordLength(index) + 1 { return true }
    // "for the people in the Bay", then "Area": where lines were broken throughout, a sentence that
    // has not ended goes on.
    let isOpen = before.isRunningText && before.words >= 6 && before.lastMark == 0
    if runsOnOften, isOpen, !shapes[index].isUpper { return true }
    // A ragged line: the sentence goes on in the next.
    return runsOn && (runsOnOften || room < width / 2)
  }

  private func firstWordLength(_ index: Int) -> Int {
    let span = lines[index].span
    var length = 0
    for offset in span.start..<span.end {
      if bytes[offset] <= 0x20 { break }
      if bytes[offset] & 0xC0 != 0x80 { length += 1 }
      if length > 40 { break }
    }
    return length
  }

  /// Whether lines `index..<end` stand as a heading over what follows.
  private func isHeading(_ index: Int, _ end: Int, in range: Range<Int>) -> Bool {
    guard end < range.upperBound, looksLikeHeading(index, end) else { return false }
    let next = shapes[end]
    let standsAlone = lines[end].blanksBefore > 0
    let isFirst = index == range.lowerBound || lines[index].blanksBefore > 0
    guard standsAlone || isFirst else { return false }
    let length = shapes[index..<end].reduce(0) { $0 + $1.characters }
    let isProse = next.characters >= 2 * length || next.characters >= 60 || next.endsSentence
    return isProse || next.marker > 0 || (standsAlone && looksLikeHeading(end, end + 1))
  }

  private func looksLikeHeading(_ index: Int, _ end: Int) -> Bool {
    guard index < end, end <= shapes.count else { return false }
    let first = shapes[index]
    let last = shapes[end - 1]
    let characters = shapes[index..<end].reduce(0) { $0 + $1.characters }
    let words = shapes[index..<end].reduce(0) { $0 + $1.words }
    guard characters <= 120, words <= 16, words >= 1, first.startsUpper || first.startsDigit,
      first.marker == 0, last.lastMark != 0x2E, last.lastMark != 0x2C, last.lastMark != 0x3B,
      last.lastMark != 0x3A, last.lastMark != 0x21
    else { return false }
    let capitals = shapes[index..<end].reduce(0) { $0 + $1.capitalizedWords }
    guard capitals * 2 >= words || words <= 8 else { return false }
    let span = Span(lines[index].span.start, lines[end - 1].span.end)
    guard !bytes[span.start..<span.end].contains(0x40) else { return false }
    if let date = PrintedDate.first(in: bytes, span), date.span.count * 2 > span.count {
      return false
    }
    return !startsWithLabel(span)
  }

  /// "Contact: Jane Roe", "Q: Why?", "MR. SMITH: No.": a colon within the first words.
  private func startsWithLabel(_ span: Span) -> Bool {
    var words = 0
    for offset in span.start..<span.end {
      if bytes[offset] == 0x20 { words += 1 }
      if words > 3 { return false }
      if bytes[offset] == 0x3A, offset + 1 < span.end, bytes[offset + 1] == 0x20 {
        return words == 0 && offset - span.start > 1 || words <= 1
      }
    }
    return false
  }

  /// Lines were broken where most lines that another line follows end near one width.
  private static func width(_ lines: [TextLine], _ shapes: [LineShape]) -> Int? {
    var lengths: [Int] = []
    for index in lines.indices.dropFirst() where lines[index].blanksBefore == 0 {
      lengths.append(
        lines[index - 1].indent + shapes[index - 1].characters + shapes[index - 1].marker)
    }
    guard !lengths.isEmpty else { return nil }
    lengths.sort()
    if lengths.count < 3 {
      // Few lines show no width; sentences that run over every line end do.
      let widest = lengths[lengths.count - 1]
      let areBroken = lines.indices.dropFirst().allSatisfy {
        lines[$0].blanksBefore > 0 || runsOn($0, shapes)
      }
      let isFull = lengths[0] * 10 >= widest * 8
      return areBroken && widest >= 55 && widest <= 160 && isFull ? widest : nil
    }
    func isWidth(_ widest: Int) -> Bool {
      let short = lengths.partitioningIndex { $0 * 10 >= widest * 8 }
      return widest >= 40 && widest <= 160 && (lengths.count - short) * 10 >= lengths.count * 6
    }
    let longest = lengths.count - 1 - lengths.count / 50
    if isWidth(lengths[longest]) { return lengths[longest] }
    // Headlines and lines that lost a break are longer, and lists shorter. Where sentences run over
    // the ends of lines throughout, these lines show the width.
    guard runsOnOften(lines, shapes) else { return nil }
    let broken = lines.indices.dropFirst().filter {
      lines[$0].blanksBefore == 0 && runsOn($0, shapes)
    }.map { lines[$0 - 1].indent + shapes[$0 - 1].characters + shapes[$0 - 1].marker }.sorted()
    let widest = broken[broken.count - 1 - broken.count / 8]
    return widest >= 40 && widest <= 160 ? widest : nil
  }

  /// Whether sentences run over the ends of a third of the lines that others follow, and of three.
  private static func runsOnOften(_ lines: [TextLine], _ shapes: [LineShape]) -> Bool {
    let pairs = lines.indices.dropFirst().filter { lines[$0].blanksBefore == 0 }
    let count = pairs.count { runsOn($0, shapes) }
    return count >= 3 && count * 3 >= pairs.count
  }

  /// Whether a sentence runs over the end of the line before.
  private static func runsOn(_ index: Int, _ shapes: [LineShape]) -> Bool {
    shapes[index].startsLower && !shapes[index - 1].endsSentence
  }
}
