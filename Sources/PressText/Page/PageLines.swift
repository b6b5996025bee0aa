import PressModel

/// The lines of a whole page's text dump with what tells an article's lines from the page's
/// furniture: each line's bucket in each of `PageLines.features`.
public struct PageLines: Sendable {
  /// The names of the features, in the order of a line's buckets.
  public static let features = [
    "characters", "words", "sentences", "lower", "capital", "marker", "indent", "before", "after",
    "separators", "joints", "commas", "repeats", "furniture", "furniture-before",
    "furniture-after", "position", "distance-before", "distance-after", "near", "wide", "end",
    "start", "date", "cut", "share", "previous", "next", "run", "list", "previous-end",
    "legal-rest",
  ]

  public let bytes: [UInt8]
  public let lines: [TextLine]
  public let shapes: [LineShape]
  /// The class of furniture that a line is or starts with; empty for none.
  public let furniture: [String]
  /// Whether the words of furniture are the whole line.
  public let isWholeFurniture: [Bool]
  /// The first line with the same words; for a long line itself.
  let first: [Int]
  /// How often each line stands in the page, itself counted.
  public let repeats: [Int]
  public let isProse: [Bool]

  public init(bytes: [UInt8], lines: [TextLine]) {
    self.bytes = bytes
    self.lines = lines
    let shapes = lines.map { LineShape(bytes, $0.span) }
    self.shapes = shapes
    isProse = shapes.map(Self.isProse)
    first = Self.first(lines, in: bytes)
    var counts = [Int](repeating: 0, count: lines.count)
    for index in first { counts[index] += 1 }
    repeats = first.map { counts[$0] }
    let found = zip(lines, shapes).map { Self.furniture($0, $1, in: bytes) }
    furniture = found.map(\.kind)
    isWholeFurniture = found.map(\.isWhole)
  }

  /// The first of equal lines for each that is shorter than 400 bytes, by open addressing.
  private static func first(_ lines: [TextLine], in bytes: [UInt8]) -> [Int] {
    var size = 64
    while size < lines.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    return bytes.withUnsafeBufferPointer { bytes in
      lines.enumerated().map { index, line in
        guard line.span.count < 400 else { return index }
        let words = UnsafeBufferPointer(rebasing: bytes[line.span.start..<line.span.end])
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in words { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
        while slots[slot] >= 0 {
          let other = lines[Int(slots[slot])].span
          if other.count == words.count,
            words.elementsEqual(bytes[other.start..<other.end])
          {
            return Int(slots[slot])
          }
          slot = (slot + 1) & (size - 1)
        }
        slots[slot] = Int32(clamping: index)
        return index
      }
    }
  }

  /// The class of furniture of a line, and whether it is nothing else.
  private static func furniture(
    _ line: TextLine, _ shape: LineShape, in bytes: [UInt8]
  ) -> (kind: String, isWhole: Bool) {
    guard shape.characters <= 300 else { return ("", false) }
    let span = Span(line.span.start + shape.marker, line.span.end)
    if shape.separators > 0 {
      let items = self.items(of: span, in: bytes)
      let kinds = items.compactMap { table.whole($0, in: bytes) }
      if kinds.count * 2 >= items.count, let kind = kinds.first { return (kind, true) }
    }
    guard let found = table.prefix(of: span, in: bytes) else { return ("", false) }
    if span.end - found.span.end <= 2 { return (found.value, true) }
    // A phrase of one or two words says little at the head of a long line.
    let says = found.span.count * 4 >= span.count || found.span.count >= 12
    return says ? (found.value, false) : ("", false)
  }

  /// The items of a menu in one line.
  private static func items(of span: Span, in bytes: [UInt8]) -> [Span] {
    var items: [Span] = []
    var start = span.start
    var offset = span.start
    while offset <= span.end {
      let isEnd = offset == span.end
      let length = isEnd ? 0 : markLength(bytes, offset)
      if isEnd || length > 0 {
        let item = TextLine.trimmed(Span(start, offset), in: bytes)
        if item.count > 1 { items.append(item) }
        start = offset + length
      }
      offset += max(1, length)
    }
    return items
  }

  /// The length of `|`, `>`, U+00BB, U+00B7, U+2022 or U+203A.
  private static func markLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch bytes[offset] {
    case 0x7C, 0x3E: return 1
    case 0xC2: return next == 0xBB || next == 0xB7 ? 2 : 0
    case 0xE2:
      guard next == 0x80, offset + 2 < bytes.count else { return 0 }
      return bytes[offset + 2] == 0xA2 || bytes[offset + 2] == 0xBA ? 3 : 0
    default: return 0
    }
  }

