/// Hashes of words without regard to case, by which the tables of names are looked up: 64 bits, so
/// that two of some ten thousand words meet by chance once in many billions of tables.
enum WordHash {
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xFF51_AFD7_ED55_8CCD

  /// ASCII and Latin-1 capitals count as small letters, a curly apostrophe as a straight one.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = seed
    var offset = start
    while offset < end {
      var byte = bytes[offset]
      if byte >= 0x41 && byte <= 0x5A {
        byte |= 0x20
      } else if byte == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80,
        bytes[offset + 2] == 0x99
      {
        byte = 0x27
        offset += 2
      } else if byte == 0xC3, offset + 1 < end, bytes[offset + 1] <= 0x9E {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        offset += 1
        byte = bytes[offset] | 0x20
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      offset += 1
    }
    return mix(hash)
  }

  /// That of "and".
  static let and = Array("and".utf8).withUnsafeBufferPointer { hash($0, 0, 3) }

  /// A hash never is 0, which marks an empty slot.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value = value &* factor
    value ^= value >> 29
    return value | 1
  }

  /// The key of a word that counts in capitals only.
  @inline(__always)
  static func capitals(_ hash: UInt64) -> UInt64 { mix(hash ^ 0x5555_5555_5555_5555) }

  /// The key of a phrase that is one word longer.
  @inline(__always)
  static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    mix((phrase &* 0x9DDF_EA08_EB38_2D69) ^ word)
  }
}

/// Values by 64-bit keys in open addressing. Never iterated, so that no order can show.
struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value]
  private let absent: Value
  private(set) var count = 0

  /// `absent`: what a look-up gives for a key that is not there.
  init(capacity: Int, absent: Value) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value](repeating: absent, count: size)
    self.absent = absent
  }

  @inline(__always)
  subscript(key: UInt64) -> Value {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key >> 1) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return absent
  }

  mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
    if count * 3 > keys.count * 2 { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key >> 1) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    }
    change(&values[slot])
  }

  private mutating func grow() {
    var larger = HashTable(capacity: keys.count, absent: absent)
    for (slot, key) in keys.enumerated() where key != 0 {
      let value = values[slot]
      larger.update(key) { $0 = value }
    }
    self = larger
  }
}
