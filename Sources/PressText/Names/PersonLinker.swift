import PressModel

/// Puts the mentions of a person together: the full name, the name with a title, the surname alone.
struct PersonLinker {
  private struct Individual {
    /// The fullest name's tokens.
    var name: Range<Int>
    var surname: UInt64
    var first: UInt64
    /// The name's tokens without initials and generation.
    var parts: [Int]
    var isFemale: Bool?
    var mentions: [Span] = []
    /// How many of them are in full: these come first and in the order of the text.
    var fullCount = 0
    /// No two of the same words.
    var roles: [Span] = []
    var knownRoles: Set<String> = []
    var affiliation: Span?
    /// Whether some mention in full has an office before it.
    var hasOffice = false
    /// Whether some mention in full says whose kin they are.
    var isKin = false
  }

  private let words: NameWords
  private let spans: [NameSpan]
  private let all: [NameSpan]
  private let shared: SharedTitles
  private let appositions: Appositions
  private let kinship: Kinship
  private var people: [Individual] = []
  /// The people who bear a word as surname or first name, in the order in which they were found.
  private var bearers: HashTable<[Int]>
  /// A text that gives one word to more people than this means to cost time.
  private static let bearerLimit = 500
  /// How many bytes behind a person's name a short form of the first name may stand.
  private static let reach = 1000

  init(_ words: NameWords, _ spans: [NameSpan]) {
    self.words = words
    self.spans = spans.filter { $0.kind == .person }
    all = spans
    shared = SharedTitles(words, self.spans)
    appositions = Appositions(words, spans)
    kinship = Kinship(words: words)
    bearers = HashTable(capacity: 64, absent: [])
  }

  /// The people in the order of their first mention.
  consuming func link() -> [Person] {
    // Full names first, so that a surname in a headline finds its person further down.
    for span in spans where parts(span.tokens).count > 1 { add(span) }
    for span in spans where parts(span.tokens).count <= 1 { add(span) }
    return people.map(person)
      .sorted { left, right in
        guard let first = left.mentions.first, let second = right.mentions.first else {
          return right.mentions.isEmpty
        }
        return first.span < second.span
      }
  }

  /// The name's parts without initials and generation.
  private func parts(_ tokens: Range<Int>) -> [Int] {
    let parts = tokens.filter { index in
      words[index].hash != 0 && !words.isInitial(index) && !words.isGeneration(index)
        && (words[index].isCapitalized || tokens.count == 1)
    }
    return parts.isEmpty ? tokens.filter { words[$0].hash != 0 } : parts
  }

  private mutating func add(_ span: NameSpan) {
    let parts = parts(span.tokens)
    guard let last = parts.last, let first = parts.first else { return }
    let surname = words[last].hash
    let firstName = words[first].hash
    let isFemale = words.isFemale(byTitle: span) ?? isFemale(byGivenName: span)
    let index = match(span, parts, isFemale) ?? people.count
    if index == people.count {
      people.append(
        Individual(
          name: span.tokens, surname: surname, first: firstName, parts: parts,
          isFemale: isFemale))
    }
    if isFuller(span.tokens, than: people[index].name) {
      people[index].name = span.tokens
      people[index].parts = parts
      people[index].surname = surname
      people[index].first = firstName
      if let isFemale { people[index].isFemale = isFemale }
    }
    for word in [surname, firstName] {
      bearers.update(word) { people in
        guard people.count < Self.bearerLimit, !people.contains(index) else { return }
        people.append(index)
      }
    }
    if people[index].isFemale == nil { people[index].isFemale = isFemale }
    people[index].mentions.append(words.span(span.tokens))
    if parts.count > 1 {
      people[index].fullCount += 1
      if words.hasOffice(span) { people[index].hasOffice = true }
      if kinship.isKin(span) { people[index].isKin = true }
    }
    let said = [
      appositions.before(span), appositions.beforeComma(span), appositions.predicate(span),
      appositions.behind(span),
    ].compactMap(\.self)
    let titles = [shared.roles[span.tokens.lowerBound], words.title(of: span)].compactMap(\.self)
    let roles = titles + said.map { words.span($0.role) }
    for role in roles
    where !namesAnother(role, than: span)
      && people[index].knownRoles.insert(words.tokens.text[role]).inserted
    {
      people[index].roles.append(role)
    }
    if people[index].affiliation == nil {
      people[index].affiliation =
        (said.reversed().lazy.compactMap(\.organization).first ?? affiliation(span))
        .map(words.span)
    }
  }

