import PressModel

/// The tables over all documents, and what became of all items.
extension MarkdownPage {
  mutating func draw(
    _ table: PackTable, of pack: Pack, _ targets: MarkdownTargets, entries: Int
  ) {
    heading(2, table.title)
    // An empty column says nothing, nor does over one document one that says which it is.
    let columns = table.headers.indices.filter { column in
      guard table.headers[column].isShown else { return false }
      let cells = table.rows.map { $0.cells[column].cell }
      return !cells.allSatisfy(\.isEmpty)
        && (pack.documents.count > 1 || !cells.allSatisfy { targets.title(of: $0) != nil })
    }
    let rows = table.rows.prefix(entries).map { row in
      columns.map { Self.cell($0, of: row, table.headers[$0].type, targets) }
    }
    self.table(columns.map { Self.words(ofName: table.headers[$0].name) }, rows)
    let more = table.rows.count - rows.count
    if more > 0 { paragraph("… and \(more) more in the pack") }
  }

  private static func cell(
    _ column: Int, of row: PackTable.Row, _ type: ColumnType, _ targets: MarkdownTargets
  ) -> String {
    if let reading = row.readings[column] { return escaped(reading) }
    let cell = row.cells[column].cell
    if let link = targets.link(to: cell) { return link }
    if case .date = type { return escaped(DateWords.reading(ofEDTF: cell) ?? cell) }
    if case .number = row.cells[column], cell.hasSuffix(".0") { return String(cell.dropLast(2)) }
    return escaped(cell)
  }

  /// What became of all that was found: nothing is left out without a line.
  mutating func draw(_ ledger: [LedgerEntry], _ targets: MarkdownTargets) {
    guard !ledger.isEmpty else { return }
    let missing = ledger.filter { $0.fate != .packed }
    heading(2, "Not in this pack")
    guard !missing.isEmpty else {
      let items = ledger.count == 1 ? "the one item" : "all \(ledger.count) items"
      paragraph("Nothing: \(items) that came in \(ledger.count == 1 ? "is" : "are") packed.")
      return
    }
    paragraph(Self.escaped(ledger.balance) + ".")
    for entry in missing {
      let fate =
        switch entry.fate {
        case .merged(let document): "merged: the same as \(targets.origin(of: document))"
        case .held(let moment):
          Self.escaped("held until \(DateWords.reading(ofEDTF: moment) ?? moment)")
        default:
          Self.escaped(entry.fate.detail.map { "\(entry.fate.name): \($0)" } ?? entry.fate.name)
        }
      item("\(Self.escaped(entry.origin)) – \(fate)")
    }
    endList()
  }
}
