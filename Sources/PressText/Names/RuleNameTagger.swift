/// Finds names by tables and rules, with evidence from the whole document.
///
/// One pass over the runs of capitalized words labels what titles, tables and head words tell; what
/// is left is labelled by how the same words stand elsewhere in the document, and by the words
/// beside them. Rules after the named-entity grammars of MUC (Mikheev, Moens and Grover, 1999:
/// "Named Entity recognition without gazetteers").
public struct RuleNameTagger: NameTagger {
  public init() {}

  public func names(in words: NameWords) -> [NameSpan] {
    var scan = NameScan(words)
    scan.run()
    scan.resolve()
    return scan.names
  }
}

/// The state of one pass over a document.
struct NameScan {
  /// Capitalized words of which no rule knows what they are.
  struct Unknown {
    var tokens: Range<Int>
    var key: UInt64
  }

  let words: NameWords
  let lexicon = NameLexicon.shared
  var names: [NameSpan] = []
  var unknown: [Unknown] = []
  /// Full stops after this token were reached by a name already.
  private var position = 0
  /// The rule that is at work.
  var rule = NameRule.none

  private let runEnds: [Int]

  init(_ words: NameWords) {
    self.words = words
    runEnds = Self.runEnds(words)
  }

  mutating func run() {
    position = 0
    while position < words.count {
      let word = words[position]
      if word.isCapitalized || word.classes.contains(.particle) {
        position = max(position + 1, tag(at: position))
      } else {
        position += 1
      }
    }
  }

  mutating func add(_ kind: NameKind, _ tokens: Range<Int>, titleStart: Int? = nil) {
    var name = NameSpan(kind, tokens, titleStart: titleStart)
    name.rule = rule
    names.append(name)
  }

  /// Labels what starts at a token; the token after what was read.
  private mutating func tag(at index: Int) -> Int {
    let phrase = phrase(at: index)
    if !words[index].isCapitalized {
      // "al-Qaida" is in the tables; a particle alone starts nothing.
      guard let phrase, phrase.kinds.contains(.organization), phrase.end > index else {
        return index + 1
      }
      rule = .organizationTable
      add(.organization, index..<phrase.end)
      return phrase.end
    }
    if words[index].classes.contains(.stop), phrase == nil { return index + 1 }
    rule = .acronymDefinition
    if let end = acronymDefinition(at: index) { return end }
    if let committee = committee(at: index) {
      rule = .organizationTable
      add(.organization, committee)
      return committee.upperBound
    }
    let organization = organization(at: index)
    if let organization, organization.upperBound > (phrase?.end ?? 0) {
      rule = .organizationHead
      add(.organization, organization)
      return organization.upperBound
    }
    if let phrase, phrase.kinds.contains(.organization), isAllowed(phrase, at: index) {
      rule = .organizationTable
      add(.organization, index..<phrase.end)
      return phrase.end
    }
    if isBareHead(index) {
      rule = .bareHead
      add(.organization, index..<index + 1)
      return index + 1
    }
    rule = .title
    if let end = titled(at: index) { return end }
    if let phrase, !phrase.kinds.isDisjoint(with: .place), isAllowed(phrase, at: index) {
      // "Virginia Hopkins"
      let isFirstName = phrase.end == index + 1 && words.has(index, .firstName)
      if !isFirstName && !phrase.kinds.contains(.ambiguous) || person(at: index) == nil {
        rule = .placeTable
        return addPlace(at: index, phrase)
      }
    }
    if let phrase, phrase.kinds == .stateAbbreviation, words.isMark(index - 1, 0x2C),
      let last = names.last, last.kind == .place, last.tokens.upperBound == index - 1
    {
      rule = .stateAbbreviation
      add(.place, index..<phrase.end)
      return phrase.end
    }
    if let end = person(at: index) {
      rule = .firstName
      add(.person, index..<end)
      return end
    }
    rule = .placeHead
    if let end = place(at: index) { return end }
    return addUnknown(at: index)
  }

