import PressModel

/// "240 boats, 60 ships and 12 planes, a total of 312", "312 in all".
extension Reconciler {
  func sums(_ figures: [Figure], in range: Range<Int>) -> [CheckedClaim] {
    var claims: [CheckedClaim] = []
    for (position, figure) in figures.enumerated() {
      guard let start = totalStart(of: figure, in: range) else { continue }
      let before = figures[..<position].filter { $0.kind == figure.kind }
      if before.count > 1, let last = before.last, last.phrase.upperBound < start,
        isEnumeration(before, until: start), sharesNoun(figure, before)
      {
        if let claim = sum(of: before, figure, in: range) { claims.append(claim) }
        continue
      }
      let behind = figures[(position + 1)...].filter { $0.kind == figure.kind }
      if position == 0 || before.isEmpty, behind.count > 1, let first = behind.first,
        opensList(from: figure, to: first), isEnumeration(behind, until: nil),
        let claim = sum(of: behind, figure, in: range, isClosed: true)
      {
        claims.append(claim)
      }
    }
    return claims
  }

  /// The first token of the words that make a figure a total; nil where nothing does.
  private func totalStart(of figure: Figure, in range: Range<Int>) -> Int? {
    var index = figure.phrase.lowerBound - 1
    if tokens.is(index, "of") || tokens.is(index, .colon) || tokens.is(index, "to")
      || tokens.is(index, "is") || tokens.is(index, "was")
    {
      index -= 1
    }
    if index >= range.lowerBound, isTotal(index), !tokens.is(index, "altogether"),
      !tokens.is(index, "combined")
    {
      let isParticiple = tokens[index].span.count > 5
      if isParticiple { return tokens.is(index + 1, .preposition) ? nil : index }
      guard !tokens.is(index - 1, "in"), index < figure.phrase.lowerBound - 1 else { return nil }
      while index > range.lowerBound, words[index - 1, tokens].contains(.totals) { index -= 1 }
      return index
    }
    // "312 in all", "312 boats altogether": the phrase ends with its clause.
    var next = figure.phrase.upperBound + 1
    let limit = min(range.upperBound, next + 4)
    while next < limit, tokens[next].kind == .word {
      let isPair =
        tokens.is(next, "in") && (tokens.is(next + 1, "all") || tokens.is(next + 1, "total"))
        || tokens.is(next, "all") && tokens.is(next + 1, "told")
      let isOne = tokens.is(next, "altogether") || tokens.is(next, "combined")
      if isPair || isOne {
        let behind = next + (isPair ? 2 : 1)
        let isEnd =
          behind >= range.upperBound
          || tokens[behind].kind == .mark
            && !tokens.is(behind, byte: 0x2D)
        return isEnd ? figure.phrase.lowerBound : nil
      }
      next += 1
    }
    return nil
  }

  /// Whether figures are items of one list: each gap has a comma or "and", and nothing that would
  /// make the next figure something else than a further item.
  private func isEnumeration(_ items: [Figure], until end: Int?) -> Bool {
    for (first, second) in zip(items, items.dropFirst()) {
      let gap = gap(first, second)
      guard gap.count <= 16, !gap.isEmpty else { return false }
      var isJoined = false
      for index in gap {
        // "40 from Orla", "$2 million to Pell": before a figure only, they make it no further item.
        let isWay = tokens.is(index, "from") || tokens.is(index, "to")
        if words[index, tokens].contains(.breaks), !isWay { return false }
        if tokens.is(index, .openBracket) != tokens.is(index, .closeBracket),
          tokens.is(index, .closeBracket), gap.contains(where: { tokens.is($0, .openBracket) }),
          index != gap.lowerBound
        {
          continue
        }
        isJoined =
          isJoined || tokens.is(index, .comma) || tokens.is(index, byte: 0x3B)
          || words[index, tokens].contains(.joins)
      }
      guard isJoined, !startsShare(second), !isOfList(gap) else { return false }
    }
    guard let first = items.first, let last = items.last, !startsShare(first) else { return false }
    guard let end else { return true }
    let tail = (last.phrase.upperBound + 1)..<max(last.phrase.upperBound + 1, end)
    return tail.count <= 20
      && !tail.contains { tokens.is($0, "including") || tokens.is($0, "which") }
      && tail.contains { !isWord($0) || tokens.is($0, "for") || tokens.is($0, "making") }
  }

