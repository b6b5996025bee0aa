import PressModel

/// Where a speaker's own clause may stand, and what takes its force away.
extension CommitmentClauses {
  private static let longestLead = 60

  /// Whether a clause of the speaker's own starts at "I" or "we": at the head of the sentence, behind a
  /// mark, "and" or "today". What somebody says, thinks or asks for, what depends on something, and
  /// what all do together is nobody's.
  func opensClause(_ subject: Int, _ sentence: Range<Int>) -> Bool {
    let before = subject - 1
    guard before >= sentence.lowerBound else { return true }
    let isOpening =
      words.tokens[before].kind == .mark
      || Self.openers.contains { words.isWord(before, $0) }
      || words.isWord(before, "why") && (words.is(before - 1, "is") || isContraction(before - 1))
    guard isOpening, subject - sentence.lowerBound <= Self.longestLead else { return false }
    return !(sentence.lowerBound..<subject).contains { index in
      words.tokens[index].kind == .word
        && (Self.conditions.contains { words.isWord(index, $0) }
          || words.isLower(index) && words.tokens.is(index, .speechVerb))
    }
  }

  private static let openers: [StaticString] = [
    "and", "so", "but", "today", "tonight", "now", "then", "therefore", "tomorrow",
  ]

  private static let conditions: [StaticString] = [
    "if", "unless", "whether", "when", "once", "until", "together", "hope", "hopes", "hoping",
    "wish", "think", "thinks", "thought", "believe", "believes", "believed", "because", "maybe",
    "perhaps", "nor", "who", "whoever", "should", "would", "could", "might", "imagine", "suppose",
    "how", "what", "where", "like", "used",
  ]

  /// "that's" before "why".
  private func isContraction(_ index: Int) -> Bool {
    words.isWord(index, "that's") || words.isWord(index, "that’s") || words.isWord(index, "'s")
      || words.isWord(index, "which")
  }

  /// "if Congress agrees" behind the verb.
  func isConditional(_ clause: Range<Int>) -> Bool {
    clause.contains { index in
      words.is(index, "if") || words.is(index, "unless")
        || words.is(index, "provided")
          && words.is(index + 1, "that")
        || words.is(index, "when") && words.isMark(index - 1, 0x2C)
    }
  }

  /// Whether a quotation is open before a token.
  func isQuoted(_ index: Int, from start: Int) -> Bool {
    var isOpen = false
    for other in start..<index {
      if words.opensQuotation(other) {
        isOpen = true
      } else if words.closesQuotation(other) {
        isOpen = false
      }
    }
    return isOpen
  }

  /// The first word of what stands before the subject and says when or for how long: "Over the next
  /// five years, we will".
  func leadIn(before subject: Int, _ sentence: Range<Int>) -> Int {
    if subject > sentence.lowerBound, words.tokens.is(subject - 1, .relativeDay) {
      return subject - 1
    }
    guard words.isMark(subject - 1, 0x2C), subject > sentence.lowerBound else { return subject }
    var first = subject - 2
    while first > sentence.lowerBound, subject - first < 12, words.tokens[first - 1].kind != .mark {
      first -= 1
    }
    let phrase = first..<subject - 1
    let isTime = phrase.contains {
      words.tokens.is($0, [.relativeDay, .weekday, .timeUnit, .month]) || isYear($0)
    }
    let hasVerb = phrase.contains {
      words.tokens.is($0, [.auxiliary, .copula, .personalPronoun]) || words.isWord($0, "as")
    }
    return isTime && !hasVerb ? first : subject
  }

  private func isYear(_ index: Int) -> Bool {
    words.tokens[index].kind == .number && words.tokens[index].span.count == 4
      && words[index].byte == 0x32
  }
}
