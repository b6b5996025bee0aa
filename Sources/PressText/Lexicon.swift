/// What a word can be in the rules of the language tools; the tables in CPressTables give a word
/// its classes, by these names.
public struct LexicalClass: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private init(bit: UInt64) {
    rawValue = 1 << bit
  }

  // Sentences
  public static let titleAbbreviation = LexicalClass(bit: 0)
  public static let abbreviation = LexicalClass(bit: 1)
  public static let numberAbbreviation = LexicalClass(bit: 2)
  /// A function word that opens a sentence when it is capitalized.
  public static let starter = LexicalClass(bit: 3)
  // Dates
  public static let month = LexicalClass(bit: 4)
  public static let monthAbbreviation = LexicalClass(bit: 5)
  /// A month's name that is another word as well.
  public static let ambiguousMonth = LexicalClass(bit: 6)
  public static let weekday = LexicalClass(bit: 7)
  public static let weekdayAbbreviation = LexicalClass(bit: 8)
  public static let weekdays = LexicalClass(bit: 9)
  public static let relativeDay = LexicalClass(bit: 10)
  public static let timeUnit = LexicalClass(bit: 11)
  public static let season = LexicalClass(bit: 12)
  /// "last", "this", "next".
  public static let relation = LexicalClass(bit: 13)
  /// "early", "mid", "late".
  public static let partOf = LexicalClass(bit: 14)
  public static let dayPart = LexicalClass(bit: 15)
  public static let decadeWord = LexicalClass(bit: 16)
  public static let ago = LexicalClass(bit: 18)
  public static let fiscal = LexicalClass(bit: 19)
  /// A word that makes the number behind it no year: "Room 2010".
  public static let numbered = LexicalClass(bit: 58)
  /// A word of street addresses.
  public static let street = LexicalClass(bit: 59)
  /// A word that makes a weekday a name: "Black Friday".
  public static let namedDay = LexicalClass(bit: 60)
  // Numbers
  public static let cardinal = LexicalClass(bit: 20)
  public static let ordinal = LexicalClass(bit: 21)
  public static let magnitude = LexicalClass(bit: 22)
  public static let magnitudes = LexicalClass(bit: 23)
  /// A magnitude only where it is glued to the number: `5m`.
  public static let shortMagnitude = LexicalClass(bit: 24)
  public static let half = LexicalClass(bit: 25)
  /// "about", "nearly".
  public static let approximate = LexicalClass(bit: 26)
  // Money and measures
  public static let currencySymbol = LexicalClass(bit: 27)
  public static let currencyCode = LexicalClass(bit: 28)
  public static let currencyName = LexicalClass(bit: 29)
  /// A country's letters before a dollar sign: `US$`.
  public static let currencyPrefix = LexicalClass(bit: 30)
  /// A hundredth of a unit: "cents".
  public static let currencyCent = LexicalClass(bit: 31)
  public static let unit = LexicalClass(bit: 32)
  /// People and things that are counted: "troops", "jobs".
  public static let countedNoun = LexicalClass(bit: 33)
  // Function words
  public static let pronoun = LexicalClass(bit: 34)
  public static let personalPronoun = LexicalClass(bit: 35)
  public static let determiner = LexicalClass(bit: 36)
  public static let auxiliary = LexicalClass(bit: 37)
  public static let preposition = LexicalClass(bit: 38)
  public static let conjunction = LexicalClass(bit: 39)
  public static let copula = LexicalClass(bit: 40)
  public static let negation = LexicalClass(bit: 41)
  // Speech
  public static let speechVerb = LexicalClass(bit: 42)
  /// A verb that is one of speech only beside a quotation: "went on", "noted".
  public static let weakSpeechVerb = LexicalClass(bit: 43)
  /// A noun for one who speaks for others: "spokesman", "officials".
  public static let speakerNoun = LexicalClass(bit: 44)
  /// "saying": its subject is the sentence's.
  public static let participle = LexicalClass(bit: 61)
  /// Words that may stand between a subject and its verb: "also", "later".
  public static let adverb = LexicalClass(bit: 62)
  public static let according = LexicalClass(bit: 17)
  // Marks
  public static let openQuote = LexicalClass(bit: 45)
  public static let closeQuote = LexicalClass(bit: 46)
  public static let singleQuote = LexicalClass(bit: 47)
  public static let stop = LexicalClass(bit: 48)
  public static let ellipsis = LexicalClass(bit: 49)
  public static let closeBracket = LexicalClass(bit: 50)
  public static let openBracket = LexicalClass(bit: 51)
  public static let dash = LexicalClass(bit: 52)
  public static let comma = LexicalClass(bit: 53)
  public static let colon = LexicalClass(bit: 54)
  public static let slash = LexicalClass(bit: 55)
  /// Transcripts: a label's office or style ("MR", "SECRETARY", "MODERATOR").
  public static let speakerTitle = LexicalClass(bit: 56)
  public static let percent = LexicalClass(bit: 57)
  /// A word of a transcriber's remark: "(Laughter.)", "(inaudible)".
  public static let stageRemark = LexicalClass(bit: 63)

  /// What stands behind a number that counts or measures.
  public static let counted: LexicalClass = [.unit, .countedNoun, .percent]
  public static let money: LexicalClass = [
    .currencySymbol, .currencyCode, .currencyName, .currencyPrefix, .currencyCent,
  ]

  static let named: [String: LexicalClass] = [
    "titleAbbreviation": .titleAbbreviation, "abbreviation": .abbreviation,
    "numberAbbreviation": .numberAbbreviation, "starter": .starter, "month": .month,
    "monthAbbreviation": .monthAbbreviation, "ambiguousMonth": .ambiguousMonth,
    "weekday": .weekday, "weekdayAbbreviation": .weekdayAbbreviation, "weekdays": .weekdays,
    "relativeDay": .relativeDay, "timeUnit": .timeUnit, "season": .season, "relation": .relation,
    "partOf": .partOf, "dayPart": .dayPart, "decadeWord": .decadeWord, "numbered": .numbered,
    "street": .street, "namedDay": .namedDay,
    "ago": .ago, "fiscal": .fiscal, "cardinal": .cardinal, "ordinal": .ordinal,
    "magnitude": .magnitude, "magnitudes": .magnitudes, "shortMagnitude": .shortMagnitude,
    "half": .half, "approximate": .approximate, "currencySymbol": .currencySymbol,
    "currencyCode": .currencyCode, "currencyName": .currencyName,
    "currencyPrefix": .currencyPrefix, "currencyCent": .currencyCent, "unit": .unit,
    "countedNoun": .countedNoun, "pronoun": .pronoun, "personalPronoun": .personalPronoun,
    "determiner": .determiner, "auxiliary": .auxiliary, "preposition": .preposition,
    "conjunction": .conjunction, "copula": .copula, "negation": .negation,
    "participle": .participle, "adverb": .adverb, "according": .according,
    "speechVerb": .speechVerb, "weakSpeechVerb": .weakSpeechVerb, "speakerNoun": .speakerNoun,
    "openQuote": .openQuote, "closeQuote": .closeQuote, "singleQuote": .singleQuote,
    "stop": .stop, "ellipsis": .ellipsis, "closeBracket": .closeBracket,
    "openBracket": .openBracket, "dash": .dash, "comma": .comma, "colon": .colon,
    "slash": .slash, "speakerTitle": .speakerTitle, "percent": .percent,
    "stageRemark": .stageRemark,
  ]
}

