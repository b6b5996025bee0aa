import PressHTML

extension HTMLTree {
  /// The bytes from the first to the last text below an element, markup between them included; those
  /// of its start tag where there is no text.
  func contentRange(of node: HTMLNode) -> Range<Int> {
    var range: Range<Int>?
    for descendant in descendants(of: node) where isText(descendant) {
      let text = sourceRange(of: descendant)
      guard !text.isEmpty else { continue }
      let start = min(range?.lowerBound ?? text.lowerBound, text.lowerBound)
      range = start..<max(range?.upperBound ?? text.upperBound, text.upperBound)
    }
    return range ?? sourceRange(of: node)
  }

  /// The nearest `a` element around a node, at most 16 elements away.
  func anchor(of node: HTMLNode) -> HTMLNode? {
    ancestors(of: node).prefix(16).first { tag(of: $0) == .a }
  }
}
