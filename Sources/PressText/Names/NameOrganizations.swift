extension NameScan {
  /// An organization's name that starts here and that a head word tells: "Human Rights Council",
  /// "Ministry of Finance", "Acme, Inc."
  func organization(at index: Int) -> Range<Int>? {
    guard words[index].isCapitalized else { return nil }
    var start = index
    // "Former", "Late" belong to no name; nor does a word that only opens the sentence.
    if words[start].startsSentence, !words[start].isHeadline, words.has(start, .common),
      !words.has(start, .anyHead), start + 1 < words.count, words[start + 1].isCapitalized,
      words.isCommon(start), words.has(start, .personAfter)
    {
      start += 1
    }
    let limit = runEnd(index)
    var head: Int?
    var cursor = start
    var length = 0
    while cursor < limit, length < 8 {
      length += 1
      if cursor > start, isTitleWithName(cursor) { break }
      if cursor > start, words[cursor].isHeadline, words.has(cursor, .personAfter) { break }
      if let phrase = phrase(at: cursor), phrase.kinds.contains(.head), phrase.end <= limit {
        head = phrase.end - 1
        cursor = phrase.end
        continue
      }
      if words.has(cursor, [.head, .weakHead, .suffix]) { head = cursor }
      cursor += 1
    }
    // "Acme, Inc."
    if words.isMark(limit, 0x2C), words.has(limit + 1, .suffix), words[limit + 1].isCapitalized,
      !words.tokens[limit + 1].startsLine
    {
      head = limit + 1
    }
    guard let head else { return joined(start) }
    if head == start {
      guard let end = area(after: head) else { return nil }
      return start..<end
    }
    guard isHeadGood(start, head) else { return nil }
    if !words.has(head, .suffix), !words[head].isPossessive, let end = area(after: head) {
      return start..<end
    }
    return start..<head + 1
  }

  /// Whether what stands before a head word can be an organization's name with it.
  private func isHeadGood(_ start: Int, _ head: Int) -> Bool {
    if words.has(head, .suffix) { return true }
    if isTitleWithName(start) { return false }
    if head == start + 1, words.isCommonPair(head), words.has(head, .weakHead) { return false }
    if words[head].isHeadline {
      return words.has(head, .head) && head - start <= 4 && !words.has(head, [.firstName])
    }
    if words.has(head, .weakHead), !words.has(head, .head) {
      // "Bob Post", "Sunday Times": a weak head needs more than a first name before it.
      if head - start == 1, words.has(start, .firstName), words.has(head, .surname) {
        return false
      }
      if head - start == 1, words[start].startsSentence, words.isCommon(start) { return false }
    }
    return true
  }

  private func isTitleWithName(_ index: Int) -> Bool {
    guard words.has(index, [.titleWord, .opensPhrase, .opensCapitals]),
      let phrase = phrase(at: index), !phrase.kinds.isDisjoint(with: .title)
    else { return false }
    var next = phrase.end
    if next < words.count, words[next].isAbbreviationStop { next += 1 }
    guard next < words.count, words[next].isCapitalized else { return false }
    if words.has(next, [.firstName, .surname]), !words.has(next, [.head, .common]) { return true }
    return !words.has(next, [.common, .head, .weakHead, .titleWord])
  }

  /// "House Energy and Commerce Committee", "Senate Health, Education, Labor, and Pensions Committee":
  /// a chamber's name, what the committee is for in common words, and the head.
  func committee(at start: Int) -> Range<Int>? {
    guard words.is(start, "House") || words.is(start, "Senate") || words.is(start, "Joint"),
      !words[start].isHeadline
    else { return nil }
    let limit = runEnd(start)
    guard limit - start > 1, limit - start <= 4 else { return nil }
    var end = limit
    var isLast = false
    for index in start + 1..<limit where !isSubject(index) { return nil }
    while !isLast, end < words.count, end - start < 16 {
      var next = end
      if words.isMark(next, 0x2C) { next += 1 }
      if words.is(next, "and") || words.isMark(next, 0x26) {
        next += 1
        isLast = true
      }
      guard next > end, next < words.count, words[next].isCapitalized else { return nil }
      end = runEnd(next)
      guard end - next <= 4 else { return nil }
      for index in next..<end where !isSubject(index) { return nil }
    }
    guard isLast, words.is(end - 1, "Committee") || words.is(end - 1, "Subcommittee") else {
      return nil
    }
    return start..<(area(after: end - 1) ?? end)
  }

  /// Whether a word may say what a committee is for: it is no name.
  private func isSubject(_ index: Int) -> Bool {
    words.isCommon(index) || !words.has(index, [.surname, .firstName])
  }

  /// "Food and Drug Administration": capitals, "and", capitals that end in a head.
  private func joined(_ start: Int) -> Range<Int>? {
    let limit = runEnd(start)
    guard words.is(limit, "and") || words.isMark(limit, 0x26), limit - start <= 3,
      !words[start].isHeadline, limit + 1 < words.count, words[limit + 1].isCapitalized,
      !words[limit - 1].isPossessive
    else { return nil }
    let end = runEnd(limit + 1)
    guard end - limit <= 4, let head = (limit + 1..<end).last(where: { words.has($0, .head) }),
      head > limit + 1
    else { return nil }
    for index in start..<limit where !words.isCommon(index) { return nil }
    for index in limit + 1..<head where !words.isCommon(index) { return nil }
    if words[start].startsSentence, words.has(start, .stop) { return nil }
    return start..<(area(after: head) ?? head + 1)
  }

  /// The end of "of State", "for Democracy, Human Rights, and Labor", "on Foreign Relations" after
  /// a head word; nil where none follows.
  func area(after head: Int) -> Int? {
    var end: Int?
    var index = head + 1
    var rounds = 0
    while rounds < 3, index < words.count, !words.tokens[index].startsLine {
      rounds += 1
      let isOf = words.is(index, "of") || words.is(index, "for")
      let isOn = words.is(index, "on") || words.is(index, "in") && end != nil
      guard isOf || isOn || words.is(index, "against") || words.is(index, "to") && end == nil
      else { break }
      var start = index + 1
      if words.is(start, "the") { start += 1 }
      guard start < words.count, words[start].isCapitalized, !words.tokens[start].startsLine
      else { break }
      // "left the Bureau of Mines for the Bank of Ghana"
      if end != nil, words.has(start, .anyHead) { break }
      guard let stop = areaEnd(start) else { break }
      end = stop
      index = stop
      if words[stop - 1].isPossessive { break }
    }
    return end
  }

  /// The end of one area that starts at a token: a place or body of the tables, or a run with its
  /// "and" and its commas.
  private func areaEnd(_ start: Int) -> Int? {
    if words.has(start, .stop) { return nil }
    var end: Int
    if let phrase = phrase(at: start), !phrase.kinds.isDisjoint(with: [.place, .organization]) {
      // "New Orleans", but "American States" and "African Nations" go on.
      end = phrase.end
      let limit = runEnd(start)
      if end < limit, words.has(limit - 1, .anyHead), !isTitleWithName(end) { end = limit }
      return words[end - 1].isPossessive ? possessed(after: end) : end
    }
    if isTitleWithName(start) { return nil }
    end = start
    let limit = runEnd(start)
    while end < limit, !words.has(end, .tail), end == start || !isTitleWithName(end) { end += 1 }
    if end == start { return nil }
    if end < limit {
      // "Community of Democracies Capital Ministerial": what names the event is not the body's.
      if end - start > 1, let place = phrase(at: end - 1), place.end == end,
        !place.kinds.isDisjoint(with: .place)
      {
        end -= 1
      }
      return end
    }
    return words[end - 1].isPossessive ? possessed(after: end) : listEnd(after: end)
  }

  /// The end of what a possessive possesses: "for Africa's Development".
  private func possessed(after index: Int) -> Int {
    guard index < words.count, words[index].isCapitalized, !words.has(index, .stop),
      !words.tokens[index].startsLine, !isTitleWithName(index)
    else { return index }
    return runEnd(index)
  }

  /// Goes on over ", Human Rights, and Labor" and "and Human Services".
  private func listEnd(after index: Int) -> Int {
    var end = index
    var cursor = index
    var parts = 0
    while parts < 4, cursor < words.count {
      var next = cursor
      let hasComma = words.isMark(next, 0x2C)
      if hasComma { next += 1 }
      let hasAnd = words.is(next, "and") || words.isMark(next, 0x26)
      if hasAnd { next += 1 }
      guard hasComma || hasAnd, next < words.count, words[next].isCapitalized,
        words.isCommon(next), !words.has(next, [.stop, .titleWord]),
        phrase(at: next).map({ $0.kinds.isDisjoint(with: [.place, .organization, .title]) })
          ?? true
      else { break }
      let stop = runEnd(next)
      guard stop - next <= 3, !words.has(stop - 1, .anyHead) else { break }
      cursor = stop
      parts += 1
      if hasAnd {
        end = cursor
        break
      }
    }
    return end
  }

  /// "International Centre for Widgets (ICW)": labels the name and its acronym, and goes on behind
  /// the bracket; nil where nothing of the kind starts here.
  mutating func acronymDefinition(at index: Int) -> Int? {
    // Look for the bracket within a dozen tokens; most starts fail at once.
    var open = index + 1
    let limit = min(index + 12, words.count - 2)
    while open < limit, !words.isMark(open, 0x28) {
      let isInside =
        words[open].isCapitalized
        || words.isLower(open)
          && words.tokens[open].span.count <= 3
        || words.isMark(open, 0x2C)
        || words[open].isAbbreviationStop
      guard isInside, !words.tokens[open].startsLine else { return nil }
      open += 1
    }
    guard open < limit, words[open + 1].isCapitalized, words.isMark(open + 2, 0x29),
      words.tokens[open + 1].span.count >= 2, open - index >= 2,
      words.tokens[open + 1].case != .capitalized
    else { return nil }
    guard !words.has(index, .stop), initials(of: index..<open, match: open + 1) else {
      return nil
    }
    if words[index].isHeadline, !words.has(open - 1, .anyHead) { return nil }
    // "Sergeant First Class (SFC)" is a rank.
    guard isBody(index..<open), title(at: index).map({ $0.end < open }) ?? true else { return nil }
    add(.organization, index..<open)
    add(.organization, open + 1..<open + 2)
    return open + 3
  }

  /// Whether words that have an acronym are a body's name: they have a head word, or are none that
  /// are common for things and programmes.
  private func isBody(_ range: Range<Int>) -> Bool {
    if let last = range.last, words.has(last, .tail), !words.has(last, .anyHead) { return false }
    if range.contains(where: { words.has($0, [.head, .weakHead]) && words[$0].isCapitalized }) {
      return true
    }
    return range.contains { words[$0].isCapitalized && !words.isCommon($0) }
  }

  /// Whether an acronym's letters stand in order at the starts of the words, beginning with the
  /// first word and ending in the last capitalized one.
  func initials(of range: Range<Int>, match acronym: Int) -> Bool {
    let bytes = words.tokens.text.bytes
    let span = words.tokens[acronym].span
    let letters = bytes[span.start..<span.end].filter { $0 >= 0x41 && $0 <= 0x5A }
    guard letters.count >= 2, letters.count <= 8 else { return false }
    // "Congressman Al Doe (CA-42)": a district.
    if letters.count == 2, span.count > 3, bytes[span.start + 2] == 0x2D,
      bytes[span.end - 1] <= 0x39
    {
      return false
    }
    var letter = 0
    for index in range where words.tokens[index].kind == .word {
      let word = words.tokens[index].span
      guard letter < letters.count else { return !words[index].isCapitalized }
      var offset = word.start
      var isFirst = true
      // Later letters of one word count too: "NEw PArtnership", and parts of "Inter-American".
      while offset < word.end, letter < letters.count {
        let isStart = isFirst || bytes[offset - 1] == 0x2D
        if bytes[offset] & 0xDF == letters[letter], isStart || !isFirst && letter > 0 {
          if !isStart {
            // Only a letter right behind one that was taken.
            guard bytes[offset - 1] & 0xDF == letters[letter - 1] else { break }
          }
          letter += 1
        } else if isStart {
          if words[index].isCapitalized, letter == 0 { return false }
        } else if bytes[offset] != 0x2D, !bytes[offset..<word.end].contains(0x2D) {
          break
        }
        isFirst = false
        offset += 1
      }
    }
    return letter == letters.count
  }
}
