import PressModel

/// What a time of day is made of: figures or a word, a stretch of two, a zone.
extension DateGrammar {
  /// Figures or a word that may be an hour; a look at one token.
  func canStartClock(_ index: Int) -> Bool {
    if tokens[index].kind == .number { return tokens[index].span.count <= 8 }
    return tokens.is(index, .dayPart) && tokens.number(index) >= 12 || isGluedNoon(index)
  }

  /// "10 a.m.", where a day of the month could stand.
  func isHour(_ index: Int) -> Bool {
    tokens[index].kind == .number
      && PrintedClock(at: tokens[index].span.start, in: tokens.text.bytes)?.half != nil
  }

  /// "noon-4 p.m.": one token that the tables do not know.
  private func isGluedNoon(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.word == 0, token.span.count > 5 else { return false }
    let bytes = tokens.text.bytes[token.span.start..<token.span.start + 5]
    return bytes.first.map { $0 | 0x20 } == 0x6E && bytes.dropFirst().elementsEqual("oon-".utf8)
  }

  /// A time or a stretch of time; figures alone count only with a part of the day that says which
  /// half they are of.
  func clock(at index: Int, dayPart: Int?, hasCue: Bool, isBehindDate: Bool = false) -> FoundClock?
  {
    guard var (first, last) = part(at: index) else { return nil }
    var isPlain = first.half != nil
    if first.half == nil, let dayPart { first.half = half(ofDayPart: dayPart, hour: first.hour) }
    let isHour = first.half != nil && (isPlain || first.minute != nil || hasCue)
    var zone = zone(behind: last)
    var end = zone?.end ?? first.end
    last = zone?.last ?? last
    var second: PrintedClock?
    let joint = clockJoint(behind: last, from: index)
    if let (other, behind) = joint.flatMap({ part(at: $0) }) ?? gluedPart(at: end)
      ?? (isBehindDate && first.half != nil ? lostRange(first, behind: last) : nil),
      other.half != nil || other.minute != nil && (first.half != nil || first.minute != nil)
    {
      isPlain = isPlain || other.half != nil
      second = other
      (last, end) = (behind, other.end)
      if let further = self.zone(behind: last) {
        zone = further
        (last, end) = (further.last, further.end)
      }
    }
    // "8 p.m. ET/7 p.m. CT": one moment.
    if zone != nil, tokens.is(last + 1, .slash), let (other, behind) = part(at: last + 2),
      other.half != nil, let further = self.zone(behind: behind)
    {
      (last, end) = (further.last, further.end)
    }
    guard isHour || first.minute != nil || second?.half != nil, !goesOn(behind: last) else {
      return nil
    }
    let isBare = first.half == nil && second?.half == nil
    if var other = second {
      Self.share(&first, &other)
      second = other
    }
    let clock = DateClock(
      start: first.time, end: second?.time, zone: zone?.zone, isBare: isBare)
    return (clock, index, last, end, isPlain || first.half != nil)
  }

  /// "10-11 a.m.", "11:00 - 1:30 p.m.", "10 a.m. to 11:30": what one end leaves out.
  private static func share(_ first: inout PrintedClock, _ second: inout PrintedClock) {
    if first.half == nil, let half = second.half, first.hour >= 1, first.hour <= 12 {
      first.half = half
      if first.time.minutes >= second.time.minutes {
        first.half = half == .morning ? .afternoon : .morning
      }
    } else if second.half == nil, let half = first.half, second.hour >= 1, second.hour <= 12 {
      second.half = half
      if second.time.minutes <= first.time.minutes {
        second.half = half == .morning ? .afternoon : .morning
      }
    }
  }

  /// What stands behind makes it another measure: "10:30-45", "10:30 per mile".
  private func goesOn(behind last: Int) -> Bool {
    guard last + 2 < tokens.count, !tokens[last + 1].spaceBefore, !tokens[last + 2].spaceBefore,
      tokens[last + 2].kind == .number
    else { return tokens.is(last + 1, .percent) || tokens.is(last + 1, "per") }
    return tokens.is(last + 1, .dash) || tokens.is(last + 1, byte: 0x3A)
  }

  /// The figures or the word of one time, and its last token.
  func part(at index: Int) -> (PrintedClock, last: Int)? {
    guard index >= 0, index < tokens.count else { return nil }
    let token = tokens[index]
    if tokens.is(index, .dayPart) { return named(at: index) }
    if isGluedNoon(index) {
      return (PrintedClock(hour: 12, half: .afternoon, end: token.span.start + 4), index)
    }
    guard token.kind == .number, token.span.count <= 8, index == 0 || !isGlued(index),
      let figures = PrintedClock(at: token.span.start, in: tokens.text.bytes)
    else { return nil }
    if figures.hour == 12, figures.half == nil, figures.minute ?? 0 == 0 {
      let word = figures.minute == nil ? index + 1 : index + 3
      if word < tokens.count, !tokens[word].startsLine, let named = named(at: word) { return named }
    }
    guard figures.minute != nil || figures.half != nil else {
      return figures.end == token.span.end ? (figures, index) : nil
    }
    return (figures, tokens.index(at: figures.end) - 1)
  }

