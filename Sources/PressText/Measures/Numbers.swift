public import PressModel

/// A number in decimal digits and a power of ten, exact.
public struct DecimalNumber: Hashable, Sendable {
  public var digits: Int
  public var exponent: Int

  public init(digits: Int, exponent: Int = 0) {
    self.digits = digits
    self.exponent = exponent
  }

  /// Times a power of ten.
  public func scaled(by power: Int) -> DecimalNumber {
    DecimalNumber(digits: digits, exponent: exponent + power)
  }

  /// Close enough to compare; not for output.
  public var approximation: Double {
    var value = Double(digits)
    for _ in 0..<abs(exponent) { value = exponent > 0 ? value * 10 : value / 10 }
    return value
  }

  /// Decimal notation without separators or exponent, and without zeros at the end of a fraction.
  public var written: String {
    guard exponent < 0 else {
      return digits == 0 ? "0" : String(digits) + String(repeating: "0", count: exponent)
    }
    var figures = Array(String(digits).utf8)
    let places = -exponent
    if figures.count <= places {
      figures.insert(contentsOf: repeatElement(0x30, count: places - figures.count + 1), at: 0)
    }
    var fraction = figures.suffix(places)
    while fraction.last == 0x30 { fraction.removeLast() }
    let whole = String(decoding: figures.dropLast(places), as: UTF8.self)
    return fraction.isEmpty ? whole : whole + "." + String(decoding: fraction, as: UTF8.self)
  }
}

/// A number as it stands in a text: digits or words with its magnitude.
public struct NumberExpression: Sendable {
  public var value: DecimalNumber
  /// The tokens that it takes, the last one included.
  public var tokens: ClosedRange<Int>
  /// The power of ten of a magnitude that is written out: 6 for "million"; 0 without one.
  public var magnitude: Int
  /// Letters glued to the digits that are no magnitude: `km` in "25km", `th` in "4th".
  public var suffix: Span?
  /// Whether it is written in digits.
  public var hasDigits: Bool
}

extension Tokens {
  /// The number that starts at a token; nil where none does.
  public func numberExpression(at index: Int) -> NumberExpression? {
    guard index >= 0, index < count else { return nil }
    if let found = fractionOfMagnitude(at: index) { return found }
    if all[index].kind == .number { return digits(at: index) }
    if self.is(index, [.cardinal]) { return numberWords(at: index) }
    // "a million", "half a billion"
    let isHalf = self.is(index, .half)
    let article = isHalf ? index + 1 : index
    guard self.is(article, "a"), self.is(article + 1, .magnitude),
      !self.is(article + 1, "hundred"), !isPartOfFraction(article)
    else { return nil }
    let power = number(article + 1)
    let value =
      isHalf
      ? DecimalNumber(digits: 5, exponent: power - 1) : DecimalNumber(digits: 1, exponent: power)
    return NumberExpression(
      value: value, tokens: index...(article + 1), magnitude: power, suffix: nil, hasDigits: false)
  }

  private func digits(at index: Int) -> NumberExpression? {
    let span = all[index].span
    guard let (value, end) = decimal(span) else { return nil }
    var found = NumberExpression(
      value: value, tokens: index...index, magnitude: 0, suffix: nil, hasDigits: true)
    if end < span.end {
      let word = lexicon.number(of: text.bytes[end..<span.end])
      let isMagnitude = !lexicon.classes[Int(word)].isDisjoint(with: [.shortMagnitude, .magnitude])
      guard isMagnitude else {
        found.suffix = Span(end, span.end)
        return found
      }
      found.magnitude = lexicon.numbers[Int(word)]
      found.value = value.scaled(by: found.magnitude)
      // "5m" may be metres: who reads a measure looks at the suffix.
      found.suffix = Span(end, span.end)
      return found
    }
    let last = grouped(behind: index, &found.value)
    found.tokens = index...last
    var next = fraction(after: last, &found.value)
    if self.is(next, byte: 0x2D), next + 1 < count, !all[next + 1].spaceBefore { next += 1 }
    // "100+ million", "12 million-a-year"
    if self.is(next, byte: 0x2B), self.is(next + 1, .magnitude) { next += 1 }
    if let power = magnitudeBeforeHyphen(next) {
      found.magnitude = power
      found.value = found.value.scaled(by: power)
      found.tokens = index...next
      return found
    }
    while self.is(next, .magnitude) {
      found.magnitude += number(next)
      found.value = found.value.scaled(by: number(next))
      found.tokens = index...next
      next += 1
    }
    if found.magnitude == 0, next > last + 1, !self.is(next - 1, byte: 0x2D) {
      found.tokens = index...(next - 1)
    }
    return found
  }

  /// Takes groups of three digits behind a space, or a comma and a space, that cannot be numbers of
  /// their own: "10 000", "12, 050". The last token of the number.
  private func grouped(behind index: Int, _ value: inout DecimalNumber) -> Int {
    guard value.exponent == 0, all[index].span.count <= 3, (1...999).contains(value.digits) else {
      return index
    }
    var last = index
    while true {
      let next = self.is(last + 1, byte: 0x2C) ? last + 2 : last + 1
      guard next < count, all[next].kind == .number, all[next].span.count == 3,
        all[next].spaceBefore, !all[next].startsLine, text.bytes[all[next].span.start] == 0x30,
        let (group, end) = decimal(all[next].span), end == all[next].span.end, group.exponent == 0,
        value.digits < 1_000_000_000
      else { return last }
      value.digits = value.digits * 1000 + group.digits
      last = next
    }
  }

