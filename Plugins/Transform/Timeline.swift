import PressModel
import PressStage
import PressText

/// Lists the dates of all documents in the order of time
///
/// Reads the dates of every document; adds the table `timeline`, a row for each date with the
/// sentence that names it, without a dateline before it; one row for a sentence that names it twice.
/// A year stands before its months, a day before its hours, a range where it begins; a time without a
/// zone has that of the document's first with one. Leaves out dates whose year is not known and,
/// unless `all` is set, those of which nothing is told: bare datelines and marks, rows of tables,
/// legal notes, and years that are part of a law's name. Changes no document.
struct Timeline: Transformer {
  static let summary = "Lists the dates of all documents in the order of time"
  static let version = 5

  static let reads: [DocumentPart] = [.facts(DateExpression.self)]

  @Setting("Only dates that name a day, not whole months or years") var daysOnly = false
  @Setting("Also dates of which nothing is told: bare datelines, rows of tables, legal notes")
  var all = false

  static let examples = [
    StageExample(
      .finds, "dates of two documents in order",
      .documents([
        ("a.txt", "The talks end on 3 May 2021."), ("b.txt", "They began on 1 May 2021."),
      ]),
      gives: .table("timeline", ["2021-05-01", "2021-05-03"])),
    StageExample(
      .finds, "a year, a month, a range and a day that begin together",
      .documents([
        ("a.txt", "It opened on 1 January 2021."), ("b.txt", "In January 2021 it closed."),
        ("c.txt", "Much was built in 2021."), ("d.txt", "Talks ran from 1 to 4 January 2021."),
      ]),
      gives: .table("timeline", ["2021", "2021-01", "2021-01-01/2021-01-04", "2021-01-01"])),
    StageExample(
      .finds, "one row for a sentence that names a day twice",
      .documents([("a.txt", "It opened on 1 May 2021, and 1 May 2021 was a holiday.")]),
      gives: .table("timeline", ["2021-05-01"])),
    StageExample(
      .finds, "a day, then its hours, by the clock of their zones",
      .documents([
        ("a.txt", "Talks ended on 1 May 2021 at 3 p.m. GMT."),
        ("b.txt", "They began on 1 May 2021 at 9 a.m. EST, and on 1 May 2021 at 8 a.m. it rained."),
        ("c.txt", "It was 1 May 2021."),
      ]),
      gives: .table(
        "timeline",
        [
          "2021-05-01", "2021-05-01T08:00:00", "2021-05-01T09:00:00-05:00",
          "2021-05-01T15:00:00+00:00",
        ])),
    StageExample(
      .finds, "a sentence, and not the dateline before it",
      .documents([("a.txt", "OSLO, May 3, 2021 – The port opened again.")]),
      gives: .table("timeline", ["2021-05-03"])),
    StageExample(
      .leavesAlone, "dates of which nothing is told",
      .documents([
        ("a.txt", "Oslo, 3 May 2021"), ("b.txt", "END 2:19 p.m., 3 May 2021"),
        ("e.txt", "Last updated on 3 May 2021"),
        ("f.txt", "Embargoed until 9 a.m. GMT on 3 May 2021\n\nThe port is open again."),
        ("c.txt", "It rests on the Harbour Reform Act of 1995."),
        ("d.txt", "These forward-looking statements were made on 3 May 2021."),
      ]),
      gives: .table("timeline", [])),
    StageExample(
      .finds, "all of them, where they are asked for", with: ["all": "true"],
      .documents([("a.txt", "Oslo, 3 May 2021"), ("b.txt", "See the Harbour Reform Act of 1995.")]),
      gives: .table("timeline", ["1995", "2021-05-03"])),
    StageExample(
      .leavesAlone, "a text without a date", .documents([("a.txt", "Ministers met.")]),
      gives: .table("timeline", [])),
    StageExample(
      .trap, "a month where only days are wanted", with: ["days_only": "true"],
      .documents([("a.txt", "It was agreed in May 2021.")]), gives: .table("timeline", [])),
  ]

  private struct Entry {
    let bounds: DateBounds
    /// The document's place in the pack, and the date's in it.
    let place: (Int, Int)
    var row: PackTable.Row
  }

  func transform(_ pack: inout PackDraft) throws {
    var entries: [Entry] = []
    for (number, document) in pack.documents.enumerated() {
      let sentences = SpanIndex(document.sentences)
      var telling = TellingSentences(document)
      var last: [String: (sentence: Span, entry: Int)] = [:]
      let dates = document.facts(DateExpression.self)
      let offset = dates.lazy.compactMap { DateBounds.offset(ofEDTF: $0.value) }.first ?? 0
      for (index, date) in dates.enumerated() {
        guard !daysOnly || namesDay(date.value),
          let bounds = DateBounds(edtf: date.value, offset: offset)
        else { continue }
        let sentence = sentences.holding(date.mention.span) ?? date.mention.span
        guard all || telling.tells(sentence, of: date.mention.span) else { continue }
        let fact = document.factID(DateExpression.kind, index)
        if let known = last[date.value], known.sentence == sentence {
          entries[known.entry].row.derivedFrom.append(fact)
          continue
        }
        last[date.value] = (sentence, entries.count)
        let row = PackTable.Row(
          cells: [
            .string(date.value), .string(document.text[telling.words(of: sentence)]),
            .string(document.id),
          ],
          derivedFrom: [fact])
        entries.append(Entry(bounds: bounds, place: (number, index), row: row))
      }
    }
    entries.sort { $0.bounds != $1.bounds ? $0.bounds < $1.bounds : $0.place < $1.place }
    pack.tables.append(
      PackTable(
        name: "timeline", title: "Timeline",
        help: "What is told of days and times, in their order.",
        headers: [
          PackTable.Header("date", .date, "The date in EDTF (ISO 8601-2)."),
          PackTable.Header(
            "sentence", .string, "The sentence that names it, without its dateline."),
          PackTable.Header("document", .string, "Identifier of the document."),
        ],
        rows: entries.map(\.row)))
  }

  private func namesDay(_ value: String) -> Bool {
    value.split(separator: "/").contains { $0.utf8.count >= 10 }
  }
}
