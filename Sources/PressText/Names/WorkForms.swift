import PressModel

/// A title that the text prints, as it counts: without its article, and with the year of its end apart.
struct WorkTitle {
  var span: Span
  /// What of the span names the work.
  var title: Span
  /// The tokens of the title without the year of its end.
  var tokens: Range<Int>
  var key: UInt64
  /// The key without "of 1970", and that year; 0 where none stands there.
  var base: UInt64
  var year = 0
}

/// The forms of one work's title in a document: "the Harbor Investment (HI) Act" and "the HI Act", "the
/// Bipartisan Tidal Waters Act" and "the Tidal Waters Act", "the Constitution of the United States" and
/// "the U.S. Constitution".
struct WorkForms {
  private let words: NameWords
  private let titles: [WorkTitle]
  private static let longest = 24

  init(_ words: NameWords, _ titles: [WorkTitle]) {
    self.words = words
    self.titles = titles
  }

  /// For each title the key that it shares with its other forms, and what of it is its name.
  /// `keys`: under which each counts by itself.
  func joined(_ keys: [UInt64]) -> [(key: UInt64, title: Span)] {
    var counts = HashTable<Int>(capacity: 2 * keys.count, absent: 0)
    for key in keys { counts.update(key) { $0 += 1 } }
    var fuller = HashTable<UInt64>(capacity: 2 * keys.count, absent: 0)
    joinAcronyms(keys, &fuller)
    joinCountries(keys, &fuller)
    var result = zip(keys, titles).map { (key: $0, title: $1.title) }
    for tail in tails(keys, counts) {
      // "Bipartisan" is no part of a name that goes without it at least as often.
      if tail.isDecorated, counts[tail.short] >= counts[tail.full] {
        fuller.update(tail.full) { if $0 == 0 { $0 = tail.short } }
        for index in keys.indices where keys[index] == tail.full {
          result[index].title = Span(
            words.tokens[titles[index].tokens.lowerBound + tail.offset].span.start,
            titles[index].title.end)
        }
      } else {
        fuller.update(tail.short) { if $0 == 0 { $0 = tail.full } }
      }
    }
    for index in result.indices {
      var key = result[index].key
      // A form may be one of another form; none is its own.
      for _ in 0..<4 where fuller[key] != 0 && fuller[key] != keys[index] { key = fuller[key] }
      result[index].key = key
    }
    return result
  }

  // MARK: - Acronyms and short titles in brackets

  /// "the Harbor Investment (HI) Act" is "the HI Act" and "the Harbor Investment Act", and "the Harbor
  /// Investment Act (Clean HI Act)" the one in its bracket.
  private func joinAcronyms(_ keys: [UInt64], _ fuller: inout HashTable<UInt64>) {
    for (index, title) in titles.enumerated() {
      let head = title.tokens.upperBound - 1
      if let open = bracket(before: head, in: title.tokens) {
        let short = WordHash.join(words.key(open + 1..<head - 1), words[head].hash)
        let long = WordHash.join(words.key(title.tokens.lowerBound..<open), words[head].hash)
        for form in [short, long] where form != keys[index] {
          fuller.update(form) { if $0 == 0 { $0 = keys[index] } }
        }
      }
      guard index + 1 < titles.count, isBracketed(titles[index + 1], behind: title),
        keys[index + 1] != keys[index]
      else { continue }
      fuller.update(keys[index + 1]) { if $0 == 0 { $0 = keys[index] } }
    }
  }

  /// Where the bracket opens that stands right before a title's last word.
  private func bracket(before head: Int, in title: Range<Int>) -> Int? {
    guard head - title.lowerBound > 3, words.isMark(head - 1, 0x29) else { return nil }
    let open = (max(title.lowerBound, head - 5)..<head - 1).last { words.isMark($0, 0x28) }
    return open.flatMap { $0 > title.lowerBound && $0 < head - 2 ? $0 : nil }
  }

  private func isBracketed(_ short: WorkTitle, behind long: WorkTitle) -> Bool {
    let open = words.tokens.index(at: long.span.end)
    let first = words.tokens.index(at: short.span.start)
    guard open < first, first - open <= 3, words.isMark(open, 0x28),
      short.tokens.count < long.tokens.count,
      (open + 1..<first).allSatisfy({ words.is($0, "the") || words.opensQuotation($0) })
    else { return false }
    let close = words.tokens.index(at: short.span.end)
    return words.isMark(close, 0x29)
      || words.isMark(close + 1, 0x29) && words.closesQuotation(close)
  }

