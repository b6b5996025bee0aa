import PressModel

/// A day of issue that runs together with the words around it, as in texts whose lines and marks were
/// lost: "October 3 2007 Harbour Opens", "Harbour Opens October 3 2007 WASHINGTON The council",
/// "August 10, 2021 | Posted in Press Releases".
///
/// A day that nothing of the kind stands beside is an event's: "Hearing on October 3, 2007".
struct HeadDay {
  let date: PrintedDate
  /// The place behind the day, where that is what tells it.
  let place: Span?

  /// - Parameter dateline: the release's, which may have its day behind the dash.
  init?(_ blocks: [Block], dateline: Dateline?, in bytes: [UInt8]) {
    for (index, block) in blocks.prefix(5).enumerated() where block.type != .listItem {
      let limit = Span(block.span.start, min(block.span.end, block.span.start + 320))
      guard let date = PrintedDate.first(in: bytes, limit) else { continue }
      let rest = Span(date.span.end, block.span.end)
      if date.span.start == block.span.start {
        // "October 3 2007 WASHINGTON D C", above the text.
        if rest.count <= 40, let found = Self.place(behind: rest, in: bytes), found.end == rest.end
        {
          (self.date, place) = (date, found)
          return
        }
        guard
          index < 2 && Self.opensHead(rest, in: bytes, isFirst: index == 0)
            || index < 4 && Self.opensText(rest, behind: blocks.prefix(index), in: bytes)
        else { continue }
        (self.date, place) = (date, nil)
        return
      }
      if let dateline, dateline.span.start == block.span.start {
        // "Port Olsen, CA – 4/2/26... Today"
        let between = TextLine.trimmed(Span(dateline.span.end, date.span.start), in: bytes)
        guard dateline.date == nil, between.isEmpty, Self.isMark(rest, in: bytes) else { continue }
        (self.date, place) = (date, nil)
        return
      }
      guard Self.isFree(Span(block.span.start, date.span.start), in: bytes) else { continue }
      if let found = Self.place(behind: rest, in: bytes) {
        (self.date, place) = (date, found)
        return
      }
      // "Council Opens the Harbour October 3 2007 For Immediate Release"
      if !rest.isEmpty, Self.isLabel(rest, in: bytes) {
        (self.date, place) = (date, nil)
        return
      }
      // The last words of a title or subtitle above a dateline.
      guard rest.isEmpty, index + 1 < blocks.count else { continue }
      let next = blocks[index + 1].span
      let opensRelease =
        Dateline(bytes, next) != nil || Dateline(open: next, in: bytes) != nil
        || Self.place(behind: next, in: bytes) != nil
      guard opensRelease, LineShape(bytes, block.span).words <= 30 else { continue }
      (self.date, place) = (date, nil)
      return
    }
    // A day alone between a title and a dateline, whatever the title looks like.
    for (block, next) in zip(blocks.prefix(5), blocks.prefix(6).dropFirst()) {
      guard let date = PrintedDate.starting(at: block.span.start, in: bytes, end: block.span.end),
        date.span.end == block.span.end,
        Dateline(bytes, next.span) != nil || Dateline(open: next.span, in: bytes) != nil
      else { continue }
      (self.date, place) = (date, nil)
      return
    }
    return nil
  }

  /// The words of a title without a day before them, or a day and a place behind them.
  static func title(_ line: Span, above next: Span?, in bytes: [UInt8]) -> Span {
    guard line.count <= 320, let date = PrintedDate.first(in: bytes, line) else { return line }
    let rest = Span(date.span.end, line.end)
    let words: Span
    if date.span.start == line.start {
      guard opensHead(rest, in: bytes, isFirst: true), bytes[rest.start + 1] != 0x7C else {
        return line
      }
      words = TextLine.trimmed(rest, in: bytes)
    } else {
      let opensNext = next.map { isPlace($0, in: bytes) || place(behind: $0, in: bytes) != nil }
      guard isFree(Span(line.start, date.span.start), in: bytes),
        rest.isEmpty ? opensNext ?? false : place(behind: rest, in: bytes) != nil
      else { return line }
      words = TextLine.trimmed(Span(line.start, date.span.start), in: bytes)
    }
    return LineShape(bytes, words).words >= 3 ? words : line
  }

  /// Whether a line is a place in capitals or with its state, as datelines alone on their line are, and
  /// perhaps a day before it.
  static func isPlace(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard line.count <= 60, !line.isEmpty else { return false }
    var name = line
    if let date = PrintedDate.starting(at: line.start, in: bytes, end: line.end) {
      name = TextLine.trimmed(Span(date.span.end, line.end), in: bytes)
    }
    return place(behind: name, in: bytes)?.end == name.end && !name.isEmpty
  }

  /// Whether a line opens with a day and a place, as a text does: "October 3 2007 WASHINGTON The council".
  static func opensText(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard let date = PrintedDate.starting(at: line.start, in: bytes, end: line.end) else {
      return false
    }
    return place(behind: Span(date.span.end, line.end), in: bytes) != nil
  }

