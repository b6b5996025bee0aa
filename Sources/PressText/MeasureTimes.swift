/// Stretches of time and ages: "12 months", "a 90-minute delay", "19-year-old".
extension MeasureGrammar {
  /// The unit of time behind a number, in the singular, and its last token. What is so long ago or
  /// later than something is a date.
  func stretch(from index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    var unit = index
    if tokens.is(unit, byte: 0x2D), unit + 1 < tokens.count, !tokens[unit].spaceBefore,
      !tokens[unit + 1].spaceBefore
    {
      unit += 1
    }
    guard unit < tokens.count, tokens[unit].case == .lower, number.suffix == nil,
      let name = Self.stretches.first(where: { tokens.is(unit, $0.word) })?.name,
      number.hasDigits || number.value != DecimalNumber(digits: 1),
      !isYear(number), !isPart(number, ofNameBefore: unit)
    else { return nil }
    let next = unit + 1
    if tokens.is(next, .ago) || tokens.is(next, "later") { return nil }
    if tokens.is(next, "from"), tokens.is(next + 1, "now") || tokens.is(next + 1, "today") {
      return nil
    }
    return (name, unit)
  }

  private static let stretches: [(word: StaticString, name: String)] = [
    ("years", "year"), ("year", "year"), ("year-old", "year"), ("year-olds", "year"),
    ("months", "month"), ("month", "month"), ("month-old", "month"), ("days", "day"),
    ("day", "day"), ("weeks", "week"), ("week", "week"), ("hours", "hour"), ("hour", "hour"),
    ("minutes", "minute"), ("minute", "minute"), ("seconds", "second"), ("decades", "decade"),
    ("centuries", "century"), ("fortnights", "fortnight"),
  ]
}
