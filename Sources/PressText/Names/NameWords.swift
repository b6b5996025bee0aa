internal import PressModel

/// The tokens of a document as the rules for names see them: each with its hash, its classes, and
/// whether its capital means anything where it stands.
public struct NameWords: Sendable {
  struct Word: Sendable {
    /// Of the word without its possessive ending; 0 for numbers and marks.
    var hash: UInt64 = 0
    var classes: NameClass = []
    var isCapitalized = false
    var isAllCapitals = false
    /// Ends in 's: the name ends here, but for "Africa's Development".
    var isPossessive = false
    /// First of its sentence, line or quotation: a capital that any word would have.
    var startsSentence = false
    /// In a line where nearly every word has a capital.
    var isHeadline = false
    /// A full stop that belongs to the abbreviation before it.
    var isAbbreviationStop = false
    /// The first byte, where it is ASCII: enough to tell marks apart.
    var byte: UInt8 = 0
  }

  public let tokens: Tokens
  let all: [Word]
  let lexicon = NameLexicon.shared
  /// How often a word stands in lower case, and with a capital inside a sentence.
  private let lower: HashTable<Int32>
  /// The words before a head word where both stand in lower case: "civil society".
  private let lowerPairs: HashTable<Bool>

  public init(_ tokens: Tokens) {
    self.tokens = tokens
    var words = [Word](repeating: Word(), count: tokens.count)
    var lower = HashTable<Int32>(capacity: 256, absent: 0)
    var lowerPairs = HashTable<Bool>(capacity: 64, absent: false)
    let lexicon = NameLexicon.shared
    tokens.text.bytes.withUnsafeBufferPointer { bytes in
      for index in tokens.indices {
        let token = tokens[index]
        var word = Word()
        word.byte = bytes[token.span.start]
        if token.kind == .word {
          let end = NameWords.stem(bytes, token.span)
          word.isPossessive = end < token.span.end
          word.hash = WordHash.hash(bytes, token.span.start, end)
          word.classes = lexicon.classes(word.hash)
          word.isCapitalized =
            token.case == .capitalized || token.case == .upper
            || token.case == .mixed && token.span.count > 2
          word.isAllCapitals = token.case == .upper
          if token.case == .lower, !word.classes.contains(.common),
            !NameWords.isInAddress(bytes, token.span)
          {
            lower.update(word.hash) { $0 += 1 }
          }
          if token.case == .lower, !word.classes.isDisjoint(with: .anyHead), index > 0,
            tokens[index - 1].case == .lower
          {
            lowerPairs.update(WordHash.join(words[index - 1].hash, word.hash)) { $0 = true }
          }
        }
        words[index] = word
      }
    }
    self.lower = lower
    self.lowerPairs = lowerPairs
    NameWords.markSentences(&words, tokens)
    NameWords.markHeadlines(&words, tokens)
    all = words
  }

