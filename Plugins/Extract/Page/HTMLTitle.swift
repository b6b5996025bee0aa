import PressHTML
import PressModel
import PressText

/// Chooses a page's title among its meta elements, its title element and its headings.
enum HTMLTitle {
  /// `given`: what meta elements or JSON-LD say; `element`: the title element.
  static func best(
    given: HTMLHead.Field?, element: HTMLHead.Field?, site: String?, page: HTMLBlocks,
    tree: HTMLTree
  ) -> HTMLHead.Field? {
    let headings = page.blocks.filter { $0.type == .heading && $0.level == 1 }.prefix(8).map {
      block in
      let range = tree.contentRange(of: block.element)
      return HTMLHead.Field(
        text: String(decoding: page.bytes[block.span.start..<block.span.end], as: UTF8.self),
        name: "h1", source: Span(tree.offsets.originalRange(of: range)))
    }
    let names = [given, element].compactMap { $0 }.map { key($0.text) }
    // A heading that the page's names hold or start with is the title as printed; so is the only
    // heading of the first level that shares words with them.
    let printed = headings.first { heading in
      let words = key(heading.text)
      return words.count >= 6 && names.contains { $0 == words || holds($0, words) }
    }
    if let printed { return printed }
    let siteKey = site.map(key) ?? []
    let others = headings.filter {
      key($0.text) != siteKey && $0.text.split(separator: " ").count > 1
    }
    if others.count == 1, let only = others.first,
      [given, element].contains(where: { shareWords($0?.text, only.text) })
    {
      return only
    }
    if var field = given ?? element {
      field.text = withoutSite(field.text, site: site)
      return field
    }
    return headings.first { key($0.text).count >= 3 }
  }

  /// Whether a third of the longer words of a heading stand in a name of the page.
  private static func shareWords(_ name: String?, _ heading: String) -> Bool {
    let words = { (text: String) in
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count > 3 })
    }
    let mine = words(heading)
    return mine.intersection(words(name ?? "")).count * 3 >= max(1, mine.count)
  }

  /// Letters and digits in lower case: what two forms of a title share.
  static func key(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0xC3 && $0 != 0xE2
    }
  }

  private static func holds(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    part.count * 3 >= whole.count
      && (whole.starts(with: part) || whole.suffix(part.count).elementsEqual(part))
  }

  private static let separators = [" | ", " – ", " — ", " - ", " :: ", " · ", " » ", " « ", " • "]

  /// Takes off the name of the site before or after the last separator.
  static func withoutSite(_ title: String, site: String?) -> String {
    let siteKey = site.map(key) ?? []
    for separator in separators {
      let parts = split(title, separator)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      if !siteKey.isEmpty, key(first) == siteKey {
        return parts.dropFirst().joined(separator: separator)
      }
      let head = parts.dropLast().joined(separator: separator)
      let isSite = !siteKey.isEmpty && key(last) == siteKey
      let isShort =
        last.split(separator: " ").count <= 4
        && head.split(separator: " ").count > last.split(separator: " ").count
      if isSite || (isShort && (separator == " | " || head.split(separator: " ").count >= 4)) {
        return withoutSite(head, site: site)
      }
    }
    return title
  }

  private static func split(_ text: String, _ separator: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: mark) {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        offset += mark.count
      } else {
        part.append(bytes[offset])
        offset += 1
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }
}
