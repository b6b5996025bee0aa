public import PressModel

/// A number with what it counts or measures.
public struct Measure: Sendable {
  public var value: DecimalNumber
  /// `%`, or the unit or counted noun in the singular.
  public var unit: String
  /// The number and the unit with the words between them.
  public var span: Span
}

/// Finds percentages, measures in units of a table, counts of people and things (nouns of the table,
/// and other plurals), shares, ages and multiples.
public struct MeasureGrammar {
  let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The measures of the text, in order. Both ends of a range ("5 to 7 percent") have the span of
  /// the whole range.
  public func measures() -> [Measure] {
    var measures: [Measure] = []
    var index = 0
    while index < tokens.count {
      if let share = share(at: index) {
        measures.append(share.measure)
        index = share.last + 1
        continue
      }
      if let ages = ages(at: index) {
        measures += ages.measures
        index = ages.last + 1
        continue
      }
      if let size = sizeInWords(at: index) {
        measures.append(size)
        index += 1
        continue
      }
      guard
        tokens[index].kind == .number || tokens.is(index, [.cardinal, .half]) || startsMany(index),
        !isMoney(before: index), !isPadded(index), let number = tokens.numberExpression(at: index)
      else {
        index += 1
        continue
      }
      if let vote = vote(at: index) {
        measures += vote.measures
        index = vote.last + 1
        continue
      }
      let next = append(number, to: &measures)
      index = max(next, number.tokens.upperBound) + 1
    }
    return measures
  }

  /// "a million people"
  private func startsMany(_ index: Int) -> Bool {
    tokens.is(index, "a") && tokens.is(index + 1, .magnitude) || tokens.startsFraction(index)
  }

  private func isMoney(before index: Int) -> Bool {
    tokens.is(index - 1, [.currencySymbol, .currencyCode])
  }

  /// "00" and "07" are parts of something else.
  private func isPadded(_ index: Int) -> Bool {
    let span = tokens[index].span
    return tokens[index].kind == .number && span.count > 1 && tokens.text.bytes[span.start] == 0x30
      && tokens.text.bytes[span.start + 1] >= 0x30
  }

  /// Adds what starts with a number; the last token that it takes.
  private func append(_ number: NumberExpression, to measures: inout [Measure]) -> Int {
    let start = tokens[number.tokens.lowerBound].span.start
    if let suffix = number.suffix {
      // "25km": what is glued is the unit; "5m" may be millions and is left alone.
      let word = tokens.lexicon.number(of: tokens.text.bytes[suffix.start..<suffix.end])
      let isUnit = tokens.lexicon.classes[Int(word)].contains(.unit)
      guard isUnit || number.magnitude > 0 else { return number.tokens.upperBound }
      if isUnit {
        let value = number.value.scaled(by: -number.magnitude)
        let end = tokens[number.tokens.upperBound].span.end
        measures.append(
          Measure(
            value: value, unit: tokens.lexicon.singulars[Int(word)], span: Span(start, end)))
        return number.tokens.upperBound
      }
    }
    var upper: NumberExpression?
    var last = number.tokens.upperBound
    if let second = upperEnd(of: number) {
      upper = second
      last = second.tokens.upperBound
    }
    guard let unit = unit(behind: last, of: upper ?? number) else { return last }
    let span = Span(start, tokens[unit.last].span.end)
    var low = number.value
    if let upper {
      if number.magnitude == 0 { low = low.scaled(by: upper.magnitude) }
      measures.append(Measure(value: low, unit: unit.name, span: span))
      measures.append(Measure(value: upper.value, unit: unit.name, span: span))
    } else {
      measures.append(Measure(value: low, unit: unit.name, span: span))
    }
    return unit.last
  }

