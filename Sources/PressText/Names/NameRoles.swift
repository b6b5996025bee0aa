import PressModel

extension NameWords {
  /// "Jr", "III".
  func isGeneration(_ index: Int) -> Bool {
    self.is(index, "Jr") || self.is(index, "Sr") || self.is(index, "II") || self.is(index, "III")
      || self.is(index, "IV") || self.is(index, "JR") || self.is(index, "SR")
  }

  /// The head word of an organization's name: the one before "of" or "for", else the last.
  func headOfName(_ tokens: Range<Int>) -> Int? {
    var head: Int?
    for index in tokens {
      if self.is(index, "of") || self.is(index, "for") || self.is(index, "on"), head != nil {
        break
      }
      if has(index, .anyHead) { head = index }
    }
    return head
  }

  /// The title before a name, as printed: "Ambassador".
  func title(of name: NameSpan) -> Span? {
    guard name.titleStart < name.tokens.lowerBound else { return nil }
    var last = name.tokens.lowerBound - 1
    // The stop of "Gen." belongs to it.
    if last > name.titleStart, self.is(last, "the") { last -= 1 }
    guard !isOnlyAddress(name.titleStart..<last + 1) else { return nil }
    // "Congressmen" has no singular that is printed.
    guard !isIrregular(last) else { return nil }
    // "First Lady Dr. Ann Roe", "Senator Reverend Bo Poe"
    let address = isMark(last, 0x2E) ? last - 1 : last
    if isAddress(address), hasOffice(from: name.titleStart, before: address) {
      last = address - 1
    }
    let end = singularEnd(of: last) ?? tokens[last].span.end
    return Span(tokens[name.titleStart].span.start, end)
  }

  /// Whether the words before a name are said to a woman: "Mrs.", but "Congressman" to a man.
  func isFemale(byTitle name: NameSpan) -> Bool? {
    var isFemale: Bool?
    for index in name.titleStart..<max(name.titleStart, name.tokens.lowerBound) {
      guard let phrase = phrase(at: index) else { continue }
      if phrase.kinds.contains(.male) { isFemale = false }
      if phrase.kinds.contains(.female) { isFemale = true }
    }
    return isFemale
  }

  /// Whether an office stands before a name, and no mere address.
  func hasOffice(_ name: NameSpan) -> Bool {
    (name.titleStart..<max(name.titleStart, name.tokens.lowerBound)).contains { index in
      phrase(at: index).map { !$0.kinds.isDisjoint(with: [.office, .rank]) } ?? false
    }
  }

  /// "Dr", "Mr", "Reverend", and the like.
  private func isAddress(_ index: Int) -> Bool {
    guard let phrase = phrase(at: index), phrase.end == index + 1 else { return false }
    return phrase.kinds.contains(.honorific)
  }

  /// Whether an office, or an honorific of several words as "First Lady", ends before a token.
  private func hasOffice(from start: Int, before end: Int) -> Bool {
    (start..<max(start, end)).contains { index in
      guard let phrase = phrase(at: index), phrase.end <= end else { return false }
      return !phrase.kinds.isDisjoint(with: [.office, .rank])
        || phrase.kinds.contains(.honorific) && phrase.end > index + 1
    }
  }

  /// Where the singular of a title's last word ends, where the word is a plural: each of "Senators
  /// Roe and Doe" is a Senator. Nil for other words.
  func singularEnd(of index: Int) -> Int? {
    let isCut = isMark(index, 0x2E) && index > 0
    let span = tokens[isCut ? index - 1 : index].span
    let bytes = tokens.text.bytes
    guard span.count > 3, bytes[span.end - 1] | 0x20 == 0x73 else { return nil }
    let hash = bytes.withUnsafeBufferPointer { WordHash.hash($0, span.start, span.end - 1) }
    let isTitle =
      lexicon.classes(hash).contains(.titleWord)
      || (isCut || span.count > 5) && !lexicon.phrase(hash).kinds.isDisjoint(with: .title)
    return isTitle ? span.end - 1 : nil
  }

  /// "Congressmen", "Congresswomen".
  private func isIrregular(_ index: Int) -> Bool {
    let span = tokens[index].span
    guard span.count > 8 else { return false }
    let bytes = tokens.text.bytes[span.end - 3..<span.end].map { $0 | 0x20 }
    return bytes == Array("men".utf8)
  }

  /// Whether a title is "Mr." and the like, which is no office.
  private func isOnlyAddress(_ range: Range<Int>) -> Bool {
    guard let phrase = phrase(at: range.lowerBound) else { return false }
    let isWhole =
      phrase.end >= range.upperBound
      || phrase.end + 1 == range.upperBound && isMark(phrase.end, 0x2E)
    return isWhole && !phrase.kinds.isDisjoint(with: [.male, .female])
      && phrase.kinds.contains(.honorific) && tokens[range.lowerBound].span.count <= 4
  }
}
