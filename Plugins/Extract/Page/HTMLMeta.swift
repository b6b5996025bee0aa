import PressHTML
import PressModel
import PressText

/// The meta elements of a page by name or property, its title element and its language.
struct HTMLMeta {
  private var fields: [String: HTMLHead.Field] = [:]
  private(set) var title: HTMLHead.Field?
  private(set) var language: HTMLHead.Field?
  private(set) var description: HTMLAttribute?

  init(_ tree: HTMLTree) {
    func source(_ range: Range<Int>) -> Span { Span(tree.offsets.originalRange(of: range)) }
    if let html = tree.html, let lang = tree.attribute(.lang, of: html) {
      let value = lang.value.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      if (2...12).contains(value.utf8.count) {
        let tag = value.split(separator: "_").joined(separator: "-")
        language = HTMLHead.Field(text: tag, name: "html lang", source: source(lang.range))
      }
    }
    for node in tree.descendants(of: tree.document) {
      switch tree.tag(of: node) {
      case .title where title == nil && tree.namespace(of: node) == .html:
        let text = Self.spaced(tree.text(of: node))
        let range = tree.firstChild(of: node).map { tree.sourceRange(of: $0) }
        if !text.isEmpty {
          title = HTMLHead.Field(text: text, name: "title", source: range.map(source))
        }
      case .meta:
        let name =
          tree.attribute(.property, of: node) ?? tree.attribute(.name, of: node)
          ?? tree.attribute(.itemprop, of: node)
        guard let key = name?.value.lowercased(), let content = tree.attribute(.content, of: node)
        else { continue }
        let text = Self.spaced(content.value)
        guard !text.isEmpty, fields[key] == nil else { continue }
        if key.hasSuffix("description"), description == nil { description = content }
        fields[key] = HTMLHead.Field(text: text, name: "meta \(key)", source: source(content.range))
      default: continue
      }
    }
  }

  subscript(name: String) -> HTMLHead.Field? { fields[name] }

  static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
