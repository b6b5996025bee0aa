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

extension NameWords {
  /// Whether a token is a word, whatever its case. `word`: in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let bytes = tokens.text.bytes
    let span = tokens[index].span
    guard span.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[span.start + $0] | 0x20 == letters[$0] }
    }
  }

  func opensQuotation(_ index: Int) -> Bool {
    let word = self[index]
    guard tokens[index].kind == .mark else { return false }
    if word.byte == 0x22 {
      return index + 1 < count && !tokens[index + 1].spaceBefore
        && (tokens[index].spaceBefore || index == 0)
    }
    return isQuotationMark(index, 0x9C)
  }

  func closesQuotation(_ index: Int) -> Bool {
    tokens[index].kind == .mark && (self[index].byte == 0x22 || isQuotationMark(index, 0x9D))
  }

  /// U+201C or U+201D by its last byte.
  private func isQuotationMark(_ index: Int, _ last: UInt8) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    return span.count == 3 && bytes[span.start] == 0xE2 && bytes[span.start + 1] == 0x80
      && bytes[span.start + 2] == last
  }
}
