import PressHTML
import PressModel
import PressText

/// What kind of document a page says it is, with the words that say so.
///
/// In the order of trust: the title's words, a label beside the title ("Press release"), the shelf
/// that breadcrumb, JSON-LD, meta elements or the page's own address name, and last the types that
/// publishing systems give to all that they print. A shelf of articles ("News") yields to any of
/// the others.
struct HTMLKind {
  private(set) var value: DocumentKind?
  private(set) var field: HeadField?

  /// Takes a kind that has these words for it, unless a more trusted one is known.
  mutating func note(_ kind: DocumentKind?, _ field: @autoclosure () -> HeadField?) {
    guard let kind, value == nil || value == .article && kind != .article else { return }
    value = kind
    self.field = field()
  }

  /// Takes the words of a shelf, where they are nothing else.
  mutating func note(shelf field: HeadField?) {
    guard let field else { return }
    note(DocumentKindWords.label(field.text), field)
  }

  mutating func note(title: HeadField?) {
    guard let title else { return }
    note(DocumentKindWords.kind(of: title.text), title)
  }

  /// Takes the first label that stands by itself from three blocks above the title to three below.
  mutating func note(
    labels runs: [HeadRun], title: Int?, _ lines: PageLines, _ tree: HTMLTree
  ) {
    guard let title else { return }
    let near = max(0, title - 3)...title + 3
    for run in runs where near.contains(run.block) && run.block != title {
      let isElsewhere = !run.marks.isDisjoint(with: [.teaser, .comment, .furniture])
      guard run.text.utf8.count <= 60, !isElsewhere, lines.repeats[run.block] == 1,
        let kind = DocumentKindWords.label(run.text)
      else { continue }
      let source = Span(tree.offsets.originalRange(of: tree.sourceRange(of: run.node)))
      note(kind, HeadField(text: run.text, name: "label", source: source))
    }
  }

  /// Takes the innermost folder of an address that is a shelf's name: "/press-releases/2020/x".
  mutating func note(address: HTMLAttribute?, _ tree: HTMLTree) {
    guard let address else { return }
    let source = address.range
    let bytes = tree.source[source]
    var ends: [Int] = bytes.indices.filter { bytes[$0] == 0x2F }
    if let query = bytes.firstIndex(where: { $0 == 0x3F || $0 == 0x23 }) {
      ends.removeAll { $0 > query }
    }
    for (start, end) in zip(ends, ends.dropFirst()).reversed() where end > start + 1 {
      let words = bytes[(start + 1)..<end].map { $0 == 0x2D || $0 == 0x5F ? 0x20 : $0 }
      guard words.count <= 40, end + 1 < source.upperBound,
        let kind = DocumentKindWords.whole(Span(0, words.count), in: words)
      else { continue }
      let range = Span(tree.offsets.originalRange(of: start + 1..<end))
      let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      note(kind, HeadField(text: text, name: "address", source: range))
      return
    }
  }
}
