import PressHTML
import PressModel
import PressStage

/// What the JSON-LD of a page says of its article (schema.org's Article and its kinds).
struct LinkedData {
  private(set) var headline: HTMLHead.Field?
  private(set) var published: HTMLHead.Field?
  private(set) var authors: [HTMLHead.Field] = []
  private(set) var publisher: HTMLHead.Field?
  private(set) var isArticle = false

  init(_ tree: HTMLTree) {
    for node in tree.descendants(of: tree.document) where tree.tag(of: node) == .script {
      guard tree.value(of: .type, in: node)?.lowercased().contains("ld+json") == true,
        let text = tree.firstChild(of: node)
      else { continue }
      var bytes: [UInt8] = []
      tree.appendText(of: text, to: &bytes)
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      let source = Span(tree.offsets.originalRange(of: tree.sourceRange(of: text)))
      let objects = Self.objects(value)
      let names = Dictionary(
        objects.compactMap { object in
          object["@id"]?.string.flatMap { id in object["name"]?.string.map { (id, $0) } }
        }, uniquingKeysWith: { first, _ in first })
      for object in objects where Self.isArticle(object) {
        take(object, names, source)
      }
    }
  }

  private mutating func take(_ object: JSONValue, _ names: [String: String], _ source: Span) {
    func field(_ key: String, _ text: String?) -> HTMLHead.Field? {
      guard let text, !text.isEmpty else { return nil }
      return HTMLHead.Field(text: HTMLMeta.spaced(text), name: "JSON-LD \(key)", source: source)
    }
    isArticle = true
    headline = headline ?? field("headline", object["headline"]?.string)
    published = published ?? field("datePublished", object["datePublished"]?.string)
    publisher = publisher ?? field("publisher", Self.name(object["publisher"], names))
    guard authors.isEmpty, let author = object["author"] else { return }
    let all = author.array ?? [author]
    authors = all.compactMap { field("author", Self.name($0, names)) }
  }

  private static func name(_ value: JSONValue?, _ names: [String: String]) -> String? {
    guard let value else { return nil }
    if let text = value.string { return text.contains("://") ? nil : text }
    return value["name"]?.string ?? value["@id"]?.string.flatMap { names[$0] }
  }

  /// The object, those of a list, and those of a graph.
  private static func objects(_ value: JSONValue) -> [JSONValue] {
    let top = value.array ?? [value]
    return top + top.flatMap { $0["@graph"]?.array ?? [] }
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    let types = object["@type"]?.array?.compactMap(\.string) ?? [object["@type"]?.string ?? ""]
    return types.contains { type in
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
    }
  }
}
