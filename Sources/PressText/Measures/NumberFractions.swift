import PressModel

/// Parts of a magnitude: "a quarter of a million", "three-quarters of a billion".
extension Tokens {
  /// Whether a token starts a part of a magnitude.
  func startsFraction(_ index: Int) -> Bool { fractionOfMagnitude(at: index) != nil }

  /// The number that a part of a magnitude is. Nil for parts without an end in decimals, as "a third
  /// of a million": no value of theirs would be exact.
  func fractionOfMagnitude(at index: Int) -> NumberExpression? {
    guard all[index].kind == .word, self.is(index + 1, "of") || self.is(index + 2, "of") else {
      return nil
    }
    var part = index
    var count = 1
    var name = word(index)
    if let hyphen = name.firstIndex(of: 0x2D) {
      guard let value = lexicon.cardinal(name[..<hyphen]) else { return nil }
      count = value
      name = name[(hyphen + 1)...]
    } else if self.is(index, "a") || self.is(index, "A") || self.is(index, .cardinal) {
      count = max(1, number(index))
      part += 1
      guard part < self.count else { return nil }
      name = word(part)
    }
    // The rarest first: this is asked of every word.
    guard self.is(part + 1, "of"), self.is(part + 2, "a"), self.is(part + 3, .magnitude),
      !self.is(part + 3, "hundred"), count < 10, let share = Self.share(name)
    else { return nil }
    let power = number(part + 3)
    let value = DecimalNumber(digits: share.digits * count, exponent: power + share.exponent)
    return NumberExpression(
      value: value, tokens: index...(part + 3), magnitude: power, suffix: nil, hasDigits: false)
  }

  /// Whether "a million" is what a part is taken of: "a third of a million".
  func isPartOfFraction(_ article: Int) -> Bool {
    guard self.is(article - 1, "of"), article > 1, all[article - 2].kind == .word else {
      return false
    }
    let name = word(article - 2)
    let part = name.firstIndex(of: 0x2D).map { name[($0 + 1)...] } ?? name
    return Self.share(part) != nil
      || ["third", "sixth", "seventh", "ninth"].contains { Self.isPart(part, $0) }
  }

  private func word(_ index: Int) -> ArraySlice<UInt8> {
    text.bytes[all[index].span.start..<all[index].span.end]
  }

  /// One in so many, where it ends in decimals.
  private static func share(_ name: ArraySlice<UInt8>) -> DecimalNumber? {
    if isPart(name, "half") { return DecimalNumber(digits: 5, exponent: -1) }
    if isPart(name, "quarter") || isPart(name, "fourth") {
      return DecimalNumber(digits: 25, exponent: -2)
    }
    if isPart(name, "fifth") { return DecimalNumber(digits: 2, exponent: -1) }
    if isPart(name, "eighth") { return DecimalNumber(digits: 125, exponent: -3) }
    return isPart(name, "tenth") ? DecimalNumber(digits: 1, exponent: -1) : nil
  }

  /// A word, or its plural.
  private static func isPart(_ name: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      name.starts(with: letters)
        && (name.count == letters.count || name.count == letters.count + 1 && name.last == 0x73)
    }
  }
}

extension Lexicon {
  /// The value of a number in one word.
  func cardinal(_ word: ArraySlice<UInt8>) -> Int? {
    let index = Int(number(of: word))
    return classes[index].contains(.cardinal) ? numbers[index] : nil
  }
}
