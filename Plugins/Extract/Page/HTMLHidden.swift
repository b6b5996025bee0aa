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

extension HTMLTree {
  /// Whether a link is the mark of a note or leads back from one, and so no word of the text:
  /// `<sup><a href="#fn1">1</a></sup>`, `<a href="#n1">[1]</a>`, and "↩" behind the note itself.
  func isNoteMark(_ link: HTMLNode) -> Bool {
    guard let target = attribute(.href, of: link), source[target.range].first == 0x23 else {
      return false
    }
    var words: [UInt8] = []
    var isRaised = parent(of: link).map { tag(of: $0) == .sup } ?? false
    for node in descendants(of: link) {
      if isText(node) { appendText(of: node, to: &words) }
      if isElement(node), tag(of: node) == .sup { isRaised = true }
      guard words.count <= 12 else { return false }
    }
    words.removeAll { $0 <= 0x20 }
    if Self.backMarks.contains(where: words.starts) { return true }
    let isBracketed = words.first == 0x5B && words.last == 0x5D
    guard isRaised || isBracketed else { return false }
    // "1", "[12]", "(a)", "*", and the daggers U+2020 and U+2021.
    return words.count <= 6
      && words.allSatisfy { $0 < 0x80 || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA0 || $0 == 0xA1 }
  }

  /// Arrows that lead back, and the circumflex of old encyclopedias.
  private static let backMarks: [[UInt8]] = [
    Array("↩".utf8), Array("↑".utf8), Array("⤴".utf8), Array("^".utf8),
  ]
}
