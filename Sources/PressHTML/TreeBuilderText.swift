/// Text: what each mode does with white space, with words and with NUL.
extension TreeBuilder {
  /// The text token that the tokenizer has read.
  mutating func text() {
    if hasNUL, !lexer.replacesNUL, mode != .text {
      textWithNUL()
    } else {
      text(tokenRun)
    }
  }

  /// The text token as a run.
  @inline(__always)
  private var tokenRun: TextRun {
    TextRun(
      start: UInt32(truncatingIfNeeded: lexer.start),
      stop: UInt32(truncatingIfNeeded: lexer.stop), next: -1, isLiteral: lexer.isLiteral)
  }

  mutating func text(_ run: TextRun) {
    if isForeign, !textIsHTML() {
      if framesetOK, wordsStart(run) < run.stop { framesetOK = false }
      insertText(run)
      return
    }
    if mode == .inBody {
      bodyText(run)
    } else {
      text(run, in: mode)
    }
  }

  private func textIsHTML() -> Bool {
    !adjustedRole.isDisjoint(with: [.htmlPoint, .mathTextPoint])
  }

  /// Drops a line feed at the start of the text. False where nothing remains.
  mutating func skipLineFeed() -> Bool {
    let from = lexer.start
    switch source[from] {
    case Byte.lineFeed:
      lexer.start += 1
    case Byte.carriageReturn:
      lexer.start += from + 1 < lexer.stop && source[from + 1] == Byte.lineFeed ? 2 : 1
    case Byte.ampersand where !lexer.isLiteral:
      if let found = CharacterReference(source, at: from, to: lexer.stop, inAttribute: false),
        found.first == 0x0A
      {
        lexer.start = found.stop
      }
    default:
      break
    }
    return lexer.start < lexer.stop
  }

  /// Text that may hold NUL bytes, which the body drops and foreign content replaces.
  private mutating func textWithNUL() {
    let whole = tokenRun
    var from = Int(whole.start)
    let end = Int(whole.stop)
    while from < end {
      let isNUL = source[from] == Byte.nul
      var stop = from + 1
      while stop < end, (source[stop] == Byte.nul) == isNUL { stop += 1 }
      let run = whole.cut(from, stop)
      if !isNUL {
        text(run)
      } else if isForeign, !textIsHTML() {
        insertText(run)
      } else {
        nul(run)
      }
      from = stop
    }
  }

  /// A NUL is no white space: it ends the modes before the body, and is dropped there.
  private mutating func nul(_ run: TextRun) {
    switch mode {
    case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead, .afterBody,
      .afterAfterBody, .inColumnGroup:
      var again = true
      while again, mode != .inBody { again = words(run, in: mode, inserts: false) }
    default:
      break
    }
  }

  mutating func bodyText(_ run: TextRun) {
    reconstructFormatting()
    if framesetOK, wordsStart(run) < run.stop { framesetOK = false }
    insertText(run)
  }

  private mutating func text(_ run: TextRun, in textMode: InsertionMode) {
    switch textMode {
    case .inBody, .inCaption, .inCell, .inTemplate:
      bodyText(run)
    case .text:
      insertText(run)
    case .inTable, .inTableBody, .inRow:
      if open.top.role.contains(.tableContext) || currentTag == .template {
        if !pendingHasWords, wordsStart(run) < run.stop { pendingHasWords = true }
        pendingTableText.append(run)
      } else {
        fostering { $0.bodyText(run) }
      }
    case .inFrameset, .afterFrameset, .afterAfterFrameset:
      onlySpace(of: run)
    default:
      edgeText(run, in: textMode)
    }
  }

  /// The modes that treat leading white space apart from what follows.
  private mutating func edgeText(_ run: TextRun, in textMode: InsertionMode) {
    let words = wordsStart(run)
    if words > run.start {
      let space = run.cut(Int(run.start), Int(words))
      switch textMode {
      case .inHead, .inHeadNoscript, .afterHead, .inColumnGroup: insertText(space)
      case .afterBody, .afterAfterBody: bodyText(space)
      default: break
      }
    }
    guard words < run.stop else { return }
    let rest = run.cut(Int(words), Int(run.stop))
    if self.words(rest, in: textMode, inserts: true) { text(rest) }
  }

  /// Words in a mode before or after the body. True where the text is to be processed again.
  private mutating func words(
    _ run: TextRun, in textMode: InsertionMode, inserts: Bool
  ) -> Bool {
    switch textMode {
    case .initial: return leaveInitial()
    case .beforeHTML: return leaveBeforeHTML()
    case .beforeHead: return leaveBeforeHead()
    case .inHead: return leaveHead()
    case .inHeadNoscript: return leaveHeadNoscript()
    case .afterHead: return leaveAfterHead()
    case .afterBody, .afterAfterBody:
      mode = .inBody
      return true
    case .inColumnGroup:
      if leaveColumnGroup() { return true }
      if inserts { onlySpace(of: run) }
      return false
    default:
      return false
    }
  }

  /// Inserts the white space of a text and drops everything else.
  private mutating func onlySpace(of run: TextRun) {
    var from = run.start
    while from < run.stop {
      let rest = run.cut(Int(from), Int(run.stop))
      let words = wordsStart(rest)
      if words > from {
        let space = run.cut(Int(from), Int(words))
        if mode == .afterAfterFrameset { bodyText(space) } else { insertText(space) }
      }
      from = words
      while from < run.stop, !Byte.isSpace(source[Int(from)]),
        source[Int(from)] != Byte.ampersand || from == words
      { from += 1 }
    }
  }

  /// Where white space ends: the first byte of what is not, or the end of the run.
  func wordsStart(_ run: TextRun) -> UInt32 {
    var position = Int(run.start)
    let end = Int(run.stop)
    while position < end {
      let byte = source[position]
      if Byte.isSpace(byte) {
        position &+= 1
      } else if byte == Byte.ampersand, !run.isLiteral,
        let found = CharacterReference(source, at: position, to: end, inAttribute: false),
        found.second == 0, found.first < 0x80, Byte.isSpace(UInt8(found.first))
      {
        position = found.stop
      } else {
        break
      }
    }
    return UInt32(truncatingIfNeeded: position)
  }

  /// Ends "in table text" (section 13.2.6.4.10): words go before the table, white space stays.
  @inline(__always)
  mutating func flushTableText() {
    if !pendingTableText.isEmpty { insertTableText() }
  }

  private mutating func insertTableText() {
    let pending = pendingTableText
    pendingTableText.removeAll(keepingCapacity: true)
    if pendingHasWords {
      pendingHasWords = false
      for run in pending { fostering { $0.bodyText(run) } }
    } else {
      for run in pending { insertText(run) }
    }
  }

  /// Does something with foster parenting on.
  mutating func fostering<Result>(_ work: (inout TreeBuilder) -> Result) -> Result {
    fosters = true
    let result = work(&self)
    fosters = false
    return result
  }
}

extension TextRun {
  /// A part of the run.
  func cut(_ from: Int, _ to: Int) -> TextRun {
    TextRun(
      start: UInt32(truncatingIfNeeded: from), stop: UInt32(truncatingIfNeeded: to), next: -1,
      isLiteral: isLiteral)
  }
}
