import PressModel
import PressStage
import PressText

/// Reads the text of PDF files: paragraphs, headings and list items in the order of reading.
///
/// Reads what poppler's `pdftotext` finds, run as a bounded process of its own. Lines are put
/// together into paragraphs, words that were parted at the end of a line are mended where that is
/// safe, and page numbers and the heads and feet that run over the pages are left out. A PDF's
/// letters are no stretch of its bytes: all of the text leads to the whole file, by the rule
/// `extracted`. The title is the file's own where it is plausible, else the largest line of the
/// first page. The file's dates say when it was written and not when it was issued, so the day of
/// issue is left to what is printed. A scan without text is refused, as are files that are broken or
/// encrypted.
struct PDF: Reader {
  static let summary =
    "Reads the text of PDF files: paragraphs, headings and list items in the order of reading"

  static let examples = [
    StageExample(
      .finds, "a title and a paragraph of two lines",
      .raw(
        file([
          (24, 700, "Harbour Opens New Quay"),
          (12, 650, "The port authority opened a third quay on Monday, which doubles the num-"),
          (12, 636, "ber of ships that are unloaded at one time."),
        ]), as: "application/pdf"),
      gives: .metadata("title", "Harbour Opens New Quay"),
      .blocks([
        ("heading", "Harbour Opens New Quay"),
        (
          "paragraph",
          "The port authority opened a third quay on Monday, which doubles the number of ships that "
            + "are unloaded at one time."
        ),
      ])),
    StageExample(
      .leavesAlone, "plain text", .raw("Not a PDF.", as: "text/plain"), gives: .refused("")),
    StageExample(
      .trap, "a page without letters, as scanners make",
      .raw(file([]), as: "application/pdf"), gives: .refused("no text (a scan?)")),
    StageExample(
      .trap, "bytes that only bear the name", .raw("%PDF-1.4 and no more", as: "application/pdf"),
      gives: .refused("the PDF is broken")),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    let isPDF = raw.bytes.starts(with: Array("%PDF-".utf8))
    return isPDF || raw.mediaType == "application/pdf" ? .certain : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    let pages = PDFPages(try document.context.pdfLayout(raw.bytes))
    guard pages.known + pages.unknown > 0 else {
      throw StageError("the PDF holds no text (a scan?)")
    }
    guard pages.known > pages.unknown else {
      throw StageError("the PDF's letters cannot be told: its fonts do not name them")
    }
    let layout = PDFLayout(pages)
    guard !layout.parts.isEmpty else { throw StageError("the PDF holds no text (a scan?)") }
    let title = titlePart(layout)
    if let title = pages.title, isPlausible(title, layout) {
      document.metadata.title = title
      document.metadata.evidence["title"] = Evidence(text: title, field: "PDF title")
    }
    let whole = Span(0, raw.bytes.count)
    for (index, part) in layout.parts.enumerated() {
      let isTitle = index == title && document.metadata.title == nil
      document.beginBlock(isTitle ? .heading : part.type, level: isTitle ? 1 : part.level)
      document.append(decoded: part.words, from: whole, rule: .extracted)
      if isTitle {
        let words = String(decoding: part.words, as: UTF8.self)
        document.metadata.title = words
        document.metadata.evidence["title"] = Evidence(
          text: words, field: "first page",
          span: Span(document.count - part.words.count, document.count))
      }
      document.explain(
        BlockDecision(
          .kept, part.type, at: whole, words: String(decoding: part.words, as: UTF8.self),
          reasons: ["on page \(part.page + 1)"]))
      document.endBlock()
    }
    for words in layout.running {
      document.explain(
        BlockDecision(
          .dropped, .paragraph, at: whole, words: words,
          reasons: ["a page number, or runs over the pages"]))
    }
  }

  /// The largest words of the first page, the longest of them among equals; else a first line that stands over longer ones.
  private func titlePart(_ layout: PDFLayout) -> Int? {
    let first = layout.parts.indices.prefix {
      layout.parts[$0].page == layout.parts[0].page && $0 < 20
    }
    guard layout.parts.count > 1 else { return nil }
    let candidates = first.filter { index in
      let part = layout.parts[index]
      let shape = LineShape(part.words, Span(0, part.words.count))
      return part.type != .listItem && part.words.count <= 240 && shape.words >= 2
        && !shape.startsLower
        && shape.sentenceEnds <= 1 && shape.lastMark != 0x2C && shape.lastMark != 0x3A
    }
    let largest = candidates.max { left, right in
      let (one, other) = (layout.parts[left], layout.parts[right])
      if abs(one.height - other.height) > 0.08 * other.height { return one.height < other.height }
      return one.words.count < other.words.count
    }
    if let largest, layout.parts[largest].height > 1.12 * layout.bodyHeight { return largest }
    let opening = candidates.prefix { layout.parts[$0].words.count < 240 }
      .filter { layout.parts[$0].type == .heading }
    if let longest = opening.max(by: {
      layout.parts[$0].words.count < layout.parts[$1].words.count
    }) {
      return longest
    }
    return candidates.first { index in
      let part = layout.parts[index]
      let isOver =
        index + 1 < layout.parts.count
        && layout.parts[index + 1].words.count > 2 * part.words.count
      return index < 3 && part.lines <= 2 && (part.type == .heading || isOver)
    }
  }

  /// Whether a file's own title names the document: no file name, no program's, and its words stand
  /// on the first page.
  private func isPlausible(_ title: String, _ layout: PDFLayout) -> Bool {
    let lowered = title.lowercased()
    let words = lowered.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count >= 3, title.utf8.count <= 300 else { return false }
    let marks = ["microsoft word", "untitled", ".doc", ".pdf", ".qxd", ".indd", "powerpoint"]
    guard !marks.contains(where: lowered.contains), !title.contains("_") else { return false }
    var page = ""
    for part in layout.parts where part.page == layout.parts[0].page {
      page += String(decoding: part.words, as: UTF8.self).lowercased() + " "
    }
    let printed = Set(page.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return words.count(where: printed.contains) * 10 >= words.count * 8
  }

  /// A PDF of one page, with lines given as size, height above the foot, and words.
  private static func file(_ lines: [(size: Int, y: Int, words: String)]) -> String {
    let content = lines.map { "BT /F1 \($0.size) Tf 72 \($0.y) Td (\($0.words)) Tj ET\n" }.joined()
    return """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
      /Resources << /Font << /F1 5 0 R >> >> >> endobj
      4 0 obj << /Length \(content.utf8.count) >> stream
      \(content)endstream endobj
      5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
      trailer << /Root 1 0 R /Size 6 >>
      %%EOF

      """
  }
}
