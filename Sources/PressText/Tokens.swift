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
