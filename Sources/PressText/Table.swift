internal import CPressTables

/// A table of words that is compiled in: lines of fields parted by tabs. Lines that start with `#`
/// are comments.
public struct Table: Sendable {
  public let rows: [[String]]

  /// The table of a name in CPressTables; without rows where there is none.
  public init(_ name: String) {
    let table = press_table_named(name)
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.size)
    rows = bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
