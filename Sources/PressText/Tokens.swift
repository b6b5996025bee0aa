public import PressModel

/// A word, number or punctuation mark of a text.
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    /// Letters, with apostrophes, hyphens and full stops inside: `O'Brien`, `co-operation`, `U.S.`
    case word
    /// Digits with separators inside: `2007`, `7.9`, `1,234`, and ordinals: `4th`.
    case number
    /// One mark, or a run of one mark: `,`, `--`, `...`.
    case mark
  }

  /// How a word is written.
  public enum Case: UInt8, Sendable { case none, lower, capitalized, upper, mixed }

  public var span: Span
  public var kind: Kind
  public var `case`: Case
  /// Whether white space stands before it.
  public var spaceBefore: Bool
  /// Whether it is the first of its block or line.
  public var startsLine: Bool
  /// The word's number in the tables of the language tools, whatever its case and without a
  /// possessive 's; 0 where no table has it.
  var word: UInt16 = 0

  public var isCapitalized: Bool { self.case == .capitalized || self.case == .upper }
}

/// The tokens of a document in the order of its text: the analysis that most extractors share.
///
///     let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
public struct Tokens: Sendable {
  public let text: Text
  public let all: [Token]
  let lexicon = Lexicon.shared

  public init(_ text: Text) {
    self.text = text
    var scanner = TokenScanner(bytes: text.bytes)
    all = scanner.scan()
  }

  public subscript(index: Int) -> Token { all[index] }
  public var count: Int { all.count }
  public var indices: Range<Int> { all.indices }

  /// The words of a token.
  public func string(_ index: Int) -> String { text[all[index].span] }

  /// Whether a token is these ASCII or other words, to the letter; false for an index outside.
  public func `is`(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < all.count else { return false }
    let span = all[index].span
    guard span.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      text.bytes[span.start..<span.end].elementsEqual(buffer)
    }
  }

  /// What a token is in the tables of the language tools; nothing for an index outside.
  public func classes(_ index: Int) -> LexicalClass {
    guard index >= 0, index < all.count else { return [] }
    return lexicon.classes[Int(all[index].word)]
  }

  /// Whether a token has any of some classes; false for an index outside.
  @inline(__always)
  public func `is`(_ index: Int, _ classes: LexicalClass) -> Bool {
    !self.classes(index).isDisjoint(with: classes)
  }

  /// The number that the tables give a token: a month's, a weekday's, a cardinal's value; else 0.
  public func number(_ index: Int) -> Int {
    guard index >= 0, index < all.count else { return 0 }
    return lexicon.numbers[Int(all[index].word)]
  }

  /// The number in the tables of several words that one space parts; 0 where no table has them.
  func phrase(_ range: ClosedRange<Int>) -> UInt16 {
    guard range.lowerBound >= 0, range.upperBound < all.count else { return 0 }
    return lexicon.number(
      of: text.bytes[all[range.lowerBound].span.start..<all[range.upperBound].span.end])
  }

  /// Whether a token, to the letter, is one byte of ASCII; false for an index outside.
  @inline(__always)
  public func `is`(_ index: Int, byte: UInt8) -> Bool {
    guard index >= 0, index < all.count else { return false }
    let span = all[index].span
    return span.count == 1 && text.bytes[span.start] == byte
  }

  /// Whether a word is one with its verb or negation: "I'm", "We've", "Don't".
  public func isContraction(_ index: Int) -> Bool {
    let word = text.bytes[all[index].span.start..<all[index].span.end]
    guard let mark = word.lastIndex(where: { $0 == 0x27 || $0 == 0x99 }), mark > word.startIndex
    else { return false }
    return ["m", "re", "ve", "ll", "d", "t"].contains {
      word[(mark + 1)...].elementsEqual($0.utf8)
    }
  }

  /// The index of the first token that ends after a byte offset; `count` where there is none.
  public func index(at offset: Int) -> Int {
    all.partitioningIndex { $0.span.end > offset }
  }
}

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
