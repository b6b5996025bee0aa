/// What stands before a name.
extension Appositions {
  /// The role in small letters right before a name that has no title: "campaign manager Ann Roe".
  func before(_ name: NameSpan) -> Reading? {
    let end = name.tokens.lowerBound
    guard name.titleStart == end, end > 0, !words.tokens[end].startsLine, words.isLower(end - 1),
      table.isHead(end - 1, words), !words.has(end - 1, .noOffice), !words[end - 1].isPossessive
    else { return nil }
    var start = end - 1
    while start > 0, end - start < 6, !words.tokens[start].startsLine, words.isLower(start - 1),
      table.isModifier(start - 1, words) || table.isHead(start - 1, words),
      !words[start - 1].isPossessive
    {
      start -= 1
    }
    // "Ann Roe, will host Bo Poe"
    guard !isAuxiliary(start - 1) else { return nil }
    return Reading(role: start..<end, organization: organization(endingAt: start))
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    index >= 0 && words.tokens.is(index, .auxiliary) || words.is(index, "to")
  }

  /// The organization right before a role or a title: "FEMA Administrator".
  func organization(endingAt index: Int) -> Range<Int>? {
    let next = names.partitioningIndex { $0.tokens.lowerBound >= index }
    guard next > 0, names[next - 1].kind == .organization,
      names[next - 1].tokens.upperBound == index, index < words.count,
      !words.tokens[index].startsLine
    else { return nil }
    return names[next - 1].tokens
  }
}
