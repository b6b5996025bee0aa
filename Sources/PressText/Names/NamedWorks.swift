public import PressModel

/// One work for all mentions of a title or of a bill's number.
extension WorkTitles {
  /// The works in the order of the text: a title with or without its article and its year, in its forms
  /// and by its acronym, and with the numbers that stand beside it. A bill that is named by its number
  /// alone has it for a title.
  public func works() -> [Work] {
    let titles = self.titles.map(\.span)
    var numbers = BillNumbers(words).find()
    numbers.removeAll { number in
      let next = titles.partitioningIndex { $0.end > number.span.start }
      return next < titles.count && titles[next].start < number.span.end
    }
    var works = WorkList(text: words.tokens.text)
    let years = self.years(of: self.titles)
    let keys = self.titles.map { title in
      title.year > 0 && years[title.base] == title.year ? title.base : title.key
    }
    for (title, form) in zip(self.titles, WorkForms(words, self.titles).joined(keys)) {
      works.add(title.span, title: form.title, key: form.key)
    }
    for acronym in acronyms {
      works.add(words.span(acronym.token..<acronym.token + 1), to: acronym.title)
    }
    let owners = self.owners(of: numbers, titles)
    for (number, owner) in zip(numbers, owners) {
      if let owner { works.join(number, to: owner) }
    }
    for (number, owner) in zip(numbers, owners) where owner == nil { works.add(number) }
    return works.sorted()
  }

  /// A title as it counts.
  func named(_ span: Span) -> WorkTitle {
    let first = words.tokens.index(at: span.start)
    let last = max(first, words.tokens.index(at: max(span.start, span.end - 1)))
    guard last < words.count else {
      return WorkTitle(span: span, title: span, tokens: 0..<0, key: 1, base: 1)
    }
    let isArticle =
      words.has(first, .stop) && first < last
      && (words.isWord(first, "the") || words.isWord(first, "a"))
    let start = isArticle ? first + 1 : first
    let key = self.key(start..<last + 1)
    var named = WorkTitle(
      span: span, title: Span(words.tokens[start].span.start, span.end), tokens: start..<last + 1,
      key: key, base: key)
    if last - start > 4, words.isWord(last - 1, "year"), words.isWord(last - 3, "for"),
      words.tokens[last].span.count == 4, let year = Int(words.tokens.string(last))
    {
      // "Ports Act for Fiscal Year 2024"
      named.tokens = start..<last - 3
      named.base = self.key(named.tokens)
      named.year = year
    } else if last - start > 2, words.isWord(last - 1, "of"), words.tokens[last].span.count == 4,
      let year = Int(words.tokens.string(last))
    {
      // "Ports Act (PA) of 1970"
      let hasAcronym = last - start > 5 && words.isMark(last - 2, 0x29)
      named.tokens = start..<(hasAcronym ? last - 4 : last - 1)
      named.base = self.key(named.tokens)
      named.year = year
    }
    return named
  }

  /// A title's words and figures: "Executive Order 12" is not "Executive Order 13".
  private func key(_ range: Range<Int>) -> UInt64 {
    var key = words.key(range)
    for index in range where words.tokens[index].kind == .number {
      let span = words.tokens[index].span
      let number = words.tokens.text.bytes.withUnsafeBufferPointer {
        WordHash.hash($0, span.start, span.end)
      }
      key = WordHash.join(key, number)
    }
    return key
  }

  /// The year of the titles that go by one year alone; -1 for those of several.
  private func years(of titles: [WorkTitle]) -> HashTable<Int> {
    var years = HashTable<Int>(capacity: 32, absent: 0)
    for title in titles where title.year > 0 {
      years.update(title.base) { $0 = $0 == 0 || $0 == title.year ? title.year : -1 }
    }
    return years
  }

  /// For each number the index of the title that it stands beside.
  private func owners(of numbers: [BillNumbers.Found], _ titles: [Span]) -> [Int?] {
    var owners: [Int?] = []
    for (index, number) in numbers.enumerated() {
      let first = words.tokens.index(at: number.span.start)
      let next = titles.partitioningIndex { $0.start >= number.span.end }
      if index > 0, let owner = owners[index - 1], isCompanion(first, of: numbers[index - 1]) {
        owners.append(owner)
      } else if next > 0, isBeside(titles[next - 1].end, first, inBracket: true) {
        owners.append(next - 1)
      } else if next < titles.count, leads(number.span.end, to: titles[next].start) {
        owners.append(next)
      } else if next > 0, isBeside(titles[next - 1].end, first, inBracket: false),
        owners.last != next - 1
      {
        owners.append(next - 1)
      } else {
        owners.append(nil)
      }
    }
    return owners
  }

