internal import CPressTables

/// A row of a large table, read in place without making strings.
struct TableRow {
  /// The bytes of the whole table.
  let bytes: UnsafeBufferPointer<UInt8>
  fileprivate var fields: [Range<Int>] = []

  /// Where a field stands in `bytes`; empty where the row has no such field.
  func range(_ field: Int) -> Range<Int> { field < fields.count ? fields[field] : 0..<0 }

  func `is`(_ field: Int, _ word: StaticString) -> Bool {
    let range = range(field)
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  func hash(_ field: Int) -> UInt64 {
    WordHash.hash(bytes, range(field).lowerBound, range(field).upperBound)
  }

  /// A field's two letters as a number, as `NameLexicon.code` makes it.
  func code(_ field: Int) -> UInt16 { NameLexicon.code(bytes[range(field)]) }

  /// The parts of a field between semicolons.
  func parts(_ field: Int) -> [Range<Int>] {
    let range = range(field)
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where bytes[offset] == 0x3B {
      if offset > start { parts.append(start..<offset) }
      start = offset + 1
    }
    if range.upperBound > start { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The parts of a field between semicolons, as strings.
  func list(_ field: Int) -> [String] {
    parts(field).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether a range is one word of up to seven capitals, with or without stops or digits.
  func isCapitals(_ range: Range<Int>) -> Bool {
    var capitals = 0
    for byte in bytes[range] {
      if byte >= 0x41 && byte <= 0x5A {
        capitals += 1
      } else if byte != 0x2E && byte != 0x2D && !(byte >= 0x30 && byte <= 0x39) {
        return false
      }
    }
    return capitals > 0 && range.count <= 8
  }

  /// The end of a word without 's or the apostrophe of a plural.
  func stem(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard range.count > 2 else { return end }
    if bytes[end - 1] == 0x27 { return end - 1 }
    return bytes[end - 1] == 0x73 && bytes[end - 2] == 0x27 ? end - 2 : end
  }

  /// Whether a range is single capitals with a full stop after each: "D.C."
  func isInitials(_ range: Range<Int>) -> Bool {
    guard range.count % 2 == 0 else { return false }
    for (index, byte) in bytes[range].enumerated() {
      if index % 2 == 0 ? byte < 0x41 || byte > 0x5A : byte != 0x2E { return false }
    }
    return true
  }
}

extension Table {
  /// Calls `body` with every row of a table, without making strings: for tables of many words.
  static func scan(_ name: String, _ body: (TableRow) -> Void) {
    let table = press_table_named(name)
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.size)
    var row = TableRow(bytes: bytes)
    var start = 0
    while start < bytes.count {
      var end = start
      row.fields.removeAll(keepingCapacity: true)
      var field = start
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x09 {
          row.fields.append(field..<end)
          field = end + 1
        }
        end += 1
      }
      row.fields.append(field..<end)
      if end > start, bytes[start] != 0x23 { body(row) }
      start = end + 1
    }
  }
}
