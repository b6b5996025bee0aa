import PressHTML
import PressModel
import PressText

/// The name of a site without what publishing systems put beside it: marks that are left over
/// ("Olsen Press -"), "Home", and a slogan behind the name that the site's address has too ("Olsen
/// Press | News for everyone" of olsenpress.com).
enum SiteName {
  /// Nil where no name is left.
  static func cleaned(_ field: HeadField, address: HTMLAttribute?) -> HeadField? {
    var parts = self.parts(field.text).map(trimmed)
    parts.removeAll { $0.isEmpty || ["home", "homepage", "home page"].contains($0.lowercased()) }
    guard let first = parts.first, let last = parts.last else { return nil }
    var name = field.text[first.startIndex..<last.endIndex]
    let host = address.map { self.host($0.value) } ?? []
    let named = parts.filter { part in
      let key = HTMLWords.key(String(part))
      return key.utf8.count >= 4 && host.contains(key)
    }
    if parts.count > 1, named.count == 1, !parts.contains(where: { $0 != named[0] && isBody($0) }) {
      name = named[0]
    }
    guard name != field.text[...] else { return field }
    var cleaned = field
    cleaned.text = String(name)
    cleaned.quoted = field.quoted ?? field.text
    return cleaned
  }

  /// The body that a title element names behind a page's title or before it: "Port Opens | Press
  /// Office | Harbour Authority".
  static func body(in field: HeadField, beside title: String) -> HeadField? {
    guard field.text.utf8.count <= 1_000 else { return nil }
    let parts = parts(field.text).map(trimmed)
    let titleKey = HTMLWords.key(title)
    guard parts.count > 1, let last = parts.last, let first = parts.first, !titleKey.isEmpty
    else { return nil }
    for part in [last, first]
    where isBody(part) && !titleKey.contains(HTMLWords.key(String(part))) {
      var body = field
      body.text = String(part)
      body.quoted = field.quoted ?? field.text
      return body
    }
    return nil
  }

  /// What stands between bars, bullets, colons and free dashes.
  private static func parts(_ text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let isSpaced = next == text.endIndex || text[next] == " "
      let isFree = isSpaced && index > text.startIndex && text[text.index(before: index)] == " "
      let isMark =
        switch text[index] {
        case "|", "•", "·", "»": true
        case "-", "–", "—": isFree
        case ":": isSpaced
        default: false
        }
      if isMark {
        parts.append(text[start..<index])
        start = next
      }
      index = next
    }
    return parts + [text[start...]]
  }

  /// Without spaces and marks that are left over at its ends.
  private static func trimmed(_ part: Substring) -> Substring {
    let marks: Set<Character> = ["|", "-", "–", "—", "•", "·", "»", ":", "/", " ", ","]
    let start = part.drop { marks.contains($0) }
    return start.prefix(start.count - start.reversed().prefix { marks.contains($0) }.count)
  }

  private static func isBody(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    return IssuerName.isName(Span(0, bytes.count), in: bytes)
  }

  /// The letters and digits of each label of an address's host.
  private static func host(_ address: String) -> [String] {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1].isEmpty else { return [] }
    let host = parts[2].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return host.split(separator: ".").map { HTMLWords.key(String($0)) }
  }
}
