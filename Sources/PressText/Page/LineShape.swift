public import PressModel

/// What a line of text looks like: the counts from which headings, lists, prose and menus are told
/// apart. One pass over the bytes.
public struct LineShape: Hashable, Sendable {
  /// Characters, white space included.
  public var characters = 0
  public var words = 0
  /// Words that start with a lower-case letter, with a capital, and that are all capitals (two
  /// letters or more; they count as capitalized too).
  public var lowerWords = 0
  public var capitalizedWords = 0
  public var upperWords = 0
  /// Words that start with a digit.
  public var numberWords = 0
  public var commas = 0
  /// Full stops, question and exclamation marks that end a word of at least two letters.
  public var sentenceEnds = 0
  /// Marks that part the items of a menu: `|`, `>`, `»`, `•`, `·`, and `/` between spaces.
  public var separators = 0
  /// Places where a capital follows a small letter within a word, as where items of a menu are
  /// glued together: "HomeNews".
  public var joints = 0
  /// Pairs of spaces or tabs inside the line.
  public var gaps = 0
  /// The last mark or letter: one of `.` `!` `?` `:` `;` `,`, or 0 for any other.
  public var lastMark: UInt8 = 0
  public var startsLower = false
  public var startsUpper = false
  public var startsDigit = false
  public var startsQuotation = false
  /// Bytes of a list marker and the white space after it; 0 without one.
  public var marker = 0
  /// Whether the marker is a number or letter and not a bullet.
  public var isNumbered = false

  public init(_ bytes: [UInt8], _ span: Span) {
    let marker = ListMarker(bytes, span)
    self.marker = marker?.length ?? 0
    isNumbered = marker?.isNumbered ?? false
    bytes.withUnsafeBufferPointer { scan($0, Span(span.start + self.marker, span.end)) }
  }

  /// Whether it ends as a sentence does, closing quotation marks and brackets aside.
  public var endsSentence: Bool { lastMark == 0x2E || lastMark == 0x21 || lastMark == 0x3F }

  /// Whether most of its words start with a small letter, as those of a sentence do and those of a
  /// headline do not.
  public var isRunningText: Bool { lowerWords * 2 > words }

  /// Whether it has letters and no word of it starts with a small one.
  public var isUpper: Bool { upperWords > 0 && upperWords * 10 >= (words - numberWords) * 8 }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
    var offset = span.start
    var inWord = false
    var letters = 0
    var lowers = 0
    var last: UInt8 = 0
    var first = true
    func close(_ shape: inout LineShape) {
      if letters >= 2, lowers == 0 { shape.upperWords += 1 }
    }
    while offset < span.end {
      let byte = bytes[offset]
      offset += 1
      if byte & 0xC0 == 0x80 { continue }
      characters += 1
      let isLower = byte >= 0x61 && byte <= 0x7A
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isDigit = byte >= 0x30 && byte <= 0x39
      let isOther = byte >= 0xC3 && byte != 0xE2 && byte != 0xEF
      if isLower || isUpper || isDigit || isOther {
        if !inWord {
          words += 1
          inWord = true
          letters = 0
          lowers = 0
          if isDigit {
            numberWords += 1
          } else if isUpper {
            capitalizedWords += 1
          } else {
            lowerWords += isLower ? 1 : 0
          }
        } else if isUpper, last >= 0x61, last <= 0x7A, lowers >= 2 {
          joints += 1
        }
        if first { (startsLower, startsUpper, startsDigit) = (isLower, isUpper, isDigit) }
        first = false
        letters += isDigit ? 0 : 1
        lowers += isUpper || isDigit ? 0 : 1
        lastMark = 0
      } else {
        let isApostrophe = byte == 0x27 || (byte == 0xE2 && follows(bytes, offset, 0x80, 0x99))
        let isQuotation = byte == 0x22 || (byte == 0xE2 && follows(bytes, offset, 0x80, 0x9C))
        if first, isQuotation || isApostrophe { startsQuotation = true }
        if !isApostrophe, byte != 0x2D, byte != 0x2E, byte != 0x26 {
          if inWord { close(&self) }
          inWord = false
        }
        note(byte, last: last, letters: letters, bytes, offset, span)
        if byte == 0x20 || byte == 0x09 {
          if last == byte, offset > span.start + 1 { gaps += 1 }
          inWord = false
        }
      }
      last = byte
    }
    if inWord { close(&self) }
  }

  private mutating func note(
    _ byte: UInt8, last: UInt8, letters: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int,
    _ span: Span
  ) {
    let spaceNext = next >= span.end || bytes[next] <= 0x20
    switch byte {
    case 0x2E, 0x21, 0x3F:
      let closes =
        next >= span.end || bytes[next] <= 0x22 || bytes[next] == 0xE2
        || bytes[next] == 0x29 || bytes[next] == 0x27
      if closes, letters >= 2 { sentenceEnds += 1 }
      lastMark = byte
    case 0x2C, 0x3A, 0x3B:
      if byte == 0x2C { commas += 1 }
      lastMark = byte
    case 0x7C, 0x3E: separators += 1
    case 0x2F: if spaceNext, last == 0x20 { separators += 1 }
    case 0xC2:
      // U+00BB and U+00B7.
      if next < span.end, bytes[next] == 0xBB || bytes[next] == 0xB7 { separators += 1 }
    case 0xE2:
      // U+2022, U+203A and U+2219.
      if follows(bytes, next, 0x80, 0xA2) || follows(bytes, next, 0x80, 0xBA)
        || follows(bytes, next, 0x88, 0x99)
      {
        separators += 1
      }
      if !isClosing(bytes, next) { lastMark = 0 }
    case 0x20, 0x09, 0x22, 0x27, 0x29, 0x5D: break
    default: lastMark = 0
    }
  }

  /// U+2019, U+201D and U+00BB close a quotation after the mark that ends a sentence.
  private func isClosing(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    follows(bytes, offset, 0x80, 0x99) || follows(bytes, offset, 0x80, 0x9D)
  }

  private func follows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ first: UInt8, _ second: UInt8
  ) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == first && bytes[offset + 1] == second
  }
}

