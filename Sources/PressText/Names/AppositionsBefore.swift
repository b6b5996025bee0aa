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

  /// The role that a comma parts from a full name, behind which another mark stands: "the Secretary
  /// of Education, Ann Roe, spoke", "Thanks to our mayor, Bo Poe."
  func beforeComma(_ name: NameSpan) -> Reading? {
    let comma = name.tokens.lowerBound - 1
    guard name.titleStart > comma, name.tokens.count > 1, words.isMark(comma, 0x2C),
      words.isOneLine(comma..<comma + 2), isClosed(name.tokens)
    else { return nil }
    var found: Reading?
    var start = comma - 1
    while start >= 0, comma - start <= Self.limit, words.tokens[start].kind == .word {
      let isWhose = words[start].isPossessive
      let first = isWhose || isDeterminer(start) || isOwn(start) ? start + 1 : start
      // What "the" opens in "Secretary of the Interior" is no office.
      let isInside =
        first > start && isOf(start - 1)
        && (words.has(start - 2, .titleWord) || table.isHead(start - 2, words))
      if first > start && !isInside || words[start].startsSentence, first < comma,
        let reading = role(from: first), reading.end == comma, !isPlural(first..<comma)
      {
        let role = plain(first..<comma)
        found = Reading(
          role: role, organization: reading.organization ?? organization(endingAt: first))
      }
      // "the campaign's director, Ann Roe" is director, and "the mayor and the director, Ann Roe" is
      // no mayor.
      let isLast = isWhose || words.is(start - 1, "and")
      if isLast && found != nil || words[start].startsSentence { break }
      start -= 1
    }
    return found
  }

  /// Whether a mark or the line's end follows a name, and no other one of a list.
  private func isClosed(_ tokens: Range<Int>) -> Bool {
    let end = tokens.upperBound
    guard !words[end - 1].isPossessive else { return false }
    guard end < words.count, !words.tokens[end].startsLine else { return true }
    guard words.tokens[end].kind == .mark, !words.isMark(end, 0x26) else { return false }
    guard words.isMark(end, 0x2C) else { return true }
    let next = words.is(end + 1, "and") ? end + 2 : end + 1
    return name(at: next)?.kind != .person
  }

  /// "mayors", but not "President of the United States".
  private func isPlural(_ role: Range<Int>) -> Bool {
    words.singularEnd(of: role.upperBound - 1) != nil && !role.contains(where: isOf)
  }

  private func isOwn(_ index: Int) -> Bool {
    words.is(index, "my") || words.is(index, "your") || words.is(index, "his")
      || words.is(index, "her")
  }

  /// A role without the praise before it: "our wonderful mayor".
  private func plain(_ role: Range<Int>) -> Range<Int> {
    let start = role.first { !WordList.praise.contains($0, words.tokens) }
    return (start ?? role.lowerBound)..<role.upperBound
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
