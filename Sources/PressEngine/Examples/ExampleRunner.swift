import PressModel
public import PressStage

/// Runs the examples that stages carry.
public struct ExampleRunner: Sendable {
  private let registry: StageRegistry

  public init(registry: StageRegistry) {
    self.registry = registry
  }

  /// What an example shows that is not so, a sentence each; empty where it holds.
  public func faults(of example: StageExample, for entry: StageRegistry.Entry) async -> [String] {
    var problems: [SettingProblem] = []
    let settings = node(of: example.settings)
    let start = Place(line: 1, column: 1)
    let stage: any Stage = entry.type.configured(with: settings, at: start, problems: &problems)
    guard problems.isEmpty else { return problems.map { "setting '\($0.name)': \($0.message)" } }
    do {
      switch (stage, example.input) {
      case (let source as any Source, .files(let files)):
        return try await faults(of: source, files, input: "", example)
      case (let source as any Source, .raw(let text, _)):
        return try await faults(of: source, [], input: text, example)
      case (let reader as any Reader, .raw(let text, let mediaType)):
        return faults(of: reader, RawBytes(Array(text.utf8), mediaType: mediaType), example)
      case (let extractor as any Extractor, .text(let text)):
        let before = StageOrder.extractors(of: registry, neededBy: type(of: extractor))
        let document = try read(("example", text), before + [extractor])
        return example.expected.flatMap { faults($0, document) }
      case (let transformer as any Transformer, .documents(let texts)):
        var draft = PackDraft(documents: try texts.map { try readAll($0) })
        for index in draft.documents.indices { try transformer.transform(&draft.documents[index]) }
        try transformer.transform(&draft)
        return example.expected.flatMap { faults($0, draft) }
      case (let renderer as any Renderer, .documents(let texts)):
        let documents = try texts.map { try readAll($0) }
        let run = RunRecord(presswork: "0")
        let pack = Pack(pipeline: "example", title: "Example", run: run, documents: documents)
        var folder = OutputFolder()
        try renderer.render(pack, into: &folder)
        return example.expected.flatMap { faults($0, folder) }
      default:
        return ["the example's input is not one for a \(entry.role.rawValue)"]
      }
    } catch {
      return example.expected.allSatisfy { isRefusal($0, "\(error)") }
        && !example.expected.isEmpty ? [] : ["it threw '\(error)'"]
    }
  }

  private func isRefusal(_ expectation: StageExample.Expectation, _ reason: String) -> Bool {
    if case .refused(let words) = expectation { reason.contains(words) } else { false }
  }

  /// Settings as a mapping of plain scalars; a value in brackets is a list.
  private func node(of settings: [String: String]) -> SettingNode? {
    guard !settings.isEmpty else { return nil }
    let start = Place(line: 1, column: 1)
    let entries = settings.sorted { $0.key < $1.key }.map { key, value in
      let content: SettingNode.Content
      if value.hasPrefix("["), value.hasSuffix("]") {
        let elements = value.dropFirst().dropLast().split(separator: ",").map { element in
          let text = element.drop { $0 == " " }
          return SettingNode(.scalar(String(text), isPlain: true), at: start)
        }
        content = .list(elements)
      } else {
        content = .scalar(value, isPlain: true)
      }
      return SettingNode.Entry(
        key: key, keyPlace: start, value: SettingNode(content, at: start))
    }
    return SettingNode(.map(entries), at: start)
  }

  // MARK: - Inputs

  private func readAll(_ input: (name: String, text: String)) throws -> Document {
    try read(input, StageOrder.extractors(of: registry))
  }

  private func read(
    _ input: (name: String, text: String), _ extractors: [any Extractor]
  ) throws -> Document {
    let reader = ExampleText()
    let intake = Intake(
      readers: [reader], steps: extractors.map { Intake.Step($0) }, choice: .first)
    let raw = RawBytes(Array(input.text.utf8), mediaType: "text/plain", path: input.name)
    switch intake.take(raw) {
    case .document(let document), .filtered(let document, _): return document
    case .quarantined(let failure), .failed(let failure): throw StageError(failure.reason)
    }
  }

  private func faults(
    of source: any Source, _ files: [(path: String, content: String)], input: String,
    _ example: StageExample
  ) async throws -> [String] {
    let folder = try Disk.temporaryFolder()
    defer { try? Disk.remove(folder: folder) }
    for file in files {
      let path = Path.join(folder, file.path)
      try Disk.makeFolder(Path.parent(of: path))
      try Disk.write(Array(file.content.utf8), to: path)
    }
    let context = SourceContext(
      files: { try FilePattern($0).files(from: folder) },
      standardInput: { Array(input.utf8) },
      read: { try Disk.read(Path.join(folder, $0), limit: ItemLoader.sizeLimit) },
      inflate: { try Inflater.inflate($0, from: $1, limit: $2) },
      fetch: { _ in throw StageError("an example has no network") })
    let items = try await source.items(context)
    return example.expected.flatMap { expectation -> [String] in
      switch expectation {
      case .origins(let origins): return compare("origins", items.map(\.origin), origins)
      case .refused(let reason):
        let reasons = items.compactMap(\.failure)
        return reasons.contains { $0.contains(reason) } ? [] : ["the items failed for \(reasons)"]
      default: return [misplaced(expectation)]
      }
    }
  }

