import PressModel

/// "rose from 40 to 50, an increase of 25 percent", "rose 25 percent, from 40 to 50", "50, up 25
/// percent from 40", "50, compared with 40, an increase of 10".
extension Reconciler {
  func changes(_ figures: [Figure], in range: Range<Int>) -> [CheckedClaim] {
    var claims: [CheckedClaim] = []
    var position = 0
    while position + 2 < figures.count {
      let (one, two, three) = (figures[position], figures[position + 1], figures[position + 2])
      var found: CheckedClaim?
      if isFrom(one), isTo(one, two), let isRise = direction(of: three, behind: two) {
        found = change(from: one, to: two, three, isRise: isRise)
      } else if isFrom(two), isTo(two, three), let isRise = verb(before: one, from: two) {
        found = change(from: two, to: three, one, isRise: isRise)
      } else if isUpFrom(two, three), let isRise = upOrDown(before: two), gap(one, two).count <= 8,
        isSeparated(one, two)
      {
        found = change(from: three, to: one, two, isRise: isRise)
      } else if isComparison(one, two), let isRise = direction(of: three, behind: two) {
        found = change(from: two, to: one, three, isRise: isRise)
      }
      if let found { claims.append(found) }
      position += found == nil ? 1 : 3
    }
    return claims
  }

  private func isFrom(_ figure: Figure) -> Bool {
    tokens.is(figure.phrase.lowerBound - 1, "from")
  }

  private func isTo(_ first: Figure, _ second: Figure) -> Bool {
    let gap = gap(first, second)
    guard let last = gap.last, tokens.is(last, "to"), gap.count <= 8 else { return false }
    return !gap.dropLast().contains {
      tokens.is($0, .stop) || tokens.is($0, "from") || tokens.is($0, "and")
    }
  }

  /// "an increase of 25 percent", "a 25 percent increase", "up 25 percent" behind a comma or
  /// bracket: whether it rises; nil where it says no such thing.
  private func direction(of claim: Figure, behind figure: Figure) -> Bool? {
    let gap = gap(figure, claim)
    guard gap.count <= 12, let mark = gap.last(where: { isBreak($0) }) else { return nil }
    let last = claim.phrase.lowerBound - 1
    if tokens.is(last, "of"), last - mark <= 5, isNounPhrase((mark + 1)..<last),
      let isRise = noun(last - 1)
    {
      return isRise
    }
    if last == mark + 1, let isRise = upOrDown(before: claim) { return isRise }
    guard last == mark + 1, tokens.is(last, "a") || tokens.is(last, "an") else { return nil }
    return noun(claim.phrase.upperBound + 1)
  }

  /// "an increase", "or a steep decline", "which is a rise".
  private func isNounPhrase(_ range: Range<Int>) -> Bool {
    range.contains { tokens.is($0, "a") || tokens.is($0, "an") }
      && range.allSatisfy { tokens[$0].kind == .word && !tokens.is($0, .preposition) }
  }

  private func isBreak(_ index: Int) -> Bool {
    tokens.is(index, .comma) || tokens.is(index, .openBracket) || tokens.is(index, .dash)
      || tokens.is(index, byte: 0x3B)
  }

  private func isSeparated(_ first: Figure, _ second: Figure) -> Bool {
    let gap = gap(first, second)
    return gap.count(where: isBreak) == 1
      && isBreak(second.phrase.lowerBound - 2)
  }

  private func noun(_ index: Int) -> Bool? {
    let word = words[index, tokens]
    return word.contains(.up) ? true : word.contains(.down) ? false : nil
  }

  private func upOrDown(before claim: Figure) -> Bool? {
    let index = claim.phrase.lowerBound - 1
    return tokens.is(index, "up") ? true : tokens.is(index, "down") ? false : nil
  }

