import PressModel

/// Tells acronyms of bodies from those of laws, programmes and things by the words that a text prints
/// before them once: "paid time off (PTO)", "the Safe Harbors Act (SHA)".
struct AcronymSenses {
  private enum Sense { case body, thing }

  private let words: NameWords
  /// The names of the text, in its order.
  private let names: [NameSpan]
  private static let letterLimit = 8

  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    self.names = names
  }

  /// The names but for organizations that are the acronyms of things.
  func withoutThings() -> [NameSpan] {
    var senses = HashTable<Sense?>(capacity: 8, absent: nil)
    var hasThings = false
    for open in words.tokens.indices where words.isMark(open, 0x28) {
      guard let acronym = acronym(behind: open), let sense = sense(of: acronym, before: open) else {
        continue
      }
      if sense == .thing { hasThings = true }
      // One body among several meanings is enough to leave all alone.
      senses.update(key(acronym)) { if $0 != .body { $0 = sense } }
    }
    guard hasThings else { return names }
    return names.filter { name in
      guard name.kind == .organization, name.tokens.count == 1 else { return true }
      return senses[key(name.tokens.lowerBound)] != .thing
    }
  }

  /// Without the "s" of a plural: "CBDCs".
  private func key(_ acronym: Int) -> UInt64 {
    let span = words.span(acronym..<acronym + 1)
    let bytes = words.tokens.text.bytes
    let end = bytes[span.end - 1] == 0x73 ? span.end - 1 : span.end
    return bytes.withUnsafeBufferPointer { WordHash.hash($0, span.start, end) }
  }

  /// The acronym that stands alone between brackets, with quotation marks or without.
  private func acronym(behind open: Int) -> Int? {
    var index = open + 1
    let isQuoted = words.isQuotation(index, .opening)
    if isQuoted { index += 1 }
    guard index + 1 < words.count, words.tokens[index].kind == .word,
      isQuoted ? words.isQuotation(index + 1, .closing) : words.isMark(index + 1, 0x29)
    else { return nil }
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    let end = bytes[span.end - 1] == 0x73 ? span.end - 1 : span.end
    guard (2...Self.letterLimit).contains(end - span.start),
      bytes[span.start..<end].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
    else { return nil }
    return index
  }

  /// Nil where the words before the bracket are not what the acronym stands for, or tell nothing.
  private func sense(of acronym: Int, before open: Int) -> Sense? {
    // "VA" is a state too.
    let known = words.lexicon.phrase(WordHash.capitals(words[acronym].hash))
    guard !known.kinds.contains(.organization) else { return nil }
    let letters = words.letters(of: acronym)
    if isOneWord(open - 1, letters) { return .thing }
    guard
      let long = longForm(before: open, letters, overSmall: true)
        ?? longForm(before: open, letters, overSmall: false)
    else { return nil }
    let last = long.upperBound - 1
    if isLaw(last) { return .thing }
    if isInOrganization(last) { return .body }
    if let phrase = words.phrase(at: long.lowerBound), phrase.end == long.upperBound,
      phrase.kinds.contains(.organization)
    {
      return .body
    }
    // "U.S. government (USG)", but "online travel agency (OTA)"
    if words.has(last, .head), long.contains(where: { words[$0].isCapitalized }) { return .body }
    if long.contains(where: { words.isLower($0) && !isSmall($0) }) { return .thing }
    if long.contains(where: { words.has($0, .anyHead) }) { return .body }
    let isPlain = long.allSatisfy { !words[$0].isCapitalized || words.isCommon($0) }
    return isPlain || words.has(last, .tail) ? .thing : nil
  }

  /// The words whose first letters the letters are; small words may go without. `overSmall`: whether
  /// small words never have a letter.
  private func longForm(
    before open: Int, _ letters: [UInt8], overSmall: Bool
  ) -> Range<Int>? {
    var last = open - 1
    // "the Centers’ (CTS)"
    if last > 0, words.tokens[last].kind == .mark, !words.isMark(last, 0x29) { last -= 1 }
    let first = words.spelled(letters[...], before: last + 1, within: 2 * Self.letterLimit) {
      index, letters in
      if words.tokens[index].kind == .mark {
        return words.isMark(index, 0x2C) && index < last ? 0 : nil
      }
      if overSmall, isSmall(index) { return index < last ? 0 : nil }
      return matched(index, letters) ?? (isSmall(index) && index < last ? 0 : nil)
    }
    return first.map { $0..<last + 1 }
  }

  /// "tuberculosis (TB)": letters of one word in lower case, its first among them.
  private func isOneWord(_ index: Int, _ letters: [UInt8]) -> Bool {
    guard words.isLower(index) else { return false }
    let span = words.tokens[index].span
    let word = words.tokens.text.bytes[span.start..<span.end].map { $0 & 0xDF }
    return span.count > letters.count + 2 && word.first == letters.first
      && word.holdsInOrder(letters)
  }

  /// How many of the last letters a word's initials are: two for "Inter-American", else one.
  private func matched(_ index: Int, _ letters: ArraySlice<UInt8>) -> Int? {
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    var initials: [UInt8] = []
    for offset in span.start..<span.end
    where offset == span.start || bytes[offset - 1] == 0x2D {
      initials.append(bytes[offset] & 0xDF)
    }
    if letters.count >= initials.count, letters.suffix(initials.count).elementsEqual(initials) {
      return initials.count
    }
    return letters.last == initials.first ? 1 : nil
  }

  private func isSmall(_ index: Int) -> Bool {
    words.isLower(index) && words.has(index, [.joint, .stop]) && words.tokens[index].span.count <= 4
  }

  private func isLaw(_ index: Int) -> Bool {
    words.is(index, "Act") || words.is(index, "Bill") || words.is(index, "Law")
      || words.is(index, "Treaty") || words.is(index, "Resolution")
  }

  private func isInOrganization(_ token: Int) -> Bool {
    let next = names.partitioningIndex { $0.tokens.upperBound > token }
    return next < names.count && names[next].kind == .organization
      && names[next].tokens.contains(token)
  }
}