/// The words that the language tools' rules know, each with its classes and a number, looked up by
/// bytes once a token. Read from the tables of CPressTables at first use.
final class Lexicon: Sendable {
  static let shared = Lexicon(tables: [
    "abbreviations", "calendar", "numbers", "currencies", "units", "function-words", "speech",
    "marks", "stage-remarks",
  ])

  /// By the word's number; 0 is any word that no table has.
  let classes: [LexicalClass]
  let numbers: [Int]
  /// ISO 4217 codes, empty for words that name no currency.
  let currencies: [String]
  /// The singular of units and counted nouns, empty for other words.
  let singulars: [String]
  /// The letters of all words, one behind the other, and where each starts; the last entry ends them.
  private let letters: [UInt8]
  private let starts: [Int32]
  /// Word numbers by hash, 0 for an empty slot; open addressing. A power of two.
  private let slots: [UInt16]

  /// A row is a word in lower case, its classes parted by spaces, a number, a text. A word that
  /// stands in several tables has the classes of all, and the last number and text that are given.
  init(tables: [String]) {
    var classes: [LexicalClass] = [[]]
    var numbers = [0]
    var currencies = [""]
    var singulars = [""]
    var words: [[UInt8]] = [[]]
    var known: [String: Int] = [:]
    for row in tables.flatMap({ Table($0).rows }) where row.count > 1 {
      let index = known[row[0]] ?? words.count
      if index == words.count {
        guard index < Int(UInt16.max) else { break }
        known[row[0]] = index
        classes.append([])
        numbers.append(0)
        currencies.append("")
        singulars.append("")
        words.append(Array(row[0].utf8))
      }
      let added = row[1].split(separator: " ").reduce(into: LexicalClass()) { classes, name in
        classes.formUnion(LexicalClass.named[String(name)] ?? [])
      }
      classes[index].formUnion(added)
      if row.count > 2, let number = Int(row[2]) { numbers[index] = number }
      guard row.count > 3, !row[3].isEmpty else { continue }
      if added.isDisjoint(with: .counted) {
        currencies[index] = row[3]
      } else {
        singulars[index] = row[3]
      }
    }
    var size = 1024
    while size < words.count * 3 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (index, word) in words.enumerated().dropFirst() {
      var slot = Int(truncatingIfNeeded: Lexicon.hash(word[...])) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index)
    }
    self.classes = classes
    self.numbers = numbers
    self.currencies = currencies
    self.singulars = singulars
    letters = words.flatMap { $0 }
    var end: Int32 = 0
    starts =
      [0]
      + words.map { word in
        end += Int32(word.count)
        return end
      }
    self.slots = slots
  }

  /// FNV-1a over the bytes, ASCII capitals as small letters.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The number of a word, whatever its case; 0 where no table has it.
  func number(of bytes: ArraySlice<UInt8>) -> UInt16 {
    guard bytes.count <= 24 else { return 0 }
    return bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(Self.lower(byte))) &* 0x100_0000_01B3 }
      hash ^= hash >> 29
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let start = Int(starts[Int(slots[slot])])
        if Int(starts[Int(slots[slot]) + 1]) - start == bytes.count, isSame(bytes, start) {
          return slots[slot]
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return 0
    }
  }

  @inline(__always)
  private func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for offset in bytes.indices where letters[start + offset] != Self.lower(bytes[offset]) {
      return false
    }
    return true
  }
}
