import PressModel

/// Mends names by what stands around them: a nickname between marks joins two parts of a name, an
/// ampersand two surnames into a firm; what stands where a dateline names its place is a place, and a
/// person whose name a court's case, a building or a law bears is not spoken of.
struct NameRepairs {
  let words: NameWords

  /// `place`: the words of the dateline's place or the place of delivery, where they are known.
  func mended(_ names: [NameSpan], place: Span?) -> [NameSpan] {
    let names = oneSense(withoutNamesakes(withoutCases(joined(names))))
    guard let place, !place.isEmpty else { return names }
    return withPlace(place, names)
  }

  // MARK: - Names of several parts

  private func joined(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    for name in names {
      if isParty(name) || isFiscalYear(name) { continue }
      if let last = mended.last {
        if last.tokens.upperBound > name.tokens.lowerBound {
          // A part of the name before, which has taken it up.
          let end = max(last.tokens.upperBound, name.tokens.upperBound)
          mended[mended.count - 1].tokens = last.tokens.lowerBound..<end
          continue
        }
        if isFirm(last, name) {
          let tokens = last.tokens.lowerBound..<name.tokens.upperBound
          mended[mended.count - 1] = NameSpan(.organization, tokens)
          continue
        }
      }
      var name = name
      if let surname = surname(behindNickname: name) {
        name.tokens = name.tokens.lowerBound..<surname + 1
      }
      mended.append(name)
    }
    return mended
  }

  /// "(R-Okla.)", "both D-VA"
  private func isParty(_ name: NameSpan) -> Bool {
    let first = name.tokens.lowerBound
    let span = words.tokens[first].span
    let bytes = words.tokens.text.bytes
    guard span.count > 2, bytes[span.start + 1] == 0x2D,
      [0x44, 0x49, 0x52].contains(bytes[span.start])
    else { return false }
    return words.isMark(first - 1, 0x28) || span.count == 4 && words[first].isAllCapitals
  }

  /// "FY12"
  private func isFiscalYear(_ name: NameSpan) -> Bool {
    let span = words.tokens[name.tokens.lowerBound].span
    let bytes = words.tokens.text.bytes
    return name.tokens.count == 1 && span.count > 3 && bytes[span.start] == 0x46
      && bytes[span.start + 1] == 0x59 && bytes[span.start + 2] <= 0x39
  }

  /// "Robert C. “Bobby” Scott", "William (Bill) Gates": the surname behind the nickname.
  private func surname(behindNickname name: NameSpan) -> Int? {
    let open = name.tokens.upperBound
    guard name.kind == .person, open + 3 < words.count, words.isQuotation(open, .opening),
      words[open + 1].isCapitalized, words.isQuotation(open + 2, .closing),
      words[open + 3].isCapitalized, !words.has(open + 3, .stop),
      !words.tokens[open + 3].startsLine,
      words.has(open + 3, .surname) || !words.isCommon(open + 3),
      words.tokens[open + 1].span.count > 1
    else { return nil }
    return open + 3
  }

  /// "Winston & Strawn": two words, each taken for a person without a title.
  private func isFirm(_ left: NameSpan, _ right: NameSpan) -> Bool {
    let and = left.tokens.upperBound
    return words.isMark(and, 0x26) && right.tokens.lowerBound == and + 1
      && left.kind == .person && right.kind == .person
      && left.tokens.count == 1 && right.tokens.count <= 2
      && left.titleStart == left.tokens.lowerBound && right.titleStart == right.tokens.lowerBound
  }

  // MARK: - Namesakes

  /// "Roe v. Wade", and "Roe" where the text names nobody by that surname: the case, and no person.
  private func withoutCases(_ names: [NameSpan]) -> [NameSpan] {
    var parties = HashTable<Bool>(capacity: 8, absent: false)
    var hasCase = false
    for index in 0..<words.count where words.is(index, "v") || words.is(index, "vs") {
      let next = words.isMark(index + 1, 0x2E) ? index + 2 : index + 1
      for party in [index - 1, next] where party >= 0 && party < words.count {
        guard words[party].isCapitalized else { continue }
        hasCase = true
        parties.update(words[party].hash) { $0 = true }
      }
    }
    guard hasCase else { return names }
    for name in names where name.kind == .person && name.tokens.count > 1 {
      parties.update(words[name.tokens.upperBound - 1].hash) { $0 = false }
    }
    return names.filter { name in
      guard name.kind == .person, name.titleStart == name.tokens.lowerBound else { return true }
      if isParty(before: name.tokens.upperBound) || isParty(behind: name.tokens.lowerBound) {
        return false
      }
      return name.tokens.count > 1 || !parties[words[name.tokens.lowerBound].hash]
    }
  }

  private func isParty(before index: Int) -> Bool {
    (words.is(index, "v") || words.is(index, "vs")) && index + 1 < words.count
      && (words.isMark(index + 1, 0x2E) || words[index + 1].isCapitalized)
  }

  private func isParty(behind index: Int) -> Bool {
    let versus = words.isMark(index - 1, 0x2E) ? index - 2 : index - 1
    return words.is(versus, "v") || words.is(versus, "vs")
  }

