import PressText

/// Which blocks of an HTML page are the article's.
///
/// Gradient-boosted trees score each block twice: by what it is and where it stands, then by that
/// and the scores around it. A block whose second score is above 0 is the article's, unless these
/// are a few words far from the page's heading (`ThinArticle`).
struct BlockChoice {
  /// One value a block: whether it belongs to the article.
  private(set) var article: [Bool]
  /// In thousandths of a logit.
  let scores: [Int]
  /// Why blocks that score below 0 are the article's all the same.
  private(set) var rule = "stands between two blocks of the article"

  private let rows: [Int32]

  /// The names of the features of the second pass.
  static let names = BlockFeatures.names + BlockScores.names

  private static let width = names.count

  static let first = BoostedTrees("page-block-trees")
  static let second = BoostedTrees("page-block-trees-second")

  init(_ page: HTMLBlocks, _ lines: PageLines) {
    let features = BlockFeatures(page, lines)
    let base = BlockFeatures.names.count
    var rows: [Int32] = []
    rows.reserveCapacity(page.blocks.count * base)
    for index in page.blocks.indices { features.append(index, to: &rows) }
    let around = BlockScores(
      Self.first.scores(rows, stride: base), lines, features.containers, features.groups)
    var whole: [Int32] = []
    whole.reserveCapacity(page.blocks.count * Self.width)
    for index in page.blocks.indices {
      whole.append(contentsOf: rows[index * base..<(index + 1) * base])
      around.append(index, to: &whole)
    }
    let scores = Self.second.scores(whole, stride: Self.width)
    self.rows = whole
    self.scores = scores
    article = scores.map { $0 > 0 }
    let thin = ThinArticle(page, lines, features.containers, hints: features.hints)
    if let blocks = thin.replacement(for: article) {
      article = blocks
      rule = "follows the heading, and little else is text"
    }
    if article.contains(true) {
      let gaps = ArticleGaps(page, lines, features.containers, hints: features.hints)
      article = gaps.filled(article)
      return
    }
    rule = "nothing on the page stands out"
    // Nothing stands out: take what reads as prose, or all that is no known furniture.
    let hasProse = lines.isProse.contains(true)
    article = hasProse ? lines.isProse : lines.furniture.map(\.isEmpty)
  }

  /// What moved a block's score most, the strongest first: features of the block by themselves, and
  /// all that the scores around it add, in thousandths of a logit.
  func reasons(_ index: Int, count: Int = 3) -> [(words: String, adds: Int)] {
    let row = Array(rows[index * Self.width..<(index + 1) * Self.width])
    let base = BlockFeatures.names.count
    var reasons = zip(Self.first.contributions(Array(row[..<base])), row).enumerated().map {
      (words: Self.words(for: $0, value: $1.1), adds: $1.0)
    }
    // The first score stands for what is said already.
    let around = Self.second.contributions(row)[(base + 1)...].reduce(0, +)
    reasons.append(("the blocks around it", around))
    let order = reasons.indices.sorted { (abs(reasons[$0].adds), $1) > (abs(reasons[$1].adds), $0) }
    return order.prefix(count).map { reasons[$0] }.filter { $0.adds != 0 }
  }

  private static let phrases = Dictionary(
    Table("page-reasons").rows.compactMap { row in row.count > 1 ? (row[0], row[1]) : nil },
    uniquingKeysWith: { first, _ in first })

  private static func words(for feature: Int, value: Int32) -> String {
    let name = BlockFeatures.names[feature]
    guard let phrase = phrases[name] else { return "\(name) \(value)" }
    return phrase.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: "\(value)")
  }
}
