import PressHTML
import PressText

/// A text of a short block with the marks of the elements around it.
struct HeadRun {
  let node: HTMLNode
  let block: Int
  /// The words in UTF-8, with one space between them.
  let bytes: ArraySlice<UInt8>
  let marks: HTMLMarks.Kind
  /// The first of its block.
  let isFirst: Bool

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The texts of all blocks that are short enough to name an author or a day, at most 4,000.
  static func all(_ page: HTMLBlocks, _ marks: HTMLMarks) -> [HeadRun] {
    var found: [(node: HTMLNode, block: Int, range: Range<Int>, isFirst: Bool)] = []
    var words: [UInt8] = []
    var bytes: [UInt8] = []
    for (index, block) in page.blocks.enumerated() where block.span.count <= 300 {
      var isFirst = true
      for case .text(let node) in block.items {
        bytes.removeAll(keepingCapacity: true)
        page.tree.appendText(of: node, to: &bytes)
        let start = words.count
        bytes.withUnsafeBufferPointer { HTMLWords.appendSpaced($0, to: &words) }
        guard words.count > start, words.count - start <= 300 else {
          words.removeLast(words.count - start)
          continue
        }
        found.append((node, index, start..<words.count, isFirst))
        isFirst = false
      }
      if found.count > 4000 { break }
    }
    // All runs share one storage.
    return found.map {
      HeadRun(
        node: $0.node, block: $0.block, bytes: words[$0.range], marks: marks.around($0.node),
        isFirst: $0.isFirst)
    }
  }
}
