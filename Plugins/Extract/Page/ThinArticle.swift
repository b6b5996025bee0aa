import PressHTML
import PressText

/// What stands below a page's first heading, for pages whose chosen article is a few words.
///
/// A notice of a line or two is no prose, and then a banner on cookies or an invitation to subscribe
/// can score above it. Where the chosen blocks are that few and none of them stands with the
/// heading, the text is what follows the heading in its own part of the page, up to the first
/// landmark, form or furniture.
struct ThinArticle {
  /// Words below which an article is thin.
  private static let few = 60
  /// Words that must stand below the heading.
  private static let least = 8

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

  /// The blocks below the heading, one value a block; nil where the article stands as it is.
  func replacement(for article: [Bool]) -> [Bool]? {
    guard words(article.indices.filter { article[$0] }) < Self.few,
      let heading = page.blocks.firstIndex(where: { $0.type == .heading && $0.level == 1 })
    else { return nil }
    let below = region(heading)
    guard words(below) >= Self.least, !below.contains(where: { article[$0] }) else { return nil }
    var blocks = [Bool](repeating: false, count: article.count)
    for index in below { blocks[index] = true }
    return blocks
  }

  private func words(_ blocks: [Int]) -> Int { blocks.reduce(0) { $0 + lines.shapes[$1].words } }

  /// The blocks behind a heading in the smallest element that holds enough of them.
  private func region(_ heading: Int) -> [Int] {
    var place = containers.own[heading]
    while true {
      var below: [Int] = []
      for index in (heading + 1)..<max(heading + 1, containers.all[place].last + 1) {
        // The next story, or what a page offers at its end, opens with a heading of its own.
        if isFurniture(index) {
          if page.blocks[index].type == .heading { break }
          continue
        }
        if containers.isPlain(containers.own[index], within: place, hints: hints) {
          below.append(index)
        }
      }
      if words(below) >= Self.least || containers.all[place].parent < 0 { return below }
      place = containers.parent(of: place)
    }
  }

  private func isFurniture(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return !lines.furniture[index].isEmpty || block.linked * 2 > block.span.count
  }
}
