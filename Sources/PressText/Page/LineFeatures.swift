import PressModel

/// What a line of a page looks like and what stands around it, as the numbers that trees of
/// decisions ask for: counts and shares as they are, marks and classes by number.
public struct LineFeatures: Sendable {
  /// The names of the features, in the order of a row.
  public static let names = [
    "characters", "words", "sentences", "ends", "lower", "capital", "upper", "numbers", "commas",
    "separators", "joints", "end", "start", "marker", "repeats", "repeated", "furniture",
    "furniture-whole", "furniture-before", "furniture-after", "index", "from-end", "position",
    "distance-before", "distance-after", "near", "wide", "date", "since-cut", "prose-before",
    "prose-after", "page-prose", "page-share", "prose", "run", "list-words", "legal",
    "previous-characters", "previous-ends", "next-characters", "next-ends", "second-previous",
    "second-next", "indent", "blanks-before", "blanks-after", "mean-around",
  ]

  private let page: PageLines
  private let context: PageContext

  public init(_ page: PageLines) {
    self.page = page
    context = PageContext(page)
  }

  /// Adds a line's numbers to a row.
  public func append(_ index: Int, to row: inout [Int32]) {
    let line = page.lines[index]
    let shape = page.shapes[index]
    let count = page.lines.count
    func put(_ value: Int) { row.append(Int32(clamping: value)) }
    func put(_ value: Bool) { row.append(value ? 1 : 0) }
    put(shape.characters)
    put(shape.words)
    put(shape.sentenceEnds)
    put(shape.endsSentence)
    put(shape.words == 0 ? -1 : shape.lowerWords * 100 / shape.words)
    put(shape.words == 0 ? -1 : shape.capitalizedWords * 100 / shape.words)
    put(shape.words == 0 ? -1 : shape.upperWords * 100 / shape.words)
    put(shape.words == 0 ? -1 : shape.numberWords * 100 / shape.words)
    put(shape.commas)
    put(shape.separators)
    put(shape.joints)
    put(Int(context.end(shape)))
    put(Int(context.start(shape)))
    put(shape.marker == 0 ? 0 : shape.isNumbered ? 2 : 1)
    put(page.repeats[index])
    put(page.first[index] < index)
    put(Int(context.kind(index) % 9))
    put(page.isWholeFurniture[index])
    put(index > 0 ? Int(context.kind(index - 1)) : 19)
    put(index + 1 < count ? Int(context.kind(index + 1)) : 19)
    put(index)
    put(count - index)
    put(index * 1000 / count)
    put(context.distanceBefore[index])
    put(context.distanceAfter[index])
    put(context.share(index, 4))
    put(context.share(index, 15))
    put(Int(context.date(line, shape)))
    put(context.sinceCut[index])
    let all = context.proseBefore[count]
    put(context.proseBefore[index] * 1000 / max(1, all))
    put(all - context.proseBefore[index])
    put(all)
    put(all * 100 / max(1, context.charactersBefore[count]))
    put(page.isProse[index])
    put(context.run[index])
    put(shape.marker == 0 ? -1 : context.listWords[index])
    put(Int(context.legal(index)))
    put(index > 0 ? page.shapes[index - 1].characters : -1)
    put(index > 0 && page.shapes[index - 1].endsSentence)
    put(index + 1 < count ? page.shapes[index + 1].characters : -1)
    put(index + 1 < count && page.shapes[index + 1].endsSentence)
    put(index > 1 ? page.shapes[index - 2].characters : -1)
    put(index + 2 < count ? page.shapes[index + 2].characters : -1)
    put(line.indent)
    put(line.blanksBefore)
    put(index + 1 < count ? page.lines[index + 1].blanksBefore : 3)
    let low = max(0, index - 3)
    let high = min(count, index + 4)
    put((context.charactersBefore[high] - context.charactersBefore[low]) / (high - low))
  }
}
