import PressModel
import PressStage
import PressText

/// Picks the sentences that say what a document is about.
///
/// Reads the text, its sentences and the title; adds key points, each a whole sentence as it stands.
/// Leaves headings, questions and greetings alone.
struct KeyPoints: Extractor {
  static let summary = "Picks the sentences that say what a document is about"

  static let reads: [DocumentPart] = [.sentences, .metadata]
  static let kinds = [KeyPoint.kind]

  @Setting("Number of sentences", range: 1...50) var count = 3

  static let examples = [
    StageExample(
      .finds, "the sentence that leads and shares the title's words", with: ["count": "1"],
      .text(
        "# Harbour board opens new pier\n\nThe Harbour Board opened a new pier in Port Olsen today. "
          + "It rained in the morning and the band played on until four."),
      gives: .facts(
        "keyPoints",
        [["text": "The Harbour Board opened a new pier in Port Olsen today.", "rank": "1"]])),
    StageExample(
      .leavesAlone, "text without a sentence",
      .text("# Contact\n\nPress office, Port Olsen"), gives: .facts("keyPoints", [])),
    StageExample(
      .trap, "a greeting that stands first", with: ["count": "1"],
      .text(
        "Good morning to all of you who came out here on the water so early. "
          + "The new pier lets larger ships bring more grain to the harbour."),
      gives: .facts(
        "keyPoints",
        [["text": "The new pier lets larger ships bring more grain to the harbour."]])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let splitter = SentenceSplitter(tokens)
    let sentences =
      findings.sentences.isEmpty
      ? document.blocks.flatMap { splitter.sentences(in: $0.span) } : findings.sentences
    let ranked = SentenceRanking(tokens, document: document, sentences: sentences).ranked()
    for (index, sentence) in ranked.prefix(count).enumerated() {
      findings.add(
        KeyPoint(
          mention: document.text.mention(sentence.span), rank: index + 1, score: sentence.score))
    }
  }
}
