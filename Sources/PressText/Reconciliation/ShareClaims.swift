import PressModel

/// "24 of the 30 members, or 80 percent" and "80 percent of the 30 members, or 24".
extension Reconciler {
  func shares(_ figures: [Figure]) -> [CheckedClaim] {
    var claims: [CheckedClaim] = []
    for position in figures.indices where position + 2 < figures.count {
      let (one, two, three) = (figures[position], figures[position + 1], figures[position + 2])
      if three.kind == .percent, one.kind == two.kind, isShared(one.kind), isOf(gap(one, two)),
        isApposition(two, three)
      {
        claims += [share(one, of: two, three)].compactMap { $0 }
      } else if two.kind == .percent, one.kind == three.kind, isShared(one.kind),
        isBracketed(two), gap(one, two).count <= 4, isOf(gap(two, three).dropFirst())
      {
        claims += [share(one, of: three, two)].compactMap { $0 }
      } else if two.kind == .percent, one.kind == three.kind, isShared(one.kind),
        isSaid(two, of: one), isWhole(three, behind: two)
      {
        claims += [share(one, of: three, two)].compactMap { $0 }
      }
    }
    return claims
  }

  func parts(_ figures: [Figure]) -> [CheckedClaim] {
    var claims: [CheckedClaim] = []
    for position in figures.indices where position + 2 < figures.count {
      let (percent, whole, part) = (
        figures[position], figures[position + 1], figures[position + 2]
      )
      guard percent.kind == .percent, whole.kind == part.kind, isShared(whole.kind),
        tokens.is(percent.phrase.upperBound + 1, "of"), gap(percent, whole).count <= 5,
        gap(percent, whole).allSatisfy({ tokens[$0].kind == .word }), isApposition(whole, part),
        let left = part.bounds(isRounded: part.magnitude > 0),
        let rate = percent.percentBounds, let base = whole.bounds(isRounded: whole.magnitude > 0),
        let product = rate * base, let hundred = left * .exactly(DecimalNumber(digits: 100)),
        let agrees = hundred.meets(product),
        let computed = percent.value.multiplied(by: whole.value)?.scaled(by: -2),
        whole.value.isLess(than: part.value) != true
      else { continue }
      claims.append(claim(.part, part, [percent, whole], computed: computed, agrees: agrees))
    }
    return claims
  }

  /// "24 members, or 80 percent", "24 members, which is 80 percent".
  private func isSaid(_ percent: Figure, of part: Figure) -> Bool {
    let gap = gap(part, percent)
    guard let last = gap.last, gap.count <= 8 else { return false }
    let isWhich = tokens.is(last - 1, "which") && (tokens.is(last, "is") || tokens.is(last, "was"))
    guard isWhich || tokens.is(last, "or") else { return false }
    let mark = isWhich ? last - 2 : last - 1
    return gap.contains(mark) && tokens.is(mark, .comma)
      && (gap.lowerBound..<mark).allSatisfy { tokens[$0].kind == .word }
  }

  /// "of the 30 members", "of its total $4 million budget".
  private func isWhole(_ whole: Figure, behind percent: Figure) -> Bool {
    let gap = gap(percent, whole)
    return gap.count <= 5 && tokens.is(gap.lowerBound, "of") && !gap.isEmpty
      && gap.dropFirst().allSatisfy {
        tokens.is($0, "total") || tokens.is($0, "full") || tokens.is($0, .determiner)
          || tokens.is($0, "the") || tokens.is($0, "its") || tokens.is($0, "their")
          || tokens.is($0, "all") || tokens.is($0, "our")
      }
  }

  private func isShared(_ kind: Figure.Kind) -> Bool {
    if case .money = kind { return true }
    return kind == .count
  }

  private func isBracketed(_ figure: Figure) -> Bool {
    tokens.is(figure.phrase.lowerBound - 1, .openBracket)
      && tokens.is(figure.phrase.upperBound + 1, .closeBracket)
  }

  /// "of", "out of", "of the", "out of a total of"; nouns before "out of" only.
  private func isOf(_ gap: Range<Int>) -> Bool {
    guard let of = gap.first(where: { tokens.is($0, "of") }) else { return false }
    let isOutOf = of > gap.lowerBound && tokens.is(of - 1, "out")
    let head = gap.lowerBound..<(isOutOf ? of - 1 : of)
    guard head.count <= (isOutOf ? 3 : 0), head.allSatisfy({ tokens[$0].kind == .word }) else {
      return false
    }
    let tail = (of + 1)..<gap.upperBound
    return tail.count <= 3
      && tail.allSatisfy {
        tokens.is($0, .determiner) || tokens.is($0, "the") || tokens.is($0, "all")
          || tokens.is($0, "a") || tokens.is($0, "total") || tokens.is($0, "of")
          || tokens.is($0, "its") || tokens.is($0, "their") || tokens.is($0, "our")
      }
  }

  /// ", or 80 percent", "(80 percent)", ", 80 percent," behind up to five words.
  func isApposition(_ figure: Figure, _ claim: Figure) -> Bool {
    let gap = gap(figure, claim)
    guard let last = gap.last, gap.count <= 7 else { return false }
    let isOr = tokens.is(last, "or")
    let mark = isOr ? last - 1 : last
    guard mark >= gap.lowerBound,
      (gap.lowerBound..<mark).allSatisfy({ tokens[$0].kind == .word }),
      !gap.contains(where: { words[$0, tokens].contains(.breaks) && !tokens.is($0, "or") })
    else { return false }
    if tokens.is(mark, .openBracket) {
      return tokens.is(claim.phrase.upperBound + 1, .closeBracket)
    }
    guard tokens.is(mark, .comma) || tokens.is(mark, .dash) else { return false }
    let behind = claim.phrase.upperBound + 1
    if isOr { return !tokens.is(behind, "to") }
    return behind >= tokens.count
      || tokens.is(behind, .comma) || tokens.is(behind, .stop)
  }

  private func share(_ part: Figure, of whole: Figure, _ percent: Figure) -> CheckedClaim? {
    let isFiner = percent.significant > min(part.significant, whole.significant)
    guard whole.value.digits > 0, part.value.isLess(than: whole.value) == true,
      let left = part.bounds(isRounded: isFiner && part.magnitude > 0),
      let right = whole.bounds(isRounded: isFiner && whole.magnitude > 0),
      let rate = percent.percentBounds,
      let hundred = left * .exactly(DecimalNumber(digits: 100)), let product = rate * right,
      let agrees = hundred.meets(product),
      let computed = part.value.scaled(by: 2)
        .divided(by: whole.value, places: max(0, -percent.value.exponent) + 1)
    else { return nil }
    return claim(.share, percent, [part, whole], computed: computed, agrees: agrees)
  }
}