  /// "noon", "midnight"; not "Operation Midnight".
  private func named(at index: Int) -> (PrintedClock, last: Int)? {
    let token = tokens[index]
    let number = tokens.number(index)
    let isName =
      token.case == .capitalized && index > 0 && !token.startsLine
      && !tokens.is(index - 1, [.stop, .colon, .openBracket, .dash, .openQuote])
      && tokens[index - 1].kind == .word
    guard number >= 12, !isName, isAfterNamedTime(index + 1) else { return nil }
    let half = number == 12 ? PrintedClock.Half.afternoon : .morning
    return (PrintedClock(hour: 12, half: half, end: token.span.end), index)
  }

  /// Nothing that the hour would only be a property of: "the noon bell".
  private func isAfterNamedTime(_ index: Int) -> Bool {
    endsPhrase(index) || tokens[index].isCapitalized || tokens.is(index, .relativeDay)
      || tokens.is(index, .relation) || tokens.is(index, .dash)
  }

  /// "10 am-2 pm" has the hyphen and the hour in one token with the letters.
  private func gluedPart(at end: Int) -> (PrintedClock, last: Int)? {
    let bytes = tokens.text.bytes
    guard end < bytes.count, bytes[end] == 0x2D, let figures = PrintedClock(at: end + 1, in: bytes)
    else { return nil }
    return (figures, tokens.index(at: figures.end) - 1)
  }

  /// "March 5, 10:00 AM 2:00 PM", where a page lost its dash.
  private func lostRange(_ first: PrintedClock, behind last: Int) -> (PrintedClock, last: Int)? {
    guard last + 1 < tokens.count, !tokens[last + 1].startsLine, let found = part(at: last + 1),
      found.0.half != nil, found.0.time.minutes > first.time.minutes
    else { return nil }
    return found
  }

  /// Figures that belong to what stands before them: "$5", "1.5", "3:16", "A/10".
  private func isGlued(_ index: Int) -> Bool {
    if tokens.is(index - 1, .currencySymbol) { return true }
    guard !tokens[index].spaceBefore, tokens[index - 1].kind == .mark else { return false }
    return !tokens.is(index - 1, [.dash, .openBracket, .comma, .slash])
      && !tokens.is(index - 1, byte: 0x7C) && !tokens.is(index - 1, byte: 0x40)
  }

  /// The token behind the dash or word that joins two times.
  private func clockJoint(behind last: Int, from first: Int) -> Int? {
    let joint = last + 1
    guard joint + 1 < tokens.count, !tokens[joint].startsLine, !tokens[joint + 1].startsLine else {
      return nil
    }
    if tokens.is(joint, .dash) || tokens.is(joint, "to") || tokens.is(joint, "until")
      || tokens.is(joint, "till") || tokens.is(joint, "through") || tokens.is(joint, "TO")
    {
      return joint + 1
    }
    return tokens.is(joint, "and") && tokens.is(first - 1, "between") ? joint + 1 : nil
  }

  /// The zone behind a time, in brackets or not.
  private func zone(behind last: Int) -> (zone: ClockZone, last: Int, end: Int)? {
    let isInBrackets = tokens.is(last + 1, byte: 0x28)
    let next = isInBrackets ? last + 2 : last + 1
    guard next < tokens.count, tokens[next].kind == .word, !tokens[next].startsLine,
      let (zone, end) = ClockZone.starting(
        at: tokens[next].span.start, in: tokens.text.bytes, end: tokens.text.bytes.count)
    else { return nil }
    let token = max(next, tokens.index(at: end) - 1)
    if isInBrackets {
      guard tokens.is(token + 1, byte: 0x29) else { return nil }
      return (zone, token + 1, tokens[token + 1].span.end)
    }
    // "10 a.m. Central Library"
    let behind = token + 1
    if token == next, tokens[token].case == .capitalized, behind < tokens.count,
      tokens[behind].isCapitalized, !tokens[behind].startsLine,
      !tokens.is(behind, [.month, .weekday])
    {
      return nil
    }
    return (zone, token, max(end, tokens[token].span.end))
  }

  /// The half of the day that a word such as "evening" names for an hour from 1 to 12, or for any
  /// where the hour is nil; nil at night, which has two.
  func half(ofDayPart index: Int, hour: Int?) -> PrintedClock.Half? {
    let isTonight = tokens.is(index, "tonight") || tokens.is(index, "Tonight")
    guard isTonight || tokens.is(index, .dayPart), (1...12).contains(hour ?? 1) else { return nil }
    switch isTonight ? 4 : tokens.number(index) {
    case 1: return hour == 12 ? nil : .morning
    case 2: return .afternoon
    case 3: return hour == 12 ? nil : .afternoon
    case 4: return (6...11).contains(hour ?? 8) ? .afternoon : nil
    default: return nil
    }
  }
}