  // MARK: - Countries

  /// "the Constitution of the United States", "the U.S. Constitution".
  private func joinCountries(_ keys: [UInt64], _ fuller: inout HashTable<UInt64>) {
    var known = HashTable<UInt64>(capacity: 16, absent: 0)
    for (index, title) in titles.enumerated() {
      guard let form = countryKey(of: title.tokens) else { continue }
      if known[form] == 0 {
        known.update(form) { $0 = keys[index] }
      } else if known[form] != keys[index] {
        fuller.update(keys[index]) { if $0 == 0 { $0 = known[form] } }
      }
    }
  }

  private func countryKey(of title: Range<Int>) -> UInt64? {
    if let country = words.country(openingOf: title), country.end < title.upperBound {
      return WordHash.join(UInt64(country.code), words.key(country.end..<title.upperBound))
    }
    guard
      let of = title.dropFirst().first(where: { words.is($0, "of") && words.is($0 + 1, "the") }),
      let phrase = words.phrase(at: of + 2), phrase.kinds.contains(.country),
      phrase.end == title.upperBound
    else { return nil }
    return WordHash.join(UInt64(phrase.country), words.key(title.lowerBound..<of))
  }

  // MARK: - Tails

  private struct Tail {
    var short: UInt64
    var full: UInt64
    /// The tokens of the full title before the short one.
    var offset: Int
    /// Whether these say nothing but whose it is or how good.
    var isDecorated: Bool
  }

  /// Titles that are the end of one other title of the text: "the Rescue Plan", "the American Rescue
  /// Plan".
  private func tails(_ keys: [UInt64], _ counts: HashTable<Int>) -> [Tail] {
    var seen = HashTable<Bool>(capacity: 2 * keys.count, absent: false)
    var found: [Tail] = []
    var fulls = HashTable<Int>(capacity: keys.count, absent: 0)
    for (index, title) in titles.enumerated() {
      guard !seen[keys[index]] else { continue }
      seen.update(keys[index]) { $0 = true }
      guard title.year == 0 || keys[index] == title.base else { continue }
      guard let tail = tail(of: title.tokens, keys[index], counts) else { continue }
      fulls.update(tail.short) { $0 += 1 }
      found.append(tail)
    }
    return found.filter { fulls[$0.short] == 1 }
  }

  /// The longest end of a title that is a title of the text itself.
  private func tail(of title: Range<Int>, _ key: UInt64, _ counts: HashTable<Int>) -> Tail? {
    guard title.count > 2, title.count <= Self.longest else { return nil }
    for start in title.dropFirst().dropLast() where words[start].isCapitalized {
      let short = words.key(start..<title.upperBound)
      guard counts[short] > 0, short != key, isOneName(title, at: start) else { continue }
      let isDecorated =
        title.upperBound - start > 2 && (title.lowerBound..<start).allSatisfy { isDecoration($0) }
        || start == title.lowerBound + 1 && opensSentence(title.lowerBound)
      return Tail(
        short: short, full: key, offset: start - title.lowerBound, isDecorated: isDecorated)
    }
    return nil
  }

  /// Whether what stands before a tail belongs to one title with it: no other title ends there, and
  /// it is not "of" or "under" what the tail names.
  private func isOneName(_ title: Range<Int>, at start: Int) -> Bool {
    let before = start - 1
    guard words.tokens[before].kind == .word, !words[before].isPossessive else { return false }
    let front = title.lowerBound..<start
    if front.contains(where: { words.has($0, .work) }) { return false }
    return words[before].isCapitalized && !words.has(before, .stop)
      || words.is(before, "and") && title.count > 3
  }

  /// "Using the Tidal Code" at the start of a sentence.
  private func opensSentence(_ index: Int) -> Bool {
    words[index].startsSentence && words.isCommon(index) && words.isIngForm(index)
  }

  /// "Bipartisan", "Senate", "Roe-Doe", "House-passed".
  private func isDecoration(_ index: Int) -> Bool {
    if Self.decorations.contains(where: { words.isWord(index, $0) }) { return true }
    // "U.S.-Norwegian" says more.
    let span = words.tokens[index].span
    let bytes = words.tokens.text.bytes
    return span.count > 3 && bytes[span.start + 1] >= 0x61
      && bytes[span.start..<span.end].contains(0x2D)
  }

  private static let decorations: [StaticString] = [
    "bipartisan", "bicameral", "republican", "democratic", "house", "senate", "historic",
    "landmark", "transformational", "new",
  ]
}
