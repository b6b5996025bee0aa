/// What a sentence says of its subject.
extension Appositions {
  /// The office that "is" gives to a full name: "Ann Roe is the director of the Iowa Fuels
  /// Association." What is said by way of praise is none: "is a leader with vision".
  func predicate(_ name: NameSpan) -> Reading? {
    var verb = name.tokens.upperBound
    guard name.tokens.count > 1, !words[verb - 1].isPossessive else { return nil }
    if words.isMark(verb, 0x28), let end = bracket(verb) { verb = end }
    guard words.is(verb, "is") else { return nil }
    let next = words.is(verb + 1, "currently") || words.is(verb + 1, "now") ? verb + 2 : verb + 1
    guard words.is(next, "the") || words.is(next, "a") || words.is(next, "an"),
      words.isOneLine(verb..<min(next + 2, words.count)), next + 1 < words.count,
      let (end, organization) = role(from: next + 1), isOffice(next + 1..<end)
    else { return nil }
    return Reading(
      role: next + 1..<end, organization: organization ?? workplace(behind: end))
  }

  /// Whether a role is held, and is no praise, no candidacy, and no first of its kind.
  private func isOffice(_ role: Range<Int>) -> Bool {
    !role.contains { index in
      WordList.praise.contains(index, words.tokens) || WordList.rank.contains(index, words.tokens)
    }
  }
}
