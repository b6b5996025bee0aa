import PressModel

/// What stands beside a person's name and tells who that is: "Ann Roe (D-WI), chair of the Finance
/// Committee", "Bo Poe, a professor at the University of Sapporo", "Port Authority director Cy Doe".
struct Appositions {
  /// An office or trade, and the organization that it is held in, as tokens.
  struct Reading {
    var role: Range<Int>
    var organization: Range<Int>?
  }

  let words: NameWords
  /// All names of the text, in its order.
  let names: [NameSpan]
  let table = RoleWords.shared
  /// The most tokens of a role.
  static let limit = 18

  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
  }

  // MARK: - Behind a name

  /// What is said between a comma and the next mark.
  func behind(_ name: NameSpan) -> Reading? {
    guard var start = comma(behind: name.tokens.upperBound) else { return nil }
    if isDeterminer(start) { start += 1 }
    guard start < words.count, !words.isLower(start) || !words.has(start, .noOffice),
      !isAddress(start), let (end, organization) = role(from: start)
    else { return nil }
    return Reading(role: start..<end, organization: organization ?? workplace(behind: end))
  }

  /// The end of the offices that start at a token, with what they are of, and the first organization
  /// that they name.
  func role(from start: Int) -> (end: Int, organization: Range<Int>?)? {
    guard var (end, organization) = office(from: start), !isTitle(end) else { return nil }
    while end < words.count, end - start < Self.limit, !words.tokens[end].startsLine {
      if isOf(end), let (next, found) = object(from: end + 1) {
        end = next
        organization = organization ?? found
      } else if let next = joined(end) ?? listed(end), let (last, found) = office(from: next),
        !isTitle(last)
      {
        end = last
        organization = organization ?? found
      } else {
        break
      }
    }
    return (end, organization)
  }

  /// "Ann Roe, Mayor Bo Poe and others": whether the office that ends at a token is the next one's.
  private func isTitle(_ end: Int) -> Bool {
    guard let next = name(at: end), next.kind == .person else { return false }
    return !words.tokens[end].startsLine
  }

  /// "Mr. President", to whom something is said.
  private func isAddress(_ index: Int) -> Bool {
    words.is(index, "Mr") || words.is(index, "Madam") || words.is(index, "Mrs")
      || words.is(index, "Dear")
  }

  /// The token behind the comma that a role follows: brackets and degrees may stand before it, as in
  /// "Ann Roe (D-WI), ", "Ann Roe, Ph.D., ".
  private func comma(behind index: Int) -> Int? {
    // The stop of "Ann Roe, Jr., " is no part of the name.
    var index = words.isMark(index, 0x2E) && words.isGeneration(index - 1) ? index + 1 : index
    for _ in 0..<4 {
      if words.isMark(index, 0x28), let end = bracket(index) {
        index = end
      } else if words.isMark(index, 0x2C), let end = degree(index + 1) {
        index = end
      } else {
        break
      }
    }
    guard words.isMark(index, 0x2C), index + 1 < words.count,
      !words.tokens[index + 1].startsLine
    else { return nil }
    return index + 1
  }

  /// The token behind a short bracket.
  func bracket(_ start: Int) -> Int? {
    var index = start + 1
    while index < words.count, index - start <= 8, !words.tokens[index].startsLine {
      if words.isMark(index, 0x29) { return index + 1 }
      index += 1
    }
    return nil
  }

  /// The token behind a degree, where a comma or a bracket follows.
  private func degree(_ index: Int) -> Int? {
    guard index < words.count, !words.tokens[index].startsLine else { return nil }
    var end = index
    if words.is(index, "Ph"), words.isMark(index + 1, 0x2E) {
      // "Ph.D." is three tokens.
      end = index + 3
    } else if table.isDegree(index, words) {
      end = words.isMark(index + 1, 0x2E) ? index + 2 : index + 1
    }
    guard end > index, words.isMark(end, 0x2C) || words.isMark(end, 0x28) else { return nil }
    return end
  }

  /// The end of the words up to the last office in an unbroken run, and the organization right before
  /// an office: "NBC news director", "executive vice president".
  private func office(from start: Int) -> (end: Int, organization: Range<Int>?)? {
    var found: (end: Int, organization: Range<Int>?)?
    var organization: Range<Int>?
    var index = start
    while index < words.count, index - start < 10, index == start || !words.tokens[index].startsLine
    {
      if let end = officeEnd(index) {
        let before = organization?.upperBound == index ? organization : nil
        found = (end, found?.organization ?? before)
        index = end
      } else if let other = name(at: index) {
        guard other.kind != .person else { break }
        if other.kind == .organization { organization = other.tokens }
        index = other.tokens.upperBound
      } else if isBefore(index) {
        index += 1
      } else {
        break
      }
    }
    return found
  }

  /// The end of an office of the tables that starts at a token.
  private func officeEnd(_ index: Int) -> Int? {
    if words[index].isCapitalized, let phrase = words.phrase(at: index),
      !phrase.kinds.isDisjoint(with: [.office, .rank])
    {
      return words[phrase.end - 1].isPossessive ? nil : phrase.end
    }
    guard !words[index].isPossessive, !words.has(index, .noOffice) else { return nil }
    // "my fellow citizens"
    if words.is(index, "fellow"), isNoun(index + 1) { return nil }
    let isHead =
      words[index].isCapitalized && words.has(index, .titleWord) || table.isHead(index, words)
      || words.isLower(index) && words.has(index, .personBefore)
    return isHead ? index + 1 : nil
  }

  /// The token behind "and" or ", and" and an article.
  private func joined(_ index: Int) -> Int? {
    var next = words.isMark(index, 0x2C) ? index + 1 : index
    guard words.is(next, "and") || words.isMark(next, 0x26) else { return nil }
    next += 1
    return isDeterminer(next) ? next + 1 : next
  }

  /// "Co-Founder, Chairman, and CEO": the token behind a comma where offices go on to an "and".
  private func listed(_ index: Int) -> Int? {
    var end = index
    for _ in 0..<3 {
      guard words.isMark(end, 0x2C), end + 1 < words.count, !words.tokens[end + 1].startsLine,
        let (next, _) = office(from: end + 1), !isTitle(next)
      else { return nil }
      end = next
      if let last = joined(end) {
        return office(from: last).map { !isTitle($0.end) } ?? false ? index + 1 : nil
      }
    }
    return nil
  }

  /// The end of what an office is of, and the organization where it is one.
  private func object(from start: Int) -> (end: Int, organization: Range<Int>?)? {
    let isOf = words.is(start - 1, "of")
    var index = start
    if isDeterminer(index), isOf || !words.is(index, "a") && !words.is(index, "an") { index += 1 }
    // "for mayor", but not "to resign".
    if index == start, words.isLower(index), words.is(start - 1, "to") { return nil }
    let first = index
    var small = 0
    var organization: Range<Int>?
    while index < words.count, index - first < 12, !words.tokens[index].startsLine {
      if let name = name(at: index), name.kind == .organization {
        organization = name.tokens
        index = name.tokens.upperBound
      } else if words[index].isCapitalized, !words.has(index, .stop) {
        index += 1
      } else if small < 3, isNoun(index) || isTrade(index) {
        small += 1
        index += 1
      } else {
        break
      }
      if let next = continued(index) {
        index = next
        organization = nil
      } else if organization != nil {
        // What goes on is the rest of a longer name, unless it is somebody's.
        guard index < words.count, words[index].isCapitalized, !words.tokens[index].startsLine,
          !words.has(index, .stop), name(at: index) == nil
        else { break }
        organization = nil
      }
    }
    return index > first ? (index, organization) : nil
  }

  /// "Foreign Affairs and Trade": the token behind "and" where what follows is no other office. An
  /// organization's name that ends before it is cut.
  private func continued(_ index: Int) -> Int? {
    guard words.is(index, "and") || words.isMark(index, 0x26), index + 1 < words.count,
      words[index - 1].isCapitalized, words[index + 1].isCapitalized, !words.has(index + 1, .stop),
      !words.tokens[index + 1].startsLine, office(from: index + 1) == nil,
      name(at: index + 1)?.kind != .person
    else { return nil }
    return index + 1
  }

  /// The organization behind a role: "a professor at the University of Sapporo", "president, Roe Inc."
  func workplace(behind index: Int) -> Range<Int>? {
    if words.isMark(index, 0x2C), let name = name(at: index + 1), name.kind == .organization,
      !words.tokens[index + 1].startsLine
    {
      let end = name.tokens.upperBound
      let isApart =
        end >= words.count || words.tokens[end].startsLine || words.isMark(end, 0x2C)
        || words.isMark(end, 0x2E) || words.isMark(end, 0x3B) || words.isMark(end, 0x29)
        || words.isMark(end, 0x3A)
      return isApart ? name.tokens : nil
    }
    guard
      words.is(index, "at") || words.is(index, "with") || words.is(index, "from")
        || words.is(index, "in")
    else { return nil }
    return organization(from: index + 1)
  }

  /// The organization that a comma parts from a name at the end of a line: "Ann Roe, Roe Inc."
  func house(of name: NameSpan) -> Range<Int>? {
    guard let start = comma(behind: name.tokens.upperBound),
      let organization = organization(from: start)
    else { return nil }
    let end = organization.upperBound
    let isLast = end >= words.count || words.tokens[end].startsLine
    return isLast ? organization : nil
  }

  /// The organization that starts at a token or behind an article.
  func organization(from index: Int) -> Range<Int>? {
    let index = isDeterminer(index) ? index + 1 : index
    guard let name = name(at: index), name.kind == .organization else { return nil }
    return name.tokens
  }

  func name(at index: Int) -> NameSpan? {
    let next = names.partitioningIndex { $0.tokens.lowerBound >= index }
    guard next < names.count, names[next].tokens.lowerBound == index else { return nil }
    return names[next]
  }
}
