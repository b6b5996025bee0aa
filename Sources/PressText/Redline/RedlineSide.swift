import PressModel

/// One of the two texts of a redline, cut into sentences and words with numbers that are equal
/// where their words are.
struct RedlineSide {
  let tokens: Tokens
  let sentences: [Span]
  /// A number a sentence.
  private(set) var numbers: [Int] = []
  /// A number a token.
  private(set) var words: [Int] = []

  init(_ text: Text, blocks: [Span], _ numbering: inout RedlineNumbering) {
    tokens = Tokens(text)
    let splitter = SentenceSplitter(tokens)
    let blocks = blocks.isEmpty ? [text.span] : blocks
    sentences = blocks.flatMap(splitter.sentences)
    words = tokens.all.map { numbering.word(text.bytes[$0.span.start..<$0.span.end]) }
    numbers = sentences.map { sentence in
      numbering.sentence(text.bytes[sentence.start..<sentence.end])
    }
  }

  /// The tokens of a sentence.
  func range(_ sentence: Span) -> Range<Int> {
    let start = tokens.index(at: sentence.start)
    return start..<max(start, tokens.index(at: sentence.end))
  }

  /// The numbers of a sentence's words without its marks, in their order.
  func bag(_ sentence: Span) -> [Int] {
    range(sentence).filter { tokens[$0].kind != .mark }.map { words[$0] }.sorted()
  }
}

/// Gives equal words and equal sentences the same number.
struct RedlineNumbering {
  private var words: [ArraySlice<UInt8>: Int] = [:]
  private var sentences: [[UInt8]: Int] = [:]

  mutating func word(_ bytes: ArraySlice<UInt8>) -> Int {
    if let number = words[bytes] { return number }
    words[bytes] = words.count
    return words.count - 1
  }

  /// Where a line breaks makes no difference.
  mutating func sentence(_ bytes: ArraySlice<UInt8>) -> Int {
    let key = bytes.filter { $0 != 0x20 && $0 != 0x0A }
    if let number = sentences[key] { return number }
    sentences[key] = sentences.count
    return sentences.count - 1
  }
}
