/// The element that a fragment is read as the content of (section 13.4).
struct FragmentContext {
  let tag: HTMLTag
  let namespace: HTMLNamespace
  let role: ElementRole

  init(tag: HTMLTag, namespace: HTMLNamespace) {
    self.tag = tag
    self.namespace = namespace
    switch (namespace, tag) {
    case (.html, _): role = []
    case (.svg, .foreignObject), (.svg, .desc), (.svg, .title): role = [.foreign, .htmlPoint]
    case (.svg, _): role = .foreign
    case (.mathML, .mi), (.mathML, .mo), (.mathML, .mn), (.mathML, .ms), (.mathML, .mtext):
      role = [.foreign, .mathML, .mathTextPoint]
    case (.mathML, .annotationXml): role = [.foreign, .mathML, .annotation]
    case (.mathML, _): role = [.foreign, .mathML]
    }
  }

  /// How the tokenizer begins.
  func content(isScripting: Bool) -> ContentModel {
    guard namespace == .html else { return .data }
    switch tag {
    case .title, .textarea: return .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: return .rawText
    case .script: return .script
    case .noscript: return isScripting ? .rawText : .data
    case .plaintext: return .plaintext
    default: return .data
    }
  }
}

extension TreeBuilder {
  /// Sets out for a fragment: a root `html` element, and the mode its context asks for.
  mutating func begin(_ context: FragmentContext) {
    lexer.content = context.content(isScripting: isScripting)
    insertImplied(.html)
    if context.tag == .template, context.namespace == .html { templateModes.append(.inTemplate) }
    resetMode()
    lexer.allowsCDATA = isForeign
  }
}
