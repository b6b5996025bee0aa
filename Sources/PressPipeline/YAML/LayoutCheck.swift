/// Finds what libyaml reads and YAML 1.2 does not allow or reads otherwise: comments that touch
/// what stands before them, lines of a value that are indented too little, indicators that touch
/// what follows, and block scalars whose indentation cannot be told.
///
/// It is shown every event with its range of bytes and looks at the range and at what lies between
/// it and the one before: white space, comments and indicators.
struct LayoutCheck {
  struct Finding: Equatable {
    var offset: Int
    var message: String
    var hint: String
  }

  private let bytes: [UInt8]
  /// The columns of the open block collections.
  private var blocks: [Int] = []
  private var openFlow = 0
  private var end = 0
  private(set) var findings: [Finding] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func see(_ event: YAMLEvent, from start: Int, to stop: Int) {
    if start > end { checkGap(end..<start) }
    switch event.kind {
    case .listStart, .mapStart:
      // The mapping of `[?x]` starts at its '?'.
      if openFlow > 0 { checkQuestionMark(start) }
      if event.isFlow {
        openFlow += 1
      } else if openFlow == 0 {
        // An anchor or tag hides where the collection itself starts; both are refused anyway.
        blocks.append(event.anchor == nil && event.tag == nil ? event.start.column : -1)
      }
    case .listEnd, .mapEnd:
      if openFlow > 0 { openFlow -= 1 } else { _ = blocks.popLast() }
    case .scalar(let text, let style):
      switch style {
      case .literal, .folded:
        if event.start.column < indent {
          report(start, "this line must be indented more", "indent it by \(indent) or more spaces")
        }
        checkBlockScalar(start..<stop)
      case .plain, .singleQuoted, .doubleQuoted:
        if style == .plain, text == "-", openFlow > 0 {
          report(start, "'-' alone is no value here", "put quotation marks around it")
        }
        checkIndentation(start..<stop)
      }
    // Directives, between which comments may stand.
    case .documentStart: checkGap(start..<max(start, stop))
    default: break
    }
    end = max(end, stop)
  }

  /// The columns that lines of a value must leave free.
  private var indent: Int { (blocks.last ?? -1) + 1 }

  private mutating func report(_ offset: Int, _ message: String, _ hint: String) {
    findings.append(Finding(offset: offset, message: message, hint: hint))
  }

  private mutating func checkGap(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "#") {
        checkComment(offset)
        while offset < range.upperBound, !isBreak(bytes[offset]) { offset += 1 }
        continue
      }
      if openFlow > 0 { checkQuestionMark(offset) }
      offset += 1
      if isBreak(byte), openFlow > 0 { checkLine(offset) }
    }
  }

  /// libyaml takes `[?x]` for an explicit key, YAML 1.2 for the text '?x'.
  private mutating func checkQuestionMark(_ offset: Int) {
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "?"),
      !isSpace(bytes[offset + 1])
    else { return }
    report(offset, "'?' must be followed by a space here", "put quotation marks around the text")
  }

  private mutating func checkComment(_ offset: Int) {
    guard offset > 0, !isSpace(bytes[offset - 1]) else { return }
    report(offset, "a comment must be parted from what stands before it", "put a space before '#'")
  }

  /// The lines of a plain or quoted scalar after its first.
  private mutating func checkIndentation(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      offset += 1
      if isBreak(byte), !checkLine(offset, ofScalar: true) { return }
    }
  }

  /// Whether a line is right that goes on with a value. A closing bracket may stand at the
  /// indentation of the line that opened it: everyone reads that alike.
  @discardableResult
  private mutating func checkLine(_ start: Int, ofScalar isScalar: Bool = false) -> Bool {
    var offset = start
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    guard offset - start < indent, offset < bytes.count else { return true }
    var content = offset
    while content < bytes.count, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
    guard content < bytes.count, !isBreak(bytes[content]) else { return true }
    if !isScalar {
      let isBracket = bytes[content] == UInt8(ascii: "]") || bytes[content] == UInt8(ascii: "}")
      if bytes[content] == UInt8(ascii: "#") || isBracket && offset == content { return true }
    }
    if bytes[offset] == 0x09 {
      report(offset, "a tab can't indent", "indent with spaces")
    } else {
      report(content, "this line must be indented more", "indent it by \(indent) or more spaces")
    }
    return false
  }

  /// The header's comment, and empty lines before the text that are longer than its indentation.
  private mutating func checkBlockScalar(_ range: Range<Int>) {
    var offset = range.lowerBound
    var isIndented = false
    while offset < range.upperBound, !isBreak(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "#") {
        checkComment(offset)
        while offset < range.upperBound, !isBreak(bytes[offset]) { offset += 1 }
        break
      }
      if (0x31...0x39).contains(bytes[offset]) { isIndented = true }
      offset += 1
    }
    guard !isIndented else { return }
    var longest: (length: Int, offset: Int) = (0, offset)
    while offset < bytes.count {
      while offset < bytes.count, isBreak(bytes[offset]) { offset += 1 }
      let start = offset
      while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
      guard offset < bytes.count else { return }
      guard isBreak(bytes[offset]) else {
        // A line that is indented less than the scalar must be stands after it.
        if offset - start >= indent, longest.length > offset - start {
          report(
            longest.offset, "an empty line is longer than the indentation of the text below it",
            "remove the spaces")
        }
        return
      }
      if offset - start > longest.length { longest = (offset - start, start) }
    }
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isBreak(byte) }
}
