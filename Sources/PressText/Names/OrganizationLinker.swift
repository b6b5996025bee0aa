import PressModel

/// Puts the mentions of an organization together: its full name, its acronym, and short forms such
/// as "the Council".
struct OrganizationLinker {
  private struct Body {
    var key: UInt64
    var tokens: Range<Int>
    var mentions: [Span] = []
    var aliases: [Span] = []
  }

  private let words: NameWords
  private let spans: [NameSpan]
  private var bodies: [Body] = []

  init(_ words: NameWords, _ spans: [NameSpan]) {
    self.words = words
    self.spans = spans.filter { $0.kind == .organization }
  }

  /// The organizations in the order of their first mention.
  consuming func link() -> [Organization] {
    var known = HashTable<Int>(capacity: spans.count, absent: -1)
    var acronyms: [NameSpan] = []
    for span in spans {
      if isAcronym(span.tokens) {
        acronyms.append(span)
        continue
      }
      let key = words.key(span.tokens)
      var body = known[key]
      if body < 0 {
        body = bodies.count
        known.update(key) { $0 = body }
        bodies.append(Body(key: key, tokens: span.tokens))
      }
      bodies[body].mentions.append(words.span(span.tokens))
    }
    for span in acronyms {
      let key = WordHash.capitals(words.key(span.tokens))
      var body = known[key]
      if body < 0 {
        body = fullName(of: span) ?? bodies.count
        known.update(key) { $0 = body }
        if body == bodies.count {
          bodies.append(Body(key: key, tokens: span.tokens))
        }
      }
      add(words.span(span.tokens), to: body, isAlias: bodies[body].tokens != span.tokens)
    }
    addShortForms()
    return bodies.map(organization)
      .sorted { left, right in
        guard let first = left.mentions.first, let second = right.mentions.first else {
          return right.mentions.isEmpty
        }
        return first.span < second.span
      }
  }

  private mutating func add(_ span: Span, to body: Int, isAlias: Bool) {
    bodies[body].mentions.append(span)
    guard isAlias else { return }
    let text = words.tokens.text
    if !bodies[body].aliases.contains(where: { text[$0] == text[span] }) {
      bodies[body].aliases.append(span)
    }
  }

  private func organization(_ body: Body) -> Organization {
    let text = words.tokens.text
    let name = text[words.span(body.tokens)]
    return Organization(
      name: name, aliases: body.aliases.map { text[$0] }.filter { $0 != name },
      mentions: body.mentions.sorted().map { text.mention($0) })
  }

  private func isAcronym(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let index = tokens.first else { return false }
    return words.tokens[index].case != .capitalized && words.tokens[index].span.count <= 8
  }

  /// The body whose initials an acronym is: the one before its bracket, or the first in the text.
  private func fullName(of acronym: NameSpan) -> Int? {
    let index = acronym.tokens.lowerBound
    if words.isMark(index - 1, 0x28),
      let body = bodies.firstIndex(where: { body in
        body.mentions.contains { $0.end == words.tokens[index - 2 < 0 ? 0 : index - 2].span.end }
      })
    {
      return body
    }
    return bodies.firstIndex { body in
      words.initials(body.tokens, match: index)
    }
  }

  /// "the Council", "the Community" stand for the body last named whose name has that word as its
  /// head, where only one kind of body does.
  private mutating func addShortForms() {
    guard !bodies.isEmpty else { return }
    // The head words of the bodies' names, each with the bodies that bear it.
    var heads: [(hash: UInt64, body: Int)] = []
    for (index, body) in bodies.enumerated() where body.tokens.count > 1 {
      let head = words.headOfName(body.tokens)
      if let head { heads.append((words[head].hash, index)) }
    }
    guard !heads.isEmpty else { return }
    for index in words.tokens.indices.dropFirst() {
      guard words[index].isCapitalized, words.has(index, .anyHead), isThe(index - 1),
        !isInName(index), !continues(index)
      else { continue }
      let hash = words[index].hash
      let start = words.tokens[index].span.start
      var best: (body: Int, end: Int)?
      for head in heads where head.hash == hash {
        for mention in bodies[head.body].mentions where mention.end <= start {
          if best.map({ mention.end > $0.end }) ?? true { best = (head.body, mention.end) }
        }
      }
      guard let best else { continue }
      let span = Span(words.tokens[index - 1].span.start, words.span(index..<index + 1).end)
      add(span, to: best.body, isAlias: true)
    }
  }

  private func isThe(_ index: Int) -> Bool { words.is(index, "the") || words.is(index, "The") }

  /// Whether the word after is part of the same capitalized name.
  private func continues(_ index: Int) -> Bool {
    let next = index + 1
    guard next < words.count, !words[index].isPossessive, !words.tokens[next].startsLine else {
      return false
    }
    return words[next].isCapitalized
  }

  private func isInName(_ index: Int) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].tokens.contains(index)
  }
}
