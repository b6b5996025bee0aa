/// The modes before the body, and templates (sections 13.2.6.4.1 to 13.2.6.4.6 and 13.2.6.4.22).
///
/// The `leave` methods are the "anything else" of a mode: they set the next mode and return true,
/// so that the token is processed again.
extension TreeBuilder {
  mutating func initialDoctype() {
    doctype = lexer.doctype
    quirks = HTMLQuirks(lexer.doctype, source)
    let node = NodeRecord(kind: .doctype, start: lexer.start, stop: lexer.stop)
    insert(add(node), at: Place(parent: 0))
    mode = .beforeHTML
  }

  mutating func leaveInitial() -> Bool {
    quirks = .full
    mode = .beforeHTML
    return true
  }

  mutating func leaveBeforeHTML() -> Bool {
    insertImplied(.html)
    mode = .beforeHead
    return true
  }

  mutating func beforeHTMLStartTag() -> Bool {
    guard tag == .html else { return leaveBeforeHTML() }
    insertElement()
    mode = .beforeHead
    return false
  }

  mutating func beforeHTMLEndTag() -> Bool {
    Self.headEnds.contains(tag) || tag == .head ? leaveBeforeHTML() : false
  }

  private static var headEnds: [HTMLTag] { [.body, .html, .br] }

  mutating func leaveBeforeHead() -> Bool {
    insertImplied(.head)
    head = open.top.node
    mode = .inHead
    return true
  }

  mutating func beforeHeadStartTag() -> Bool {
    if tag == .html { return bodyStartTag() }
    guard tag == .head else { return leaveBeforeHead() }
    insertElement()
    head = open.top.node
    mode = .inHead
    return false
  }

  mutating func beforeHeadEndTag() -> Bool {
    Self.headEnds.contains(tag) || tag == .head ? leaveBeforeHead() : false
  }

  mutating func leaveHead() -> Bool {
    pop()
    mode = .afterHead
    return true
  }

  /// A start tag by the rules for "in head".
  mutating func headStartTag() -> Bool {
    switch tag {
    case .html:
      return bodyStartTag()
    case .base, .basefont, .bgsound, .link, .meta:
      insertVoid()
    case .title:
      insertTextElement(.rcdata)
    case .noscript:
      if isScripting {
        insertTextElement(.rawText)
      } else {
        insertElement()
        mode = .inHeadNoscript
      }
    case .noframes, .style:
      insertTextElement(.rawText)
    case .script:
      insertTextElement(.script)
    case .template:
      openTemplate()
    case .head:
      break
    default:
      return leaveHead()
    }
    return false
  }

  mutating func headEndTag() -> Bool {
    switch tag {
    case .head:
      pop()
      mode = .afterHead
    case .body, .html, .br:
      return leaveHead()
    case .template:
      closeTemplate()
    default:
      break
    }
    return false
  }

  mutating func leaveHeadNoscript() -> Bool {
    pop()
    mode = .inHead
    return true
  }

  mutating func headNoscriptStartTag() -> Bool {
    switch tag {
    case .html: bodyStartTag()
    case .basefont, .bgsound, .link, .meta, .noframes, .style: headStartTag()
    case .head, .noscript: false
    default: leaveHeadNoscript()
    }
  }

  mutating func headNoscriptEndTag() -> Bool {
    if tag == .noscript {
      _ = leaveHeadNoscript()
      return false
    }
    return tag == .br ? leaveHeadNoscript() : false
  }

  mutating func leaveAfterHead() -> Bool {
    insertImplied(.body)
    mode = .inBody
    return true
  }

  mutating func afterHeadStartTag() -> Bool {
    switch tag {
    case .html:
      return bodyStartTag()
    case .body:
      insertElement()
      framesetOK = false
      mode = .inBody
    case .frameset:
      insertElement()
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      // They belong in the head, which is opened again for them.
      let position = open.count
      pushHead()
      let again = headStartTag()
      if let index = openIndex(of: head), index >= position { removeOpen(at: index) }
      return again
    case .head:
      break
    default:
      return leaveAfterHead()
    }
    return false
  }

  private mutating func pushHead() {
    guard head >= 0 else { return }
    push(head, .head)
  }

  mutating func afterHeadEndTag() -> Bool {
    if tag == .template {
      closeTemplate()
      return false
    }
    return Self.headEnds.contains(tag) ? leaveAfterHead() : false
  }

  private mutating func openTemplate() {
    insertElement()
    let contents = add(NodeRecord(kind: .contents, start: lexer.stop, stop: lexer.stop))
    insert(contents, at: Place(parent: open.top.node))
    pushMarker()
    framesetOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func closeTemplate() {
    guard open.topmost(.template) >= 0 else { return }
    closeImpliedThoroughly()
    leaveTemplate()
  }

  /// Pops the innermost template and what belongs to it.
  mutating func leaveTemplate() {
    pop(through: .template)
    clearFormattingToMarker()
    templateModes.removeLast()
    resetMode()
  }

  mutating func templateStartTag() -> Bool {
    switch tag {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return headStartTag()
    case .caption, .colgroup, .tbody, .tfoot, .thead:
      switchTemplate(to: .inTable)
    case .col:
      switchTemplate(to: .inColumnGroup)
    case .tr:
      switchTemplate(to: .inTableBody)
    case .td, .th:
      switchTemplate(to: .inRow)
    default:
      switchTemplate(to: .inBody)
    }
    return true
  }

  private mutating func switchTemplate(to next: InsertionMode) {
    if !templateModes.isEmpty { templateModes[templateModes.count - 1] = next }
    mode = next
  }

  mutating func templateModeEndTag() -> Bool {
    if tag == .template { closeTemplate() }
    return false
  }

  /// Resets the insertion mode appropriately (section 13.2.4.1).
  mutating func resetMode() {
    let position = open.nearest(.modal)
    let isRoot = position <= 0
    var tag = position >= 0 ? HTMLTag(rawValue: open[position].name) : .none
    if isRoot, let context { tag = context.role.contains(.foreign) ? .none : context.tag }
    switch tag {
    case .td where !isRoot, .th where !isRoot: mode = .inCell
    case .tr: mode = .inRow
    case .tbody, .thead, .tfoot: mode = .inTableBody
    case .caption: mode = .inCaption
    case .colgroup: mode = .inColumnGroup
    case .table: mode = .inTable
    case .template: mode = templateModes.last ?? .inBody
    case .head where !isRoot: mode = .inHead
    case .frameset: mode = .inFrameset
    case .html: mode = head < 0 ? .beforeHead : .afterHead
    default: mode = .inBody
    }
  }
}
