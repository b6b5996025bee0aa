import PressModel

/// What stands around each line of a page: computed once in passes over the lines.
struct PageContext {
  private let page: PageLines
  /// Characters of prose before each line; the last is the sum.
  private(set) var proseBefore: [Int] = [0]
  private(set) var charactersBefore: [Int] = [0]
  /// Lines to the nearest line of prose.
  private(set) var distanceBefore: [Int] = []
  private(set) var distanceAfter: [Int] = []
  /// Lines since a heading after which nothing belongs to the article.
  private(set) var sinceCut: [Int] = []
  /// The number of lines without prose that stand together.
  private(set) var run: [Int] = []
  /// The mean number of words of the items that stand together.
  private(set) var listWords: [Int] = []

  init(_ page: PageLines) {
    self.page = page
    let count = page.lines.count
    for index in 0..<count {
      let characters = page.shapes[index].characters
      proseBefore.append(proseBefore[index] + (page.isProse[index] ? characters : 0))
      charactersBefore.append(charactersBefore[index] + characters)
    }
    distanceBefore = Self.distances(page.isProse)
    distanceAfter = Self.distances(page.isProse.reversed()).reversed()
    fillCuts()
    run = Self.runs(count) { page.isProse[$0] == page.isProse[$1] }.map { $0.count }
    var wordsBefore = [0]
    for shape in page.shapes {
      wordsBefore.append(wordsBefore[wordsBefore.count - 1] + shape.words)
    }
    let isItem = page.shapes.map { $0.marker > 0 }
    listWords = Self.runs(count) { isItem[$0] == isItem[$1] }.map { range in
      (wordsBefore[range.upperBound] - wordsBefore[range.lowerBound]) / max(1, range.count)
    }
  }

  private mutating func fillCuts() {
    var last: Int?
    let total = proseBefore[proseBefore.count - 1]
    for index in page.lines.indices {
      let kind = page.furniture[index]
      let isCut = page.isWholeFurniture[index] && (kind == "comments" || kind == "related")
      // Before a good part of the prose has gone by, the same words are a menu's.
      if isCut, last == nil, proseBefore[index] * 4 > total { last = index }
      sinceCut.append(last.map { index - $0 } ?? -1)
    }
  }

  private static func distances(_ isProse: [Bool]) -> [Int] {
    var distance = 1000
    return isProse.map { value in
      let result = distance
      distance = value ? 1 : min(distance + 1, 1000)
      return result
    }
  }

  /// For each line the range of lines around it that are the same as their neighbours.
  private static func runs(_ count: Int, same: (Int, Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, same(end - 1, end) { end += 1 }
      result.append(contentsOf: repeatElement(start..<end, count: end - start))
      start = end
    }
    return result
  }

  func buckets(of index: Int) -> [UInt8] {
    let line = page.lines[index]
    let shape = page.shapes[index]
    let count = page.lines.count
    let after = index + 1 < count ? page.lines[index + 1].blanksBefore : 3
    return [
      bucket(shape.characters, [4, 10, 20, 35, 60, 100, 200, 400]),
      bucket(shape.words, [0, 1, 2, 4, 7, 12, 25, 50]),
      bucket(shape.sentenceEnds, [0, 1, 2, 4]) * 2 + (shape.endsSentence ? 1 : 0),
      shape.words < 3 ? 6 : bucket(shape.lowerWords * 10 / shape.words, [0, 2, 4, 6, 8]),
      shape.words < 3 ? 6 : bucket(shape.capitalizedWords * 10 / shape.words, [0, 2, 4, 6, 8]),
      shape.marker == 0 ? 0 : shape.isNumbered ? 2 : 1,
      bucket(line.indent, [0, 2, 4, 8]), bucket(line.blanksBefore, [0, 1, 2]),
      bucket(after, [0, 1, 2]),
      bucket(shape.separators, [0, 1, 2]), bucket(shape.joints, [0, 1, 2]),
      bucket(shape.commas, [0, 1, 3]),
      bucket(page.repeats[index], [1, 2, 4]) * 2 + (shape.words > 8 ? 1 : 0),
      kind(index), index > 0 ? kind(index - 1) : 19, index + 1 < count ? kind(index + 1) : 19,
      UInt8(min(9, index * 10 / count)), bucket(distanceBefore[index], [1, 2, 4, 8, 20]),
      bucket(distanceAfter[index], [1, 2, 4, 8, 20]), density(index, 4), density(index, 15),
      end(shape), start(shape), date(line, shape),
      bucket(sinceCut[index], [-1, 0, 3, 10, 30]),
      bucket(proseBefore[index] * 100 / max(1, proseBefore[count]), [0, 2, 10, 50, 90, 98, 99]),
      neighbour(index - 1), neighbour(index + 1),
      bucket(run[index], [1, 2, 4, 8, 16, 40]) * 2 + (page.isProse[index] ? 1 : 0),
      shape.marker == 0 ? 5 : bucket(listWords[index], [2, 4, 8, 16]),
      index > 0 ? end(page.shapes[index - 1]) : 6, legal(index),
    ]
  }

