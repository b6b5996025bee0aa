import PressModel

/// A list of words in lower case that a rule asks for, read from its table at first use.
struct WordList: Sendable {
  static let ages = WordList("age")
  static let events = WordList("event")
  static let attacks = WordList("attack")
  static let headlineVerbs = WordList("headline-verb")
  static let headlineWords = WordList("headline-word")
  static let happenings = WordList("happening")
  static let plans = WordList("plan")
  static let adverbLike = WordList("adverb-like")
  static let pluralLike = WordList("plural-like")
  static let general = WordList("general")
  static let kin = WordList("kin")
  static let praise = WordList("praise")
  static let rank = WordList("rank")
  static let stateOffices = WordList("state-office")
  static let stateNouns = WordList("state-noun")
  static let countryNouns = WordList("country-noun")
  static let thanks = WordList("thanks")
  static let greetings = WordList("greeting")
  static let acknowledgements = WordList("acknowledgement")
  static let replies = WordList("reply")
  static let denials = WordList("denial")
  static let pointers = WordList("pointer")
  static let fillers = WordList("filler")
  static let permissions = WordList("permission")
  static let requests = WordList("request")
  static let standIns = WordList("stand-in")
  static let utterances = WordList("utterance")
  static let spokespeople = WordList("spokesperson")
  static let associates = WordList("associate")
  static let addressing = WordList("addressing")
  static let declarations = WordList("declaration")
  static let issuing = WordList("issuing")
  static let topics = WordList("topic")
  static let readings = WordList("reading")
  static let ownBodies = WordList("own-body")
  static let ownDeeds = WordList("own-deed")
  static let ownGifts = WordList("own-gift")
  static let ownOrders = WordList("own-order")
  static let gladness = WordList("gladness")
  static let mereTalk = WordList("mere-talk")
  static let callings = WordList("calling")
  static let thingEnds = WordList("thing-end")
  static let firmEnds = WordList("firm-end")
  static let hyphened = WordList("hyphened")
  static let initials = WordList("initials")
  static let unnamed = WordList("unnamed")

  private let hashes: Set<UInt64>

  private init(_ list: StaticString) {
    var hashes: Set<UInt64> = []
    Table.scan("word-lists") { row in
      if row.is(1, list) { hashes.insert(row.hash(0)) }
    }
    self.hashes = hashes
  }

  /// Whether a token is one of the words, in lower case.
  func contains(_ index: Int, _ tokens: Tokens) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].case == .lower && holds(index, tokens)
  }

  /// Whether a token is one of the words, in any case.
  func holds(_ index: Int, _ tokens: Tokens) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
    return holds(tokens[index].span, tokens)
  }

  /// Whether bytes of the text are one of the words, in any case.
  func holds(_ span: Span, _ tokens: Tokens) -> Bool {
    let hash = tokens.text.bytes.withUnsafeBufferPointer {
      WordHash.hash($0, span.start, span.end)
    }
    return hashes.contains(hash)
  }
}
