import PressModel
import PressText

/// Lines of a PDF put together into headings, paragraphs and list items.
///
/// Page numbers and the heads and feet that run over the pages are left out. A paragraph ends where
/// a line leaves room for the next word, at an indented line, a wider gap or another size of
/// letters; it goes on over the end of a page where its sentence does.
struct PDFLayout {
  struct Part {
    var type: BlockType
    var level: Int?
    var words: [UInt8]
    /// Of the letters, in points.
    var height: Double
    var page: Int
    var lines: Int
  }

  private(set) var parts: [Part] = []
  /// The lines that run over the pages, each once.
  private(set) var running: [String] = []
  /// The height of most lines.
  private(set) var bodyHeight = 0.0

  init(_ pages: PDFPages) {
    let dropped = Self.furniture(pages)
    let lines = pages.lines.indices.filter { !dropped.contains($0) }.map { pages.lines[$0] }
    var seen: Set<String> = []
    for index in dropped.sorted() {
      let words = String(decoding: pages.lines[index].words, as: UTF8.self)
      if seen.insert(words).inserted { running.append(words) }
    }
    bodyHeight = Self.bodyHeight(lines)
    let leading = Self.leading(lines, bodyHeight)
    let margins = Self.margins(lines)
    var open: [PDFLine] = []
    for (index, line) in lines.enumerated() {
      if let last = open.last,
        !continues(
          line, after: last, first: open[0], leading: leading, right: margins[line.page] ?? 0,
          count: open.count)
      {
        close(&open, next: line, before: index)
      }
      open.append(line)
    }
    close(&open, next: nil, before: lines.count)
  }

  // MARK: - Paragraphs

  private func continues(
    _ line: PDFLine, after last: PDFLine, first: PDFLine, leading: Double, right: Double,
    count: Int
  ) -> Bool {
    let shape = line.shape
    let before = last.shape
    let ratio = line.height / max(last.height, 0.1)
    guard ratio > 0.85, ratio < 1.18, shape.marker == 0 else { return false }
    guard line.page == last.page else {
      // Over the end of a page: what must go on, or a full line into a small letter.
      return shape.startsLower && !before.endsSentence && before.lastMark != 0x3A
    }
    let step = line.top - last.top
    let em = max(last.height, 1)
    if step <= 0.3 * em {
      // The next column, or words set beside.
      return shape.startsLower && !before.endsSentence && step < -2 * em
    }
    let isCentred =
      abs(center(of: line) - center(of: last)) < 0.6 * em && abs(line.left - last.left) > 0.3 * em
    if isCentred, !before.endsSentence, step < 1.6 * em {
      return before.isUpper == shape.isUpper && count < 6
    }
    guard step <= max(1.32 * leading, 1.02 * em) * max(1, line.height / max(bodyHeight, 0.1))
    else { return false }
    let room = max(right, last.right) - last.right
    let isFull = room < line.firstWordWidth + 0.6 * em
    let isIndented = line.left - last.left > 0.9 * em
    if isIndented, count > 1 || first.shape.marker == 0 { return false }
    if isFull { return true }
    return shape.startsLower && !before.endsSentence
  }

  private func center(of line: PDFLine) -> Double { (line.left + line.right) / 2 }

  private mutating func close(_ open: inout [PDFLine], next: PDFLine?, before index: Int) {
    guard let first = open.first, let last = open.last else { return }
    defer { open = [] }
    var words: [UInt8] = []
    for line in open { Self.join(line.words, to: &words) }
    let shape = LineShape(words, Span(0, words.count))
    if shape.marker > 0, shape.marker < words.count {
      let content = shape.isNumbered ? words : Array(words[shape.marker...])
      parts.append(
        Part(
          type: .listItem, level: 1, words: content, height: first.height, page: first.page,
          lines: open.count))
      return
    }
    let isLarge = first.height > 1.12 * bodyHeight
    let isTitle = !shape.endsSentence || shape.sentenceEnds <= 1 && isLarge
    let isShort = open.count <= 4 && shape.characters <= 220 && shape.words > 0
    let isFollowed = next.map { $0.page > last.page || $0.top > last.top || isLarge } ?? false
    let isAlone = shape.lastMark != 0x2C && shape.lastMark != 0x3B && shape.lastMark != 0x3A
    let isCapitals = shape.isUpper && shape.words >= 2 && shape.characters <= 160
    let isHeading =
      isShort && isFollowed && isAlone && isTitle && (isLarge || isCapitals)
      && shape.lowerWords + shape.capitalizedWords > 0
    parts.append(
      Part(
        type: isHeading ? .heading : .paragraph, level: isHeading ? (isLarge ? 1 : 2) : nil,
        words: words, height: open.map(\.height).max() ?? 0, page: first.page, lines: open.count))
  }

