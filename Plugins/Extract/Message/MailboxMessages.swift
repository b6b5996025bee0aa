/// The messages of a mailbox (RFC 4155): each begins with a line of "From ", an address and a time,
/// behind an empty one.
enum MailboxMessages {
  static let mark = Array("From ".utf8)

  /// Where each message stands, with its first line; all of the file where it is no mailbox.
  static func ranges(in file: [UInt8]) -> [Range<Int>] {
    guard file.starts(with: mark) else { return [file.indices] }
    var ranges: [Range<Int>] = []
    var start = 0
    var isBehindEmptyLine = false
    var line = 0
    while line < file.count {
      let end = file[line...].firstIndex(of: 0x0A) ?? file.count
      if line > start, isBehindEmptyLine, isMark(file[line..<end]) {
        ranges.append(start..<line)
        start = line
      }
      isBehindEmptyLine = file[line..<end].allSatisfy { $0 == 0x0D }
      line = end + 1
    }
    ranges.append(start..<file.count)
    return ranges
  }

  /// Whether a line has a time of day behind "From ": words of a message may begin so too.
  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: mark) else { return false }
    return line.indices.dropFirst(2).dropLast(2).contains { colon in
      line[colon] == 0x3A
        && [colon - 2, colon - 1, colon + 1, colon + 2].allSatisfy { 0x30...0x39 ~= line[$0] }
    }
  }
}
