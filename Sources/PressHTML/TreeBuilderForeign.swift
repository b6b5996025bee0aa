/// SVG and MathML (section 13.2.6.5).
extension TreeBuilder {
  mutating func foreignStartTag() {
    if breaksOut() {
      popForeign()
      htmlStartTag()
      return
    }
    insertForeign(adjustedRole.contains(.mathML) ? .mathML : .svg)
  }

  /// Inserts an element of that namespace for the token.
  mutating func insertForeign(_ namespace: HTMLNamespace) {
    let node = NodeRecord(
      kind: .element, namespace: namespace, name: lexer.name, start: lexer.start,
      stop: lexer.stop, extra: Int32(truncatingIfNeeded: lexer.firstAttribute),
      extent: Int32(truncatingIfNeeded: lexer.attributes.count - lexer.firstAttribute))
    let index = add(node)
    insert(index, at: appropriatePlace())
    if lexer.isSelfClosing { return }
    let (lanes, role) = foreignTraits(namespace)
    open.push(node: index, name: lexer.name, lanes: lanes, role: role)
  }

  private func foreignTraits(_ namespace: HTMLNamespace) -> (Lanes, ElementRole) {
    let barrier = Lanes.anyScope.union(.barrier)
    if namespace == .svg {
      switch tag {
      case .foreignObject, .desc, .title: return (barrier, [.foreign, .htmlPoint])
      default: return ([], .foreign)
      }
    }
    switch tag {
    case .mi, .mo, .mn, .ms, .mtext:
      return (barrier, [.foreign, .mathML, .mathTextPoint])
    case .annotationXml:
      let encoding = tokenAttribute(.encoding)
      let isHTML =
        encoding.map {
          valueEquals($0, "text/html") || valueEquals($0, "application/xhtml+xml")
        } ?? false
      let role: ElementRole = [.foreign, .mathML, .annotation]
      return (barrier, isHTML ? role.union(.htmlPoint) : role)
    default:
      return ([], [.foreign, .mathML])
    }
  }

  /// Whether a start tag cannot belong to foreign content and ends it.
  private func breaksOut() -> Bool {
    switch tag {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      return true
    case .font:
      return tokenAttribute(.color) != nil || tokenAttribute(.face) != nil
        || tokenAttribute(.size) != nil
    default:
      return false
    }
  }

  /// Pops until the current node is HTML, or a place where HTML may stand.
  private mutating func popForeign() {
    while open.count > 1, open.top.role.contains(.foreign),
      open.top.role.isDisjoint(with: [.htmlPoint, .mathTextPoint])
    { pop() }
  }

  /// An end tag in foreign content. False where the rules of the insertion mode apply to it.
  mutating func foreignEndTag() -> Bool {
    if tag == .br || tag == .p {
      popForeign()
      return false
    }
    let position = open.topmostForeign(tag)
    // The standard walks down the stack to an element of that name, or to the first HTML element.
    // At the root, which only a fragment's foreign content stands on, it gives up.
    guard position > open.nearest(.html) else { return open.nearest(.html) == 0 }
    pop(to: position)
    return true
  }
}
