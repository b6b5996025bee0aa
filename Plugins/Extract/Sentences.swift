import PressModel
import PressStage
import PressText

/// Cuts each block into sentences, by rules and a table of abbreviations.
///
/// Reads the text and its blocks; adds the document's sentences. A sentence never crosses a block
/// or a line that is one of its own; headings are sentences too. Leaves the text as it is.
struct Sentences: Extractor {
  static let version = 3
  static let summary = "Cuts each block into sentences, by rules and a table of abbreviations"

  static let adds: [DocumentPart] = [.sentences]

  static let examples = [
    StageExample(
      .finds, "stops, quotations and brackets",
      .text(
        "The port opened. \u{201C}We waited long for it.\u{201D} Why? (Nobody knows.) It rained."),
      gives: .sentences([
        "The port opened.", "\u{201C}We waited long for it.\u{201D}", "Why?", "(Nobody knows.)",
        "It rained.",
      ])),
    StageExample(
      .leavesAlone, "abbreviations, initials and decimals",
      .text(
        "Dr. J. P. Olsen of the U.S. Forest Service paid $3.5 million for lot No. 5 at 9 a.m. Monday."
      ),
      gives: .sentences([
        "Dr. J. P. Olsen of the U.S. Forest Service paid $3.5 million for lot No. 5 at 9 a.m. Monday."
      ])),
    StageExample(
      .trap, "an abbreviation that ends its sentence, a question that goes on",
      .text("He moved to the U.S. The firm stayed.\n\n\u{201C}Where to?\u{201D} Olsen asked."),
      gives: .sentences([
        "He moved to the U.S.", "The firm stayed.", "\u{201C}Where to?\u{201D} Olsen asked.",
      ])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let splitter = SentenceSplitter(tokens)
    findings.sentences = document.blocks.flatMap { splitter.sentences(in: $0.span) }
  }
}