  /// Whether a word stands in the address of a page or a mailbox, where names lose their capitals:
  /// "www.roe.example", "press@roe.example".
  private static func isInAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Span) -> Bool {
    let before = word.start > 0 ? bytes[word.start - 1] : 0x20
    if before == 0x40 || before == 0x2F || before == 0x2E || before == 0x5F { return true }
    guard word.end + 1 < bytes.count else { return false }
    let (after, next) = (bytes[word.end], bytes[word.end + 1])
    return after == 0x40 || after == 0x2F || after == 0x5F
      || after == 0x2E && (next >= 0x61 && next <= 0x7A || next >= 0x30 && next <= 0x39)
  }

  var count: Int { all.count }

  @inline(__always)
  subscript(index: Int) -> Word { all[index] }

  /// Whether a word is written in lower case somewhere in the document, or is in most texts.
  @inline(__always)
  func isCommon(_ index: Int) -> Bool {
    all[index].classes.contains(.common) || lower[all[index].hash] > 0
  }

  /// Whether a head word and the word before it stand in lower case too.
  func isCommonPair(_ head: Int) -> Bool {
    head > 0 && lowerPairs[WordHash.join(all[head - 1].hash, all[head].hash)]
  }

  @inline(__always)
  func has(_ index: Int, _ classes: NameClass) -> Bool {
    index >= 0 && index < all.count && !all[index].classes.isDisjoint(with: classes)
  }

  /// Whether the token is this mark or single letter of ASCII.
  @inline(__always)
  func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    index >= 0 && index < all.count && all[index].byte == byte && tokens[index].kind == .mark
  }

  enum Side { case opening, closing }

  /// Whether the token is a quotation mark or a bracket that may stand at this side of some words.
  func isQuotation(_ index: Int, _ side: Side) -> Bool {
    if isMark(index, 0x22) { return true }
    switch side {
    case .opening: return isMark(index, 0x28) || tokens.is(index, "“")
    case .closing: return isMark(index, 0x29) || tokens.is(index, "”")
    }
  }

  func isLower(_ index: Int) -> Bool {
    index >= 0 && index < all.count && tokens[index].case == .lower
  }

  /// Whether the token is this word in lower case.
  func `is`(_ index: Int, _ word: StaticString) -> Bool {
    index >= 0 && index < all.count && tokens.is(index, word)
  }

  /// A single capital with its full stop, or alone: "J.", "K", "W.H.S."
  func isInitial(_ index: Int) -> Bool {
    guard index >= 0, index < all.count, all[index].isCapitalized else { return false }
    let span = tokens[index].span
    if span.count == 1 { return true }
    guard span.count % 2 == 0, span.count <= 8 else { return false }
    return stride(from: span.start + 1, to: span.end, by: 2).allSatisfy {
      tokens.text.bytes[$0] == 0x2E
    }
  }

  /// The words of a name, from the first token to the last without its possessive ending.
  func span(_ range: Range<Int>) -> Span {
    guard let last = range.last else { return Span(0, 0) }
    let end = tokens.text.bytes.withUnsafeBufferPointer {
      all[last].isPossessive ? NameWords.stem($0, tokens[last].span) : tokens[last].span.end
    }
    return Span(tokens[range.lowerBound].span.start, end)
  }

  /// A key for a name's words without regard to case; full stops do not count.
  func key(_ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in range where all[index].hash != 0 {
      key = key == 0 ? all[index].hash : WordHash.join(key, all[index].hash)
    }
    return key
  }

  /// The end of a word without 's.
  private static func stem(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Int {
    let end = span.end
    guard span.count > 2, bytes[end - 1] | 0x20 == 0x73 else { return end }
    if bytes[end - 2] == 0x27 { return end - 2 }
    if span.count > 4, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 {
      return end - 4
    }
    return end
  }

  private static func markSentences(_ words: inout [Word], _ tokens: Tokens) {
    var starts = true
    for index in tokens.indices {
      let token = tokens[index]
      if token.startsLine { starts = true }
      switch token.kind {
      case .word, .number:
        words[index].startsSentence = starts
        starts = false
      case .mark:
        let byte = words[index].byte
        if byte == 0x2E, token.span.count == 1, !token.spaceBefore, index > 0 {
          let isCut = isAbbreviated(words[index - 1], tokens[index - 1])
          words[index].isAbbreviationStop = isCut
          starts = starts || !isCut
        } else if byte == 0x21 || byte == 0x3F || byte == 0x3A || byte == 0x2E {
          starts = true
        } else if byte == 0x22 && token.spaceBefore || byte == 0x2A || byte == 0x5B
          || byte == 0xE2 && isOpening(tokens, index)
        {
          // A quotation that opens, a bullet, a bracket that corrects.
          starts = true
        }
      }
    }
  }

  /// U+2018, U+201C or U+2022, or a symbol that serves as a bullet.
  private static func isOpening(_ tokens: Tokens, _ index: Int) -> Bool {
    let span = tokens[index].span
    let bytes = tokens.text.bytes
    guard span.count == 3, bytes[span.start + 1] == 0x80 else { return true }
    let third = bytes[span.start + 2]
    return third == 0x98 || third == 0x9C || third == 0xA2
  }

  /// Whether a full stop after the word rather cuts it short than ends a sentence.
  private static func isAbbreviated(_ word: Word, _ token: Token) -> Bool {
    guard word.isCapitalized, token.span.count <= 5 else { return false }
    let titles: NameClass = [.opensPhrase, .suffix]
    return !word.classes.isDisjoint(with: titles) && !word.classes.contains(.firstName)
      && !word.classes.contains(.surname) || token.span.count <= 2 && !word.isAllCapitals
  }

  /// Marks the lines in which so many words have capitals that a capital tells nothing.
  private static func markHeadlines(_ words: inout [Word], _ tokens: Tokens) {
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !tokens[end].startsLine { end += 1 }
      markHeadline(&words, tokens, start..<end)
      start = end
    }
  }

  private static func markHeadline(_ words: inout [Word], _ tokens: Tokens, _ line: Range<Int>) {
    var total = 0
    var capitals = 0
    var commonCapitals = 0
    var (lower, longest) = (0, 0)
    for index in line where tokens[index].kind == .word {
      let isShort = tokens[index].span.count < 4 && words[index].classes.contains(.stop)
      if isShort { continue }
      total += 1
      if words[index].isCapitalized {
        capitals += 1
        lower = 0
        if words[index].classes.contains(.common) { commonCapitals += 1 }
      } else {
        lower += 1
        longest = max(longest, lower)
      }
    }
    // A line that ends in a full stop is a sentence, however many names it holds.
    let last = line.upperBound - 1
    let isSentence = words[last].byte == 0x2E && tokens[last].kind == .mark
    // "On Monday, Mayor Al Roe issued the following statement:" goes on in small letters.
    guard total >= 3, capitals * 10 >= total * (isSentence ? 10 : 7), longest < 3,
      commonCapitals >= 2 || capitals == total,
      total <= 40
    else { return }
    for index in line { words[index].isHeadline = true }
  }
}
