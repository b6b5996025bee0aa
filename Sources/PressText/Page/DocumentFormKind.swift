public import PressModel

/// What kind of document a form shows.
extension DocumentForm {
  /// Whether the labels of turns are speakers': some come again, or are as short as names. Headings in
  /// capitals before a colon are neither.
  private var areSpeakers: Bool {
    labels.count < turns || labelWords <= turns * 3
  }

  /// The share of words of the first person, in thousandths.
  public var personal: Int { firstPerson * 1000 / max(1, words) }

  /// Whether it reads as the news of a reporter or an agency.
  public var isReport: Bool { citesAgency || sources >= 2 || sources == 1 && hints > 0 }

  /// The kind that the form shows; nil where it shows none. A text without a title is a speech on
  /// less: messages and essays speak in the first person too, but have one. Pages of the web are
  /// full of the first person and of questions, and so only turns, reactions and whom a text
  /// addresses tell there.
  /// A time of day above the text is a transcript's, and what stands behind a dateline and speaks of
  /// others is a release, whatever letter or speech it holds.
  public func kind(
    hasTitle: Bool, isPage: Bool, isTimed: Bool = false, isDatelined: Bool = false
  ) -> DocumentKind? {
    if noticeBlocks >= 3 { return .advisory }
    // Labels such as "PROS:" stand among much prose, and those such as "PRICE:" say little.
    if turns >= 4, areSpeakers, !isPage || turns * 2 >= prose && turnWords >= turns * 10 {
      if questions * 6 < turns {
        if briefs, staffTurns > 0 { return .briefingTranscript }
        return greets || reactions > 0 || turns < 8 ? .remarks : .interview
      }
      if staffTurns * 3 > turns - questions { return .briefingTranscript }
      return monologue * 3 > bytes.count ? .remarks : .pressConference
    }
    // A list of questions is nobody's interview.
    if !isPage, askedApart >= 4, askedApart * 4 >= prose, asks <= prose { return .interview }
    if reactions >= 2 || isTimed && turns > 0 { return .remarks }
    if isAct { return .statement }
    if opensAsReadout, personal < 8 || firstPerson <= 2, prose <= 8 { return .readout }
    if addresses, personal >= (salutes ? 3 : 10) { return .remarks }
    if opensAsStatement { return .statement }
    // Who says "I" speaks or writes; a fact sheet's "our" is nobody's.
    let isSpoken = singular * 5 >= firstPerson
    let isSpeech = greets || thanks && !opensAsRelease || isSpoken && (opensWithTurn || words > 600)
    let isRelease = isDatelined && !opensInFirstPerson
    if isRelease, tellsOfStatement { return .statement }
    if !isPage, personal >= 20, isSpeech, !isRelease { return .remarks }
    // Somebody's words, and little besides: "“We will rebuild,” said Mayor Roe. “...”".
    if !isPage, opensWithQuotation, quotedWords * 2 >= words * 3 { return .statement }
    if !isPage, nominees * 2 > blocks { return .pressRelease }
    // A fact sheet is a list with a sentence or two before it; a list of quotations is none.
    if !isPage, items >= 6, items * 10 >= blocks * 6, quotedWords * 4 < words {
      return .factSheet
    }
    // What somebody says in writing, and greets nobody: a message, a proclamation.
    if !isPage, !hasTitle, !isRelease, prose > 0,
      personal >= (opensAsRelease || opensWithDay ? 20 : 10)
    {
      return .statement
    }
    return nil
  }

  /// Whether words hold a member's district between brackets, as the releases of members do: "(WA-08)",
  /// "(R-TN-04)".
  static func namesDistrict(_ words: Span, _ bytes: [UInt8]) -> Bool {
    var offset = words.start
    while let open = bytes[offset..<words.end].firstIndex(of: 0x28) {
      offset = open + 1
      let limit = min(words.end, open + 12)
      guard let end = bytes[open..<limit].firstIndex(of: 0x29) else { continue }
      // A party's letter may stand before it.
      let hasParty = end - open > 3 && bytes[open + 2] == 0x2D
      let district = Span(hasParty ? open + 3 : open + 1, end)
      if KnownPlace.isDistrict(district, in: bytes) { return true }
    }
    return false
  }

  /// Whether a block opens as "Jane Roe, of Maine, to be a judge".
  static func isNominee(_ block: Span, _ bytes: [UInt8]) -> Bool {
    let commas = bytes[block.start..<min(block.end, block.start + 120)].indices.filter {
      bytes[$0] == 0x2C
    }
    guard let first = commas.first else { return false }
    func follows(_ words: StaticString, _ comma: Int) -> Bool {
      let end = comma + 2 + words.utf8CodeUnitCount
      return end <= block.end
        && bytes[comma + 2..<end].elementsEqual(
          UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }
    return follows("of ", first) && commas.contains { follows("to be ", $0) }
  }

  /// The canonical text has one space where transcripts have more.
  static func opensWithQ(_ block: Span, _ bytes: [UInt8]) -> Bool {
    guard block.count > 4, bytes[block.start] == 0x51, bytes[block.start + 1] == 0x20 else {
      return false
    }
    let next = bytes[block.start + 2]
    return next >= 0x41 && next <= 0x5A || next >= 0x80 || next == 0x28 || next == 0x22
  }
}
