/// Finds the line of a page that is its article's title.
enum PageTitle {
  /// `start` is the first line of the article's prose.
  static func line(of page: PageLines, start: Int, breadcrumb: Int?) -> Int? {
    var best: (line: Int, score: Int)?
    let low = max(0, start - 60)
    for index in low..<min(start + 1, page.lines.count) {
      guard let score = score(page, index, start: start, breadcrumb: breadcrumb) else { continue }
      if score > best?.score ?? .min { best = (index, score) }
    }
    return best?.line
  }

  private static func score(_ page: PageLines, _ index: Int, start: Int, breadcrumb: Int?) -> Int? {
    let shape = page.shapes[index]
    guard shape.words >= 2, shape.characters <= 250, !page.isProse[index] || index < start else {
      return nil
    }
    guard !page.isWholeFurniture[index], index != breadcrumb else { return nil }
    var score = 0
    score += shape.words >= 4 && shape.words <= 20 ? 20 : shape.words == 3 ? 8 : 0
    score -= (start - index) * 2
    if let breadcrumb { score += index > breadcrumb ? 10 : -10 }
    let after = index + 1 < page.lines.count ? page.lines[index + 1].blanksBefore : 1
    score += page.lines[index].blanksBefore > 0 ? 6 : 0
    score += after > 0 ? 8 : 0
    score += page.repeats[index] > 1 ? 8 : 0
    score -= shape.marker > 0 ? 20 : 0
    score -= shape.separators > 0 ? 8 : 0
    score -= shape.joints > 0 ? 5 : 0
    score -= shape.endsSentence && shape.lastMark != 0x3F ? 15 : 0
    score -= shape.lastMark == 0x3A || shape.lastMark == 0x2C ? 15 : 0
    score -= shape.startsLower ? 20 : 0
    score -= page.furniture[index].isEmpty ? 0 : 10
    if PrintedDate.first(in: page.bytes, page.lines[index].span) != nil { score -= 15 }
    return score
  }
}
