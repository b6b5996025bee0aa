public import PressModel

/// What the sentences of a short turn do; nothing for a turn without words.
public struct SpeechActs: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// `Good afternoon, everybody.`
  public static let greets = SpeechActs(rawValue: 1)
  /// `Thank you, Ann.`, `Bye, all.`
  public static let thanks = SpeechActs(rawValue: 2)
  /// A sign that the words were heard: `Sure.`, `Mm-hmm.`, `I see.`
  public static let acknowledges = SpeechActs(rawValue: 4)
  /// `Yes, sir.`, `Exactly.`
  public static let replies = SpeechActs(rawValue: 8)
  /// `No, sir.`
  public static let denies = SpeechActs(rawValue: 512)
  /// `Ann.`
  public static let names = SpeechActs(rawValue: 16)
  /// `In the back.`, `One more.`
  public static let points = SpeechActs(rawValue: 32)
  /// `Go ahead, Ann.`, `Next question.`
  public static let handsOn = SpeechActs(rawValue: 64)
  /// `Which pier?`
  public static let asks = SpeechActs(rawValue: 128)
  /// Anything else.
  public static let tells = SpeechActs(rawValue: 256)
}

/// Tells the turns that only keep a conversation going (its backchannel, its greetings, the words
/// that hand it on) from those that ask or answer.
public struct SpeechActReader {
  private let tokens: Tokens

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// A turn of more tokens tells something.
  private static let longest = 40

  /// What the sentences do that stand in some stretches; the last of them by itself.
  public func acts(in stretches: [Span]) -> (all: SpeechActs, last: SpeechActs) {
    guard let sentences = sentences(in: stretches) else { return (.tells, .tells) }
    if callsForQuestion(sentences) { return (.handsOn, .handsOn) }
    let acts = sentences.map(act(of:))
    return (acts.reduce([]) { $0.union($1) }, acts.last ?? [])
  }

  /// Whether a short turn asks back: `Which pier?`, not `That is it, isn't it?`
  public func asksBack(_ stretches: [Span]) -> Bool {
    guard let sentences = sentences(in: stretches), sentences.count == 1,
      let only = sentences.first, only.count <= 12, act(of: only) == .asks
    else { return false }
    return !only.dropLast(1).suffix(3).contains { tokens.is($0, .comma) }
  }

  /// Whether a stretch asks to be allowed a question at its end: `Can I follow up?`
  public func asksLeave(_ stretch: Span) -> Bool {
    let end = tokens.index(at: stretch.end - 1)
    guard tokens.is(end, byte: 0x3F) else { return false }
    var start = end
    while start > 0, end - start < 20, tokens[start - 1].span.start >= stretch.start,
      !tokens.is(start - 1, .stop)
    {
      start -= 1
    }
    guard let verb = (start..<end).first(where: { `is`($0, .permissions) }), verb - start <= 4
    else {
      return false
    }
    return (verb + 1..<end).prefix(6).contains { `is`($0, .requests) }
  }

  // MARK: - Sentences

  /// The tokens of each sentence, with its mark; nil where there are too many.
  private func sentences(in stretches: [Span]) -> [Range<Int>]? {
    var sentences: [Range<Int>] = []
    var count = 0
    for stretch in stretches {
      var start = tokens.index(at: stretch.start)
      let end = tokens.index(at: stretch.end - 1) + 1
      count += end - start
      guard count <= Self.longest else { return nil }
      for index in start..<end where endsSentence(index) || index == end - 1 {
        if (start...index).contains(where: { tokens[$0].kind != .mark }) {
          sentences.append(start..<index + 1)
        }
        start = index + 1
      }
    }
    return sentences
  }

  private func endsSentence(_ index: Int) -> Bool {
    tokens.is(index, .stop) && !tokens.is(index - 1, .titleAbbreviation)
  }

  private func act(of sentence: Range<Int>) -> SpeechActs {
    if tokens.is(sentence.upperBound - 1, byte: 0x3F) { return .asks }
    let words = sentence.filter { tokens[$0].kind != .mark }
    guard words.count <= 10 else { return .tells }
    let isHandedOn = words.indices.contains { number in
      number > 0 && tokens.is(words[number], "ahead")
        && (tokens.is(words[number - 1], "go") || tokens.is(words[number - 1], "Go"))
    }
    if isHandedOn { return .handsOn }
    if let first = words.first(where: { !isCourtesy($0) }), `is`(first, .thanks) { return .thanks }
    var acts: SpeechActs = []
    var isWhere = false
    for word in words {
      if `is`(word, .denials) {
        acts.insert(.denies)
      } else if `is`(word, .replies) {
        acts.insert(.replies)
      } else if `is`(word, .acknowledgements) {
        acts.insert(.acknowledges)
      } else if `is`(word, .greetings) {
        acts.insert(.greets)
      } else if `is`(word, .pointers) {
        acts.insert(.points)
      } else if isName(word) {
        acts.insert(.names)
      } else if `is`(word, .fillers) {
        isWhere = isWhere || tokens.is(word, .preposition)
      } else {
        return .tells
      }
    }
    // "Yes, Ann.": the name only says to whom.
    // "In Oslo." says where.
    guard !acts.isEmpty, acts != .names || !isWhere else { return .tells }
    let strong = acts.subtracting(.names)
    if strong.contains(.denies) { return .denies }
    return strong.contains(.replies) ? .replies : strong.isEmpty ? acts : strong
  }

  /// A capitalized word that is no function word and no day: "Or Sunday." tells.
  private func isName(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].isCapitalized
      && !tokens.is(
        index,
        [
          .conjunction, .starter, .preposition, .determiner, .pronoun, .auxiliary, .weekday, .month,
        ])
  }

  /// What may stand before the thanks: `All right, Ann, thank you.`
  private func isCourtesy(_ index: Int) -> Bool {
    !`is`(index, .thanks)
      && (`is`(index, .acknowledgements) || `is`(index, .fillers) || tokens[index].isCapitalized)
  }

  /// `We have time for one more question.`: words that call for a question.
  private func callsForQuestion(_ sentences: [Range<Int>]) -> Bool {
    guard let first = sentences.first, let last = sentences.last,
      last.upperBound - first.lowerBound <= 12, !tokens.is(last.upperBound - 1, byte: 0x3F)
    else { return false }
    let range = first.lowerBound..<last.upperBound
    return range.contains { tokens.is($0, "question") || tokens.is($0, "questions") }
      && range.contains { index in
        tokens.is(index, .relation) || tokens.is(index, "more") || tokens.is(index, "Final")
          || tokens.is(index, "final") || tokens.is(index, .ordinal)
      }
  }

  private func `is`(_ index: Int, _ list: WordList) -> Bool {
    list.holds(index, tokens)
  }
}
