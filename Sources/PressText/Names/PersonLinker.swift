import PressModel

/// Puts the mentions of a person together: the full name, the name with a title, the surname alone.
struct PersonLinker {
  private struct Individual {
    /// The fullest name's tokens.
    var name: Range<Int>
    var surname: UInt64
    var first: UInt64
    var isFemale: Bool?
    var mentions: [Span] = []
    /// No two of the same words.
    var roles: [Span] = []
    var knownRoles: Set<String> = []
    var affiliation: Span?
  }

  private let words: NameWords
  private let spans: [NameSpan]
  private let all: [NameSpan]
  private var people: [Individual] = []
  /// The people who bear a word as surname or first name, in the order in which they were found.
  private var bearers: HashTable<[Int]>
  /// A text that gives one word to more people than this means to cost time.
  private static let bearerLimit = 500

  init(_ words: NameWords, _ spans: [NameSpan]) {
    self.words = words
    self.spans = spans.filter { $0.kind == .person }
    all = spans
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
    let isFemale = gender(span)
    let index = match(span, parts, isFemale) ?? people.count
    if index == people.count {
      people.append(
        Individual(
          name: span.tokens, surname: surname, first: firstName, isFemale: isFemale))
    }
    if isFuller(span.tokens, than: people[index].name) {
      people[index].name = span.tokens
      people[index].surname = surname
      people[index].first = firstName
    }
    for word in [surname, firstName] {
      bearers.update(word) { people in
        guard people.count < Self.bearerLimit, !people.contains(index) else { return }
        people.append(index)
      }
    }
    if people[index].isFemale == nil { people[index].isFemale = isFemale }
    people[index].mentions.append(words.span(span.tokens))
    for role in words.roles(of: span)
    where people[index].knownRoles.insert(words.tokens.text[role]).inserted {
      people[index].roles.append(role)
    }
    if people[index].affiliation == nil { people[index].affiliation = affiliation(span) }
  }

  private func isFuller(_ tokens: Range<Int>, than other: Range<Int>) -> Bool {
    let left = parts(tokens).count
    let right = parts(other).count
    return left != right ? left > right : tokens.count > other.count
  }

  /// The person that a mention names: the same full name, or for one word the person of that
  /// surname, else of that first name, who was named last before.
  private func match(_ span: NameSpan, _ parts: [Int], _ isFemale: Bool?) -> Int? {
    guard let last = parts.last, let first = parts.first else { return nil }
    let start = words.tokens[span.tokens.lowerBound].span.start
    let isFull = parts.count > 1
    let isAddressed = span.titleStart < span.tokens.lowerBound
    var best: Int?
    var bestStart = -1
    var bestIsSurname = false
    for index in bearers[words[last].hash] {
      let person = people[index]
      if let isFemale, let other = person.isFemale, isFemale != other { continue }
      let isSurname = person.surname == words[last].hash
      if isFull {
        guard isSurname, person.first == words[first].hash || isInitial(person, first) else {
          continue
        }
        return index
      }
      let isFirst = !isAddressed && person.first == words[last].hash
      guard isSurname || isFirst else { continue }
      let before = person.mentions.last.map { $0.start < start ? $0.start : 0 } ?? 0
      if isSurname && !bestIsSurname || isSurname == bestIsSurname && before > bestStart {
        best = index
        bestStart = before
        bestIsSurname = isSurname
      }
    }
    return best
  }

  /// Whether one of two first names is the other's initial, or one name has only a surname.
  private func isInitial(_ person: Individual, _ first: Int) -> Bool {
    person.first == person.surname || nickname(person, first)
  }

  /// "Joe" for "Joseph", "Rob" for "Robert": the first two letters of the shorter are the longer's.
  private func nickname(_ person: Individual, _ first: Int) -> Bool {
    let bytes = words.tokens.text.bytes
    let left = words.tokens[person.name.lowerBound].span
    let right = words.tokens[first].span
    guard left.count >= 2, right.count >= 2 else { return false }
    return (0..<min(2, left.count, right.count)).allSatisfy {
      bytes[left.start + $0] | 0x20 == bytes[right.start + $0] | 0x20
    }
  }

  private func gender(_ span: NameSpan) -> Bool? {
    var isFemale: Bool?
    for index in span.titleStart..<max(span.titleStart, span.tokens.lowerBound) {
      guard let phrase = words.phrase(at: index) else { continue }
      if phrase.kinds.contains(.male) { isFemale = false }
      if phrase.kinds.contains(.female) { isFemale = true }
    }
    if let isFemale { return isFemale }
    let first = span.tokens.lowerBound
    guard parts(span.tokens).count > 1, words.has(first, .firstName) else { return nil }
    if words.has(first, .male) { return false }
    return words.has(first, .female) ? true : nil
  }

  /// The organization that "of", "from" or "with" names right after a person.
  private func affiliation(_ span: NameSpan) -> Span? {
    var index = span.tokens.upperBound
    if words.isMark(index, 0x2C) { return nil }
    guard words.is(index, "of") || words.is(index, "from") || words.is(index, "with") else {
      return nil
    }
    index += 1
    if words.is(index, "the") { index += 1 }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].kind == .organization, all[low].tokens.lowerBound == index
    else { return nil }
    return words.span(all[low].tokens)
  }

  private func person(_ individual: Individual) -> Person {
    let text = words.tokens.text
    var roles = individual.roles.map { text[$0] }
    // "Deputy Secretary" says nothing beside "Deputy Secretary of State", which comes right behind
    // it in the order of their bytes.
    let ordered = roles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let shorter = zip(ordered, ordered.dropFirst()).filter { $1.utf8.starts(with: $0.utf8) }
    if !shorter.isEmpty {
      let dropped = Set(shorter.map(\.0))
      roles.removeAll { dropped.contains($0) }
    }
    roles.sort { $0.utf8.count > $1.utf8.count }
    return Person(
      name: text[words.span(individual.name)], roles: roles,
      affiliation: individual.affiliation.map { text[$0] },
      mentions: individual.mentions.sorted().map { text.mention($0) })
  }
}
