extension NameScan {
  /// Reads a title and the person's name after it; nil where no title starts here. A title without
  /// a name is passed over.
  mutating func titled(at index: Int) -> Int? {
    guard let (titleEnd, isAddress) = title(at: index) else { return nil }
    // "the Vice President's Ceremonial Office"
    if !words[titleEnd - 1].isPossessive,
      let end = nameAfterTitle(titleEnd, isAddress: isAddress)
        ?? calledName(titleEnd, behind: index..<titleEnd)
    {
      add(.person, titleEnd..<end, titleStart: index)
      return end
    }
    if let surname = surname(endingTitle: index..<titleEnd) {
      add(.person, surname..<titleEnd, titleStart: index)
    }
    return titleEnd
  }

  /// The end of a chain of modifiers and titles; nil without a title. `isAddress`: an honorific or
  /// a rank is the last, after which nearly anything is a name.
  func title(at index: Int) -> (end: Int, isAddress: Bool)? {
    var end = index
    var isAddress = false
    var hasTitle = false
    var steps = 0
    while end < words.count, steps < 7 {
      guard words[end].isCapitalized, end == index || !words.tokens[end].startsLine else { break }
      steps += 1
      if let phrase = phrase(at: end), !phrase.kinds.isDisjoint(with: .title) {
        // "Prince William County", "Major League"
        hasTitle = true
        isAddress = !phrase.kinds.isDisjoint(with: [.honorific, .rank])
        end = phrase.end
        if end < words.count, words[end].isAbbreviationStop || isTitleStop(end) { end += 1 }
        if let office = officeArea(end) { end = office }
        continue
      }
      if words.has(end, .modifier) || phrase(at: end)?.kinds == .demonym
        || !hasTitle && words.isCommon(end) && !words.has(end, [.firstName, .noOffice])
          && titleFollows(end + 1)
      {
        if hasTitle, !titleFollows(end + 1) { break }
        end = phrase(at: end)?.end ?? end + 1
        continue
      }
      break
    }
    return hasTitle ? (end, isAddress) : nil
  }

  private func isTitleStop(_ index: Int) -> Bool {
    words.isMark(index, 0x2E) && !words.tokens[index].spaceBefore && index + 1 < words.count
      && words[index + 1].isCapitalized && words.tokens[index - 1].span.count <= 5
      && words.tokens[index - 1].span.count > 1
  }

  private func titleFollows(_ index: Int) -> Bool {
    guard index < words.count, words[index].isCapitalized else { return false }
    if words.has(index, .modifier) {
      return index + 1 < words.count && words[index + 1].isCapitalized
        && phrase(at: index + 1).map { !$0.kinds.isDisjoint(with: .title) } ?? false
    }
    return phrase(at: index).map { !$0.kinds.isDisjoint(with: [.office, .rank]) } ?? false
  }

  /// The end of what a title is the title of, where a name follows without a comma: "of Foreign
  /// Affairs" in "Minister of Foreign Affairs Jane Doe".
  private func officeArea(_ index: Int) -> Int? {
    guard words.is(index, "of") || words.is(index, "for") else { return nil }
    var end = index + 1
    if words.is(end, "the") { end += 1 }
    guard end < words.count, words[end].isCapitalized else { return nil }
    if let place = phrase(at: end), !place.kinds.isDisjoint(with: [.place, .organization]) {
      end = place.end
    } else {
      let start = end
      while end < words.count, words[end].isCapitalized, person(at: end) == nil, end - start < 5 {
        end += 1
        if words.is(end, "and"), end + 1 < words.count, words[end + 1].isCapitalized,
          words.isCommon(end + 1)
        {
          end += 1
        }
      }
      guard end > start else { return nil }
    }
    guard end < words.count, words[end].isCapitalized, person(at: end) != nil else { return nil }
    return end
  }

