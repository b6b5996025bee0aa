/// A word of up to 15 bytes, capitals of ASCII as small letters: a key that needs no memory of its
/// own, for tables that every word of a text is looked up in.
public struct ShortWord: Hashable, Sendable {
  private var low: UInt64 = 0
  /// The last seven bytes, and their number in the first.
  private var high: UInt64

  /// Nil for more bytes than fit.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 15 else { return nil }
    high = UInt64(bytes.count) << 56
    bytes.withUnsafeBufferPointer { bytes in
      for (place, byte) in bytes.enumerated() {
        let small = UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        if place < 8 { low |= small << (8 * place) } else { high |= small << (8 * (place - 8)) }
      }
    }
  }

  /// The words of a table that fit, in lower case.
  public static func set(of words: [String]) -> Set<ShortWord> {
    Set(words.compactMap { ShortWord(Array($0.utf8)[...]) })
  }
}
