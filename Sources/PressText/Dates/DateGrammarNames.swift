import PressModel

/// Words for days and years that are none here.
extension DateGrammar {
  /// "today's homeowners", "today's fast-moving markets", "today's world": of our time, and of no
  /// day. "Today's hearings" are.
  func isOfOurTime(_ index: Int) -> Bool {
    let span = tokens[index].span
    if isOfAllTime(index) { return true }
    // "Tomorrow's leaders" too, but yesterday's deeds were done on a day.
    guard tokens.number(index) >= 0, tokens.text.bytes[span.end - 1] == 0x73 else { return false }
    var noun = index + 1
    while noun < tokens.count, noun - index < 4, isDescribing(noun) { noun += 1 }
    guard noun < tokens.count, tokens[noun].kind == .word, !tokens[noun].startsLine else {
      return false
    }
    // "today's jobs report"
    let isBeforeEvent = Self.eventNouns.contains {
      tokens.is(noun, $0) || tokens.is(noun + 1, $0)
    }
    if isBeforeEvent { return false }
    if WordList.ages.contains(noun, tokens) { return true }
    let bytes = tokens.text.bytes[tokens[noun].span.start..<tokens[noun].span.end]
    let last = bytes.suffix(2)
    return last.last == 0x73 && bytes.count > 3
      && ![0x73, 0x75, 0x69, 0x61].contains(last.first ?? 0x73) && !tokens.is(noun, .copula)
      && !tokens.is(noun, .timeUnit) && !WordList.events.contains(noun, tokens)
  }

  /// "the jobs of tomorrow", "the artists of today", "a better tomorrow"; not "as of today", "the end
  /// of tomorrow".
  private func isOfAllTime(_ index: Int) -> Bool {
    let isTomorrow = tokens.is(index, "tomorrow")
    guard index > 1, isTomorrow || tokens.is(index, "today") else { return false }
    let before = index - 1
    if isTomorrow, Self.better.contains(where: { tokens.is(before, $0) }) {
      return true
    }
    let noun = index - 2
    guard tokens.is(before, "of"), !tokens[index].startsLine, tokens[noun].kind == .word,
      !tokens.is(noun, [.preposition, .conjunction, .copula, .auxiliary, .pronoun, .dayPart]),
      !Self.bounds.contains(where: { tokens.is(noun, $0) })
    else { return false }
    let span = tokens[noun].span
    let isPlural = span.count > 3 && tokens.text.bytes[span.end - 1] == 0x73
    return isTomorrow || isPlural && !WordList.events.contains(noun, tokens)
  }

  private static let eventNouns: [StaticString] = [
    "news", "report", "announcement", "vote", "meeting", "hearing", "release", "conference",
    "ceremony", "event", "numbers", "data",
  ]

  private static let better: [StaticString] = [
    "better", "brighter", "safer", "stronger", "greener", "cleaner", "healthier", "richer",
    "fairer", "freer", "smarter", "happier", "wiser",
  ]

  private static let bounds: [StaticString] = [
    "end", "start", "beginning", "rest", "close", "course", "because", "instead", "ahead", "out",
    "half", "part", "all", "most", "much", "some", "one", "none", "each", "think", "afraid",
    "speak", "light", "vote", "advance",
  ]

  /// An adjective by its ending: "digital", "fast-moving"; not "meeting", "hearing".
  private func isDescribing(_ index: Int) -> Bool {
    guard tokens[index].kind == .word, tokens[index].case == .lower else { return false }
    let bytes = tokens.text.bytes[tokens[index].span.start..<tokens[index].span.end]
    if bytes.contains(0x2D) || tokens.is(index, "top") || tokens.is(index, "most") { return true }
    return bytes.count > 4
      && ["al", "ic", "ive", "ous", "ern", "ary", "ful"].contains { (ending: String) in
        bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      }
  }