  private func upperEnd(of number: NumberExpression) -> NumberExpression? {
    let joint = number.tokens.upperBound + 1
    let isDash =
      tokens.is(joint, .dash) && joint + 1 < tokens.count
      && tokens[joint].spaceBefore == tokens[joint + 1].spaceBefore
    let before = number.tokens.lowerBound - 1
    let isBetween =
      tokens.is(joint, "and") && (tokens.is(before, "between") || tokens.is(before, "Between"))
    guard isDash || isBetween || tokens.is(joint, "to"), number.suffix == nil,
      !isMoney(before: joint + 1)
    else { return nil }
    let second = tokens.numberExpression(at: joint + 1)
    guard second?.suffix == nil, let value = second?.value.approximation,
      value > number.value.approximation || second?.magnitude != number.magnitude,
      // "7-Eleven" is a name.
      !isDash || second?.hasDigits == number.hasDigits
    else { return nil }
    return second
  }

  private func unit(behind index: Int, of number: NumberExpression) -> (name: String, last: Int)? {
    var next = index + 1
    guard next < tokens.count, !tokens[next].startsLine else { return nil }
    if tokens.is(next, byte: 0x2D), !tokens[next].spaceBefore,
      tokens.is(next + 1, [.unit, .percent])
    {
      next += 1
    }
    if let size = size(from: next) { return size }
    if isExtra(next), !tokens[next + 1].startsLine { next += 1 }
    if let times = times(at: next, number) { return times }
    // The longest name first: "square miles", "percentage points", "per cent".
    for length in [2, 1] where next + length < tokens.count {
      let word = Int(tokens.phrase(next...(next + length)))
      if word > 0, !tokens.lexicon.classes[word].isDisjoint(with: [.unit, .percent]) {
        return (tokens.lexicon.singulars[word], next + length)
      }
    }
    if tokens.is(next, .percent) || tokens.is(next, .unit) && !isMoney(next, number) {
      return (tokens.singular(next), next)
    }
    if let stretch = stretch(from: next, number) { return stretch }
    let noun = behindPossessive(next)
    guard let found = counted(from: noun, number) ?? countedPlural(from: noun, number),
      !isPart(number, ofNameBefore: found.last)
    else { return nil }
    return found
  }

  /// "500 million pounds" are money, "40 pounds" a weight.
  private func isMoney(_ unit: Int, _ number: NumberExpression) -> Bool {
    tokens.is(unit, .currencyName) && number.magnitude >= 3
      || tokens.is(unit, [.month, .currencyCode]) && tokens[unit].case == .upper
  }

  /// A counted noun, with up to two adjectives before it: "300 new American jobs".
  private func counted(from index: Int, _ number: NumberExpression) -> (name: String, last: Int)? {
    var next = index
    while next < tokens.count, next - index <= 2, tokens[next].kind == .word,
      !tokens[next].startsLine
    {
      if tokens.is(next, .countedNoun) {
        let isYear = number.hasDigits && isYearLike(number, hasAdjective: next > index)
        let name = tokens.singular(next)
        // "one people" are no people: only what has one form for both, as "one aircraft".
        let isOne =
          number.value == DecimalNumber(digits: 1) && name != tokens.string(next).lowercased()
        return isYear || isOne ? nil : (name, next)
      }
      // "2 of the states", "one said people": only adjectives may stand between.
      guard
        !tokens.is(
          next,
          [
            .preposition, .conjunction, .determiner, .pronoun, .auxiliary, .speechVerb, .timeUnit,
            .weakSpeechVerb, .adverb, .month, .ordinal, .unit,
          ])
      else { return nil }
      next += 1
    }
    return nil
  }

  /// "In 2010 people", "2016 presidential candidates": four digits without a comma, behind a
  /// preposition or before an adjective.
  private func isYearLike(_ number: NumberExpression, hasAdjective: Bool) -> Bool {
    let first = number.tokens.lowerBound
    guard tokens[first].span.count == 4, number.value.exponent == 0, number.magnitude == 0,
      number.value.digits >= 1900, number.value.digits < 2100
    else { return false }
    return hasAdjective || tokens.is(first - 1, [.preposition, .season, .month])
  }
}