  /// "the Clean Ports Act (H.R. 12)", "the Clean Ports Act, or CPA, H.R. 12".
  private func isBeside(_ end: Int, _ number: Int, inBracket: Bool) -> Bool {
    var index = words.tokens.index(at: end)
    guard index < number, number - index <= 7 else { return false }
    var isOpen = false
    while index < number {
      let isMark =
        [0x28, 0x29, 0x2C, 0x2D, 0x5B, 0x22].contains { words.isMark(index, $0) }
        || words[index].byte == 0xE2 && words.tokens[index].kind == .mark
      if words.isMark(index, 0x28) || words.isMark(index, 0x5B) { isOpen = true }
      if words.isMark(index, 0x29) { isOpen = false }
      guard isMark || words[index].isAllCapitals || words.is(index, "or"),
        !words.tokens[index].startsLine
      else { return false }
      index += 1
    }
    return !words.tokens[number].startsLine && isOpen == inBracket
  }

  /// "H.R. 12, the Clean Ports Act", "H.R. 12 - Clean Ports Act", "H.R. 12 (Clean Ports Act)".
  private func leads(_ end: Int, to title: Int) -> Bool {
    var index = words.tokens.index(at: end)
    let last = words.tokens.index(at: title)
    guard index < last, last - index <= 7, !words.tokens[last].startsLine else { return false }
    while index < last {
      let isMark =
        [0x28, 0x2C, 0x2D, 0x3A, 0x22, 0x5B].contains { words.isMark(index, $0) }
        || words[index].byte == 0xE2 && words.tokens[index].kind == .mark
      guard isMark || Self.leads.contains(where: { words.isWord(index, $0) }),
        !words.tokens[index].startsLine
      else { return false }
      index += 1
    }
    return true
  }

  private static let leads: [StaticString] = [
    "the", "bipartisan", "also", "known", "as", "or", "called", "titled", "entitled",
  ]

  /// "H.R. 12/S. 14", "H.R. 12 and S. 14": the same bill in the other house.
  private func isCompanion(_ first: Int, of number: BillNumbers.Found) -> Bool {
    let index = words.tokens.index(at: number.span.end)
    guard first - index <= 2, first > index else { return false }
    return (index..<first).allSatisfy {
      words.isMark($0, 0x2F) || words.isMark($0, 0x2C) || words.isMark($0, 0x3B)
        || words.is($0, "and") || words.isMark($0, 0x26)
    }
  }
}

/// The works found so far, by the keys of their titles and numbers.
private struct WorkList {
  let text: Text
  private var works: [Work] = []
  private var titles = HashTable<Int>(capacity: 32, absent: -1)
  private var numbers = HashTable<Int>(capacity: 16, absent: -1)
  /// The keys of numbers that a work has, joined with its index.
  private var joined = HashTable<Bool>(capacity: 16, absent: false)
  /// The work of each title that was added.
  private var order: [Int] = []

  init(text: Text) {
    self.text = text
  }

  mutating func add(_ span: Span, title: Span, key: UInt64) {
    let mention = text.mention(span)
    let work = titles[key]
    if work >= 0 {
      order.append(work)
      works[work].mentions.append(mention)
      // "the Clean Air Act of 1970" is fuller than "the Clean Air Act".
      if title.count > works[work].title.utf8.count + 4 { works[work].title = text[title] }
      return
    }
    order.append(works.count)
    titles.update(key) { $0 = works.count }
    works.append(Work(title: text[title], mentions: [mention]))
  }

  /// Adds an acronym of a title to its work.
  mutating func add(_ acronym: Span, to title: Int) {
    works[order[title]].mentions.append(text.mention(acronym))
  }

  /// Gives a number to the work of a title.
  mutating func join(_ number: BillNumbers.Found, to title: Int) {
    let work = order[title]
    let key = WordHash.join(number.key, UInt64(work))
    if !joined[key] {
      joined.update(key) { $0 = true }
      works[work].numbers.append(text[number.span])
    }
    works[work].mentions.append(text.mention(number.span))
    numbers.update(number.key) { if $0 < 0 { $0 = work } }
  }

  /// A number as a mention of the work that has it, or as a work of its own.
  mutating func add(_ number: BillNumbers.Found) {
    let mention = text.mention(number.span)
    let work = numbers[number.key]
    guard work < 0 else {
      works[work].mentions.append(mention)
      return
    }
    numbers.update(number.key) { $0 = works.count }
    works.append(Work(title: mention.text, numbers: [mention.text], mentions: [mention]))
  }

  func sorted() -> [Work] {
    works.map { work in
      var work = work
      work.mentions.sort { $0.span < $1.span }
      return work
    }
    .sorted { ($0.mentions.first?.span.start ?? 0) < ($1.mentions.first?.span.start ?? 0) }
  }
}
