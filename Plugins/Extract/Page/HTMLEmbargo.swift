import PressModel
import PressText

extension HTMLHead {
  /// An announcement beside the title, which is left out of the text as labels and dates are.
  func noteEmbargo(
    _ page: HTMLBlocks, _ article: [Bool], _ metadata: inout PressModel.Metadata
  ) {
    let title = page.blocks.indices.first {
      $0 == plainTitle || isTitle(page.blocks[$0], in: page.bytes)
    }
    let lines = page.blocks.map { $0.linked * 2 > $0.span.count ? nil : $0.span }
    guard let found = EmbargoHead(lines, kept: article, title: title, in: page.bytes) else {
      return
    }
    let block = page.blocks[found.index]
    metadata.embargo = found.line.moment?.iso
    metadata.evidence["embargo"] = Evidence(
      text: String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self),
      field: "head", source: page.source(of: block))
  }
}
