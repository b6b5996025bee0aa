public import PressModel

/// The mark that ends a release: "###", "# # #", "-30-", "ENDS".
public enum EndMark {
  /// Where the text of a line ends: before a mark at its end or inside of it; nil without one.
  public static func end(of line: Span, in bytes: [UInt8]) -> Int? {
    if isWhole(line, in: bytes) { return line.start }
    var offset = line.start
    while offset < line.end {
      if bytes[offset] == 0x23, offset > line.start, bytes[offset - 1] <= 0x20,
        let end = hashes(at: offset, line.end, bytes), end == line.end || bytes[end] <= 0x20
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// Three hash marks, spaces between them or not.
  private static func hashes(at start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int? {
    var offset = start
    var end = start
    var count = 0
    while offset < limit, bytes[offset] == 0x23 || (bytes[offset] == 0x20 && offset - end < 3) {
      if bytes[offset] == 0x23 {
        count += 1
        end = offset + 1
      }
      offset += 1
    }
    return count >= 3 ? end : nil
  }

  private static func isWhole(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard line.count <= 24 else { return false }
    if hashes(at: line.start, line.end, bytes) == line.end { return true }
    var letters: [UInt8] = []
    var marks = 0
    for byte in bytes[line.start..<line.end] where byte != 0x20 {
      let isLetter = (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      if isLetter { letters.append(byte) } else { marks += 1 }
    }
    let word = String(decoding: letters, as: UTF8.self)
    if word == "30" || word == "xxx" { return marks >= 2 }
    if word == "ENDS" || word == "END" { return true }
    return marks >= 2 && (word == "ends" || word == "Ends" || word == "end" || word == "End")
  }
}
