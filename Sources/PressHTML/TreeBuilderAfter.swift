/// What follows the body, and framesets (sections 13.2.6.4.16 to 13.2.6.4.21).
extension TreeBuilder {
  mutating func afterBodyStartTag() -> Bool {
    if tag == .html { return bodyStartTag() }
    mode = .inBody
    return true
  }

  mutating func afterBodyEndTag() -> Bool {
    if tag == .html, mode == .afterBody {
      if context == nil { mode = .afterAfterBody }
      return false
    }
    mode = .inBody
    return true
  }

  mutating func framesetStartTag() -> Bool {
    switch tag {
    case .html: return bodyStartTag()
    case .frameset: insertElement()
    case .frame: insertVoid()
    case .noframes: return headStartTag()
    default: break
    }
    return false
  }

  mutating func framesetEndTag() -> Bool {
    guard tag == .frameset, open.count > 1 else { return false }
    pop()
    if context == nil, currentTag != .frameset { mode = .afterFrameset }
    return false
  }

  mutating func afterFramesetStartTag() -> Bool {
    switch tag {
    case .html: bodyStartTag()
    case .noframes: headStartTag()
    default: false
    }
  }

  mutating func afterFramesetEndTag() -> Bool {
    if tag == .html { mode = .afterAfterFrameset }
    return false
  }
}
