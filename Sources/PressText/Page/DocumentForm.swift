public import PressModel

/// What the form of a text shows of its kind: turns, questions, greetings, the first person, the
/// labels of an advisory, the opening words of a readout or a release.
public struct DocumentForm: Sendable {
  /// Blocks that open with a speaker's label, and those of them that ask.
  public private(set) var turns = 0
  public private(set) var questions = 0
  /// Turns whose label is a title and a name ("MS. ROE:"), a moderator or an unnamed official: staff
  /// that briefs.
  public private(set) var staffTurns = 0
  /// The words of all turns.
  public private(set) var turnWords = 0
  /// Bytes before the first question.
  public private(set) var monologue = 0
  /// Short blocks that end in a question mark, and those of them behind a block that does not.
  public private(set) var asks = 0
  public private(set) var askedApart = 0
  /// Words, those of the first person, and those of one who speaks ("I"), outside of quotations; words
  /// within them.
  public private(set) var words = 0
  public private(set) var quotedWords = 0
  public private(set) var firstPerson = 0
  public private(set) var singular = 0
  public private(set) var greets = false
  /// Whether it thanks its hearers in a short last paragraph.
  public private(set) var thanks = false
  /// Whether its first paragraph is a turn, opens with a quotation mark, or speaks in the first person
  /// outside of quotations.
  public private(set) var opensWithTurn = false
  public private(set) var opensWithQuotation = false
  public private(set) var opensInFirstPerson = false
  /// Whether its first paragraphs speak of a briefing.
  public private(set) var briefs = false
  /// Items such as "Jane Roe, of Maine, to be a judge".
  public private(set) var nominees = 0
  /// Whether it orders, proclaims or determines by the powers of an office.
  public private(set) var isAct = false
  /// Whether it addresses a chair, a house or guests of rank, as speeches do and web pages do not.
  public private(set) var addresses = false
  /// Whether a line of its own does: "Ladies and gentlemen,".
  public private(set) var salutes = false
  /// Notes such as "(Applause.)".
  public private(set) var reactions = 0
  /// Labels such as "WHO:" and "WHEN:".
  public private(set) var noticeBlocks = 0
  public private(set) var opensAsReadout = false
  public private(set) var opensAsStatement = false
  /// Whether its first paragraph says that somebody issued a statement, as releases and news do.
  public private(set) var tellsOfStatement = false
  public private(set) var opensAsRelease = false
  /// Whether it opens with a day, as news does and releases do.
  public private(set) var opensWithDay = false
  /// Whether an agency signs its opening: "PORT OLSEN (AP)".
  public private(set) var citesAgency = false
  /// How often it names a source of its own as reporters do, and "according to" somebody.
  public private(set) var sources = 0
  public private(set) var hints = 0
  public private(set) var prose = 0
  /// Short blocks among all.
  public private(set) var headlines = 0
  /// Items of lists, and all blocks.
  public private(set) var items = 0
  public private(set) var blocks = 0

  /// The labels of turns, and the words of all of them.
  private(set) var labels: Set<ArraySlice<UInt8>> = []
  private(set) var labelWords = 0
  let bytes: [UInt8]
  private static let limit = 400

  private static func table(_ kind: String) -> PhraseTable {
    PhraseTable("document-form") { $0.count > 1 && $0[1] == kind }
  }
  private static let first = table("first")
  private static let greetings = table("greets")
  private static let formal = table("formal")
  private static let readout = table("readout")
  private static let statement = table("statement")
  private static let issue = table("issues")
  private static let release = table("release")
  private static let day = table("day")
  private static let agency = table("agency")
  private static let source = table("source")
  private static let hint = table("hint")
  private static let reaction = table("reaction")
  private static let notice = table("block")
  private static let staff = table("staff")
  private static let briefing = table("briefing")
  private static let closing = table("closes")
  private static let act = table("act")
  private static let attestation = table("attests")
  private static let actLine = table("act-line")

  /// Whether four blocks or more open as turns do: without them a form shows no turns.
  public static func mayHoldTurns(text: Text, blocks: [Block]) -> Bool {
    var turns = 0
    for block in blocks.prefix(limit)
    where SpeakerLabel.starts(block.span, in: text.bytes) || opensWithQ(block.span, text.bytes) {
      turns += 1
      if turns == 4 { return true }
    }
    return false
  }

