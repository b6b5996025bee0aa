import PressHTML
import PressText

/// What each block of an HTML page is, and where in the tree it stands: the numbers that the trees
/// of `page-block-trees` ask for, beside those of `LineFeatures`.
struct BlockFeatures {
  static let names =
    LineFeatures.names + [
      "tag", "type", "links", "link-count", "strong", "continued", "landmark",
      "landmarks-against", "hints-for", "hints-against", "near-hint", "in-article", "articles",
      "article-prose", "main", "body-property", "depth", "inline-depth",
      "to-best", "in-best", "to-body", "in-body", "body-score", "best-share", "best-links",
      "heading-distance", "headings", "title-overlap", "description-overlap", "body-overlap",
      "group-blocks", "group-words", "group-links", "group-prose", "twins-up", "twins-words",
      "step-before", "step-after", "previous-tag", "next-tag", "previous-links", "next-links",
      "previous-group", "next-group", "next-level",
      "second-previous-links", "second-next-links", "page-blocks", "page-words", "page-links",
    ]
    + (0..<4).flatMap { level in
      [
        "words", "links", "prose", "blocks", "page-prose", "twins", "first", "last", "tag",
      ].map { "up\(level)-\($0)" }
    }
    + ["words-own", "words-parent", "words-least", "words-most", "words-sum", "words-near"]

  private let page: HTMLBlocks
  private let lines: PageLines
  private let lineFeatures: LineFeatures
  let containers: HTMLContainers
  let groups: HTMLBlockGroups
  private let overlap: HTMLOverlap
  private let classWords: HTMLClassWords
  private let paths: [ContainerPath]
  /// For every container the deepest that holds it and `best`, or `body`.
  private let withBest: [Int]
  private let withBody: [Int]
  private let articles: Int
  private let firstHeading: Int?
  private let headings: Int

  /// What the class of each container speaks for (above 0) or against (below 0).
  var hints: [Int] { classWords.hints }

  init(_ page: HTMLBlocks, _ lines: PageLines) {
    self.page = page
    self.lines = lines
    lineFeatures = LineFeatures(lines)
    containers = HTMLContainers(page, isProse: lines.isProse)
    groups = HTMLBlockGroups(page, lines, containers)
    overlap = HTMLOverlap(page)
    classWords = HTMLClassWords(page.tree, containers)
    paths = ContainerPath.all(containers, classWords)
    withBest = containers.commons(with: max(0, containers.best))
    withBody = containers.commons(with: max(0, containers.body))
    articles = containers.all.lazy.filter { $0.tag == .article }.count
    firstHeading = page.blocks.firstIndex { $0.level == 1 && $0.type == .heading }
    headings = page.blocks.lazy.filter { $0.level == 1 && $0.type == .heading }.count
  }

  /// Adds a block's numbers to a row, in the order of `names`.
  func append(_ index: Int, to row: inout [Int32]) {
    lineFeatures.append(index, to: &row)
    let block = page.blocks[index]
    let own = containers.own[index]
    func put(_ value: Int) { row.append(Int32(clamping: value)) }
    func put(_ value: Bool) { row.append(value ? 1 : 0) }
    put(tag(index))
    put(Self.type(block))
    put(links(index))
    put(block.links)
    put(percent(block.strong, block.span.count))
    put(block.isContinued)
    appendPath(own, put)
    put(containers.all[own].depth)
    put(containers.all[withBody[own]].depth)
    appendCenter(own, put)
    put(firstHeading.map { index - $0 } ?? -1000)
    put(headings)
    put(overlap.title(index))
    put(overlap.description(index))
    put(overlap.body(index))
    appendGroup(index, put)
    appendNeighbours(index, put)
    appendLevels(own, put)
    appendWords(own, put)
  }

  /// What the words of class, id and role weigh: its element's own, and those around it.
  private func appendWords(_ own: Int, _ put: (Int) -> Void) {
    put(classWords.weights[own])
    put(classWords.weights[containers.parent(of: own)])
    put(paths[own].leastWeight)
    put(paths[own].mostWeight)
    put(paths[own].weights)
    put(paths[own].nearWeight)
  }

