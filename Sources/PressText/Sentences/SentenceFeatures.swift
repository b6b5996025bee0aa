package import PressModel

/// What can be seen of a sentence that speaks for or against its being central to its document.
package struct SentenceFeatures {
  /// Where a sentence stands.
  struct Place {
    /// Among the document's candidates, from 0.
    var position: Int
    var opensBlock: Bool
  }

  /// The names of the features, in the order of `values`: one over the place among the candidates;
  /// opening its block; how frequent its words are in the document; how frequent the five most
  /// frequent are; the share of the title's words; frequent names; numbers; more than 30 words.
  package static let names = [
    "place", "opens", "frequency", "five", "title", "names", "numbers", "long",
  ]

  package let span: Span
  /// One over the place among the candidates, from 1.
  let place: Double
  package let values: [Double]
  /// The stems of its content words, sorted, each once.
  let words: [Int32]
  /// Of words and numbers.
  let length: Int

  init(_ span: Span, _ range: Range<Int>, of document: DocumentWords, at place: Place) {
    self.span = span
    let tokens = document.tokens
    var stems: [Int32] = []
    var (length, numbers) = (0, 0)
    for index in range where tokens[index].kind != .mark {
      length += 1
      if tokens[index].kind == .number { numbers += 1 }
      if document.stems[index] != 0 { stems.append(document.stems[index]) }
    }
    self.length = length
    words = stems.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    let counts = words.map { document.counts[Int($0)] }
    let five = counts.sorted(by: >).prefix(5).reduce(0, +)
    let logarithms = counts.reduce(0) { $0 + Self.logarithm(1 + $1) }
    let mean = logarithms / Double(max(1, words.count))
    let titled = words.reduce(0) { $0 + (document.isTitle[Int($1)] ? 1 : 0) }
    let named = words.reduce(0) { $0 + (document.isName[Int($1)] ? 1 : 0) }
    self.place = 1 / Double(1 + place.position)
    values = [
      self.place, place.opensBlock ? 1 : 0,
      mean / Self.logarithm(1 + document.most), Double(five) / Double(5 * document.most),
      Double(titled) / Double(max(1, min(document.titleCount, 6))), Double(min(named, 4)),
      Double(min(numbers, 3)), length > 30 ? 1 : 0,
    ]
  }

  /// To the base of two, and on a straight line between its powers: the same on every machine.
  private static func logarithm(_ number: Int) -> Double {
    guard number > 0 else { return 0 }
    let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
    return Double(whole) + Double(number) / Double(1 << whole) - 1
  }
}

/// The content words of a document, each stem with a number, and how often each stands in it.
struct DocumentWords {
  let tokens: Tokens
  /// By token: its stem's number; 0 for what is no content word.
  let stems: [Int32]
  /// By stem.
  let counts: [Int]
  /// The count of the most frequent stem; at least 1.
  let most: Int
  let isTitle: [Bool]
  /// How many stems the title has.
  let titleCount: Int
  /// By stem: whether it stands with a capital inside of sentences three times or more, or as often
  /// as the third most frequent of those that do.
  let isName: [Bool]

  init(_ tokens: Tokens, title: String?) {
    self.tokens = tokens
    var known = HashTable<Int32>(capacity: max(64, tokens.count / 4), absent: 0)
    stems = Self.stems(of: tokens, &known)
    var counts = [Int](repeating: 0, count: known.count + 1)
    var capitals = counts
    for (index, stem) in stems.enumerated() where stem != 0 {
      counts[Int(stem)] += 1
      let isInside = index > 0 && tokens[index - 1].kind != .mark && !tokens[index].startsLine
      if isInside, tokens[index].isCapitalized { capitals[Int(stem)] += 1 }
    }
    most = max(1, counts.max() ?? 1)
    let least = min(3, capitals.sorted(by: >).prefix(3).last ?? 3)
    let titled = title.map { Self.stems(of: Tokens(Text($0)), &known) } ?? []
    // The title may have stems of its own.
    let own = [Int](repeating: 0, count: known.count + 1 - counts.count)
    self.counts = counts + own
    isName = (capitals + own).map { $0 > 0 && $0 >= least }
    var isTitle = [Bool](repeating: false, count: known.count + 1)
    for stem in titled where stem != 0 { isTitle[Int(stem)] = true }
    self.isTitle = isTitle
    titleCount = isTitle.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  private static func stems(of tokens: Tokens, _ known: inout HashTable<Int32>) -> [Int32] {
    let closed: LexicalClass = [
      .starter, .pronoun, .determiner, .auxiliary, .preposition, .conjunction, .adverb,
    ]
    return tokens.indices.map { index in
      let token = tokens[index]
      guard token.kind != .mark, token.span.count > 1, !tokens.is(index, closed) else { return 0 }
      let key = key(tokens.text.bytes, token.span)
      let found = known[key]
      guard found == 0 else { return found }
      let next = Int32(truncatingIfNeeded: known.count + 1)
      known.update(key) { $0 = next }
      return next
    }
  }

  /// A hash of the first six letters in lower case, up to an apostrophe behind three of them: a
  /// crude stem, the same on every run.
  private static func key(_ bytes: [UInt8], _ word: Span) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in word.start..<min(word.end, word.start + 6) {
      let byte = bytes[offset]
      if offset > word.start + 2, byte == 0x27 || byte == 0xE2 { break }
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return hash | 1
  }
}
