import PressModel
import PressStage
import PressText

/// Finds the article in a whole web page that was dumped as plain text.
///
/// Reads plain text that shows a page's furniture: menus, skip links, a breadcrumb, share bars, a
/// footer. Adds the article's headings, paragraphs and list items, the dated list of related
/// documents at its foot, and from the page's head the title, breadcrumb, issuer and day of issue.
/// Leaves out the furniture, other stories and comments. The title and the head's lines are
/// metadata, with their bytes as evidence, and no part of the text.
struct PageText: Reader {
  static let version = 3
  static let summary = "Finds the article in a whole web page that was dumped as plain text"

  static let examples = [
    StageExample(
      .finds, "the article between a menu and a footer", .raw(page, as: "text/plain"),
      gives: .metadata("title", "Bridge Closed for Repairs"),
      .metadata("published", "2019-05-03"),
      .blocks([
        (
          "paragraph",
          "The old bridge will be closed from Monday, the city said, because two of its bearings "
            + "have to be replaced before the winter."
        ),
        (
          "paragraph",
          "Buses will take the northern road, which adds about ten minutes to each trip, and "
            + "pedestrians may still cross."
        ),
      ])),
    StageExample(
      .leavesAlone, "a text without furniture is for another reader",
      .raw(
        "Bridge Closed\n\nThe old bridge will be closed from Monday, the city said.",
        as: "text/plain"),
      gives: .refused("furniture")),
    StageExample(
      .trap, "a page that prints no date has none",
      .raw(page.split(separator: "May 3, 2019\n\n").joined(), as: "text/plain"),
      gives: .metadata("published", nil)),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    guard PlainBytes.isText(raw), raw.mediaType != "text/markdown" else { return .none }
    let source = DecodedSource(Array(raw.bytes.prefix(1 << 18)))
    let page = PageLines(bytes: source.bytes, lines: TextLine.scan(source.bytes))
    return page.showsFurniture ? .certain : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    let source = DecodedSource(raw.bytes, references: true)
    document.encoding = source.encoding
    let page = PageLines(bytes: source.bytes, lines: TextLine.scan(source.bytes))
    guard !page.lines.isEmpty else { throw StageError("the file holds no text") }
    var article = ArticleLines.choose(page)
    guard article.contains(true) else { throw StageError("the page holds no article") }
    page.keepDatedList(in: &article)
    let head = PageHead(page, article: article)
    let body = page.lines.indices.map { article[$0] && !head.isHead($0) }
    // A page may hold no more than its head.
    if body.contains(true) { article = body }
    describe(head, source, page, &document.metadata)
    noteEmbargo(head, source, page, article, &document.metadata)
    explain(page, source, article, &document)
    let kept = page.kept(article)
    let layout = LineLayout(bytes: source.bytes, lines: kept)
    for part in layout.parts(of: kept.indices) {
      document.beginBlock(part.type, level: part.level)
      for (index, span) in part.spans.enumerated() {
        if index > 0 {
          document.space(at: source.source(of: Span(part.spans[index - 1].end, span.start)))
        }
        source.append(span, to: &document)
      }
      document.endBlock()
    }
  }

  /// An announcement beside the title is no part of the menus that it stands in.
  private func noteEmbargo(
    _ head: PageHead, _ source: DecodedSource, _ page: PageLines, _ article: [Bool],
    _ metadata: inout PressModel.Metadata
  ) {
    guard
      let found = EmbargoHead(
        page.lines.map(\.span), kept: article, title: head.titleLine, in: source.bytes)
    else { return }
    metadata.embargo = found.line.moment?.iso
    metadata.evidence["embargo"] = source.evidence(found.line.span, field: "page head")
  }

  private func explain(
    _ page: PageLines, _ source: DecodedSource, _ article: [Bool],
    _ document: inout DocumentBuilder
  ) {
    guard document.explains else { return }
    for (index, why) in ArticleLines.reasons(page).enumerated() {
      let span = page.lines[index].span
      document.explain(
        BlockDecision(
          article[index] ? .kept : .dropped,
          page.shapes[index].marker > 0 ? .listItem : .paragraph, at: source.source(of: span),
          words: source.words(span), score: why.score, reasons: why.reasons))
    }
  }

  private func describe(
    _ head: PageHead, _ source: DecodedSource, _ page: PageLines,
    _ metadata: inout PressModel.Metadata
  ) {
    if let line = head.titleLine {
      metadata.title = source.words(page.lines[line].span)
      metadata.evidence["title"] = source.evidence(page.lines[line].span, field: "title line")
    }
    if let line = head.breadcrumbLine {
      metadata.breadcrumb = head.breadcrumb.map { source.words($0) }
      metadata.evidence["breadcrumb"] = source.evidence(page.lines[line].span, field: "breadcrumb")
    }
    if let issuer = head.issuer {
      metadata.issuer = Issuer(
        name: source.words(issuer), parents: head.parents.map { source.words($0) })
      metadata.evidence["issuer"] = source.evidence(issuer, field: "page head")
    }
    if let kind = head.kind {
      metadata.kind = kind.value
      metadata.evidence["kind"] = source.evidence(kind.span, field: "page head")
    }
    metadata.authors = head.authors.map { source.words($0) }
    if let author = head.authors.first {
      metadata.evidence["authors"] = source.evidence(author, field: "byline")
    }
    if let date = head.published {
      metadata.published = date.iso
      metadata.evidence["published"] = source.evidence(date.span, field: "page head")
    }
  }

  private static let page = """
    Skip to content
    Home
    News
    Council | Services | Contact us

    Bridge Closed for Repairs

    May 3, 2019

    The old bridge will be closed from Monday, the city said, because two of its bearings have to \
    be replaced before the winter.

    Buses will take the northern road, which adds about ten minutes to each trip, and pedestrians \
    may still cross.

    Share this
    Related stories
    Library Opens
    Privacy policy | Site map
    All rights reserved
    """
}
