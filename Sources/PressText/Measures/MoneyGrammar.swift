public import PressModel

/// A sum of money as it stands in a text.
public struct Money: Sendable {
  public var value: DecimalNumber
  /// ISO 4217; nil for a bare dollar sign or "dollars", which name the currency of more than one
  /// country.
  public var currency: String?
  /// Currency mark, number, magnitude and currency name.
  public var span: Span
  public var approximate: Bool
}

/// Finds sums of money: a number beside a currency's mark, code or name, with magnitudes and ranges.
public struct MoneyGrammar {
  private let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The sums of the text, in order. Both ends of a range that share a magnitude or a currency
  /// ("$5-7 million") have the span of the whole range.
  public func sums() -> [Money] {
    var sums: [Money] = []
    var index = 0
    while index < tokens.count {
      guard mayStart(index), let first = tokens.numberExpression(at: index) else {
        index += 1
        continue
      }
      index = first.tokens.upperBound + 1
      append(first, to: &sums, next: &index)
    }
    return sums
  }

  private func mayStart(_ index: Int) -> Bool {
    tokens[index].kind == .number || tokens.is(index, [.cardinal, .half]) || tokens.is(index, "a")
      || tokens.startsFraction(index)
  }

  /// One side of a sum: the currency that stands before or behind a number.
  private struct Side {
    var currency: String?
    /// The first or last token of the sum.
    var bound: Int
    var isCents = false
  }

  private func append(_ first: NumberExpression, to sums: inout [Money], next: inout Int) {
    let before = currencyBefore(first)
    let range = upperEnd(of: first, hasMark: before != nil)
    let number = range ?? first
    guard let side = before ?? currencyBehind(number) else { return }
    // A glued suffix that is no magnitude makes it something else: "$5th"; "m" and "b" are millions.
    let runOn = runOnSum(first, hasMark: before != nil)
    if let suffix = first.suffix, first.magnitude == 0, !suffix.isEmpty, runOn == nil { return }
    let start = min(side.bound, first.tokens.lowerBound)
    var end = max(side.bound, number.tokens.upperBound)
    if before != nil, let behind = currencyBehind(number), !behind.isCents,
      behind.currency == nil || side.currency == nil || behind.currency == side.currency
    {
      end = max(end, behind.bound)
    }
    let country = before.flatMap { $0.currency == nil ? dollarBehind(end) : nil }
    if country != nil { end += 1 }
    next = max(next, end + 1)
    let code = country ?? before?.currency ?? currencyBehind(number)?.currency ?? side.currency
    let span = Span(tokens[start].span.start, runOn ?? tokens[end].span.end)
    let scale = side.isCents ? -2 : 0
    let isApproximate = range != nil || tokens.isApproximate(from: start, to: end)
    var low = first.value
    if let range {
      if first.magnitude == 0 { low = low.scaled(by: range.magnitude) }
      sums.append(
        Money(value: low.scaled(by: scale), currency: code, span: span, approximate: true))
    }
    sums.append(
      Money(
        value: (range?.value ?? low).scaled(by: scale), currency: code, span: span,
        approximate: isApproximate))
  }

  /// Where the digits of "$3,100,000for" end: a preposition or conjunction that lost its space
  /// follows.
  private func runOnSum(_ number: NumberExpression, hasMark: Bool) -> Int? {
    guard hasMark, let suffix = number.suffix, number.magnitude == 0, suffix.count > 1,
      tokens.text.bytes[tokens[number.tokens.lowerBound].span.start..<suffix.start].contains(0x2C)
    else { return nil }
    let word = Int(tokens.lexicon.number(of: tokens.text.bytes[suffix.start..<suffix.end]))
    let isOpen = !tokens.lexicon.classes[word].isDisjoint(with: [.preposition, .conjunction])
    return isOpen ? suffix.start : nil
  }

