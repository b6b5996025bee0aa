import PressModel
import PressStage
import PressText

/// Lists the numbers, dates, sums and capitalised names that no fact covers
///
/// Reads sentences and all facts that stand before it in the pipeline. Adds uncovered: words with
/// their sentence. Leaves alone headings, numbers of lists and notes, titles, offices, adjectives of
/// countries, the party and district behind a member's name, and what a fact of few words covers: a
/// quotation of a number does not say that the number was understood.
struct Audit: Extractor {
  static let summary = "Lists the numbers, dates, sums and capitalised names that no fact covers"

  static let version = 2
  static let reads: [DocumentPart] = [.sentences, .allFacts]
  static let kinds = [Uncovered.kind]

  static let examples = [
    StageExample(
      .finds, "a number that is no quantity, and a name",
      .text("Senator Maria Lopez read out 417. The talk was of Esperanto all day."),
      gives: .facts(
        "uncovered", [["text": "417", "what": "number"], ["text": "Esperanto", "what": "name"]])),
    StageExample(
      .finds, "a name with its number as one",
      .text("Senators (R-FL) of the 113th Senate cited Esperanto 42 at 25:70, as Americans do."),
      gives: .facts(
        "uncovered",
        [["text": "Esperanto 42", "what": "name"], ["text": "25:70", "what": "date"]])),
    StageExample(
      .leavesAlone, "what the facts cover",
      .text("Senator Maria Lopez said in Geneva on 3 May 2021 that it costs $5 million."),
      gives: .facts("uncovered", [])),
    StageExample(
      .trap, "capitals of headings, of the first word and of pronouns, and numbers of a list",
      .text("# Seven Ports Are Opened\n\nWhile it rained, I stayed.\n\n2. They left early."),
      gives: .facts("uncovered", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let words = UncoveredWords(
      tokens: tokens, names: findings.shared(Names.self) { Names(tokens, of: document) },
      covered: covered(in: document))
    let headings = SpanIndex(document.blocks.filter { $0.type == .heading }.map(\.span))
    for sentence in document.sentences where headings.holding(sentence) == nil {
      for (span, what) in words.all(in: sentence) {
        findings.add(
          Uncovered(
            mention: document.text.mention(span), what: what,
            sentence: document.text.mention(sentence)))
      }
    }
  }

  /// In bytes: of facts whose words are passages, a mention that is longer, or a whole sentence,
  /// covers nothing in it.
  private static let longest = 100

  /// For each byte of the text, whether words of a fact stand there.
  private func covered(in document: Document) -> [Bool] {
    var covered = [Bool](repeating: false, count: document.text.bytes.count)
    // What is all of an item or row was taken apart.
    let items = Set(
      document.blocks.filter { $0.type == .listItem || $0.type == .tableRow }.map(\.span))
    let sentences = Set(document.sentences)
    for kind in document.facts.kinds {
      let isPassage = kind.isKey || kind.isSentence
      for mention in document.facts[kind.name].flatMap(\.mentions)
      where !isPassage || mention.span.count <= Self.longest && !sentences.contains(mention.span)
        || items.contains(mention.span)
      {
        for offset in mention.span.start..<min(mention.span.end, covered.count) {
          covered[offset] = true
        }
      }
    }
    return covered
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
