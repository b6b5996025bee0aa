import PressModel

/// A number of a sentence with what claims of sums and shares need to know of it.
struct Figure {
  enum Kind: Hashable {
    /// By its ISO 4217 code, empty for a bare dollar sign.
    case money(String)
    case percent, points, time, count
  }

  /// What the words before and behind it leave open.
  enum Slack { case none, about, above, below }

  var kind: Kind
  var value: DecimalNumber
  /// From the currency's mark to the magnitude or the percent sign.
  var tokens: ClosedRange<Int>
  /// `tokens` with the words that make it inexact.
  var phrase: ClosedRange<Int>
  var slack = Slack.none
  /// Whether it has a decimal mark; two places of money without a magnitude are exact.
  var isFraction: Bool
  var magnitude: Int

  /// The power of ten of its last printed digit that is not a zero of a whole number.
  var unit: Int { isFraction ? value.exponent : value.trimmed.exponent }

  /// `unit`, but the zeros before a magnitude count: millions in $30 million.
  var place: Int { isFraction || magnitude == 0 ? unit : magnitude }

  /// The number of digits that say something: 2 in 1,200 and in 1.0.
  var significant: Int {
    String((isFraction ? value : value.trimmed).digits).utf8.count
  }

  /// What it may stand for: itself, with half of its last digit's place (or another) where it
  /// `isRounded`, a tenth for "about", anything more for "more than".
  func bounds(isRounded: Bool, at place: Int? = nil) -> Bounds? {
    let half = DecimalNumber(
      digits: isRounded || isFraction ? 5 : 0, exponent: (place ?? self.place) - 1)
    let tenth = value.scaled(by: -1)
    guard let below = value.adding(half.negated), let above = value.adding(half) else { return nil }
    switch slack {
    case .none: return Bounds(low: below, high: above)
    case .above: return Bounds(low: below)
    case .about:
      guard let low = value.adding(tenth.negated), let high = value.adding(tenth) else {
        return nil
      }
      return Bounds(low: low, high: high)
    case .below:
      guard let low = value.adding(tenth.scaled(by: 0).multipliedByTwo.negated) else { return nil }
      return Bounds(low: low, high: above)
    }
  }

  /// What a claimed percentage may stand for: rounded, or cut off behind its last digit.
  var percentBounds: Bounds? {
    guard slack == .none else { return bounds(isRounded: true) }
    let unit = isFraction ? value.exponent : 0
    guard let low = value.adding(DecimalNumber(digits: -5, exponent: unit - 1)),
      let high = value.adding(DecimalNumber(digits: 99, exponent: unit - 2))
    else { return nil }
    return Bounds(low: low, high: high)
  }
}

extension DecimalNumber {
  fileprivate var multipliedByTwo: DecimalNumber {
    multiplied(by: DecimalNumber(digits: 2)) ?? self
  }
}

/// Reads the figures of a sentence: sums of money, percentages and counts, without years, days,
/// numbers of sections and parts of larger words.
struct FigureReader {
  let tokens: Tokens
  let words: ClaimWords