  /// Whether a title goes on behind a day that opens the text, or a bar and words behind one that
  /// opens a line: no hour, and no sentence about the day.
  private static func opensHead(_ rest: Span, in bytes: [UInt8], isFirst: Bool) -> Bool {
    let words = TextLine.trimmed(rest, in: bytes)
    guard !words.isEmpty, bytes[rest.start] == 0x20 else { return false }
    if bytes[words.start] == 0x7C {
      let behind = TextLine.trimmed(Span(words.start + 1, words.end), in: bytes)
      return !behind.isEmpty && PrintedDate.isLetter(bytes[behind.start])
    }
    return isFirst && bytes[words.start] >= 0x41 && bytes[words.start] <= 0x5A
  }

  /// Whether a text goes on behind a day that lost the end of its line, below lines of a head: "Thursday,
  /// May 7, 2015 On Tuesday, the council".
  private static func opensText(_ rest: Span, behind head: ArraySlice<Block>, in bytes: [UInt8])
    -> Bool
  {
    !head.isEmpty && opensHead(rest, in: bytes, isFirst: true)
      && head.allSatisfy { LineShape(bytes, $0.span).words <= 30 && $0.type != .listItem }
  }

  /// The day that opens a text of which the lines and marks were lost: "October 3 2007 Harbour Opens".
  static func opening(_ block: Block, in bytes: [UInt8]) -> PrintedDate? {
    guard block.type != .listItem,
      let date = PrintedDate.starting(at: block.span.start, in: bytes, end: block.span.end),
      opensHead(Span(date.span.end, block.span.end), in: bytes, isFirst: true)
    else { return nil }
    return date
  }

  /// "For Immediate Release" behind a day.
  private static func isLabel(_ rest: Span, in bytes: [UInt8]) -> Bool {
    labels.prefix(of: TextLine.trimmed(rest, in: bytes), in: bytes)?.value == "release"
  }

  private static let labels = PhraseTable("release-labels")

  /// Whether the words before a day are no part of what names it: "on", "of the", ": ", ", ".
  private static func isFree(_ before: Span, in bytes: [UInt8]) -> Bool {
    let words = TextLine.trimmed(before, in: bytes)
    guard !words.isEmpty, PrintedDate.isAlphanumeric(bytes[words.end - 1]) else { return false }
    let first = bytes[words.start..<words.end].lastIndex { $0 <= 0x20 }.map { $0 + 1 }
    let word = Span(first ?? words.start, words.end)
    return functionWords.whole(word, in: bytes) == nil
  }

  /// A known place that follows a day: in capitals, or with its state.
  private static func place(behind rest: Span, in bytes: [UInt8]) -> Span? {
    let words = TextLine.trimmed(Span(rest.start, min(rest.end, rest.start + 60)), in: bytes)
    guard !words.isEmpty, bytes[words.start] >= 0x41, bytes[words.start] <= 0x5A else { return nil }
    if let dateline = Dateline(bytes, Span(words.start, rest.end)) { return dateline.place }
    var best: Span?
    var offset = words.start
    for number in 0..<4 where offset < words.end {
      let end = bytes[offset..<words.end].firstIndex { $0 <= 0x20 } ?? words.end
      let place = Dateline.withoutMarks(Span(words.start, end), bytes)
      let last = Dateline.withoutMarks(Span(offset, end), bytes)
      let isUpper = !bytes[place.start..<place.end].contains { $0 >= 0x61 && $0 <= 0x7A }
      let hasState =
        number > 0 && last.count > 1 && KnownPlace.isState(last, in: bytes, isShort: true)
      offset = min(words.end, end + 1)
      guard place.count >= 4, KnownPlace.isPlace(place, in: bytes) else { continue }
      if let end = spacedState(at: offset, words.end, in: bytes) {
        best = Span(place.start, end)
      } else if isUpper || hasState {
        best = place
      }
    }
    return best
  }

  /// The end of a state's initials that lost their full stops: "D C".
  private static func spacedState(at start: Int, _ end: Int, in bytes: [UInt8]) -> Int? {
    guard start + 3 <= end, bytes[start + 1] == 0x20, start + 3 == end || bytes[start + 3] <= 0x20
    else { return nil }
    let letters = [bytes[start], bytes[start + 2]]
    return KnownPlace.isState(Span(0, 2), in: letters, isShort: true) ? start + 3 : nil
  }

  /// An ellipsis, a dash or a colon.
  private static func isMark(_ rest: Span, in bytes: [UInt8]) -> Bool {
    let words = TextLine.trimmed(rest, in: bytes)
    guard let first = bytes[words.start..<words.end].first else { return false }
    let isDash = first == 0xE2 && words.count > 2 && bytes[words.start + 1] == 0x80
    return isDash || [0x2E, 0x2D, 0x3A].contains(first)
  }

  private static let functionWords = PhraseTable("function-words")
}
