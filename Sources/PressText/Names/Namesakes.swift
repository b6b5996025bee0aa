import PressModel

/// Tells people from what bears their names: cases of courts, laws and buildings; and gives a word one
/// sense in a document.
struct Namesakes {
  let words: NameWords

  func mended(_ names: [NameSpan]) -> [NameSpan] {
    oneSense(withoutNamesakes(withoutCases(names)))
  }

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
      if isThing(name) { continue }
      guard name.kind == .person, let thing = thing(behind: name, before: next) else {
        mended.append(name)
        continue
      }
      if words.has(thing.upperBound - 1, .placeHead) { mended.append(NameSpan(.place, thing)) }
    }
    return mended
  }

  /// "Nyberg Grants": no surname at all.
  private func isThing(_ name: NameSpan) -> Bool {
    let last = name.tokens.upperBound - 1
    return name.kind == .person && name.tokens.count > 1 && words.has(last, .tail)
      && !words.has(last, [.surname, .firstName]) && name.titleStart == name.tokens.lowerBound
  }

  /// The name of the thing that bears a person's name, from the person's first word on.
  private func thing(behind name: NameSpan, before next: Int) -> Range<Int>? {
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.titleStart == first, !words[first].isHeadline, !words[end - 1].isPossessive else {
      return nil
    }
    var limit = end
    var joints = 0
    while limit < next, !words.tokens[limit].startsLine {
      if isPart(limit) {
        limit += 1
        if words[limit - 1].isPossessive { return nil }
      } else if joints < 2, words.has(limit, .joint), limit + 1 < next, isPart(limit + 1) {
        // "the Harriet Nyberg Fairness in Housing Act"
        joints += 1
        limit += 1
      } else {
        break
      }
    }
    let (last, count) = (limit - 1, limit - end)
    guard count > 0, count <= 8, words.has(last, joints > 0 ? .tail : [.tail, .placeHead]) else {
      return nil
    }
    // "Hill" and "Park" are surnames as well, and "the McCray Plan" is McCray's.
    let isOfPlace = words.has(last, .placeHead)
    guard count > 1 || !words.has(last, [.firstName, .surname]),
      name.tokens.count > 1 || isOfPlace && count > 1
    else { return nil }
    return first..<limit
  }

  private func isPart(_ index: Int) -> Bool {
    words[index].isCapitalized && (!words.has(index, .stop) || words[index].isAllCapitals)
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
        !words[token].isAllCapitals, !isSurelyPlace(name), !isListed(index, names)
      {
        return NameSpan(.person, name.tokens)
      }
      return isAcronym(name) ? NameSpan(.organization, name.tokens) : name
    }
  }

  /// A country or state, and a city behind "in" or before its state: a text may name Jordan and
  /// somebody Jordan.
  private func isSurelyPlace(_ name: NameSpan) -> Bool {
    guard name.kind == .place else { return false }
    let token = name.tokens.lowerBound
    let kinds = words.phrase(at: token)?.kinds ?? []
    return !kinds.isDisjoint(with: [.country, .state, .region])
      || words.has(token - 1, .placeCue) && words.isLower(token - 1)
      || words.isMark(token + 1, 0x2C)
        && words.phrase(at: min(token + 2, words.count - 1))
          .map { !$0.kinds.isDisjoint(with: [.country, .state, .stateAbbreviation]) } ?? false
  }

  /// "Omaha, Portland or Houston": a place in a list of places.
  private func isListed(_ index: Int, _ names: [NameSpan]) -> Bool {
    [index - 1, index + 1].contains { other in
      guard names.indices.contains(other), names[other].kind == .place, names[index].kind == .place
      else { return false }
      let start = names[min(index, other)].tokens.upperBound
      let gap = start..<max(start, names[max(index, other)].tokens.lowerBound)
      return !gap.isEmpty && gap.count <= 5
        && gap.contains(where: words.joinsList)
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
}
