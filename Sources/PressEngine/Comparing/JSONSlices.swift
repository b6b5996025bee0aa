import PressStage

/// The members of a JSON object or the elements of an array as stretches of its bytes, found
/// without reading what is in them: a pack of thousands of documents is opened at once.
///
/// It trusts that the bytes are JSON; a stretch that is not is told when it is read.
struct JSONSlices {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  /// The values of an array; empty where there is none.
  static func elements(of bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var slices = JSONSlices(bytes, range)
    guard slices.take(UInt8(ascii: "[")) else { return [] }
    var found: [Range<Int>] = []
    while let value = slices.nextValue() {
      found.append(value)
      guard slices.take(UInt8(ascii: ",")) else { break }
    }
    return found
  }

  /// The members of an object, until `isLast` says that no more are needed.
  static func members(
    of bytes: [UInt8], _ range: Range<Int>, until isLast: (String) -> Bool = { _ in false }
  ) -> [(key: String, value: Range<Int>)] {
    var slices = JSONSlices(bytes, range)
    guard slices.take(UInt8(ascii: "{")) else { return [] }
    var found: [(key: String, value: Range<Int>)] = []
    while let name = slices.nextValue(), name.count >= 2, slices.take(UInt8(ascii: ":")),
      let value = slices.nextValue()
    {
      let inner = bytes[name.dropFirst().dropLast()]
      let key = String(decoding: inner, as: UTF8.self)
      found.append((key, value))
      if isLast(key) { break }
      guard slices.take(UInt8(ascii: ",")) else { break }
    }
    return found
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while offset < end, bytes[offset] <= 0x20 { offset += 1 }
  }

  private mutating func nextValue() -> Range<Int>? {
    skipSpace()
    let start = offset
    offset = bytes.withUnsafeBufferPointer { Self.endOfValue(in: $0, from: start, to: end) }
    return offset > start ? start..<offset : nil
  }

  private static func endOfValue(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case quote:
        place = endOfString(in: bytes, from: place + 1, to: end)
        if depth == 0 { return min(place + 1, end) }
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D:
        if depth == 0 { return place }
        depth -= 1
        if depth == 0 { return place + 1 }
      case 0x2C, 0x3A, 0...0x20:
        if depth == 0 { return place }
      default: break
      }
      place += 1
      guard depth > 0 else { continue }
      // In a list or an object only texts and brackets matter; both kinds of bracket differ in one
      // bit.
      place = skip(in: bytes, from: place, to: end) { word in
        let bracket = word | Self.all(0x20)
        return Self.zeros(word ^ Self.all(quote)) | Self.zeros(bracket ^ Self.all(0x7B))
          | Self.zeros(bracket ^ Self.all(0x7D))
      }
    }
    return end
  }

  /// The place of the quotation mark that ends a text.
  private static func endOfString(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    while true {
      place = skip(in: bytes, from: place, to: end) { word in
        Self.zeros(word ^ Self.all(quote)) | Self.zeros(word ^ Self.all(0x5C))
      }
      while place < end, bytes[place] != quote, bytes[place] != 0x5C { place += 1 }
      guard place < end, bytes[place] == 0x5C else { return place }
      place += 2
    }
  }

  private static let quote: UInt8 = 0x22

  /// Steps over eight bytes at once as long as none of them matters. `matters`: not 0 where one
  /// does.
  private static func skip(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    unless matters: (UInt64) -> UInt64
  ) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var place = start
    while place + 8 <= end {
      let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
      if matters(word) != 0 { break }
      place += 8
    }
    return place
  }

  /// A word of eight times the same byte.
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Not 0 where a byte of the word is 0.
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- all(0x01)) & ~word & all(0x80)
  }
}
