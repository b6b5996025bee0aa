import PressModel

/// Mends names of bodies that start behind an "and" of their own: "the Tide and Harbor Service
/// Academy", "the Canals, Locks, and Rivers Committee", and titles: "Locks and Rivers Chairman Ann Roe".
struct CutStarts {
  private let words: NameWords
  /// The names that stand somewhere without "and" before them: these are whole.
  private var whole: HashTable<Bool>
  private static let longestPart = 4
  private static let mostParts = 6

  init(_ words: NameWords, _ names: [NameSpan]) {
    self.words = words
    whole = HashTable(capacity: 64, absent: false)
    for name in names where name.kind == .organization && !isAnd(name.tokens.lowerBound - 1) {
      whole.update(words.key(name.tokens)) { $0 = true }
    }
  }

  /// Where a name, or the title before it, starts indeed; nil where it is whole. `names`: those
  /// before it.
  func start(of name: NameSpan, after names: [NameSpan]) -> Int? {
    let first = name.titleStart
    guard first > 1, isAnd(first - 1), !words.tokens[first].startsLine,
      !words.tokens[first - 1].startsLine, let isList = isCut(name),
      let start = start(before: first, isList: isList, isLong: isLong(name))
    else { return nil }
    // Halves and parts that stood for names of their own.
    for last in names.reversed() {
      if last.tokens.upperBound <= start { break }
      guard last.kind == .organization, last.tokens.lowerBound >= start,
        words.phrase(of: last) == nil, words.headOfName(last.tokens) == nil
      else { return nil }
    }
    return start
  }

  private func isAnd(_ index: Int) -> Bool { words.is(index, "and") || words.isMark(index, 0x26) }

  /// Nil for a name that is whole; whether a list with commas may stand before it, as before a
  /// committee.
  private func isCut(_ name: NameSpan) -> Bool? {
    let first = name.titleStart
    if name.kind == .person {
      guard first < name.tokens.lowerBound, isSubject(first), !title(at: first),
        !isChamber(first), !RoleWords.shared.isModifier(first, words),
        !words.has(first, .titleWord), first + 1 < name.tokens.lowerBound
      else { return nil }
      return true
    }
    guard name.kind == .organization, words.phrase(of: name) == nil, !whole[words.key(name.tokens)],
      let head = words.headOfName(name.tokens), head > first, !isChamber(first),
      (first..<head).allSatisfy({ isSubject($0) })
    else { return nil }
    // What goes on names what the body gives or has: "Rescue Service Award".
    guard
      head == name.tokens.upperBound - 1 || words.is(head + 1, "of") || words.is(head + 1, "for")
    else { return nil }
    if words.is(head, "Committee") || words.is(head, "Subcommittee") { return true }
    return isOfTwo(head) ? nil : false
  }

  /// "the Treasury and Justice Department" are two.
  private func isOfTwo(_ head: Int) -> Bool {
    words.is(head, "Department") || words.is(head, "Ministry") || words.is(head, "Departments")
      || words.is(head, "Ministries") || words.is(head, "Committees") || isArea(head)
  }

  /// Whether a head of firms says what bodies are for.
  private func isArea(_ index: Int) -> Bool {
    words.is(index, "Energy") || words.is(index, "Media")
  }

  private func isChamber(_ index: Int) -> Bool {
    words.is(index, "House") || words.is(index, "Senate") || words.is(index, "Joint")
  }

  /// Whether a name has more words than one before its head, as many a whole one has.
  private func isLong(_ name: NameSpan) -> Bool {
    guard name.kind == .organization, let head = words.headOfName(name.tokens) else { return false }
    return head - name.tokens.lowerBound > 1 && !words.is(head, "Committee")
      && !words.is(head, "Subcommittee")
  }

  private func start(before first: Int, isList: Bool, isLong: Bool) -> Int? {
    var found: Int?
    var hasComma = false
    var cursor = first
    for part in 0..<(isList ? Self.mostParts : 1) {
      var joint = cursor - 1
      guard isAnd(joint) || words.isMark(joint, 0x2C) else { break }
      if isAnd(joint), words.isMark(joint - 1, 0x2C) { joint -= 1 }
      if words.isMark(joint, 0x2C) { hasComma = true }
      guard let start = partStart(joint) else { break }
      // "Harbors, and Rivers Committee" is no list without a third part.
      if part == 0, !hasComma || isList { found = hasComma ? nil : start }
      if part > 0, hasComma { found = start }
      cursor = start
    }
    guard let found, isList || !words.isMark(found - 1, 0x2C) else { return nil }
    if isLong, !words.is(found - 1, "the"), !words.is(found, "American") { return nil }
    return found
  }

  /// Where the words start that end before a token and say what a body is for, with the chamber or the
  /// country before them.
  private func partStart(_ end: Int) -> Int? {
    var start = end
    while start > 0, end - start < Self.longestPart, isPart(start - 1), isSubject(start - 1),
      start == end || !words[start - 1].isPossessive
    {
      start -= 1
      if words.tokens[start].startsLine || isChamber(start) { break }
    }
    guard start < end, !words[end - 1].isPossessive else { return nil }
    if isChamber(start) { return end - start > 1 ? start : nil }
    // "Extends Water and Rivers Programs": the first word of a sentence may be any.
    if words[start].startsSentence, end - start > 1, words.has(start, [.noOffice, .deed, .commits])
    {
      start += 1
    }
    guard !words.tokens[start].startsLine, start > 0, words[start - 1].isCapitalized else {
      return start
    }
    if isChamber(start - 1) || words.is(start - 1, "American") { return start - 1 }
    // In a headline nothing tells where the name starts.
    return words[start].isHeadline ? nil : start
  }

  private func isPart(_ index: Int) -> Bool {
    words[index].isCapitalized && !words[index].isAllCapitals && !title(at: index)
      && words[index].classes.isDisjoint(with: .noSubject)
      && (!words.has(index, .weakHead) || isArea(index))
      && (words.phrase(at: index).map {
        $0.kinds.isDisjoint(with: PhraseKind.place.union([.demonym, .organization]))
      } ?? true)
  }

  private func isSubject(_ index: Int) -> Bool {
    (words.isCommon(index) || words.has(index, .modifier))
      && !words.is(index, "National") && !words.is(index, "Federal")
      && !words.is(index, "International")
  }

  private func title(at index: Int) -> Bool {
    words.phrase(at: index).map { !$0.kinds.isDisjoint(with: .title) } ?? false
  }
}
