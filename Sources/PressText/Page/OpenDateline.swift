public import PressModel

/// Datelines that lost their dash or never had one: "Port Olsen, CA Mayor Jane Roe", "WASHINGTON
/// Today", "WASHINGTON (Monday, May 6, 2013) The Senate", "(Washington, DC) The head".
extension Dateline {
  /// The dateline that opens a release's first paragraph, where no dash ends it: a place between
  /// brackets, a town and its state before a capital, or a known town in capitals before a word that
  /// opens a sentence as releases do.
  public init?(open paragraph: Span, in bytes: [UInt8]) {
    guard paragraph.count >= 4 else { return nil }
    if bytes[paragraph.start] == 0x28 {
      self.init(bracketed: paragraph, in: bytes)
    } else {
      self.init(plain: paragraph, in: bytes)
    }
  }

  private init?(bracketed paragraph: Span, in bytes: [UInt8]) {
    let limit = min(paragraph.end, paragraph.start + 60)
    guard let end = bytes[paragraph.start..<limit].firstIndex(of: 0x29) else { return nil }
    let inside = Self.withoutMarks(Span(paragraph.start + 1, end), bytes)
    let comma = bytes[inside.start..<inside.end].firstIndex(of: 0x2C)
    let state = comma.map { TextLine.trimmed(Span($0 + 1, inside.end), in: bytes) }
    guard !inside.isEmpty, Self.isPlace(bytes, inside),
      KnownPlace.isPlace(inside, in: bytes)
        || state.map({ KnownPlace.isState($0, in: bytes) }) ?? false
    else { return nil }
    let next = Self.skip(Span(end + 1, paragraph.end), bytes) { $0 <= 0x20 }
    guard next == paragraph.end || Self.isCapital(bytes[next]) else { return nil }
    self.init(span: Span(paragraph.start, end + 1), place: inside, date: nil)
  }

  private init?(plain paragraph: Span, in bytes: [UInt8]) {
    var place: Span
    let state = Self.state(after: paragraph, in: bytes)
    if let state {
      // "N.M. SENATORS, IN LIGHT OF": capitals are a headline's where they go on.
      let next = Self.skip(Span(state.end, paragraph.end), bytes) { $0 <= 0x20 || $0 == 0x3A }
      let word = Self.skip(Span(next, paragraph.end), bytes) { $0 > 0x20 && $0 != 0x2C }
      let shape = LineShape(bytes, Span(next, word))
      guard shape.upperWords == 0 || bytes[next..<word].contains(0x2E) else { return nil }
      place = Span(paragraph.start, state.end)
    } else if !SpeakerLabel.starts(paragraph, in: bytes),
      let town = Self.capitals(paragraph, in: bytes)
    {
      place = town
    } else {
      return nil
    }
    var next = Self.skip(Span(place.end, paragraph.end), bytes) { $0 <= 0x20 }
    var date: PrintedDate?
    var hasDay = false
    if next < paragraph.end, bytes[next] == 0x28 {
      let limit = min(paragraph.end, next + 50)
      guard let end = bytes[next..<limit].firstIndex(of: 0x29) else { return nil }
      date = PrintedDate.first(in: bytes, Span(next, end))
      // "(Monday, May 6)" names a day, if none of a year.
      let inside = Tokens(Text(utf8: Array(bytes[next + 1..<end])))
      hasDay = date != nil || inside.count > 0 && inside.is(0, [.weekday, .month])
      guard hasDay else { return nil }
      next = end + 1
    }
    let end = next
    // "Port Olsen, CA: Today", "Port Olsen, CA-Mayor Roe".
    next = Self.skip(Span(next, paragraph.end), bytes) {
      $0 <= 0x20 || (state != nil || hasDay) && ($0 == 0x3A || $0 == 0x2D)
    }
    // "Port Olsen, CA," alone, above the day.
    let isCut = state != nil && bytes[place.end..<paragraph.end].elementsEqual([0x2C])
    if isCut {
      self.init(span: paragraph, place: Self.withoutMarks(place, bytes), date: nil)
      return
    }
    guard next < paragraph.end, next > place.end, Self.isCapital(bytes[next]) else { return nil }
    let rest = Span(next, paragraph.end)
    guard state != nil || hasDay || Self.opensSentence(rest, bytes) else { return nil }
    if state == nil, !hasDay, LineShape(bytes, rest).words < 8 { return nil }
    place = Self.withoutMarks(place, bytes)
    self.init(span: Span(paragraph.start, end), place: place, date: date)
  }

