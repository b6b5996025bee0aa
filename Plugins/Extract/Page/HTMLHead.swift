import PressHTML
import PressModel
import PressStage
import PressText

/// What a page says of itself: in JSON-LD, in meta elements, in its title, in marked-up names and
/// dates of its body.
///
/// Title, day of issue and authors are chosen among all candidates of the page by what speaks for
/// each (`TitleCandidates`, `DateCandidates`, `AuthorCandidates`); in short, the order of trust is:
/// what the page prints near its title and marks up as such, JSON-LD of the article, meta elements,
/// JSON-LD of the page, other elements. A candidate on which several agree stands before one that a
/// single source gives.
struct HTMLHead {
  private let tree: HTMLTree
  private let marks: HTMLMarks
  private let meta: HTMLMeta
  private let linked: LinkedData
  private(set) var titles: TitleCandidates
  private(set) var dates: DateCandidates
  private(set) var names: AuthorCandidates
  private(set) var title: HeadField?
  private var titleKey = ""
  /// The block that prints the title without being a heading, where none is.
  private(set) var plainTitle: Int?
  /// The heading that is most like a title, which need not be the title.
  private var headingKey = ""
  private var site: HeadField?
  private var authors: [HeadField] = []
  private var breadcrumb: [HeadField] = []
  private var kind = HTMLKind()

  init(_ tree: HTMLTree, _ page: HTMLBlocks) {
    self.tree = tree
    marks = HTMLMarks(tree)
    meta = HTMLMeta(tree, marks)
    linked = LinkedData(tree, marks)
    site =
      meta.first(["og:site_name"]) ?? linked.publisher
      ?? meta.first([
        "application-name", "apple-mobile-web-app-title", "dcterms.publisher", "dc.publisher",
        "citation_publisher",
      ])
    titles = TitleCandidates(site: site?.text, address: meta.address)
    titles.add(meta, linked)
    titles.add(page, marks)
    titles.compare()
    let best = titles.best()
    title = best.title?.best
    titleKey = title.map { HTMLWords.key($0.text) } ?? ""
    headingKey = best.heading?.key ?? ""
    dates = DateCandidates(tree, language: meta.language?.text)
    names = AuthorCandidates(tree, site: site?.text, title: title?.text)
    dates.add(linked, meta)
    names.add(linked, meta)
    site =
      site.flatMap { SiteName.cleaned($0, address: meta.address) }
      ?? meta.title.flatMap { SiteName.body(in: $0, beside: title?.text ?? "") }
  }

  /// What the page says it is about.
  var description: HTMLAttribute? { meta.description }

  /// Whether a block is the title, which is metadata.
  func isTitle(_ block: HTMLBlock, in bytes: [UInt8]) -> Bool {
    isHeading(block, titleKey, in: bytes)
  }

  /// Whether a block is no more than the label of the page's kind or the line of its day of issue:
  /// "Press release", "Published 3 May 2020".
  func isLabel(_ block: HTMLBlock, in bytes: [UInt8]) -> Bool {
    guard block.span.count <= 60 else { return false }
    let words = String(decoding: bytes[block.span.start..<block.span.end], as: UTF8.self)
    if let label = kind.field, label.name == "label", label.text == words { return true }
    guard let day = dates.best?.best, day.name == "text" || day.name == "time" else { return false }
    return words.utf8.count <= day.text.utf8.count + 14 && words.hasSuffix(day.text)
  }

  private func isHeading(_ block: HTMLBlock, _ key: String, in bytes: [UInt8]) -> Bool {
    block.type == .heading && (block.level ?? 6) <= 2 && !key.isEmpty
      && HTMLWords.key(String(decoding: bytes[block.span.start..<block.span.end], as: UTF8.self))
        == key
  }

