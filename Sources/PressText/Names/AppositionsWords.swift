/// The words that offices are made of besides their heads.
extension Appositions {
  /// Whether a word may stand before an office: an adjective or a noun, no small word and no verb.
  func isBefore(_ index: Int) -> Bool {
    if words[index].isAbbreviationStop { return true }
    if words.isMark(index, 0x26) || words.isMark(index, 0x2F) { return true }
    guard words.tokens[index].kind == .word else { return false }
    if table.isModifier(index, words) { return true }
    if words.is(index, "and") { return words.isLower(index + 1) == words.isLower(index - 1) }
    if words[index].isCapitalized { return !words.has(index, .stop) }
    return isNoun(index)
  }

  /// Whether a word in lower case may be a noun or an adjective.
  func isNoun(_ index: Int) -> Bool {
    guard words.isLower(index), !words.has(index, [.stop, .noOffice, .personAfter, .particle])
    else { return false }
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    let isPast = span.count > 3 && bytes[span.end - 2] == 0x65 && bytes[span.end - 1] == 0x64
    return !isPast && !isGoing(index)
  }

  /// "marketing" in "director of marketing," and "director of marketing at": a word that trades are
  /// made of, or another noun in "-ing" behind which nothing goes on.
  func isTrade(_ index: Int) -> Bool {
    guard words.isLower(index) else { return false }
    if table.isModifier(index, words) { return true }
    guard isGoing(index), !words.has(index, [.stop, .personAfter]) else { return false }
    let next = index + 1
    return next >= words.count || words.tokens[next].startsLine || words.isMark(next, 0x2C)
      || words.isMark(next, 0x2E) || words.is(next, "at") || words.is(next, "and")
  }

  /// A word in "-ing" that is longer than "bring" and "thing".
  private func isGoing(_ index: Int) -> Bool {
    words.tokens[index].span.count > 5 && words.isIngForm(index)
  }

  func isDeterminer(_ index: Int) -> Bool {
    words.is(index, "the") || words.is(index, "a") || words.is(index, "an")
      || words.is(index, "its") || words.is(index, "their") || words.is(index, "our")
  }

  func isOf(_ index: Int) -> Bool {
    words.is(index, "of") || words.is(index, "for") || words.is(index, "to")
      || words.is(index, "on")
  }
}
