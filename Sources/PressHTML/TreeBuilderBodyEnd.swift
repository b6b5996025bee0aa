/// End tags "in body" and "text" (sections 13.2.6.4.7 and 13.2.6.4.8).
extension TreeBuilder {
  mutating func bodyEndTag() -> Bool {
    let tag = tag
    switch traits(of: tag).end {
    case .ordinary:
      ordinaryEndTag(tag)
    case .formatting:
      adoptionAgency(tag)
    case .block:
      if open.has(tag) { close(tag) }
    case .paragraph:
      if !open.has(.p, in: .buttonScope) { insertImplied(.p) }
      closeImplied(except: .p)
      pop(through: .p)
    case .listItem:
      if open.has(.li, in: .listScope) { closeItem(tag) }
    case .definition:
      if open.has(tag) { closeItem(tag) }
    case .heading:
      closeHeading()
    case .form:
      closeForm()
    case .marker:
      if open.has(tag) {
        close(tag)
        clearFormattingToMarker()
      }
    case .lineBreak:
      // "</br>" is read as "<br>".
      lexer.firstAttribute = lexer.attributes.count
      return lineBreak()
    case .template:
      closeTemplate()
    case .body, .html:
      guard open.has(.body) else { return false }
      mode = .afterBody
      return tag == .html
    }
    return false
  }

  private mutating func lineBreak() -> Bool {
    reconstructFormatting()
    insertVoid()
    framesetOK = false
    return false
  }

  private mutating func close(_ tag: HTMLTag) {
    closeImplied()
    pop(through: tag)
  }

  private mutating func closeItem(_ tag: HTMLTag) {
    closeImplied(except: tag)
    pop(through: tag)
  }

  private mutating func closeHeading() {
    var position = -1
    for level: HTMLTag in [.h1, .h2, .h3, .h4, .h5, .h6] {
      position = max(position, open.topmost(level))
    }
    guard position >= 0, position >= open.nearest(.scope) else { return }
    closeImplied()
    pop(to: position)
  }

  private mutating func closeForm() {
    if open.topmost(.template) >= 0 {
      if open.has(.form) { close(.form) }
      return
    }
    let node = form
    form = -1
    guard let position = openIndex(of: node), position >= open.nearest(.scope) else { return }
    closeImplied()
    removeOpen(at: position)
  }

  /// "Any other end tag": closes the element unless a special one stands between.
  mutating func ordinaryEndTag(_ tag: HTMLTag) {
    let position = open.topmost(tag)
    guard position > 0, position >= open.nearest(.special) else { return }
    closeImplied(except: tag)
    pop(to: position)
  }

  mutating func textEndTag() -> Bool {
    pop()
    mode = originalMode
    return false
  }

  mutating func endOfFile() {
    var again = true
    while again {
      again = false
      switch mode {
      case .initial: again = leaveInitial()
      case .beforeHTML: again = leaveBeforeHTML()
      case .beforeHead: again = leaveBeforeHead()
      case .inHead: again = leaveHead()
      case .inHeadNoscript: again = leaveHeadNoscript()
      case .afterHead: again = leaveAfterHead()
      case .text:
        pop()
        mode = originalMode
        again = true
      case .inBody, .inTable, .inTableBody, .inRow, .inCell, .inCaption, .inColumnGroup,
        .inTemplate:
        guard !templateModes.isEmpty, open.topmost(.template) >= 0 else { break }
        leaveTemplate()
        again = true
      case .afterBody, .inFrameset, .afterFrameset, .afterAfterBody, .afterAfterFrameset:
        break
      }
    }
  }

  /// Puts the attributes of repeated `html` and `body` tags where the arena can hold them.
  mutating func finish() {
    mergedHTML.store(in: &lexer.attributes, &nodes)
    mergedBody.store(in: &lexer.attributes, &nodes)
  }
}
