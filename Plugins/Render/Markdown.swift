import PressModel
import PressStage
import PressText

/// Writes a briefing in Markdown that a press officer can hand on.
///
/// Reads everything; adds `briefing.md`: over several documents first a list of them with what each
/// says; then for each document what it is, a table that answers what, who, where, when and how
/// much, the key facts, and the facts of every kind, each with a footnote that gives the verbatim
/// sentence and its bytes in the source; then the tables over all documents and what is not in the
/// pack. Facts of a document that say the same share a line. It knows no kind of fact by name: a
/// kind's declaration says which question it answers and whether it is a key fact.
struct Markdown: Renderer {
  static let summary = "Writes a briefing in Markdown that a press officer can hand on"
  static let version = 2

  @Setting("Name of the file in the pack", example: "briefing.md") var file = "briefing.md"
  @Setting("Most entries of an answer in the table at the head", range: 1...50) var answers = 8
  @Setting("Most entries of a list of facts; the rest is counted", range: 1...10_000)
  var entries = 100
  @Setting("Most documents whose first key point stands in the list at the top", range: 0...1000)
  var points = 30

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
    let targets = MarkdownTargets(pack, file: file)
    page.heading(1, pack.title)
    if pack.documents.isEmpty { page.paragraph("No document is in this pack.") }
    page.draw(pack.corrections)
    var notes = pack.documents.map { MarkdownNotes($0) }
    if pack.documents.count > 1 { drawContents(of: pack, targets, &notes, on: &page) }
    for (number, document) in pack.documents.enumerated() {
      if let anchor = targets.anchor(ofDocument: number) { page.anchor(anchor) }
      draw(document, targets, &notes[number], on: &page)
    }
    for table in pack.tables where !table.rows.isEmpty {
      if let anchor = targets.anchor(of: table) { page.anchor(anchor) }
      page.draw(table, of: pack, targets, entries: entries)
    }
    page.draw(pack.ledger, targets)
    try folder.write(file, page.bytes)
  }

  private func draw(
    _ document: Document, _ targets: MarkdownTargets, _ notes: inout MarkdownNotes,
    on page: inout MarkdownPage
  ) {
    page.heading(2, document.heading)
    page.paragraph(imprint(of: document, targets))
    let kinds = document.facts.kinds.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    let datelines = Datelines(document)
    let lists = kinds.map { MarkdownList($0, document, datelines) }.filter { !$0.lines.isEmpty }
    drawAnswers(lists, on: &page)
    let key = lists.filter(\.kind.isKey)
    if !key.isEmpty {
      page.heading(3, "Key facts")
      for list in key { page.items(of: list, entries, &notes) }
      page.endList()
    }
    for list in lists where !list.kind.isKey && !list.isShort {
      page.heading(3, list.kind.title)
      page.items(of: list, entries, &notes)
      page.endList()
    }
    let short = lists.filter { !$0.kind.isKey && $0.isShort }
    if !short.isEmpty { page.heading(3, "Names and figures") }
    for list in short { page.paragraph(of: list, entries, &notes) }
    let vain = kinds.filter { $0.isKey && document.facts[$0.name].isEmpty }
    if !vain.isEmpty {
      let titles = vain.map { MarkdownPage.escaped($0.title) }.joined(separator: "; ")
      page.paragraph("*None found: \(titles).*")
    }
  }

  /// What the document is: kind, issuer, date and source, with what is not printed said plainly.
  private func imprint(of document: Document, _ targets: MarkdownTargets) -> String {
    let metadata = document.metadata
    var parts = [document.kindWords]
    if let issuer = metadata.issuer {
      parts.append(([issuer.name] + issuer.parents.reversed()).joined(separator: ", "))
    }
    parts.append(document.issued.map { "published \($0)" } ?? "no date of issue printed")
    if let place = metadata.place { parts.append(place.text) }
    if let embargo = metadata.embargo {
      parts.append("under embargo until \(DateWords.reading(ofEDTF: embargo) ?? embargo)")
    }
    return (parts.map(MarkdownPage.escaped) + ["source: \(targets.source(of: document))"])
      .joined(separator: " · ")
  }

  private func drawAnswers(_ lists: [MarkdownList], on page: inout MarkdownPage) {
    var rows: [(String, String)] = []
    for question in Question.allCases {
      let limit = question == .what ? 1 : answers
      var readings: [String] = []
      for list in lists where list.kind.answers == question {
        for line in list.lines where readings.count <= limit && !readings.contains(line.reading) {
          readings.append(line.reading)
        }
      }
      guard !readings.isEmpty else { continue }
      let more = readings.count > limit && question != .what ? "; …" : ""
      let cell = readings.prefix(limit).map(MarkdownPage.escaped).joined(separator: "; ")
      rows.append((question.label, cell + more))
    }
    page.table(rows)
  }

  /// What a reader sees first: how much of what days, and a line a document with what it says.
  private func drawContents(
    of pack: Pack, _ targets: MarkdownTargets, _ notes: inout [MarkdownNotes],
    on page: inout MarkdownPage
  ) {
    let days = pack.documents.compactMap { $0.metadata.published?.prefix(10) }
    var parts = ["\(pack.documents.count) documents"]
    if let first = days.min(), let last = days.max() {
      let period = first == last ? "\(first)" : "\(first)/\(last)"
      parts.append("issued \(DateWords.reading(ofEDTF: period) ?? period)")
    }
    let undated = pack.documents.count - days.count
    if undated > 0 { parts.append("\(undated) without a date of issue") }
    parts.append("\(pack.documents.reduce(0) { $0 + $1.facts.count }) facts")
    page.paragraph(parts.map(MarkdownPage.escaped).joined(separator: " · "))
    page.heading(2, "Documents")
    for (number, document) in pack.documents.enumerated() {
      let about = [document.kindWords, document.metadata.issuer?.name, document.dayIssued]
        .compactMap { $0.map(MarkdownPage.escaped) }
      var lines = [(["**\(targets.link(to: document))**"] + about).joined(separator: " · ")]
      let kind = document.facts.kinds.filter { $0.answers == .what }
        .min { ($0.rank, $0.name) < ($1.rank, $1.name) }
      if number < points, let kind,
        let point = MarkdownList(kind, document, Datelines(document)).lines.first
      {
        lines.append(
          MarkdownPage.escapedLine(point.reading) + point.marks(&notes[number], on: &page))
      }
      page.entry(number + 1, lines)
    }
    page.endList()
    let links = targets.links(to: pack.tables)
    if !links.isEmpty { page.paragraph("Over all documents: \(links.joined(separator: " · "))") }
  }
}
