package import PressModel

/// A text as the trained tagger sees it: what the rules say of each token, and the stretches in which
/// names may lie. Tagging and training read the same.
package struct NameField {
  package let words: NameWords
  /// The names that the rules find, in the order of the text.
  let names: [NameSpan]
  /// For each token the label that the rules give it, and above `ruleShift` the rule.
  private(set) var labels: [UInt8]
  private(set) var rules: [UInt8]
  /// Tokens of titles and of what they are titles of, which are no part of a name.
  private(set) var isTitle: [Bool]
  /// For each token the kinds of the phrase of the tables that it lies in, and where in it: above
  /// two bits for the phrase's first and last token.
  private(set) var phrases: [UInt32]
  /// Stretches of tokens that may be names, each on one line.
  package private(set) var stretches: [Range<Int>] = []
  /// What the rules say of the capitalized words of the document, wherever they stand.
  private var evidence = HashTable<Counts>(capacity: 256, absent: Counts())

  /// Tokens of the longest stretch; a line of nothing but capitals is cut into several.
  private static let longest = 100
  /// Acronyms that the document explains, in brackets or by a name of those initials.
  private var acronyms = HashTable<Bool>(capacity: 16, absent: false)

  private struct Counts {
    var kinds: (Int32, Int32, Int32) = (0, 0, 0)
    var none: Int32 = 0
  }

  package init(_ tokens: Tokens) { self.init(NameWords(tokens)) }

  init(_ words: NameWords) {
    self.words = words
    names = RuleNameTagger().names(in: words)
    labels = [UInt8](repeating: 0, count: words.count)
    rules = labels
    isTitle = [Bool](repeating: false, count: words.count)
    phrases = [UInt32](repeating: 0, count: words.count)
    for name in names {
      for index in name.tokens {
        labels[index] = UInt8(NameLabel.label(name.kind, index, in: name.tokens))
        rules[index] = name.rule.rawValue
      }
      for index in name.titleStart..<name.tokens.lowerBound { isTitle[index] = true }
      if name.kind == .organization { gatherAcronym(name) }
    }
    gather()
    markPhrases()
    markTitles()
    findStretches()
  }

  package var count: Int { words.count }

  /// Whether the rules are right nearly always where they label a token like this: names behind a
  /// title, names of several words that stand in the tables, and acronyms that the text explains.
  func isCertain(_ index: Int) -> Bool {
    let isSingle = NameLabel.part(Int(labels[index])) == .only
    switch NameRule(rawValue: rules[index]) {
    case .title, .acronymDefinition: return true
    case .organizationTable, .placeTable: return !isSingle
    default: return isSingle && acronyms[words[index].hash]
    }
  }

  /// Whether a phrase is of common words or of names of peoples only, and no rule sees a name in any
  /// part of it: "Civil Society", "Way Forward", "Belgians".
  func isPlainPhrase(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      labels[$0] == 0 && (words[$0].hash == 0 || words.isCommon($0) || isPeople($0))
    }
  }

  /// Whether a word is of a country's, faith's or party's people: "Malian", "Sunni".
  func isPeople(_ index: Int) -> Bool {
    words.has(index, .group)
      || PhraseKind(rawValue: UInt16(truncatingIfNeeded: phrases[index] >> 2)) == .demonym
  }

  package func startsLine(_ index: Int) -> Bool { words.tokens[index].startsLine }

  package func isCapitalized(_ index: Int) -> Bool { words[index].isCapitalized }

  /// Where the names of a stretch of labels stand.
  package func span(_ range: Range<Int>) -> Span { words.span(range) }

  private mutating func gatherAcronym(_ name: NameSpan) {
    if name.tokens.count == 1 {
      guard name.rule == .acronymDefinition else { return }
      acronyms.update(words[name.tokens.lowerBound].hash) { $0 = true }
    } else {
      let initials = words.initials(of: name.tokens)
      guard initials.count > 1 else { return }
      initials.withUnsafeBufferPointer { letters in
        acronyms.update(WordHash.hash(letters, 0, letters.count)) { $0 = true }
      }
    }
  }

  private mutating func gather() {
    for index in 0..<words.count where words[index].isCapitalized && words[index].hash != 0 {
      let kind = NameLabel.kind(Int(labels[index]))
      let isTitle = isTitle[index]
      evidence.update(words[index].hash) {
        switch kind {
        case .person: $0.kinds.0 += 1
        case .organization: $0.kinds.1 += 1
        case .place: $0.kinds.2 += 1
        case nil: if !isTitle { $0.none += 1 }
        }
      }
    }
  }

  /// What the document says of a word, in some steps for each kind; 0 for one it says nothing of.
  func evidence(_ hash: UInt64) -> UInt64 {
    let counts = evidence[hash]
    let total = counts.kinds.0 + counts.kinds.1 + counts.kinds.2 + counts.none
    guard total > 0 else { return 0 }
    func step(_ count: Int32) -> UInt64 {
      count == 0 ? 0 : count * 4 >= total * 3 ? 3 : count * 2 >= total ? 2 : 1
    }
    return 1 + step(counts.kinds.0) + 4 * step(counts.kinds.1) + 16 * step(counts.kinds.2)
      + 64 * step(counts.none) + (total > 1 ? 256 : 0)
  }

  private mutating func markPhrases() {
    var index = 0
    while index < words.count {
      let isStart = words[index].isCapitalized || words[index].classes.contains(.particle)
      guard isStart, let phrase = words.phrase(at: index) else {
        index += 1
        continue
      }
      // The weights were trained without it.
      let kinds = phrase.kinds.subtracting(.shared)
      for token in index..<phrase.end {
        phrases[token] =
          UInt32(kinds.rawValue) << 2 | (token == index ? 1 : 0)
          | (token == phrase.end - 1 ? 2 : 0)
      }
      index = phrase.end
    }
  }

  /// "Defense Secretary", "Director of National Intelligence": marks titles that stand without a
  /// name, the capitalized words before them, and what they are titles of.
  private mutating func markTitles() {
    for index in phrases.indices where isFree(index) && words[index].isCapitalized {
      let kinds = PhraseKind(rawValue: UInt16(truncatingIfNeeded: phrases[index] >> 2))
      if !kinds.isDisjoint(with: .title) { isTitle[index] = true }
    }
    for index in isTitle.indices where isTitle[index] {
      var before = index - 1
      while before >= 0, index - before < 4, isFree(before), words[before].isCapitalized,
        !startsLine(before + 1), !words[before].isPossessive
      {
        isTitle[before] = true
        before -= 1
      }
      markArea(after: index)
    }
  }

  private func isFree(_ index: Int) -> Bool { labels[index] == 0 }

  private mutating func markArea(after index: Int) {
    guard words.is(index + 1, "of") || words.is(index + 1, "for") else { return }
    let start = words.is(index + 2, "the") ? index + 3 : index + 2
    var end = start
    while end < words.count, !startsLine(end), isFree(end) {
      let isJoint =
        words.is(end, "and") && end > start && end + 1 < words.count
        && words[end + 1].isCapitalized && isFree(end + 1)
      guard words[end].isCapitalized || isJoint else { break }
      end += 1
    }
    guard end > start else { return }
    for token in index + 1..<end { isTitle[token] = true }
  }

  /// Names are made of capitalized words, of what the rules found, of numbers beside them ("5th
  /// Fleet", "Unit 2"), and of up to three small words, marks and numbers between them.
  private mutating func findStretches() {
    var index = 0
    while index < words.count {
      guard isCandidate(index) else {
        index += 1
        continue
      }
      let start = index
      var end = index + 1
      while true {
        while end < words.count, end - start < NameField.longest, !startsLine(end),
          isCandidate(end)
        { end += 1 }
        guard end - start < NameField.longest, let next = bridge(end) else { break }
        end = next
      }
      if end < words.count, !startsLine(end), !isTitle[end], isTail(end) { end += 1 }
      stretches.append(start..<end)
      index = end
    }
  }

  private func isCandidate(_ index: Int) -> Bool {
    if isTitle[index] { return false }
    let word = words[index]
    if word.isCapitalized || labels[index] != 0 { return true }
    let next = index + 1
    guard next < words.count, words[next].isCapitalized, !startsLine(next), !isTitle[next] else {
      return false
    }
    if word.classes.contains(.particle) { return true }
    // "134th Fighter Squadron"
    let token = words.tokens[index]
    return token.kind == .number && token.span.count > 2
      && words.tokens.text.bytes[token.span.end - 1] > 0x39
  }

  /// The token behind words that may stand inside of a name, where one goes on there.
  private func bridge(_ index: Int) -> Int? {
    var end = index
    while end < words.count, end - index < 3, !startsLine(end), !isTitle[end], isJoint(end) {
      end += 1
      guard end < words.count, !startsLine(end), !isTitle[end] else { return nil }
      if isCandidate(end) { return end }
    }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    let word = words[index]
    let token = words.tokens[index]
    switch token.kind {
    case .number: return true
    case .word: return word.classes.contains(.joint)
    case .mark:
      return word.isAbbreviationStop
        || token.span.count == 1 && [0x26, 0x2D, 0x27, 0x2C, 0x2E].contains(word.byte)
        || token.span.count == 3 && words.tokens.is(index, "’")
    }
  }

  private func isTail(_ index: Int) -> Bool {
    let token = words.tokens[index]
    return token.kind == .number && token.span.count < 5 || words[index].isAbbreviationStop
  }
}
