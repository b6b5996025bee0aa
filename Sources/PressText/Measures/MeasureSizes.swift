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

  /// "three-judge", one token. "two-state" and "one-person" are often names of kinds.
  func sizeInWords(at index: Int) -> Measure? {
    guard tokens[index].kind == .word, tokens[index].case == .lower, tokens[index].word == 0 else {
      return nil
    }
    let span = tokens[index].span
    let word = tokens.text.bytes[span.start..<span.end]
    guard let hyphen = word.lastIndex(of: 0x2D), word.count < 30,
      let count = tokens.lexicon.cardinal(word[..<hyphen]), count > 2
    else { return nil }
    let noun = word[(hyphen + 1)...]
    guard
      let name = Self.sized.first(where: { name in
        name.withUTF8Buffer { noun.elementsEqual($0) }
      })
    else { return nil }
    return Measure(value: DecimalNumber(digits: count), unit: name.description, span: span)
  }

  private static let sized: [StaticString] = [
    "person", "member", "nation", "state", "county", "country", "city", "seat", "judge", "justice",
    "bed", "unit", "page", "room", "story", "storey", "lane", "vote", "car", "truck", "ship",
    "school", "site", "district", "candidate", "employee", "student", "delegate",
  ]
}
