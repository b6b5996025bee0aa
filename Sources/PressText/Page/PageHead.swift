public import PressModel

/// What the head of a page says of the article below: breadcrumb, title, issuer, day of issue.
public struct PageHead: Sendable {
  /// The parts of the breadcrumb, from the outermost in.
  public private(set) var breadcrumb: [Span] = []
  public private(set) var breadcrumbLine: Int?
  public private(set) var titleLine: Int?
  /// The issuer's name, then the bodies that it belongs to, from the outermost in.
  public private(set) var issuer: Span?
  public private(set) var parents: [Span] = []
  public private(set) var published: PrintedDate?
  /// The kind of document that a line beside the title names, "Press release", and its words.
  public private(set) var kind: (value: DocumentKind, span: Span)?
  /// The names of a byline.
  public private(set) var authors: [Span] = []

  private let page: PageLines
  /// The first line of the article's prose.
  public let start: Int

  public init(_ page: PageLines, article: [Bool]) {
    self.page = page
    let first = page.lines.indices.first { article[$0] && page.isProse[$0] }
    start = first ?? article.firstIndex(of: true) ?? page.lines.count
    findBreadcrumb()
    titleLine = PageTitle.line(
      of: page, article: article, start: start, breadcrumb: breadcrumbLine)
    findIssuer()
    findDate(article)
    findAuthors()
    findKind()
  }

  /// Whether a line is the title, the breadcrumb, or stands above the title without being prose.
  public func isHead(_ index: Int) -> Bool {
    if index == titleLine || index == breadcrumbLine { return true }
    guard let titleLine, index < titleLine else { return false }
    return index <= start && !page.isProse[index]
  }

  private mutating func findBreadcrumb() {
    for index in 0..<min(start, page.lines.count) {
      let parts = Self.breadcrumbParts(page.lines[index].span, in: page.bytes)
      if parts.count > 1 {
        breadcrumb = parts
        breadcrumbLine = index
        return
      }
    }
  }

  /// The parts of "You are in: A > B > C" or "A » B"; empty for other lines.
  static func breadcrumbParts(_ line: Span, in bytes: [UInt8]) -> [Span] {
    guard line.count <= 400 else { return [] }
    var start = line.start
    if let label = labels.prefix(of: line, in: bytes) {
      start = label.span.end
      while start < line.end, bytes[start] == 0x3A || bytes[start] <= 0x20 { start += 1 }
    }
    var parts: [Span] = []
    var from = start
    var offset = start
    while offset < line.end {
      let length = separator(bytes, offset, line.end)
      if length > 0 {
        parts.append(TextLine.trimmed(Span(from, offset), in: bytes))
        offset += length
        from = offset
      } else {
        offset += 1
      }
    }
    parts.append(TextLine.trimmed(Span(from, line.end), in: bytes))
    let isGood = parts.count > 1 && parts.dropLast().allSatisfy { !$0.isEmpty && $0.count <= 80 }
    return isGood ? parts.filter { !$0.isEmpty } : []
  }

  /// `>`, U+00BB or U+203A.
  private static func separator(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    if bytes[offset] == 0x3E { return 1 }
    if bytes[offset] == 0xC2, offset + 1 < end, bytes[offset + 1] == 0xBB { return 2 }
    guard bytes[offset] == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80 else { return 0 }
    return bytes[offset + 2] == 0xBA ? 3 : 0
  }

  private static let labels = PhraseTable("breadcrumb-labels")

  /// The first body named between breadcrumb and title, or the last one of the breadcrumb; above it
  /// stand the masthead, which pages repeat, and the bodies before it in the breadcrumb.
  private mutating func findIssuer() {
    let from = breadcrumbLine.map { $0 + 1 } ?? 0
    let to = min(titleLine ?? start, page.lines.count)
    var name: Span?
    if breadcrumbLine != nil {
      name = (from..<max(from, to)).map { page.lines[$0].span }.first(where: isBody)
    }
    let masthead = (0..<min(start, page.lines.count)).first {
      page.repeats[$0] > 1 && isBody(page.lines[$0].span)
    }
    name = name ?? breadcrumb.last(where: isBody) ?? masthead.map { page.lines[$0].span }
    guard let name else { return }
    issuer = name
    let words = key(name)
    if let masthead, key(page.lines[masthead].span) != words {
      parents.append(page.lines[masthead].span)
    }
    let place = breadcrumb.firstIndex { key($0) == words } ?? breadcrumb.count
    for part in breadcrumb[..<place] where isBody(part) {
      guard key(part) != words, !parents.contains(where: { key($0) == key(part) }) else { continue }
      parents.append(part)
    }
  }

  private func isBody(_ span: Span) -> Bool { IssuerName.isName(span, in: page.bytes) }

  private func key(_ span: Span) -> [UInt8] {
    page.bytes[span.start..<span.end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  private mutating func findKind() {
    guard let titleLine else { return }
    let near = max(0, titleLine - 3)..<min(page.lines.count, titleLine + 4)
    for index in near where index != titleLine && page.shapes[index].words <= 4 {
      let span = page.lines[index].span
      // A word of a menu is no label.
      guard page.shapes[index].marker == 0, page.repeats[index] == 1,
        let value = DocumentKindWords.whole(span, in: page.bytes), value != .article
      else { continue }
      kind = (value, span)
      return
    }
  }

  private mutating func findAuthors() {
    let from = max(0, (titleLine ?? start) - 3)
    let to = min(page.lines.count, max(start, from) + 4)
    for index in from..<max(from, to) where authors.isEmpty {
      authors = Byline.names(page.lines[index].span, in: page.bytes)
    }
  }

  private mutating func findDate(_ article: [Bool]) {
    published = PageDates(page, article: article, title: titleLine, start: start).best
  }
}
