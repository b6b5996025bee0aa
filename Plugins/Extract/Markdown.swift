import PressModel
import PressStage
import PressText

/// Reads Markdown, with or without front matter.
///
/// Adds headings, paragraphs, list items, quoted blocks and table rows, and from the front matter
/// or the first heading the title, subtitle, day of issue and authors. Leaves out the marks of
/// emphasis, addresses of links, images, HTML tags, and words that are struck out; hard line ends
/// stay. A line that starts with a speaker's label starts a block.
struct Markdown: Reader {
  static let summary = "Reads Markdown, with or without front matter"

  static let examples = [
    StageExample(
      .finds, "front matter, a heading, emphasis and a link",
      .raw(
        "---\ntitle: Library Hours\ndate: 2021-05-04\n---\n## Hours\n\nThe **main hall** is [open](http://a.b/c) late.",
        as: "text/markdown"),
      gives: .metadata("title", "Library Hours"), .metadata("published", "2021-05-04"),
      .blocks([("heading", "Hours"), ("paragraph", "The main hall is open late.")])),
    StageExample(
      .finds, "turns of a transcript",
      .raw("MS. ROE:  Hello.  \n  \nQ\u{A0}   Will it <s>reign</s> [rain]?", as: "text/markdown"),
      gives: .blocks([("paragraph", "MS. ROE: Hello."), ("paragraph", "Q Will it [rain]?")])),
    StageExample(
      .leavesAlone, "marks that stand for themselves",
      .raw("5 * 3 is 15, and file_name_one stays.", as: "text/markdown"),
      gives: .blocks([("paragraph", "5 * 3 is 15, and file_name_one stays.")])),
    StageExample(
      .trap, "a rule between two blocks is no front matter",
      .raw("One.\n\n---\n\nTwo: three.", as: "text/markdown"),
      gives: .metadata("title", nil),
      .blocks([("paragraph", "One."), ("paragraph", "Two: three.")])),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    guard PlainBytes.isText(raw) else { return .none }
    if raw.mediaType == "text/markdown" { return .certain }
    return raw.bytes.starts(with: Array("---\ntitle:".utf8)) ? .certain : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    let source = DecodedSource(raw.bytes)
    document.encoding = source.encoding
    let scanner = MarkdownScanner(source.bytes)
    describe(scanner, source, &document.metadata)
    for block in scanner.blocks {
      let inline = MarkdownInline(source.bytes, lines: block.lines)
      document.beginBlock(block.type, level: block.level)
      if isEnd(block, in: source.bytes) { break }
      for piece in inline.pieces {
        switch piece {
        case .text(let span): source.append(span, to: &document)
        case .reference(let span, let bytes):
          document.append(decoded: bytes, from: source.source(of: span), rule: .reference)
        case .lineBreak(let span): document.lineBreak(at: source.source(of: span))
        case .space(let span): document.space(at: source.source(of: span))
        }
      }
      document.endBlock()
    }
    guard document.count > 0 else { throw StageError("the file holds no text") }
  }

  /// An end mark by itself, escaped or not.
  private func isEnd(_ block: MarkdownBlock, in bytes: [UInt8]) -> Bool {
    guard block.lines.count == 1, var line = block.lines.first else { return false }
    while line.start < line.end, bytes[line.start] == 0x5C { line.start += 1 }
    return EndMark.end(of: line, in: bytes) == line.start
  }

  private func describe(
    _ scanner: MarkdownScanner, _ source: DecodedSource, _ metadata: inout PressModel.Metadata
  ) {
    for (key, span) in scanner.fields where !span.isEmpty {
      let value = source.words(span)
      switch key {
      case "title": metadata.title = value
      case "subtitle", "description": metadata.subtitle = value
      case "author", "authors": metadata.authors = names(value)
      case "lang", "language": metadata.language = value
      case "date", "published":
        metadata.published = PrintedDate.first(in: source.bytes, span)?.iso
      default: continue
      }
      let name = ["author": "authors", "date": "published", "lang": "language"][key] ?? key
      metadata.evidence[name] = source.evidence(span, field: key)
    }
    if metadata.title == nil, let first = scanner.blocks.first, first.type == .heading,
      first.level == 1,
      let start = first.lines.first?.start, let end = first.lines.last?.end
    {
      metadata.title = shown(first, source)
      metadata.evidence["title"] = source.evidence(Span(start, end), field: "heading")
    }
  }

  private func shown(_ block: MarkdownBlock, _ source: DecodedSource) -> String {
    var words: [UInt8] = []
    for piece in MarkdownInline(source.bytes, lines: block.lines).pieces {
      switch piece {
      case .text(let span): words += source.bytes[span.start..<span.end]
      case .reference(_, let bytes): words += bytes
      case .lineBreak, .space: words.append(0x20)
      }
    }
    return String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// "[Jane Roe, John Doe]" or "Jane Roe and John Doe".
  private func names(_ value: String) -> [String] {
    value.split(whereSeparator: { "[],;&\"".contains($0) })
      .flatMap { $0.split(separator: " and ") }
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}
