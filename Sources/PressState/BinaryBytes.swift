/// How the archive writes numbers and words.
extension [UInt8] {
  /// Small numbers of either sign take one byte (zigzag and LEB128, as in protocol buffers).
  mutating func append(number: Int) {
    append(bits: UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }

  mutating func append(bits: UInt64) {
    var rest = bits
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { utf8 in
      append(bits: UInt64(utf8.count))
      append(contentsOf: utf8)
    }
  }

  /// Leaves room for a count and returns where it stands.
  mutating func reserveCount() -> Int {
    append(contentsOf: [0, 0, 0, 0])
    return count - 4
  }

  mutating func setCount(_ value: Int, at place: Int) {
    for index in 0..<4 { self[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}

/// Reads what was written, from bytes that nobody vouches for.
struct ByteReader {
  struct Corrupt: Error {}

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    self.bytes = bytes
    position = start
    self.end = end
  }

  var isAtEnd: Bool { position >= end }

  mutating func byte() throws -> UInt8 {
    guard position < end else { throw Corrupt() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func bits() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw Corrupt() }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  mutating func number() throws -> Int {
    let bits = try bits()
    return Int(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
  }

  /// A number that cannot be negative, such as the length of what follows.
  mutating func length() throws -> Int {
    let bits = try bits()
    guard bits <= UInt64(end - position) else { throw Corrupt() }
    return Int(bits)
  }

  mutating func text() throws -> String {
    let count = try length()
    defer { position += count }
    let words = UnsafeBufferPointer(rebasing: bytes[position..<position + count])
    guard let text = String(validating: words, as: UTF8.self) else { throw Corrupt() }
    return text
  }

  mutating func data() throws -> [UInt8] {
    let count = try length()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// A count of four bytes.
  mutating func count() throws -> Int {
    guard end - position >= 4 else { throw Corrupt() }
    var value = 0
    for index in 0..<4 { value |= Int(bytes[position + index]) << (8 * index) }
    position += 4
    return value
  }

  /// The frame that starts here; the reader stands behind it then.
  mutating func frame() throws -> ByteReader {
    let length = try count()
    guard length <= end - position else { throw Corrupt() }
    let inner = ByteReader(bytes, from: position, to: position + length)
    position += length
    return inner
  }
}