  /// "the Commission", "the Coalition": a head word alone, with a capital that only a name has.
  private func isBareHead(_ index: Int) -> Bool {
    guard words.has(index, .head), !words[index].isHeadline, !words[index].startsSentence,
      words.is(index - 1, "the"), !words.has(index, [.titleWord, .firstName])
    else { return false }
    let next = index + 1
    guard next < words.count else { return true }
    return words[index].isPossessive || !words[next].isCapitalized || words.tokens[next].startsLine
  }

  /// Collects the capitalized words up to the next that a rule may know.
  private mutating func addUnknown(at index: Int) -> Int {
    if words.has(index, [.stop, .plainAcronym]) { return index + 1 }
    if let demonym = phrase(at: index), demonym.kinds == .demonym { return demonym.end }
    if words.has(index, .group) { return index + 1 }
    if words.has(index, .prefix), !words.has(index, [.firstName, .surname]) {
      return max(index + 1, runEnd(index))
    }
    if words.has(index, .tail) { return index + 1 }
    var end = index
    let limit = runEnd(index)
    while end < limit {
      if end > index, words[end].classes.contains(.opensPhrase), let phrase = phrase(at: end),
        !phrase.kinds.isDisjoint(with: [.country, .organization, .title])
      {
        break
      }
      if words.has(end, .stop) { break }
      if words[end].isHeadline, words.has(end, .common) { break }
      end += 1
    }
    if end == index { return index + 1 }
    if end < limit, words.has(end, .tail) || words[end - 1].isPossessive { return end }
    if words.has(end - 1, .tail) { return end }
    var start = index
    if words[start].startsSentence, words.isCommon(start), end - start > 1 || !isNamed(start) {
      start += 1
    }
    if start < end { unknown.append(Unknown(tokens: start..<end, key: words.key(start..<end))) }
    return end
  }

  /// Whether a word that opens a sentence may be a surname there: "Cook said".
  private func isNamed(_ index: Int) -> Bool {
    words.has(index, .surname)
      && (words[index].isPossessive
        || words.isLower(index + 1) && words.has(index + 1, .personAfter))
  }

  /// The end of the run of capitalized words that starts at a token; full stops of abbreviations
  /// lie in it, a possessive ends it.
  func runEnd(_ index: Int) -> Int {
    index < words.count && words[index].isCapitalized ? runEnds[index] : index
  }

  /// The ends of all runs, from the last token back, so that a text of nothing but capitals is gone
  /// through once.
  private static func runEnds(_ words: NameWords) -> [Int] {
    var ends = [Int](repeating: 0, count: words.count)
    func goesOn(_ index: Int) -> Bool {
      words[index].isCapitalized
        && (!words[index].classes.contains(.stop) || words[index].isAllCapitals)
    }
    for index in stride(from: words.count - 1, through: 0, by: -1)
    where words[index].isCapitalized {
      let next = index + 1
      ends[index] = next
      guard !words[index].isPossessive, next < words.count, !words.tokens[next].startsLine else {
        continue
      }
      if goesOn(next) {
        ends[index] = ends[next]
      } else if words[next].isAbbreviationStop, next + 1 < words.count,
        words[next + 1].isCapitalized, !words.tokens[next + 1].startsLine
      {
        ends[index] = goesOn(next + 1) ? ends[next + 1] : next + 1
      }
    }
    return ends
  }

  /// Whether a phrase counts where it stands: ambiguous ones need a reason.
  func isAllowed(_ phrase: FoundPhrase, at index: Int) -> Bool {
    guard phrase.end == index + 1 else { return true }
    if phrase.kinds.contains(.ambiguous), phrase.kinds.isDisjoint(with: [.country, .state]) {
      return hasPlaceCue(index) || isBeforeRegion(index + 1)
    }
    return true
  }
}
