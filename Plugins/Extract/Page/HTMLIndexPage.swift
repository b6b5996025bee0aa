import PressHTML
import PressModel
import PressText

/// What tells a page that lists others from one that holds a text: headlines that are links, one
/// behind the other, with little prose between any two.
struct HTMLIndexPage {
  /// Headlines that are links, outside of menus and footers.
  private(set) var teasers = 0
  /// The most bytes of prose between two of them, before the first or behind the last.
  private(set) var longestText = 0
  /// The most paragraphs of prose likewise.
  private(set) var longestRun = 0
  /// The bytes of prose of the page.
  private(set) var prose = 0

  init(_ page: HTMLBlocks, _ lines: PageLines, _ marks: HTMLMarks) {
    var text = 0
    var run = 0
    for (index, block) in page.blocks.enumerated() {
      let count = block.span.count
      if lines.isProse[index], block.linked * 3 < count {
        text += count
        run += 1
        prose += count
        longestText = max(longestText, text)
        longestRun = max(longestRun, run)
      } else if isTeaser(block, lines.shapes[index]), lines.repeats[index] == 1,
        case .text(let node)? = block.items.first, !marks.around(node).contains(.furniture)
      {
        teasers += 1
        text = 0
        run = 0
      }
    }
  }

  /// A link of a headline's length that is most of its block.
  private func isTeaser(_ block: HTMLBlock, _ shape: LineShape) -> Bool {
    let count = block.span.count
    return count <= 240 && block.linked * 10 >= count * 6 && (shape.words >= 4 || count >= 32)
  }

  /// Whether the page lists others. `saysSo`: whether its markup or its title says that it does.
  func isIndex(saysSo: Bool) -> Bool {
    saysSo
      ? teasers >= 4 && longestText <= 900
      : teasers >= 10 && longestText <= 450 && longestRun <= 1 && prose <= teasers * 250
  }
}
