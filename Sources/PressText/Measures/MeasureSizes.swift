import PressModel

/// Sizes before a noun: "a 12-person team", "the three-judge panel", "an 80-bed ward".
extension MeasureGrammar {
  /// What a number counts behind a hyphen at a token, and its token.
  func size(from hyphen: Int) -> (name: String, last: Int)? {
    let noun = hyphen + 1
    guard tokens.is(hyphen, byte: 0x2D), noun < tokens.count, !tokens[hyphen].spaceBefore,
      !tokens[noun].spaceBefore, tokens[noun].case == .lower,
      let name = Self.sized.first(where: { tokens.is(noun, $0) })
    else { return nil }
    return (name.description, noun)
  }

  /// "three-judge", "four-year", one token. "two-state" and "one-person" are often names of kinds.
  func sizeInWords(at index: Int) -> Measure? {
    guard tokens[index].kind == .word, tokens[index].case == .lower, tokens[index].word == 0 else {
      return nil
    }
    let span = tokens[index].span
    let word = tokens.text.bytes[span.start..<span.end]
    guard var hyphen = word.lastIndex(of: 0x2D), word.count < 30 else { return nil }
    // "three-year-old"
    if word[(hyphen + 1)...].starts(with: "old".utf8),
      let before = word[..<hyphen].lastIndex(of: 0x2D)
    {
      hyphen = before
    }
    let noun = word[(hyphen + 1)...]
    guard let count = tokens.lexicon.cardinal(word[..<hyphen]), count > 1 else { return nil }
    let name =
      stretch(named: noun)
      ?? (count > 2 ? Self.sized.first { Self.is(noun, $0) }?.description : nil)
    return name.map { Measure(value: DecimalNumber(digits: count), unit: $0, span: span) }
  }

  private static func `is`(_ letters: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters.elementsEqual($0) }
  }

  private static let sized: [StaticString] = [
    "person", "member", "nation", "state", "county", "country", "city", "seat", "judge", "justice",
    "bed", "unit", "page", "room", "story", "storey", "lane", "vote", "car", "truck", "ship",
    "school", "site", "district", "candidate", "employee", "student", "delegate",
  ]
}
