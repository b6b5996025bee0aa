import PressModel
import PressStage
import PressText

/// Lists who said what about whom, by speaker and by subject
///
/// Reads quotations, turns, people, organizations, places and sentences of every document, and the
/// tables `people` and `organizations` where an earlier transform made them, so that one speaker has
/// one name. Adds the tables `statements`, a row for each statement with the verbatim words, and
/// `subjects`, a row for each subject and speaker. Who spoke, in which office and to whom is not what
/// the words are about. Leaves out words whose speaker is not known, and turns that name nobody.
/// Changes no document.
struct Statements: Transformer {
  static let summary = "Lists who said what about whom, by speaker and by subject"
  static let version = 2

  @Setting("Names of the sentence around the quoted words are subjects too") var sentence = true
  @Setting("Places are subjects too") var places = false
  @Setting("Sentences of turns of a transcript that name somebody are statements too")
  var turns = true

  static let examples = [
    StageExample(
      .finds, "words about a body by somebody with a name",
      .documents([
        ("a.txt", "“The World Bank has kept its word,” said Senator Maria Lopez on Monday.")
      ]),
      gives: .table("statements", ["Maria Lopez"]), .table("subjects", ["World Bank"])),
    StageExample(
      .leavesAlone, "a text in which nobody speaks",
      .documents([("a.txt", "Senator Maria Lopez met the World Bank.")]),
      gives: .table("statements", []), .table("subjects", [])),
    StageExample(
      .trap, "a speaker is not what the words are about",
      .documents([("a.txt", "“It will rain all day tomorrow,” said Senator Maria Lopez.")]),
      gives: .table("statements", ["Maria Lopez"]), .table("subjects", [])),
    StageExample(
      .trap, "the speaker's own body, and whom the speaker told",
      .documents([
        ("a.txt", "“We need help now,” said Maria Lopez, president of the World Bank."),
        ("b.txt", "Senator John Weber told the World Bank that “the ports need help now”."),
        ("c.txt", "Senator John Weber praised the Red Cross as “the best of us all”."),
      ]),
      gives: .table("subjects", ["Red Cross"])),
  ]

  func transform(_ pack: inout PackDraft) throws {
    let names = PackNames(pack)
    var statements: [Statement] = []
    for (number, document) in pack.documents.enumerated() {
      let finder = StatementFinder(document, names, places: places)
      statements += finder.quotes(number, bySentence: sentence)
      if turns { statements += finder.turns(number) }
    }
    statements.sort(by: Statement.precedes)
    pack.tables.append(table(of: statements))
    pack.tables.append(subjects(of: statements))
  }

  private func table(of statements: [Statement]) -> PackTable {
    PackTable(
      name: "statements", title: "Who said what", help: "One row a statement, by speaker.",
      headers: [
        PackTable.Header("speaker", .string, "Who spoke, by the fullest form of the name."),
        PackTable.Header("words", .strings, "The words as they stand in the document."),
        PackTable.Header("about", .strings, "Whom the words, or their sentence, name."),
        PackTable.Header(
          "form", .choice(Statement.Form.allCases.map(\.rawValue)),
          "Whether the words are quoted, told or spoken in a transcript."),
        PackTable.Header("date", .date, "The document's date of issue."),
        PackTable.Header("document", .string, "Identifier of the document."),
      ],
      rows: statements.map { statement in
        PackTable.Row(
          cells: [
            .string(statement.speaker), .strings(statement.words), .strings(statement.subjects),
            .string(statement.form.rawValue), .string(statement.date),
            .string(statement.document),
          ],
          derivedFrom: [statement.fact] + statement.origins, readings: [1: statement.reading])
      })
  }

  private func subjects(of statements: [Statement]) -> PackTable {
    struct Pair: Hashable { let subject, speaker: String }
    var order: [Pair] = []
    var found: [Pair: [Statement]] = [:]
    for statement in statements {
      for subject in statement.subjects {
        let pair = Pair(subject: subject, speaker: statement.speaker)
        if found[pair] == nil { order.append(pair) }
        found[pair, default: []].append(statement)
      }
    }
    order.sort {
      let (left, right) = ([$0.subject, $0.speaker], [$1.subject, $1.speaker])
      let (a, b) = (left.map { $0.lowercased() }, right.map { $0.lowercased() })
      return a != b ? a.lexicographicallyPrecedes(b) : left.lexicographicallyPrecedes(right)
    }
    return PackTable(
      name: "subjects", title: "About whom", help: "One row a subject and a speaker.",
      headers: [
        PackTable.Header("subject", .string, "Whom the words are about."),
        PackTable.Header("speaker", .string, "Who spoke."),
        PackTable.Header("statements", .integer, "How often."),
        PackTable.Header("words", .strings, "The words as they stand in the documents."),
      ],
      rows: order.map { pair in
        let said = found[pair] ?? []
        return PackTable.Row(
          cells: [
            .string(pair.subject), .string(pair.speaker), .integer(said.count),
            .strings(said.flatMap(\.words)),
          ],
          derivedFrom: said.map(\.fact),
          readings: [3: said.map(\.reading).joined(separator: "; ")])
      })
  }
}
