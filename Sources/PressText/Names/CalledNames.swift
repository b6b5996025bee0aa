/// Surnames behind a title that are a title or a common word as well: "Senator King", "Mr. Steady",
/// "Rep. August Roe".
extension NameScan {
  /// The surname that a chain of titles ends in: "King" in "Dr. King said". Nil where it is a title
  /// there: "Mr. Justice", "King of".
  func surname(endingTitle chain: Range<Int>) -> Int? {
    let last = chain.upperBound - 1
    guard last > chain.lowerBound, words.has(last, .surname), let own = phrase(at: last),
      own.end == chain.upperBound, own.kinds.contains(.honorific),
      own.kinds.isDisjoint(with: [.office, .rank]), !goesOn(chain.upperBound),
      !words.is(chain.upperBound, "of")
    else { return nil }
    let before = words[last - 1].isAbbreviationStop ? last - 2 : last - 1
    guard before >= chain.lowerBound, let title = phrase(at: before), title.end == before + 1,
      !title.kinds.isDisjoint(with: .title)
    else { return nil }
    let isOffice = !title.kinds.isDisjoint(with: [.office, .rank])
    return isOffice || !WordList.callings.holds(last, words.tokens) ? last : nil
  }

  /// The end of a name that no table knows for one, behind a title that always goes before one.
  func calledName(_ index: Int, behind chain: Range<Int>) -> Int? {
    guard index < words.count, words[index].isCapitalized, !words[index].isHeadline,
      !words.tokens[index].startsLine, !words.isInitial(index),
      !words.has(index, [.titleWord, .plainAcronym, .group, .particle]),
      phrase(at: index).map({ $0.kinds.isDisjoint(with: .title) }) ?? true,
      let call = call(chain)
    else { return nil }
    let next = index + 1
    if goesOn(next) {
      guard !words[index].isPossessive, !words.has(index, [.head, .tail]),
        !words.has(index, .stop) || words.tokens.is(index, .month), !goesOn(next + 1),
        !words.has(next, [.stop, .titleWord]), !words[next].isAllCapitals,
        words.has(next, .surname) || !words.isCommon(next) && !words.has(next, [.head, .tail]),
        phrase(at: next).map({ $0.kinds.isDisjoint(with: .title) }) ?? true
      else { return nil }
      return generation(after: next + 1)
    }
    guard !words.has(index, .stop), !words[index].isAllCapitals,
      call == .mister || call == .short && !words.has(index, [.head, .tail])
        || words.has(index, .surname)
    else { return nil }
    return next
  }

  /// What a chain of titles ends in: an address, a shortened office, or an office in full.
  private enum Call { case mister, short, full }

  private func call(_ chain: Range<Int>) -> Call? {
    let isStopped = words.isMark(chain.upperBound - 1, 0x2E)
    let last = isStopped ? chain.upperBound - 2 : chain.upperBound - 1
    if words.is(last, "Mr") || words.is(last, "Mrs") || words.is(last, "Ms") { return .mister }
    // "801 Roe Dr. Suite 108"
    if words.is(last, "Dr"), isStopped, last == 0 || !words[last - 1].isCapitalized {
      return .mister
    }
    if isStopped, words.is(last, "Sen") || words.is(last, "Rep") { return .short }
    let isFull =
      words.is(last, "Congressman") || words.is(last, "Congresswoman") || words.is(last, "Senator")
      || isStopped && words.is(last, "Gov")
    return isFull ? .full : nil
  }

  /// Whether a capitalized word follows on the same line.
  private func goesOn(_ index: Int) -> Bool {
    index < words.count && words[index].isCapitalized && !words.tokens[index].startsLine
  }
}
