import PressModel

/// Mends what a tagger cannot see from a name's own line: what stands where a dateline names its place
/// is a place, and a person whose name a building or a law bears is not spoken of.
struct NameRepairs {
  let words: NameWords

  /// `place`: the words of the dateline's place or the place of delivery, where they are known.
  func mended(_ names: [NameSpan], place: Span?) -> [NameSpan] {
    let names = withoutNamesakes(names)
    guard let place, !place.isEmpty else { return names }
    return withPlace(place, names)
  }

  // MARK: - Namesakes

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
