/// A part of a text or value: a range of the source, and what it stands for.
///
/// Most texts are one verbatim piece. A character reference, a carriage return, a NUL byte and an
/// ill-formed stretch of UTF-8 are each a piece of their own, so that the pieces of a text are an
/// exact map from the text to the bytes it came from.
public struct HTMLTextPiece: Hashable, Sendable {
  /// The first byte in `HTMLTree.source`, and the first after the piece.
  public let start: Int
  public let stop: Int
  /// What a decoded piece stands for: up to eight bytes of UTF-8, the first lowest.
  private let packed: UInt64
  private let count: UInt8

  init(verbatim start: Int, _ stop: Int) {
    self.start = start
    self.stop = stop
    packed = 0
    count = 0
  }

  init(_ start: Int, _ stop: Int, decoded first: UInt32, _ second: UInt32 = 0) {
    self.start = start
    self.stop = stop
    let head = UTF8Word(first)
    var packed = head.word
    var count = head.count
    if second != 0 {
      let tail = UTF8Word(second)
      packed |= tail.word << UInt64(8 * count)
      count += tail.count
    }
    self.packed = packed
    self.count = count
  }

  /// The bytes of the source that the piece came from.
  public var range: Range<Int> { start..<stop }

  /// The piece stands for the bytes of its range as they are: well-formed UTF-8.
  public var isVerbatim: Bool { count == 0 }

  /// The number of UTF-8 bytes that the piece stands for.
  public var utf8Count: Int { count == 0 ? stop - start : Int(count) }

  /// The bytes a decoded piece stands for; none where the piece is verbatim.
  public var decodedBytes: [UInt8] {
    (0..<Int(count)).map { UInt8(truncatingIfNeeded: packed >> UInt64(8 * $0)) }
  }

  /// Adds the UTF-8 bytes that the piece stands for.
  ///
  /// - Parameter source: the bytes the piece was read from: `HTMLTree.source`.
  public func append(to bytes: inout [UInt8], from source: [UInt8]) {
    source.withUnsafeBufferPointer { append(to: &bytes, from: $0) }
  }

  func append(to bytes: inout [UInt8], from source: UnsafeBufferPointer<UInt8>) {
    if count == 0 {
      bytes.append(contentsOf: source[start..<stop])
    } else {
      for index in 0..<UInt64(count) {
        bytes.append(UInt8(truncatingIfNeeded: packed >> (8 * index)))
      }
    }
  }
}

/// A scalar as one to four bytes of UTF-8, the first lowest. No scalar: U+FFFD.
struct UTF8Word {
  let word: UInt64
  let count: UInt8

  init(_ value: UInt32) {
    let scalar = UInt64(Unicode.Scalar(value)?.value ?? 0xFFFD)
    func tail(_ shift: UInt64) -> UInt64 { (scalar >> shift) & 0x3F | 0x80 }
    if scalar < 0x80 {
      word = scalar
      count = 1
    } else if scalar < 0x800 {
      word = scalar >> 6 | 0xC0 | tail(0) << 8
      count = 2
    } else if scalar < 0x10000 {
      word = scalar >> 12 | 0xE0 | tail(6) << 8 | tail(0) << 16
      count = 3
    } else {
      word = scalar >> 18 | 0xF0 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24
      count = 4
    }
  }
}
