import PressHTML
import PressModel
import PressStage
import PressText

/// Reads HTML pages: the article's text without the page around it, and what the page says of it.
///
/// Reads any encoding that the page declares. Adds headings, paragraphs, list items, table rows,
/// quoted blocks and captions, and from JSON-LD, meta elements and the page's head the title,
/// subtitle, day of issue, authors, language, site and breadcrumb. Leaves out menus, related
/// stories, comments, forms and footers, the marks of notes, and the title, the label of the kind and
/// the line of the day of issue, which are metadata.
struct HTML: Reader {
  static let version = 4
  static let summary =
    "Reads HTML pages: the article's text without the page around it, and what the page says of it"

  static let examples = [
    StageExample(
      .finds, "the article, its title and its day of issue", .raw(page, as: "text/html"),
      gives: .metadata("title", "Bridge Closed"), .metadata("published", "2019-05-03T10:00:00Z"),
      .blocks([
        (
          "paragraph",
          "The old bridge will be closed from Monday, the city said, because two of its bearings "
            + "have to be replaced before the winter."
        ),
        (
          "paragraph",
          "Buses will take the northern road – which adds about ten minutes to each trip – and "
            + "pedestrians may still cross, the council wrote."
        ),
      ])),
    StageExample(
      .leavesAlone, "plain text", .raw("Not a page.", as: "text/plain"), gives: .refused("")),
    StageExample(
      .trap, "a page without words is no document",
      .raw("<html><body><script>var a = 'words'</script></body></html>", as: "text/html"),
      gives: .refused("no text")),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    if raw.mediaType == "text/html" || raw.mediaType == "application/xhtml+xml" { return .certain }
    guard raw.mediaType == "text/plain" || raw.mediaType == "application/octet-stream" else {
      return .none
    }
    let head = String(decoding: raw.bytes.prefix(512), as: UTF8.self).lowercased()
    let isPage = head.contains("<!doctype html") || head.contains("<html")
    return isPage ? .certain : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    let encoding = HTMLEncoding.sniff(raw.bytes, charset: raw.charset, detectsUTF8: true)
    document.encoding = encoding.name
    let tree = try Self.tree(raw.bytes, encoding)
    let page = HTMLBlocks.shown(tree)
    let lines = PageLines(bytes: page.bytes, lines: page.lines)
    var head = HTMLHead(tree, page)
    guard !page.blocks.isEmpty else {
      // A page that scripts fill may still describe itself.
      guard let description = head.description else { throw StageError("the page holds no text") }
      head.complete(from: lines, article: [], page: page)
      head.describe(&document.metadata)
      append(description.pieces, of: tree, to: &document)
      return
    }
    let choice = BlockChoice(page, lines)
    var article = choice.article
    head.complete(from: lines, article: article, page: page)
    head.describe(&document.metadata)
    let whole = article
    for (index, block) in page.blocks.enumerated()
    where index == head.plainTitle || head.isTitle(block, in: page.bytes)
      || head.isLabel(block, in: page.bytes)
    {
      article[index] = false
    }
    if !article.contains(true) { article = whole.contains(true) ? whole : whole.map { _ in true } }
    head.noteEmbargo(page, article, &document.metadata)
    if let words = document.metadata.subtitle, Subtitle.isOpening(words, of: page, article) {
      document.metadata.subtitle = nil
      document.metadata.evidence["subtitle"] = nil
    }
    explain(page, choice, article, &document)
    for (index, block) in page.blocks.enumerated() where article[index] {
      document.beginBlock(block.type, level: block.level)
      var anchor: HTMLNode?
      for item in block.items {
        if case .text(let node) = item {
          let next = tree.anchor(of: node)
          if next != anchor { link(next, of: tree, in: &document) }
          anchor = next
        }
        switch item {
        case .cell(let node): document.space(at: source(tree.sourceRange(of: node), tree))
        case .lineBreak(let node): document.lineBreak(at: source(tree.sourceRange(of: node), tree))
        case .text(let node): append(tree.pieces(of: node), of: tree, to: &document)
        }
      }
      document.endBlock()
    }
  }

  private func explain(
    _ page: HTMLBlocks, _ choice: BlockChoice, _ article: [Bool],
    _ document: inout DocumentBuilder
  ) {
    guard document.explains else { return }
    for (index, block) in page.blocks.enumerated() {
      let isByRule = choice.article[index] && choice.scores[index] <= 0
      let reasons =
        (isByRule ? [choice.rule] : [])
        + choice.reasons(index).map { reason in
          "\(reason.words) \(ArticleLines.signed(Double(reason.adds) / 1000))"
        }
      document.explain(
        BlockDecision(
          article[index] ? .kept : .dropped, block.type, at: page.source(of: block),
          words: String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self),
          score: Double(choice.scores[index]) / 1000, reasons: reasons))
    }
  }

  private static func tree(_ bytes: [UInt8], _ encoding: HTMLEncoding) throws -> HTMLTree {
    do {
      return try HTMLTree.read(bytes, as: encoding)
    } catch {
      throw StageError("the page's encoding is unknown to this system")
    }
  }

  private func link(
    _ anchor: HTMLNode?, of tree: HTMLTree, in document: inout DocumentBuilder
  ) {
    document.endLink()
    guard let anchor, let target = tree.attribute(.href, of: anchor), leadsAway(target.value) else {
      return
    }
    document.beginLink(to: target.value, at: source(target.range, tree))
  }

  /// Whether an address leads to another document.
  private func leadsAway(_ target: String) -> Bool {
    !target.isEmpty && !target.hasPrefix("#")
      && !["javascript:", "mailto:", "tel:", "data:"].contains { target.hasPrefix($0) }
  }

  private func source(_ range: Range<Int>, _ tree: HTMLTree) -> Span {
    Span(tree.offsets.originalRange(of: range))
  }

  private func append(
    _ pieces: HTMLTextPieces, of tree: HTMLTree, to document: inout DocumentBuilder
  ) {
    for piece in pieces {
      let span = source(piece.range, tree)
      if piece.isVerbatim, tree.offsets.isIdentity {
        document.append(span)
      } else if piece.isVerbatim {
        appendTranscoded(piece.range, tree, &document)
      } else {
        document.append(decoded: piece.decodedBytes, from: span, rule: .reference)
      }
    }
  }

  /// Words of a page in another encoding than UTF-8: a piece a word keeps their places apart.
  private func appendTranscoded(
    _ range: Range<Int>, _ tree: HTMLTree, _ document: inout DocumentBuilder
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      let isSpace = tree.source[start] <= 0x20
      while end < range.upperBound, (tree.source[end] <= 0x20) == isSpace { end += 1 }
      let span = source(start..<end, tree)
      if isSpace {
        document.space(at: span)
      } else {
        document.append(decoded: Array(tree.source[start..<end]), from: span, rule: .transcoded)
      }
      start = end
    }
  }

  private static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Bridge Closed | City of Ny</title>
    <meta property="article:published_time" content="2019-05-03T10:00:00Z"></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <article><h1>Bridge Closed</h1>
    <p>The old bridge will be closed from Monday, the city said, because two of its bearings have
    to be replaced before the winter.</p>
    <p>Buses will take the northern road &ndash; which adds about ten minutes to each trip &ndash;
    and pedestrians may still cross, the council wrote.</p></article>
    <footer><p><a href="/privacy">Privacy policy</a></p></footer></body></html>
    """
}
