/// The words and phrases that the rules for names know, read from the tables of CPressTables at
/// first use (some 35,000 words, 4 ms).
final class NameLexicon: Sendable {
  static let shared = NameLexicon()

  /// A phrase's kinds and the countries that it stands for.
  struct Phrase: Hashable, Sendable {
    var kinds: PhraseKind = []
    /// Whether a longer phrase may follow.
    var isPrefix = false
    /// The two letters of the country that it names, 0 without one.
    var country: UInt16 = 0
    /// The two letters of the country in which the state, region or city lies, 0 without one.
    var within: UInt16 = 0
  }

  private let words: HashTable<NameClass>
  private let phrases: HashTable<Phrase>
  /// The full first names that a short form or other spelling stands for.
  private let nicknames: HashTable<[UInt64]>
  /// The keys of the full names that the tables give for acronyms of bodies.
  private let acronyms: HashTable<UInt64>

  private init() {
    var builder = NameLexiconBuilder()
    builder.readAll()
    words = builder.words
    phrases = builder.phrases
    nicknames = builder.nicknames
    acronyms = builder.acronyms
  }

  @inline(__always)
  func classes(_ word: UInt64) -> NameClass { words[word] }

  @inline(__always)
  func phrase(_ key: UInt64) -> Phrase { phrases[key] }

  /// The key of the full name of a body that goes by an acronym; 0 where the tables have none.
  func fullName(ofAcronym key: UInt64) -> UInt64 { acronyms[key] }

  /// The keys of the first names that one may be a short form of.
  func fullNames(of short: UInt64) -> [UInt64] { nicknames[short] }

  /// Whether two first names may be one person's: "Bob", "Robert".
  func areOne(_ first: UInt64, _ second: UInt64) -> Bool {
    let one = nicknames[first]
    let other = nicknames[second]
    return one.contains(second) || other.contains(first) || one.contains { other.contains($0) }
  }

  /// "ML" as a number; 0 for anything but two letters.
  static func code(_ letters: some Collection<UInt8>) -> UInt16 {
    guard letters.count == 2 else { return 0 }
    return letters.reduce(0) { $0 << 8 | UInt16($1) }
  }

  static func string(_ code: UInt16) -> String? {
    guard code != 0 else { return nil }
    return String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }
}

/// Reads the tables into a `NameLexicon`.
struct NameLexiconBuilder {
  var words = HashTable<NameClass>(capacity: 34_000, absent: [])
  var phrases = HashTable<NameLexicon.Phrase>(capacity: 16_000, absent: NameLexicon.Phrase())
  var nicknames = HashTable<[UInt64]>(capacity: 160, absent: [])
  var acronyms = HashTable<UInt64>(capacity: 160, absent: 0)

  mutating func readAll() {
    readWords("common-words") { _ in .common }
    readWords("name-stops") { _ in .stop }
    readWords("plain-acronyms") { _ in .plainAcronym }
    readWords("first-names") { row in
      var classes: NameClass = .firstName
      if row.is(1, "m") { classes.insert(.male) }
      if row.is(1, "f") { classes.insert(.female) }
      if row.is(2, "a") { classes.insert(.wordlike) }
      if row.is(2, "s") { classes.insert(.mostlySurname) }
      return classes
    }
    readWords("surnames") { row in row.is(1, "a") ? [.surname, .wordlike] : .surname }
    readWords("name-cues") { row in
      row.list(1).reduce(into: []) { classes, name in
        classes.formUnion(name == "place-before" ? .placeCue : NameClass.named[name] ?? [])
      }
    }
    readWords("commitment-verbs") { row in
      row.list(1).reduce(into: []) { $0.formUnion(NameClass.named[$1] ?? []) }
    }
    Table.scan("nicknames") { row in
      let name = row.hash(0)
      for short in row.list(1) { nicknames.update(Self.hash(short)) { $0.append(name) } }
    }
    readWordKinds()
    readPhrases("titles") { row in
      let kind: PhraseKind =
        row.is(1, "honorific") ? .honorific : row.is(1, "rank") ? .rank : .office
      return (kind.union(row.is(2, "m") ? .male : row.is(2, "f") ? .female : []), 0, 0)
    }
    readPhrases("organizations", others: 1) { _ in (.organization, 0, 0) }
    readAcronyms()
    readPhrases("countries", others: 2) { row in (.country, row.code(0), 0) }
    readPlaces()
    for particle in [
      "de", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el",
      "la", "le", "da", "di", "dos", "das", "du", "ten", "ter", "bint", "abu", "ad", "as", "ash",
      "an", "az", "ar",
    ] {
      words.update(Self.hash(particle)) { $0.insert(.particle) }
    }
    for joint in [
      "of", "the", "for", "and", "on", "in", "at", "to", "de", "del", "la", "le", "du", "van",
      "von",
      "der", "den", "bin", "al", "el",
    ] {
      words.update(Self.hash(joint)) { $0.insert(.joint) }
    }
  }

