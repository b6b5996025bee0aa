/// Turns UTF-8 byte offsets of a text into offsets in Unicode scalars, and back.
///
/// Packs count in Unicode scalars because that is what most readers' languages index strings by.
/// One running total is kept for every 64 bytes, so a look-up reads at most 64 bytes.
public struct ScalarOffsets: Sendable {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Scalars before each stride; empty for pure ASCII, where both offsets are the same.
  private let totals: [Int]

  public init(_ text: Text) {
    bytes = text.bytes
    guard !bytes.allSatisfy({ $0 < 0x80 }) else {
      totals = []
      return
    }
    var totals: [Int] = []
    totals.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { totals.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.totals = totals
  }

  /// The offset in Unicode scalars of a byte offset; an offset past the end counts as the end.
  public func scalar(_ byte: Int) -> Int {
    let byte = min(max(byte, 0), bytes.count)
    guard !totals.isEmpty else { return byte }
    let block = min(byte / Self.stride, totals.count - 1)
    var count = totals[block]
    for offset in block * Self.stride..<byte where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte offset of an offset in Unicode scalars, or nil where the text has no such scalar.
  public func byte(_ scalar: Int) -> Int? {
    guard scalar >= 0 else { return nil }
    guard !totals.isEmpty else { return scalar <= bytes.count ? scalar : nil }
    var low = 0
    var high = totals.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if totals[middle] <= scalar { low = middle } else { high = middle }
    }
    var count = totals[low]
    var offset = low * Self.stride
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if count == scalar { return offset }
        count += 1
      }
      offset += 1
    }
    return count == scalar ? offset : nil
  }
}