  public init(text: Text, blocks: [Block]) {
    bytes = text.bytes
    var wasAsk = false
    for block in blocks.prefix(Self.limit) {
      self.blocks += 1
      items += block.type == .listItem ? 1 : 0
      let isTurn = SpeakerLabel.starts(block.span, in: bytes) || Self.opensWithQ(block.span, bytes)
      if isTurn { note(turn: block.span, start: blocks[0].span.start) }
      let label = Self.notice.prefix(of: block.span, in: bytes)
      if let label, label.span.end < block.span.end, bytes[label.span.end] == 0x3A {
        noticeBlocks += 1
        turns -= isTurn ? 1 : 0
      }
      let shape = LineShape(bytes, block.span)
      if isTurn { turnWords += shape.words }
      let isProse = shape.words >= 12 && shape.sentenceEnds > 0
      if Self.isNominee(block.span, bytes) { nominees += 1 }
      if self.blocks == 1 { addresses = greetsGuests(block.span) }
      if block.type != .heading, prose < 4 {
        let isFormal = opens(block.span, with: Self.formal)
        addresses = addresses || isFormal
        salutes = salutes || isFormal && shape.words <= 24 && [0x2C, 0x3A].contains(shape.lastMark)
        greets = greets || addresses || opens(block.span, with: Self.greetings)
      }
      let isAsk = shape.lastMark == 0x3F && shape.words <= 60
      if isAsk { asks += 1 }
      if isAsk, !wasAsk { askedApart += 1 }
      wasAsk = isAsk
      let isLead = shape.words >= 8 && shape.lastMark == 0x3A && block.type != .heading
      isAct =
        isAct || Self.act.prefix(of: block.span, in: bytes) != nil
        || Self.attestation.prefix(of: block.span, in: bytes) != nil
        || !isProse && Self.actLine.prefix(of: block.span, in: bytes) != nil
      if isProse {
        prose += 1
        if prose == 1 { opensWithTurn = isTurn && label == nil }
        if prose <= 2 { open(block.span) }
        if prose <= 3 { briefs = briefs || holds(Self.briefing, block.span) }
      } else if isLead, prose == 0 {
        // "Senator Roe released the following statement on the harbour:"
        opensAsStatement = opensAsStatement || holds(Self.statement, block.span)
        opensAsRelease = opensAsRelease || holds(Self.release, block.span)
      } else if block.type == .heading, prose == 0, holds(Self.release, block.span) {
        opensAsRelease = true
      } else if shape.words >= 4, shape.words <= 20 {
        headlines += 1
      }
      let before = firstPerson
      count(block.span)
      if isProse, prose == 1 { opensInFirstPerson = firstPerson > before }
    }
    if questions == 0 { monologue = bytes.count }
    for block in blocks.suffix(3) where blocks.count <= Self.limit {
      let isShort = LineShape(bytes, block.span).words <= 12
      thanks = thanks || isShort && Self.closing.prefix(of: block.span, in: bytes) != nil
    }
  }

  /// Whether a salutation names several, guests of rank among them: "President Roe, members of the
  /// board, ladies and gentlemen:".
  private func greetsGuests(_ block: Span) -> Bool {
    let opening = Span(block.start, min(block.end, block.start + 240))
    var commas = 0
    for offset in opening.start..<opening.end where bytes[offset] == 0x2C {
      commas += 1
      let rest = TextLine.trimmed(Span(offset + 1, opening.end), in: bytes)
      // One comma is enough for "ladies and gentlemen", and no sign before "distinguished".
      if let found = Self.formal.prefix(of: rest, in: bytes), commas >= 2 || found.span.count > 14 {
        return true
      }
    }
    return false
  }

  private mutating func note(turn line: Span, start: Int) {
    turns += 1
    let first = bytes[line.start]
    let second = line.start + 1 < line.end ? bytes[line.start + 1] : 0
    let asks = first == 0x51 && (second | 0x20 == 0x75 || !PrintedDate.isLetter(second))
    let label =
      asks
      ? bytes[line.start..<line.start + 1]
      : bytes[line.start..<line.end].prefix(60).prefix { $0 != 0x3A }
    labels.insert(label)
    labelWords += label.count { $0 == 0x20 } + 1
    if asks {
      if questions == 0 { monologue = line.start - start }
      questions += 1
    } else if first == 0x4D, second == 0x52 || second == 0x53 {
      staffTurns += 1
    } else if Self.staff.prefix(of: line, in: bytes) != nil {
      staffTurns += 1
    }
  }

