import PressModel
import PressStage

/// Leads from what a pack shows back to the bytes that it rests on.
public struct Explainer {
  /// Why there is nothing to explain, in a lower-case sentence.
  public struct NotThere: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// The most facts that are listed of what a row or a fact was made of.
  private static let limit = 20

  let pack: PublishedPack
  /// The kinds of fact by the heading that stands over their list.
  let titles: [String: String]
  private let byID: [String: PublishedPack.Entry]

  /// `titles`: of the kinds that the program knows; a line of a briefing is read better with them.
  public init(_ pack: PublishedPack, titles: [String: String] = [:]) {
    self.pack = pack
    self.titles = titles
    byID = Dictionary(pack.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `place`: a fact's identifier, `tables/NAME:ROW`, or `FILE:LINE` of a CSV or Markdown file.
  public func explain(_ place: String) throws(NotThere) -> Explanation {
    guard let parsed = PackPlace(place) else {
      throw NotThere(
        description: "'\(place)' is no fact (DOCUMENT#quotes-3), no row (tables/people:4) and no "
          + "line (briefing.md:12, quotes.csv:17)")
    }
    var explanation = Explanation(place: place)
    switch parsed {
    case .fact(let id): try add([id], to: &explanation)
    case .row(let table, let number): try add(row(table, number), to: &explanation)
    case .line(let file, let number): try explainLine(file, number, into: &explanation)
    }
    try addOrigins(to: &explanation)
    return explanation
  }

  private func explainLine(
    _ name: String, _ number: Int, into explanation: inout Explanation
  ) throws(NotThere) {
    let file = try path(of: name)
    let bytes: [UInt8]
    do {
      bytes = try Disk.read(Path.join(pack.folder, file))
    } catch {
      throw NotThere(description: error.reason)
    }
    if file.hasSuffix(".csv") {
      try explainRecord(file, CSVRecords(bytes), number, into: &explanation)
      return
    }
    let page = BriefingPage(bytes)
    guard let line = page.line(number) else {
      throw NotThere(description: "'\(file)' has \(page.count) lines, no line \(number)")
    }
    explanation.line = line
    for row in try page.rows(on: number, of: self) { try add(row, to: &explanation) }
    try add(try page.facts(on: number, of: self), to: &explanation)
    if explanation.rows.isEmpty, explanation.facts.isEmpty {
      throw NotThere(description: "no fact is printed on line \(number) of '\(file)'")
    }
  }

  /// The file of the pack that a name means: `quotes.csv` is `csv/quotes.csv`.
  private func path(of name: String) throws(NotThere) -> String {
    let files = pack.hashes.keys.sorted().filter { !$0.hasPrefix("sources/") }
    if let file = files.first(where: { $0 == name })
      ?? files.first(where: { $0.hasSuffix("/\(name)") })
    {
      guard file.hasSuffix(".csv") || file.hasSuffix(".md") else {
        throw NotThere(description: "'\(file)' is no CSV and no Markdown file")
      }
      return file
    }
    throw NotThere(description: "the pack has no file '\(name)'")
  }

  private func explainRecord(
    _ file: String, _ records: CSVRecords, _ number: Int, into explanation: inout Explanation
  ) throws(NotThere) {
    guard let header = records.records.first?.cells,
      let index = records.records.firstIndex(where: { $0.lines.contains(number) }), index > 0
    else { throw NotThere(description: "'\(file)' has no row on line \(number)") }
    let cells = records.records[index].cells
    explanation.line = cells.joined(separator: ", ")
    let stem = String(Path.name(of: file).dropLast(4))
    if stem.hasPrefix("pack-") {
      try add(row(String(stem.dropFirst(5)), index), to: &explanation)
      return
    }
    guard let column = header.firstIndex(where: { $0 == "id" || $0 == "fact" }),
      column < cells.count
    else { throw NotThere(description: "a row of '\(file)' names no fact") }
    // What a spreadsheet would run stands behind an apostrophe.
    let id = cells[column].hasPrefix("'") ? String(cells[column].dropFirst()) : cells[column]
    try add([id], to: &explanation)
  }

  // MARK: - Rows and facts

  func row(_ table: String, _ number: Int) throws(NotThere) -> Explanation.Row {
    guard let rows = pack.tables[table]?.array else {
      let names = (pack.tables.members ?? []).map(\.key).joined(separator: ", ")
      throw NotThere(
        description: "the pack has no table '\(table)'; it has \(names.isEmpty ? "none" : names)")
    }
    guard number >= 1, number <= rows.count else {
      throw NotThere(description: "table '\(table)' has \(rows.count) rows, no row \(number)")
    }
    let row = rows[number - 1]
    return Explanation.Row(
      id: "tables/\(table):\(number)",
      values: (row.members ?? []).filter { $0.key != "derivedFrom" }.map {
        PackDifference.Field(name: $0.key, from: "", to: $0.value.cell)
      },
      stages: pack.run.stages.filter { $0.section == "transform" },
      derivedFrom: (row["derivedFrom"]?.array ?? []).compactMap(\.string))
  }

  private func add(_ row: Explanation.Row, to explanation: inout Explanation) throws(NotThere) {
    explanation.rows.append(row)
  }

  private func add(_ ids: [String], to explanation: inout Explanation) throws(NotThere) {
    var documents: [String: JSONValue] = [:]
    for id in ids where !explanation.facts.contains(where: { $0.id == id }) {
      explanation.facts.append(try origin(of: id, &documents))
    }
  }

  /// What rows and facts were made of, nearest first, each once.
  private func addOrigins(to explanation: inout Explanation) throws(NotThere) {
    var seen = Set(explanation.facts.map(\.id))
    var open = explanation.rows.flatMap(\.derivedFrom) + explanation.facts.flatMap(\.derivedFrom)
    var listed = 0
    var documents: [String: JSONValue] = [:]
    while !open.isEmpty {
      let ids = open.filter { seen.insert($0).inserted }
      open = []
      for id in ids {
        guard listed < Self.limit else {
          explanation.unlisted += 1
          continue
        }
        listed += 1
        let origin = try origin(of: id, &documents)
        open += origin.derivedFrom
        explanation.facts.append(origin)
      }
    }
  }

  func entry(_ id: String) -> PublishedPack.Entry? { byID[id] }

  private func origin(
    of id: String, _ documents: inout [String: JSONValue]
  ) throws(NotThere) -> Explanation.FactOrigin {
    let name = String(id[..<(id.lastIndex(of: "#") ?? id.endIndex)])
    guard let entry = byID[name] else {
      throw NotThere(description: "the pack has no document '\(name)'")
    }
    let document: JSONValue
    do {
      document = try documents[name] ?? pack.document(entry)
    } catch {
      throw NotThere(description: "\(error)")
    }
    documents[name] = document
    for kind in document["facts"]?.members ?? [] {
      for (index, fact) in (kind.value.array ?? []).enumerated()
      where (fact["id"]?.string ?? "\(name)#\(kind.key)-\(index + 1)") == id {
        return origin(of: fact, id, kind.key, entry, document)
      }
    }
    throw NotThere(description: "document '\(name)' has no fact '\(id)'")
  }

  private func origin(
    of fact: JSONValue, _ id: String, _ kind: String, _ entry: PublishedPack.Entry,
    _ document: JSONValue
  ) -> Explanation.FactOrigin {
    let source = pack.source(entry)
    let encoding = document["source"]?["encoding"]?.string ?? "utf-8"
    let places = fact["mentions"]?.array ?? (fact["start"] == nil ? [] : [fact])
    var faults = [DocumentCheck.noText]
    var extracted: (text: Text, map: SourceMap)?
    if let text = document["text"]?.string, let map = SourceMap(json: document["sourceMap"], text) {
      var check = DocumentCheck(
        id: entry.id, text: Text(text), map: map, source: source, encoding: encoding)
      check.fact(fact, id)
      faults = check.faults.map(\.reason)
      extracted = (check.text, map)
    }
    let mentions = places.map { mention in
      let words = mention["text"]?.string ?? ""
      let range = (mention["source"]?.array ?? []).compactMap(\.integer)
      let span = range.count == 2 ? Span(range[0], range[1]) : Span(0, 0)
      if let (text, map) = extracted, let place = Self.span(of: mention, in: text),
        map.isExtracted(place)
      {
        return Explanation.Excerpt(words, at: place, ofExtracted: Array(text.bytes), source: span)
      }
      return Explanation.Excerpt(words, at: span, of: source, encoding: encoding)
    }
    if let source, sha256(source) != entry.sha256 {
      faults.append("its source has other bytes than it had")
    }
    let published = PublishedFact(fact, kind: kind, id: id)
    return Explanation.FactOrigin(
      id: id, kind: kind, document: entry,
      values: published.values.map { PackDifference.Field(name: $0.name, from: "", to: $0.cell) },
      stages: pack.run.stages.filter {
        $0.section == "extract" && ($0.adds.contains(kind) || $0.name == entry.reader)
      }, mentions: mentions,
      derivedFrom: (fact["derivedFrom"]?.array ?? []).compactMap(\.string), faults: faults,
      isProven: source != nil)
  }

  /// A mention's span in bytes of the text; nil where it names none.
  private static func span(of mention: JSONValue, in text: Text) -> Span? {
    let offsets = ScalarOffsets(text)
    guard let start = mention["start"]?.integer.flatMap(offsets.byte),
      let end = mention["end"]?.integer.flatMap(offsets.byte), start < end
    else { return nil }
    return Span(start, end)
  }
}
