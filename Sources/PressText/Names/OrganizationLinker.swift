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
  /// The body whose mention ends at a byte, for the bracket behind it.
  private var bodyByEnd = HashTable<Int>(capacity: 64, absent: -1)

  init(_ words: NameWords, _ spans: [NameSpan]) {
    self.words = words
    self.spans = spans.filter { $0.kind == .organization }
  }

  /// The organizations in the order of their first mention.
  consuming func link() -> [Organization] {
    var known = HashTable<Int>(capacity: spans.count, absent: -1)
    var acronyms: [NameSpan] = []
    for span in spans where !words.isBareHead(span.tokens) {
      if words.isAcronym(span.tokens) {
        acronyms.append(span)
        continue
      }
      let key = words.bodyKey(of: span.tokens)
      // "Department of Defense (DoD)"
      if let body = definer(of: span.tokens) { known.update(key) { if $0 < 0 { $0 = body } } }
      var body = known[key]
      if body < 0 {
        body = bodies.count
        known.update(key) { $0 = body }
        bodies.append(Body(key: key, tokens: span.tokens))
      }
      // What a headline shouts is better read below it.
      if words.isShouted(bodies[body].tokens), !words.isShouted(span.tokens) {
        bodies[body].tokens = span.tokens
      }
      let mention = words.span(span.tokens)
      // "the US Army" beside "the United States Army"
      add(mention, to: body, isAlias: !isOne(bodies[body].tokens, span.tokens))
      bodyByEnd.update(WordHash.mix(UInt64(mention.end))) { $0 = body }
    }
    joinShortened(&known)
    joinForms(&known)
    var byInitials: [[UInt8]: Int] = [:]
    var byName = HashTable<Int>(capacity: acronyms.isEmpty ? 8 : 2 * bodies.count, absent: -1)
    if !acronyms.isEmpty {
      for (index, body) in bodies.enumerated().reversed() where !body.mentions.isEmpty {
        byInitials[words.initials(of: body.tokens)] = index
        for key in words.fullKeys(of: body.tokens) { byName.update(key) { $0 = index } }
      }
    }
    // A bracket behind a name says what the letters mean wherever they stand, in a headline too.
    for span in acronyms.isEmpty ? [] : spans {
      guard let (acronym, body) = bracketed(behind: span) else { continue }
      known.update(WordHash.capitals(words[acronym].hash)) { if $0 < 0 { $0 = body } }
    }
    for span in acronyms {
      let key = WordHash.capitals(words.key(span.tokens))
      var body = known[key]
      // "CONGRESS" in a headline.
      if body < 0, words.span(span.tokens).count > 3 { body = known[words.key(span.tokens)] }
      if body < 0 {
        body = fullName(of: span, byInitials) ?? bodies.count
        // "DOJ" beside "Department of Justice", as the tables have it.
        let name = words.lexicon.fullName(ofAcronym: key)
        if body == bodies.count, name != 0, byName[name] >= 0 { body = byName[name] }
        known.update(key) { $0 = body }
        if body == bodies.count {
          bodies.append(Body(key: key, tokens: span.tokens))
        }
      }
      add(words.span(span.tokens), to: body, isAlias: bodies[body].tokens != span.tokens)
    }
    addShortForms()
    return bodies.filter { !$0.mentions.isEmpty && !words.isUnnamed($0.tokens) }.map(organization)
      .sorted { left, right in
        guard let first = left.mentions.first, let second = right.mentions.first else {
          return right.mentions.isEmpty
        }
        return first.span < second.span
      }
  }

  /// Joins a name to the only fuller one that it shortens: "Art Foundation" to "Art Foundation for
  /// the Young", "State Department" to "US State Department".
  private mutating func joinShortened(_ known: inout HashTable<Int>) {
    var fuller = HashTable<Int>(capacity: bodies.count, absent: -1)
    let several = -2
    var shortened: [(key: UInt64, short: Int)] = []
    for (index, body) in bodies.enumerated() {
      for key in words.shortKeys(of: body.tokens) {
        let short = known[key]
        guard short >= 0, short != index else { continue }
        fuller.update(key) { $0 = $0 == -1 ? index : several }
        shortened.append((key, short))
      }
      // "U.S. Congress", where no other's is named.
      guard let end = words.people(openingOf: body.tokens) ?? country(body.tokens),
        end + 1 == body.tokens.upperBound, words.has(end, .head) || words.isWord(end, "house")
      else { continue }
      let key = words.key(end..<end + 1)
      guard known[key] >= 0, known[key] != index else { continue }
      fuller.update(key) { $0 = $0 == -1 && country(body.tokens) != nil ? index : several }
      shortened.append((key, known[key]))
    }
    // "Army Corps" for "Army Corps of Engineers", which was joined to one of a country.
    var joined = Array(bodies.indices)
    for (key, short) in shortened {
      guard fuller[key] >= 0 else { continue }
      var full = fuller[key]
      while joined[full] != full { full = joined[full] }
      guard full != short, !bodies[short].mentions.isEmpty, !bodies[full].mentions.isEmpty else {
        continue
      }
      join(short, to: full)
      joined[short] = full
      known.update(key) { $0 = full }
    }
  }

  /// Joins the forms of one name: "Ways and Means Committee" to "House Committee on Ways and Means",
  /// "River Authority" to "Lima River Authority".
  private mutating func joinForms(_ known: inout HashTable<Int>) {
    join(
      BodyForms(words).pairs(named().map { (body: $0, tokens: bodies[$0].tokens) }), &known)
    let tails = named().map { index in
      BodyTails.Body(
        index: index, tokens: bodies[index].tokens, mentions: bodies[index].mentions.map(\.start))
    }
    join(BodyTails(words).pairs(tails), &known)
  }

  private func named() -> [Int] { bodies.indices.filter { !bodies[$0].mentions.isEmpty } }

  private mutating func join(_ pairs: [(short: Int, full: Int)], _ known: inout HashTable<Int>) {
    for (short, full) in pairs {
      guard !bodies[short].mentions.isEmpty, !bodies[full].mentions.isEmpty else { continue }
      join(short, to: full)
      known.update(bodies[short].key) { $0 = full }
    }
  }

  /// Gives a body's mentions and names to another.
  private mutating func join(_ short: Int, to full: Int) {
    let text = words.tokens.text
    for alias in [words.span(bodies[short].tokens)] + bodies[short].aliases
    where !bodies[full].aliases.contains(where: { text[$0] == text[alias] }) {
      bodies[full].aliases.append(alias)
    }
    bodies[full].mentions += bodies[short].mentions
    for mention in bodies[short].mentions {
      bodyByEnd.update(WordHash.mix(UInt64(mention.end))) { $0 = full }
    }
    bodies[short].mentions = []
  }

  /// Where a name goes on behind its country.
  private func country(_ tokens: Range<Int>) -> Int? { words.country(openingOf: tokens)?.end }

  /// Whether two names are the same but for their case and an article.
  private func isOne(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    words.key(words.plain(left)) == words.key(words.plain(right))
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

  /// The letters in the bracket right behind a body, and the body, where they are of its initials or
  /// these of them: "Department of Veterans Affairs (VA)", "U.S. Mint’s (USM)".
  private func bracketed(behind span: NameSpan) -> (acronym: Int, body: Int)? {
    guard let open = words.bracket(behind: span.tokens) else { return nil }
    let acronym = open + 1
    guard words.isMark(acronym + 1, 0x29), words.tokens[acronym].kind == .word else { return nil }
    let body = bodyByEnd[WordHash.mix(UInt64(words.span(span.tokens).end))]
    guard body >= 0, words.abbreviates(acronym, bodies[body].tokens) else { return nil }
    return (acronym, body)
  }

  /// The body in whose bracket a word stands that has small letters too, of whose initials it is.
  private func definer(of name: Range<Int>) -> Int? {
    let index = name.lowerBound
    guard name.count == 1, index > 1, words.isMark(index - 1, 0x28) else { return nil }
    let body = bodyByEnd[WordHash.mix(UInt64(words.tokens[index - 2].span.end))]
    guard body >= 0, words.initials(of: bodies[body].tokens).holdsInOrder(words.letters(of: index))
    else { return nil }
    return body
  }

  /// The body whose initials an acronym is: the one before its bracket, or the first in the text.
  private func fullName(of acronym: NameSpan, _ byInitials: [[UInt8]: Int]) -> Int? {
    let index = acronym.tokens.lowerBound
    if index > 1, words.isMark(index - 1, 0x28) {
      let body = bodyByEnd[WordHash.mix(UInt64(words.tokens[index - 2].span.end))]
      if body >= 0 { return body }
    }
    let letters = words.letters(of: index)
    return letters.count >= 2 ? byInitials[letters] : nil
  }

  /// "the Council", "the Community" stand for the body last named whose name has that word as its
  /// head, where only one kind of body does.
  private mutating func addShortForms() {
    // Walks over mentions and short forms side by side, so that each head word knows the body that
    // was named last.
    var latest = HashTable<Int>(capacity: 64, absent: -1)
    var mentions: [(end: Int, body: Int)] = []
    var only = HashTable<Int>(capacity: 64, absent: -1)
    for (index, body) in bodies.enumerated() where !body.mentions.isEmpty {
      for mention in body.mentions { mentions.append((mention.end, index)) }
      guard body.tokens.count > 1, let head = words.headOfName(body.tokens) else { continue }
      only.update(words[head].hash) { $0 = $0 == -1 ? index : -2 }
    }
    mentions.sort { ($0.end, $0.body) < ($1.end, $1.body) }
    var next = 0
    for index in words.tokens.indices.dropFirst() {
      guard words[index].isCapitalized, words.has(index, .anyHead),
        isThe(index - 1) || words.isHyphened(index - 1), !continues(index)
      else { continue }
      let name = name(at: index)
      let isBare = name.map { words.isBareHead($0) } ?? false
      if name != nil, !isBare { continue }
      while next < mentions.count, mentions[next].end <= words.tokens[index].span.start {
        let body = mentions[next].body
        if bodies[body].tokens.count > 1, let head = words.headOfName(bodies[body].tokens) {
          latest.update(words[head].hash) { $0 = body }
        }
        next += 1
      }
      var body = latest[words[index].hash]
      if body < 0 {
        guard isBare else { continue }
        // A head word of which no fuller name was printed before is of the only one that comes, or
        // stands for itself.
        body = only[words[index].hash]
        if body < 0 {
          body = bodies.count
          latest.update(words[index].hash) { $0 = body }
          bodies.append(Body(key: words[index].hash, tokens: index..<index + 1))
        }
      }
      guard bodies[body].tokens.count > 1 else {
        bodies[body].mentions.append(words.span(index..<index + 1))
        continue
      }
      let start = isThe(index - 1) ? index - 1 : index
      let span = Span(words.tokens[start].span.start, words.span(index..<index + 1).end)
      add(span, to: body, isAlias: true)
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

  /// The organization's name that a token lies in.
  private func name(at index: Int) -> Range<Int>? {
    let name = spans.partitioningIndex { $0.tokens.upperBound > index }
    return name < spans.count && spans[name].tokens.contains(index) ? spans[name].tokens : nil
  }
}
