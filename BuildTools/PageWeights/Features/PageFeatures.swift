import Extract
import Foundation
import PressText

/// Prints the features of pages, one JSON object a page, for `fit.py` beside it.
///
/// usage: page-features lines|blocks|titles|dates FOLDER
///
/// `lines`, `titles` and `dates` take the `.txt` files of the folder, `blocks` its `.html` files, in the order
/// of their names. An object has `id`, the file's name without its ending; `features`, their names;
/// `text` and `buckets`, one entry a line; and for blocks `title`, whether it is the page's title.
@main
struct PageFeatures {
  struct Page: Encodable {
    var id: String
    var features: [String]
    var text: [String] = []
    var buckets: [[UInt8]] = []
    var title: [Bool]?
  }

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let kind = words.first, let folder = words.last,
      let read = ["lines": lines, "blocks": blocks, "titles": titles, "dates": dates][kind]
    else {
      FileHandle.standardError.write(
        Data("usage: page-features lines|blocks|titles|dates FOLDER\n".utf8))
      exit(64)
    }
    let ending = kind == "blocks" ? "html" : "txt"
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
      buckets: page.buckets())
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
      text: lines.map { source.words(page.lines[$0.line].span) }, buckets: lines.map(\.buckets))
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
      buckets: dates.candidates.map(\.buckets))
  }

  static func blocks(_ id: String, _ bytes: [UInt8]) throws -> Page {
    let blocks = try PageBlock.all(ofPage: bytes)
    return Page(
      id: id, features: PageBlock.features, text: blocks.map(\.text),
      buckets: blocks.map(\.buckets), title: blocks.map(\.isTitle))
  }
}
