/// What a person may ask the origin of.
enum PackPlace: Hashable {
  /// `DOCUMENT#KIND-NUMBER`
  case fact(String)
  /// `tables/NAME:NUMBER`
  case row(table: String, number: Int)
  /// `FILE:NUMBER`, as an editor counts lines.
  case line(file: String, number: Int)

  /// Nil for what is none of these.
  init?(_ text: String) {
    if text.contains("#") {
      self = .fact(text)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]),
      number >= 1
    else { return nil }
    let name = String(text[..<colon])
    if name.hasPrefix("tables/") {
      self = .row(table: String(name.dropFirst("tables/".count)), number: number)
    } else {
      self = .line(file: name, number: number)
    }
  }
}

/// The records of a CSV file (RFC 4180) with the lines that they stand on.
struct CSVRecords {
  private(set) var records: [(lines: ClosedRange<Int>, cells: [String])] = []

  init(_ bytes: [UInt8]) {
    var (cells, cell): ([String], [UInt8]) = ([], [])
    // A byte order mark is no part of the first cell.
    var (line, start, offset) = (1, 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var isQuoted = false
    func finish() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A { line += 1 }
      switch byte {
      case 0x22 where isQuoted && offset < bytes.count && bytes[offset] == 0x22:
        cell.append(0x22)
        offset += 1
      case 0x22: isQuoted.toggle()
      case _ where isQuoted: cell.append(byte)
      case 0x2C: finish()
      case 0x0D: break
      case 0x0A:
        finish()
        records.append((start...max(start, line - 1), cells))
        (cells, start) = ([], line)
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty {
      finish()
      records.append((start...max(start, line), cells))
    }
  }
}
