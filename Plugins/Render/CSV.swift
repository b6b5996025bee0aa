import PressModel
import PressStage

/// Writes one CSV file for every kind of fact, and a data package that describes them.
///
/// Reads everything; adds `csv/documents.csv`, `csv/mentions.csv`, a file for each kind of fact and
/// each table, and `csv/datapackage.json` (Frictionless Data Package 1). The files are RFC 4180 in
/// UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe before it. Rows of
/// facts and of tables that name a document by its identifier have its title beside it.
struct CSV: Renderer {
  static let summary =
    "Writes one CSV file for every kind of fact, and a data package that describes them"

  static let version = 2

  @Setting("Folder in the pack", example: "csv") var folder = "csv"
  @Setting("Start each CSV file with a byte order mark, without which Excel misreads UTF-8")
  var bom = false

  static let examples = [
    StageExample(
      .finds, "a row for every document", .documents([("a.txt", "Ministers met in Oslo.")]),
      gives: .file("csv/documents.csv", contains: "a.txt")),
    StageExample(
      .finds, "a byte order mark, where it is asked for", with: ["bom": "true"],
      .documents([("a.txt", "Ministers met in Oslo.")]),
      gives: .file("csv/documents.csv", contains: "\u{FEFF}document,origin,title,")),
    StageExample(
      .leavesAlone, "text that needs no quotation marks",
      .documents([("plain name.txt", "Ministers met.")]),
      gives: .file("csv/documents.csv", contains: ",plain name.txt,")),
    StageExample(
      .trap, "a name that a spreadsheet would run", .documents([("=1+1.txt", "Ministers met.")]),
      gives: .file("csv/documents.csv", contains: ",'=1+1.txt,")),
  ]

  func render(_ pack: Pack, into output: inout OutputFolder) throws {
    var documents = CSVTable(
      "documents", help: "The documents of the pack.", fields: Self.documentFields)
    var mentions = CSVTable(
      "mentions", help: "Every place where words of a fact stand.", fields: Self.mentionFields)
    var declared: [String: FactKind] = [:]
    for document in pack.documents {
      for kind in document.facts.kinds { declared[kind.name] = kind }
    }
    let kinds = declared.values.sorted { $0.name < $1.name }
    var facts = kinds.map { CSVTable($0.name, help: $0.help, fields: Self.fields(of: $0)) }
    for document in pack.documents {
      documents.append(cells(of: document))
      let offsets = ScalarOffsets(document.text)
      let title = CSVTable.Cell(document.metadata.title)
      for (number, kind) in kinds.enumerated() {
        for (index, fact) in document.facts[kind.name].enumerated() {
          let id = CSVTable.Cell.text(document.factID(kind, index))
          var row =
            [.text(document.id), title, id] + kind.columns.map { .init($0.value(in: fact)) }
          let places = fact.mentions.map { cells(of: $0, document, offsets) }
          row += places.first ?? [.empty, .empty, .empty, .empty, .empty]
          facts[number].append(row)
          for place in places { mentions.append([.text(document.id), id] + place) }
        }
      }
    }
    let titles = Dictionary(
      pack.documents.map { ($0.id, $0.metadata.title) }, uniquingKeysWith: { first, _ in first })
    let resources = [documents, mentions] + facts + pack.tables.map { table($0, titles) }
    for resource in resources {
      let mark: [UInt8] = bom ? [0xEF, 0xBB, 0xBF] : []
      try output.write("\(folder)/\(resource.name).csv", mark + resource.csv)
    }
    let package = DataPackage(name: pack.pipeline, title: pack.title, resources: resources)
    try output.write("\(folder)/datapackage.json", package.json)
  }

  private static let documentFields = [
    CSVTable.Field("document", "string", "Identifier."),
    CSVTable.Field("origin", "string", "Path or URL."),
    CSVTable.Field("title", "string", "Title."),
    CSVTable.Field("kind", "string", "Kind of document."),
    CSVTable.Field("published", "string", "Date of issue as printed, ISO 8601."),
    CSVTable.Field("issuer", "string", "Who issued it."),
    CSVTable.Field("place", "string", "Dateline's place."),
    CSVTable.Field("language", "string", "BCP 47."),
    CSVTable.Field("sha256", "string", "Hash of the raw bytes."),
  ]

  private func cells(of document: Document) -> [CSVTable.Cell] {
    let metadata = document.metadata
    return [
      document.id, document.source.url ?? document.source.path, metadata.title,
      metadata.kind.rawValue, metadata.published, metadata.issuer?.name, metadata.place?.text,
      metadata.language, document.source.sha256,
    ].map { .init($0) }
  }

  private static let offsets = [
    CSVTable.Field("start", "integer", "First Unicode scalar of the words in the text."),
    CSVTable.Field("end", "integer", "The scalar after the last."),
    CSVTable.Field("sourceStart", "integer", "First byte of the words in the raw source."),
    CSVTable.Field("sourceEnd", "integer", "The byte after the last."),
  ]

  private static let mentionFields =
    [
      CSVTable.Field("document", "string", "Identifier."),
      CSVTable.Field("fact", "string", "Identifier of the fact."),
      CSVTable.Field("text", "string", "The verbatim words."),
    ] + offsets

  private static let titleField = CSVTable.Field(
    "documentTitle", "string", "Title of the document.")

  private static func fields(of kind: FactKind) -> [CSVTable.Field] {
    [
      CSVTable.Field("document", "string", "Identifier of the document."), titleField,
      CSVTable.Field("id", "string", "Identifier of the fact."),
    ] + kind.columns.map { CSVTable.Field($0.name, $0.type.tableType, $0.help) }
      + [CSVTable.Field("text", "string", "The verbatim words of the first mention.")] + offsets
  }

  /// The words of a mention and where they stand.
  private func cells(
    of mention: Mention, _ document: Document, _ offsets: ScalarOffsets
  ) -> [CSVTable.Cell] {
    let source = document.map.bounds(of: mention.span)
    return [
      .text(mention.text), .number(offsets.scalar(mention.span.start)),
      .number(offsets.scalar(mention.span.end)), .number(source.start), .number(source.end),
    ]
  }

  private func table(_ table: PackTable, _ titles: [String: String?]) -> CSVTable {
    var fields = table.headers.map { CSVTable.Field($0.name, $0.type.tableType, $0.help) }
    let document = table.headers.firstIndex { $0.name == "document" }
    if let document { fields.insert(Self.titleField, at: document + 1) }
    fields.append(CSVTable.Field("derivedFrom", "string", "Identifiers of the facts it rests on."))
    var result = CSVTable("pack-\(table.name)", help: table.help, fields: fields)
    for row in table.rows {
      var cells = row.cells.map { CSVTable.Cell($0) }
      if let document {
        cells.insert(CSVTable.Cell(titles[row.cells[document].cell] ?? nil), at: document + 1)
      }
      result.append(cells + [.text(row.derivedFrom.joined(separator: "; "))])
    }
    return result
  }
}
