public import PressModel

/// Tables whose last row is headed "Total".
extension Reconciler {
  /// The claims of the total rows of a document's tables: consecutive rows with as many figures
  /// each. A column that is off is reported only where another column of the table adds up, so that
  /// rows are known to be its items, or where it is the only one and nearly adds up.
  public func tableClaims(_ blocks: [Block]) -> [CheckedClaim] {
    var claims: [CheckedClaim] = []
    var rows: [[Figure]] = []
    var end = -1
    for (number, block) in blocks.enumerated() {
      guard block.type == .tableRow else { continue }
      if number != end + 1 { rows = [] }
      end = number
      let start = tokens.index(at: block.span.start)
      let range = start..<max(start, tokens.index(at: block.span.end))
      guard !range.isEmpty, let figures = reader.figures(in: range), !figures.isEmpty,
        !range.contains(where: { tokens.is($0, "Subtotal") || tokens.is($0, "subtotal") })
      else {
        rows = []
        continue
      }
      let head = range.lowerBound
      let isTotal =
        tokens.is(head, "Total") || tokens.is(head, "TOTAL")
        || tokens.is(head, "Grand") && tokens.is(head + 1, "total")
      if isTotal {
        claims += columns(rows, total: figures)
        rows = []
      } else {
        if let last = rows.last, last.count != figures.count { rows = [] }
        rows.append(figures)
      }
    }
    return claims
  }

  private func columns(_ rows: [[Figure]], total: [Figure]) -> [CheckedClaim] {
    guard rows.count > 1, rows.allSatisfy({ $0.count == total.count }) else { return [] }
    var claims: [CheckedClaim] = []
    for column in total.indices {
      let items = rows.map { $0[column] }
      let claimed = total[column]
      guard items.allSatisfy({ $0.kind == claimed.kind }), claimed.kind != .percent,
        let sum = items.reduce(
          DecimalNumber?.some(DecimalNumber(digits: 0)),
          { sum, item in
            sum.flatMap { $0.adding(item.value) }
          }),
        let low = sum.adding(DecimalNumber(digits: -items.count, exponent: claimed.unit)),
        let high = sum.adding(DecimalNumber(digits: items.count, exponent: claimed.unit)),
        let open = claimed.bounds(isRounded: claimed.isFraction)
      else { continue }
      let bounds = claimed.isFraction ? Bounds(low: low, high: high) : .exactly(sum)
      guard let agrees = bounds.meets(open) else { continue }
      claims.append(claim(.table, claimed, items, computed: sum, agrees: agrees))
    }
    let isSure = claims.contains(where: \.agrees)
    return claims.filter { claim in
      guard !claim.agrees, !isSure else { return true }
      guard claims.count == 1, let wide = claim.computed.multiplied(by: DecimalNumber(digits: 12)),
        let narrow = claim.computed.multiplied(by: DecimalNumber(digits: 8)),
        let claimed = claim.claimed.multiplied(by: DecimalNumber(digits: 10))
      else { return false }
      return claimed.isLess(than: wide) == true && narrow.isLess(than: claimed) == true
    }
  }
}
