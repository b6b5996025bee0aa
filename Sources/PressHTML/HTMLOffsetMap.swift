/// How positions in a page's UTF-8 lead to positions in the file it was decoded from.
public struct HTMLOffsetMap: Sendable {
  /// A stretch of characters that all have the same length on both sides.
  struct Stretch: Sendable {
    /// Where it begins in the UTF-8, and in the file.
    var decoded: UInt32
    var original: UInt32
    /// The bytes of one character in the UTF-8, and in the file.
    var decodedUnit: UInt8
    var originalUnit: UInt8
  }

  var stretches: ContiguousArray<Stretch> = []

  /// The map of a page that is UTF-8 already.
  public static let identity = HTMLOffsetMap()

  /// Positions are the same on both sides.
  public var isIdentity: Bool { stretches.isEmpty }

  /// The bytes of the file that a range of the UTF-8 came from. A character that the range only
  /// touches counts in full. Of an empty range, the place.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    if isIdentity { return range }
    let start = original(range.lowerBound, isEnd: false)
    if range.isEmpty { return start..<start }
    return start..<max(start, original(range.upperBound - 1, isEnd: true))
  }

  /// The start, or the end, of the character that a byte of the UTF-8 belongs to.
  private func original(_ position: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if Int(stretches[middle].decoded) <= position {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return 0 }
    let stretch = stretches[low - 1]
    let characters = (position - Int(stretch.decoded)) / Int(stretch.decodedUnit)
    return Int(stretch.original) + (characters + (isEnd ? 1 : 0)) * Int(stretch.originalUnit)
  }
}

/// A page in UTF-8, and the way back to the file it came from.
public struct HTMLDecodedText: Sendable {
  public private(set) var utf8: [UInt8] = []
  public private(set) var offsets = HTMLOffsetMap.identity

  init() {}

  /// Text that is UTF-8 already.
  init(identical bytes: [UInt8]) {
    utf8 = bytes
  }

  /// No more is decoded than a tree can hold.
  var isFull: Bool { utf8.count > HTMLTree.sizeLimit }

  mutating func reserve(_ count: Int) {
    utf8.reserveCapacity(count)
  }

  /// Adds ASCII that stands in the file as it is.
  mutating func append(ascii bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    note(from: range.lowerBound, length: 1, as: 1)
    utf8.append(contentsOf: bytes[range])
  }

  /// Adds a scalar that the file holds in `length` bytes from `position`.
  mutating func append(_ scalar: UInt32, from position: Int, length: Int) {
    let encoded = UTF8Word(scalar)
    note(from: position, length: length, as: Int(encoded.count))
    for index in 0..<UInt64(encoded.count) {
      utf8.append(UInt8(truncatingIfNeeded: encoded.word >> (8 * index)))
    }
  }

  /// Adds the UTF-8 of what the file holds in `length` bytes from `position`.
  mutating func append(utf8 bytes: ArraySlice<UInt8>, from position: Int, length: Int) {
    note(from: position, length: length, as: bytes.count)
    utf8.append(contentsOf: bytes)
  }

  @inline(__always)
  private mutating func note(from position: Int, length: Int, as count: Int) {
    if let last = offsets.stretches.last, last.decodedUnit == count, last.originalUnit == length {
      let characters = (utf8.count - Int(last.decoded)) / count
      if Int(last.original) + characters * length == position { return }
    }
    offsets.stretches.append(
      HTMLOffsetMap.Stretch(
        decoded: UInt32(truncatingIfNeeded: utf8.count),
        original: UInt32(truncatingIfNeeded: position),
        decodedUnit: UInt8(truncatingIfNeeded: count),
        originalUnit: UInt8(truncatingIfNeeded: length)))
  }
}
