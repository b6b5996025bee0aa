/// The exponential function in plain arithmetic, so that every machine gives the same bits.
func exponential(_ value: Float) -> Float {
  let value = max(-87, min(87, Double(value)))
  let steps = (value * 1.4426950408889634).rounded()
  let rest = value - steps * 0.6931471805599453
  var sum = 1.0
  for term in stride(from: 12.0, to: 0, by: -1) { sum = 1 + sum * rest / term }
  return Float(sum * Double(sign: .plus, exponent: Int(steps), significand: 1))
}

/// The natural logarithm of a positive number in plain arithmetic: its exponent, and a series for the
/// rest (of (1 + x) / (1 - x), to 1e-12).
func logarithm(_ value: Double) -> Double {
  let rest = (value.significand - 1.4142135623730951) / (value.significand + 1.4142135623730951)
  let square = rest * rest
  var sum = 0.0
  for term in stride(from: 15.0, through: 1, by: -2) { sum = sum * square + 1 / term }
  return 2 * rest * sum + 0.34657359027997264 + Double(value.exponent) * 0.6931471805599453
}

/// A generator of random numbers that every machine repeats (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// The numbers up to a count in an order of chance (Fisher and Yates).
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(next() % UInt64(index + 1)))
    }
    return order
  }
}
