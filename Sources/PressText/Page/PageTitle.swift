import PressModel

/// Finds the line of a page that is its article's title: the best by what the line looks like,
/// how far above the article's prose it stands, and how many of its words the article holds
/// (logistic regression among the lines of a page).
public enum PageTitle {
  /// The features beside `PageLines.features`.
  public static let features = ["distance", "overlap", "after-breadcrumb"]

  private static let weights = FeatureWeights(
    "page-title-weights", names: PageLines.features + features)

  /// `start` is the first line of the article's prose.
  static func line(of page: PageLines, article: [Bool], start: Int, breadcrumb: Int?) -> Int? {
    let candidates = candidates(of: page, article: article, start: start, breadcrumb: breadcrumb)
    var best: (line: Int, score: Double)?
    for candidate in candidates {
      let isPicture = isPicture(page.lines[candidate.line].span, in: page.bytes)
      let score = weights.score(candidate.buckets) - (isPicture ? picture : 0)
      if score > best?.score ?? -.infinity { best = (candidate.line, score) }
    }
    return best?.line
  }

  /// What the name of a picture takes from a line's score, in logits.
  private static let picture = 4.0

  private static func isPicture(_ line: Span, in bytes: [UInt8]) -> Bool {
    let words = bytes[line.start..<line.end].split { !PrintedDate.isAlphanumeric($0) }
    guard words.count <= 6, let first = words.first, let last = words.last else { return false }
    return isPictureWord(first) || isPictureWord(last)
  }

  /// What the text that stands for a site's picture says it is: "Olsen Press Logo".
  private static func isPictureWord(_ word: ArraySlice<UInt8>) -> Bool {
    ["logo", "avatar", "icon", "banner", "thumbnail"].contains { name in
      word.count == name.utf8.count && zip(word, name.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// The lines that may be the title, with their buckets.
  public static func candidates(
    of page: PageLines, article: [Bool], start: Int, breadcrumb: Int?
  ) -> [(line: Int, buckets: [UInt8])] {
    let high = min(page.lines.count, start + 6)
    let low = max(0, start - 150)
    guard low < high else { return [] }
    var held: Set<[UInt8]> = []
    for index in page.lines.indices where article[index] && page.isProse[index] {
      held.formUnion(words(page.lines[index].span, page.bytes))
    }
    let context = PageContext(page)
    return (low..<high).compactMap { index in
      let shape = page.shapes[index]
      guard shape.words >= 1, shape.characters <= 250, index != breadcrumb else { return nil }
      guard !page.isWholeFurniture[index], index < start || !page.isProse[index] else { return nil }
      let mine = words(page.lines[index].span, page.bytes)
      let overlap = mine.isEmpty ? 0 : 1 + mine.filter(held.contains).count * 5 / mine.count
      let bounds = [-3, -1, 0, 1, 2, 3, 5, 8, 15, 30, 60]
      let distance = bounds.firstIndex { start - index <= $0 } ?? bounds.count
      let place = breadcrumb.map { index < $0 ? 1 : index - $0 <= 6 ? 2 : 3 } ?? 0
      return (
        index, context.buckets(of: index) + [UInt8(distance), UInt8(min(6, overlap)), UInt8(place)]
      )
    }
  }

  /// The words of four letters and more, in lower case.
  private static func words(_ span: Span, _ bytes: [UInt8]) -> [[UInt8]] {
    bytes[span.start..<span.end].split { !PrintedDate.isAlphanumeric($0) }
      .filter { $0.count >= 4 && $0.count <= 30 }
      .map { $0.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
  }
}
