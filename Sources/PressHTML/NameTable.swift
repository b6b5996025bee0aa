/// Numbers for the names of elements and attributes: the same bytes, the same number.
///
/// Names known beforehand (`KnownNames`) hold 1 to `KnownNames.count` in every table. A table that
/// meets no other name shares its storage with all the others.
struct NameTable: Sendable {
  /// A name as two words: its bytes where it has at most 16, else two hashes of them.
  struct Key: Equatable {
    var low: UInt64
    var high: UInt64
    var length: UInt32

    @inline(__always)
    var hash: Int {
      let mixed = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      let second = (high ^ UInt64(length)) &* 0xE703_7ED1_A0B4_28DB
      return Int(truncatingIfNeeded: mixed.high ^ mixed.low ^ second ^ (second >> 32))
    }
  }

  private struct Slot {
    var key: Key
    var name: UInt32
  }

  private var slots: ContiguousArray<Slot>
  private var mask: Int
  private var pool: ContiguousArray<UInt8>
  /// Where each name ends in the pool. Name 0 is empty.
  private var ends: ContiguousArray<Int>

  /// A table of the known names alone.
  static let known = NameTable()

  private init() {
    mask = 2047
    slots = ContiguousArray(
      repeating: Slot(key: Key(low: 0, high: 0, length: 0), name: 0), count: mask + 1)
    pool = []
    ends = [0]
    let text = KnownNames.text
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for word in bytes.split(whereSeparator: { Byte.isSpace($0) }) {
      guard let base = word.base.baseAddress else { continue }
      let source = UnsafeBufferPointer(start: base + word.startIndex, count: word.count)
      _ = intern(source, 0, source.count)
    }
  }

  /// How many numbers are taken, 0 included.
  @inline(__always)
  var count: Int { ends.count }

  /// The bytes of a name.
  func bytes(of name: UInt32) -> ArraySlice<UInt8> {
    let index = Int(name)
    guard index > 0, index < ends.count else { return [] }
    return ArraySlice(pool[ends[index - 1]..<ends[index]])
  }

  /// The number of `source[from..<to]` in lower case, or 0 where the table does not hold it.
  @inline(__always)
  func find(_ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> UInt32 {
    find(key(of: source, from, to), source, from)
  }

  /// The number of `source[from..<to]` in lower case, a new one where it has none yet.
  @inline(__always)
  mutating func intern(_ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> UInt32 {
    let key = key(of: source, from, to)
    let name = find(key, source, from)
    return name != 0 ? name : add(key, source, from)
  }

  @inline(__always)
  private func find(_ key: Key, _ source: UnsafeBufferPointer<UInt8>, _ from: Int) -> UInt32 {
    var index = key.hash & mask
    while true {
      let slot = slots[index]
      if slot.name == 0 { return 0 }
      if slot.key == key && (key.length <= 16 || isName(slot.name, source, from)) {
        return slot.name
      }
      index = (index &+ 1) & mask
    }
  }

  private func isName(
    _ name: UInt32, _ source: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> Bool {
    var position = from
    for byte in pool[ends[Int(name) - 1]..<ends[Int(name)]] {
      if Byte.lowered(source[position]) != byte { return false }
      position += 1
    }
    return true
  }

  private mutating func add(
    _ key: Key, _ source: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> UInt32 {
    if ends.count * 2 > slots.count { grow() }
    let name = UInt32(truncatingIfNeeded: ends.count)
    for position in from..<from + Int(key.length) {
      pool.append(Byte.lowered(source[position]))
    }
    ends.append(pool.count)
    place(Slot(key: key, name: name))
    return name
  }

  private mutating func place(_ slot: Slot) {
    var index = slot.key.hash & mask
    while slots[index].name != 0 { index = (index &+ 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = ContiguousArray(
      repeating: Slot(key: Key(low: 0, high: 0, length: 0), name: 0), count: mask + 1)
    for slot in old where slot.name != 0 { place(slot) }
  }

  @inline(__always)
  private func key(of source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Key {
    let length = to &- from
    if length <= 8 {
      return Key(
        low: Self.word(source, from, length), high: 0, length: UInt32(truncatingIfNeeded: length))
    }
    return longKey(source, from, length)
  }

  private func longKey(
    _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ length: Int
  ) -> Key {
    if length <= 16 {
      return Key(
        low: Self.word(source, from, 8), high: Self.word(source, from + 8, length - 8),
        length: UInt32(length))
    }
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high: UInt64 = 0x6C62_272E_07BB_0142
    for position in from..<from + length {
      let byte = UInt64(Byte.lowered(source[position]))
      low = (low ^ byte) &* 0x0000_0100_0000_01B3
      high = (high &+ byte) &* 0x9E37_79B9_7F4A_7C15
      high ^= high >> 29
    }
    return Key(low: low, high: high, length: UInt32(truncatingIfNeeded: length))
  }

  /// Up to eight bytes as a word in lower case, the first byte lowest.
  @inline(__always)
  private static func word(
    _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ length: Int
  ) -> UInt64 {
    if from &+ 8 <= source.count, length > 0 {
      let whole = UnsafeRawBufferPointer(source).loadUnaligned(
        fromByteOffset: from, as: UInt64.self)
      let kept = UInt64(littleEndian: whole) & (UInt64.max >> UInt64(64 &- 8 &* length))
      return Byte.lowered(kept)
    }
    var word: UInt64 = 0
    for offset in 0..<length {
      word |= UInt64(Byte.lowered(source[from + offset])) << UInt64(8 * offset)
    }
    return word
  }
}
