import PressModel

/// Shares of a whole: "one in four adults", "49 out of 50 members", "two-thirds of the workforce".
/// As a percentage is so many in a hundred, the unit is the whole: `in 4`. No share is divided out,
/// since a third has no end in decimals.
extension MeasureGrammar {
  /// The share that starts at a token, and its last token.
  func share(at index: Int) -> (measure: Measure, last: Int)? {
    fraction(at: index) ?? numberOfNumber(at: index)
  }

  private func measure(
    _ value: DecimalNumber, in whole: DecimalNumber, _ first: Int, _ last: Int
  ) -> (measure: Measure, last: Int) {
    let span = Span(tokens[first].span.start, tokens[last].span.end)
    return (Measure(value: value, unit: "in \(whole.written)", span: span), last)
  }

  // MARK: Two numbers

  private func numberOfNumber(at index: Int) -> (measure: Measure, last: Int)? {
    guard let part = tokens.numberExpression(at: index), part.suffix == nil,
      part.value.exponent == 0, part.value.digits > 0, !isNumberOfName(index)
    else { return nil }
    let joint = part.tokens.upperBound + 1
    let isOut = tokens.is(joint, "out") && tokens.is(joint + 1, "of")
    let isOutOf = isOut || tokens.is(joint, "of")
    guard isOutOf || tokens.is(joint, "in") else { return nil }
    var next = isOut ? joint + 2 : joint + 1
    if tokens.is(next, "every") || tokens.is(next, "each") || isOutOf && tokens.is(next, "the") {
      next += 1
    }
    guard let whole = tokens.numberExpression(at: next), whole.suffix == nil,
      whole.value.exponent >= 0, whole.value.digits > 1,
      part.value.approximation < whole.value.approximation || isOutOf && part.value == whole.value,
      isWhole(whole), isOutOf || mayBeIn(part, whole), isOut || !isOutOf || isCounted(part, whole)
    else { return nil }
    return measure(part.value, in: whole.value, index, whole.tokens.upperBound)
  }

  /// "25 of 31 governments", "two of the three bills": not "24 of 25 March", "7 of 21 Top-Notch Movers",
  /// and "one of 13 finalists" is no share.
  private func isCounted(_ part: NumberExpression, _ whole: NumberExpression) -> Bool {
    let next = whole.tokens.upperBound + 1
    guard part.value.digits > 1, next < tokens.count, !tokens[next].startsLine,
      tokens[next].kind == .word
    else { return false }
    return tokens.is(whole.tokens.lowerBound - 1, "the")
      || tokens[next].case == .lower && isPlural(next)
  }

  /// "1 in 5 States", "3 in 10 adults", not "two in 12 states": only a whole that is round or hardly
  /// more than the part makes "in" a share.
  private func mayBeIn(_ part: NumberExpression, _ whole: NumberExpression) -> Bool {
    let digits = whole.value.digits
    return part.value.digits == 1
      || part.value.digits < 100 && (digits <= 5 || [10, 20, 100, 1_000, 10_000].contains(digits))
  }

  /// "three in 10 days", "one in 2010", "1 in 12 percent", "two in 10:30", "1 in 3 500": the second
  /// number is no whole.
  private func isWhole(_ number: NumberExpression) -> Bool {
    let next = number.tokens.upperBound + 1
    if isYear(number) || next < tokens.count && tokens[next].kind == .number
      || tokens.is(next, [.percent, .unit, .timeUnit, .month])
      || tokens.is(next + 1, .timeUnit)
    {
      return false
    }
    // "one in 1840"
    if number.hasDigits, tokens[number.tokens.lowerBound].span.count == 4,
      (1_500..<2_200).contains(number.value.digits)
    {
      return false
    }
    guard next < tokens.count, !tokens[next].spaceBefore else { return true }
    return !tokens.is(next, [.slash, .dash]) && !tokens.is(next, byte: 0x3A)
  }

