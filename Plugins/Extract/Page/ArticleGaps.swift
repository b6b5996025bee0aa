import PressHTML
import PressText

/// Tables that stand between two blocks of the article, in the element of both, and those that a
/// block of the article announces.
///
/// Figures in a table are no prose and score low on a short page, but the table that an author put
/// between two paragraphs belongs to the text: unless it is made of links, is known furniture, or
/// stands in a landmark, a form or an element whose class speaks against it.
struct ArticleGaps {
  /// Blocks of a gap that is filled.
  private static let most = 60

  private let page: HTMLBlocks
  private let lines: PageLines
  private let containers: HTMLContainers
  private let hints: [Int]

  /// `hints`: what the class of each container speaks for (above 0) or against (below 0).
  init(_ page: HTMLBlocks, _ lines: PageLines, _ containers: HTMLContainers, hints: [Int]) {
    self.page = page
    self.lines = lines
    self.containers = containers
    self.hints = hints
  }

  /// The article with its gaps filled, one value a block.
  func filled(_ article: [Bool]) -> [Bool] {
    var filled = article
    var last: Int?
    for index in article.indices where article[index] {
      defer { last = index }
      guard let last, index - last > 1, index - last - 1 <= Self.most else { continue }
      let gap = (last + 1)..<index
      let place = containers.common(containers.own[last], containers.own[index])
      if gap.allSatisfy({ belongs($0, within: place) }) {
        for block in gap { filled[block] = true }
      }
    }
    for index in article.indices where article[index] && announces(index) {
      for row in table(behind: index) { filled[row] = true }
    }
    return filled
  }

  private func belongs(_ index: Int, within place: Int) -> Bool {
    let block = page.blocks[index]
    guard block.type == .tableRow, lines.furniture[index].isEmpty,
      block.linked * 3 < block.span.count
    else { return false }
    return containers.isPlain(containers.own[index], within: place, hints: hints)
  }

  /// "Here is the full table", "as follows:".
  private func announces(_ index: Int) -> Bool {
    guard index + 1 < page.blocks.count, page.blocks[index + 1].type == .tableRow,
      page.blocks[index].type != .tableRow
    else { return false }
    if lines.shapes[index].lastMark == 0x3A { return true }
    let span = page.blocks[index].span
    let words = page.bytes[max(span.start, span.end - 120)..<span.end]
      .split { !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    return words.contains { word in
      ["table", "Table", "below", "following"].contains { word.elementsEqual($0.utf8) }
    }
  }

  /// The rows of the table that stands right behind a block.
  private func table(behind index: Int) -> Range<Int> {
    let place = containers.common(containers.own[index], containers.own[index + 1])
    var end = index + 1
    while end < page.blocks.count, end - index <= 4 * Self.most, belongs(end, within: place),
      end == index + 1
        || containers.common(containers.own[index], containers.own[end]) == place
    {
      end += 1
    }
    // A table that goes on with links or furniture is none of figures.
    let isWhole = end == page.blocks.count || page.blocks[end].type != .tableRow
    return isWhole ? index + 1..<end : index + 1..<index + 1
  }
}
