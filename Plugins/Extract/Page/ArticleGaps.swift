import PressHTML
import PressText

/// Tables that stand between two blocks of the article, in the element of both.
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
    return filled
  }

  private func belongs(_ index: Int, within place: Int) -> Bool {
    let block = page.blocks[index]
    guard block.type == .tableRow, lines.furniture[index].isEmpty,
      block.linked * 3 < block.span.count
    else { return false }
    return containers.isPlain(containers.own[index], within: place, hints: hints)
  }
}