  private func isFuller(_ tokens: Range<Int>, than other: Range<Int>) -> Bool {
    let left = parts(tokens).count
    let right = parts(other).count
    if left != right { return left > right }
    if tokens.count != other.count { return tokens.count > other.count }
    // "Ann Roe" says more than a headline's "ANN ROE".
    return isShouted(other) && !isShouted(tokens)
  }

  private func isShouted(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { words[$0].hash == 0 || words[$0].isAllCapitals }
  }

  /// The person that a mention names: the same full name, or for one word the person of that
  /// surname, else of that first name. Of several, the one named just before whom the text calls so
  /// most often.
  private func match(_ span: NameSpan, _ parts: [Int], _ isFemale: Bool?) -> Int? {
    guard let last = parts.last, let first = parts.first else { return nil }
    let start = words.tokens[span.tokens.lowerBound].span.start
    let isFull = parts.count > 1
    let isAddressed = span.titleStart < span.tokens.lowerBound
    let isOfficial = !isFull && words.hasOffice(span)
    var best: Int?
    var bestRank = (surname: false, near: false, count: -1, start: -1)
    for index in bearers[words[last].hash] {
      let person = people[index]
      let isSurname = person.surname == words[last].hash
      // "Reyes Roe" behind "Catherine Reyes Roe": the first word is no first name there.
      let isEnd = isFull && isSurname && isSuffix(parts, person.parts)
      let told = isEnd ? words.isFemale(byTitle: span) : isFemale
      if let told, let other = person.isFemale, told != other { continue }
      // "President Roe" is not "his wife, Ann Roe".
      if isOfficial, person.isKin, !person.hasOffice { continue }
      if isFull {
        guard isEnd || isSurname && isSameFirst(person, first) else { continue }
        return index
      }
      let isFirst =
        person.first == words[last].hash && (!isAddressed || isFamilyFirst(person))
      guard isSurname || isFirst else { continue }
      let before = lastMention(of: person, before: start)
      let rank = (
        surname: isSurname, near: before >= 0 && start - before < 200,
        count: person.mentions.count - person.fullCount, start: before
      )
      if best == nil || isBelow(bestRank, rank) {
        best = index
        bestRank = rank
      }
    }
    // "Ray, thank you" in a quotation may be said to anybody.
    let opens = last > 0 && (words.opensQuotation(last - 1) || words.isMark(last - 1, 0x27))
    guard best == nil, !isFull, !isAddressed, !opens, !kinship.isKin(span) else { return best }
    return bearer(of: last, start)
  }

  /// The only person named shortly before whose first name a word shortens: "Ray", "Raymond Roe".
  private func bearer(of short: Int, _ start: Int) -> Int? {
    var found: Int?
    for full in words.lexicon.fullNames(of: words[short].hash) {
      for index in bearers[full] where people[index].first == full && index != found {
        guard found == nil else { return nil }
        found = index
      }
    }
    guard let found else { return nil }
    let before = lastMention(of: people[found], before: start)
    return before >= 0 && start - before < Self.reach ? found : nil
  }

  /// "President Xi" is Xi Jinping: the first word is nobody's surname elsewhere, or what follows is
  /// written as given names are behind a family name: "Moon Jae-in".
  private func isFamilyFirst(_ person: Individual) -> Bool {
    guard person.parts.count > 1, let first = person.parts.first, let last = person.parts.last
    else {
      return false
    }
    let bytes = words.tokens.text.bytes
    let span = words.tokens[last].span
    let isHyphened =
      bytes[span.start..<span.end].firstIndex(of: 0x2D).map {
        $0 + 1 < span.end && bytes[$0 + 1] >= 0x61
      } ?? false
    if isHyphened || !words.has(first, .surname) { return true }
    return !words.has(first, .firstName) && !words.has(last, .surname) && !words.isCommon(last)
  }

