import PressText

/// Which blocks of an HTML page are the article's.
///
/// Gradient-boosted trees score each block twice: by what it is and where it stands, then by that
/// and the scores around it. A block whose second score is above 0 is the article's.
struct BlockChoice {
  /// One value a block: whether it belongs to the article.
  private(set) var article: [Bool]
  /// In thousandths of a logit.
  let scores: [Int]

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
    var row: [Int32] = []
    row.reserveCapacity(Self.width)
    let first = page.blocks.indices.map { index in
      row.removeAll(keepingCapacity: true)
      features.append(index, to: &row)
      rows.append(contentsOf: row)
      return Self.first.score(row)
    }
    let around = BlockScores(first, lines, features.containers, features.groups)
    var whole: [Int32] = []
    whole.reserveCapacity(page.blocks.count * Self.width)
    let scores = page.blocks.indices.map { index in
      whole.append(contentsOf: rows[index * base..<(index + 1) * base])
      around.append(index, to: &whole)
      return Self.second.score(whole[index * Self.width..<(index + 1) * Self.width])
    }
    self.rows = whole
    self.scores = scores
    article = scores.map { $0 > 0 }
    if article.contains(true) { return }
    // Nothing stands out: take what reads as prose, or all that is no known furniture.
    let hasProse = lines.isProse.contains(true)
    article = hasProse ? lines.isProse : lines.furniture.map(\.isEmpty)
  }

  /// The features that moved a block's score most, with what they add to it in thousandths of a
  /// logit, the strongest first.
  func reasons(_ index: Int, count: Int = 3) -> [(feature: String, value: Int, adds: Int)] {
    let row = Array(rows[index * Self.width..<(index + 1) * Self.width])
    let adds = Self.second.contributions(row)
    let order = adds.indices.sorted { (abs(adds[$0]), $1) > (abs(adds[$1]), $0) }
    return order.prefix(count).filter { adds[$0] != 0 }.map {
      (Self.second.features[$0], Int(row[$0]), adds[$0])
    }
  }
}
