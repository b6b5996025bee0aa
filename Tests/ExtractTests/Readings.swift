import PressModel
import PressStage

@testable import Extract

/// The readers that take text of some kind.
let textReaders: [any Reader] = [PageText(), PlainText(), Markdown(), HTML()]

func bytes(_ text: String) -> RawBytes { RawBytes(Array(text.utf8), mediaType: "text/plain") }

/// What a reader makes of bytes.
func reading(_ raw: RawBytes, with reader: some Reader) throws -> Document {
  var builder = DocumentBuilder(source: raw.bytes)
  try reader.read(raw, into: &builder)
  let source = SourceReference(mediaType: raw.mediaType, sha256: "", bytes: raw.bytes.count)
  return builder.build(id: "d", source: source, reader: type(of: reader).name)
}

/// The same with the findings of extractors on it, one after the other.
func reading(_ text: String, with reader: some Reader, then extractors: any Extractor...) throws
  -> Document
{
  var document = try reading(bytes(text), with: reader)
  for extractor in extractors {
    var findings = Findings(for: document, workspace: Workspace())
    try extractor.extract(from: document, into: &findings)
    document.metadata = findings.metadata
    for fact in findings.facts { document.facts.append(fact) }
  }
  return document
}

/// A small page whose prose reads as an article's.
enum SmallPage {
  static let prose = """
    The council met on Tuesday evening and decided, after three hours, that the market will stay \
    where it is, the mayor said. The traders had asked for it, and the town had waited for long.
    """
  static let body = "<p>\(prose)</p><p>\(prose)</p>"

  static func page(_ body: String, head: String) -> String {
    "<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>"
  }

  /// What the reader takes from such a page.
  static func metadata(_ body: String, head: String) throws -> PressModel.Metadata {
    try reading(bytes(page(body, head: head)), with: HTML()).metadata
  }
}

extension Document {
  var words: [String] { blocks.map { text[$0.span] } }
}
