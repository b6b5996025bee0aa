import PressModel

/// Whether a verb that may commit does so in its clause.
extension CommitmentClauses {
  /// "agreed that" and "signed by" commit nobody; "agreed to", "signed an agreement" do.
  func isCommitting(_ verb: Int, in sentence: Range<Int>) -> Bool {
    let next = verb + 1
    guard next < sentence.upperBound, !words.is(next, "by"), hasObject(next) else { return false }
    switch true {
    case words.is(verb, "agreed"), words.is(verb, "agrees"), words.is(verb, "offers"):
      // "offers a service" is what somebody sells.
      return words.is(next, "to")
    case words.is(verb, "offered"), words.is(verb, "assumed"), words.is(verb, "assumes"):
      return isArticle(next) || words.is(next, "to") || words[next].isCapitalized
    case words.is(verb, "signed"), words.is(verb, "signs"):
      return (isArticle(next) || words[next].isCapitalized) && !isLetter(next, sentence)
    case words.is(verb, "earmarks"):
      // "the Norway earmarks in the bill"
      return !words.tokens.is(next, .preposition)
    case Self.filings.contains { words.is(verb, $0) }:
      // What was introduced years ago is told of.
      let isNew =
        holds(Self.now, sentence) || opensRelease(sentence) && !isOfYear(next, sentence)
      return isNew && !isLongAgo(sentence)
        && holds(Self.bills, next..<clauseEnd(after: verb, sentence))
    case words.is(verb, "announced"), words.is(verb, "announces"):
      return isOwn(announced: next, sentence)
    case words.is(verb, "contributed"), words.is(verb, "contributes"), words.is(verb, "donated"),
      words.is(verb, "donates"):
      // "contributed from Oslo", "contributed to this report"; "gave $750 in 2008" is done.
      return isSum(next) && !isOfYear(next, sentence)
    case words.is(verb, "committed"), words.is(verb, "commits"):
      // "committed a crime", "committed atrocities"
      return words.is(next, "to")
        || isSum(next) && !words.tokens.is(next + 1, .stop)
          && !isCrime(next + 1)
    case words.is(verb, "promises"), words.is(verb, "pledges"), words.is(verb, "vows"):
      // "most of its promises of peace"
      return !words.tokens.is(next, [.copula, .auxiliary, .conjunction])
        && (words.is(next, "to") || !words.tokens.is(next, .preposition))
        && words.tokens[next].kind != .mark
    default: return true
    }
  }

  /// "the reform that Norway promised, and more": a mark where the object would stand.
  private func hasObject(_ next: Int) -> Bool {
    words.tokens[next].kind != .mark || words.opensQuotation(next) || words.isMark(next, 0x28)
      || words.tokens.is(next, .currencySymbol)
  }

  /// "announce a fund", "announcing that we will open a port": one's own.
  func isAnnounced(announcing verb: Int, in sentence: Range<Int>) -> Bool {
    verb + 1 < sentence.upperBound && hasObject(verb + 1)
      && isOwn(announced: verb + 1, sentence)
  }

  /// Whether a verb in "-ing" behind "is" takes on something of one's own: "is launching a fund", not
  /// "is releasing that others pay".
  func isAnnounced(ongoing verb: Int, in sentence: Range<Int>) -> Bool {
    let next = verb + 1
    guard hasObject(next), !words.is(next, "by") else { return false }
    if words.is(verb, "announcing") { return isOwn(announced: next, sentence) }
    if words.is(verb, "committing") { return words.is(next, "to") || isSum(next) }
    return isArticle(next) || isSum(next) || words.is(next, "new")
  }

  /// The bytes within which a release says its news.
  private static let lead = 600

  /// "WASHINGTON – Senators Ann Berg and Eva Lie introduced the Open Ports Act": the first sentence of a
  /// release needs no day.
  private func opensRelease(_ sentence: Range<Int>) -> Bool {
    words.tokens[sentence.lowerBound].span.start < Self.lead
      && !words.opensQuotation(sentence.lowerBound)
  }

  /// "two years ago", "last year", "earlier this month"; "last night" is not.
  private func isLongAgo(_ sentence: Range<Int>) -> Bool {
    sentence.contains { index in
      words.is(index, "ago")
        || (words.isWord(index, "last") || words.isWord(index, "earlier"))
          && (index + 1...index + 2).contains { other in
            ["year", "month", "Congress", "session"].contains { words.is(other, $0) }
          }
    }
  }

  private static let filings: [StaticString] = ["introduced", "reintroduced", "unveiled", "filed"]

