import PressModel

/// The names of the states that abbreviations stand for: "Calif." and "California" are one place.
enum StateNames {
  /// The key of the state's name by that of its abbreviation, both as `NameWords.key` makes them.
  private static let names: [UInt64: UInt64] = {
    var names: [UInt64: UInt64] = [:]
    Table.scan("regions") { row in
      guard row.is(3, "state") else { return }
      for part in row.parts(2) { names[key(row.bytes[part])] = key(row.bytes[row.range(0)]) }
    }
    return names
  }()

  /// The key of the state's name; nil where the key is no abbreviation's.
  static func name(ofShort key: UInt64) -> UInt64? { names[key] }

  private static func key(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    let words = NameWords(Tokens(Text(utf8: Array(bytes))))
    return words.key(0..<words.count)
  }
}
