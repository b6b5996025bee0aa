/// The best sequence of article and furniture for the scores of a page's lines (Viterbi): each
/// change between the two costs something, so that a stray line changes nothing.
public enum ArticlePath {
  /// `scores` speak for the article above 0; `change` is what a change costs, in their unit.
  public static func best(_ scores: [Int], change: Int) -> [Bool] {
    var outside = 0
    var inside = -change
    var leaves: [Bool] = []
    var enters: [Bool] = []
    leaves.reserveCapacity(scores.count)
    enters.reserveCapacity(scores.count)
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

  /// The whole square root of a line's words: what it weighs.
  public static func weight(words: Int) -> Int {
    var root = 1
    while (root + 1) * (root + 1) <= words + 1 { root += 1 }
    return root
  }
}