  /// The end of the name that follows a title.
  private func nameAfterTitle(_ index: Int, isAddress: Bool) -> Int? {
    guard index < words.count, !words.tokens[index].startsLine else { return nil }
    if let end = person(at: index) { return end }
    let isParticle =
      words.has(index, .particle) && index + 1 < words.count
      && words[index + 1].isCapitalized
    guard words[index].isCapitalized || isParticle else { return nil }
    if words.has(index, .stop) { return nil }
    let isKnown = words.has(index, [.firstName, .surname])
    if words.has(index, [.head, .tail, .titleWord]), !isKnown || isHeadAfter(index) { return nil }
    if words.isCommon(index), !isKnown { return nil }
    let isShouted = words[index].isHeadline || words[index].isAllCapitals && words.isCommon(index)
    if words.has(index, .wordlike), isShouted, !isAddress { return nil }
    if let phrase = phrase(at: index), !phrase.kinds.isDisjoint(with: [.country, .organization]),
      !isKnown
    {
      return nil
    }
    if phrase(at: index)?.kinds == .demonym, !words.has(index, .surname) { return nil }
    if words[index].isAllCapitals, !words[index].isHeadline, words.tokens[index].span.count <= 4,
      !isKnown, !isInitials(index)
    {
      return nil
    }
    if words.has(index + 1, .placeHead), words[index + 1].isCapitalized, !isAddress { return nil }
    return nameEnd(index)
  }

  private func isInitials(_ index: Int) -> Bool { words.isInitial(index) }

  private func isHeadAfter(_ index: Int) -> Bool {
    !words.has(index, .surname) || words.is(index + 1, "of")
      || words.has(index, .head) && !words[index].isPossessive && !words.has(index, .firstName)
        && words.isCommon(index)
  }

  /// The end of a person's name that its own words tell: a first name and what follows, initials
  /// and a surname.
  func person(at index: Int) -> Int? {
    let word = words[index]
    guard word.isCapitalized, !word.classes.contains(.stop) else { return nil }
    let next = nextPart(index)
    if words.isInitial(index),
      word.isAllCapitals || words.tokens[index].span.count == 2
        || words.tokens[index].span.count == 1
    {
      return initialed(index)
    }
    guard word.classes.contains(.firstName) else { return nil }
    guard let next, next < words.count, !word.isPossessive else { return nil }
    let isWeak =
      word.classes.contains(.wordlike) || word.classes.contains(.mostlySurname)
      || isPlaceName(index) || word.isHeadline && words.isCommon(next)
    if words.isInitial(next), !word.classes.contains(.common) || !isWeak {
      guard let end = initialed(next) else { return nil }
      return end
    }
    let isSurname = words.has(next, .surname)
    if words.has(next, [.head, .weakHead, .tail, .titleWord, .suffix, .placeHead, .stop]),
      !isSurname || !words.has(next, .surname) || words.has(next, [.head, .tail])
    {
      return nil
    }
    if phrase(at: next)?.kinds == .demonym { return nil }
    if let phrase = phrase(at: next), !isSurname,
      !phrase.kinds.isDisjoint(with: [.country, .organization, .state])
    {
      return nil
    }
    if isWeak {
      guard isSurname, !words.has(next, .wordlike) || !words.has(next, .common) else {
        return nil
      }
      if isPlaceName(index), words.has(index - 1, .placeCue) { return nil }
    }
    if words.isCommon(next), !isSurname { return nil }
    if words.has(next, .common), word.isHeadline || word.startsSentence && isWeak { return nil }
    return nameEnd(index)
  }

  private func isPlaceName(_ index: Int) -> Bool {
    guard let phrase = phrase(at: index) else { return false }
    return !phrase.kinds.isDisjoint(with: .place) && !phrase.kinds.contains(.ambiguous)
  }

