import PressModel

/// Finds the names of bodies once more where the text prints them whole and only a part, or nothing, was
/// taken for a name: what is one name in one place is one in another.
struct WholeNames {
  private let words: NameWords
  private let names: [NameSpan]
  private static let fewest = 3
  private static let longest = 12

  /// `names`: in the order of the text.
  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
  }

  func mended() -> [NameSpan] {
    let (keys, longest) = known()
    guard keys.count > 0 else { return names }
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    var next = 0
    var index = 0
    while index < words.count {
      guard let end = end(of: index, keys, longest) else {
        index += 1
        continue
      }
      while next < names.count, names[next].tokens.upperBound <= index {
        mended.append(names[next])
        next += 1
      }
      var last = next
      while last < names.count, names[last].titleStart < end { last += 1 }
      let parts = names[next..<last]
      if !isOfThing(end), parts.allSatisfy({ isPart($0, of: index..<end) }) {
        mended.append(NameSpan(.organization, index..<end))
        next = last
      }
      index = end
    }
    return mended + names[next...]
  }

  /// The keys of the names that surely are whole, with the keys of their first words, and how many
  /// tokens the longest has.
  private func known() -> (keys: HashTable<Int>, longest: Int) {
    var keys = HashTable<Int>(capacity: 64, absent: 0)
    var longest = 0
    for name in names where name.kind == .organization && isWhole(name.tokens) {
      keys.update(words.key(name.tokens)) { $0 = name.tokens.count }
      keys.update(Self.first(words[name.tokens.lowerBound].hash)) { $0 = 1 }
      longest = max(longest, name.tokens.count)
    }
    return (keys, longest)
  }

  /// A name of three words or more, with a head that tells a body, and not of a headline.
  private func isWhole(_ tokens: Range<Int>) -> Bool {
    guard (Self.fewest...Self.longest).contains(tokens.count), !words[tokens.lowerBound].isHeadline,
      !words[tokens.lowerBound].startsSentence, let head = words.headOfName(tokens),
      words.has(head, .head)
    else { return false }
    // "the Harbor Council and Bank of Lima" may be two, and "Lima’s Harbor Council" are.
    guard !words.is(head + 1, "and"), !words.isMark(head + 1, 0x2C) else { return false }
    return !tokens.contains { index in
      words.is(index, "and") && words.is(index + 1, "the") || words.has(index, .work)
        || isOwner(index) && index < tokens.upperBound - 1
    }
  }

  /// "Lima’s", and not "Women’s".
  private func isOwner(_ index: Int) -> Bool {
    words[index].isPossessive && (!words.isCommon(index) || words.has(index, .anyHead))
  }

  private static func first(_ hash: UInt64) -> UInt64 { WordHash.mix(hash ^ 0x3333) }

  /// The end of the longest known name that starts at a token.
  private func end(of start: Int, _ keys: HashTable<Int>, _ longest: Int) -> Int? {
    guard words[start].isCapitalized, keys[Self.first(words[start].hash)] > 0,
      !isInside(start)
    else { return nil }
    var found: Int?
    var key: UInt64 = 0
    var index = start
    while index < words.count, index - start < longest {
      if index > start, words.tokens[index].startsLine { break }
      if words[index].hash != 0 {
        key = key == 0 ? words[index].hash : WordHash.join(key, words[index].hash)
        if words[index].isCapitalized, keys[key] == index - start + 1 { found = index + 1 }
      }
      if words[index].isPossessive, found == index + 1 { break }
      index += 1
    }
    return found
  }

  /// "North" before "American Harbor Lines": the start of a longer name.
  private func isInside(_ start: Int) -> Bool {
    let before = start - 1
    return before >= 0 && words[before].isCapitalized && !words[before].isPossessive
      && !words.tokens[start].startsLine && !words[before].isHeadline
      && !words.has(before, [.stop, .titleWord])
      && words.phrase(at: before) == nil
  }

  /// "Harbor Corps" before "Act", "Summit": the name of a thing goes on.
  private func isOfThing(_ end: Int) -> Bool {
    end < words.count && words[end].isCapitalized && words.has(end, .tail)
      && !words[end - 1].isPossessive && !words.tokens[end].startsLine
  }

  /// Whether a name is but a piece of a body's whole name.
  private func isPart(_ name: NameSpan, of whole: Range<Int>) -> Bool {
    name.tokens.lowerBound >= whole.lowerBound && name.tokens.upperBound <= whole.upperBound
      && name.tokens.count < whole.count && name.titleStart >= whole.lowerBound
  }
}
