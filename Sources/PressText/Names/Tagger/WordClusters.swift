internal import CPressTables

/// Which words stand in like places: the clusters of words of BuildTools/NameWeights, read in place.
///
/// The file is a line of text of 128 bytes, then a hash table in open addressing: for each slot four
/// bytes of a word's key (little-endian, 0 where it is empty), then for each slot a byte, its cluster.
package struct WordClusters: Sendable {
  package static let version = 1
  package static let shared = WordClusters()

  private nonisolated(unsafe) let bytes: UnsafeRawPointer?
  private let slots: Int

  private init() {
    let table = press_table_named("name-clusters")
    let head = ModelHead(UnsafeBufferPointer(start: table.bytes, count: table.size))
    let slots = head["slots"] ?? 0
    let isWhole =
      head["version"] == WordClusters.version && slots > 0 && slots & (slots - 1) == 0
      && table.size == ModelHead.size + slots * 5
    bytes = isWhole ? UnsafeRawPointer(table.bytes) : nil
    self.slots = isWhole ? slots : 0
  }

  /// The four bytes by which a key is known, and its first slot.
  package static func place(_ key: UInt64, _ slots: Int) -> (check: UInt32, slot: Int) {
    let check = UInt32(truncatingIfNeeded: key >> 32)
    return (check == 0 ? 1 : check, Int(truncatingIfNeeded: key >> 1) & (slots - 1))
  }

  /// The cluster of a word from 1, 0 for a word without one. A capitalized word has a cluster of its
  /// own where it is frequent enough.
  func cluster(_ hash: UInt64, isCapitalized: Bool) -> UInt64 {
    if isCapitalized {
      let own = look(WordHash.capitals(hash))
      if own > 0 { return own }
    }
    return look(hash)
  }

  private func look(_ key: UInt64) -> UInt64 {
    guard let bytes else { return 0 }
    var (check, slot) = WordClusters.place(key, slots)
    while true {
      let found = UInt32(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: ModelHead.size + slot * 4, as: UInt32.self))
      if found == 0 { return 0 }
      if found == check {
        return 1
          + UInt64(
            bytes.load(fromByteOffset: ModelHead.size + slots * 4 + slot, as: UInt8.self))
      }
      slot = (slot + 1) & (slots - 1)
    }
  }
}