  /// "J. Edgar Hoover", "R. E. Glenn": initials, then up to two words of which the last is no
  /// common word.
  private func initialed(_ index: Int) -> Int? {
    var next = index
    while next < words.count, words.isInitial(next), next - index < 3 {
      let isStopped = words.tokens.text.bytes[words.tokens[next].span.end - 1] == 0x2E
      next += 1
      if !isStopped, words.isMark(next, 0x2E) { next += 1 }
    }
    guard next < words.count, words[next].isCapitalized, !words.tokens[next].startsLine,
      words.tokens[next].span.count > 2, !words.has(next, .stop)
    else { return nil }
    let isStopped = words.tokens[index].span.count > 1
    let isKnown = words.has(next, [.surname, .firstName])
    guard isKnown || isStopped && !words.isCommon(next) else { return nil }
    guard isKnown || phrase(at: next) == nil else { return nil }
    if words.has(next, [.head, .tail, .suffix]), !words.has(next, .surname) { return nil }
    if !isStopped, words.has(next, .common) { return nil }
    return nameEnd(next, parts: 2)
  }

  /// The token of the next part of a name, over the full stop of "Wm." or a particle; nil where the
  /// name cannot go on.
  func nextPart(_ index: Int) -> Int? {
    var next = index + 1
    guard next < words.count, !words.tokens[next].startsLine else { return nil }
    if words[next].isCapitalized { return next }
    var steps = 0
    while next < words.count, words.has(next, .particle), steps < 2 {
      next += 1
      steps += 1
      // "al - Sadr", as texts that were tokenized have it.
      if words.isMark(next, 0x2D) { next += 1 }
      // "Jane Doe as U.S. envoy"
      if next < words.count, words[next].isCapitalized {
        return words.isInitial(next) ? nil : next
      }
    }
    return nil
  }

  /// The end of a name whose first part is at a token: at most five parts, of which `parts` are read
  /// with this one.
  func nameEnd(_ index: Int, parts: Int = 1) -> Int {
    var last = index
    if words.has(index, .particle), !words[index].isCapitalized, let next = nextPart(index) {
      last = next
    }
    var parts = parts
    while parts < 5, !words[last].isPossessive, let next = nextPart(last) {
      let word = words[next]
      if words.isInitial(next) {
        guard parts < 4, next + 1 < words.count else { break }
      } else {
        if word.classes.contains(.stop) { break }
        if parts > 1, endsName(next) {
          last = next
          break
        }
        let isSurname = word.classes.contains(.surname)
        if words.has(next, [.head, .weakHead, .tail, .titleWord, .suffix, .placeHead]),
          parts > 1 || !isSurname || words.has(next, .head)
        {
          break
        }
        if words.isCommon(next), !isSurname || parts > 1 { break }
        // "Anne Marie Malecha" goes on in a headline, "Jane Doe Lauds Plan" does not.
        // Nor does "Sen. Doe Introduces Bill".
        if word.isHeadline, !isSurname, !words.has(last, .firstName) { break }
        if word.isAllCapitals, !words[index].isAllCapitals, !words.isGeneration(next) { break }
        if parts > 1 || !isSurname, let phrase = phrase(at: next),
          !phrase.kinds.isDisjoint(
            with: [.country, .state, .demonym, .organization, .title])
        {
          break
        }
      }
      last = next
      parts += 1
    }
    return generation(after: last + 1)
  }

  /// "Martin Luther King, Jr.", "Mary Jane Bishop": a surname that is a title or a common word as well
  /// ends a name that no other follows.
  private func endsName(_ index: Int) -> Bool {
    guard words.has(index, .surname) else { return false }
    let isTitle = phrase(at: index).map { !$0.kinds.isDisjoint(with: .title) } ?? false
    guard isTitle || words.isCommon(index) || words.has(index, .titleWord) else { return false }
    let next = words.isMark(index + 1, 0x2C) ? index + 2 : index + 1
    if words.isGeneration(next) { return true }
    return !words[index].isHeadline && index + 1 < words.count
      && (!words[index + 1].isCapitalized || words.tokens[index + 1].startsLine)
      && !words.is(index + 1, "of")
  }

  /// "Jr.", "III", with or without a comma before it.
  func generation(after index: Int) -> Int {
    var next = index
    if words.isMark(next, 0x2C) { next += 1 }
    guard words.isGeneration(next) else { return index }
    return words.isMark(next + 1, 0x2E) ? next + 2 : next + 1
  }
}
