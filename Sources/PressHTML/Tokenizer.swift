/// What the tokenizer found. The parts stand in the tokenizer's properties until the next call.
enum TokenKind {
  case text
  case startTag
  case endTag
  case comment
  case doctype
  case endOfFile
  /// Nothing to report, as after `</>`. Never leaves the tokenizer.
  case nothing
  /// A `<` that opens no markup. Never leaves the tokenizer.
  case literalLess
}

/// How the tokenizer reads what comes next: the states from which the standard's others are
/// reached and to which they return.
enum ContentModel: UInt8 {
  case data
  case rcdata
  case rawText
  case script
  case plaintext
  case cdata
}

/// The tokenization stage of the WHATWG HTML standard (section 13.2.5) over bytes of UTF-8.
///
/// Tokens are positions in the source. Character references, line ends, NUL bytes and ill-formed
/// UTF-8 stay as written; they are decoded when a text or value is read, because most never are.
/// Parse errors are not reported.
struct Tokenizer: ~Copyable {
  let source: UnsafeBufferPointer<UInt8>
  let end: Int
  /// The source has NUL bytes or ill-formed UTF-8, so that names may need repair.
  let isDirty: Bool

  var position: Int
  var content = ContentModel.data
  /// A CDATA section may begin: the builder is inside SVG or MathML.
  var allowsCDATA = false

  /// The whole token, or the bytes of a text.
  var start = 0
  var stop = 0
  /// The text holds no character references.
  var isLiteral = false
  /// NUL bytes of the text stand for U+FFFD; elsewhere the builder decides.
  var replacesNUL = false
  /// The data of a comment.
  var dataStart = 0
  var dataStop = 0
  /// The name of a tag.
  var name: UInt32 = 0
  var isSelfClosing = false
  /// The attributes of a tag are those from here to the end of `attributes`.
  var firstAttribute = 0
  var doctype = DoctypeRecord()

  /// The only end tag that ends RCDATA, raw text and script data.
  var lastStartTag: UInt32 = 0

  var names = NameTable.known
  var attributes = ContiguousArray<AttributeRecord>()
  /// For each name, the serial number of the last tag that had such an attribute: a duplicate is
  /// found in one step however many attributes a tag has.
  var seen: ContiguousArray<UInt32>
  var serial: UInt32 = 0

  init(_ source: UnsafeBufferPointer<UInt8>, from: Int, isDirty: Bool) {
    self.source = source
    self.end = source.count
    self.position = from
    self.isDirty = isDirty
    seen = ContiguousArray(repeating: 0, count: names.count)
  }

  /// Reads the next token.
  mutating func next() -> TokenKind {
    while position < end {
      switch content {
      case .data:
        if source[position] == Byte.less {
          let kind = markup()
          if kind == .nothing { continue }
          if kind != .literalLess { return kind }
        }
        text(to: find(Byte.less, source, position &+ 1, end))
        return .text
      case .rcdata, .rawText, .script:
        let textEnd = content == .script ? scriptEnd() : rawTextEnd()
        if textEnd > position {
          text(to: textEnd, isLiteral: content != .rcdata, replacesNUL: true)
          return .text
        }
        content = .data
        let kind = tag(isEnd: true)
        if kind != .nothing { return kind }
      case .plaintext:
        text(to: end, isLiteral: true, replacesNUL: true)
        return .text
      case .cdata:
        if cdata() { return .text }
      }
    }
    start = end
    stop = end
    return .endOfFile
  }

  @inline(__always)
  private mutating func text(to: Int, isLiteral: Bool = false, replacesNUL: Bool = false) {
    start = position
    stop = to
    position = to
    self.isLiteral = isLiteral
    self.replacesNUL = replacesNUL
  }

  /// Reads from a `<` in the data state.
  @inline(__always)
  private mutating func markup() -> TokenKind {
    let next = position &+ 1
    guard next < end else { return .literalLess }
    let byte = source[next]
    if Byte.isLetter(byte) { return tag(isEnd: false) }
    if byte == Byte.slash {
      guard next + 1 < end else { return .literalLess }
      let first = source[next + 1]
      if Byte.isLetter(first) { return tag(isEnd: true) }
      if first == Byte.greater {
        position = next + 2
        return .nothing
      }
      return bogusComment(from: next + 1)
    }
    if byte == Byte.bang { return declaration() }
    if byte == Byte.question { return bogusComment(from: next) }
    return .literalLess
  }

  /// Reads text up to `]]>`. False where the section is empty.
  private mutating func cdata() -> Bool {
    content = .data
    var from = position
    while from < end {
      let hit = find(Byte.greater, source, from, end)
      if hit < end, hit >= position + 2, source[hit - 1] == 0x5D, source[hit - 2] == 0x5D {
        let isEmpty = hit - 2 == position
        text(to: hit - 2, isLiteral: true)
        position = hit + 1
        return !isEmpty
      }
      from = hit + 1
    }
    text(to: end, isLiteral: true)
    return true
  }

  /// Where the text of an RCDATA or raw text element ends: at its end tag or the end of the file.
  private func rawTextEnd() -> Int {
    var from = position
    while true {
      let hit = find(Byte.less, source, from, end)
      if hit == end || isAppropriateEndTag(at: hit) { return hit }
      from = hit + 1
    }
  }

  /// Whether `</` and the name of the last start tag stand at `position`, followed by what ends a
  /// name.
  func isAppropriateEndTag(at position: Int) -> Bool {
    guard position + 2 < end, source[position + 1] == Byte.slash,
      Byte.isLetter(source[position + 2])
    else { return false }
    var stop = position + 3
    // No name that matters is longer; a hostile one is not read again and again.
    let limit = min(end, position + 2 + 32)
    while stop < limit, !Byte.endsTagName(source[stop]) { stop += 1 }
    guard stop < end, Byte.endsTagName(source[stop]) else { return false }
    return lastStartTag != 0 && names.find(source, position + 2, stop) == lastStartTag
  }
}