  /// "Go ahead, April.", "Thanks, June.", "April, go ahead": who is spoken to, and no month.
  func isAddressed(_ index: Int) -> Bool {
    let next = index + 1
    let endsHere =
      next >= tokens.count || tokens[next].startsLine
      || tokens.is(next, [.stop, .comma, .dash, .closeQuote, .ellipsis])
    guard endsHere, !tokens.is(index, .monthAbbreviation) else { return false }
    if tokens.is(index - 1, .comma), !tokens[index].startsLine,
      Self.turns.contains(where: { tokens.is(index - 2, $0) })
    {
      return true
    }
    if Self.greetings.contains(where: { tokens.is(index - 1, $0) }) { return true }
    let startsSentence =
      index == 0 || tokens[index].startsLine
      || tokens.is(index - 1, [.stop, .colon, .openQuote, .dash])
    return startsSentence && tokens.is(next, .comma)
      && (tokens.is(index + 2, "go") && tokens.is(index + 3, "ahead")
        || tokens.is(index + 2, "thank") || tokens.is(index + 2, "thanks")
        || tokens.is(index + 2, "please") || tokens.is(index + 2, "you"))
  }

  private static let turns: [StaticString] = [
    "ahead", "thanks", "Thanks", "you", "Yes", "yes", "Yeah", "yeah", "OK", "Okay", "okay", "Sure",
    "please", "Please", "Hi", "hi", "Hello", "hello", "Hey", "Sorry", "sorry", "right", "Right",
    "Well", "morning", "afternoon", "evening", "No", "Oh",
  ]

  private static let greetings: [StaticString] = [
    "Hi", "Hello", "Hey", "hi", "hello", "hey", "Thanks", "Dear",
  ]

  /// "1920\u{D7}1200", "2048 x 1536"
  func isSize(_ index: Int) -> Bool {
    let isTimes = { (mark: Int) in
      self.tokens.is(mark, "\u{D7}") || self.tokens.is(mark, "x") || self.tokens.is(mark, "X")
        || self.tokens.is(mark, "*")
    }
    let isFigure = { (other: Int) in
      other >= 0 && other < self.tokens.count && self.tokens[other].kind == .number
    }
    return isTimes(index + 1) && isFigure(index + 2) || isTimes(index - 1) && isFigure(index - 2)
  }

  /// "Cyberpunk 2077": a year far ahead that is no round one, right behind a name.
  func isFarInName(_ year: Int, at index: Int) -> Bool {
    guard year > 2040, year % 5 != 0, index > 0, !tokens[index].startsLine else { return false }
    return tokens[index - 1].isCapitalized
      && !tokens.is(index - 1, [.starter, .preposition, .month, .season, .partOf])
  }

  /// "Monday | Tuesday | Wednesday", "Monday: 9 a.m. to 5 p.m." above "Tuesday: ...", "Monday" and
  /// "Tuesday" on lines of their own: the heads of a timetable, which are of all weeks.
  func isColumnHead(_ index: Int) -> Bool {
    guard standsAlone(index) else { return false }
    for step in [-1, 1] {
      var other = index + step
      var lines = 0
      while other >= 0, other < tokens.count, abs(other - index) < 24, lines < 4 {
        if tokens.is(other, .weekday), tokens.number(other) != tokens.number(index),
          standsAlone(other)
        {
          return true
        }
        if tokens[step > 0 ? other : other + 1].startsLine { lines += 1 }
        other += step
      }
    }
    return false
  }

  /// All of a line or of a table's cell, or before a colon at a line's start.
  private func standsAlone(_ index: Int) -> Bool {
    let isCell = { (mark: Int) in self.tokens.is(mark, byte: 0x7C) }
    let starts = index == 0 || tokens[index].startsLine || isCell(index - 1)
    let next = index + 1
    return starts
      && (next >= tokens.count || tokens[next].startsLine || isCell(next)
        || tokens.is(next, .colon))
  }
}