  /// "rose 25 percent, from 40", "fell by 10 (from 40".
  private func verb(before claim: Figure, from base: Figure) -> Bool? {
    let gap = gap(claim, base)
    guard gap.count <= 2, gap.dropLast().allSatisfy({ isBreak($0) }) else { return nil }
    var index = claim.phrase.lowerBound - 1
    if tokens.is(index, "by") || tokens.is(index, "of") { index -= 1 }
    let word = words[index, tokens]
    return word.contains(.rose) ? true : word.contains(.fell) ? false : nil
  }

  private func isUpFrom(_ claim: Figure, _ base: Figure) -> Bool {
    gap(claim, base).count == 1 && isFrom(base)
  }

  private func isComparison(_ first: Figure, _ second: Figure) -> Bool {
    let last = second.phrase.lowerBound - 1
    let gap = gap(first, second)
    guard gap.count <= 10, gap.contains(last) else { return false }
    return tokens.is(last, "against") || tokens.is(last, "versus")
      || tokens.is(last - 1, "compared") && (tokens.is(last, "with") || tokens.is(last, "to"))
  }

  /// A claim of the change between two figures of one kind; nil where they cannot be compared.
  private func change(
    from base: Figure, to end: Figure, _ claimed: Figure, isRise: Bool
  ) -> CheckedClaim? {
    // "5 percent a year", "10 per month"
    let behind = claimed.phrase.upperBound + 1
    if tokens.is(behind, "a") || tokens.is(behind, "per") { return nil }
    var base = base
    let sharesUnit = base.kind == .count && base.magnitude == 0 && base.kind != end.kind
    if sharesUnit { base.kind = end.kind }
    guard base.kind == end.kind, base.value.digits > 0 else { return nil }
    var readings = [base]
    if base.magnitude == 0, end.magnitude > 0 {
      var scaled = base
      scaled.value = base.value.scaled(by: end.magnitude)
      readings = [scaled, base]
    }
    let isFiner = claimed.significant > min(base.significant, end.significant)
    let checked = readings.map { check($0, end, claimed, isRise: isRise, isFiner: isFiner) }
    guard let first = checked.first, let verdict = first,
      !checked.contains(where: { $0 == nil })
    else { return nil }
    if let agreed = checked.compactMap({ $0 }).first(where: \.agrees) { return agreed }
    return verdict
  }

  private func check(
    _ base: Figure, _ end: Figure, _ claimed: Figure, isRise: Bool, isFiner: Bool
  ) -> CheckedClaim? {
    let isLoose = base.kind == .percent
    guard let from = base.bounds(isRounded: isLoose || isFiner && base.magnitude > 0),
      let to = end.bounds(isRounded: isLoose || isFiner && end.magnitude > 0)
    else { return nil }
    let low = isRise ? base.value : end.value
    let high = isRise ? end.value : base.value
    guard let difference = high.adding(low.negated) else { return nil }
    if claimed.kind == end.kind && claimed.kind != .percent
      || claimed.kind == .points && base.kind == .percent
    {
      guard let open = claimed.bounds(isRounded: claimed.magnitude > 0),
        let sum = isRise ? from + open : to + open,
        let agrees = sum.meets(isRise ? to : from)
      else { return nil }
      return claim(.change, claimed, [base, end], computed: difference, agrees: agrees)
    }
    guard claimed.kind == .percent, let rate = claimed.percentBounds else { return nil }
    let hundred = Bounds.exactly(DecimalNumber(digits: 100))
    guard let factor = isRise ? hundred + rate : hundred.subtracting(rate),
      let product = factor * from, let target = to * hundred, let asRate = product.meets(target)
    else { return nil }
    // Of percentages, "5 percent" is said for points as well.
    var agrees = asRate
    if base.kind == .percent, let sum = isRise ? from + rate : to + rate {
      agrees = agrees || sum.meets(isRise ? to : from) == true
    }
    let sign = difference.digits < 0
    guard
      let quotient = (sign ? difference.negated : difference).scaled(by: 2)
        .divided(by: base.value, places: max(0, -claimed.value.exponent) + 1)
    else { return nil }
    return claim(
      .change, claimed, [base, end], computed: sign ? quotient.negated : quotient, agrees: agrees)
  }
}
