import PressModel

/// What stands beside a full name and says whose kin its bearer is: "my son Bo Roe", "his wife, Ann
/// Roe", "First Lady Ann Roe", "Cy Roe, the Governor's brother".
struct Kinship {
  let words: NameWords

  func isKin(_ name: NameSpan) -> Bool { isBefore(name) || isBehind(name.tokens.upperBound) }

  private func isBefore(_ name: NameSpan) -> Bool {
    var last = name.titleStart - 1
    let title = name.titleStart..<max(name.titleStart, name.tokens.lowerBound)
    if title.contains(where: isConsort) { return true }
    if words.isMark(last, 0x2C) { last -= 1 }
    return words.isOneLine(last + 1..<name.tokens.lowerBound + 1) && isKin(endingAt: last)
  }

  private func isBehind(_ index: Int) -> Bool {
    guard words.isMark(index, 0x2C) else { return false }
    // "the Governor's late brother" is the longest.
    return (index + 2...index + 5).contains { last in
      last < words.count && words.isOneLine(index..<last + 1) && isKin(endingAt: last)
        && !(index + 1..<last).contains { words.isMark($0, 0x2C) }
    }
  }

  /// Whether a word names kin of somebody who stands before it: "his wife", "the President's late
  /// brother", "the First Lady".
  private func isKin(endingAt last: Int) -> Bool {
    if isConsort(last) { return true }
    guard WordList.kin.contains(last, words.tokens) else { return false }
    return (max(0, last - 2)..<last).contains { isWhose($0) }
      && words.isOneLine(max(1, last - 1)..<last + 1)
  }

  private func isWhose(_ index: Int) -> Bool {
    words[index].isPossessive || words.isWord(index, "my") || words.isWord(index, "his")
      || words.isWord(index, "her") || words.isWord(index, "your") || words.isWord(index, "our")
      || words.isWord(index, "their")
  }

  /// "First Lady", "Second Gentleman".
  private func isConsort(_ last: Int) -> Bool {
    guard last > 0, words.isWord(last, "lady") || words.isWord(last, "gentleman") else {
      return false
    }
    return words.isWord(last - 1, "first") || words.isWord(last - 1, "second")
  }
}