  /// The state's abbreviation behind a town of up to four words and a comma.
  private static func state(after paragraph: Span, in bytes: [UInt8]) -> Span? {
    let limit = min(paragraph.end, paragraph.start + 40)
    guard let comma = bytes[paragraph.start..<limit].firstIndex(of: 0x2C),
      isPlace(bytes, Span(paragraph.start, comma)),
      bytes[paragraph.start..<comma].count(where: { $0 == 0x20 }) < 4
    else { return nil }
    let start = skip(Span(comma + 1, paragraph.end), bytes) { $0 == 0x20 }
    let end = skip(Span(start, paragraph.end), bytes) {
      $0 == 0x2E || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
    }
    let state = Span(start, end)
    guard state.count <= 6, KnownPlace.isState(state, in: bytes) else { return nil }
    // "Jane Roe, MD", "Sen. Roe, PA" are no towns.
    let town = Span(paragraph.start, comma)
    let isDegree = ["MD", "PA", "MA"].contains {
      bytes[state.start..<state.end].elementsEqual($0.utf8)
    }
    let isPerson = titles.prefix(of: town, in: bytes) != nil || isDegree && opensName(town, bytes)
    return isPerson && !KnownPlace.isPlace(town, in: bytes) ? nil : state
  }

  /// The longest known place of up to four words in capitals that a paragraph opens with.
  private static func capitals(_ paragraph: Span, in bytes: [UInt8]) -> Span? {
    var best: Span?
    var offset = paragraph.start
    for _ in 0..<4 {
      let end = skip(Span(offset, paragraph.end), bytes) {
        $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2E || $0 == 0x2C
      }
      guard end > offset, end < paragraph.end, bytes[end] == 0x20,
        !bytes[offset..<end].elementsEqual("U.S.".utf8)
      else { break }
      let place = withoutMarks(Span(paragraph.start, end), bytes)
      if place.count >= 4, KnownPlace.isPlace(place, in: bytes) { best = place }
      offset = end + 1
    }
    return best
  }

  /// A title, a first name, "The", "U.S.", "Today" or a weekday.
  private static func opensSentence(_ rest: Span, _ bytes: [UInt8]) -> Bool {
    let end = skip(rest, bytes) { $0 > 0x20 && $0 != 0x2C }
    let word = Array(bytes[rest.start..<end])
    let tokens = Tokens(Text(utf8: word))
    let classes: LexicalClass = [
      .starter, .weekday, .relativeDay, .preposition, .titleAbbreviation,
    ]
    if tokens.count > 0, tokens.is(0, classes), tokens[0].case == .capitalized { return true }
    return word.elementsEqual("U.S.".utf8) || opensName(rest, bytes)
  }

  /// Whether words open with a title or a first name.
  private static func opensName(_ span: Span, _ bytes: [UInt8]) -> Bool {
    if titles.prefix(of: span, in: bytes) != nil { return true }
    let end = skip(span, bytes) { $0 > 0x20 && $0 != 0x2C }
    return bytes.withUnsafeBufferPointer {
      NameLexicon.shared.classes(WordHash.hash($0, span.start, end)).contains(.firstName)
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func skip(_ span: Span, _ bytes: [UInt8], while skips: (UInt8) -> Bool) -> Int {
    var offset = span.start
    while offset < span.end, skips(bytes[offset]) { offset += 1 }
    return offset
  }
}
