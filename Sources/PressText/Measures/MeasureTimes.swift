/// Stretches of time, ages and multiples: "12 months", "a 90-minute delay", "19-year-old", "10 times".
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

  /// "10 times the average", "200 million times": how often, in the unit `time`.
  func times(at index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    let first = number.tokens.lowerBound
    let value = number.value.approximation
    guard tokens.is(index, "times"), value > 1, number.suffix == nil, !isYear(number),
      // "at 7:30 times", "3 times 4"
      first == 0 || tokens[first].spaceBefore || tokens[first].startsLine
        || !tokens.is(first - 1, byte: 0x3A),
      index + 1 >= tokens.count || tokens[index + 1].kind != .number,
      !tokens.is(first - 1, .currencySymbol), !isPart(number, ofNameBefore: index)
    else { return nil }
    return ("time", index)
  }

  /// Whether a word may stand between a number and its unit: "two billion additional gallons",
  /// "three more years". The unit follows.
  func isExtra(_ index: Int) -> Bool {
    Self.extras.contains { tokens.is(index, $0) } && index + 1 < tokens.count
      && (tokens.is(index + 1, [.unit, .timeUnit]) && tokens[index + 1].case == .lower
        || tokens.is(index + 1, "times"))
  }

  private static let extras: [StaticString] = [
    "additional", "more", "extra", "full", "consecutive", "straight", "new", "linear", "total",
    "whole", "further", "separate", "different",
  ]

  /// The unit of time that letters name.
  func stretch(named letters: ArraySlice<UInt8>) -> String? {
    Self.stretches.first { stretch in stretch.word.withUTF8Buffer { letters.elementsEqual($0) } }?
      .name
  }

  private static let stretches: [(word: StaticString, name: String)] = [
    ("years", "year"), ("year", "year"), ("year-old", "year"), ("year-olds", "year"),
    ("months", "month"), ("month", "month"), ("month-old", "month"), ("days", "day"),
    ("day", "day"), ("weeks", "week"), ("week", "week"), ("hours", "hour"), ("hour", "hour"),
    ("minutes", "minute"), ("minute", "minute"), ("seconds", "second"), ("decades", "decade"),
    ("centuries", "century"), ("fortnights", "fortnight"),
  ]
}
