import PressModel

/// The words of a line as the announcement of an embargo is made of them.
struct EmbargoWords {
  /// What a word does in such a line; `embargo-words` lists them.
  enum Role: String {
    case embargo, embargoed, document, use, determiner, being, small, at, `for`, under, not, no,
      `do`
    case until, after, time, ends, hold, secret, none, month, may, weekday, noon, midnight, vague
    case number, other
  }

  struct Word {
    var span: Span
    var role: Role
    /// Whether a mark before it parts it from what is said before: "PRESS RELEASE - EMBARGOED".
    var opens: Bool
    /// Whether a sentence ends before it.
    var startsSentence: Bool
  }

  let words: [Word]

  /// At most so many words are looked at: no announcement is longer.
  static let limit = 80

  init(_ line: Span, in bytes: [UInt8]) {
    var words: [Word] = []
    bytes.withUnsafeBufferPointer { bytes in
      var offset = line.start
      var last = line.start
      while offset < line.end, words.count < Self.limit {
        let start = offset
        if PrintedDate.isDigit(bytes[offset]) {
          while offset < line.end, PrintedDate.isDigit(bytes[offset]) { offset += 1 }
        } else if let length = Self.letter(bytes, offset, line.end) {
          offset += length
          while let more = Self.inner(bytes, offset, line.end) { offset += more }
        } else {
          offset += 1
          continue
        }
        let isNumber = PrintedDate.isDigit(bytes[start])
        let role =
          isNumber ? .number : Self.roles[WordHash.hash(bytes, start, offset)] ?? Role.other
        let isFirst = words.isEmpty
        words.append(
          Word(
            span: Span(start, offset), role: role,
            opens: isFirst || Self.parts(bytes, last, start),
            startsSentence: !isFirst
              && Self.endsSentence(bytes, words[words.count - 1], last, start)))
        last = offset
      }
    }
    self.words = words
  }

  /// Whether a day, an hour or another moment stands at a word, small words before it aside.
  func isTime(at index: Int) -> Bool {
    var next = index
    while next < words.count, next < index + 4 {
      switch words[next].role {
      case .number, .month, .weekday, .noon, .midnight, .vague: return true
      case .may: return isMonth(next)
      case .small, .at, .determiner, .for, .until, .after, .time: next += 1
      default: return false
      }
    }
    return false
  }

  /// Whether a day, an hour or another moment stands anywhere from a word on.
  func holdsTime(from index: Int) -> Bool {
    words.indices.dropFirst(index).contains { number in
      switch words[number].role {
      case .number, .month, .weekday, .noon, .midnight, .vague: true
      case .may: isMonth(number)
      default: false
      }
    }
  }

  /// "4 May", "May 4"; not "may".
  private func isMonth(_ index: Int) -> Bool {
    words[max(0, index - 1)].role == .number
      || index + 1 < words.count && words[index + 1].role == .number
  }

  // MARK: Words and marks

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The length of a letter at an offset: of one byte, or of any script but for marks.
  private static func letter(_ bytes: Bytes, _ offset: Int, _ end: Int) -> Int? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if PrintedDate.isLetter(byte) { return 1 }
    // U+0080 to U+00BF and U+2000 to U+2FFF are spaces and marks.
    guard byte >= 0xC3, byte != 0xE2 else { return nil }
    return min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, end - offset)
  }

  /// The same, or an apostrophe or hyphen between two letters.
  private static func inner(_ bytes: Bytes, _ offset: Int, _ end: Int) -> Int? {
    if let length = letter(bytes, offset, end) { return length }
    guard offset < end else { return nil }
    let isCurly =
      offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && bytes[offset + 2] == 0x99
    let length = isCurly ? 3 : 1
    guard isCurly || bytes[offset] == 0x27 || bytes[offset] == 0x2D,
      letter(bytes, offset + length, end) != nil
    else { return nil }
    return length
  }

  /// Whether a dash between spaces, a colon, a bracket, a bar, a wide gap or a sentence's end stands
  /// between two words.
  private static func parts(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var spaces = 0
    for offset in start..<end {
      switch bytes[offset] {
      case 0x3A, 0x3B, 0x28, 0x29, 0x5B, 0x5D, 0x7C, 0x09, 0x0A, 0x2E, 0x21, 0x3F, 0x2F: return true
      // U+2013 and U+2014, or two hyphens, with spaces or without.
      case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] < 0x98:
        return true
      case 0x2D where spaces > 0 || offset + 1 < end && bytes[offset + 1] == 0x2D: return true
      case 0x20: spaces += 1
      default: break
      }
    }
    return spaces > 2
  }

  /// Not the stops of "9 a.m. on", "Dec. 4" and "U.S. time".
  private static func endsSentence(_ bytes: Bytes, _ before: Word, _ start: Int, _ end: Int) -> Bool
  {
    let isShort = before.span.count == 1 && before.role != .number
    guard end < bytes.count, !PrintedDate.isDigit(bytes[end]), bytes[end] < 0x61 else {
      return false
    }
    guard before.role != .month, before.role != .weekday, !isShort, bytes[end - 1] <= 0x2A else {
      return false
    }
    return bytes[start..<end].contains { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }
  }

  private static let roles: [UInt64: Role] = {
    var roles: [UInt64: Role] = [:]
    Table.scan("embargo-words") { row in
      let name = String(decoding: row.bytes[row.range(1)], as: UTF8.self)
      if let role = Role(rawValue: name) { roles[row.hash(0)] = role }
    }
    return roles
  }()
}
