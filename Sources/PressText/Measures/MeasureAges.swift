import PressModel

/// Ages: "ages 14 to 24", "aged 65", "the age of 18", "adults 45 and older". The unit is the year.
extension MeasureGrammar {
  /// The ages that a word announces, or that a number with "and older" behind it tells.
  func ages(at index: Int) -> (measures: [Measure], last: Int)? {
    guard tokens[index].kind == .word else { return agesAndOlder(at: index) }
    let words: [StaticString] = ["age", "ages", "aged", "Age", "Ages", "Aged"]
    guard words.contains(where: { tokens.is(index, $0) }) else { return nil }
    var first = index + 1
    if tokens.is(first, "of") || tokens.is(first, "between") { first += 1 }
    guard first < tokens.count, !tokens[first].startsLine, let low = age(first) else { return nil }
    var ages = [low]
    var last = low.tokens.upperBound
    let joint = last + 1
    let isJoint =
      tokens.is(joint, .dash) || tokens.is(joint, "to") || tokens.is(joint, "and")
      || tokens.is(joint, "through") || tokens.is(joint, "or")
    if isJoint, let high = age(joint + 1) {
      guard high.value.digits > low.value.digits else { return nil }
      ages.append(high)
      last = high.tokens.upperBound
    }
    // "ages 6 months to 5 years", "the age of two empires", "age 5, 6 and 7th": it counts
    // something else.
    guard endsAge(last + 1) else { return nil }
    return measures(ages, index, last)
  }

  /// "65 and older", "18 or under": a number of one to three digits with nothing else behind it.
  private func agesAndOlder(at index: Int) -> (measures: [Measure], last: Int)? {
    guard let number = age(index), !isPart(number, ofNameBefore: index),
      !tokens.is(index - 1, [.currencySymbol, .month, .numbered])
    else { return nil }
    let joint = number.tokens.upperBound + 1
    let words: [StaticString] = ["older", "younger"]
    guard tokens.is(joint, "and") || tokens.is(joint, "or"),
      words.contains(where: { tokens.is(joint + 1, $0) }), !tokens[joint + 1].startsLine,
      endsAge(joint + 2)
    else { return nil }
    return measures([number], index, joint + 1)
  }

  private func measures(
    _ ages: [NumberExpression], _ first: Int, _ last: Int
  ) -> (measures: [Measure], last: Int) {
    let span = Span(tokens[first].span.start, tokens[last].span.end)
    return (ages.map { Measure(value: $0.value, unit: "year", span: span) }, last)
  }

  /// A whole number of years that people reach.
  private func age(_ index: Int) -> NumberExpression? {
    guard let number = tokens.numberExpression(at: index), number.suffix == nil,
      number.value.exponent == 0, (1...120).contains(number.value.digits),
      !tokens[index].startsLine
    else { return nil }
    return number
  }

  /// Whether nothing that the number may count or be a part of stands at a token.
  private func endsAge(_ next: Int) -> Bool {
    guard next < tokens.count, !tokens[next].startsLine else { return true }
    if tokens[next].kind != .word {
      // "age 5-7" was read; "age 1.5", "age 3/4" and "age 5%" are something else.
      return tokens[next].spaceBefore
        || !tokens.is(next, [.slash, .dash, .percent]) && tokens[next].kind != .number
    }
    if tokens.is(next, [.unit, .timeUnit, .percent, .magnitude, .currencyName]) { return false }
    return !mayStand(next) || !isPlural(next)
  }
}