  private func faults(
    of reader: any Reader, _ raw: RawBytes, _ example: StageExample
  ) -> [String] {
    let isRefusal = example.expected.contains { if case .refused = $0 { true } else { false } }
    if reader.suitability(of: raw) == .none {
      return isRefusal ? [] : ["the reader says that it does not suit the bytes"]
    }
    let intake = Intake(readers: [reader], steps: [], choice: .first)
    switch intake.take(raw) {
    case .document(let document), .filtered(let document, _):
      return example.expected.flatMap { faults($0, document) }
    case .quarantined(let failure), .failed(let failure):
      return example.expected.allSatisfy { self.isRefusal($0, failure.reason) }
        ? [] : ["it threw '\(failure.reason)'"]
    }
  }

  // MARK: - Expectations

  private func faults(_ expectation: StageExample.Expectation, _ document: Document) -> [String] {
    switch expectation {
    case .facts(let kind, let rows): return faults(kind, rows, document)
    case .blocks(let blocks):
      let found = document.blocks.map { "\($0.type.rawValue): \(document.text[$0.span])" }
      return compare("blocks", found, blocks.map { "\($0.type): \($0.text)" })
    case .metadata(let field, let value):
      return compare(field, [metadata(field, document.metadata)], [value])
    case .sentences(let sentences):
      return compare("sentences", document.sentences.map { document.text[$0] }, sentences)
    case .refused: return ["it was not refused"]
    default: return [misplaced(expectation)]
    }
  }

  private func faults(
    _ kind: String, _ rows: [[String: String]], _ document: Document
  ) -> [String] {
    let facts = document.facts[kind]
    guard facts.count == rows.count else {
      let found = facts.map { type(of: $0).kind.reading(of: $0) }
      return ["\(kind): \(facts.count) found, \(rows.count) expected: \(found)"]
    }
    return zip(facts, rows).flatMap { fact, row in
      row.sorted { $0.key < $1.key }.compactMap { field, expected in
        let columns = type(of: fact).kind.columns
        let found: String? =
          switch field {
          case "text": fact.mentions.first?.text
          case "mentions": String(fact.mentions.count)
          default: columns.first { $0.name == field }?.value(in: fact).cell
          }
        return found == expected
          ? nil : "\(kind).\(field) is '\(found ?? "no column")', not '\(expected)'"
      }
    }
  }

  private func faults(_ expectation: StageExample.Expectation, _ draft: PackDraft) -> [String] {
    switch expectation {
    case .documents(let names):
      return compare("documents", draft.documents.map { $0.source.path ?? "" }, names)
    case .table(let name, let cells):
      let table = draft.tables.first { $0.name == name }
      return compare(name, table?.rows.map { $0.cells.first?.cell ?? "" } ?? [], cells)
    case .facts(let kind, let rows):
      return draft.documents.first.map { faults(kind, rows, $0) } ?? ["no document is left"]
    default: return [misplaced(expectation)]
    }
  }

  private func faults(_ expectation: StageExample.Expectation, _ folder: OutputFolder) -> [String] {
    guard case .file(let name, let words) = expectation else { return [misplaced(expectation)] }
    guard let bytes = folder.files[name] else {
      return ["no file '\(name)'; there are \(folder.files.keys.sorted())"]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains(words) ? [] : ["'\(name)' does not hold '\(words)':\n\(text)"]
  }

  private func misplaced(_ expectation: StageExample.Expectation) -> String {
    "the expectation \(expectation) does not fit the example's input"
  }

  private func compare<Value: Equatable>(_ what: String, _ found: [Value], _ expected: [Value])
    -> [String]
  {
    found == expected ? [] : ["\(what): found \(found), expected \(expected)"]
  }

  private func metadata(_ field: String, _ metadata: Metadata) -> String? {
    switch field {
    case "kind": metadata.kind.rawValue
    case "title": metadata.title
    case "subtitle": metadata.subtitle
    case "published": metadata.published
    case "issuer": metadata.issuer.map { ($0.parents + [$0.name]).joined(separator: " > ") }
    case "breadcrumb":
      metadata.breadcrumb.isEmpty ? nil : metadata.breadcrumb.joined(separator: " > ")
    case "authors": metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: "; ")
    case "place": metadata.place?.text
    case "embargo": metadata.embargo
    case "language": metadata.language
    default: "no such field"
    }
  }
}

/// Reads the text of an example as canonical text: paragraphs parted by empty lines, `# ` headings.
private struct ExampleText: Reader {
  static let summary = "Reads the text of an example"
  static let examples: [StageExample] = []

  func suitability(of raw: RawBytes) -> Suitability { .certain }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    var start = 0
    while start < raw.bytes.count {
      var end = start
      while end < raw.bytes.count, !isBlockEnd(raw.bytes, end) { end += 1 }
      let isHeading = raw.bytes[start..<end].starts(with: "# ".utf8)
      document.block(
        isHeading ? .heading : .paragraph, level: isHeading ? 1 : nil,
        Span(isHeading ? start + 2 : start, end))
      start = end + 2
    }
  }

  private func isBlockEnd(_ bytes: [UInt8], _ offset: Int) -> Bool {
    bytes[offset] == 0x0A && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
  }
}