  /// "number 34 out of 35", "ranked 5th out of 12", "Phase 1 in 4 cities", "5-4 in two games": the
  /// first number is no count.
  private func isNumberOfName(_ index: Int) -> Bool {
    let before = index - 1
    guard before >= 0, !tokens[index].startsLine else { return false }
    if tokens.is(before, [.numbered, .numberAbbreviation, .month, .currencySymbol, .dash, .slash]) {
      return true
    }
    if !tokens[index].spaceBefore, tokens[before].kind != .word { return true }
    if tokens.is(before, byte: 0x2E), tokens.is(before - 1, .numberAbbreviation) { return true }
    if ["number", "Number", "ranked", "ranks", "at"].contains(where: { tokens.is(before, $0) }) {
      return true
    }
    return tokens[index].kind == .number && tokens[before].case == .capitalized
      && !tokens.is(before, [.starter, .approximate, .adverb, .determiner, .preposition])
  }

  // MARK: Fractions

  private static let parts: [(one: StaticString, many: StaticString, whole: Int)] = [
    ("half", "halves", 2), ("third", "thirds", 3), ("quarter", "quarters", 4),
    ("fourth", "fourths", 4), ("fifth", "fifths", 5), ("sixth", "sixths", 6),
    ("seventh", "sevenths", 7), ("eighth", "eighths", 8), ("ninth", "ninths", 9),
    ("tenth", "tenths", 10),
  ]

  private func fraction(at index: Int) -> (measure: Measure, last: Int)? {
    guard tokens[index].kind == .word, !tokens.startsFraction(index),
      !tokens.is(index - 1, [.dash, .cardinal]),
      // "a year and a half of talks"
      !tokens.is(index - 1, "and") || !tokens.is(index + 1, "half")
    else { return nil }
    if let glued = gluedFraction(index) { return glued }
    guard index + 1 < tokens.count, !tokens[index + 1].startsLine else { return nil }
    if tokens.is(index, "half") {
      // "the first half of the game" is no share, "half of the players" is.
      let isNamed = (index - 2..<index).contains { tokens.is($0, [.ordinal]) || isArticle($0) }
      return isNamed || !isOfWhole(index + 1)
        ? nil : measure(DecimalNumber(digits: 1), in: DecimalNumber(digits: 2), index, index)
    }
    let count = isArticle(index) && !tokens.is(index, "the") ? 1 : cardinal(index)
    guard let count,
      let part = Self.parts.first(where: {
        tokens.is(index + 1, count == 1 ? $0.one : $0.many)
      }), count < part.whole, isOfWhole(index + 2)
    else { return nil }
    return measure(
      DecimalNumber(digits: count), in: DecimalNumber(digits: part.whole), index, index + 1)
  }

  /// "two-thirds"; "one-quarter" where no unit follows, as in "one-quarter mile".
  private func gluedFraction(_ index: Int) -> (measure: Measure, last: Int)? {
    let word = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    guard word.count < 16, let hyphen = word.firstIndex(of: 0x2D),
      let count = tokens.lexicon.cardinal(word[..<hyphen]), count > 0
    else { return nil }
    let name = word[(hyphen + 1)...]
    let part = Self.parts.first { part in
      (count == 1 ? part.one : part.many).withUTF8Buffer { name.elementsEqual($0) }
    }
    guard let part, count < part.whole else { return nil }
    let next = index + 1
    if tokens.is(next, [.unit, .timeUnit, .percent, .magnitude])
      || tokens.is(next, "of") && !isOfWhole(next)
    {
      return nil
    }
    return measure(
      DecimalNumber(digits: count), in: DecimalNumber(digits: part.whole), index, index)
  }

  private func cardinal(_ index: Int) -> Int? {
    guard tokens[index].kind == .word, tokens.is(index, .cardinal) else { return nil }
    let value = tokens.number(index)
    return (1...9).contains(value) ? value : nil
  }

  private func isArticle(_ index: Int) -> Bool {
    tokens.is(index, "a") || tokens.is(index, "A") || tokens.is(index, "the")
      || tokens.is(index, "The")
  }

  /// "of the people", "of our exports", "of Americans", not "of a mile", "of it", "of growth".
  private func isOfWhole(_ of: Int) -> Bool {
    let next = of + 1
    guard tokens.is(of, "of"), next < tokens.count, !tokens[next].startsLine,
      !tokens.is(next, "a"), !tokens.is(next, "an"), !tokens.is(next, [.unit, .timeUnit, .month])
    else { return false }
    return tokens.is(next, [.determiner]) || tokens.is(next, "all")
      || isWhose(next)
      || tokens[next].kind == .word && (tokens[next].isCapitalized || isPlural(next))
  }
}
