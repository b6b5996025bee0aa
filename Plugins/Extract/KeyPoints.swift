import PressModel
import PressStage
import PressText

/// Picks the sentences that say what a document is about.
///
/// Reads the text, its sentences and the title; adds key points, each a whole sentence as it stands:
/// those that stand early, hold the document's frequent words and names and the title's words, and
/// do not repeat each other, by weights that were fitted to summaries. Leaves headings, questions,
/// greetings and blessings alone, and of a transcript its speakers' labels and what the transcriber
/// put in: a sentence that such a remark parts is no key point.
struct KeyPoints: Extractor {
  static let summary = "Picks the sentences that say what a document is about"

  static let version = 4
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
    StageExample(
      .trap, "a label and laughter around a sentence of a transcript", with: ["count": "1"],
      .text(
        "MS. OKAFOR: The new pier lets larger ships bring more grain to the harbour. (Laughter.)"
          + "\n\nQ (Inaudible.) Is it open?\n\nMS. OKAFOR: It is."),
      gives: .facts(
        "keyPoints",
        [["text": "The new pier lets larger ships bring more grain to the harbour."]])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let best = Self.ranking(document, findings).best(count)
    for (index, sentence) in best.enumerated() {
      findings.add(
        KeyPoint(
          mention: document.text.mention(sentence.span), rank: index + 1, score: sentence.score))
    }
  }

  static func ranking(_ document: Document, _ findings: Findings) -> SentenceRanking {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let splitter = SentenceSplitter(tokens)
    let sentences =
      findings.sentences.isEmpty
      ? document.blocks.flatMap { splitter.sentences(in: $0.span) } : findings.sentences
    let labels = findings.shared([TurnLabel].self) { TurnLabels(tokens).labels() }
    let spoken = unbroken(sentences, labels, tokens)
    return SentenceRanking(tokens, document: document, sentences: spoken)
  }

  /// The sentences without labels before them and remarks about them; those that a remark parts are
  /// left out.
  private static func unbroken(
    _ sentences: [Span], _ labels: [TurnLabel], _ tokens: Tokens
  ) -> [Span] {
    let marks = TranscriptMarks(tokens)
    var label = 0
    return sentences.compactMap { sentence in
      var words = sentence
      while label < labels.count, labels[label].end <= sentence.start { label += 1 }
      if label < labels.count, sentence.contains(labels[label].span) {
        let first = tokens.index(at: labels[label].end)
        guard first < tokens.count, tokens[first].span.start < sentence.end else { return nil }
        words.start = tokens[first].span.start
      }
      let remarks = marks.remarks(in: words)
      guard !remarks.isEmpty else { return words }
      let parts = marks.words(of: words, without: remarks)
      return parts.count == 1 ? parts[0] : nil
    }
  }
}
