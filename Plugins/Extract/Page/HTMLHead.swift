import PressHTML
import PressModel
import PressStage
import PressText

/// What a page says of itself: in JSON-LD, in meta elements, in its title, in marked-up names and
/// dates of its body.
struct HTMLHead {
  /// A value with where it stands.
  struct Field {
    var text: String
    var name: String
    var source: Span?
  }

  private let tree: HTMLTree
  private(set) var title: Field?
  private var titleKey: [UInt8] = []
  private var subtitle: Field?
  private var published: Field?
  private var authors: [Field] = []
  private var site: Field?
  private var language: Field?
  private var isArticle = false
  /// What the page says it is about.
  private(set) var description: HTMLAttribute?

  init(_ tree: HTMLTree, _ page: HTMLBlocks) {
    self.tree = tree
    let meta = HTMLMeta(tree)
    let linked = LinkedData(tree)
    isArticle = linked.isArticle || meta["og:type"]?.text == "article"
    site = meta["og:site_name"] ?? linked.publisher ?? meta["application-name"]
    let names = ["og:title", "twitter:title", "dc.title", "title"].compactMap { meta[$0] }
    let given = names.first ?? linked.headline ?? meta.title
    title = HTMLTitle.best(
      given: given, element: meta.title, site: site?.text, page: page, tree: tree)
    titleKey = title.map { HTMLTitle.key($0.text) } ?? []
    description = meta.description
    subtitle = meta["og:description"] ?? meta["description"]
    published = linked.published ?? Self.date(in: meta) ?? Self.markedDate(tree)
    authors = linked.authors.isEmpty ? Self.authors(meta, tree) : linked.authors
    language = meta.language
  }

  /// Whether a block is the title, which is metadata.
  func isTitle(_ block: HTMLBlock, in bytes: [UInt8]) -> Bool {
    block.type == .heading && (block.level ?? 6) <= 2 && !titleKey.isEmpty
      && HTMLTitle.key(String(decoding: bytes[block.span.start..<block.span.end], as: UTF8.self))
        == titleKey
  }

  func describe(_ metadata: inout PressModel.Metadata) {
    func note(_ field: Field?, _ key: String) -> String? {
      guard let field else { return nil }
      metadata.evidence[key] = Evidence(text: field.text, field: field.name, source: field.source)
      return field.text
    }
    metadata.title = note(title, "title")
    metadata.subtitle = note(subtitle, "subtitle")
    if let published, let date = Self.iso(published.text) {
      metadata.published = date
      _ = note(published, "published")
    }
    metadata.authors = authors.map(\.text)
    _ = note(authors.first, "authors")
    if let name = note(site, "issuer") { metadata.issuer = Issuer(name: name) }
    metadata.language = note(language, "language")
    if isArticle {
      metadata.kind = title.flatMap { DocumentKindWords.kind(of: $0.text) } ?? .article
    }
  }

  /// A day, or a moment where the value has one: "2019-05-03T10:00:00Z" stays as it is.
  static func iso(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let date = PrintedDate.first(in: bytes, Span(0, bytes.count)) else { return nil }
    let isMoment =
      bytes.count >= 16 && bytes[10] == 0x54 && value.hasPrefix(date.iso)
      && bytes.dropFirst(11).allSatisfy { byte in
        (byte >= 0x30 && byte <= 0x3A) || [0x2B, 0x2D, 0x2E, 0x5A].contains(byte)
      }
    return isMoment ? value : date.iso
  }

  private static func date(in meta: HTMLMeta) -> Field? {
    let names = [
      "article:published_time", "og:article:published_time", "article:published", "datepublished",
      "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
      "publish-date", "publishdate", "pubdate", "published", "parsely-pub-date", "sailthru.date",
      "citation_publication_date", "citation_date", "article.published", "datecreated",
      "og:published_time", "published_time", "release_date", "bt:pubdate",
      "cxenseparse:recs:publishtime",
      "article.created", "last-modified-date",
    ]
    return names.compactMap { meta[$0] }.first { iso($0.text) != nil }
  }

  /// The first `time` or element with a property that says when it was published.
  private static func markedDate(_ tree: HTMLTree) -> Field? {
    var first: Field?
    // Elements may nest, and each is read with all below it.
    var tries = 0
    for node in tree.descendants(of: tree.document) where tree.isElement(node) {
      let property = tree.value(of: .itemprop, in: node)?.lowercased()
      let isMarked = property == "datepublished" || property == "datecreated"
      guard isMarked || tree.tag(of: node) == .time else { continue }
      tries += 1
      if tries > 40 { break }
      let attribute = tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node)
      let text = attribute?.value ?? tree.text(of: node)
      guard iso(text) != nil else { continue }
      let range = attribute?.range ?? tree.contentRange(of: node)
      let field = Field(
        text: text, name: isMarked ? "itemprop" : "time",
        source: Span(tree.offsets.originalRange(of: range)))
      if isMarked { return field }
      first = first ?? field
    }
    return first
  }

  private static func authors(_ meta: HTMLMeta, _ tree: HTMLTree) -> [Field] {
    let given = [
      "author", "article:author", "parsely-author", "dc.creator", "citation_author", "byl",
    ]
    .compactMap { meta[$0] }.first { isName($0.text) }
    if let given { return [clean(given)] }
    var tries = 0
    for node in tree.descendants(of: tree.document) where tree.isElement(node) {
      let property = tree.value(of: .itemprop, in: node)
      let relation = tree.value(of: .rel, in: node)
      let name = tree.value(of: .class, in: node)?.lowercased() ?? ""
      let isMarked =
        property == "author" || relation == "author"
        || name.contains("byline") || name.contains("author-name") || name.contains("author_name")
        || name.split(separator: " ").contains("author")
      guard isMarked else { continue }
      tries += 1
      if tries > 40 { break }
      let words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let field = clean(
        Field(
          text: words, name: "byline",
          source: Span(tree.offsets.originalRange(of: tree.contentRange(of: node)))))
      if isName(field.text) { return [field] }
    }
    return []
  }

  /// Fills in from the lines around the title what the markup does not say.
  mutating func complete(from lines: PageLines, article: [Bool], page: HTMLBlocks) {
    let head = PageHead(lines, article: article)
    func source(of span: Span) -> Span? {
      guard let index = lines.lines.firstIndex(where: { $0.span.contains(span) }) else {
        return nil
      }
      return Span(tree.offsets.originalRange(of: tree.contentRange(of: page.blocks[index].element)))
    }
    if published == nil, let date = head.published {
      let words = String(
        decoding: page.bytes[date.span.start..<date.span.end], as: UTF8.self)
      published = Field(text: words, name: "head", source: source(of: date.span))
    }
    if authors.isEmpty {
      authors = head.authors.map { span in
        let words = String(decoding: page.bytes[span.start..<span.end], as: UTF8.self)
        return Field(text: words, name: "byline", source: source(of: span))
      }
    }
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...8).contains(words.count) && !text.contains("://") && !text.contains("@")
      && text.utf8.count >= 3 && !text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func clean(_ field: Field) -> Field {
    var field = field
    for opening in ["By ", "by ", "BY ", "Written by ", "Posted by ", "By: "]
    where field.text.hasPrefix(opening) {
      field.text = String(field.text.dropFirst(opening.count))
    }
    return field
  }
}
