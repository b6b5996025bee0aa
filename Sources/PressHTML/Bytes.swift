#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes that HTML's grammar is written in, and searches over them.
enum Byte {
  static var nul: UInt8 { 0x00 }
  static var tab: UInt8 { 0x09 }
  static var lineFeed: UInt8 { 0x0A }
  static var formFeed: UInt8 { 0x0C }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }
  static var bang: UInt8 { 0x21 }
  static var quote: UInt8 { 0x22 }
  static var hash: UInt8 { 0x23 }
  static var ampersand: UInt8 { 0x26 }
  static var apostrophe: UInt8 { 0x27 }
  static var hyphen: UInt8 { 0x2D }
  static var slash: UInt8 { 0x2F }
  static var semicolon: UInt8 { 0x3B }
  static var less: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }
  static var question: UInt8 { 0x3F }

  /// Tab, line feed, form feed, carriage return or space.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (UInt64(0x1_0000_3600) >> UInt64(byte)) & 1 != 0
  }

  /// White space, `/` or `>`: what ends the name of a tag.
  @inline(__always)
  static func endsTagName(_ byte: UInt8) -> Bool {
    byte < 0x40 && (UInt64(0x4000_8001_0000_3600) >> UInt64(byte)) & 1 != 0
  }

  /// White space, `/`, `>` or `=`: what ends the name of an attribute.
  @inline(__always)
  static func endsAttributeName(_ byte: UInt8) -> Bool {
    byte < 0x40 && (UInt64(0x6000_8001_0000_3600) >> UInt64(byte)) & 1 != 0
  }

  /// White space or `>`: what ends a value without quotes.
  @inline(__always)
  static func endsBareValue(_ byte: UInt8) -> Bool {
    byte < 0x40 && (UInt64(0x4000_0001_0000_3600) >> UInt64(byte)) & 1 != 0
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// The eight bytes of a word with A to Z in lower case.
  @inline(__always)
  static func lowered(_ word: UInt64) -> UInt64 {
    let low7 = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low7 &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = low7 &+ 0x2525_2525_2525_2525
    let isUpper = (fromA ^ afterZ) & ~word & 0x8080_8080_8080_8080
    return word | (isUpper >> 2)
  }

  /// The value of a hexadecimal digit, or nil.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte &- 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}

/// The position of the first `byte` in `source[from..<to]`, or `to`.
@inline(__always)
func find(_ byte: UInt8, _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int {
  // Most texts and values are a few words: the call is worth its price only beyond that.
  var position = from
  let near = min(to, from &+ 16)
  while position < near {
    if source[position] == byte { return position }
    position &+= 1
  }
  guard position < to, let base = source.baseAddress,
    let hit = memchr(base + position, Int32(byte), to &- position)
  else { return to }
  return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
}

/// Whether two stretches of a source hold the same bytes.
func equalBytes(
  _ source: UnsafeBufferPointer<UInt8>, _ one: Int, _ other: Int, _ count: Int
) -> Bool {
  guard let base = source.baseAddress else { return true }
  return memcmp(base + one, base + other, count) == 0
}

/// Whether `source[from..<to]` begins with the letters of `word` (in lower case) in any case.
func begins(
  with word: StaticString, _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int
) -> Bool {
  let length = word.utf8CodeUnitCount
  guard to - from >= length else { return false }
  for offset in 0..<length where Byte.lowered(source[from + offset]) != word.utf8Start[offset] {
    return false
  }
  return true
}
