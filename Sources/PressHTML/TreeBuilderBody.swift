/// Start tags "in body" (section 13.2.6.4.7).
extension TreeBuilder {
  /// A start tag in the body, a caption or a cell.
  mutating func bodyLikeStartTag(_ mode: InsertionMode) -> Bool {
    if mode != .inBody, traits(of: tag).start == .ignored, tag != .frame, tag != .head {
      return mode == .inCaption ? captionTableTag() : cellTableTag()
    }
    return bodyStartTag()
  }

  mutating func bodyStartTag() -> Bool {
    let tag = tag
    switch traits(of: tag).start {
    case .ordinary:
      reconstructFormatting()
      insertElement()
    case .block:
      closeParagraph()
      insertElement()
    case .formatting:
      reconstructFormatting()
      insertElement()
      pushFormatting()
    case .anchor:
      anchor()
    case .voidFormatting:
      reconstructFormatting()
      insertVoid()
      framesetOK = false
    case .listItem, .definition:
      listItem(tag)
    case .head:
      return headStartTag()
    case .svg, .math:
      reconstructFormatting()
      insertForeign(tag == .svg ? .svg : .mathML)
    case .html, .body, .frameset:
      documentTag(tag)
    case .ignored:
      break
    case .image:
      lexer.name = HTMLTag.img.rawValue
      return bodyStartTag()
    default:
      return rareStartTag(tag)
    }
    return false
  }

  private mutating func rareStartTag(_ tag: HTMLTag) -> Bool {
    switch traits(of: tag).start {
    case .heading:
      closeParagraph()
      if traits(of: currentTag).start == .heading { pop() }
      insertElement()
    case .preformatted:
      closeParagraph()
      insertElement()
      skipsLineFeed = true
      framesetOK = false
    case .form:
      formTag()
    case .plaintext:
      closeParagraph()
      insertElement()
      lexer.content = .plaintext
    case .button:
      if open.has(.button) {
        closeImplied()
        pop(through: .button)
      }
      reconstructFormatting()
      insertElement()
      framesetOK = false
    case .nobr:
      reconstructFormatting()
      if open.has(.nobr) {
        adoptionAgency(.nobr)
        reconstructFormatting()
      }
      insertElement()
      pushFormatting()
    case .marker:
      reconstructFormatting()
      insertElement()
      pushMarker()
      framesetOK = false
    case .table:
      if quirks != .full { closeParagraph() }
      insertElement()
      framesetOK = false
      mode = .inTable
    case .voidPlain:
      insertVoid()
    case .rubyBase, .rubyText:
      if open.has(.ruby) {
        closeImplied(except: traits(of: tag).start == .rubyText ? .rtc : .none)
      }
      insertElement()
    default:
      return textOrControlTag(tag)
    }
    return false
  }

  private mutating func textOrControlTag(_ tag: HTMLTag) -> Bool {
    switch traits(of: tag).start {
    case .textarea:
      insertElement()
      skipsLineFeed = true
      lexer.content = .rcdata
      originalMode = mode
      framesetOK = false
      mode = .text
    case .xmp:
      closeParagraph()
      reconstructFormatting()
      framesetOK = false
      insertTextElement(.rawText)
    case .iframe:
      framesetOK = false
      insertTextElement(.rawText)
    case .noembed:
      insertTextElement(.rawText)
    case .noscript:
      if isScripting {
        insertTextElement(.rawText)
      } else {
        reconstructFormatting()
        insertElement()
      }
    case .input:
      input()
    case .rule:
      closeParagraph()
      if open.has(.select) { closeImplied() }
      insertVoid()
      framesetOK = false
    case .select:
      select()
    case .option, .optgroup:
      optionTag(tag)
    default:
      break
    }
    return false
  }

  /// Closes a `p` element where there is one in button scope.
  @inline(__always)
  mutating func closeParagraph() {
    if open.has(.p, in: .buttonScope) {
      closeImplied(except: .p)
      pop(through: .p)
    }
  }

