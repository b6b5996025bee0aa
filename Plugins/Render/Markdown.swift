import PressModel
import PressStage

/// Writes a briefing in Markdown that a press officer can hand on.
///
/// Reads everything; adds `briefing.md`: for each document what it is, a table that answers what,
/// who, where, when and how much, the key facts, and a list for every kind of fact, each with a
/// footnote that gives the verbatim sentence and its bytes in the source. It knows no kind of fact
/// by name: a kind's declaration says which question it answers and whether it is a key fact.
struct Markdown: Renderer {
  static let summary = "Writes a briefing in Markdown that a press officer can hand on"

  @Setting("Name of the file in the pack", example: "briefing.md") var file = "briefing.md"
  @Setting("Most entries of an answer in the table at the head", range: 1...50) var answers = 8
  @Setting("Most entries of a list of facts; the rest is counted", range: 1...10_000)
  var entries = 100

  static let examples = [
    StageExample(
      .finds, "the title of the pack", .documents([("a.txt", "Ministers met in Oslo.")]),
      gives: .file("briefing.md", contains: "# Example")),
    StageExample(
      .leavesAlone, "a pack without documents", .documents([]),
      gives: .file("briefing.md", contains: "No document is in this pack.")),
    StageExample(
      .trap, "a file name that would be markup", .documents([("a_b*c.txt", "Ministers met.")]),
      gives: .file("briefing.md", contains: #"a\_b\*c.txt"#)),
  ]

  func render(_ pack: Pack, into folder: inout OutputFolder) throws {
    var page = MarkdownPage()
    page.heading(1, pack.title)
    if pack.documents.isEmpty { page.paragraph("No document is in this pack.") }
    page.draw(pack.corrections)
    // Over several documents the tables come first, as the overview; over one they come last.
    let isSingle = pack.documents.count == 1
    if !isSingle {
      drawContents(of: pack, on: &page)
      draw(pack.tables, of: pack, on: &page)
    }
    for document in pack.documents { draw(document, on: &page) }
    if isSingle { draw(pack.tables, of: pack, on: &page) }
    draw(pack.ledger, on: &page)
    try folder.write(file, page.bytes)
  }

  /// One line a document, in the order of the pack.
  private func drawContents(of pack: Pack, on page: inout MarkdownPage) {
    guard !pack.documents.isEmpty else { return }
    page.heading(2, "Documents")
    let rows = pack.documents.map { document in
      let metadata = document.metadata
      return [
        title(of: document), kind(of: document), metadata.issuer?.name ?? "",
        metadata.published.map { "\($0)" } ?? "", "\(document.facts.count)",
      ]
    }
    page.table(["title", "kind", "issuer", "published", "facts"], rows)
  }

  private func title(of document: Document) -> String {
    document.metadata.title ?? document.source.path ?? document.id
  }

  private func kind(of document: Document) -> String {
    document.metadata.kind.rawValue.split(separator: "-").joined(separator: " ")
  }

  private func draw(_ document: Document, on page: inout MarkdownPage) {
    page.heading(2, title(of: document))
    page.paragraph(imprint(of: document))
    let kinds = document.facts.kinds.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    var notes = MarkdownNotes(document)
    drawAnswers(kinds, document, on: &page)
    drawKeyFacts(kinds.filter(\.isKey), document, &notes, on: &page)
    for kind in kinds where !kind.isKey && !document.facts[kind.name].isEmpty {
      page.heading(3, kind.title)
      list(kind, document, &notes, on: &page)
      page.endList()
    }
  }

  /// What the document is: kind, issuer, date and source, with what is not printed said plainly.
  private func imprint(of document: Document) -> String {
    let metadata = document.metadata
    var parts = [kind(of: document)]
    if let issuer = metadata.issuer {
      parts.append(([issuer.name] + issuer.parents.reversed()).joined(separator: ", "))
    }
    parts.append(metadata.published.map { "published \($0)" } ?? "no date of issue printed")
    if let place = metadata.place { parts.append(place.text) }
    if let embargo = metadata.embargo { parts.append("under embargo until \(embargo)") }
    parts.append("source: \(document.source.url ?? document.source.path ?? document.id)")
    return parts.map(MarkdownPage.escaped).joined(separator: " · ")
  }

  private func drawAnswers(
    _ kinds: [FactKind], _ document: Document, on page: inout MarkdownPage
  ) {
    var rows: [(String, String)] = []
    for question in Question.allCases {
      var readings: [String] = []
      for kind in kinds where kind.answers == question {
        for fact in document.facts[kind.name] {
          let reading = MarkdownPage.escaped(kind.reading(of: fact))
          if !readings.contains(reading) { readings.append(reading) }
        }
      }
      guard !readings.isEmpty else { continue }
      let limit = question == .what ? 1 : answers
      let more = readings.count > limit && question != .what ? "; …" : ""
      rows.append((question.label, readings.prefix(limit).joined(separator: "; ") + more))
    }
    page.table(rows)
  }

  /// The facts that matter most, of several kinds; a kind that was looked for in vain is said.
  private func drawKeyFacts(
    _ kinds: [FactKind], _ document: Document, _ notes: inout MarkdownNotes,
    on page: inout MarkdownPage
  ) {
    guard !kinds.isEmpty else { return }
    page.heading(3, "Key facts")
    for kind in kinds { list(kind, document, &notes, on: &page) }
    for kind in kinds where document.facts[kind.name].isEmpty {
      page.item("\(kind.title): none found.")
    }
    page.endList()
  }

  private func list(
    _ kind: FactKind, _ document: Document, _ notes: inout MarkdownNotes,
    on page: inout MarkdownPage
  ) {
    let facts = document.facts[kind.name]
    for fact in facts.prefix(entries) {
      let mark = fact.mentions.first.map { notes.mark(on: $0, on: &page) } ?? ""
      let count = kind.form == .mentions ? fact.mentions.count : 1
      let more = count > 1 ? " · \(count) mentions" : ""
      page.item(MarkdownPage.escaped(kind.reading(of: fact)) + more + mark)
    }
    if facts.count > entries { page.item("… and \(facts.count - entries) more in the pack") }
  }

  private func draw(_ tables: [PackTable], of pack: Pack, on page: inout MarkdownPage) {
    var titles: [String: String] = [:]
    for document in pack.documents {
      titles[document.id] = title(of: document)
    }
    for table in tables where !table.rows.isEmpty {
      page.heading(2, table.title)
      // An empty column says nothing, nor does over one document one that says which it is.
      let columns = table.headers.indices.filter { column in
        let cells = table.rows.map { $0.cells[column].cell }
        return !cells.allSatisfy(\.isEmpty)
          && (pack.documents.count > 1 || !cells.allSatisfy { titles[$0] != nil })
      }
      let rows = table.rows.prefix(entries).map { row in
        columns.map { titles[row.cells[$0].cell] ?? row.cells[$0].cell }
      }
      page.table(columns.map { MarkdownPage.words(ofName: table.headers[$0].name) }, rows)
      let more = table.rows.count - rows.count
      if more > 0 { page.paragraph("… and \(more) more in the pack") }
    }
  }

  /// What became of all that was found: nothing is left out without a line.
  private func draw(_ ledger: [LedgerEntry], on page: inout MarkdownPage) {
    guard !ledger.isEmpty else { return }
    let missing = ledger.filter { $0.fate != .packed }
    page.heading(2, "Not in this pack")
    page.paragraph(MarkdownPage.escaped(ledger.balance) + (missing.isEmpty ? ": nothing." : "."))
    for entry in missing {
      let detail = entry.fate.detail.map { ": \($0)" } ?? ""
      page.item(MarkdownPage.escaped("\(entry.origin) – \(entry.fate.name)\(detail)"))
    }
    if !missing.isEmpty { page.endList() }
  }
}
