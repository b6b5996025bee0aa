/// The named character references, ready to be looked up.
struct NamedReferences: Sendable {
  struct Match {
    let stop: Int
    let first: UInt32
    let second: UInt32
  }

  private struct Entry {
    /// The name without its semicolon, as a stretch of the table's text.
    var start: UInt16
    var length: UInt8
    var needsSemicolon: Bool
    var first: UInt32
    var second: UInt32
  }

  static let shared = NamedReferences(CharacterReferenceData.text)

  private let text: StaticString
  private var entries: ContiguousArray<Entry> = []
  /// The entries that begin with a byte are those from `firsts[byte]` up to `firsts[byte + 1]`.
  private var firsts: ContiguousArray<Int>

  private init(_ text: StaticString) {
    self.text = text
    firsts = ContiguousArray(repeating: 0, count: 129)
    entries.reserveCapacity(2200)
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, Byte.isLetter(bytes[position]) || Byte.isDigit(bytes[position])
      { position += 1 }
      guard position < bytes.count, position > start else {
        position += 1
        continue
      }
      var entry = Entry(
        start: UInt16(truncatingIfNeeded: start),
        length: UInt8(truncatingIfNeeded: position - start),
        needsSemicolon: bytes[position] == Byte.semicolon, first: 0, second: 0)
      position += 1
      while position < bytes.count, !Byte.isSpace(bytes[position]) {
        if let digit = Byte.hexValue(bytes[position]) {
          entry.first = entry.first << 4 | digit
        } else {
          entry.second = entry.first
          entry.first = 0
        }
        position += 1
      }
      if entry.second != 0 { swap(&entry.first, &entry.second) }
      entries.append(entry)
      firsts[Int(bytes[start] & 0x7F) + 1] = entries.count
    }
    for index in 1..<firsts.count { firsts[index] = max(firsts[index], firsts[index - 1]) }
  }

  /// The longest name at `from`, its semicolon included where it has one.
  func longest(_ source: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Match? {
    let initial = Int(source[from] & 0x7F)
    var low = firsts[initial]
    var high = firsts[initial + 1]
    var depth = 1
    var best: Match?
    while low < high {
      let entry = entries[low]
      let position = from + depth
      let byte = position < end ? source[position] : 0
      if Int(entry.length) == depth {
        if byte == Byte.semicolon {
          return Match(stop: position + 1, first: entry.first, second: entry.second)
        }
        if !entry.needsSemicolon {
          best = Match(stop: position, first: entry.first, second: entry.second)
        }
        low += 1
      }
      guard Byte.isLetter(byte) || Byte.isDigit(byte) else { break }
      low = bound(low, high, depth, byte)
      high = byte == UInt8.max ? high : bound(low, high, depth, byte + 1)
      depth += 1
    }
    return best
  }

  /// The first entry of `low..<high` whose byte at `depth` is not below `byte`.
  private func bound(_ low: Int, _ high: Int, _ depth: Int, _ byte: UInt8) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if text.utf8Start[Int(entries[middle].start) + depth] < byte {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
