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
  /// Short blocks that end in a question mark.
  public private(set) var asks = 0
  /// Words, and those of the first person, outside of quotations; words within them.
  public private(set) var words = 0
  public private(set) var quotedWords = 0
  public private(set) var firstPerson = 0
  public private(set) var greets = false
  /// Whether it addresses a chair, a house or guests of rank, as speeches do and web pages do not.
  public private(set) var addresses = false
  /// Notes such as "(Applause.)".
  public private(set) var reactions = 0
  /// Labels such as "WHO:" and "WHEN:".
  public private(set) var noticeBlocks = 0
  public private(set) var opensAsReadout = false
  public private(set) var opensAsStatement = false
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

  private let bytes: [UInt8]
  private static let limit = 400

  private static func table(_ kind: String) -> PhraseTable {
    PhraseTable("document-form") { $0.count > 1 && $0[1] == kind }
  }
  private static let first = table("first")
  private static let greetings = table("greets")
  private static let formal = table("formal")
  private static let readout = table("readout")
  private static let statement = table("statement")
  private static let release = table("release")
  private static let day = table("day")
  private static let agency = table("agency")
  private static let source = table("source")
  private static let hint = table("hint")
  private static let reaction = table("reaction")
  private static let notice = table("block")
  private static let staff = table("staff")

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
      if block.type != .heading, prose < 4 {
        addresses = addresses || opens(block.span, with: Self.formal)
        greets = greets || addresses || opens(block.span, with: Self.greetings)
      }
      if shape.lastMark == 0x3F, shape.words <= 60 { asks += 1 }
      let isLead = shape.words >= 8 && shape.lastMark == 0x3A && block.type != .heading
      if isProse {
        prose += 1
        if prose <= 2 { open(block.span) }
      } else if isLead, prose == 0 {
        // "Senator Roe released the following statement on the harbour:"
        opensAsStatement = opensAsStatement || holds(Self.statement, block.span)
        opensAsRelease = opensAsRelease || holds(Self.release, block.span)
      } else if block.type == .heading, prose == 0, holds(Self.release, block.span) {
        opensAsRelease = true
      } else if shape.words >= 4, shape.words <= 20 {
        headlines += 1
      }
      count(block.span)
    }
    if questions == 0 { monologue = bytes.count }
  }

  /// The share of words of the first person, in thousandths.
  public var personal: Int { firstPerson * 1000 / max(1, words) }

  /// Whether it reads as the news of a reporter or an agency.
  public var isReport: Bool { citesAgency || sources >= 2 || sources == 1 && hints > 0 }

  /// The kind that the form shows; nil where it shows none. A text without a title is a speech on
  /// less: messages and essays speak in the first person too, but have one. Pages of the web are
  /// full of the first person and of questions, and so only turns, reactions and whom a text
  /// addresses tell there.
  public func kind(hasTitle: Bool, isPage: Bool) -> DocumentKind? {
    if noticeBlocks >= 3 { return .advisory }
    // Labels such as "PROS:" stand among much prose, and those such as "PRICE:" say little.
    if turns >= 4, !isPage || turns * 2 >= prose && turnWords >= turns * 10 {
      if questions * 6 < turns {
        return greets || reactions > 0 || turns < 8 ? .remarks : .interview
      }
      if staffTurns * 3 > turns - questions { return .briefingTranscript }
      return monologue * 3 > bytes.count ? .remarks : .pressConference
    }
    if !isPage, asks >= 4, asks * 4 >= prose, asks <= prose { return .interview }
    if reactions >= 2 { return .remarks }
    if opensAsReadout, personal < 8, prose <= 8 { return .readout }
    if addresses, personal >= 10 { return .remarks }
    if opensAsStatement { return .statement }
    if !isPage, personal >= 20, greets || words > 600 { return .remarks }
    // A fact sheet is a list with a sentence or two before it; a list of quotations is none.
    if !isPage, items >= 6, items * 10 >= blocks * 6, quotedWords * 4 < words {
      return .factSheet
    }
    // What somebody says in writing, and greets nobody: a message, a proclamation.
    if !isPage, !hasTitle, prose > 0, personal >= (opensAsRelease || opensWithDay ? 20 : 10) {
      return .statement
    }
    return nil
  }

  /// The canonical text has one space where transcripts have more.
  private static func opensWithQ(_ block: Span, _ bytes: [UInt8]) -> Bool {
    guard block.count > 4, bytes[block.start] == 0x51, bytes[block.start + 1] == 0x20 else {
      return false
    }
    let next = bytes[block.start + 2]
    return next >= 0x41 && next <= 0x5A || next >= 0x80 || next == 0x28 || next == 0x22
  }

  private mutating func note(turn line: Span, start: Int) {
    turns += 1
    let first = bytes[line.start]
    let second = line.start + 1 < line.end ? bytes[line.start + 1] : 0
    if first == 0x51, second | 0x20 == 0x75 || !PrintedDate.isLetter(second) {
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
    if prose == 1, holds(Self.readout, Span(opening.start, min(opening.end, opening.start + 220))) {
      opensAsReadout = true
    }
    if holds(Self.statement, Span(block.start, min(block.end, block.start + 700))) {
      opensAsStatement = true
    }
    if holds(Self.release, opening) { opensAsRelease = true }
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