  /// "$7 Canadian": the country whose dollar it is, where no noun follows that would be Canadian.
  private func dollarBehind(_ last: Int) -> String? {
    let (country, next) = (last + 1, last + 2)
    guard country < tokens.count, tokens[country].case == .capitalized,
      !tokens[country].startsLine,
      next >= tokens.count || tokens[next].startsLine || tokens[next].kind == .mark
        || tokens.is(next, [.preposition, .conjunction, .auxiliary, .copula])
    else { return nil }
    let span = tokens[country].span
    let name = Array(tokens.text.bytes[span.start..<span.end]) + Array(" dollars".utf8)
    let code = tokens.lexicon.currencies[Int(tokens.lexicon.number(of: name[...]))]
    return code.isEmpty ? nil : code
  }

  /// The second number of a range whose ends share their magnitude or their currency.
  private func upperEnd(of first: NumberExpression, hasMark: Bool) -> NumberExpression? {
    var joint = first.tokens.upperBound + 1
    // "$500- to $600,000", "$10- to $20 billion": a hyphen says that the rest of the number follows.
    let isHung =
      tokens.is(joint, byte: 0x2D) && !tokens[joint].spaceBefore && tokens.is(joint + 1, "to")
    if isHung { joint += 1 }
    guard tokens.is(joint, .dash) || tokens.is(joint, "to") || tokens.is(joint, "and") else {
      return nil
    }
    let isDash = tokens.is(joint, .dash)
    if tokens.is(joint, "and") {
      guard tokens.is(first.tokens.lowerBound - (hasMark ? 2 : 1), "between") else { return nil }
    }
    var start = joint + 1
    var repeatsMark = false
    while tokens.is(start, [.currencySymbol, .currencyPrefix]), start < joint + 3 {
      repeatsMark = true
      start += 1
    }
    guard var second = tokens.numberExpression(at: start),
      second.suffix == nil || second.magnitude > 0
    else { return nil }
    if isHung, first.magnitude == 0, second.magnitude == 0, first.value.approximation < 1000,
      second.value.approximation >= max(1000, first.value.approximation * 1000)
    {
      second.magnitude = 3
    }
    if isDash, start < tokens.count, tokens[joint].spaceBefore != tokens[joint + 1].spaceBefore {
      return nil
    }
    let sharesMagnitude = first.magnitude == 0 && second.magnitude > 0
    if repeatsMark { return sharesMagnitude ? second : nil }
    // "$5 to 7 schools" is no range of money; "$5-7" is.
    guard sharesMagnitude || isDash || !hasMark else { return nil }
    guard second.value.approximation > 0 else { return nil }
    return second
  }

  private func currencyBefore(_ number: NumberExpression) -> Side? {
    let first = number.tokens.lowerBound
    var mark = first - 1
    if tokens.is(mark, byte: 0x2E), tokens.is(mark - 1, .currencyCode) { mark -= 1 }
    if tokens.is(mark, .currencySymbol) {
      if tokens.is(mark, byte: 0x24) {
        let prefix = mark - 1
        if prefix >= 0, !tokens[mark].spaceBefore, tokens.is(prefix, .currencyPrefix),
          tokens[prefix].isCapitalized
        {
          return Side(currency: tokens.currency(prefix), bound: prefix)
        }
        if prefix >= 0, !tokens[mark].spaceBefore, tokens.is(prefix, .currencyCode) {
          return Side(currency: tokens.currency(prefix), bound: prefix)
        }
        return Side(currency: nil, bound: mark)
      }
      return Side(currency: tokens.currency(mark), bound: mark)
    }
    guard mark >= 0, tokens.is(mark, .currencyCode), isCode(mark) else { return nil }
    return Side(currency: tokens.currency(mark), bound: mark)
  }

  /// Codes are written in capitals, the older short forms with one: "Rs".
  private func isCode(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.case == .upper || token.case == .capitalized && token.span.count == 2
  }

