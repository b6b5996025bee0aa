public import PressModel

/// A table of phrases that lines are looked up in by the words that they start with.
public struct PhraseTable: Sendable {
  private let values: [[UInt8]: String]
  private let longest: Int

  /// The table of a name in CPressTables: a phrase, then a value or nothing. Of its
  /// rows, those that are wanted.
  public init(_ name: String, where isWanted: ([String]) -> Bool = { _ in true }) {
    var values: [[UInt8]: String] = [:]
    var longest = 0
    for row in Table(name).rows where isWanted(row) {
      guard let phrase = row.first, !phrase.isEmpty else { continue }
      let bytes = phrase.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      values[bytes] = row.count > 1 ? row[1] : ""
      longest = max(longest, bytes.count)
    }
    self.values = values
    self.longest = longest
  }

  /// The value of the longest phrase that a line starts with, and the phrase's bytes. A phrase ends
  /// where a word does. Capitals and the form of apostrophes make no difference.
  public func prefix(of line: Span, in bytes: [UInt8]) -> (value: String, span: Span)? {
    var key: [UInt8] = []
    var best: (value: String, span: Span)?
    var offset = line.start
    while offset < line.end, key.count <= longest {
      let byte = bytes[offset]
      if byte == 0xE2, offset + 2 < line.end, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 {
        key.append(0x27)
        offset += 3
      } else {
        key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        offset += 1
      }
      let endsWord = offset == line.end || !PrintedDate.isAlphanumeric(bytes[offset])
      if endsWord, let value = values[key] { best = (value, Span(line.start, offset)) }
    }
    return best
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