  /// The figures between two tokens, in order; nil where there is one that cannot be understood, so
  /// that nothing can be said of the others.
  func figures(in range: Range<Int>) -> [Figure]? {
    var figures: [Figure] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart =
        tokens[index].kind == .number || tokens.is(index, [.cardinal, .half])
        || tokens.is(index, "a") && tokens.is(index + 1, .magnitude)
      guard isStart, let number = tokens.numberExpression(at: index) else {
        if tokens[index].kind == .number, tokens.is(index - 1, [.currencySymbol]) { return nil }
        index += 1
        continue
      }
      index = number.tokens.upperBound + 1
      guard number.tokens.upperBound < range.upperBound else { return nil }
      if isRange(number) { return nil }
      if let figure = figure(number) {
        figures.append(figure)
        index = figure.tokens.upperBound + 1
      }
    }
    return figures
  }

  private func figure(_ number: NumberExpression) -> Figure? {
    let first = number.tokens.lowerBound
    let last = number.tokens.upperBound
    if number.suffix != nil, number.magnitude == 0 { return nil }
    var figure = Figure(
      kind: .count, value: number.value, tokens: number.tokens, phrase: number.tokens,
      isFraction: number.value.exponent < number.magnitude && number.hasDigits,
      magnitude: number.magnitude)
    if let (kind, range) = money(number) {
      figure.kind = kind
      figure.tokens = range
      if number.magnitude == 0, number.value.exponent == -2 { figure.isFraction = false }
    } else if tokens.is(last + 1, .percent) {
      figure.kind = .percent
      figure.tokens = first...(last + 1)
    } else if tokens.is(last + 1, "per"), tokens.is(last + 2, "cent") {
      figure.kind = .percent
      figure.tokens = first...(last + 2)
    } else if tokens.is(last + 1, "percentage") || tokens.is(last + 1, "points") {
      figure.kind = .points
      figure.tokens = first...(tokens.is(last + 1, "percentage") ? last + 2 : last + 1)
      guard figure.tokens.upperBound < tokens.count else { return nil }
    } else if tokens.is(last + 1, .timeUnit) {
      figure.kind = .time
    } else if !isCount(number) {
      return nil
    }
    if tokens.is(figure.tokens.lowerBound - 1, byte: 0x2D) { return nil }
    figure.phrase = figure.tokens
    qualify(&figure)
    return figure
  }

  private func money(_ number: NumberExpression) -> (Figure.Kind, ClosedRange<Int>)? {
    var first = number.tokens.lowerBound
    let last = number.tokens.upperBound
    if tokens.is(first - 1, .currencySymbol) {
      first -= 1
      var code = tokens.is(first, byte: 0x24) ? "" : tokens.currency(first)
      if first > 0, !tokens[first].spaceBefore, tokens.is(first - 1, [.currencyPrefix]) {
        first -= 1
        code = tokens.currency(first)
      }
      return (.money(code), first...last)
    }
    if tokens.is(first - 1, .currencyCode), tokens[first - 1].case == .upper {
      return (.money(tokens.currency(first - 1)), (first - 1)...last)
    }
    guard tokens.is(last + 1, .currencyName) || tokens.is(last + 1, "dollars") else { return nil }
    let isDollar = tokens.is(last + 1, "dollars")
    return (.money(isDollar ? "" : tokens.currency(last + 1)), first...(last + 1))
  }

  /// Both ends of a range: nothing can be added to it.
  private func isRange(_ number: NumberExpression) -> Bool {
    let next = number.tokens.upperBound + 1
    guard tokens.is(next, .dash) || tokens.is(next, byte: 0x2D), next + 1 < tokens.count else {
      return false
    }
    let behind = tokens.is(next + 1, .currencySymbol) ? next + 2 : next + 1
    return behind < tokens.count && tokens[behind].kind == .number && !tokens[behind].startsLine
      && tokens[next].spaceBefore == tokens[next + 1].spaceBefore
  }

  /// No year, day, time, number of a list or a name, and no part of a larger word.
  private func isCount(_ number: NumberExpression) -> Bool {
    let first = number.tokens.lowerBound
    let last = number.tokens.upperBound
    let isYear =
      tokens[first].span.count == 4 && number.value.exponent == 0 && number.magnitude == 0
      && number.value.digits >= 1700 && number.value.digits < 2100
    if isYear && number.hasDigits { return false }
    if tokens.is(first - 1, [.month, .monthAbbreviation, .numbered, .slash])
      || tokens.is(last + 1, [.month, .slash])
    {
      return false
    }
    if tokens.is(last + 1, byte: 0x2D), !tokens[last + 1].spaceBefore { return false }
    if tokens.is(last + 1, .colon), last + 2 < tokens.count, !tokens[last + 2].spaceBefore {
      return false
    }
    if tokens.is(first - 1, byte: 0x23) || tokens.is(first - 1, byte: 0x5B)
      || tokens.is(first - 1, byte: 0x27)
    {
      return false
    }
    if tokens.is(last + 1, "in"), !number.hasDigits { return false }
    if tokens.is(first, "one"), !number.hasDigits { return false }
    guard first > 0, number.hasDigits, !tokens[first].startsLine else { return true }
    // "Title 10", "Section 5", "Boeing 737"
    let before = tokens[first - 1]
    return
      !(before.kind == .word && before.isCapitalized && !tokens.is(first - 1, .starter)
      && words[first - 1, tokens].isEmpty)
  }

  /// Takes in "about", "more than", "up to", "or more".
  private func qualify(_ figure: inout Figure) {
    var first = figure.phrase.lowerBound
    while first > 0, figure.phrase.lowerBound - first < 4 {
      let before = words[first - 1, tokens]
      if before.contains(.about) {
        figure.slack = .about
      } else if before.contains(.above) {
        figure.slack = .above
      } else if before.contains(.below) {
        figure.slack = .below
      } else if tokens.is(first - 1, "than"),
        tokens.is(first - 2, "more")
          || tokens.is(first - 2, "greater") || tokens.is(first - 2, "More")
      {
        figure.slack = .above
        first -= 1
      } else if tokens.is(first - 1, "than"),
        tokens.is(first - 2, "less")
          || tokens.is(first - 2, "fewer")
      {
        figure.slack = .below
        first -= 1
      } else if tokens.is(first - 1, "least"), tokens.is(first - 2, "at") {
        figure.slack = .above
        first -= 1
      } else if tokens.is(first - 1, "to"),
        tokens.is(first - 2, "up")
          || tokens.is(first - 2, "close")
      {
        figure.slack = .below
        first -= 1
      } else {
        break
      }
      first -= 1
    }
    var last = figure.phrase.upperBound
    if tokens.is(last + 1, byte: 0x2B) {
      figure.slack = .above
      last += 1
    } else if tokens.is(last + 1, "or"), tokens.is(last + 2, "more") || tokens.is(last + 2, "so") {
      figure.slack = tokens.is(last + 2, "more") ? .above : .about
      last += 2
    }
    figure.phrase = max(0, first)...last
  }
}
