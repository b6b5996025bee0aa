/// Character references (HTML section 13.5) in texts that are no HTML: Markdown, and plain text that
/// was taken out of a page without decoding it, "R&amp;D". The names that texts use; others stand as
/// they are written.
enum TextReference {
  /// The character that the reference at an offset stands for, and where the reference ends; nil where
  /// there is none.
  static func read(_ bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard offset < bytes.count, bytes[offset] == 0x26,
      let end = bytes[offset..<min(bytes.count, offset + 13)].firstIndex(of: 0x3B)
    else { return nil }
    let name = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    let scalar =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        named[name]
      }
    guard let scalar, scalar != "\0" else { return nil }
    return (scalar, end + 1)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "hellip": "\u{2026}", "copy": "\u{A9}",
    "bull": "\u{2022}", "eacute": "\u{E9}", "shy": "\u{AD}",
  ]
}