  private mutating func readWords(_ table: String, _ classes: (TableRow) -> NameClass) {
    Table.scan(table) { row in
      let key = row.hash(0)
      let found = classes(row)
      words.update(key) { $0.formUnion(found) }
    }
  }

  private mutating func readWordKinds() {
    Table.scan("name-words") { row in
      for name in row.list(1) {
        if name == "phrase-head" {
          add(row, 0, row.range(0), kinds: .head, country: 0, within: 0)
        } else if let found = NameClass.named[name] {
          words.update(row.hash(0)) { $0.formUnion(found) }
        }
      }
    }
  }

  /// Rows whose first field, or the second where the first is a code, is a phrase, as are the parts
  /// of the field `others`.
  private mutating func readPhrases(
    _ table: String, others: Int? = nil,
    _ meaning: (TableRow) -> (PhraseKind, country: UInt16, within: UInt16)
  ) {
    Table.scan(table) { row in
      if table == "titles", row.is(1, "modifier") {
        words.update(row.hash(0)) { $0.insert(.modifier) }
        return
      }
      let (kinds, country, within) = meaning(row)
      let name = table == "countries" ? 1 : 0
      add(row, name, row.range(name), kinds: kinds, country: country, within: within)
      guard let others else { return }
      for part in row.parts(others) {
        add(row, others, part, kinds: kinds, country: country, within: within)
      }
    }
  }

  private mutating func readAcronyms() {
    Table.scan("organizations") { row in
      let name = key(row, row.range(0))
      for part in row.parts(1) where row.isCapitals(part) && !row.bytes[part].contains(0x20) {
        let acronym = WordHash.hash(row.bytes, part.lowerBound, part.upperBound)
        acronyms.update(WordHash.capitals(acronym)) { if $0 == 0 { $0 = name } }
      }
    }
  }

  /// The key of a name's words; 0 for one word.
  private func key(_ row: TableRow, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var isOne = true
    for word in row.bytes[range].split(separator: 0x20) {
      let hash = WordHash.hash(row.bytes, word.startIndex, word.endIndex)
      isOne = key == 0
      key = key == 0 ? hash : WordHash.join(key, hash)
    }
    return isOne ? 0 : key
  }

  private mutating func readPlaces() {
    Table.scan("countries") { row in
      for part in row.parts(3) {
        add(row, 3, part, kinds: .demonym, country: row.code(0), within: 0)
      }
      add(row, 4, row.range(4), kinds: .city, country: 0, within: row.code(0))
    }
    Table.scan("regions") { row in
      let kind: PhraseKind = row.is(3, "state") ? .state : .region
      add(row, 0, row.range(0), kinds: kind, country: 0, within: row.code(1))
      for part in row.parts(2) {
        add(row, 2, part, kinds: .stateAbbreviation, country: 0, within: row.code(1))
      }
    }
    Table.scan("cities") { row in
      var kinds: PhraseKind = .city
      for byte in row.bytes[row.range(2)] {
        kinds.insert(byte == UInt8(ascii: "u") ? .shared : .ambiguous)
      }
      add(row, 0, row.range(0), kinds: kinds, country: 0, within: row.code(1))
    }
  }

  /// Adds a phrase word by word; the first meaning of a kind stands.
  private mutating func add(
    _ row: TableRow, _ field: Int, _ range: Range<Int>, kinds: PhraseKind, country: UInt16,
    within: UInt16
  ) {
    guard !range.isEmpty else { return }
    var key: UInt64 = 0
    var start = range.lowerBound
    let isCapitals = row.isCapitals(range)
    var last: UInt64 = 0
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, row.bytes[end] != 0x20 { end += 1 }
      var stop = end
      // "Lt." and "Washington," are a word and a mark in a text; "D.C." is a word.
      let mark = row.bytes[end - 1]
      if mark == 0x2C || mark == 0x2E && !row.isInitials(start..<end) { stop -= 1 }
      if end < range.upperBound { stop = row.stem(start..<stop) }
      let word = WordHash.hash(row.bytes, start, stop)
      last = word
      if key == 0 {
        key = isCapitals ? WordHash.capitals(word) : word
        words.update(word) { $0.insert(isCapitals ? .opensCapitals : .opensPhrase) }
      } else {
        phrases.update(key) { $0.isPrefix = true }
        key = WordHash.join(key, word)
      }
      start = end + 1
    }
    if !kinds.isDisjoint(with: [.office, .rank]) {
      words.update(last) { $0.insert(.titleWord) }
    }
    phrases.update(key) { phrase in
      phrase.kinds.formUnion(kinds)
      if phrase.country == 0 { phrase.country = country }
      if phrase.within == 0 { phrase.within = within }
    }
  }

  private static func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
  }
}
