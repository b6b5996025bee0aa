/// The word that a person most likely meant: within a third of its length in edits (Damerau and
/// Levenshtein's distance, adjacent letters swapped counting as one), the first of equals; nil
/// where none is near.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let limit = 64
  guard word.utf8.count <= limit else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate.utf8.count <= limit {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    guard distance * 3 <= max(word.count, candidate.count, 3) else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var rows = [[Int]](
    repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
  for row in 0...left.count { rows[row][0] = row }
  for column in 0...right.count { rows[0][column] = column }
  for row in 1...left.count {
    for column in 1...right.count {
      let substitution = left[row - 1] == right[column - 1] ? 0 : 1
      var cost = min(
        rows[row - 1][column] + 1, rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + substitution)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        cost = min(cost, rows[row - 2][column - 2] + 1)
      }
      rows[row][column] = cost
    }
  }
  return rows[left.count][right.count]
}
