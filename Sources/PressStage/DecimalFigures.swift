extension [UInt8] {
  /// Appends a number in decimal figures, without a text being made of it.
  public mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    if rest < 10 {
      append(0x30 + UInt8(rest))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { figures in
      var start = figures.count
      while rest > 0 {
        start -= 1
        figures[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(figures)[start...]))
    }
  }
}
