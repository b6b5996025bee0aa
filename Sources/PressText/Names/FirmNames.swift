import PressModel

/// Firms that an ampersand names: "Winston & Strawn", "Norvik Lund & Strand". Partners whom the text
/// names in full or with a title are people: "Roe & Doe Introduce Bill".
struct FirmNames {
  private let words: NameWords
  /// The surnames of people who are named in full or with a title.
  private var people: HashTable<Bool>
  /// The same without those before an ampersand, who may be a firm's.
  private var others: HashTable<Bool>

  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    people = HashTable(capacity: names.count, absent: false)
    others = HashTable(capacity: names.count, absent: false)
    for name in names where name.kind == .person {
      guard name.tokens.count > 1 || name.titleStart < name.tokens.lowerBound else { continue }
      let surname = words[name.tokens.upperBound - 1].hash
      people.update(surname) { $0 = true }
      if !words.isMark(name.tokens.upperBound, 0x26) { others.update(surname) { $0 = true } }
    }
  }

  /// "Winston & Strawn": two words, each taken for a person.
  func isOfTwo(_ left: NameSpan, _ right: NameSpan) -> Bool {
    guard arePartners(left, right), left.tokens.count == 1, right.tokens.count <= 2 else {
      return false
    }
    let first = words[left.tokens.upperBound - 1].hash
    let second = words[right.tokens.upperBound - 1].hash
    return first == second || !people[first] || !people[second]
  }

  /// "Norvik Lund & Strand": two names, of whose surnames nobody else has one.
  func isOfThree(_ left: NameSpan, _ right: NameSpan) -> Bool {
    let and = left.tokens.upperBound
    return arePartners(left, right) && left.tokens.count > 1 && right.tokens.count == 1
      && words.isOneLine(left.tokens.lowerBound + 1..<right.tokens.upperBound)
      && !words[left.tokens.lowerBound].isHeadline && !words[and - 1].isPossessive
      && !others[words[and + 1].hash] && !others[words[and - 1].hash]
  }

  /// "Norvik & Strand", where no rule knows the first partner: where the firm's name starts, behind
  /// the name before it.
  func start(of name: NameSpan, behind end: Int) -> Int? {
    let first = name.tokens.lowerBound
    guard name.kind == .person, name.tokens.count == 1, name.titleStart == first,
      words.isMark(first - 1, 0x26), words.isOneLine(first - 1..<first + 1),
      !people[words[first].hash]
    else { return nil }
    var start = first - 1
    while start > end, first - start < 6, words[start - 1].isCapitalized,
      !words.has(start - 1, .stop), !words[start - 1].isHeadline
    {
      start -= 1
      if words.tokens[start].startsLine { break }
    }
    guard start < first - 1, !words.isMark(start - 1, 0x2C) else { return nil }
    return start
  }

  /// Two names with an ampersand between them, each taken for a person without a title.
  private func arePartners(_ left: NameSpan, _ right: NameSpan) -> Bool {
    let and = left.tokens.upperBound
    return words.isMark(and, 0x26) && right.tokens.lowerBound == and + 1
      && left.kind == .person && right.kind == .person
      && left.titleStart == left.tokens.lowerBound && right.titleStart == right.tokens.lowerBound
  }
}
