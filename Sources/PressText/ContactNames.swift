public import PressModel

/// Whose a telephone number or an address is, of the people who are named before it.
public struct ContactNames: Sendable {
  private let words: NameWords
  /// The bytes between a name and its number within which a full stop parts nothing: "Jane Doe. Tel".
  private static let near = 60
  /// The bytes beyond which no name is a number's.
  private static let far = 300

  public init(_ words: NameWords) {
    self.words = words
  }

  public var text: Text { words.tokens.text }

  /// The last name before a detail in its sentence: no owner ("Lie's page"), and not the one between
  /// brackets where another stands before them ("Jane Doe (Rep. Berg)").
  public func name(of detail: Span, among people: ArraySlice<Mention>) -> Mention? {
    var isBracketed = false
    var fallback: Mention?
    for person in people.reversed() where person.span.end <= detail.start {
      if isBracketed {
        return isNear(person.span, to: detail) && !isOwner(person.span) ? person : fallback
      }
      guard isNear(person.span, to: detail), !isOwner(person.span) else { return nil }
      let next = words.tokens.index(at: person.span.end)
      guard words.isMark(next, 0x29), words.tokens[next].span.start < detail.start else {
        return person
      }
      isBracketed = true
      fallback = person
    }
    return fallback
  }

  /// "Jane Doe" and "John Smith" of "Jane Doe, John Smith and Eva Lie, 202-555-0143", in order.
  public func joined(to name: Mention?, among people: ArraySlice<Mention>, after end: Int)
    -> [Mention]
  {
    guard let name else { return [] }
    var joined: [Mention] = []
    var first = name
    var hasAnd = false
    for person in people.reversed() where person.span.end <= first.span.start {
      let index = words.tokens.index(at: person.span.end)
      let next = words.tokens.index(at: first.span.start)
      let isAnd = words.is(index, "and") || words.is(index, "or") || words.isMark(index, 0x26)
      guard person.span.start >= end, next == index + 1,
        isAnd && !hasAnd || hasAnd && words.isMark(index, 0x2C)
      else { break }
      hasAnd = true
      first = person
      joined.insert(person, at: 0)
    }
    return joined
  }

  /// Whether the word right before a number is "fax", and no other telephone's: "Tel/Fax".
  public func isFax(_ detail: Span) -> Bool {
    var index = words.tokens.index(at: detail.start) - 1
    while index > 0, words.tokens[index].kind == .mark || words.isWord(index, "number"),
      detail.start - words.tokens[index].span.start < 12
    {
      index -= 1
    }
    guard index >= 0, words.isWord(index, "fax") || words.isWord(index, "facsimile") else {
      return false
    }
    return !words.isMark(index - 1, 0x2F) && !words.isMark(index - 1, 0x26)
      && !words.is(index - 1, "or") && !words.is(index - 1, "and")
  }

  /// "Lie's page"; not "Lie's office", which is whom to ask.
  private func isOwner(_ name: Span) -> Bool {
    let last = words.tokens.index(at: max(name.start, name.end - 1))
    let isPossessive =
      last < words.count && words[last].isPossessive
      || text.bytes.indices.contains(name.end)
        && (text.bytes[name.end] == 0x27
          || text.bytes[name.end...].starts(with: [0xE2, 0x80, 0x99]))
    guard isPossessive else { return false }
    let next = (last + 1)..<min(words.count, last + 5)
    return last >= words.count || !next.contains { words.isWord($0, "office") }
  }

  /// Whether no sentence ends between a name and what stands far from it.
  private func isNear(_ name: Span, to detail: Span) -> Bool {
    guard detail.start - name.end > Self.near else { return true }
    guard detail.start - name.end <= Self.far else { return false }
    var index = words.tokens.index(at: name.end)
    while index < words.count, words.tokens[index].span.start < detail.start {
      let isEnd = words.isMark(index, 0x2E) && !words[index].isAbbreviationStop
      if isEnd, index + 1 < words.count, words[index + 1].isCapitalized,
        words.tokens[index + 1].spaceBefore
      {
        return false
      }
      index += 1
    }
    return true
  }
}
