/// A character reference (section 13.2.5.72 onward): where it ends and what it stands for.
struct CharacterReference {
  /// The position after the reference.
  let stop: Int
  /// The scalars; the second is 0 for all but 93 names.
  let first: UInt32
  let second: UInt32

  private init(stop: Int, first: UInt32, second: UInt32 = 0) {
    self.stop = stop
    self.first = first
    self.second = second
  }

  /// Reads the reference whose `&` stands at `position`; nil where the `&` stands for itself.
  init?(_ source: UnsafeBufferPointer<UInt8>, at position: Int, to end: Int, inAttribute: Bool) {
    guard position + 1 < end else { return nil }
    let byte = source[position + 1]
    if byte == Byte.hash {
      guard let found = Self.numeric(source, from: position + 2, to: end) else { return nil }
      self = found
    } else if Byte.isLetter(byte) {
      guard
        let name = NamedReferences.shared.longest(source, from: position + 1, to: end)
      else { return nil }
      // "&copy=1" in a value is a query more often than a sign, so the standard leaves it.
      if inAttribute, source[name.stop - 1] != Byte.semicolon, name.stop < end {
        let after = source[name.stop]
        if after == Byte.equals || Byte.isLetter(after) || Byte.isDigit(after) { return nil }
      }
      self.init(stop: name.stop, first: name.first, second: name.second)
    } else {
      return nil
    }
  }

  private static func numeric(
    _ source: UnsafeBufferPointer<UInt8>, from: Int, to end: Int
  ) -> CharacterReference? {
    var position = from
    let isHex = position < end && source[position] | 0x20 == 0x78
    if isHex { position += 1 }
    let digits = position
    var value: UInt32 = 0
    while position < end {
      let byte = source[position]
      guard let digit = isHex ? Byte.hexValue(byte) : decimal(byte) else { break }
      // Above the last scalar the value no longer matters, and must not overflow.
      if value <= 0x10FFFF { value = value * (isHex ? 16 : 10) + digit }
      position += 1
    }
    guard position > digits else { return nil }
    if position < end, source[position] == Byte.semicolon { position += 1 }
    return CharacterReference(stop: position, first: scalar(value))
  }

  private static func decimal(_ byte: UInt8) -> UInt32? {
    Byte.isDigit(byte) ? UInt32(byte - 0x30) : nil
  }

  /// The scalar a number stands for (section 13.2.5.80).
  private static func scalar(_ value: UInt32) -> UInt32 {
    guard value != 0, let scalar = Unicode.Scalar(value) else { return 0xFFFD }
    if value < 0x80 || value > 0x9F { return scalar.value }
    let replacement = windows1252[Int(value - 0x80)]
    return replacement == 0 ? value : UInt32(replacement)
  }

  /// What 0x80 to 0x9F mean where the author thought of windows-1252; 0 for itself.
  static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
