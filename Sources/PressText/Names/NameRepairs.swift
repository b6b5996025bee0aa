import PressModel

/// Mends names by what stands around them, in steps that each see what the one before left:
/// - a nickname between marks joins two parts of a name, an ampersand two surnames into a firm
///   (`FirmNames`);
/// - what only bears a person's name is no person (`Namesakes`), nor is what two words of a brand name
///   (`NamedThings`), or a word that may be one where nothing says so (`LonePeople`);
/// - a headline's verb parts names (`HeadlineNames`), and people's names end with them (`PersonEnds`);
/// - an "and" of its own cuts no name (`CutNames`), a name that is whole elsewhere is whole
///   (`WholeNames`), and nothing but a name (`BodyTrims`);
/// - an acronym that a bracket gives a body is one (`DefinedAcronyms`), and that of a law or a thing is
///   none (`AcronymSenses`);
/// - people, brands and degrees are no places (`PlaceRepairs`), and what stands where a dateline names
///   its place is one.
struct NameRepairs {
  let words: NameWords

  /// `place`: the words of the dateline's place or the place of delivery, where they are known.
  func mended(_ names: [NameSpan], place: Span?) -> [NameSpan] {
    let senses = Namesakes(words: words).mended(joined(names))
    let known = LonePeople(words).sorted(NamedThings(words: words, names: senses).removed())
    let parted = PersonEnds(words).mended(HeadlineNames(words, known).mended(known))
    let whole = WholeNames(words, CutNames(words: words).mended(parted)).mended()
    let bodies = DefinedAcronyms(words, BodyTrims(words, whole).mended()).mended()
    let meant = AcronymSenses(words, bodies).withoutThings()
    let names = PlaceRepairs(words: words).mended(meant)
    guard let place, !place.isEmpty else { return names }
    return withPlace(place, names)
  }

  // MARK: - Names of several parts

  private func joined(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    let firms = FirmNames(words, names)
    for name in names {
      if isParty(name) || isFiscalYear(name) { continue }
      if let last = mended.last {
        if last.tokens.upperBound > name.tokens.lowerBound {
          // A part of the name before, which has taken it up.
          let end = max(last.tokens.upperBound, name.tokens.upperBound)
          mended[mended.count - 1].tokens = last.tokens.lowerBound..<end
          continue
        }
        if isOneBody(last, name) {
          mended[mended.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
          continue
        }
        if firms.isOfTwo(last, name) {
          let tokens = last.tokens.lowerBound..<name.tokens.upperBound
          mended[mended.count - 1] = NameSpan(.organization, tokens)
          continue
        }
      }
      if let start = firms.start(of: name, behind: mended.last?.tokens.upperBound ?? 0) {
        mended.append(NameSpan(.organization, start..<name.tokens.upperBound))
        continue
      }
      var name = name
      if let surname = surname(behindNickname: name) {
        name.tokens = name.tokens.lowerBound..<surname + 1
      }
      mended.append(name)
    }
    return mended
  }

  /// "(R-Okla.)", "both D-VA", "Ann Berg, R-Idaho,"
  private func isParty(_ name: NameSpan) -> Bool {
    let first = name.tokens.lowerBound
    let span = words.tokens[first].span
    let bytes = words.tokens.text.bytes
    guard span.count > 2, bytes[span.start + 1] == 0x2D,
      [0x44, 0x49, 0x52].contains(bytes[span.start])
    else { return false }
    return words.isMark(first - 1, 0x28) || span.count == 4 && words[first].isAllCapitals
      || words.isMark(first - 1, 0x2C) && span.count > 4 && bytes[span.start + 3] >= 0x61
        && bytes[span.start + 2] < 0x5B
  }

  /// "FY12"
  private func isFiscalYear(_ name: NameSpan) -> Bool {
    let span = words.tokens[name.tokens.lowerBound].span
    let bytes = words.tokens.text.bytes
    return name.tokens.count == 1 && span.count > 3 && bytes[span.start] == 0x46
      && bytes[span.start + 1] == 0x59 && bytes[span.start + 2] <= 0x39
  }

  /// "Robert C. “Bobby” Scott", "William (Bill) Gates": the surname behind the nickname.
  private func surname(behindNickname name: NameSpan) -> Int? {
    let open = name.tokens.upperBound
    guard name.kind == .person, open + 3 < words.count, words.isQuotation(open, .opening),
      words[open + 1].isCapitalized, words.isQuotation(open + 2, .closing),
      words[open + 3].isCapitalized, !words.has(open + 3, .stop),
      !words.tokens[open + 3].startsLine,
      words.has(open + 3, .surname) || !words.isCommon(open + 3),
      words.tokens[open + 1].span.count > 1
    else { return nil }
    return open + 3
  }

  /// "Securities and Exchange Commission", "Health Resources and Services Administration": two halves of
  /// one body's name, of which only the second has a head.
  private func isOneBody(_ left: NameSpan, _ right: NameSpan) -> Bool {
    let and = left.tokens.upperBound
    guard left.kind == .organization, right.kind == .organization,
      right.tokens.lowerBound == and + 1, words.is(and, "and") || words.isMark(and, 0x26),
      right.tokens.count > 1, words.has(right.tokens.upperBound - 1, .anyHead),
      words.phrase(of: left) == nil, words.headOfName(left.tokens) == nil
    else { return false }
    let last = left.tokens.upperBound - 1
    // "Toyota and Exchange Bank": a firm is no common word.
    return words.isCommon(last) && !words[last].isHeadline && !words[last].isPossessive
      && !words[last].isAllCapitals
  }

  // MARK: - The dateline

  private func withPlace(_ place: Span, _ names: [NameSpan]) -> [NameSpan] {
    let first = words.tokens.index(at: place.start)
    var last = first
    while last < words.count, words.tokens[last].span.start < place.end { last += 1 }
    guard first < last else { return names }
    var mended = names
    for part in parts(of: first..<last) {
      let over = mended.indices.filter { mended[$0].tokens.overlaps(part) }
      let isBody = over.contains { index in
        let tokens = mended[index].tokens
        return mended[index].kind == .organization && words.has(tokens.upperBound - 1, .anyHead)
          || tokens.lowerBound < first || tokens.upperBound > last
      }
      guard !isBody else { continue }
      let hasPlace = over.contains { mended[$0].kind == .place }
      for index in over.reversed() where mended[index].kind != .place { mended.remove(at: index) }
      if !hasPlace { mended.append(NameSpan(.place, part)) }
    }
    return mended.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The town and the state or country of a dateline: what commas part, and a state's abbreviation
  /// that follows without one.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens.lowerBound...tokens.upperBound {
      let isEnd = index == tokens.upperBound || words.isMark(index, 0x2C)
      let isState =
        index > start && !isEnd
        && words.phrase(at: index).map {
          $0.kinds.contains(.stateAbbreviation) && $0.end >= tokens.upperBound
        } ?? false
      guard isEnd || isState else { continue }
      if start < index, words[start].isCapitalized { parts.append(start..<index) }
      start = isEnd ? index + 1 : index
    }
    return parts
  }
}
