public import PressModel

/// A table of phrases that lines are looked up in by the words that they start with.
public struct PhraseTable: Sendable {
  private struct Entry {
    var phrase: [UInt8]
    var value: String
  }

  private let entries: [Entry]
  /// Numbers of entries by the hash of their phrase, -1 for an empty slot. A power of two.
  private let slots: [Int32]
  /// Whether a phrase starts with a byte.
  private let starts: [Bool]
  private let longest: Int

  /// The table of a name in CPressTables: a phrase, then a value or nothing. Of its
  /// rows, those that are wanted.
  public init(_ name: String, where isWanted: ([String]) -> Bool = { _ in true }) {
    var places: [[UInt8]: Int] = [:]
    var entries: [Entry] = []
    var starts = [Bool](repeating: false, count: 256)
    for row in Table(name).rows where isWanted(row) {
      guard let phrase = row.first, let first = phrase.utf8.first else { continue }
      let bytes = phrase.utf8.map(Self.lower)
      let entry = Entry(phrase: bytes, value: row.count > 1 ? row[1] : "")
      if let place = places[bytes] {
        entries[place] = entry
      } else {
        places[bytes] = entries.count
        entries.append(entry)
      }
      starts[Int(Self.lower(first))] = true
    }
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      let hash = entry.phrase.reduce(Self.seed, Self.hash)
      var slot = Self.slot(hash, size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(clamping: index)
    }
    self.entries = entries
    self.slots = slots
    self.starts = starts
    longest = entries.map(\.phrase.count).max() ?? 0
  }

  /// The value of the longest phrase that a line starts with, and the phrase's bytes. A phrase ends
  /// where a word does. Capitals and the form of apostrophes make no difference.
  public func prefix(of line: Span, in bytes: [UInt8]) -> (value: String, span: Span)? {
    guard line.start < line.end,
      starts[Int(Self.lower(Self.letter(line.start, line.end, bytes).byte))]
    else { return nil }
    var hash = Self.seed
    var count = 0
    var best: (value: String, span: Span)?
    var offset = line.start
    while offset < line.end, count < longest {
      let (byte, length) = Self.letter(offset, line.end, bytes)
      hash = Self.hash(hash, Self.lower(byte))
      count += 1
      offset += length
      let endsWord = offset == line.end || !PrintedDate.isAlphanumeric(bytes[offset])
      guard endsWord else { continue }
      let span = Span(line.start, offset)
      if let entry = entry(hash, count, span, bytes) { best = (entry.value, span) }
    }
    return best
  }

  private func entry(_ hash: UInt64, _ count: Int, _ span: Span, _ bytes: [UInt8]) -> Entry? {
    var slot = Self.slot(hash, slots.count)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.phrase.count == count, Self.isSame(entry.phrase, span, bytes) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func isSame(_ phrase: [UInt8], _ span: Span, _ bytes: [UInt8]) -> Bool {
    var offset = span.start
    for wanted in phrase {
      let (byte, length) = letter(offset, span.end, bytes)
      guard lower(byte) == wanted else { return false }
      offset += length
    }
    return true
  }

  /// The byte at an offset, a curly apostrophe as a straight one, and how many bytes it takes.
  @inline(__always)
  private static func letter(
    _ offset: Int, _ end: Int, _ bytes: [UInt8]
  ) -> (byte: UInt8, length: Int) {
    let byte = bytes[offset]
    if byte == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 {
      return (0x27, 3)
    }
    return (byte, 1)
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
  }

  /// The value of the phrase that is all of a line but for marks at its ends; nil where there is
  /// none.
  public func whole(_ line: Span, in bytes: [UInt8]) -> String? {
    var span = line
    while span.start < span.end, !PrintedDate.isAlphanumeric(bytes[span.start]) { span.start += 1 }
    while span.end > span.start, !PrintedDate.isAlphanumeric(bytes[span.end - 1]) { span.end -= 1 }
    guard let found = prefix(of: span, in: bytes), found.span == span else { return nil }
    return found.value
  }
}
