import PressModel
import PressText

/// Finds in a sentence what looks like a fact and is covered by none: numbers, dates, sums and names.
///
/// Words next to each other that make one name are one, with the number behind them: "Section 5".
/// What names nothing by itself is left out: titles, offices, adjectives of countries, contractions,
/// and the party and district in brackets behind a member's name.
struct UncoveredWords {
  let tokens: Tokens
  let names: Names
  /// For each byte of the text, whether words of a fact stand there.
  let covered: [Bool]

  typealias Found = (span: Span, what: Uncovered.What)

  func all(in sentence: Span) -> [Found] {
    var found: [Found] = []
    let first = tokens.index(at: sentence.start)
    var index = first
    func isInside(_ index: Int) -> Bool {
      index < tokens.count && tokens[index].span.end <= sentence.end
    }
    while isInside(index) {
      let start = index
      index = behindTag(at: start) ?? start + 1
      guard index == start + 1, !isCovered(start),
        let what = what(start, startsSentence: start == first)
      else { continue }
      if what == .name {
        var namesOne = !names.isGeneral(start) && !isNumber(start)
        while isInside(index), !isCovered(index), self.what(index) == .name || isNumber(index) {
          namesOne = namesOne || !names.isGeneral(index) && !isNumber(index)
          index += 1
        }
        guard namesOne else { continue }
      } else if isClock(start), isInside(start + 2) {
        index = start + 3
      }
      let span = Span(tokens[start].span.start, tokens[index - 1].span.end)
      found.append((span, isClock(start) ? .date : what))
    }
    return found
  }

  private func isCovered(_ index: Int) -> Bool { covered[tokens[index].span.start] }

  private func what(_ index: Int, startsSentence: Bool = false) -> Uncovered.What? {
    let token = tokens[index]
    switch token.kind {
    case .mark: return nil
    case .number:
      if startsSentence || tokens.is(index - 1, byte: 0x5B) { return nil }
      if tokens.is(index - 1, [.currencySymbol, .currencyCode])
        || tokens.is(index + 1, [.currencySymbol, .currencyCode, .currencyName])
      {
        return .sum
      }
      let digits = tokens.string(index)
      if digits.utf8.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") { return .date }
      return opensName(index) ? (isCovered(index + 1) ? nil : .name) : .number
    case .word:
      guard token.isCapitalized, !tokens.isContraction(index) else { return nil }
      if tokens.is(index, [.month, .weekday]), !startsSentence { return .date }
      let known: LexicalClass = [
        .pronoun, .personalPronoun, .determiner, .auxiliary, .preposition, .conjunction, .copula,
        .starter, .titleAbbreviation, .speakerTitle, .month, .weekday, .adverb, .ordinal, .cardinal,
      ]
      // The first word of a sentence has a capital whatever it is.
      return startsSentence || tokens.is(index, known) ? nil : .name
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    tokens[index].kind == .number && !tokens[index].startsLine
  }

  /// "the 113th Congress", "the 7th District"
  private func opensName(_ index: Int) -> Bool {
    tokens.string(index).last?.isLetter ?? false && index + 1 < tokens.count
      && tokens[index + 1].isCapitalized && !tokens[index + 1].startsLine
  }

  /// "9:30"
  private func isClock(_ index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index].kind == .number && tokens.is(index + 1, .colon)
      && tokens[index + 2].kind == .number && !tokens[index + 1].spaceBefore
      && !tokens[index + 2].spaceBefore
  }

  /// The token behind "(R-FL)", "(TX-19)" or "(D-N.Y.)"; nil where none starts.
  private func behindTag(at index: Int) -> Int? {
    guard tokens.is(index, .openBracket), index + 1 < tokens.count else { return nil }
    let word = Array(tokens.string(index + 1).utf8)
    let isParty =
      word.count > 2 && word[1] == 0x2D && [0x44, 0x52, 0x49].contains(word[0])
      && (0x41...0x5A).contains(word[2])
    let isDistrict =
      word.count > 3 && word[2] == 0x2D && word[..<2].allSatisfy { (0x41...0x5A).contains($0) }
      && (0x30...0x39).contains(word[3])
    guard isParty || isDistrict else { return nil }
    for close in index + 2..<min(index + 10, tokens.count) where tokens.is(close, .closeBracket) {
      return close + 1
    }
    return nil
  }
}
