import PressModel
import PressStage

/// Lists the dates of all documents in the order of time
///
/// Reads the dates of every document; adds the table `timeline`, a row for each date with the
/// sentence that names it; leaves out dates whose year is not known. Changes no document.
struct Timeline: Transformer {
  static let summary = "Lists the dates of all documents in the order of time"

  @Setting("Only dates that name a day, not whole months or years") var daysOnly = false

  static let examples = [
    StageExample(
      .finds, "dates of two documents in order",
      .documents([
        ("a.txt", "The talks end on 3 May 2021."), ("b.txt", "They began on 1 May 2021."),
      ]),
      gives: .table("timeline", ["2021-05-01", "2021-05-03"])),
    StageExample(
      .leavesAlone, "a text without a date", .documents([("a.txt", "Ministers met.")]),
      gives: .table("timeline", [])),
    StageExample(
      .trap, "a month where only days are wanted", with: ["days_only": "true"],
      .documents([("a.txt", "It was agreed in May 2021.")]), gives: .table("timeline", [])),
  ]

  func transform(_ pack: inout PackDraft) throws {
    var rows: [(key: String, row: PackTable.Row)] = []
    for document in pack.documents {
      for (index, date) in document.facts(DateExpression.self).enumerated()
      where isPlaced(date.value) {
        let span = date.mention.span
        let sentence = document.sentences.first { $0.contains(span) } ?? span
        let row = PackTable.Row(
          cells: [
            .string(date.value), .string(document.text[sentence]), .string(document.id),
          ],
          derivedFrom: [document.factID(DateExpression.kind, index)])
        rows.append((date.value, row))
      }
    }
    pack.tables.append(
      PackTable(
        name: "timeline", title: "Timeline", help: "Every date, in the order of time.",
        headers: [
          PackTable.Header("date", .date, "The date in EDTF (ISO 8601-2)."),
          PackTable.Header("sentence", .string, "The sentence that names it."),
          PackTable.Header("document", .string, "Identifier of the document."),
        ],
        rows: rows.sorted(by: precedes).map(\.row)))
  }

  /// By date, then by document and place.
  private func precedes(
    _ left: (key: String, row: PackTable.Row), _ right: (key: String, row: PackTable.Row)
  ) -> Bool {
    left.key != right.key
      ? left.key < right.key : left.row.derivedFrom[0] < right.row.derivedFrom[0]
  }

  /// Whether a year stands at the head of the date, and a day where days are wanted.
  private func isPlaced(_ value: String) -> Bool {
    let year = value.utf8.prefix(4)
    guard year.count == 4, year.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return !daysOnly || value.split(separator: "/").first?.utf8.count == 10
  }
}
