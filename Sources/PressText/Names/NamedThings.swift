import PressModel

/// Tells people from products, brands, shops and works that two capitalized words name as well: "the
/// Norvik Hypace", "Norvik BrewSense". Only names that no first name opens and no title goes before are
/// looked at; what their words do in the whole text decides.
struct NamedThings {
  let words: NameWords
  /// All names of the text, in its order.
  let names: [NameSpan]
  private let roles = RoleWords.shared
  private let appositions: Appositions
  private let kinship: Kinship

  private struct Evidence {
    var mentions = 0
    var person = 0
    var thing = 0
  }

  /// How a word stands with a capital that no other stands beside.
  private struct Alone {
    /// How often behind an article or the like.
    var count = 0
    var isPerson = false
  }

  init(words: NameWords, names: [NameSpan]) {
    self.words = words
    self.names = names
    appositions = Appositions(words, names)
    kinship = Kinship(words: words)
  }

  /// The names without those of things.
  func removed() -> [NameSpan] {
    let open = names.indices.filter { isOpen(names[$0]) }
    guard !open.isEmpty else { return names.filter { !isModel($0) } }
    var evidence = HashTable<Evidence>(capacity: open.count, absent: Evidence())
    var families = HashTable<UInt64>(capacity: open.count, absent: 0)
    var shared = HashTable<Bool>(capacity: open.count, absent: false)
    for index in open {
      let (tokens, key) = (names[index].tokens, words.key(names[index].tokens))
      let isPerson = isPerson(index)
      let isThing = !isPerson && isThing(index)
      evidence.update(key) {
        $0.mentions += 1
        if isPerson { $0.person += 1 }
        if isThing { $0.thing += 1 }
      }
      let first = words[tokens.lowerBound].hash
      let other = families[first]
      if other != 0, other != key { shared.update(first) { $0 = true } }
      families.update(first) { $0 = key }
    }
    let alone = alone()
    let titled = titled()
    var things = HashTable<Bool>(capacity: open.count, absent: false)
    let isGone = names.map { name in
      guard isOpen(name) else { return false }
      let found = evidence[words.key(name.tokens)]
      let first = words[name.tokens.lowerBound].hash
      let last = words[name.tokens.upperBound - 1].hash
      if found.person > 0 || titled[last] || alone[first].isPerson || alone[last].isPerson {
        return false
      }
      // A person is called by the surname, a brand by its first word: "the Zephrin".
      let isBrand =
        !words.has(name.tokens.upperBound - 1, .surname)
        && (shared[first] || alone[first].count > 0 && alone[last].count == 0)
      guard isBrand || found.thing > 0 && found.thing * 2 >= found.mentions else { return false }
      things.update(first) { $0 = true }
      return true
    }
    return zip(names, isGone).compactMap { name, isGone in
      // The brand alone is nobody either.
      let isBrand =
        name.kind == .person && name.tokens.count == 1
        && name.titleStart == name.tokens.lowerBound && things[words[name.tokens.lowerBound].hash]
      return isGone || isBrand || isModel(name) ? nil : name
    }
  }

  /// Whether a name is of a person by no word that tells it.
  private func isOpen(_ name: NameSpan) -> Bool {
    name.kind == .person && name.tokens.count > 1 && name.titleStart == name.tokens.lowerBound
      && !name.tokens.contains { index in
        words.has(index, [.firstName, .particle]) || words.isInitial(index)
          || words.isGeneration(index)
      } && !isHyphened(name.tokens.upperBound - 1)
  }

  /// "Jae-in", as given names are written behind a family name.
  private func isHyphened(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    guard let hyphen = bytes[span.start..<span.end].firstIndex(of: 0x2D), hyphen + 1 < span.end,
      bytes[hyphen + 1] >= 0x61, span.end - hyphen <= 6
    else { return false }
    let part = bytes.withUnsafeBufferPointer { WordHash.hash($0, hyphen + 1, span.end) }
    return !words.lexicon.classes(part).contains(.common)
  }

