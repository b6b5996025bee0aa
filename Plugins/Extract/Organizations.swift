import PressModel
import PressStage
import PressText

/// Finds the organizations that a document names, with their acronyms and short forms.
///
/// Reads the text, and where the dateline names its place. Adds one organization for all mentions of
/// it: the full name, the acronym in brackets or made of its initials, "the Council" after the
/// Council of something. Leaves alone events, laws and programmes, and head words in lower case.
struct Organizations: Extractor {
  static let version = 4
  static let reads: [DocumentPart] = [.metadata]
  static let summary =
    "Finds the organizations that a document names, with their acronyms and short forms"
  static let kinds = [Organization.kind]

  static let examples = [
    StageExample(
      .finds, "an acronym in brackets and a short form",
      .text(
        "The International Council for Tidal Energy (ICTE) met in Oslo. The ICTE elected a chair, "
          + "and the Council will report in June."),
      gives: .facts(
        "organizations",
        [
          [
            "name": "International Council for Tidal Energy", "aliases": "ICTE; the Council",
            "mentions": "4",
          ]
        ])),
    StageExample(
      .leavesAlone, "laws and events",
      .text("He spoke of the Clean Rivers Act at the Lima Summit."),
      gives: .facts("organizations", [])),
    StageExample(
      .trap, "two bodies and a list inside one name",
      .text("She left the Bureau of Trade, Mines, and Fisheries for the Bank of Ghana."),
      gives: .facts(
        "organizations",
        [["name": "Bureau of Trade, Mines, and Fisheries"], ["name": "Bank of Ghana"]])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let names = findings.shared(Names.self) { Names(tokens, of: document) }
    for organization in names.organizations { findings.add(organization) }
  }
}
