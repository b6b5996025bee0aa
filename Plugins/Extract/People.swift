import PressModel
import PressStage
import PressText

/// Finds the people that a document names, with their titles and offices.
///
/// Reads the text, and where the dateline names its place. Adds one person for all mentions of them:
/// "Dr. Jane Doe", "Doe". Leaves alone names inside those of organizations and places, and offices
/// without a name ("the President").
struct People: Extractor {
  static let version = 5
  static let reads: [DocumentPart] = [.metadata]
  static let summary = "Finds the people that a document names, with their titles and offices"
  static let kinds = [Person.kind]

  static let examples = [
    StageExample(
      .finds, "a name with its office, and the surname later",
      .text(
        "Maria T. Okafor, Minister of Trade, opened the fair.\n\nMs. Okafor thanked "
          + "Ambassador Lindqvist of the Harbor Commission."),
      gives: .facts(
        "people",
        [
          ["name": "Maria T. Okafor", "roles": "Minister of Trade", "mentions": "2"],
          [
            "name": "Lindqvist", "roles": "Ambassador", "affiliation": "Harbor Commission",
          ],
        ])),
    StageExample(
      .finds, "what stands behind a name, whole, and the organization it names",
      .text(
        "Anna Keller (D-WI), ranking member of the Senate Finance Committee, met FBI director Paul "
          + "Weber and Bo Lind, a labor economist at the University of Sapporo."),
      gives: .facts(
        "people",
        [
          [
            "name": "Anna Keller", "roles": "ranking member of the Senate Finance Committee",
            "affiliation": "Senate Finance Committee",
          ],
          ["name": "Paul Weber", "roles": "director", "affiliation": "FBI"],
          [
            "name": "Bo Lind", "roles": "labor economist", "affiliation": "University of Sapporo",
          ],
        ])),
    StageExample(
      .leavesAlone, "an office without a name", .text("The Prime Minister met the Secretary."),
      gives: .facts("people", [])),
    StageExample(
      .trap, "a name inside an organization's",
      .text("She studied at Johns Hopkins University and works for the Ford Foundation."),
      gives: .facts("people", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let names = findings.shared(Names.self) { Names(tokens, of: document) }
    for person in names.people { findings.add(person) }
  }
}
