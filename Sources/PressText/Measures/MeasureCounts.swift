import PressModel

/// Counts of things that no table names: a number before a plural, "nine new agreements".
extension MeasureGrammar {
  /// The plural behind a number, with up to two adjectives before it, in lower case; or people by
  /// where they live, "48,000 Vermonters". The name is the singular by the rules of spelling.
  func countedPlural(from index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    guard number.suffix == nil, !isYear(number), number.value != DecimalNumber(digits: 1) else {
      return nil
    }
    if let people = resident(at: index, number) ?? members(from: index, number) { return people }
    var next = index
    while next - index <= 2, mayStand(next) {
      if let last = attributed(next) {
        return (Self.singular(tokens.text.bytes[bytes(last)]), last)
      }
      if isPlural(next) {
        // "two sales managers": the last plural is the noun.
        if next - index < 2, mayStand(next + 1), isPlural(next + 1),
          !tokens.is(next + 2, .determiner)
        {
          next += 1
        }
        // "the two wants the same": a verb with its object.
        let isVerb =
          !number.hasDigits && next == index && tokens.is(next + 1, .determiner)
        return isVerb ? nil : (Self.singular(tokens.text.bytes[bytes(next)]), next)
      }
      // "ten instantly ends" has a verb; "ten deeply red apples" has none.
      guard mayDescribe(next), !isAdverb(next) || !mayStand(next + 1) || !isPlural(next + 1) else {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// "ten sports and medicine clubs": the plural that some others describe.
  private func attributed(_ index: Int) -> Int? {
    guard ["sports", "arts", "sales", "communications"].contains(where: { tokens.is(index, $0) }),
      tokens.is(index + 1, "and"), mayStand(index + 2), !isPlural(index + 2), mayStand(index + 3),
      isPlural(index + 3)
    else { return nil }
    return index + 3
  }

  private func bytes(_ index: Int) -> Range<Int> {
    tokens[index].span.start..<tokens[index].span.end
  }

  func mayStand(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].case == .lower,
      !tokens[index].startsLine, tokens[index].span.count > 2
    else { return false }
    let closed: LexicalClass = [
      .preposition, .conjunction, .determiner, .pronoun, .auxiliary, .copula, .speechVerb,
      .weakSpeechVerb, .adverb, .timeUnit, .month, .weekdays, .ordinal, .cardinal, .magnitude,
      .magnitudes, .unit, .percent, .half, .ago, .decadeWord, .dayPart,
    ]
    return !tokens.is(index, closed.union(.money))
  }

  /// No participle: "300 received grants" counts no grants. No mark inside: "7 p.m. classes".
  func mayDescribe(_ index: Int) -> Bool {
    let word = tokens.text.bytes[bytes(index)]
    return !word.suffix(2).elementsEqual("ed".utf8)
      && !Self.uncounted.contains { tokens.is(index, $0) }
      && !word.contains { $0 == 0x2E || $0 == 0x27 || $0 == 0xE2 }
  }

  private func isAdverb(_ index: Int) -> Bool {
    tokens.text.bytes[bytes(index)].suffix(2).elementsEqual("ly".utf8)
      && !WordList.adverbLike.contains(index, tokens)
  }

  func isPlural(_ index: Int) -> Bool {
    let word = tokens.text.bytes[bytes(index)]
    guard word.count > 3, word.last == 0x73, !word.contains(where: { $0 == 0x27 || $0 == 0xE2 })
    else { return false }
    let before = word[word.endIndex - 2]
    return before != 0x73 && before != 0x75 && before != 0x69
      && !Self.uncounted.contains { tokens.is(index, $0) }
      && !WordList.pluralLike.holds(index, tokens)
  }

  /// Plurals in form that count nothing by themselves, fractions and stretches of time.
  private static let uncounted: [StaticString] = [
    "times", "others", "halves", "thirds", "fourths", "fifths", "sixths", "eighths", "tenths",
    "news", "series", "species", "always", "perhaps", "needs",
    "things", "ways", "Ways", "Times", "Things", "Corps", "Others",
  ]

  /// "15 of his colleagues": where the noun phrase starts.
  func behindPossessive(_ index: Int) -> Int {
    guard tokens.is(index, "of"), index + 2 < tokens.count, !tokens[index + 1].startsLine,
      isWhose(index + 1)
    else { return index }
    return index + 2
  }

  /// "his", "our"
  func isWhose(_ index: Int) -> Bool {
    ["his", "her", "their", "our", "its", "my", "your"].contains { tokens.is(index, $0) }
  }

  func singular(_ index: Int) -> String { Self.singular(tokens.text.bytes[bytes(index)]) }

  /// "48,000 Vermonters", not "1,000 Islands Park".
  private func resident(at index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].span.count > 5,
      tokens[index].case == .capitalized, !tokens[index].startsLine,
      number.value.approximation >= 100, tokens[index + 1].case != .capitalized
    else { return nil }
    let word = tokens.text.bytes[bytes(index)]
    let endings = ["ers", "ans", "tis", "qis", "lis", "nis", "dis"]
    guard endings.contains(where: { word.suffix(3).elementsEqual($0.utf8) }) else { return nil }
    return (Self.singular(word), index)
  }

  private static func singular(_ word: ArraySlice<UInt8>) -> String {
    var letters = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    func ends(_ ending: StaticString) -> Bool {
      ending.withUTF8Buffer { letters.suffix($0.count).elementsEqual($0) }
    }
    if ends("ies"), letters.count > 4 {
      letters.removeLast(3)
      letters.append(0x79)
    } else if ends("sses") || ends("ches") || ends("shes") || ends("xes") || ends("oes") {
      letters.removeLast(2)
    } else {
      letters.removeLast()
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Four digits without a comma that are likely a year.
  func isYear(_ number: NumberExpression) -> Bool {
    number.hasDigits && tokens[number.tokens.lowerBound].span.count == 4
      && number.value.exponent == 0 && number.magnitude == 0
      && number.value.digits >= 1900 && number.value.digits < 2100
  }

  /// Whether a number is a name's or another number's part and counts nothing: "Phase 2 trials",
  /// "Post-9/11 benefits", "four out of five adults", "one in ten farmers".
  func isPart(_ number: NumberExpression, ofNameBefore noun: Int) -> Bool {
    let first = number.tokens.lowerBound
    let before = first - 1
    guard before >= 0, !tokens[first].startsLine else { return false }
    if tokens.is(before, "of"), tokens.is(before - 1, "out") { return true }
    if tokens.is(before, "in"), before > 0,
      tokens.is(before - 1, .cardinal)
        || tokens[before - 1].kind == .number && tokens[before - 1].span.count < 3
    {
      return true
    }
    // "7-Eleven stores"
    if tokens.is(before, byte: 0x2D), !tokens[first].spaceBefore, before > 0,
      tokens[before - 1].kind == .number
    {
      return true
    }
    guard number.hasDigits else { return false }
    // "Section 232 and 301 tariffs"
    if tokens.is(before, "and") || tokens.is(before, "or") || tokens.is(before, .comma), before > 1,
      tokens[before - 1].kind == .number, isNumbered(before - 2)
    {
      return true
    }
    if !tokens[first].spaceBefore, tokens.is(before, .slash) || tokens.is(before, byte: 0x2D) {
      return true
    }
    if tokens.is(before, byte: 0x2E), tokens.is(before - 1, [.month, .numberAbbreviation]) {
      return true
    }
    if tokens.is(before, [.numbered, .month]) { return true }
    // In a headline every word has a capital, the noun as well.
    let open: LexicalClass = [
      .starter, .determiner, .preposition, .conjunction, .approximate, .adverb, .pronoun,
      .auxiliary, .speechVerb,
    ]
    return tokens[before].isCapitalized && tokens[noun].case == .lower && !tokens.is(before, open)
      && number.magnitude == 0 && !tokens.text.bytes[bytes(first)].contains(0x2C)
      && !isPossessive(before)
  }

  func isNumbered(_ index: Int) -> Bool {
    tokens.is(index, .numbered) || tokens.is(index, "Sections") || tokens.is(index, "sections")
  }

  /// "Norway's 46 counties"
  private func isPossessive(_ index: Int) -> Bool {
    let word = tokens.text.bytes[bytes(index)]
    return word.suffix(2).elementsEqual("'s".utf8) || word.suffix(4).elementsEqual("\u{2019}s".utf8)
  }
}
