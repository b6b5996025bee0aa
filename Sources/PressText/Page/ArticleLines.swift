/// Which lines of a page's text dump are the article's.
///
/// Each line has a score from its own looks and its neighbours' (logistic regression over
/// `PageLines.features`); the best sequence is found by dynamic programming (Viterbi), where each
/// change between article and furniture costs something, so that a stray line changes nothing.
public enum ArticleLines {
  /// One value a line: whether it belongs to the article.
  public static func choose(_ page: PageLines) -> [Bool] {
    choose(page, page.buckets(), weights)
  }

  /// How much speaks for each line, in logits, and the features that part it most from the page's
  /// other lines.
  public static func reasons(_ page: PageLines) -> [(score: Double, reasons: [String])] {
    weights.reasons(page.buckets(), PageLines.features)
  }

  /// A weight with its sign and one decimal, as explanations show it.
  public static func signed(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(value < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
  }

  private static func choose(
    _ page: PageLines, _ buckets: [[UInt8]], _ weights: FeatureWeights
  ) -> [Bool] {
    let scores = page.lines.indices.map { index in
      weights.score(buckets[index]) * Double(page.shapes[index].words + 1).squareRoot()
    }
    var article = path(scores)
    if article.contains(true) {
      continueLists(page, &article)
      return article
    }
    // No stretch stands out: take what reads as prose, or all that is no known furniture.
    if page.isProse.contains(true) { return page.isProse }
    return page.furniture.map(\.isEmpty)
  }

  /// Lines between two items of a list.
  private static let between = 8

  /// Puts the items of a numbered list into the article that follow those it has, with what stands
  /// between them. Between two items that it has, what was left out stays out: captions, adverts.
  private static func continueLists(_ page: PageLines, _ article: inout [Bool]) {
    var index = 0
    while index < page.lines.count {
      defer { index += 1 }
      guard article[index], let number = page.number(of: index) else { continue }
      let behind = index + 1..<min(page.lines.count, index + between)
      let next = behind.first { page.number(of: $0) != nil || !page.furniture[$0].isEmpty }
      guard let next, !article[next], page.number(of: next) == number + 1 else { continue }
      for line in index + 1...next { article[line] = true }
    }
  }

  private static let weights = FeatureWeights("page-line-weights", names: PageLines.features)

  /// What it costs to enter or to leave the article, in the unit of the scores.
  private static let change = 5.0

  private static func path(_ scores: [Double]) -> [Bool] {
    var outside = 0.0
    var inside = -change
    var leaves: [Bool] = []
    var enters: [Bool] = []
    for score in scores {
      leaves.append(inside - change > outside)
      enters.append(outside - change > inside)
      (outside, inside) = (max(outside, inside - change), max(inside, outside - change) + score)
    }
    var result = [Bool](repeating: false, count: scores.count)
    var isInside = inside > outside
    for index in scores.indices.reversed() {
      result[index] = isInside
      isInside = isInside ? !enters[index] : leaves[index]
    }
    return result
  }
}

/// Weights of features that are cut into buckets, from a table: a feature's name, then the weight
/// of each bucket in hundredths.
struct FeatureWeights: Sendable {
  private let bias: Double
  private let rows: [[Double]]

  init(_ table: String, names: [String]) {
    var byName: [String: [Double]] = [:]
    for row in Table(table).rows {
      guard let name = row.first else { continue }
      byName[name] = row.dropFirst().map { (Double($0) ?? 0) / 100 }
    }
    bias = byName["bias"]?.first ?? 0
    rows = names.map { byName[$0] ?? [] }
  }

  /// The score of each row of buckets and the three features that part it most from the others.
  func reasons(_ buckets: [[UInt8]], _ names: [String]) -> [(score: Double, reasons: [String])] {
    let parts = buckets.map { row in
      zip(rows, row).map { Int($1) < $0.count ? $0[Int($1)] : 0 }
    }
    let means = names.indices.map { index in
      parts.reduce(0) { $0 + $1[index] } / Double(max(1, parts.count))
    }
    return zip(buckets, parts).map { row, parts in
      let differences = zip(parts, means).map { $0 - $1 }
      let strongest = differences.indices.sorted {
        let (left, right) = (abs(differences[$0]), abs(differences[$1]))
        return left == right ? $0 < $1 : left > right
      }
      return (
        score(row),
        strongest.prefix(3).map { "\(names[$0]) \(ArticleLines.signed(differences[$0]))" }
      )
    }
  }

  /// `buckets` are in the order of the names.
  func score(_ buckets: [UInt8]) -> Double {
    var sum = bias
    for (row, bucket) in zip(rows, buckets) where Int(bucket) < row.count {
      sum += row[Int(bucket)]
    }
    return sum
  }
}