  private mutating func anchor() {
    let index = formattingIndex(of: .a)
    if index >= 0 {
      let node = formatting[index].node
      adoptionAgency(.a)
      let left = formattingIndex(ofNode: node)
      if left >= 0 { formatting.remove(at: left) }
      if let position = openIndex(of: node) { removeOpen(at: position) }
    }
    reconstructFormatting()
    insertElement()
    pushFormatting()
  }

  /// `li`, `dd` and `dt` close one of their kind, unless a special element stands between.
  private mutating func listItem(_ tag: HTMLTag) {
    framesetOK = false
    let barrier = open.nearest(.itemBarrier)
    var closed = tag == .li ? tag : .dd
    if tag != .li, open.topmost(.dt) > open.topmost(.dd) { closed = .dt }
    if open.topmost(closed) >= 0, open.topmost(closed) >= barrier {
      closeImplied(except: closed)
      pop(through: closed)
    }
    closeParagraph()
    insertElement()
  }

  private mutating func formTag() {
    let isInTemplate = open.topmost(.template) >= 0
    if form >= 0, !isInTemplate { return }
    closeParagraph()
    insertElement()
    if !isInTemplate { form = open.top.node }
  }

  private mutating func input() {
    if context?.tag == .select, context?.role.contains(.foreign) == false { return }
    if open.has(.select) { pop(through: .select) }
    reconstructFormatting()
    insertVoid()
    if !isHiddenInput() { framesetOK = false }
  }

  func isHiddenInput() -> Bool {
    tokenAttribute(.type).map { valueEquals($0, "hidden") } ?? false
  }

  private mutating func select() {
    if context?.tag == .select, context?.role.contains(.foreign) == false { return }
    if open.has(.select) {
      pop(through: .select)
      return
    }
    reconstructFormatting()
    insertElement()
    framesetOK = false
  }

  private mutating func optionTag(_ tag: HTMLTag) {
    if open.has(.select) {
      closeImplied(except: tag == .option ? .optgroup : .none)
    } else if currentTag == .option {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }

  /// A second `html` or `body`, or a `frameset` in the body.
  private mutating func documentTag(_ tag: HTMLTag) {
    if tag == .html {
      if open.topmost(.template) < 0 { mergedHTML.add(newAttributes(), to: open[0].node) }
      return
    }
    let bodyIsSecond = open.count > 1 && open[1].name == HTMLTag.body.rawValue
    if tag == .body {
      guard bodyIsSecond, open.topmost(.template) < 0 else { return }
      framesetOK = false
      mergedBody.add(newAttributes(), to: open[1].node)
    } else if bodyIsSecond, framesetOK {
      detach(open[1].node)
      pop(to: 1)
      insertElement()
      mode = .inFrameset
    }
  }

  private func newAttributes() -> ArraySlice<AttributeRecord> {
    ArraySlice(lexer.attributes[lexer.firstAttribute...])
  }

  /// The attribute of that name of the tag being processed.
  func tokenAttribute(_ name: HTMLAttributeName) -> AttributeRecord? {
    lexer.attributes[lexer.firstAttribute...].first { $0.name == name.rawValue }
  }

  /// Whether a value, decoded, is a word in any case. The word is given in lower case.
  func valueEquals(_ attribute: AttributeRecord, _ word: StaticString) -> Bool {
    var reader = PieceReader(
      source, Int(attribute.valueStart), Int(attribute.valueStop), references: .attribute)
    var bytes: [UInt8] = []
    while bytes.count <= word.utf8CodeUnitCount, let piece = reader.next() {
      if piece.utf8Count > word.utf8CodeUnitCount { return false }
      piece.append(to: &bytes, from: source)
    }
    return bytes.count == word.utf8CodeUnitCount
      && bytes.indices.allSatisfy { Byte.lowered(bytes[$0]) == word.utf8Start[$0] }
  }
}
