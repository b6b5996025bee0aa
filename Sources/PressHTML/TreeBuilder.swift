/// The insertion modes (section 13.2.4.1). "In table text" is no mode here: see `pendingTableText`.
enum InsertionMode: UInt8 {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
  case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
  case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
}

/// The tree construction stage of the WHATWG HTML standard (section 13.2.6).
///
/// One method a kind of token and mode; a method that returns true asks for the token to be
/// processed again in the mode it has set. Not copyable, because the compiler would make copies.
struct TreeBuilder: ~Copyable {
  var lexer: Tokenizer
  let source: UnsafeBufferPointer<UInt8>
  let traits = TagTraits.table
  let isScripting: Bool
  let hasNUL: Bool

  // The tree.
  var nodes = ContiguousArray<NodeRecord>()
  var runs = ContiguousArray<TextRun>()
  var doctype: DoctypeRecord?
  var quirks = HTMLQuirks.none

  // The state of section 13.2.4.
  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var templateModes: [InsertionMode] = []
  var open: OpenElements
  var formatting = ContiguousArray<FormattingEntry>()
  var head: Int32 = -1
  var form: Int32 = -1
  var framesetOK = true
  var fosters = false
  /// The text collected "in table text".
  var pendingTableText = ContiguousArray<TextRun>()
  var pendingHasWords = false
  /// The next token is dropped where it is a line feed: after `pre`, `listing` and `textarea`.
  var skipsLineFeed = false
  /// Attributes that a second `html` or `body` tag adds to the first.
  var mergedHTML = MergedAttributes()
  var mergedBody = MergedAttributes()

  /// What may yet be spent on repeated elements and on moving nodes. Without a limit a few
  /// kilobytes of misnested tags would ask for gigabytes; no page that is not made for that
  /// comes near it.
  var repeatBudget: Int
  var moveBudget: Int

  /// The element a fragment is read for.
  let context: FragmentContext?

  init(
    _ lexer: consuming Tokenizer, source: UnsafeBufferPointer<UInt8>, survey: SourceSurvey,
    isScripting: Bool, context: FragmentContext?
  ) {
    open = OpenElements(nameCount: lexer.names.count)
    self.lexer = lexer
    self.source = source
    self.isScripting = isScripting
    hasNUL = survey.hasNUL
    self.context = context
    repeatBudget = 65_536 + source.count / 4
    moveBudget = 2_000_000 + source.count
    nodes.reserveCapacity(source.count / 32 + 16)
    self.lexer.attributes.reserveCapacity(source.count / 64 + 16)
    nodes.append(NodeRecord(kind: .document, start: 0, stop: source.count))
  }

  /// Reads the whole source.
  mutating func run() {
    while true {
      let kind = lexer.next()
      if skipsLineFeed {
        skipsLineFeed = false
        if kind == .text, !skipLineFeed() { continue }
      }
      switch kind {
      case .text:
        text()
      case .startTag:
        flushTableText()
        startTag()
      case .endTag:
        flushTableText()
        endTag()
      case .comment:
        flushTableText()
        comment()
      case .doctype:
        flushTableText()
        if mode == .initial { initialDoctype() }
      case .endOfFile:
        flushTableText()
        endOfFile()
        finish()
        return
      case .nothing, .literalLess:
        break
      }
    }
  }

  /// Whether the rules for foreign content apply (section 13.2.6, the dispatcher).
  @inline(__always)
  var isForeign: Bool {
    guard !open.isEmpty else { return false }
    if open.count == 1, let context { return context.role.contains(.foreign) }
    return open.top.role.contains(.foreign)
  }

  /// The role of the adjusted current node.
  var adjustedRole: ElementRole {
    if open.count == 1, let context { return context.role }
    return open.isEmpty ? [] : open.top.role
  }

  /// The tag of the current node, or `none` where it is no HTML element.
  @inline(__always)
  var currentTag: HTMLTag {
    guard !open.isEmpty else { return .none }
    let top = open.top
    return top.role.contains(.foreign) ? .none : HTMLTag(rawValue: top.name)
  }

  /// The tag of the token.
  @inline(__always)
  var tag: HTMLTag { HTMLTag(rawValue: lexer.name) }

  @inline(__always)
  func traits(of tag: HTMLTag) -> TagTraits {
    let index = Int(tag.rawValue)
    return index < traits.count ? traits[index] : traits[0]
  }

  mutating func startTag() {
    if isForeign, !startTagIsHTML() {
      foreignStartTag()
    } else {
      htmlStartTag()
    }
    lexer.allowsCDATA = isForeign
  }

  /// A start tag by the rules of the current insertion mode.
  mutating func htmlStartTag() {
    var again = true
    while again {
      again = startTag(in: mode)
    }
  }

  /// Whether a start tag in foreign content is read by the rules for HTML.
  private func startTagIsHTML() -> Bool {
    let role = adjustedRole
    if role.contains(.htmlPoint) { return true }
    if role.contains(.mathTextPoint), tag != .mglyph, tag != .malignmark { return true }
    return role.contains(.annotation) && tag == .svg
  }

  mutating func startTag(in mode: InsertionMode) -> Bool {
    switch mode {
    case .inBody, .inCaption, .inCell: bodyLikeStartTag(mode)
    case .inTable: tableStartTag()
    case .inTableBody: tableBodyStartTag()
    case .inRow: rowStartTag()
    case .initial: leaveInitial()
    case .beforeHTML: beforeHTMLStartTag()
    case .beforeHead: beforeHeadStartTag()
    case .inHead: headStartTag()
    case .inHeadNoscript: headNoscriptStartTag()
    case .afterHead: afterHeadStartTag()
    case .inColumnGroup: columnGroupStartTag()
    case .inTemplate: templateStartTag()
    case .afterBody, .afterAfterBody: afterBodyStartTag()
    case .inFrameset: framesetStartTag()
    case .afterFrameset, .afterAfterFrameset: afterFramesetStartTag()
    case .text: false
    }
  }

  mutating func endTag() {
    if isForeign, foreignEndTag() {
      lexer.allowsCDATA = isForeign
      return
    }
    var again = true
    while again {
      again = endTag(in: mode)
    }
    lexer.allowsCDATA = isForeign
  }

  mutating func endTag(in mode: InsertionMode) -> Bool {
    switch mode {
    case .inBody: bodyEndTag()
    case .text: textEndTag()
    case .inTable: tableEndTag()
    case .inTableBody: tableBodyEndTag()
    case .inRow: rowEndTag()
    case .inCell: cellEndTag()
    case .inCaption: captionEndTag()
    case .initial: leaveInitial()
    case .beforeHTML: beforeHTMLEndTag()
    case .beforeHead: beforeHeadEndTag()
    case .inHead: headEndTag()
    case .inHeadNoscript: headNoscriptEndTag()
    case .afterHead: afterHeadEndTag()
    case .inColumnGroup: columnGroupEndTag()
    case .inTemplate: templateModeEndTag()
    case .afterBody, .afterAfterBody: afterBodyEndTag()
    case .inFrameset: framesetEndTag()
    case .afterFrameset: afterFramesetEndTag()
    case .afterAfterFrameset: false
    }
  }

  /// A comment goes where its mode says; in most modes into the current node.
  mutating func comment() {
    var place = Place(parent: 0)
    switch isForeign ? .inBody : mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset:
      break
    case .afterBody:
      place = Place(parent: open[0].node)
    default:
      place = appropriatePlace()
    }
    let node = NodeRecord(kind: .comment, start: lexer.dataStart, stop: lexer.dataStop)
    insert(add(node), at: place)
  }
}
