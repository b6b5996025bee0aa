import PressHTML
import PressText

/// A block of an HTML page as the weights of `ArticleLines` see it: for the tool that fits them.
package struct PageBlock {
  /// The names of the features, in the order of the buckets.
  package static let features = PageLines.features + HTMLFeatures.names

  package let text: String
  package let buckets: [UInt8]
  /// Whether it is the page's title, which no article holds.
  package let isTitle: Bool

  /// The blocks that a page shows, in the order of the document. Throws where this system does not
  /// know the page's encoding.
  package static func all(ofPage bytes: [UInt8]) throws -> [PageBlock] {
    let tree = try HTMLTree.read(bytes)
    let page = HTMLBlocks.shown(tree)
    let lines = PageLines(bytes: page.bytes, lines: page.lines)
    var features = HTMLFeatures(page, lines)
    let head = HTMLHead(tree, page)
    return zip(page.blocks.indices, lines.buckets()).map { index, buckets in
      let block = page.blocks[index]
      return PageBlock(
        text: String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self),
        buckets: buckets + features.buckets(of: index),
        isTitle: head.isTitle(block, in: page.bytes))
    }
  }
}
