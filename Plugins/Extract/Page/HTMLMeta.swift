import PressHTML
import PressModel
import PressText

/// The meta elements of a page by name or property, its title element and its language.
struct HTMLMeta {
  private var fields: [String: HeadField] = [:]
  /// The fields of a name that a page gives more than once, in order.
  private var repeated: [String: [HeadField]] = [:]
  private(set) var title: HeadField?
  private(set) var language: HeadField?
  private(set) var description: HTMLAttribute?
  /// The page's own address: its canonical link, or Open Graph's where that leads nowhere.
  private(set) var address: HTMLAttribute?

  init(_ tree: HTMLTree, _ marks: HTMLMarks) {
    func source(_ range: Range<Int>) -> Span { Span(tree.offsets.originalRange(of: range)) }
    if let node = marks.title {
      let text = HTMLWords.plain(tree.text(of: node))
      let range = tree.firstChild(of: node).map { tree.sourceRange(of: $0) }
      if !text.isEmpty {
        title = HeadField(text: text, name: "title", source: range.map(source))
      }
    }
    address = marks.canonical.flatMap { $0.utf8.contains(0x2F) ? $0 : nil }
    for node in marks.metas {
      let name =
        tree.attribute(.property, of: node) ?? tree.attribute(.name, of: node)
        ?? tree.attribute(.itemprop, of: node) ?? tree.attribute(.httpEquiv, of: node)
      guard let key = name?.value.lowercased(), let content = tree.attribute(.content, of: node)
      else { continue }
      let text = HTMLWords.plain(content.value)
      guard !text.isEmpty else { continue }
      let words = HTMLWords.spaced(content.value)
      let field = HeadField(
        text: text, name: "meta \(key)", source: source(content.range),
        quoted: words == text ? nil : words)
      if let first = fields[key] {
        repeated[key, default: [first]].append(field)
        continue
      }
      if key.hasSuffix("description"), description == nil { description = content }
      if key == "og:url", address == nil { address = content }
      fields[key] = field
    }
    var given: [HeadField] = []
    if let html = tree.html, let lang = tree.attribute(.lang, of: html) {
      given.append(HeadField(text: lang.value, name: "html lang", source: source(lang.range)))
    }
    given += ["og:locale", "content-language", "dc.language"].compactMap { fields[$0] }
    language = given.lazy.compactMap(Self.language).first
  }

  subscript(name: String) -> HeadField? { fields[name] }

  /// All fields of a name, in order.
  func all(_ name: String) -> [HeadField] { repeated[name] ?? fields[name].map { [$0] } ?? [] }

  /// The first of these names that the page has.
  func first(_ names: [String]) -> HeadField? {
    for name in names {
      if let field = fields[name] { return field }
    }
    return nil
  }

  /// A language tag of BCP 47; nil for other words. "en_US" is written "en-US".
  private static func language(_ field: HeadField) -> HeadField? {
    let value = field.text.split { $0.isWhitespace || $0 == "," }.first.map(String.init) ?? ""
    let parts = value.split { $0 == "_" || $0 == "-" }
    guard let first = parts.first, (2...3).contains(first.utf8.count), value.utf8.count <= 12,
      value.utf8.allSatisfy({ $0 < 0x80 && ($0 == 0x2D || $0 == 0x5F || $0 >= 0x30) })
    else { return nil }
    let tag = parts.joined(separator: "-")
    return HeadField(text: tag, name: field.name, source: field.source, quoted: value)
  }
}
