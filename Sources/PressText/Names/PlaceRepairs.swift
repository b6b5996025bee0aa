import PressModel

/// Mends names of places: people of a part of a country ("North Carolinians"), brands and degrees are
/// none; chambers are bodies; a district has its number and its state.
struct PlaceRepairs {
  let words: NameWords

  func mended(_ names: [NameSpan]) -> [NameSpan] {
    var mended: [NameSpan] = []
    mended.reserveCapacity(names.count)
    let variant = words.tokens.indices.contains { isVariant($0) }
    for name in names {
      if let last = mended.last, last.tokens.upperBound > name.tokens.lowerBound { continue }
      if name.kind == .place, isNoDelta(name.tokens, hasVariant: variant) { continue }
      guard name.kind == .place, words.phrase(of: name) == nil else {
        mended.append(name)
        continue
      }
      if isPeople(name.tokens) || isBrand(name.tokens) || isDegree(name.tokens) { continue }
      if let chamber = chamber(name.tokens) {
        mended.append(NameSpan(.organization, chamber))
        continue
      }
      var name = name
      name.tokens = district(name.tokens, behind: mended.last?.tokens.upperBound ?? 0)
      name.titleStart = name.tokens.lowerBound
      mended.append(name)
    }
    return mended
  }

  // MARK: - What is no place

  /// "South Vietnamese", "West Virginians", "North American".
  private func isPeople(_ name: Range<Int>) -> Bool {
    let last = name.upperBound - 1
    guard name.count > 1, !words.has(last, .placeHead),
      // "the North American region" is one.
      !Self.lands.contains(where: { words.is(name.upperBound, $0) })
    else { return false }
    if words.isWord(last, "islander") || words.isWord(last, "islanders") { return true }
    let isPart = name.dropLast().contains { index in
      words.isWord(index, "new") || PlaceLinker.quarters.contains { words.isWord(index, $0) }
    }
    guard isPart else { return false }
    return words.phrase(at: last)?.kinds.contains(.demonym) ?? hasPeopleEnding(last)
  }

  private static let lands: [StaticString] = [
    "region", "regions", "continent", "peninsula", "area",
  ]

  private func hasPeopleEnding(_ index: Int) -> Bool {
    let span = words.tokens[index].span
    let word = words.tokens.text.bytes[span.start..<span.end]
    return Self.peopleEndings.contains { ending in
      word.count > ending.utf8CodeUnitCount + 1
        && ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let peopleEndings: [StaticString] = [
    "inian", "inians", "ippians", "amians", "otan", "otans", "xican", "xicans", "sseans", "ssean",
  ]

  /// "the Delta variant"
  private func isVariant(_ index: Int) -> Bool {
    (words.is(index, "variant") || words.is(index, "variants")) && index > 0
      && words.isWord(index - 1, "delta")
  }

  /// "Delta" alone is an airline, a storm or a variant of a virus; "the Delta" is a place where the text
  /// has no such variant.
  private func isNoDelta(_ name: Range<Int>, hasVariant: Bool) -> Bool {
    let first = name.lowerBound
    guard name.count == 1, words.isWord(first, "delta") else { return false }
    return hasVariant || !words.is(first - 1, "the") || words.is(first + 1, "flight")
  }

  /// "LinkedIn" and what else has a capital within, "Rhode Island-based".
  private func isBrand(_ name: Range<Int>) -> Bool {
    let last = words.tokens[name.upperBound - 1].span
    let word = words.tokens.text.bytes[last.start..<last.end]
    if word.count > 6, word.suffix(6).elementsEqual("-based".utf8) { return true }
    guard name.count == 1, !Self.particles.contains(where: { starts(word, $0) }) else {
      return false
    }
    return zip(word, word.dropFirst()).contains { left, right in
      (0x61...0x7A).contains(left) && (0x41...0x5A).contains(right)
    }
  }

  /// "McDowell", "LaGuardia", "DeKalb"
  private static let particles: [StaticString] = ["Mc", "Mac", "La", "Le", "De", "Du", "Di", "Van"]

  private func starts(_ word: ArraySlice<UInt8>, _ particle: StaticString) -> Bool {
    particle.withUTF8Buffer { word.starts(with: $0) }
  }

  /// "B.A.", and letters alone.
  private func isDegree(_ name: Range<Int>) -> Bool {
    let span = words.tokens[name.lowerBound].span
    let bytes = words.tokens.text.bytes
    guard name.count == 1, bytes[span.start] < 0x80 else { return false }
    if span.count == 1 { return true }
    guard span.count == 3 || span.count == 4 && bytes[span.end - 1] == 0x2E,
      bytes[span.start + 1] == 0x2E
    else { return false }
    let second = bytes[span.start + 2]
    return "BM".utf8.contains(bytes[span.start]) && "AS".utf8.contains(second)
  }

  // MARK: - Chambers and districts

  /// "United States House" with its "of Representatives", "South Dakota House".
  private func chamber(_ name: Range<Int>) -> Range<Int>? {
    let end = name.upperBound
    guard name.count > 1, words.isWord(end - 1, "house") else { return nil }
    if words.is(end, "of"), end + 1 < words.count, words.isWord(end + 1, "representatives") {
      return name.lowerBound..<end + 2
    }
    guard let phrase = words.phrase(at: name.lowerBound), phrase.end == end - 1 else {
      return ["white", "republican", "democratic"].contains { words.isWord(end - 2, $0) }
        ? name : nil
    }
    return phrase.kinds.isDisjoint(with: [.state, .country]) ? nil : name
  }

  /// "12th Congressional District", "Southern District of New York".
  private func district(_ name: Range<Int>, behind taken: Int) -> Range<Int> {
    let end = name.upperBound
    guard words.isWord(end - 1, "district") else { return name }
    let before = name.lowerBound - 1
    let hasNumber =
      before >= taken && !words.tokens[name.lowerBound].startsLine && isOrdinal(before)
    let start = hasNumber ? before : name.lowerBound
    guard hasNumber || name.count > 1, words.is(end, "of"), end + 1 < words.count,
      let phrase = words.phrase(at: end + 1),
      phrase.kinds.contains(.state) || PlaceLinker.isCityAndState(end + 1, phrase, words)
    else { return start..<end }
    return start..<phrase.end
  }

  /// "12th", "fourth"
  private func isOrdinal(_ index: Int) -> Bool {
    if words.tokens.is(index, .ordinal) { return true }
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    return words.tokens[index].kind == .number && span.count >= 3
      && (0x30...0x39).contains(bytes[span.start]) && (0x61...0x7A).contains(bytes[span.end - 1])
  }
}
