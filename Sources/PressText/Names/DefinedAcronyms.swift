import PressModel

/// Finds the acronyms that a text gives bodies in brackets, wherever they stand: "the Norwegian Harbor
/// Office (NHO)" makes a body of each "NHO".
struct DefinedAcronyms {
  private let words: NameWords
  private let names: [NameSpan]
  private static let longest = 8

  /// `names`: in the order of the text.
  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
  }

  func mended() -> [NameSpan] {
    var defined = HashTable<Bool>(capacity: 16, absent: false)
    for name in names where name.kind == .organization && name.tokens.count > 1 {
      guard let acronym = acronym(behind: name.tokens) else { continue }
      defined.update(words[acronym].hash) { $0 = true }
    }
    guard defined.count > 0 else { return names }
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    var next = 0
    for index in words.tokens.indices where words[index].isCapitalized {
      while next < names.count, names[next].titleStart <= index {
        mended.append(names[next])
        next += 1
      }
      guard defined[words[index].hash], isAcronym(index),
        (mended.last?.tokens.upperBound ?? 0) <= index
      else { continue }
      mended.append(NameSpan(.organization, index..<index + 1))
    }
    return mended + names[next...]
  }

  /// The acronym in the bracket right behind a name, of whose initials it is.
  private func acronym(behind name: Range<Int>) -> Int? {
    words.bracket(behind: name).flatMap {
      words.acronym(inBracket: $0, of: name, where: isAcronym)
    }
  }

  /// A short word with two capitals at least, which names no place and no thing.
  private func isAcronym(_ index: Int) -> Bool {
    guard words[index].isCapitalized, !words.has(index, [.plainAcronym, .stop]) else {
      return false
    }
    let span = words.span(index..<index + 1)
    let bytes = words.tokens.text.bytes
    guard (2...Self.longest).contains(span.count), words.letters(of: index).count > 1,
      !bytes[span.start..<span.end].contains(0x2D)
    else { return false }
    return words.lexicon.phrase(WordHash.capitals(words[index].hash)).kinds
      .isDisjoint(with: [.country, .state, .stateAbbreviation])
  }
}