  /// Whether a block's words, behind a label and marks, start with one of a table.
  private func opens(_ block: Span, with table: PhraseTable) -> Bool {
    var start = block.start
    if SpeakerLabel.starts(block, in: bytes) {
      while start < block.end, bytes[start] != 0x3A { start += 1 }
    }
    while start < block.end, !PrintedDate.isAlphanumeric(bytes[start]) || bytes[start] >= 0x80 {
      start += 1
    }
    return table.prefix(of: Span(start, block.end), in: bytes) != nil
  }

  private mutating func open(_ block: Span) {
    let opening = Span(block.start, min(block.end, block.start + 320))
    if prose == 1 {
      tellsOfStatement = holds(Self.issue, opening)
      opensWithQuotation =
        bytes[block.start] == 0x22 || bytes[block.start...].starts(with: "\u{201C}".utf8)
    }
    if prose == 1, holds(Self.readout, Span(opening.start, min(opening.end, opening.start + 220))) {
      opensAsReadout = true
    }
    if holds(Self.statement, Span(block.start, min(block.end, block.start + 700))) {
      opensAsStatement = true
    }
    if holds(Self.release, opening) || Self.namesDistrict(opening, bytes) { opensAsRelease = true }
    if holds(Self.day, opening) { opensWithDay = true }
    // "On Monday, March 3, the council voted": news puts the day behind the deed.
    var first = block.start
    if bytes[first..<block.end].starts(with: "On ".utf8) { first += 3 }
    if prose == 1, Self.day.prefix(of: Span(first, block.end), in: bytes) != nil {
      opensAsRelease = true
    }
    let bracket = bytes[block.start..<min(block.end, block.start + 100)].firstIndex(of: 0x28)
    if prose == 1, let bracket, let end = bytes[bracket..<opening.end].firstIndex(of: 0x29),
      Self.agency.whole(Span(bracket, end), in: bytes) != nil
    {
      citesAgency = true
    }
  }

  private func holds(_ table: PhraseTable, _ span: Span) -> Bool {
    var offset = span.start
    while offset < span.end {
      let startsWord = offset == span.start || bytes[offset - 1] <= 0x20
      if startsWord, table.prefix(of: Span(offset, span.end), in: bytes) != nil { return true }
      offset += 1
    }
    return false
  }

  private mutating func count(_ block: Span) {
    guard words < 4000 else { return }
    var offset = block.start
    var isQuoted = false
    while offset < block.end {
      let byte = bytes[offset]
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0xE2, offset + 2 < block.end, bytes[offset + 1] == 0x80 {
        if bytes[offset + 2] == 0x9C { isQuoted = true }
        if bytes[offset + 2] == 0x9D { isQuoted = false }
      }
      let isBracket = byte == 0x28 || byte == 0x5B
      if isBracket, Self.reaction.prefix(of: Span(offset + 1, block.end), in: bytes) != nil {
        reactions += 1
      }
      let startsWord =
        PrintedDate.isLetter(byte) && (offset == block.start || bytes[offset - 1] <= 0x20)
      if startsWord, isQuoted {
        quotedWords += 1
      } else if startsWord {
        words += 1
        let word = Span(offset, min(block.end, offset + 10))
        if word.count < 2 || !PrintedDate.isLetter(bytes[offset + 1]) || byte | 0x20 != 0x69,
          [0x69, 0x6D, 0x77, 0x6F, 0x75, 0x6C, 0x79, 0x6A, 0x6E].contains(byte | 0x20),
          Self.first.prefix(of: word, in: bytes) != nil
        {
          firstPerson += 1
          // "I", "my", "yo", "je": the plural starts with other letters.
          if [0x69, 0x6D, 0x79, 0x6A].contains(byte | 0x20) { singular += 1 }
        }
        let rest = Span(offset, block.end)
        if Self.source.prefix(of: rest, in: bytes) != nil {
          sources += 1
        } else if Self.hint.prefix(of: rest, in: bytes) != nil {
          hints += 1
        }
      }
      offset += 1
    }
  }
}
