public import PressModel

/// The embargo that a page announces beside its title, in a line that a reader leaves out of the
/// text as it leaves out the page's labels and menus.
public struct EmbargoHead {
  public let line: EmbargoLine
  /// Its number among the page's lines.
  public let index: Int

  /// - Parameters:
  ///   - lines: the page's lines in order; nil for one that is no announcement, as a link.
  ///   - kept: whether each is in the text.
  ///   - title: the number of the title's line, if known.
  public init?(_ lines: [Span?], kept: [Bool], title: Int?, in bytes: [UInt8]) {
    guard let first = kept.firstIndex(of: true) else { return nil }
    let top = max(0, min(title ?? first, first) - 4)
    var best: (line: EmbargoLine, index: Int)?
    for index in top..<min(first + 4, lines.count) where !kept[index] && index != title {
      guard let span = lines[index], span.count < 300,
        let found = EmbargoLine(span, as: .line, in: bytes)
      else { continue }
      if best.map({ $0.line.joined(with: found) == found }) ?? true { best = (found, index) }
    }
    guard let best else { return nil }
    (line, index) = best
  }
}
