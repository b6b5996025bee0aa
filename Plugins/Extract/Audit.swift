import PressModel
import PressStage
import PressText

/// Lists the numbers, dates, sums and capitalised names that no fact covers
///
/// Reads sentences and all facts that stand before it in the pipeline. Adds uncovered: words with
/// their sentence. Leaves alone headings, numbers of lists and notes, and what a fact of few words
/// covers: a quotation of a number does not say that the number was understood.
struct Audit: Extractor {
  static let summary = "Lists the numbers, dates, sums and capitalised names that no fact covers"

  static let reads: [DocumentPart] = [.sentences, .allFacts]
  static let kinds = [Uncovered.kind]

  static let examples = [
    StageExample(
      .finds, "a number that is no quantity, and a name",
      .text("Senator Maria Lopez read out 417. The talk was of Esperanto all day."),
      gives: .facts(
        "uncovered", [["text": "417", "what": "number"], ["text": "Esperanto", "what": "name"]])),
    StageExample(
      .leavesAlone, "what the facts cover",
      .text("Senator Maria Lopez said in Geneva on 3 May 2021 that it costs $5 million."),
      gives: .facts("uncovered", [])),
    StageExample(
      .trap, "capitals of headings, of the first word and of pronouns, and numbers of a list",
      .text("# Seven Ports Are Opened\n\nWhile it rained, I stayed.\n\n2. They left early."),
      gives: .facts("uncovered", [])),
  ]

  /// In bytes: a mention that is longer, or a whole sentence, is a passage and covers nothing in it.
  private static let longest = 100

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let covered = covered(in: document)
    for sentence in document.sentences where !isHeading(sentence, document) {
      let first = tokens.index(at: sentence.start)
      var index = first
      while index < tokens.count, tokens[index].span.end <= sentence.end {
        let start = index
        index += 1
        guard !covered[tokens[start].span.start],
          let what = what(start, tokens, startsSentence: start == first)
        else { continue }
        if what == .name {
          while index < tokens.count, tokens[index].span.end <= sentence.end,
            !covered[tokens[index].span.start], self.what(index, tokens) == .name
          {
            index += 1
          }
        }
        let span = Span(tokens[start].span.start, tokens[index - 1].span.end)
        findings.add(
          Uncovered(
            mention: document.text.mention(span), what: what,
            sentence: document.text.mention(sentence)))
      }
    }
  }

  /// For each byte of the text, whether words of a fact stand there.
  private func covered(in document: Document) -> [Bool] {
    var covered = [Bool](repeating: false, count: document.text.bytes.count)
    // What is all of an item or row was taken apart.
    let items = Set(
      document.blocks.filter { $0.type == .listItem || $0.type == .tableRow }.map(\.span))
    let sentences = Set(document.sentences)
    for kind in document.facts.kinds {
      for mention in document.facts[kind.name].flatMap(\.mentions)
      where mention.span.count <= Self.longest && !sentences.contains(mention.span)
        || items.contains(mention.span)
      {
        for offset in mention.span.start..<min(mention.span.end, covered.count) {
          covered[offset] = true
        }
      }
    }
    return covered
  }

  private func isHeading(_ sentence: Span, _ document: Document) -> Bool {
    document.blocks.contains { $0.type == .heading && $0.span.contains(sentence) }
  }

  private func what(
    _ index: Int, _ tokens: Tokens, startsSentence: Bool = false
  ) -> Uncovered.What? {
    let token = tokens[index]
    switch token.kind {
    case .mark: return nil
    case .number:
      if startsSentence || tokens.is(index - 1, byte: 0x5B) { return nil }
      if tokens.is(index - 1, [.currencySymbol, .currencyCode])
        || tokens.is(index + 1, [.currencySymbol, .currencyCode, .currencyName])
      {
        return .sum
      }
      let isYear =
        token.span.count == 4
        && (tokens.string(index).hasPrefix("19") || tokens.string(index).hasPrefix("20"))
      return isYear ? .date : .number
    case .word:
      guard token.isCapitalized else { return nil }
      if tokens.is(index, [.month, .weekday]), !startsSentence { return .date }
      let known: LexicalClass = [
        .pronoun, .personalPronoun, .determiner, .auxiliary, .preposition, .conjunction, .copula,
        .starter, .titleAbbreviation, .speakerTitle, .month, .weekday, .adverb, .ordinal, .cardinal,
      ]
      // The first word of a sentence has a capital whatever it is.
      return startsSentence || tokens.is(index, known) ? nil : .name
    }
  }
}

/// Words that look like a fact's and that no fact covers.
struct Uncovered: Fact {
  enum What: String, Codable, Sendable {
    case number, date, sum, name
  }

  var mention: Mention
  var what: What
  var sentence: Mention

  var mentions: [Mention] { [mention, sentence] }

  static let kind = FactKind(
    "uncovered", of: Uncovered.self, title: "Not covered by any fact",
    help: "A number, date, sum or capitalised name that no fact covers.", rank: 900,
    columns: [
      FactColumn("what", .string, "number, date, sum or name.") { .string($0.what.rawValue) },
      FactColumn("sentence", .mention, "The sentence that it stands in.") {
        .mention($0.sentence)
      },
    ],
    reading: { "\($0.mention.text) (\($0.what.rawValue))" })
}
