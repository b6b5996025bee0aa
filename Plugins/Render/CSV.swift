import PressModel
import PressStage

/// Writes one CSV file for every kind of fact, and a data package that describes them.
///
/// Reads everything; adds `csv/documents.csv`, `csv/mentions.csv`, a file for each kind of fact and
/// each table, and `csv/datapackage.json` (Frictionless Data Package 1). The files are RFC 4180 in
/// UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
struct CSV: Renderer {
  static let summary =
    "Writes one CSV file for every kind of fact, and a data package that describes them"

  @Setting("Folder in the pack", example: "csv") var folder = "csv"

  static let examples = [
    StageExample(
      .finds, "a row for every document", .documents([("a.txt", "Ministers met in Oslo.")]),
      gives: .file("csv/documents.csv", contains: "a.txt")),
    StageExample(
      .leavesAlone, "text that needs no quotation marks",
      .documents([("plain name.txt", "Ministers met.")]),
      gives: .file("csv/documents.csv", contains: ",plain name.txt,")),
    StageExample(
      .trap, "a name that a spreadsheet would run", .documents([("=1+1.txt", "Ministers met.")]),
      gives: .file("csv/documents.csv", contains: ",'=1+1.txt,")),
  ]

  func render(_ pack: Pack, into output: inout OutputFolder) throws {
    var resources = [documents(of: pack), mentions(of: pack)]
    var kinds: [String: FactKind] = [:]
    for kind in pack.documents.flatMap(\.facts.kinds) { kinds[kind.name] = kind }
    for (_, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      resources.append(facts(kind, of: pack))
    }
    resources += pack.tables.map(table)
    for resource in resources {
      try output.write("\(folder)/\(resource.name).csv", resource.csv)
    }
    let package = DataPackage(name: pack.pipeline, title: pack.title, resources: resources)
    try output.write("\(folder)/datapackage.json", package.json)
  }

  private func documents(of pack: Pack) -> CSVTable {
    var table = CSVTable(
      "documents", help: "The documents of the pack.",
      fields: [
        CSVTable.Field("document", "string", "Identifier."),
        CSVTable.Field("origin", "string", "Path or URL."),
        CSVTable.Field("title", "string", "Title."),
        CSVTable.Field("kind", "string", "Kind of document."),
        CSVTable.Field("published", "string", "Date of issue as printed, ISO 8601."),
        CSVTable.Field("issuer", "string", "Who issued it."),
        CSVTable.Field("place", "string", "Dateline's place."),
        CSVTable.Field("language", "string", "BCP 47."),
        CSVTable.Field("sha256", "string", "Hash of the raw bytes."),
      ])
    for document in pack.documents {
      let metadata = document.metadata
      table.append([
        document.id, document.source.url ?? document.source.path, metadata.title,
        metadata.kind.rawValue, metadata.published, metadata.issuer?.name, metadata.place?.text,
        metadata.language, document.source.sha256,
      ])
    }
    return table
  }

  private static let offsets = [
    CSVTable.Field("start", "integer", "First Unicode scalar of the words in the text."),
    CSVTable.Field("end", "integer", "The scalar after the last."),
    CSVTable.Field("sourceStart", "integer", "First byte of the words in the raw source."),
    CSVTable.Field("sourceEnd", "integer", "The byte after the last."),
  ]

  /// Every place where words of a fact stand.
  private func mentions(of pack: Pack) -> CSVTable {
    var table = CSVTable(
      "mentions", help: "Every place where words of a fact stand.",
      fields: [
        CSVTable.Field("document", "string", "Identifier."),
        CSVTable.Field("fact", "string", "Identifier of the fact."),
        CSVTable.Field("text", "string", "The verbatim words."),
      ] + Self.offsets)
    for document in pack.documents {
      let offsets = ScalarOffsets(document.text)
      for kind in document.facts.kinds {
        for (index, fact) in document.facts[kind.name].enumerated() {
          for mention in fact.mentions {
            table.append(
              [document.id, document.factID(kind, index), mention.text]
                + cells(of: mention, document, offsets))
          }
        }
      }
    }
    return table
  }

  private func facts(_ kind: FactKind, of pack: Pack) -> CSVTable {
    var fields = [
      CSVTable.Field("document", "string", "Identifier of the document."),
      CSVTable.Field("id", "string", "Identifier of the fact."),
    ]
    fields += kind.columns.map { CSVTable.Field($0.name, $0.type.tableType, $0.help) }
    fields.append(CSVTable.Field("text", "string", "The verbatim words of the first mention."))
    fields += Self.offsets
    var table = CSVTable(kind.name, help: kind.help, fields: fields)
    for document in pack.documents {
      let offsets = ScalarOffsets(document.text)
      for (index, fact) in document.facts[kind.name].enumerated() {
        var row: [String?] = [document.id, document.factID(kind, index)]
        row += kind.columns.map { $0.value(in: fact).cell }
        row.append(fact.mentions.first?.text)
        row += fact.mentions.first.map { cells(of: $0, document, offsets) } ?? [nil, nil, nil, nil]
        table.append(row)
      }
    }
    return table
  }

  private func cells(
    of mention: Mention, _ document: Document, _ offsets: ScalarOffsets
  ) -> [String?] {
    let source = document.map.source(of: mention.span)
    return [
      String(offsets.scalar(mention.span.start)), String(offsets.scalar(mention.span.end)),
      source.map(\.start).min().map { String($0) }, source.map(\.end).max().map { String($0) },
    ]
  }

  private func table(_ table: PackTable) -> CSVTable {
    var fields = table.headers.map { CSVTable.Field($0.name, $0.type.tableType, $0.help) }
    fields.append(CSVTable.Field("derivedFrom", "string", "Identifiers of the facts it rests on."))
    var result = CSVTable("pack-\(table.name)", help: table.help, fields: fields)
    for row in table.rows {
      result.append(row.cells.map { $0.cell } + [row.derivedFrom.joined(separator: "; ")])
    }
    return result
  }
}