/// The mark that starts an item of a list: a bullet, dashes, a number or a letter.
public struct ListMarker: Hashable, Sendable {
  /// Bytes of the mark and the white space after it.
  public var length: Int
  public var isNumbered: Bool

  public init?(_ bytes: [UInt8], _ span: Span) {
    guard span.start < span.end else { return nil }
    var offset = span.start
    let first = bytes[offset]
    switch first {
    case 0x2A, 0x2B: offset += 1
    case 0x2D:
      // Dashes may stand right before a date or word: "--11/15/07".
      while offset < span.end, bytes[offset] == 0x2D, offset - span.start < 3 { offset += 1 }
      let isGlued = offset - span.start == 2 && offset < span.end && isDigit(bytes[offset])
      guard isGlued || Self.spaces(bytes, offset, span.end) > 0 else { return nil }
      guard isGlued || offset - span.start == 1 else { return nil }
    case 0xC2:
      guard offset + 1 < span.end, bytes[offset + 1] == 0xB7 else { return nil }
      offset += 2
    case 0xE2, 0xEF:
      guard offset + 2 < span.end, Self.isBullet(bytes, offset) else { return nil }
      offset += 3
    case 0x30...0x39, 0x28:
      if first == 0x28 { offset += 1 }
      let start = offset
      while offset < span.end, isDigit(bytes[offset]), offset - start < 3 { offset += 1 }
      if offset == start, first == 0x28, offset < span.end, bytes[offset] | 0x20 >= 0x61,
        bytes[offset] | 0x20 <= 0x7A
      {
        offset += 1
      }
      guard offset > start, offset < span.end,
        bytes[offset] == 0x29 || (bytes[offset] == 0x2E && first != 0x28)
      else { return nil }
      offset += 1
    default: return nil
    }
    let spaces = Self.spaces(bytes, offset, span.end)
    let isNumbered = (first >= 0x30 && first <= 0x39) || first == 0x28
    let needsSpace = first == 0x2A || first == 0x2B || isNumbered
    guard spaces > 0 || !needsSpace else { return nil }
    guard offset + spaces < span.end else { return nil }
    length = offset + spaces - span.start
    self.isNumbered = isNumbered
  }

  private static func spaces(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end {
      if bytes[offset] == 0x20 || bytes[offset] == 0x09 {
        offset += 1
      } else if bytes[offset] == 0xC2, offset + 1 < end, bytes[offset + 1] == 0xA0 {
        offset += 2
      } else {
        break
      }
    }
    return offset - start
  }

  /// U+2022, U+2023, U+2043, U+25AA, U+25A0, U+25CF, U+25CB, U+25E6, U+2219, U+F0B7.
  private static func isBullet(_ bytes: [UInt8], _ offset: Int) -> Bool {
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x81, 0x83), (0xE2, 0x96, 0xAA),
      (0xE2, 0x96, 0xA0), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0x8B), (0xE2, 0x97, 0xA6),
      (0xE2, 0x88, 0x99), (0xEF, 0x82, 0xB7):
      return true
    default: return false
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