  /// "the Harriet Nyberg Memorial Bridge" is a place, and "the Harriet Nyberg Housing Act" is none
  /// of the three.
  private func withoutNamesakes(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      let next = index + 1 < names.count ? names[index + 1].tokens.lowerBound : words.count
      guard name.kind == .person, let thing = thing(behind: name, before: next) else {
        mended.append(name)
        continue
      }
      if words.has(thing.upperBound - 1, .placeHead) { mended.append(NameSpan(.place, thing)) }
    }
    return mended
  }

  /// The name of the thing that bears a person's name, from the person's first word on.
  private func thing(behind name: NameSpan, before next: Int) -> Range<Int>? {
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.titleStart == first, !words[first].isHeadline, !words[end - 1].isPossessive else {
      return nil
    }
    var limit = end
    while limit < next, words[limit].isCapitalized, !words.tokens[limit].startsLine,
      !words.has(limit, .stop) || words[limit].isAllCapitals
    {
      limit += 1
      if words[limit - 1].isPossessive { return nil }
    }
    let (last, count) = (limit - 1, limit - end)
    guard count > 0, count <= 5, words.has(last, [.tail, .placeHead]) else { return nil }
    // "Hill" and "Park" are surnames as well, and "the McCray Plan" is McCray's.
    let isOfPlace = words.has(last, .placeHead)
    guard count > 1 || !words.has(last, [.firstName, .surname]),
      name.tokens.count > 1 || isOfPlace && count > 1
    else { return nil }
    return first..<limit
  }

  // MARK: - One sense a document

  /// A word that names a person in full or with a title names that person elsewhere in the text too
  /// ("One sense per discourse": Gale, Church and Yarowsky, 1992), unless a body bears it as well; and
  /// capitals that are an acronym are no city of the same letters.
  private func oneSense(_ names: [NameSpan]) -> [NameSpan] {
    var people = HashTable<Bool>(capacity: names.count, absent: false)
    for name in names where name.kind == .person {
      let isKnown = name.tokens.count > 1 || name.titleStart < name.tokens.lowerBound
      if isKnown { people.update(words[name.tokens.upperBound - 1].hash) { $0 = true } }
    }
    for name in names where name.kind != .person && name.tokens.count > 1 {
      for token in name.tokens { people.update(words[token].hash) { $0 = false } }
    }
    return names.enumerated().map { index, name in
      guard name.kind != .person, name.tokens.count == 1 else { return name }
      let token = name.tokens.lowerBound
      if people[words[token].hash], !words.is(token - 1, "the"), !words[token].isHeadline,
        !words[token].isAllCapitals, !isListed(index, names)
      {
        return NameSpan(.person, name.tokens)
      }
      return isAcronym(name) ? NameSpan(.organization, name.tokens) : name
    }
  }

  /// "Omaha, Portland or Houston": a place in a list of places.
  private func isListed(_ index: Int, _ names: [NameSpan]) -> Bool {
    [index - 1, index + 1].contains { other in
      guard names.indices.contains(other), names[other].kind == .place, names[index].kind == .place
      else { return false }
      let start = names[min(index, other)].tokens.upperBound
      let gap = start..<max(start, names[max(index, other)].tokens.lowerBound)
      return !gap.isEmpty && gap.count <= 5
        && gap.contains { words.isMark($0, 0x2C) || words.is($0, "and") || words.is($0, "or") }
        && !gap.contains { words.tokens[$0].startsLine }
    }
  }

  /// "the GAO", of which the tables have the city of Gao.
  private func isAcronym(_ name: NameSpan) -> Bool {
    let token = name.tokens.lowerBound
    guard name.kind == .place, words[token].isAllCapitals, !words[token].isHeadline,
      !words.tokens[token].startsLine, words.tokens[token].span.count <= 4,
      let phrase = words.phrase(at: token), phrase.kinds.isSubset(of: [.city, .ambiguous, .shared])
    else { return false }
    let capitals = words.lexicon.phrase(WordHash.capitals(words[token].hash))
    return capitals.kinds.isDisjoint(with: .place)
  }

  // MARK: - The dateline

  private func withPlace(_ place: Span, _ names: [NameSpan]) -> [NameSpan] {
    let first = words.tokens.index(at: place.start)
    var last = first
    while last < words.count, words.tokens[last].span.start < place.end { last += 1 }
    guard first < last else { return names }
    var mended = names
    for part in parts(of: first..<last) {
      let over = mended.indices.filter { mended[$0].tokens.overlaps(part) }
      let isBody = over.contains { index in
        let tokens = mended[index].tokens
        return mended[index].kind == .organization && words.has(tokens.upperBound - 1, .anyHead)
          || tokens.lowerBound < first || tokens.upperBound > last
      }
      guard !isBody else { continue }
      let hasPlace = over.contains { mended[$0].kind == .place }
      for index in over.reversed() where mended[index].kind != .place { mended.remove(at: index) }
      if !hasPlace { mended.append(NameSpan(.place, part)) }
    }
    return mended.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The town and the state or country of a dateline: what commas part, and a state's abbreviation
  /// that follows without one.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens.lowerBound...tokens.upperBound {
      let isEnd = index == tokens.upperBound || words.isMark(index, 0x2C)
      let isState =
        index > start && !isEnd
        && words.phrase(at: index).map {
          $0.kinds.contains(.stateAbbreviation) && $0.end >= tokens.upperBound
        } ?? false
      guard isEnd || isState else { continue }
      if start < index, words[start].isCapitalized { parts.append(start..<index) }
      start = isEnd ? index + 1 : index
    }
    return parts
  }
}