  private func appendPath(_ own: Int, _ put: (Int) -> Void) {
    let path = paths[own]
    let prose = containers.all.first?.prose ?? 0
    put(path.landmark)
    put(path.against)
    put(path.hintsFor)
    put(path.hintsAgainst)
    put(path.near)
    put(path.article < 0 ? 0 : 1)
    put(articles)
    put(path.article < 0 ? -1 : percent(containers.all[path.article].prose, prose))
    put(path.isMain ? 1 : 0)
    put(path.isBody ? 1 : 0)
  }

  /// How far it stands from where the page's prose is.
  private func appendCenter(_ own: Int, _ put: (Int) -> Void) {
    for (center, commons) in [(containers.best, withBest), (containers.body, withBody)] {
      guard center >= 0 else {
        put(-1)
        put(0)
        continue
      }
      let common = commons[own]
      put(containers.all[center].depth - containers.all[common].depth)
      put(common == center ? 1 + containers.all[own].depth - containers.all[center].depth : 0)
    }
    let most = containers.body < 0 ? 1 : max(1, containers.all[containers.body].body)
    put(containers.all[containers.parent(of: own)].body * 100 / most)
    let best = containers.all[max(0, containers.best)]
    put(percent(best.prose, best.words))
    put(percent(best.linked, best.words))
  }

  private func appendGroup(_ index: Int, _ put: (Int) -> Void) {
    let group = groups[index]
    let all = containers.all.first?.words ?? 0
    put(group.blocks)
    put(group.words * 1000 / max(1, all))
    put(percent(group.linked, group.words))
    put(percent(group.prose, group.words))
    var most = 1
    var words = 0
    var place = containers.own[index]
    var level = 0
    while place >= 0, level < 7 {
      let container = containers.all[place]
      if container.twins > most, container.linked > 0 {
        (most, words) = (container.twins, container.words)
      }
      place = container.parent
      level += 1
    }
    put(most)
    put(words)
  }

  private func appendNeighbours(_ index: Int, _ put: (Int) -> Void) {
    let own = containers.own[index]
    let count = page.blocks.count
    for other in [index - 1, index + 1] {
      guard other >= 0, other < count else {
        put(-1)
        continue
      }
      let common = containers.common(own, containers.own[other])
      put(containers.all[own].depth - containers.all[common].depth)
    }
    put(index > 0 ? tag(index - 1) : -1)
    put(index + 1 < count ? tag(index + 1) : -1)
    put(index > 0 ? links(index - 1) : -1)
    put(index + 1 < count ? links(index + 1) : -1)
    put(index > 0 && groups.isSame(index, index - 1) ? 1 : 0)
    put(index + 1 < count && groups.isSame(index, index + 1) ? 1 : 0)
    put(index + 1 < count ? page.blocks[index + 1].level ?? 0 : -1)
    put(index > 1 ? links(index - 2) : -1)
    put(index + 2 < count ? links(index + 2) : -1)
    let root = containers.all.first
    put(count)
    put(root?.words ?? 0)
    put(percent(root?.linked ?? 0, root?.words ?? 0))
  }

  /// Its element, the one around it, and so on.
  private func appendLevels(_ own: Int, _ put: (Int) -> Void) {
    let prose = containers.all.first?.prose ?? 0
    var place = own
    for _ in 0..<4 {
      let container = containers.all[place]
      put(container.words)
      put(percent(container.linked, container.words))
      put(percent(container.prose, container.words))
      put(container.blocks)
      put(container.prose * 1000 / max(1, prose))
      put(container.twins)
      put(container.first)
      put(page.blocks.count - container.last)
      put(Self.number(container.tag))
      place = containers.parent(of: place)
    }
  }

  private func tag(_ index: Int) -> Int {
    Self.number(page.tree.tag(of: page.blocks[index].element))
  }

  private func links(_ index: Int) -> Int {
    let block = page.blocks[index]
    return percent(min(block.linked, block.span.count), block.span.count)
  }

  private func percent(_ part: Int, _ all: Int) -> Int { part * 100 / max(1, all) }
}
