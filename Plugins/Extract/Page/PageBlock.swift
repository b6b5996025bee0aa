import PressHTML
import PressText

/// The blocks of an HTML page as the trees of `page-block-trees` see them: for the tool that fits
/// them.
package struct PageBlocks {
  /// The names of the features, in the order of a row.
  package static let features = BlockFeatures.names

  package var text: [String] = []
  /// One row of features a block.
  package var rows: [[Int32]] = []
  /// Whether a block is the page's title, which no article holds.
  package var isTitle: [Bool] = []
  /// Each block's container, each container's parent (-1 for none) and the words of its class.
  package let own: [Int]
  package let parents: [Int]
  package let classWords: [String]
  /// Which blocks look the same.
  package let groups: [Int]

  /// The blocks that a page shows, in the order of the document. Throws where this system does not
  /// know the page's encoding.
  package init(ofPage bytes: [UInt8]) throws {
    let tree = try HTMLTree.read(bytes)
    let page = HTMLBlocks.shown(tree)
    let lines = PageLines(bytes: page.bytes, lines: page.lines)
    let features = BlockFeatures(page, lines)
    let head = HTMLHead(tree, page)
    let words = HTMLClassWords(tree, features.containers, keepsWords: true)
    own = features.containers.own
    parents = features.containers.all.map(\.parent)
    groups = page.blocks.indices.map { features.groups.place(of: $0) }
    classWords = words.tokens.map { String(decoding: $0, as: UTF8.self).lowercased() }
    for (index, block) in page.blocks.enumerated() {
      var row: [Int32] = []
      features.append(index, to: &row)
      rows.append(row)
      text.append(String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self))
      isTitle.append(head.isTitle(block, in: page.bytes))
    }
  }
}