  private func currencyBehind(_ number: NumberExpression) -> Side? {
    var next = number.tokens.upperBound + 1
    if number.suffix != nil, number.magnitude == 0 { return nil }
    if tokens.is(next, byte: 0x2D), !tokens[next].spaceBefore { next += 1 }
    guard next < tokens.count else { return nil }
    // "500 million US dollars", "20 Hong Kong dollars": the longest name first.
    for length in [2, 1] where next + length < tokens.count {
      guard tokens[next].kind == .word, tokens.is(next + length, .currencyName) else { continue }
      let word = tokens.phrase(next...(next + length))
      let code = tokens.lexicon.currencies[Int(word)]
      if !code.isEmpty { return Side(currency: code, bound: next + length) }
    }
    if tokens.is(next, .currencyName) {
      let needsMagnitude = tokens.number(next) > 0 && tokens[next].case == .lower
      if needsMagnitude, number.magnitude < 3,
        tokens.phrase(next...min(next + 1, tokens.count - 1)) == 0
      {
        return nil
      }
      let isSterling = tokens.is(next + 1, "sterling")
      let code = tokens.currency(next)
      if code.isEmpty { return nil }
      let isDollar = tokens.text.bytes[tokens[next].span.start] | 0x20 == 0x64 && code == "USD"
      return Side(currency: isDollar ? nil : code, bound: isSterling ? next + 1 : next)
    }
    if tokens.is(next, .currencyCent), number.magnitude == 0 {
      let code = tokens.currency(next)
      return Side(currency: code.isEmpty ? nil : code, bound: next, isCents: true)
    }
    if tokens.is(next, .currencyCode), tokens[next].case == .upper {
      return Side(currency: tokens.currency(next), bound: next)
    }
    if tokens.is(next, .currencySymbol), !tokens.is(next, byte: 0x24), !tokens.is(next, "£"),
      next + 1 >= tokens.count || tokens[next + 1].kind != .number || tokens[next + 1].spaceBefore
    {
      return Side(currency: tokens.currency(next), bound: next)
    }
    return nil
  }
}

extension Tokens {
  /// The ISO 4217 code that the tables give a token; empty where it names no currency.
  func currency(_ index: Int) -> String {
    guard index >= 0, index < count else { return "" }
    return lexicon.currencies[Int(all[index].word)]
  }

  /// The singular of a unit or counted noun; empty for other tokens.
  func singular(_ index: Int) -> String {
    guard index >= 0, index < count else { return "" }
    return lexicon.singulars[Int(all[index].word)]
  }

  /// Whether the words around a number say that it is not exact: "about", "more than", "up to",
  /// "or more", "+".
  func isApproximate(from first: Int, to last: Int) -> Bool {
    let before = first - 1
    if self.is(before, .approximate) { return true }
    if self.is(before, "than") {
      return self.is(before - 1, "more") || self.is(before - 1, "less")
        || self.is(before - 1, "fewer") || self.is(before - 1, "More")
        || self.is(before - 1, "Less")
    }
    if self.is(before, "to") {
      return self.is(before - 1, "up") || self.is(before - 1, "close") || self.is(before - 1, "Up")
        || self.is(before - 1, "upwards")
    }
    if self.is(before, "least") || self.is(before, "most") { return self.is(before - 1, "at") }
    if self.is(before, "estimated") || self.is(before, "nearly") { return true }
    if self.is(before, "of") {
      return self.is(before - 1, "excess") || self.is(before - 1, "upwards")
        || self.is(before - 1, "upward")
    }
    if self.is(before, "as") {
      return self.is(before - 1, "much") || self.is(before - 1, "many")
        || self.is(before - 1, "little")
    }
    let behind = last + 1
    if self.is(behind, byte: 0x2B) || (first...last).contains(where: { self.is($0, byte: 0x2B) }) {
      return true
    }
    // "$40bn-plus", "$2 billion-plus"
    if self.is(behind, byte: 0x2D), self.is(behind + 1, "plus") { return true }
    let word = text.bytes[all[last].span.start..<all[last].span.end]
    if word.count > 5, word.suffix(5).elementsEqual("-plus".utf8) { return true }
    return self.is(behind, "or")
      && (self.is(behind + 1, "more") || self.is(behind + 1, "so") || self.is(behind + 1, "less"))
  }
}