  /// The first block that prints the title without being a heading.
  private func findPlainTitle(_ page: HTMLBlocks) -> Int? {
    guard titleKey.utf8.count >= 12 else { return nil }
    let lengths = titleKey.utf8.count...titleKey.utf8.count * 2
    return page.blocks.firstIndex { block in
      lengths.contains(block.span.count)
        && HTMLWords.key(
          String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self))
          == titleKey
    }
  }

  /// Adds the names and days that the page prints, once its article is known.
  mutating func complete(from lines: PageLines, article: [Bool], page: HTMLBlocks) {
    let printed = page.blocks.firstIndex { isTitle($0, in: page.bytes) }
    let heading =
      printed ?? page.blocks.firstIndex { isHeading($0, headingKey, in: page.bytes) }
    if heading == nil { plainTitle = findPlainTitle(page) }
    let place = HeadPlace(lines, article: article, title: heading ?? plainTitle)
    let runs = HeadRun.all(page, marks)
    var blocks = [Int32](repeating: -1, count: tree.nodeCount)
    for (index, block) in page.blocks.enumerated() {
      for case .text(let node) in block.items { blocks[node.position] = Int32(index) }
    }
    let tree = tree
    dates.add(address: meta.address)
    dates.add(
      marks,
      blockOf: { node in
        for below in tree.descendants(of: node).prefix(8) where blocks[below.position] >= 0 {
          return Int(blocks[below.position])
        }
        return nil
      }, place)
    dates.add(runs, lines, place)
    names.add(runs, page, place)
    names.compare()
    authors = names.chosen()
    dates.compare(
      namesAuthor: !authors.isEmpty,
      words: article.indices.reduce(0) { $0 + (article[$1] ? lines.shapes[$1].words : 0) })
    findBreadcrumb(runs)
    findKind(runs, printed, lines, page)
  }

  private mutating func findKind(
    _ runs: [HeadRun], _ title: Int?, _ lines: PageLines, _ page: HTMLBlocks
  ) {
    if !linked.isArticle {
      let index = HTMLIndexPage(page, lines, marks)
      let isShelf = [self.title, meta.title].contains {
        $0.map { DocumentKindWords.isShelf($0.text) } ?? false
      }
      if index.isIndex(saysSo: isShelf || linked.isCollection),
        isShelf || meta["og:type"]?.text != "article"
      {
        kind.note(.indexPage, self.title)
      }
    }
    kind.note(title: self.title)
    kind.note(labels: runs, title: title, lines, tree)
    for part in breadcrumb.suffix(2).reversed() { kind.note(shelf: part) }
    for shelf in linked.shelves { kind.note(shelf: shelf) }
    for name in ["dc.type", "dcterms.type", "article:section", "document-type", "genre"] {
      kind.note(shelf: meta[name])
    }
    kind.note(address: meta.address, tree)
    if linked.isArticle || meta["og:type"]?.text == "article" {
      let field = meta["og:type"] ?? HeadField(text: "Article", name: "JSON-LD @type")
      kind.note(.article, field)
    }
  }

  private mutating func findBreadcrumb(_ runs: [HeadRun]) {
    breadcrumb = linked.breadcrumb
    if breadcrumb.isEmpty {
      var last: Int?
      for run in runs where run.marks.contains(.breadcrumb) {
        if let last, run.block > last + 1 { break }
        last = run.block
        let isMark = !run.text.contains { $0.isLetter || $0.isNumber }
        guard !isMark, run.bytes.count <= 100, breadcrumb.count < 12 else { continue }
        let source = Span(tree.offsets.originalRange(of: tree.sourceRange(of: run.node)))
        breadcrumb.append(HeadField(text: run.text, name: "breadcrumb", source: source))
      }
    }
    if breadcrumb.last.map({ HTMLWords.key($0.text) == titleKey }) ?? false {
      breadcrumb.removeLast()
    }
    if breadcrumb.count < 2 { breadcrumb = linked.breadcrumb.isEmpty ? [] : breadcrumb }
  }

  func describe(_ metadata: inout PressModel.Metadata) {
    func note(_ field: HeadField?, _ key: String) -> String? {
      guard let field else { return nil }
      metadata.evidence[key] = Evidence(
        text: field.quoted ?? field.text, field: field.name, source: field.source)
      return field.text
    }
    metadata.title = note(title, "title")
    metadata.subtitle = note(meta.first(["og:description", "description"]), "subtitle")
    if let day = dates.best, let place = day.best {
      metadata.published =
        MachineDate(place.text).flatMap {
          $0.day == day.key ? $0.moment : nil
        } ?? day.key
      _ = note(place, "published")
    }
    metadata.authors = authors.map(\.text)
    _ = note(authors.first, "authors")
    if let name = note(site, "issuer") { metadata.issuer = Issuer(name: name) }
    metadata.language = note(meta.language, "language")
    metadata.breadcrumb = breadcrumb.map(\.text)
    _ = note(breadcrumb.first, "breadcrumb")
    if let value = kind.value {
      metadata.kind = value
      _ = note(kind.field, "kind")
    }
  }
}