  /// The first bucket whose bound holds the value.
  private func bucket(_ value: Int, _ bounds: [Int]) -> UInt8 {
    UInt8(bounds.firstIndex { value <= $0 } ?? bounds.count)
  }

  func kind(_ index: Int) -> UInt8 {
    let classes = [
      "navigate", "share", "account", "consent", "subscribe", "legal", "advert", "comments",
      "related",
    ]
    guard let place = classes.firstIndex(of: page.furniture[index]) else { return 0 }
    return UInt8(place + 1) + (page.isWholeFurniture[index] ? 9 : 0)
  }

  /// The share of prose among the characters of the lines around, in tenths.
  private func density(_ index: Int, _ reach: Int) -> UInt8 {
    UInt8(min(10, max(0, share(index, reach) / 10)))
  }

  /// The percentage of prose among the characters of the lines around one, itself counted.
  func share(_ index: Int, _ reach: Int) -> Int {
    let low = max(0, index - reach)
    let high = min(page.lines.count, index + reach + 1)
    let prose = proseBefore[high] - proseBefore[low]
    let all = charactersBefore[high] - charactersBefore[low]
    return prose * 100 / max(1, all)
  }

  func end(_ shape: LineShape) -> UInt8 {
    switch shape.lastMark {
    case 0x2E: 1
    case 0x21: 2
    case 0x3F: 3
    case 0x3A: 4
    case 0x2C, 0x3B: 5
    default: 0
    }
  }

  func start(_ shape: LineShape) -> UInt8 {
    if shape.isUpper { return 5 }
    if shape.startsQuotation { return 4 }
    return shape.startsUpper ? 1 : shape.startsLower ? 2 : shape.startsDigit ? 3 : 0
  }

  func date(_ line: TextLine, _ shape: LineShape) -> UInt8 {
    guard shape.characters <= 120, let date = PrintedDate.first(in: page.bytes, line.span) else {
      return 0
    }
    return date.span.count * 2 > line.span.count ? 2 : 1
  }

  private func neighbour(_ index: Int) -> UInt8 {
    guard page.lines.indices.contains(index) else { return 12 }
    let shape = page.shapes[index]
    let size = bucket(shape.words, [2, 6, 12, 30])
    return size * 2 + (shape.endsSentence ? 1 : 0)
  }

  /// Whether a line holds a sign of copyright, an address or a long number anywhere.
  func legal(_ index: Int) -> UInt8 {
    let span = page.lines[index].span
    guard span.count <= 400 else { return 0 }
    var result: UInt8 = 0
    var offset = span.start
    while offset < span.end {
      let byte = page.bytes[offset]
      if byte == 0xC2, offset + 1 < span.end, page.bytes[offset + 1] == 0xA9 { return 1 }
      if byte == 0x40 { result = 2 }
      if byte == 0x3A, offset + 2 < span.end, page.bytes[offset + 1] == 0x2F,
        page.bytes[offset + 2] == 0x2F
      {
        result = 3
      }
      offset += 1
    }
    return result
  }
}