  /// "Norvik X100", of which no part is a person's: a word with a figure in it.
  private func isModel(_ name: NameSpan) -> Bool {
    guard name.kind == .person, name.titleStart == name.tokens.lowerBound else { return false }
    let bytes = words.tokens.text.bytes
    return name.tokens.contains { index in
      let span = words.tokens[index].span
      return bytes[span.start..<span.end].contains { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  // MARK: - What speaks for a person

  private func isPerson(_ index: Int) -> Bool {
    let tokens = names[index].tokens
    let (before, end) = (tokens.lowerBound - 1, tokens.upperBound)
    if acts(end) || words.has(before, .personAfter) && words.isLower(before) { return true }
    if words.is(before, "to") && words.is(before - 1, "go")
      || words.isMark(end, 0x2C) && words.is(end + 1, "who")
    {
      return true
    }
    if words.has(before, .personBefore) && words.isLower(before) { return true }
    let title = words[max(0, before)].isAbbreviationStop ? before - 1 : before
    if !words.tokens[tokens.lowerBound].startsLine,
      roles.isHead(before, words) || words.has(title, .titleWord)
    {
      return true
    }
    if words.tokens[tokens.lowerBound].startsLine, words.isMark(end, 0x2E),
      end + 1 >= words.count || words.tokens[end + 1].startsLine
    {
      return true
    }
    if kinship.isKin(names[index]) { return true }
    return appositions.behind(names[index]) != nil || appositions.beforeComma(names[index]) != nil
      || isDated(end) || hasPronoun(end) || isBeside(index, index - 1)
      || isBeside(index, index + 1)
  }

  /// Whether a token is what only people do: "said", "who".
  private func acts(_ index: Int) -> Bool {
    words.isLower(index)
      && (words.has(index, .personAfter) || words.is(index, "who") || words.is(index, "whose"))
  }

  /// "(b. 1957", "(1908–2004)", "(D-WI)", "(she/her)" behind a name.
  private func isDated(_ index: Int) -> Bool {
    guard words.isMark(index, 0x28), index + 2 < words.count else { return false }
    return words.tokens[index + 1].kind == .number && words.tokens[index + 1].span.count == 4
      || words.is(index + 1, "b") || words.is(index + 1, "born")
      || words[index + 1].isAllCapitals
        && words.tokens[index + 1].span.count <= 6
  }

  /// "her", "he" in the same sentence, soon behind the name, or at the start of the next.
  private func hasPronoun(_ index: Int) -> Bool {
    for next in index..<min(index + 14, words.count) {
      if words.tokens[next].startsLine { return false }
      if words[next].startsSentence { return words.is(next, "He") || words.is(next, "She") }
      if words.is(next, "he") || words.is(next, "she") || words.is(next, "his")
        || words.is(next, "her") || words.is(next, "him") || words.is(next, "whom")
      {
        return true
      }
    }
    return false
  }

  /// Whether a list has a name beside one that is surely a person's.
  private func isBeside(_ index: Int, _ other: Int) -> Bool {
    guard names.indices.contains(other), names[other].kind == .person, !isOpen(names[other]),
      names[other].tokens.count > 1 || names[other].titleStart < names[other].tokens.lowerBound
    else { return false }
    let (left, right) = (names[min(index, other)], names[max(index, other)])
    let gap = left.tokens.upperBound..<max(left.tokens.upperBound, right.titleStart)
    return !gap.isEmpty && gap.count <= 2 && words.isOneLine(gap)
      && gap.allSatisfy { words.joinsList($0) || words.isMark($0, 0x26) }
  }

  // MARK: - What speaks for a thing

  private func isThing(_ index: Int) -> Bool {
    let tokens = names[index].tokens
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    guard !words[first].isHeadline else { return tokens.contains(where: isCamel) }
    if !words.tokens[first].startsLine, isDeterminer(first - 1) || isPart(first - 1) { return true }
    if end < words.count, !words.tokens[end].startsLine, !words[end - 1].isPossessive,
      isPart(end) || isFigure(end)
    {
      return true
    }
    let isAcronym =
      words[first].isAllCapitals && words.tokens[first].span.count > 2
      && !words[tokens.upperBound - 1].isAllCapitals && !words.has(first, .surname)
    return isAcronym || tokens.contains(where: isCamel)
      || tokens.contains { words.isCommon($0) && !words.has($0, .surname) }
  }

  private func isDeterminer(_ index: Int) -> Bool {
    words.is(index, "the") || words.is(index, "The") || words.is(index, "a")
      || words.is(index, "an") || words.is(index, "A") || words.is(index, "this")
      || words.is(index, "This") || words.is(index, "my") || words.is(index, "My")
      || words.is(index, "our") || words.is(index, "your") || words.is(index, "its")
      || words.is(index, "each") || words.is(index, "every")
  }

  /// A capitalized word of a longer name.
  private func isPart(_ index: Int) -> Bool {
    index >= 0 && index < words.count && words[index].isCapitalized && !words.has(index, .stop)
      && !words[index].startsSentence && !words[index].isPossessive
      && !words.has(index, [.titleWord, .firstName, .surname])
  }

  private func isFigure(_ index: Int) -> Bool {
    words.tokens[index].kind == .number && words.tokens[index].spaceBefore
  }

  /// "BrewSense", "zkEVM": a capital behind four letters, or in a word that opens with a small one;
  /// "McKay" is none.
  private func isCamel(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    guard span.count > 4 else { return false }
    return (span.start + 3..<span.end).contains { offset in
      let (last, next) = (bytes[offset - 1], bytes[offset])
      return next >= 0x41 && next <= 0x5A && last >= 0x61 && last <= 0x7A
        && (offset - span.start > 3 || bytes[span.start] >= 0x61)
    }
  }

  // MARK: - The words elsewhere

  /// The words that stand with a capital, and none with one beside them.
  private func alone() -> HashTable<Alone> {
    var alone = HashTable<Alone>(capacity: 64, absent: Alone())
    for index in 0..<words.count
    where words[index].isCapitalized && words[index].hash != 0 && !words[index].isHeadline
      && !words.has(index, .stop) && !isCapital(index - 1) && !isCapital(index + 1)
    {
      // "Thanks, Zephrin."
      let isCalled = words.isMark(index - 1, 0x2C) && isEnd(index + 1)
      let isPerson =
        isCalled || acts(index + 1)
        || words.has(index - 1, .personAfter) && words.isLower(index - 1)
      let isThing = isDeterminer(index - 1)
      guard isPerson || isThing else { continue }
      alone.update(words[index].hash) {
        if isThing { $0.count += 1 }
        if isPerson { $0.isPerson = true }
      }
    }
    return alone
  }

  private func isEnd(_ index: Int) -> Bool {
    words.isMark(index, 0x2E) || words.isMark(index, 0x3F) || words.isMark(index, 0x21)
  }

  private func isCapital(_ index: Int) -> Bool {
    index >= 0 && index < words.count && words[index].isCapitalized
  }

  /// The last words of people who are named with a title.
  private func titled() -> HashTable<Bool> {
    var titled = HashTable<Bool>(capacity: 64, absent: false)
    for name in names where name.kind == .person && name.titleStart < name.tokens.lowerBound {
      titled.update(words[name.tokens.upperBound - 1].hash) { $0 = true }
    }
    return titled
  }
}