  /// The power of ten of a word that goes on behind a hyphen: "billion-plus", "million-a-year".
  private func magnitudeBeforeHyphen(_ index: Int) -> Int? {
    guard index < count, all[index].kind == .word, all[index].word == 0 else { return nil }
    let span = all[index].span
    guard let hyphen = text.bytes[span.start..<span.end].firstIndex(of: 0x2D) else { return nil }
    let word = Int(lexicon.number(of: text.bytes[span.start..<hyphen]))
    return lexicon.classes[word].contains(.magnitude) ? lexicon.numbers[word] : nil
  }

  /// Reads "1/2" or "and a half" behind a whole number; the index behind.
  private func fraction(after index: Int, _ value: inout DecimalNumber) -> Int {
    let next = index + 1
    if self.is(next, "and"), self.is(next + 1, "a"), self.is(next + 2, .half),
      self.is(next + 3, .magnitude), value.exponent == 0, value.digits < 1_000_000
    {
      value = DecimalNumber(digits: value.digits * 10 + 5, exponent: -1)
      return next + 3
    }
    guard next + 2 < count, all[next].kind == .number, all[next].spaceBefore, self.is(next, "1"),
      self.is(next + 1, byte: 0x2F), self.is(next + 2, "2") || self.is(next + 2, "4"),
      value.exponent == 0, value.digits < 1_000_000
    else { return next }
    let isHalf = self.is(next + 2, "2")
    value = DecimalNumber(
      digits: value.digits * 100 + (isHalf ? 50 : 25), exponent: -2)
    return next + 3
  }

  /// The number at the start of a token of digits, and the offset behind its last digit. A comma
  /// or a repeated point between groups of three parts them; otherwise it is the decimal mark.
  func decimal(_ span: Span) -> (DecimalNumber, end: Int)? {
    var end = span.start
    var separators: [Int] = []
    while end < span.end {
      let byte = text.bytes[end]
      guard (byte >= 0x30 && byte <= 0x39) || byte == 0x2C || byte == 0x2E else { break }
      if byte == 0x2C || byte == 0x2E { separators.append(end) }
      end += 1
    }
    let isGrouped =
      !separators.isEmpty && text.bytes[separators[0]] == 0x2C || separators.count > 1
    // "02.13.13" is a date or a version.
    for (mark, next) in zip(separators, separators.dropFirst()) where next - mark != 4 {
      return nil
    }
    var decimalMark = end
    if let last = separators.last {
      let fraction = end - last - 1
      let isPoint = text.bytes[last] == 0x2E
      if isPoint && separators.count == 1 || fraction != 3
        || isPoint && isGrouped && text.bytes[separators[0]] == 0x2C
      {
        decimalMark = last
      }
    }
    var digits = 0
    for offset in span.start..<end where !separators.contains(offset) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, more) = product.addingReportingOverflow(Int(text.bytes[offset] - 0x30))
      if overflow || more { return nil }
      digits = sum
    }
    return (DecimalNumber(digits: digits, exponent: min(0, decimalMark - end + 1)), end)
  }

  /// "five", "twenty-one", "five hundred million", "two hundred and fifty thousand".
  private func numberWords(at index: Int) -> NumberExpression? {
    var total = 0
    var group = 0
    var magnitude = 0
    var next = index
    var last = index
    var half = false
    while next < count, next - index < 12 {
      if self.is(next, .cardinal), all[next].kind == .word {
        // "two five" are two numbers: a smaller part must follow a larger one.
        let value = number(next)
        guard group == 0 || group % 100 == 0 || (group % 10 == 0 && value < 10 && group % 100 >= 20)
        else { break }
        group += value
      } else if self.is(next, .magnitude), next > index {
        let power = number(next)
        magnitude = max(magnitude, power)
        if power == 2 {
          group *= 100
        } else {
          total += max(group, total == 0 ? 1 : 0) * (power > 12 ? 1 : powerOfTen(power))
          group = 0
        }
        guard group < 1_000_000, total < 1_000_000_000_000_000_000 / 1_000 else { return nil }
      } else if self.is(next, "and"), next > last, self.is(next + 1, .cardinal), magnitude > 0,
        self.is(last, .magnitude)
      {
        next += 1
        continue
      } else if self.is(next, "and"), self.is(next + 1, "a"), self.is(next + 2, .half),
        self.is(next + 3, .magnitude), total == 0
      {
        half = true
        next += 3
        continue
      } else {
        break
      }
      last = next
      next += 1
      if half { break }
    }
    var value = DecimalNumber(digits: total + group)
    if half, magnitude > 0 {
      value = DecimalNumber(
        digits: (total / powerOfTen(magnitude)) * 10 + 5, exponent: magnitude - 1)
    }
    return NumberExpression(
      value: value, tokens: index...last, magnitude: magnitude, suffix: nil, hasDigits: false)
  }

  private func powerOfTen(_ power: Int) -> Int {
    (0..<min(max(power, 0), 15)).reduce(1) { value, _ in value * 10 }
  }
}