  /// "also signed the following letter": one of many names under it. "A letter of intent" commits.
  private func isLetter(_ index: Int, _ sentence: Range<Int>) -> Bool {
    (index..<min(index + 4, sentence.upperBound)).contains {
      (words.is($0, "letter") || words.is($0, "brief")) && !words.is($0 + 1, "of")
    }
  }

  private func isArticle(_ index: Int) -> Bool {
    words.is(index, "a") || words.is(index, "an") || words.is(index, "the")
  }

  /// A number, a sum, or a word that leads to one.
  private func isSum(_ index: Int) -> Bool {
    let tokens = words.tokens
    return isArticle(index) || tokens[index].kind == .number || isAdverb(index)
      || tokens.is(index, [.currencySymbol, .currencyCode, .cardinal, .approximate])
      || ["over", "more", "up", "another", "additional", "its", "their", "his", "her", "itself"]
        .contains { words.is(index, $0) }
  }

  private func isCrime(_ index: Int) -> Bool {
    ["crime", "murder", "fraud", "mistake", "sin", "error", "felony", "violation"]
      .contains { words.is(index, $0) }
  }

  /// "in 2008" in the clause.
  func isOfYear(_ index: Int, _ sentence: Range<Int>) -> Bool {
    (index..<min(sentence.upperBound, index + 16)).contains { other in
      words.is(other - 1, "in") && words.tokens[other].kind == .number
        && words.tokens[other].span.count == 4
    }
  }

  /// Whether what somebody announces is their own: a thing, or a clause about themselves that tells
  /// no past. "Announced that the Department has awarded", "announced the town will receive" report
  /// what others do.
  private func isOwn(announced index: Int, _ sentence: Range<Int>) -> Bool {
    var next = index
    // "announced today", "announced on Monday", "announced last week"
    while next < sentence.upperBound, next - index < 4,
      words.tokens.is(next, [.relativeDay, .weekday, .relation, .timeUnit, .dayPart])
        || words.is(next, "on") || words.is(next, "earlier")
    {
      next += 1
    }
    // "as Norway announced last week", "announced this week to much applause": of what stands before.
    if next > index, next >= sentence.upperBound || !hasObject(next) || words.is(next, "to") {
      return false
    }
    let hasThat = words.is(next, "that")
    if hasThat { next += 1 }
    guard next < sentence.upperBound else { return false }
    guard let verb = finite(from: next, hasThat, sentence) else {
      return !hasThat || isPronoun(next)
    }
    // "it was going to close", "it was closing"
    let isOngoing = words.is(verb, "was") || words.is(verb, "were")
    let isAhead =
      ["will", "would", "is", "are"].contains { words.is(verb, $0) }
      || isOngoing && verb + 1 < sentence.upperBound && words.isIngForm(verb + 1)
    return isAhead && (isPronoun(next) || isSelf(next, verb))
  }

  /// "he", "it", "his staff"
  private func isPronoun(_ index: Int) -> Bool {
    words.tokens.is(index, .personalPronoun)
      || ["his", "her", "its", "their", "our"].contains { words.is(index, $0) }
  }

  /// "the agency will": a common noun for the body that speaks.
  private func isSelf(_ index: Int, _ verb: Int) -> Bool {
    guard words.is(index, "the"), verb - index <= 2 else { return false }
    return [
      "agency", "company", "administration", "office", "commission", "bank", "ministry",
      "department", "firm", "group", "university", "committee", "board", "council",
    ]
    .contains { words.isWord(index + 1, $0) }
  }

  /// The first finite verb of a clause whose subject starts at a token; nil where a relative clause,
  /// an infinitive or a mark comes first: what stands there is a thing and no clause.
  private func finite(from index: Int, _ hasThat: Bool, _ sentence: Range<Int>) -> Int? {
    var next = index
    while next < sentence.upperBound, next - index < 24 {
      if [
        "will", "has", "have", "had", "is", "are", "was", "were", "would", "received",
        "won", "secured", "passed", "helped", "introduced", "joined", "led", "voted",
      ]
      .contains(where: { words.is(next, $0) }) {
        return next
      }
      if ["that", "which", "who", "to", "where", "when", "by", "as"]
        .contains(where: { words.is(next, $0) })
        || !hasThat && words.is(next, "and") || words.isMark(next, 0x2C) || words.isMark(next, 0x3B)
        || words.isMark(next, 0x3A)
      {
        return nil
      }
      next += 1
    }
    return nil
  }
}
