/// Counts of people by their bodies: "26 Democrats", "75 House Republicans", "400 Iraqi civilians".
extension MeasureGrammar {
  /// A plural behind a number that has a capital or words with capitals before it, and no more of a
  /// name behind it.
  func members(from index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    guard number.value.digits > 0, number.value.exponent == 0, number.magnitude == 0,
      !isOldYear(number), !isOfName(number)
    else { return nil }
    var next = index
    var hasCapital = false
    while next - index <= 2, next < tokens.count, !tokens[next].startsLine,
      tokens[next].kind == .word, tokens[next].case == .capitalized || mayStand(next),
      mayDescribe(next),
      !tokens.is(next, [.month, .weekday, .dayPart, .currencyName, .unit, .determiner, .pronoun])
    {
      let isCapitalized = tokens[next].isCapitalized
      hasCapital = hasCapital || isCapitalized
      if isPlural(next) {
        let goesOn =
          next + 1 < tokens.count && tokens[next + 1].isCapitalized && !tokens[next + 1].startsLine
        if !goesOn { return hasCapital ? (singular(next), next) : nil }
        guard isCapitalized else { return nil }
      }
      next += 1
    }
    return nil
  }

  /// "1890 Institutions", which a law of that year founded.
  private func isOldYear(_ number: NumberExpression) -> Bool {
    number.hasDigits && tokens[number.tokens.lowerBound].span.count == 4
      && (1700..<1900).contains(number.value.digits)
  }

  /// Whether a number may belong to a name ("Four Seasons", "Section 5 Claims") or number a heading
  /// or an item ("6 Brave Rivers").
  private func isOfName(_ number: NumberExpression) -> Bool {
    let first = number.tokens.lowerBound
    if tokens[first].startsLine || isNumbered(first - 1) { return true }
    guard number.hasDigits || tokens[first].case == .lower else { return true }
    return first > 0 && tokens[first - 1].isCapitalized
      && !tokens.is(first - 1, [.starter, .approximate, .adverb, .determiner, .preposition])
  }
}
