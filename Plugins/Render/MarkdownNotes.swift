import PressModel

/// The footnotes of one document: the verbatim sentence that words stand in, and its bytes in the
/// source. Many facts stand in one sentence, so a sentence's note is made once.
struct MarkdownNotes {
  private let document: Document
  private let sentences: SpanIndex
  /// The last part of the source's path or address.
  private let name: Substring
  /// The marks of the notes that were made, by the stretch that they quote.
  private var marks: [Span: String] = [:]

  init(_ document: Document) {
    self.document = document
    sentences = SpanIndex(document.sentences)
    let origin = document.source.path ?? document.source.url ?? document.id
    name = origin.split(separator: "/").last ?? ""
  }

  /// The mark of the note on some words.
  mutating func mark(on mention: Mention, on page: inout MarkdownPage) -> String {
    let sentence = sentences.holding(mention.span) ?? mention.span
    if let mark = marks[sentence] { return mark }
    let mark = page.footnote(note(on: sentence))
    marks[sentence] = mark
    return mark
  }

  private func note(on sentence: Span) -> String {
    let source = document.map.bounds(of: sentence)
    let bytes =
      document.map.isExtracted(sentence)
      ? "as extracted" : "bytes \(source.start)–\(source.end)"
    let words = document.text[sentence].split(separator: "\n").joined(separator: " ")
    return MarkdownPage.escaped("\(words) — \(name), \(bytes)")
  }
}
