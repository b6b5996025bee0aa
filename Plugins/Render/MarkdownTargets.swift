import PressModel

/// What a briefing's links lead to: the sections of documents, those of tables, and the raw sources.
///
/// The anchors are empty spans of our own. GitHub, pandoc and others make different ones of a
/// heading, but all of them keep these.
struct MarkdownTargets {
  private var numbers: [String: Int] = [:]
  private var titles: [String: String] = [:]
  private var origins: [String: String] = [:]
  /// The way from the briefing to the pack's folder: "", "../"; nil where no sources lie in it.
  private let root: String?
  private let isSingle: Bool

  init(_ pack: Pack, file: String) {
    isSingle = pack.documents.count == 1
    for (number, document) in pack.documents.enumerated() {
      numbers[document.id] = number
      titles[document.id] = document.heading
    }
    for entry in pack.ledger { origins[entry.document] = entry.origin }
    let depth = file.utf8.count { $0 == 0x2F }
    root = pack.hasSources ? String(repeating: "../", count: depth) : nil
  }

  /// A pack of one document is short, and nothing leads to its parts.
  func anchor(ofDocument number: Int) -> String? { isSingle ? nil : "document-\(number + 1)" }

  func anchor(of table: PackTable) -> String? {
    isSingle ? nil : "table-\(MarkdownPage.anchorName(table.name))"
  }

  /// The title of a document by its identifier; nil for any other text.
  func title(of document: String) -> String? { titles[document] }

  func link(to document: Document) -> String {
    link(to: document.id) ?? MarkdownPage.escaped(document.heading)
  }

  /// A document's title as a link to its section, by its identifier; nil for any other text.
  func link(to document: String) -> String? {
    guard let number = numbers[document], let title = titles[document] else { return nil }
    guard let anchor = anchor(ofDocument: number) else { return MarkdownPage.escaped(title) }
    return MarkdownPage.link(title, "#\(anchor)")
  }

  /// Where an item came from, by its identifier, as a link where it is in the pack.
  func origin(of item: String) -> String {
    let origin = origins[item] ?? item
    guard let number = numbers[item], let anchor = anchor(ofDocument: number) else {
      return MarkdownPage.escaped(origin)
    }
    return MarkdownPage.link(origin, "#\(anchor)")
  }

  /// The tables that a briefing has, and its end.
  func links(to tables: [PackTable]) -> [String] {
    tables.filter { !$0.rows.isEmpty }.compactMap { table in
      anchor(of: table).map { MarkdownPage.link(table.title, "#\($0)") }
    }
  }

  /// Where a document came from, as a link to its bytes in the pack.
  func source(of document: Document) -> String {
    let origin = document.source.url ?? document.source.path ?? document.id
    return root.map { MarkdownPage.link(origin, "\($0)sources/\(document.source.sha256)") }
      ?? MarkdownPage.escaped(origin)
  }
}

extension Document {
  /// The title, or where it came from.
  var heading: String { metadata.title ?? source.path ?? id }

  /// "press release"
  var kindWords: String {
    metadata.kind.rawValue.split(separator: "-").joined(separator: " ")
  }

  /// The day of issue as prose writes it.
  var dayIssued: String? {
    metadata.published.map { DateWords.reading(ofEDTF: String($0.prefix(10))) ?? $0 }
  }

  /// The same with a time of day, where one is known.
  var issued: String? {
    metadata.published.map { DateWords.reading(ofEDTF: $0) ?? $0 }
  }
}