  private func isWord(_ index: Int) -> Bool { tokens[index].kind == .word }

  /// "12 of 30 and 8 of 20": wholes are no items.
  private func isOfList(_ gap: Range<Int>) -> Bool {
    gap.count < 3 && gap.contains { tokens.is($0, "of") }
  }

  private func startsShare(_ figure: Figure) -> Bool {
    let before = figure.phrase.lowerBound - 1
    return words[before, tokens].contains(.breaks) || tokens.is(before, "by")
      || tokens.is(before, "at") || tokens.is(before, "age") || tokens.is(before, "aged")
  }

  /// Counts are added up where the total counts what one of the items counts, or nothing by name.
  private func sharesNoun(_ total: Figure, _ items: [Figure]) -> Bool {
    guard total.kind == .count else { return true }
    let nouns = nouns(behind: total)
    guard !nouns.isEmpty else { return true }
    return items.contains { item in self.nouns(behind: item).contains { nouns.contains($0) } }
  }

  /// The first five letters of up to three words behind a figure.
  private func nouns(behind figure: Figure) -> [String] {
    var nouns: [String] = []
    var index = figure.phrase.upperBound + 1
    while index < tokens.count, nouns.count < 3, tokens[index].kind == .word,
      !tokens[index].startsLine,
      !tokens.is(index, [.preposition, .conjunction, .auxiliary, .determiner])
    {
      nouns.append(String(tokens.string(index).lowercased().prefix(5)))
      index += 1
    }
    return nouns
  }

  /// "A total of 312 boats sank: 240 off ...".
  private func opensList(from total: Figure, to first: Figure) -> Bool {
    gap(total, first).contains { tokens.is($0, .colon) }
      && gap(total, first).count < 20
  }

  private func sum(
    of items: [Figure], _ total: Figure, in range: Range<Int>, isClosed: Bool = false
  ) -> CheckedClaim? {
    let finest = items.map(\.unit).min() ?? 0
    let isFiner = total.unit < finest
    var sum = DecimalNumber(digits: 0)
    var bounds = Bounds.exactly(sum)
    for item in items {
      guard let next = sum.adding(item.value),
        let open = item.bounds(isRounded: isFiner, at: item.unit),
        let more = bounds + open
      else { return nil }
      sum = next
      bounds = more
    }
    guard let claimed = total.bounds(isRounded: total.unit > finest, at: total.unit),
      let agrees = bounds.meets(claimed), isComparable(sum, total.value)
    else { return nil }
    let grows = range.contains { words[$0, tokens].contains(.grows) }
    // A total that holds more than the sentence names may be larger, never smaller.
    if !agrees, grows, !isClosed, total.value.isLess(than: sum) != true { return nil }
    return claim(.sum, total, items, computed: sum, agrees: agrees)
  }

  /// Numbers that are far apart are hardly about one another; a thousand times is a slip.
  private func isComparable(_ one: DecimalNumber, _ two: DecimalNumber) -> Bool {
    func isNear(_ one: DecimalNumber, _ two: DecimalNumber) -> Bool {
      guard let double = two.multiplied(by: DecimalNumber(digits: 2)) else { return false }
      return double.isLess(than: one) == false
    }
    return isNear(one, two) && isNear(two, one) || one.scaled(by: 3).trimmed == two.trimmed
      || two.scaled(by: 3).trimmed == one.trimmed
  }
}
