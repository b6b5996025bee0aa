import PressHTML
import PressText

/// The candidates for a page's title, day of issue and author as the weights of `HTMLHead` see
/// them: for the tool that fits them.
package struct PageHeadSample {
  package struct Candidate {
    package let texts: [String]
    package let features: [String]
    /// The numbers that trees ask for; for titles.
    package var row: [Int32] = []
  }

  /// The names of the numbers of a title's row.
  package static let titleNumbers = TitleRows.names

  /// The fields in the order of the table.
  package static let fields = ["title", "date", "author"]
  package let candidates: [String: [Candidate]]

  /// Throws where this system does not know the page's encoding.
  package init(ofPage bytes: [UInt8]) throws {
    let tree = try HTMLTree.read(bytes)
    let page = HTMLBlocks.shown(tree)
    let lines = PageLines(bytes: page.bytes, lines: page.lines)
    var head = HTMLHead(tree, page)
    head.complete(from: lines, article: BlockChoice(page, lines).article, page: page)
    let rows = head.titles.rows.rows
    let width = TitleRows.names.count
    var titles = Self.list(head.titles.candidates, TitleCandidates.names)
    for index in titles.indices {
      titles[index].row = Array(rows[index * width..<(index + 1) * width])
    }
    candidates = [
      "title": titles,
      "date": Self.list(head.dates.candidates, DateCandidates.names),
      "author": Self.list(head.names.candidates, AuthorCandidates.names),
    ]
  }

  private static func list(_ candidates: HeadCandidates, _ names: [String]) -> [Candidate] {
    candidates.all.map { candidate in
      let isDate = names == DateCandidates.names
      return Candidate(
        texts: isDate ? [candidate.key] : [candidate.best?.text ?? ""],
        features: names.indices.filter { candidate.bits & (1 << UInt64($0)) != 0 }.map {
          names[$0]
        })
    }
  }
}
