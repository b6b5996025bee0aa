extension NameScan {
  /// Adds a place of the tables, unless the words after it make something else of it; the token
  /// after what was read.
  mutating func addPlace(at index: Int, _ phrase: FoundPhrase) -> Int {
    let end = phrase.end
    if end < words.count, words[end].isCapitalized, !words[end - 1].isPossessive,
      !words.tokens[end].startsLine
    {
      let limit = runEnd(index)
      // "Iraq War", "Lisbon Treaty", "Paris Agreement".
      if end < limit, words.has(limit - 1, .tail), !words[index].isHeadline { return limit }
      // "Virginia Beach", "Hudson River".
      if limit == end + 1, words.has(end, .placeHead), !words.has(end, [.titleWord, .anyHead]),
        !words[index].isHeadline || phrase.kinds.contains(.city)
      {
        add(.place, index..<limit)
        return limit
      }
    }
    add(.place, index..<end)
    return end
  }

  /// A place that no table has: "Mount Ararat", "Green River", "Cibolo, Texas".
  mutating func place(at index: Int) -> Int? {
    let limit = runEnd(index)
    var last = limit - 1
    while last > index, words[last].isAbbreviationStop { last -= 1 }
    if last > index, words.has(index, .placeBefore), !words[index].isHeadline {
      let second = words[index + 1].isAbbreviationStop ? index + 2 : index + 1
      let isDirection =
        words.isCommon(index)
        && phrase(at: second)?.kinds.isDisjoint(with: .place)
          ?? true
      if second < limit, !words.has(second, [.common, .stop, .titleWord]),
        !isDirection || hasPlaceCue(index)
      {
        var end = second + 1
        if let phrase = phrase(at: second), !phrase.kinds.isDisjoint(with: .place) {
          end = phrase.end
        }
        if end < limit, words.has(end, .placeHead) { end += 1 }
        if end >= limit || !words.has(limit - 1, .tail) {
          add(.place, index..<end)
          return end
        }
      }
    }
    // "Gulf of Finland", "City of Springfield", "Province of Ulster"
    if words.has(index, [.placeBefore, .placeHead]), words.is(index + 1, "of"),
      index + 2 < words.count, words[index + 2].isCapitalized, !words.has(index + 2, .stop),
      !words.isCommon(index + 2)
    {
      let end = phrase(at: index + 2)?.end ?? runEnd(index + 2)
      add(.place, index..<end)
      return end
    }
    // Behind another name of the same run a head tells nothing: "European Union Democracy Bridge".
    let isInside = index > 0 && words[index - 1].isCapitalized && !words[index].startsSentence
    if last > index, words.has(last, .placeHead), !words[index].isHeadline, last - index <= 3,
      !isInside,
      !words.has(last, .firstName), !words.has(index, [.stop, .titleWord]),
      !words[index].startsSentence || !words.isCommon(index)
    {
      add(.place, index..<last + 1)
      return last + 1
    }
    if let end = townEnd(index, limit) {
      add(.place, index..<end)
      return end
    }
    return nil
  }

  /// The end of a town's name before a comma and its state or country: "Cibolo, Texas".
  private func townEnd(_ index: Int, _ limit: Int) -> Int? {
    guard limit - index <= 3, words.isMark(limit, 0x2C), limit + 1 < words.count,
      words[limit + 1].isCapitalized, !words.has(index, [.stop, .titleWord]),
      !words[limit - 1].isPossessive, !words.has(limit - 1, [.tail, .titleWord])
    else { return nil }
    guard let phrase = phrase(at: limit + 1) else { return nil }
    if !phrase.kinds.isDisjoint(with: [.state, .stateAbbreviation]) { return limit }
    guard phrase.kinds.contains(.country) else { return nil }
    return hasPlaceCue(index) && !words.isCommon(index) ? limit : nil
  }

  /// ", Texas", ", Nigeria".
  func isBeforeRegion(_ index: Int) -> Bool {
    guard words.isMark(index, 0x2C), index + 1 < words.count,
      let phrase = phrase(at: index + 1)
    else { return false }
    return !phrase.kinds.isDisjoint(with: [.state, .stateAbbreviation, .country])
  }

  func hasPlaceCue(_ index: Int) -> Bool {
    words.has(index - 1, .placeCue) && words.isLower(index - 1)
      || words.is(index - 1, "of") && words.has(index - 2, .placeCue)
  }
}
