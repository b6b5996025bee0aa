import PressModel
import PressStage
import PressText

/// Finds direct quotations of speech with who said them and the words that say so.
///
/// Reads the text, people and organizations; adds quotes. The speaker beside a quotation may be a
/// name, a pronoun or a body; `speaker` is the person or organization that these words mention or
/// stand for; `parts` leaves out an attribution, "(laughter)" and the like inside the marks. A block
/// quotation behind a line that says who speaks needs no marks. Leaves titles of works, words in scare
/// quotes and code alone, and indirect speech unless `indirect` is set.
struct Quotes: Extractor {
  static let summary =
    "Finds direct quotations of speech with who said them and the words that say so"

  static let version = 6
  static let reads: [DocumentPart] = [.facts(Person.self), .facts(Organization.self)]
  static let kinds = [Quote.kind]

  @Setting(
    "Shortest quotation, in words, that is reported without a verb of speech right beside it",
    range: 1...100)
  var minWords = 4

  @Setting("Also report speech that is told and not quoted (\"stressed that\"), marked not direct")
  var indirect = false

  static let examples = [
    StageExample(
      .finds, "a source behind, before and in the middle",
      .text(
        "\u{201C}The harbour is safe,\u{201D} said Mayor Ann Reed.\n\n"
          + "A spokesman told reporters: \u{201C}No ship was lost.\u{201D}\n\n"
          + "\u{201C}We built it,\u{201D} she added, \u{201C}and we will keep it.\u{201D}"),
      gives: .facts(
        "quotes",
        [
          ["text": "The harbour is safe,", "speakerMention": "Mayor Ann Reed", "cue": "said"],
          ["text": "No ship was lost.", "speakerMention": "A spokesman", "cue": "told"],
          [
            "text": "We built it,\u{201D} she added, \u{201C}and we will keep it.",
            "parts": "We built it,; and we will keep it.", "speakerMention": "she", "cue": "added",
          ],
        ])),
    StageExample(
      .finds, "words that only start a sentence, and a verb of speech that no table has",
      .text(
        "\u{201C}We are proud\u{201D} of the crew, Mayor Ann Reed said.\n\n"
          + "\u{201C}Clear the pier,\u{201D} Reed bellowed and the crowd left."),
      gives: .facts(
        "quotes",
        [
          ["text": "We are proud", "speakerMention": "Mayor Ann Reed", "cue": "said"],
          ["text": "Clear the pier,", "speakerMention": "Reed", "cue": "bellowed"],
        ])),
    StageExample(
      .leavesAlone, "titles and scare quotes",
      .text(
        "The panel adopted \u{201C}A Guide to Open Harbours\u{201D} and a \u{201C}green\u{201D} levy. "
          + "Rep. Robert \u{201C}Bob\u{201D} Reed told Channel Four\u{2019}s \u{201C}Meet the "
          + "Port\u{201D} that it is fair."
      ),
      gives: .facts("quotes", [])),
    StageExample(
      .trap, "speech of two paragraphs that closes once",
      .text(
        "Reed said: \u{201C}The storm took the old pier.\n\n"
          + "\u{201C}We start again today.\u{201D}"),
      gives: .facts(
        "quotes",
        [
          [
            "text": "The storm took the old pier.\n\n\u{201C}We start again today.",
            "speakerMention": "Reed",
          ]
        ])),
    StageExample(
      .trap, "he, she and the only holder of an office",
      .text(
        "Mayor Ann Reed met Mr. Lars Olsen, Minister of Ports.\n\n"
          + "\u{201C}We agree on the pier,\u{201D} she said.\n\n"
          + "\u{201C}We do not agree on the price,\u{201D} the minister said.\n\n"
          + "\u{201C}We will meet again,\u{201D} they said."),
      gives: .facts(
        "quotes",
        [
          ["speaker": "Ann Reed", "speakerMention": "she"],
          ["speaker": "Lars Olsen", "speakerMention": "the minister"],
          ["speaker": "", "speakerMention": "they"],
        ])),
    StageExample(
      .finds, "indirect speech, where it is asked for", with: ["indirect": "true"],
      .text(
        "Mayor Ann Reed stressed that the old pier will stay open. Lars Olsen did not say that "
          + "the pier is safe, and the light that warns ships is out."),
      gives: .facts(
        "quotes",
        [
          [
            "text": "the old pier will stay open", "speaker": "Ann Reed", "cue": "stressed",
            "direct": "false",
          ]
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let found = QuoteAttributor(tokens, blocks: document.blocks).quotes(minWords: minWords)
    var sources = QuoteSources(
      document, tokens, quoted: found.flatMap { $0.parts.map { span($0.inner, tokens) } },
      labels: findings.shared([TurnLabel].self) { TurnLabels(tokens).labels() })
    var quotes: [Quote] = found.compactMap { found in
      let parts = spoken(found.parts.map { span($0.inner, tokens) }, tokens)
      guard let first = parts.first, let last = parts.last else { return nil }
      var quote = Quote(mention: document.text.mention(Span(first.start, last.end)))
      if parts.count > 1 { quote.parts = parts.map(document.text.mention) }
      if let attribution = found.attribution {
        sources.attribute(&quote, to: attribution)
      }
      return quote
    }
    if indirect {
      let clauses = IndirectSpeech(tokens, blocks: document.blocks)
        .clauses(minWords: minWords, outside: found.map(\.span))
      for clause in clauses {
        let parts = spoken([clause.span], tokens)
        guard let first = parts.first, let last = parts.last else { continue }
        var quote = Quote(
          mention: document.text.mention(Span(first.start, last.end)), direct: false)
        if parts.count > 1 { quote.parts = parts.map(document.text.mention) }
        sources.attribute(&quote, to: clause.attribution)
        quotes.append(quote)
      }
      quotes.sort { $0.mention.span < $1.mention.span }
    }
    for quote in quotes { findings.add(quote) }
  }

  /// Stretches of speech without the remarks of a transcriber.
  private func spoken(_ parts: [Span], _ tokens: Tokens) -> [Span] {
    let marks = TranscriptMarks(tokens)
    return parts.flatMap { part in
      let remarks = marks.remarks(in: part)
      return remarks.isEmpty ? [part] : marks.words(of: part, without: remarks)
    }
  }

  private func span(_ range: ClosedRange<Int>, _ tokens: Tokens) -> Span {
    Span(tokens[range.lowerBound].span.start, tokens[range.upperBound].span.end)
  }
}
