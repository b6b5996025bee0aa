/// Exact arithmetic; nil where a result needs more digits than an Int has.
extension DecimalNumber {
  func adding(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (left, right, exponent) = aligned(with: other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(digits: sum, exponent: exponent)
  }

  var negated: DecimalNumber { DecimalNumber(digits: 0 &- digits, exponent: exponent) }

  func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let left = trimmed
    let right = other.trimmed
    let (product, overflow) = left.digits.multipliedReportingOverflow(by: right.digits)
    return overflow
      ? nil : DecimalNumber(digits: product, exponent: left.exponent + right.exponent)
  }

  /// The quotient of two numbers that are not negative, rounded half up to some places.
  func divided(by other: DecimalNumber, places: Int) -> DecimalNumber? {
    guard let (left, right, _) = aligned(with: other), right > 0, left >= 0 else { return nil }
    var digits = left / right
    var rest = left % right
    for _ in 0..<max(0, min(places, 12)) {
      let (more, overflow) = rest.multipliedReportingOverflow(by: 10)
      let (shifted, full) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carried) = shifted.addingReportingOverflow(overflow ? 0 : more / right)
      if overflow || full || carried { return nil }
      digits = sum
      rest = more % right
    }
    if rest >= right - rest { digits += 1 }
    return DecimalNumber(digits: digits, exponent: -max(0, min(places, 12)))
  }

  func isLess(than other: DecimalNumber) -> Bool? {
    aligned(with: other).map { $0.0 < $0.1 }
  }

  /// Without zeros at the end of its digits.
  var trimmed: DecimalNumber {
    guard digits != 0 else { return DecimalNumber(digits: 0) }
    var trimmed = self
    while trimmed.digits % 10 == 0 {
      trimmed.digits /= 10
      trimmed.exponent += 1
    }
    return trimmed
  }

  private func aligned(with other: DecimalNumber) -> (Int, Int, exponent: Int)? {
    let left = trimmed
    let right = other.trimmed
    let exponent =
      left.digits == 0
      ? right.exponent
      : right.digits == 0 ? left.exponent : min(left.exponent, right.exponent)
    func shifted(_ number: DecimalNumber) -> Int? {
      guard number.digits != 0 else { return 0 }
      guard number.exponent - exponent <= 18 else { return nil }
      var digits = number.digits
      for _ in 0..<(number.exponent - exponent) {
        let (next, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        digits = next
      }
      return digits
    }
    guard let first = shifted(left), let second = shifted(right) else { return nil }
    return (first, second, exponent)
  }
}

/// The values that a printed number may stand for, both ends included; no upper end for "more than".
struct Bounds {
  var low: DecimalNumber
  var high: DecimalNumber?

  static func + (left: Bounds, right: Bounds) -> Bounds? {
    guard let low = left.low.adding(right.low) else { return nil }
    guard let first = left.high, let second = right.high else { return Bounds(low: low) }
    guard let high = first.adding(second) else { return nil }
    return Bounds(low: low, high: high)
  }

  /// The product of values that are not negative.
  static func * (left: Bounds, right: Bounds) -> Bounds? {
    guard let low = left.low.multiplied(by: right.low) else { return nil }
    guard let first = left.high, let second = right.high else { return Bounds(low: low) }
    guard let high = first.multiplied(by: second) else { return nil }
    return Bounds(low: low, high: high)
  }

  /// Less the values of another, and not below zero; nil where neither has an upper end.
  func subtracting(_ other: Bounds) -> Bounds? {
    guard let high, let most = high.adding(other.low.negated) else { return nil }
    let zero = DecimalNumber(digits: 0)
    guard let taken = other.high else { return Bounds(low: zero, high: most) }
    guard let least = low.adding(taken.negated) else { return nil }
    return Bounds(low: least.digits < 0 ? zero : least, high: most)
  }

  /// Whether some value lies in both; nil where that cannot be computed.
  func meets(_ other: Bounds) -> Bool? {
    if let high {
      guard let isBelow = high.isLess(than: other.low) else { return nil }
      if isBelow { return false }
    }
    if let high = other.high {
      guard let isBelow = high.isLess(than: low) else { return nil }
      if isBelow { return false }
    }
    return true
  }

  static func exactly(_ value: DecimalNumber) -> Bounds { Bounds(low: value, high: value) }
}