  private typealias Rank = (surname: Bool, near: Bool, count: Int, start: Int)

  private func isBelow(_ left: Rank, _ right: Rank) -> Bool {
    if left.surname != right.surname { return right.surname }
    if left.near != right.near { return right.near }
    return (left.count, left.start) < (right.count, right.start)
  }

  /// Where the person was mentioned last before an offset; -1 if not.
  private func lastMention(of person: Individual, before offset: Int) -> Int {
    // Mentions of one word are linked in the order of the text, after all full ones.
    let latest = person.mentions.count > person.fullCount ? person.mentions.last : nil
    let next = person.mentions.prefix(person.fullCount)
      .partitioningIndex { $0.start >= offset }
    return max(next > 0 ? person.mentions[next - 1].start : -1, latest?.start ?? -1)
  }

  /// Whether one of two names is the other's end: "Biologist Ann Reed", "Ann Reed".
  private func isSuffix(_ left: [Int], _ right: [Int]) -> Bool {
    let count = min(left.count, right.count)
    guard count >= 2, left.count != right.count else { return false }
    return zip(left.suffix(count), right.suffix(count)).allSatisfy {
      words[$0].hash == words[$1].hash
    }
  }

  /// Whether two first names are one person's: the same, a short form of it, one that a letter
  /// parts, or none given.
  private func isSameFirst(_ person: Individual, _ first: Int) -> Bool {
    if person.first == words[first].hash || person.first == person.surname { return true }
    guard let other = person.parts.first else { return false }
    return words.lexicon.areOne(person.first, words[first].hash)
      || words.areAlike(words.tokens[other].span, words.tokens[first].span)
  }

  private func isFemale(byGivenName span: NameSpan) -> Bool? {
    let first = span.tokens.lowerBound
    guard parts(span.tokens).count > 1, words.has(first, .firstName) else { return nil }
    if words.has(first, .male) { return false }
    return words.has(first, .female) ? true : nil
  }

  /// Whether a role holds the name of somebody else: "Mayor Roe, Governor Doe, and others".
  private func namesAnother(_ role: Span, than span: NameSpan) -> Bool {
    var index = firstName(from: words.tokens.index(at: role.start))
    while index < all.count, words.tokens[all[index].tokens.lowerBound].span.start < role.end {
      if all[index].kind == .person, all[index].tokens != span.tokens { return true }
      index += 1
    }
    // An office right before a name is that one's: "Ann Roe, Chancellor Doe".
    return role.start > words.tokens[span.tokens.lowerBound].span.start && index < all.count
      && all[index].kind == .person && all[index].titleStart < all[index].tokens.lowerBound
      && words.tokens[all[index].titleStart].span.start < role.end
  }

  /// The first name that starts at a token or behind it.
  private func firstName(from token: Int) -> Int {
    all.partitioningIndex { $0.tokens.lowerBound >= token }
  }

  /// The organization that stands right before a person's title, or that "of", "from" or "with" names
  /// right after the person.
  private func affiliation(_ span: NameSpan) -> Range<Int>? {
    if span.titleStart < span.tokens.lowerBound,
      let organization = appositions.organization(endingAt: span.titleStart)
    {
      return organization
    }
    let index = span.tokens.upperBound
    guard words.is(index, "of") || words.is(index, "from") || words.is(index, "with") else {
      return appositions.house(of: span)
    }
    return appositions.organization(from: index + 1)
  }

  private func person(_ individual: Individual) -> Person {
    let text = words.tokens.text
    return Person(
      name: text[words.span(individual.name)],
      roles: Roles.ordered(Roles.plain(individual.roles.map { text[$0] })),
      affiliation: individual.affiliation.map { text[$0] },
      mentions: individual.mentions.sorted().map { text.mention($0) })
  }
}
