import PressHTML

extension HTMLTree {
  /// Whether an element's attributes keep it from showing.
  func isHidden(_ node: HTMLNode) -> Bool {
    if attribute(.hidden, of: node) != nil { return !isStreamed(node) }
    guard let style = attribute(.style, of: node) else { return false }
    return Self.hidesDisplay(source[style.range])
  }

  /// Whether an element is a part of the page that came late and that a script moves to its place
  /// at once: React's `<div hidden id="S:0">`.
  private func isStreamed(_ node: HTMLNode) -> Bool {
    guard let id = attribute(.id, of: node) else { return false }
    return source[id.range].starts(with: [0x53, 0x3A])
  }

  /// Whether a style holds "display:none", in any case and with white space.
  private static func hidesDisplay(_ style: ArraySlice<UInt8>) -> Bool {
    let words = Array("display:none".utf8)
    var matched = 0
    for byte in style where byte > 0x20 {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower == words[matched] {
        matched += 1
        if matched == words.count { return true }
      } else {
        matched = lower == words[0] ? 1 : 0
      }
    }
    return false
  }
}
