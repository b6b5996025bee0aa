import PressModel

/// First names that may be one person's by their letters.
extension NameWords {
  /// "Rob" and "Robert", "Kristen" and "Kristin".
  func areAlike(_ left: Span, _ right: Span) -> Bool {
    let bytes = tokens.text.bytes
    let count = min(left.count, right.count)
    guard count >= 3 else { return false }
    var difference = -1
    for offset in 0..<count
    where bytes[left.start + offset] | 0x20 != bytes[right.start + offset] | 0x20 {
      if difference >= 0 { return false }
      difference = offset
    }
    if difference < 0 { return true }
    return left.count == right.count && count >= 5 && difference > 0
      && isVowel(bytes[left.start + difference]) && isVowel(bytes[right.start + difference])
  }

  private func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }
}
