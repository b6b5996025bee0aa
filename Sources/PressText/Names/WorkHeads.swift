import PressModel

/// What makes a name that of a work.
extension WorkTitles {
  /// "the Clean Harbour Plan", "Norway's Fair Fishing Deal": a plan by its name, and not "the Strategic
  /// Plan" or "Pension Plan".
  func isPlan(_ head: Int, from start: Int) -> Bool {
    guard start > 0, head > start, isPlan(head) else { return false }
    let isLed =
      words.is(start - 1, "the") || words.is(start - 1, "The") || words.is(start - 1, "our")
      || words.is(start - 1, "this") || words[start - 1].isPossessive
    return isLed && (head > start + 1 || !words.isCommon(start) && !words[start].isPossessive)
  }

  /// "Plan", "Plan's"
  private func isPlan(_ head: Int) -> Bool {
    let span = words.tokens[head].span
    let word = words.tokens.text.bytes[span.start..<span.end]
    return ["Plan", "Deal", "Initiative"].contains { (plan: String) in
      word.starts(with: plan.utf8)
        && (word.count == plan.utf8.count
          || words[head].isPossessive && word.count <= plan.utf8.count + 4)
    }
  }

  /// "Democratic National Convention": where people meet, and no treaty.
  func isGathering(_ range: Range<Int>) -> Bool {
    guard let head = range.last, words.is(head, "Convention") else { return false }
    return range.contains { index in Self.gathered.contains { words.is(index, $0) } }
  }

  private static let gathered: [StaticString] = [
    "National", "Democratic", "Republican", "Party", "Constitutional", "Annual", "State", "GOP",
    "Baptist",
  ]

  /// "Public Law 107-51": the last figures of a number in parts.
  func endOfNumber(_ index: Int) -> Int {
    let next = index + 2
    guard next < words.count, words.isMark(index + 1, 0x2D), words.tokens[next].kind == .number,
      !words.tokens[index + 1].spaceBefore, !words.tokens[next].spaceBefore
    else { return index }
    return next
  }

  /// "President's", "Berg's", "the Administration's": whose a work is; not "Women's" and "America's",
  /// which are words of titles.
  func isOwner(_ index: Int) -> Bool {
    words[index].isPossessive
      && (words.has(index, [.titleWord, .head, .weakHead]) || isName(index))
  }
}
