import PressText

/// What the scores around a block say of it, for the second pass: those of its neighbours, of its
/// containers, of the blocks that look like it, and of the page as a whole.
struct BlockScores {
  static let names = [
    "score", "score-3", "score-2", "score-1", "score+1", "score+2", "score+3", "score-near",
    "score-wide", "score-up0", "score-up1", "score-up2", "score-up3", "score-group", "before",
    "after", "article-words", "article-share", "score-most", "path", "path-start", "path-end",
  ]

  /// In hundredths of a logit, at most 8 logits either way.
  private let scores: [Int]
  private let containers: HTMLContainers
  private let groups: HTMLBlockGroups
  /// Sums before each block: words, words times score, words that are likely the article's.
  private var words = [0]
  private var weighted = [0]
  private var likely = [0]
  private var ofContainers: [(weighted: Int, words: Int)]
  private var ofGroups: [(weighted: Int, words: Int)]
  private let most: Int
  private let path: [Bool]
  private let start: Int?
  private let end: Int?

  /// `scores` are those of the first pass, in thousandths of a logit.
  init(_ scores: [Int], _ lines: PageLines, _ containers: HTMLContainers, _ groups: HTMLBlockGroups)
  {
    let scores = scores.map { max(-800, min(800, floored($0, 10))) }
    self.scores = scores
    self.containers = containers
    self.groups = groups
    ofContainers = [(Int, Int)](repeating: (0, 0), count: containers.all.count)
    ofGroups = [(Int, Int)](repeating: (0, 0), count: groups.count)
    for (index, score) in scores.enumerated() {
      let size = lines.shapes[index].words + 1
      words.append(words[index] + size)
      weighted.append(weighted[index] + size * score)
      likely.append(likely[index] + size * max(0, min(400, score + 200)))
      let (own, group) = (containers.own[index], groups.place(of: index))
      ofContainers[own].weighted += size * score
      ofContainers[own].words += size
      ofGroups[group].weighted += size * score
      ofGroups[group].words += size
    }
    for place in containers.all.indices.reversed() where containers.all[place].parent >= 0 {
      ofContainers[containers.all[place].parent].weighted += ofContainers[place].weighted
      ofContainers[containers.all[place].parent].words += ofContainers[place].words
    }
    most = scores.max() ?? 0
    path = ArticlePath.best(
      zip(scores, lines.shapes).map { $0 * ArticlePath.weight(words: $1.words) }, change: 300)
    start = path.firstIndex(of: true)
    end = path.lastIndex(of: true)
  }

  /// Adds a block's numbers to a row, in the order of `names`.
  func append(_ index: Int, to row: inout [Int32]) {
    func put(_ value: Int) { row.append(Int32(clamping: value)) }
    let count = scores.count
    put(scores[index])
    for other in [-3, -2, -1, 1, 2, 3] {
      put(scores.indices.contains(index + other) ? scores[index + other] : -800)
    }
    for reach in [3, 8] {
      let low = max(0, index - reach)
      let high = min(count, index + reach + 1)
      put(floored(weighted[high] - weighted[low], words[high] - words[low]))
    }
    var place = containers.own[index]
    for _ in 0..<4 {
      put(floored(ofContainers[place].weighted, ofContainers[place].words))
      place = containers.parent(of: place)
    }
    let group = ofGroups[groups.place(of: index)]
    put(floored(group.weighted, group.words))
    let all = likely[count]
    put(likely[index] * 1000 / max(1, all))
    put((all - likely[index + 1]) * 1000 / max(1, all))
    put(all / 400)
    put(all * 1000 / (400 * words[count]))
    put(most)
    put(path[index] ? 1 : 0)
    put(start.map { index - $0 } ?? -1000)
    put(end.map { $0 - index } ?? -1000)
  }
}

/// The quotient, rounded towards the smaller number.
private func floored(_ dividend: Int, _ divisor: Int) -> Int {
  guard divisor > 0 else { return 0 }
  return dividend >= 0 ? dividend / divisor : -((divisor - 1 - dividend) / divisor)
}
