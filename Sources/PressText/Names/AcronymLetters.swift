/// Acronyms and the words whose letters they are made of.
extension NameWords {
  /// The capitals of an acronym.
  func letters(of acronym: Int) -> [UInt8] {
    let span = tokens[acronym].span
    return tokens.text.bytes[span.start..<span.end].filter { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The initials of a name's capitalized words; none of a name of one word.
  func initials(of name: Range<Int>) -> [UInt8] {
    guard name.count > 1 else { return [] }
    let bytes = tokens.text.bytes
    var capitals: [UInt8] = []
    for index in name where self[index].isCapitalized {
      let word = tokens[index].span
      var isStart = true
      for offset in word.start..<word.end {
        if isStart { capitals.append(bytes[offset] & 0xDF) }
        isStart = bytes[offset] == 0x2D
      }
    }
    return capitals
  }

  /// Whether an acronym is made of the initials of a name's capitalized words.
  func initials(_ name: Range<Int>, match acronym: Int) -> Bool {
    let letters = letters(of: acronym)
    return letters.count >= 2 && initials(of: name) == letters
  }

  /// Where a bracket opens right behind a name, or behind the mark that ends its possessive: "the
  /// Norwegian Harbors’ (NH)".
  func bracket(behind name: Range<Int>) -> Int? {
    var open = name.upperBound
    if open < count, tokens[open].kind == .mark, !tokens[open].spaceBefore, !isMark(open, 0x28) {
      open += 1
    }
    return isMark(open, 0x28) ? open : nil
  }

  /// The acronym that stands alone in a bracket, between quotation marks or without, and whose letters
  /// are of a name's initials or these of them. `isAcronym`: whether a token may be one.
  func acronym(
    inBracket open: Int, of name: Range<Int>, where isAcronym: (Int) -> Bool
  ) -> Int? {
    var acronym = open + 1
    if acronym < count, opensQuotation(acronym) { acronym += 1 }
    guard acronym + 1 < count, isAcronym(acronym),
      isMark(acronym + 1, 0x29) || closesQuotation(acronym + 1)
    else { return nil }
    return abbreviates(acronym, name) ? acronym : nil
  }

  /// Whether the letters of an acronym all stand among a name's initials, or these among them.
  func abbreviates(_ acronym: Int, _ name: Range<Int>) -> Bool {
    let (letters, initials) = (letters(of: acronym), initials(of: name))
    return initials.holdsInOrder(letters) || letters.holdsInOrder(initials)
  }

  /// The first of the words on one line before a token that spell an acronym, read backwards from its
  /// last letter; `limit`: how many tokens there are at most.
  ///
  /// `count`: how many of the letters that are left end in a token; 0 for what may stand between, nil
  /// for what may not.
  func spelled(
    _ letters: ArraySlice<UInt8>, before end: Int, within limit: Int,
    count: (Int, ArraySlice<UInt8>) -> Int?
  ) -> Int? {
    var letters = letters
    var index = end - 1
    while index >= 0, end - index <= limit, let taken = count(index, letters) {
      letters = letters.dropLast(taken)
      if letters.isEmpty { return index }
      if tokens[index].startsLine { return nil }
      index -= 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether at least two letters all stand here, in their order.
  func holdsInOrder(_ letters: [UInt8]) -> Bool {
    var next = 0
    for letter in self where next < letters.count && letter == letters[next] { next += 1 }
    return letters.count > 1 && next == letters.count
  }
}
