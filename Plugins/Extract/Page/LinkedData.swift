import PressHTML
import PressModel
import PressStage

/// What the JSON-LD of a page says of it (schema.org): of its article first, else of the page.
struct LinkedData {
  struct Author {
    var field: HeadField
    /// nil where the page does not say what it is.
    var isPerson: Bool?
  }

  private(set) var headlines: [HeadField] = []
  private(set) var published: [HeadField] = []
  private(set) var created: [HeadField] = []
  private(set) var modified: [HeadField] = []
  /// Dates of the page where it names no article.
  private(set) var pagePublished: [HeadField] = []
  private(set) var pageModified: [HeadField] = []
  private(set) var authors: [Author] = []
  private(set) var publisher: HeadField?
  private(set) var breadcrumb: [HeadField] = []
  private(set) var isArticle = false
  /// Whether the article is news, which has a day of issue.
  private(set) var isNews = false
  /// Whether the page says that it lists others (schema.org's CollectionPage and its kin).
  private(set) var isCollection = false
  /// The sections and genres that the page gives its article.
  private(set) var shelves: [HeadField] = []

  private var byID: [String: JSONValue] = [:]
  private var script = 0..<0
  private var bytes: [UInt8] = []
  private let tree: HTMLTree

  init(_ tree: HTMLTree, _ marks: HTMLMarks) {
    self.tree = tree
    for node in marks.scripts {
      guard let type = tree.attribute(.type, of: node), type.value.lowercased().contains("ld+json"),
        let text = tree.firstChild(of: node)
      else { continue }
      bytes.removeAll(keepingCapacity: true)
      tree.appendText(of: text, to: &bytes)
      // Line ends within strings are wrong in JSON and common in pages.
      for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      script = tree.sourceRange(of: text)
      let objects = Self.objects(value)
      for object in objects {
        if let id = object["@id"]?.string, object["name"] != nil { byID[id] = object }
      }
      for object in objects { take(object) }
    }
  }

  private mutating func take(_ object: JSONValue) {
    let types = object["@type"]?.array?.compactMap(\.string) ?? [object["@type"]?.string ?? ""]
    if types.contains("BreadcrumbList"), breadcrumb.isEmpty { takeBreadcrumb(object) }
    if types.contains(where: { $0.hasSuffix("Page") }) {
      pagePublished += fields("datePublished", object)
      pageModified += fields("dateModified", object)
    }
    if types.contains(where: Self.isCollection) { isCollection = true }
    guard types.contains(where: Self.isArticle) else { return }
    isArticle = true
    if types.contains(where: { $0.hasSuffix("NewsArticle") || $0 == "PressRelease" }) {
      isNews = true
    }
    for key in ["genre", "articleSection"] {
      let names = object[key]?.array?.compactMap(\.string) ?? [object[key]?.string ?? ""]
      shelves += names.prefix(4).compactMap { field(key, key, $0) }
    }
    headlines += fields("headline", object)
    if object["headline"] == nil { headlines += fields("name", object) }
    published += fields("datePublished", object)
    created += fields("dateCreated", object)
    modified += fields("dateModified", object)
    if publisher == nil, let name = object["publisher"].flatMap(named)?["name"]?.string {
      publisher = field("publisher", "name", name)
    }
    for author in [object["author"], object["creator"]].compactMap({ $0 }) where authors.count < 12
    {
      for one in author.array ?? [author] { takeAuthor(one) }
    }
  }

  private mutating func takeAuthor(_ value: JSONValue) {
    if let text = value.string {
      guard !text.contains("://") else { return }
      if let field = field("author", "author", text) { authors.append(Author(field: field)) }
      return
    }
    guard let object = named(value) else { return }
    let types = object["@type"]?.array?.compactMap(\.string) ?? [object["@type"]?.string ?? ""]
    let isPerson: Bool? = types.contains("Person") ? true : types == [""] ? nil : false
    let names = object["name"]?.array ?? [object["name"] ?? .null]
    for name in names.compactMap(\.string) where !name.contains("://") {
      if let field = field("author", "name", name) {
        authors.append(Author(field: field, isPerson: isPerson))
      }
    }
  }

  private mutating func takeBreadcrumb(_ object: JSONValue) {
    for item in (object["itemListElement"]?.array ?? []).prefix(12) {
      let name = item["name"]?.string ?? item["item"]?["name"]?.string ?? ""
      if let field = field("breadcrumb", "name", name) { breadcrumb.append(field) }
    }
  }

  /// An object that has a name, or the one that its `@id` stands for.
  private func named(_ value: JSONValue) -> JSONValue? {
    if value["name"] != nil { return value }
    return value["@id"]?.string.flatMap { byID[$0] }
  }

  private func fields(_ key: String, _ object: JSONValue) -> [HeadField] {
    object[key]?.string.flatMap { field(key, key, $0) }.map { [$0] } ?? []
  }

  /// `key`: the member that holds the string.
  private func field(_ name: String, _ key: String, _ text: String) -> HeadField? {
    let words = HTMLWords.plain(text)
    guard !words.isEmpty, words.utf8.count <= 500 else { return nil }
    let range = place(of: text, key) ?? script
    return HeadField(
      text: words, name: "JSON-LD \(name)", source: Span(tree.offsets.originalRange(of: range)))
  }

  /// The bytes between the quotes of the first string that is this one, at best the value of `key`.
  /// Where the script stands as it is in the page, those are the bytes of the page.
  private func place(of text: String, _ key: String) -> Range<Int>? {
    guard bytes.count == script.count else { return nil }
    let wanted = Array(text.utf8)
    let label = Array("\"\(key)\"".utf8)
    var offset = 0
    while offset + label.count < bytes.count {
      guard bytes[offset] == 0x22, bytes[offset...].starts(with: label) else {
        offset += 1
        continue
      }
      offset += label.count
      while offset < bytes.count, [0x20, 0x3A, 0x5B].contains(bytes[offset]) { offset += 1 }
      guard offset < bytes.count, bytes[offset] == 0x22 else { continue }
      let start = offset + 1
      offset = start
      while offset < bytes.count, bytes[offset] != 0x22 { offset += bytes[offset] == 0x5C ? 2 : 1 }
      guard offset < bytes.count else { return nil }
      let isSame =
        bytes[start..<offset].elementsEqual(wanted)
        || (bytes[start..<offset].contains(0x5C)
          && (try? JSONValue(parsing: Array(bytes[(start - 1)...offset])))?.string == text)
      if isSame { return script.lowerBound + start..<script.lowerBound + offset }
    }
    return nil
  }

  /// The object, those of a list, those of a graph, and what a page is mainly about.
  private static func objects(_ value: JSONValue) -> [JSONValue] {
    let top = value.array ?? [value]
    let graph = top + top.flatMap { $0["@graph"]?.array ?? [] }
    return graph
      + graph.flatMap { object in
        ["mainEntity", "breadcrumb", "mainEntityOfPage", "author"].flatMap { key in
          object[key].map { $0.array ?? [$0] }?.filter { $0.members != nil } ?? []
        }
      }
  }

  private static func isCollection(_ type: String) -> Bool {
    type == "CollectionPage" || type == "SearchResultsPage" || type == "Blog" || type == "DataFeed"
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
      || type == "PressRelease" || type == "Recipe" || type == "HowTo" || type == "CreativeWork"
  }
}