  private static let table = PhraseTable("page-furniture")

  /// A sentence or more.
  private static func isProse(_ shape: LineShape) -> Bool {
    guard shape.words >= 10, shape.sentenceEnds > 0 || shape.commas > 1 else { return false }
    guard shape.separators * 8 < shape.words else { return false }
    return shape.lowerWords * 2 >= shape.words || shape.sentenceEnds > 1
      || shape.lowerWords == 0 && shape.capitalizedWords == 0
  }

  /// The lines' buckets, one row a line, one number a feature.
  public func buckets() -> [[UInt8]] {
    let context = PageContext(self)
    return lines.indices.map { context.buckets(of: $0) }
  }
}

extension PageLines {
  /// Whether the text is a whole page and not a text alone: lines of furniture of two classes or
  /// more, or many of navigation, beside those left over below a text.
  public var showsFurniture: Bool {
    var classes: Set<String> = []
    var count = 0
    var rest = lines
    Self.dropTail(of: &rest, in: bytes)
    for index in rest.indices where shapes[index].characters <= 160 {
      guard !furniture[index].isEmpty else { continue }
      count += 1
      classes.insert(furniture[index])
    }
    guard count * 100 >= lines.count else { return false }
    return (count >= 3 && classes.count >= 2) || (count >= 5 && classes.contains("navigate"))
  }

  /// Takes off the lines at a text's end that are words of a page's furniture and nothing else, if
  /// there are two or more.
  public static func dropTail(of lines: inout [TextLine], in bytes: [UInt8]) {
    let tail = lines.reversed().prefix { line in
      line.span.count <= 60 && table.whole(line.span, in: bytes) != nil
    }
    if tail.count >= 2, tail.count < lines.count { lines.removeLast(tail.count) }
  }

  /// Puts the entries of a dated list that stands right below the article into it.
  public func keepDatedList(in article: inout [Bool]) {
    guard let last = article.lastIndex(of: true) else { return }
    var index = last + 1
    while index < lines.count, isDatedEntry(index) {
      article[index] = true
      index += 1
    }
  }

  /// "--11/15/07  Remarks at the Opening; Jane Roe, Secretary; Geneva": a date that starts the
  /// line, and a title.
  private func isDatedEntry(_ index: Int) -> Bool {
    let start = lines[index].span.start + shapes[index].marker
    guard shapes[index].words >= 5, shapes[index].characters <= 400,
      let date = PrintedDate.starting(at: start, in: bytes, end: lines[index].span.end)
    else { return false }
    return lines[index].span.end - date.span.end >= 12
  }

  /// The number that opens a line as an item of a list; nil without one.
  func number(of index: Int) -> Int? {
    guard shapes[index].isNumbered else { return nil }
    let span = lines[index].span
    let marker = bytes[span.start..<span.start + shapes[index].marker]
    return Int(String(decoding: marker.filter(PrintedDate.isDigit), as: UTF8.self))
  }

  /// The article's lines, those after a gap marked as the first of a block.
  public func kept(_ article: [Bool]) -> [TextLine] {
    var result: [TextLine] = []
    var hasGap = false
    for index in lines.indices {
      guard article[index] else {
        hasGap = true
        continue
      }
      var line = lines[index]
      if hasGap { line.blanksBefore = max(1, line.blanksBefore) }
      hasGap = false
      result.append(line)
    }
    return result
  }
}
