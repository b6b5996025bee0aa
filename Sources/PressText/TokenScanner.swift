import PressModel

/// Cuts a text into tokens in one pass over its bytes.
struct TokenScanner {
  let bytes: [UInt8]
  private let lexicon = Lexicon.shared
  private var offset = 0
  /// Whether the last word has a hyphen of U+2010 or U+2011.
  private var holdsRareHyphen = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func scan() -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var startsLine = true
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x20 || byte == 0x0A {
        startsLine = startsLine || byte == 0x0A
        offset += 1
        continue
      }
      let start = offset
      let kind: Token.Kind
      if isDigit(byte) {
        kind = .number
        scanNumber()
      } else if letterLength(at: offset) > 0 {
        kind = .word
        scanWord()
      } else {
        kind = .mark
        scanMark()
      }
      let span = Span(start, offset)
      let spaceBefore = start == 0 || bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A
      tokens.append(
        Token(
          span: span, kind: kind, case: kind == .word ? wordCase(span) : .none,
          spaceBefore: spaceBefore, startsLine: startsLine,
          word: kind == .number ? 0 : lexicon.number(of: stem(span, kind))))
      startsLine = false
    }
    return tokens
  }

  /// A word without its possessive 's or the last full stop of its initials, and with plain hyphens for
  /// U+2010 and U+2011.
  private func stem(_ span: Span, _ kind: Token.Kind) -> ArraySlice<UInt8> {
    guard kind == .word, span.count > 2 else { return bytes[span.start..<span.end] }
    var end = span.end
    if bytes[end - 1] == 0x2E {
      end -= 1
    } else if bytes[end - 1] == 0x73 {
      if bytes[end - 2] == 0x27 {
        end -= 2
      } else if span.count > 4, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80 {
        end -= 4
      }
    }
    let word = bytes[span.start..<end]
    guard holdsRareHyphen else { return word }
    var plain: [UInt8] = []
    for offset in word.indices {
      let isTail = offset >= word.startIndex + 2 && bytes[offset - 2] == 0xE2
      if isTail, bytes[offset - 1] == 0x80, bytes[offset] == 0x90 || bytes[offset] == 0x91 {
        plain.removeLast(2)
        plain.append(0x2D)
      } else {
        plain.append(bytes[offset])
      }
    }
    return plain[...]
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The length of the letter at an offset, 0 for anything else. Characters outside of ASCII count
  /// as letters but for the blocks of punctuation and symbols (U+0080-00BF, U+2000-2BFF, U+3000-303F).
  private func letterLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    let byte = bytes[offset]
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A ? 1 : 0 }
    if byte == 0xC2 {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      return next == 0xAA || next == 0xB5 || next == 0xBA ? 2 : 0
    }
    if byte == 0xC3, offset + 1 < bytes.count,
      bytes[offset + 1] == 0x97 || bytes[offset + 1] == 0xB7
    {
      return 0
    }
    if byte == 0xE2, offset + 1 < bytes.count, bytes[offset + 1] < 0xB0 { return 0 }
    if byte == 0xE3, offset + 1 < bytes.count, bytes[offset + 1] == 0x80 { return 0 }
    return length(of: byte)
  }

  private func length(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private mutating func scanWord() {
    holdsRareHyphen = false
    while offset < bytes.count {
      let length = letterLength(at: offset)
      if length > 0 {
        offset += length
      } else if isDigit(bytes[offset]) {
        offset += 1
      } else if let joint = jointLength(at: offset) {
        if joint == 3, bytes[offset + 2] < 0x99 { holdsRareHyphen = true }
        offset += joint
      } else {
        break
      }
    }
    // Full stops belong to a word only in initials: "U.S.", "J."
    if offset < bytes.count, bytes[offset] == 0x2E, endsWithInitial() { offset += 1 }
  }

  /// Apostrophes, hyphens, ampersands and full stops that stand between two letters; and U+2018, which
  /// opens no quotation there: "Hawai\u{2018}i".
  private func jointLength(at offset: Int) -> Int? {
    let byte = bytes[offset]
    if byte == 0x27 || byte == 0x2D || byte == 0x26 {
      return letterLength(at: offset + 1) > 0 || (byte == 0x2D && digit(at: offset + 1)) ? 1 : nil
    }
    if byte == 0x2E {
      return endsWithInitial() && letterLength(at: offset + 1) == 1 ? 1 : nil
    }
    if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 {
      let third = bytes[offset + 2]
      return ((0x98...0x99).contains(third) || third == 0x91 || third == 0x90)
        && letterLength(at: offset + 3) > 0
        ? 3 : nil
    }
    return nil
  }

  private func digit(at offset: Int) -> Bool { offset < bytes.count && isDigit(bytes[offset]) }

  /// Whether the last character is one capital that starts the word or follows a full stop.
  private func endsWithInitial() -> Bool {
    guard offset > 0, bytes[offset - 1] >= 0x41, bytes[offset - 1] <= 0x5A else { return false }
    guard offset > 1 else { return true }
    let before = bytes[offset - 2]
    return before == 0x2E
      || (before < 0x80 && (before | 0x20 < 0x61 || before | 0x20 > 0x7A)
        && !isDigit(before) && before != 0x27 && before != 0x2D && before != 0x26)
  }

  private mutating func scanNumber() {
    while offset < bytes.count {
      if isDigit(bytes[offset]) {
        offset += 1
      } else if bytes[offset] == 0x2E || bytes[offset] == 0x2C, digit(at: offset + 1) {
        offset += 1
      } else {
        break
      }
    }
    // Ordinals and units that are glued on: "4th", "25bn".
    while letterLength(at: offset) > 0 { offset += letterLength(at: offset) }
  }

  private mutating func scanMark() {
    let start = offset
    let length = length(of: bytes[offset])
    offset = min(offset + length, bytes.count)
    guard length == 1, bytes[start] == 0x2D || bytes[start] == 0x2E else { return }
    while offset < bytes.count, bytes[offset] == bytes[start] { offset += 1 }
  }

  private func wordCase(_ span: Span) -> Token.Case {
    var letters = 0
    var capitals = 0
    for offset in span.start..<span.end {
      let byte = bytes[offset]
      if byte >= 0x41 && byte <= 0x5A {
        capitals += 1
        letters += 1
      } else if byte >= 0x61 && byte <= 0x7A {
        letters += 1
      } else if byte == 0xC3, offset + 1 < span.end {
        // Latin-1's capitals are U+00C0 to U+00DE.
        letters += 1
        if bytes[offset + 1] <= 0x9E { capitals += 1 }
      }
    }
    if capitals == 0 { return .lower }
    let first = bytes[span.start]
    let startsWithCapital =
      (first >= 0x41 && first <= 0x5A)
      || (first == 0xC3 && span.count > 1 && bytes[span.start + 1] <= 0x9E)
    if capitals == letters { return letters == 1 ? .capitalized : .upper }
    return startsWithCapital ? .capitalized : .mixed
  }
}