  /// Joins the next line of a paragraph: with a space, or without where a hyphen was set to part a
  /// word. A hyphen stays before a capital or a digit, and where the word before it has another.
  private static func join(_ line: [UInt8], to words: inout [UInt8]) {
    guard let last = words.last else {
      words = line
      return
    }
    guard last == 0x2D, words.count >= 2, let first = line.first else {
      words.append(0x20)
      words += line
      return
    }
    let tail = words.dropLast().reversed().prefix { $0 > 0x20 }
    let isLetter = { (byte: UInt8) in byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
    let startsLower = (0x61...0x7A).contains(first) || first >= 0xC3
    let isParted =
      startsLower && tail.count >= 2 && tail.allSatisfy(isLetter)
      && line.prefix(while: isLetter).count >= 3
    if tail.isEmpty {
      // A dash between spaces.
      words.append(0x20)
    } else if isParted, !Self.keepsHyphen(Array(tail.reversed())) {
      words.removeLast()
    }
    words += line
  }

  /// Words that mostly stand in compounds with a hyphen: "self-", "non-", "vice-".
  private static func keepsHyphen(_ word: [UInt8]) -> Bool {
    let kept = [
      "self", "non", "vice", "ex", "well", "co", "post", "pre", "anti", "long", "short", "high",
      "low", "mid", "cross", "half", "all", "one", "two", "three", "first", "second", "year", "so",
      "state", "day",
    ]
    return kept.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  // MARK: - Measures

  private static func bodyHeight(_ lines: [PDFLine]) -> Double {
    var weights: [Int: Int] = [:]
    for line in lines where line.height < 1000 {
      weights[Int(line.height * 4), default: 0] += line.words.count
    }
    let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(best?.key ?? 48) / 4
  }

  /// The usual step from a line to the next.
  private static func leading(_ lines: [PDFLine], _ body: Double) -> Double {
    var steps: [Double] = []
    for (last, line) in zip(lines, lines.dropFirst())
    where last.page == line.page && abs(line.height - body) < 0.2 * body {
      let step = line.top - last.top
      if step > 0.5 * body, step < 3 * body { steps.append(step) }
    }
    steps.sort()
    return steps.isEmpty ? 1.3 * body : steps[steps.count / 2]
  }

  /// The right edge of the lines of each page, as far as most of the long ones reach.
  private static func margins(_ lines: [PDFLine]) -> [Int: Double] {
    Dictionary(grouping: lines, by: \.page).mapValues { lines in
      let edges = lines.map(\.right).sorted()
      return edges[edges.count - 1 - edges.count / 20]
    }
  }

  // MARK: - Heads, feet and page numbers

  private static func furniture(_ pages: PDFPages) -> Set<Int> {
    var places: [String: [Int]] = [:]
    var dropped: Set<Int> = []
    for (index, line) in pages.lines.enumerated() {
      guard pages.pages.indices.contains(line.page) else { continue }
      let height = pages.pages[line.page].height
      let isEdge = line.bottom < 0.12 * height || line.top > 0.88 * height
      guard isEdge else { continue }
      if isPageNumber(line.words), pages.pages.count > 1 {
        dropped.insert(index)
      } else {
        // The number of the page is another on each.
        let form = line.words.map { (0x30...0x39).contains($0) ? 0x23 : $0 }
        places[String(decoding: form, as: UTF8.self), default: []].append(index)
      }
    }
    for lines in places.values {
      let count = Set(lines.map { pages.lines[$0].page }).count
      if count >= 3 || (count == 2 && pages.pages.count <= 3) { dropped.formUnion(lines) }
    }
    return dropped.count < pages.lines.count ? dropped : []
  }

  /// "7", "- 7 -", "Page 7 of 12", "7/12", "vii".
  private static func isPageNumber(_ line: [UInt8]) -> Bool {
    guard line.count <= 24 else { return false }
    var words: [[UInt8]] = []
    for word in line.split(whereSeparator: { $0 <= 0x2F || $0 == 0x7C || $0 >= 0x80 }) {
      words.append(word.map { $0 | 0x20 })
    }
    let labels = ["page", "pagina", "seite", "of", "de", "von", "p"].map { Array($0.utf8) }
    let numbers = words.filter { !labels.contains($0) }
    let isRoman = { (word: [UInt8]) in
      word.count <= 5 && word.allSatisfy { "ivxl".utf8.contains($0) }
    }
    return (1...2).contains(numbers.count)
      && numbers.allSatisfy { word in
        word.count <= 4 && (word.allSatisfy { (0x30...0x39).contains($0) } || isRoman(word))
      }
  }
}
