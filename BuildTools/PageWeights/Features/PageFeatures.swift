import Extract
import Foundation
import PressText

/// Prints the features of pages, one JSON object a page, for `fit.py` and `fit_blocks.py`.
///
/// usage: page-features lines|blocks|titles|dates|head FOLDER
///
/// `lines`, `titles` and `dates` take the `.txt` files of the folder, `blocks` and `head` its `.html`
/// files, in the order of their names. An object has `id`, the file's name without its ending;
/// `features`, their names; `text` and `rows`, one entry a line; and for blocks `title`, whether it is
/// the page's title, and where in the tree it stands. For `head` it is a `HeadFeatures`.
@main
struct PageFeatures {
  struct Page: Encodable {
    var id: String
    var features: [String]
    var text: [String] = []
    var rows: [[Int32]] = []
    var title: [Bool]?
    /// For blocks: the container of each, and of each container its parent and class words.
    var own: [Int]?
    var parents: [Int]?
    var words: [String]?
    var groups: [Int]?
  }

  private static let readers: [String: @Sendable (String, [UInt8]) throws -> any Encodable] = [
    "lines": { try lines($0, $1) }, "blocks": { try blocks($0, $1) },
    "titles": { try titles($0, $1) }, "dates": { try dates($0, $1) },
    "head": { try HeadFeatures($0, $1) },
  ]

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let kind = words.first, let folder = words.last,
      let read = readers[kind]
    else {
      FileHandle.standardError.write(
        Data("usage: page-features lines|blocks|titles|dates|head FOLDER\n".utf8))
      exit(64)
    }
    let ending = kind == "blocks" || kind == "head" ? "html" : "txt"
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let files = try FileManager.default.contentsOfDirectory(
      at: URL(filePath: folder), includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.lastPathComponent < $1.lastPathComponent })
    where file.pathExtension == ending {
      let bytes = [UInt8](try Data(contentsOf: file))
      let page = try read(file.deletingPathExtension().lastPathComponent, bytes)
      FileHandle.standardOutput.write(try encoder.encode(page) + Data([0x0A]))
    }
  }

  static func lines(_ id: String, _ bytes: [UInt8]) throws -> Page {
    let source = DecodedSource(bytes)
    let page = PageLines(bytes: source.bytes, lines: TextLine.scan(source.bytes))
    return Page(
      id: id, features: PageLines.features, text: page.lines.map { source.words($0.span) },
      rows: page.buckets().map { $0.map(Int32.init) })
  }

  /// The lines that may be the title. Which they are depends on the article, and so on the weights
  /// of lines that this program was built with.
  static func titles(_ id: String, _ bytes: [UInt8]) throws -> Page {
    let source = DecodedSource(bytes)
    let page = PageLines(bytes: source.bytes, lines: TextLine.scan(source.bytes))
    let article = ArticleLines.choose(page)
    let head = PageHead(page, article: article)
    let lines = PageTitle.candidates(
      of: page, article: article, start: head.start, breadcrumb: head.breadcrumbLine)
    return Page(
      id: id, features: PageLines.features + PageTitle.features,
      text: lines.map { source.words(page.lines[$0.line].span) },
      rows: lines.map { $0.buckets.map(Int32.init) })
  }

  /// The dates, by their days. Where the title stands depends on the weights of titles.
  static func dates(_ id: String, _ bytes: [UInt8]) throws -> Page {
    let source = DecodedSource(bytes)
    let page = PageLines(bytes: source.bytes, lines: TextLine.scan(source.bytes))
    let article = ArticleLines.choose(page)
    let head = PageHead(page, article: article)
    let dates = PageDates(page, article: article, title: head.titleLine, start: head.start)
    return Page(
      id: id, features: PageDates.features, text: dates.candidates.map(\.date.iso),
      rows: dates.candidates.map { $0.buckets.map(Int32.init) })
  }

  static func blocks(_ id: String, _ bytes: [UInt8]) throws -> Page {
    let page = try PageBlocks(ofPage: bytes)
    return Page(
      id: id, features: PageBlocks.features, text: page.text, rows: page.rows,
      title: page.isTitle, own: page.own, parents: page.parents, words: page.classWords,
      groups: page.groups)
  }
}
