public import PressModel

/// Speech that is told and not quoted: `Reed stressed that the pier is safe`.
public struct ReportedClause: Hashable, Sendable {
  /// The words behind "that", up to the end of the sentence.
  public var span: Span
  public var attribution: SpeechAttribution
}

/// Finds what somebody is told to have said: a source, a verb of speech, "that" and a clause.
///
/// A clause without "that" is left alone, as is one behind a negation ("did not say that"), for
/// either would give words to people that they did not speak.
public struct IndirectSpeech {
  private let tokens: Tokens
  private let blocks: [Block]
  private let cues: SpeechCues

  public init(_ tokens: Tokens, blocks: [Block]) {
    self.tokens = tokens
    self.blocks = blocks
    cues = SpeechCues(tokens)
  }

  /// The clauses of at least `minWords` words, in order. `quoted`: the direct quotations in the
  /// order of the text; a clause that holds words of one is left to it.
  public func clauses(minWords: Int, outside quoted: [Span]) -> [ReportedClause] {
    var clauses: [ReportedClause] = []
    var quote = quoted.startIndex
    for block in blocks {
      let first = tokens.index(at: block.span.start)
      let limit = tokens.index(at: block.span.end) - 1
      guard first < limit, limit < tokens.count else { continue }
      var index = first
      while index < limit {
        index += 1
        guard tokens.is(index, "that"), let found = clause(behind: index, first: first, limit)
        else {
          continue
        }
        while quote < quoted.count, quoted[quote].end <= found.span.start { quote += 1 }
        let isQuoted = quote < quoted.count && quoted[quote].overlaps(found.span)
        let end = tokens.index(at: found.span.end)
        let words = (index + 1..<max(end, index + 1)).count(where: { tokens[$0].kind != .mark })
        index = max(index, end - 1)
        if !isQuoted, words >= minWords { clauses.append(found) }
      }
    }
    return clauses
  }

  private func clause(behind that: Int, first: Int, _ limit: Int) -> ReportedClause? {
    // "stands that have been taken", "having said that, ..."
    guard that < limit, tokens[that + 1].kind != .mark,
      !tokens.is(that + 1, [.auxiliary, .copula]), let verb = verb(before: that, first: first)
    else { return nil }
    let start = cues.sentenceStart(before: verb, floor: first)
    guard !(start..<verb).contains(where: { tokens.is($0, .negation) }),
      !tokens.is(verb - 1, .negation), let source = cues.subject(of: verb, start: start),
      source.upperBound < verb
    else { return nil }
    var end = that + 1
    while end <= limit {
      if tokens.is(end, .stop), !cues.isAbbreviationStop(end) { break }
      end += 1
    }
    guard end - 1 > that else { return nil }
    return ReportedClause(
      span: Span(tokens[that + 1].span.start, tokens[end - 1].span.end),
      attribution: SpeechAttribution(source: source, cue: verb...verb))
  }

  /// The verb of speech before "that": right before it, or before whom is spoken to or when and where.
  private func verb(before that: Int, first: Int) -> Int? {
    for verb in stride(from: that - 1, through: max(first + 1, that - 5), by: -1) {
      if cues.isVerb(verb, .speechVerb), !tokens.is(verb, .participle) {
        return verb == that - 1 || leads(verb, to: that) ? verb : nil
      }
      if tokens[verb].kind == .mark { return nil }
    }
    return nil
  }

  /// Whether "that" still opens what is said behind the words in between: not in "asked about that",
  /// "states to ensure that", "said ships that ...", "said in a film that showed ...".
  private func leads(_ verb: Int, to that: Int) -> Bool {
    let isInfinitive =
      tokens.is(that - 2, "to")
      && (tokens.is(that - 1, "ensure") || tokens.is(that - 1, "show")
        || tokens.is(that - 1, .speechVerb))
    guard !tokens.is(that - 1, .preposition), !tokens.is(that - 1, "that"), !isInfinitive,
      !isPast(that + 1)
    else { return false }
    let isWhen: LexicalClass = [
      .preposition, .adverb, .relation, .relativeDay, .determiner, .weekday, .partOf,
    ]
    return isAddressing(verb) || tokens.is(verb + 1, isWhen) || isInManner(verb + 1)
  }

  /// "repeatedly".
  private func isInManner(_ index: Int) -> Bool {
    tokens[index].span.count > 4
      && tokens.text.bytes[..<tokens[index].span.end].suffix(2).elementsEqual([0x6C, 0x79])
  }

  /// A verb whose object is spoken to: "told the council".
  private func isAddressing(_ verb: Int) -> Bool { WordList.addressing.contains(verb, tokens) }

  /// "showed": a clause that starts with its verb has "that" for its subject.
  private func isPast(_ index: Int) -> Bool {
    guard tokens[index].kind == .word, tokens[index].case == .lower else { return false }
    let bytes = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    return bytes.count > 3 && bytes.suffix(2).elementsEqual([0x65, 0x64])
  }
}
