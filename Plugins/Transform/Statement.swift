import PressModel
import PressStage
import PressText

/// What somebody said about somebody.
struct Statement {
  enum Form: String, CaseIterable { case quoted, told, spoken }

  var speaker: String
  /// As they stand; several where the attribution parts them.
  var words: [String]
  /// By the fullest form of their names, in the order of the text, each once.
  var subjects: [String]
  var form: Form

  /// The words as a line shows them.
  var reading: String { Quote.reading(of: words, direct: form != .told) }

  var date: String?
  var document: String
  /// The quotation or the turn, and the facts that name the subjects.
  var fact: String
  var origins: [String]
  /// The document's place in the pack, and the words' in it.
  var place: (Int, Int)

  /// By speaker, then by date, those without one last, then in the order of the pack.
  static func precedes(_ left: Statement, _ right: Statement) -> Bool {
    let (a, b) = (left.speaker.lowercased(), right.speaker.lowercased())
    if a != b { return a < b }
    if left.speaker != right.speaker { return left.speaker < right.speaker }
    let (early, late) = (left.date ?? "~", right.date ?? "~")
    return early != late ? early < late : left.place < right.place
  }
}

/// The names of people and bodies by their facts: the pack's where a table has them, else the
/// document's own.
struct PackNames {
  private var names: [String: String] = [:]

  init(_ pack: PackDraft) {
    for table in pack.tables where table.name == "people" || table.name == "organizations" {
      for row in table.rows {
        guard case .string(let name)? = row.cells.first else { continue }
        for fact in row.derivedFrom { names[fact] = name }
      }
    }
  }

  func name(of fact: String, else name: String) -> String { names[fact] ?? name }
}

/// Finds the statements of one document.
struct StatementFinder {
  private struct Named {
    let span: Span
    let name: String
    let fact: String
  }

  private let document: Document
  /// Everybody that is named, in the order of the text.
  private var named: [Named] = []
  /// The fact of a speaker's name as the document has it.
  private var bearers: [String: (name: String, fact: String)] = [:]
  /// What a speaker is and belongs to, by the name as the document has it.
  private var offices: [String: [String]] = [:]
  private let sentences: SpanIndex

  init(_ document: Document, _ names: PackNames, places: Bool) {
    self.document = document
    sentences = SpanIndex(document.sentences)
    for (index, person) in document.facts(Person.self).enumerated() {
      add(person.name, person.mentions, document.factID(Person.kind, index), names)
      let office = person.roles + [person.affiliation].compactMap { $0 }
      if offices[person.name] == nil { offices[person.name] = office }
    }
    for (index, body) in document.facts(Organization.self).enumerated() {
      add(body.name, body.mentions, document.factID(Organization.kind, index), names)
    }
    if places {
      for (index, place) in document.facts(Place.self).enumerated() {
        add(place.name, place.mentions, document.factID(Place.kind, index), names)
      }
    }
    named.sort { $0.span < $1.span }
  }

  private mutating func add(
    _ printed: String, _ mentions: [Mention], _ fact: String, _ names: PackNames
  ) {
    let name = names.name(of: fact, else: printed)
    if bearers[printed] == nil { bearers[printed] = (name, fact) }
    named += mentions.map { Named(span: $0.span, name: name, fact: fact) }
  }

  func quotes(_ number: Int, bySentence: Bool) -> [Statement] {
    document.facts(Quote.self).enumerated().compactMap { index, quote in
      guard let printed = quote.speaker else { return nil }
      let words = quote.parts.isEmpty ? [quote.mention] : quote.parts
      var subjects = words.flatMap { within($0.span) }
      if bySentence { subjects += aroundQuote(quote, words.map(\.span), printed) }
      return statement(
        by: printed, words, about: subjects, quote.direct ? .quoted : .told,
        document.factID(Quote.kind, index), number)
    }
  }

  /// Those whom the sentences of a quotation name outside the quoted words, but for the speaker's own
  /// office and body and for those in the clause that says who spoke: there a name is what the words
  /// are about only behind "on", "about" and the like, or as what a verb of judging has as its object.
  private func aroundQuote(_ quote: Quote, _ words: [Span], _ printed: String) -> [Named] {
    let attribution = [quote.speakerMention, quote.cue].compactMap { $0?.span }
    // The sentence that the words begin in, the one that they end in, and the attribution's.
    let ends = ([quote.mention.span] + attribution)
      .flatMap { [Span($0.start, $0.start), Span($0.end, $0.end)] }
    var found: [Named] = []
    for sentence in Set(ends.compactMap { sentences.holding($0) }).sorted() {
      for stretch in sentence.without(words) {
        let isAttribution = attribution.contains { $0.overlaps(stretch) }
        found += within(stretch).filter { one in
          guard !attribution.contains(where: { $0.overlaps(one.span) }) else { return false }
          let office = offices[printed] ?? []
          guard !office.contains(where: { $0.contains(one.name) }) else { return false }
          return !isAttribution || isTopic(one.span, cue: quote.cue?.span)
        }
      }
    }
    return found
  }

  private static let topicWords = ["on", "about", "regarding", "concerning", "against"]
  /// Verbs whose object is what the words are about: "called the plan".
  private static let judging = [
    "accus", "attack", "blam", "call", "commend", "condemn", "congratulat", "credit", "criticis",
    "criticiz", "denounc", "describ", "dismiss", "dubb", "hail", "label", "prais", "thank",
    "welcom",
  ]

  /// Whether a name of the attribution is what the words are about, by the word before it.
  private func isTopic(_ name: Span, cue: Span?) -> Bool {
    let bytes = document.text.bytes
    var end = name.start
    while true {
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A {
        start -= 1
      }
      guard start < end else { return false }
      let word = document.text[Span(start, end)].lowercased()
      if word == "the" {
        end = start
        continue
      }
      if Self.topicWords.contains(word) { return true }
      guard let cue, end <= cue.end, start >= cue.start else {
        // "said of the bank"
        return word == "of" && cue.map { $0.end <= start && start - $0.end <= 1 } ?? false
      }
      return Self.judging.contains { word.hasPrefix($0) }
    }
  }

  /// The sentences of answers and statements that name somebody.
  func turns(_ number: Int) -> [Statement] {
    // What looks like a label on a web page is mostly a heading.
    guard ![.article, .webPage, .indexPage].contains(document.metadata.kind) else { return [] }
    var statements: [Statement] = []
    for (index, turn) in document.facts(Turn.self).enumerated() where turn.part != .question {
      guard let speaker = turn.speaker else { continue }
      var done: Span?
      for one in within(turn.mention.span) {
        let sentence = sentences.holding(one.span) ?? one.span
        guard sentence != done else { continue }
        done = sentence
        // A turn's first sentence starts with its label.
        let words = turn.words.map(\.span).filter { $0.overlaps(sentence) }
          .map { Span(max($0.start, sentence.start), min($0.end, sentence.end)) }
        guard !words.isEmpty else { continue }
        let statement = statement(
          by: speaker, words.map(document.text.mention), about: words.flatMap { within($0) },
          .spoken, document.factID(Turn.kind, index), number)
        if !statement.subjects.isEmpty { statements.append(statement) }
      }
    }
    return statements
  }

  private func statement(
    by printed: String, _ words: [Mention], about named: [Named], _ form: Statement.Form,
    _ fact: String, _ number: Int
  ) -> Statement {
    let speaker = bearers[printed]
    var (subjects, origins): ([String], [String]) = ([], [])
    for one in named.sorted(by: { $0.span < $1.span }) where one.fact != speaker?.fact {
      guard one.name != speaker?.name else { continue }
      if !subjects.contains(one.name) { subjects.append(one.name) }
      if !origins.contains(one.fact) { origins.append(one.fact) }
    }
    return Statement(
      speaker: speaker?.name ?? printed, words: words.map(\.text), subjects: subjects, form: form,
      date: document.metadata.published.map { String($0.prefix(10)) }, document: document.id,
      fact: fact, origins: origins, place: (number, words.first?.span.start ?? 0))
  }

  /// Those who are named inside a span, in the order of the text.
  private func within(_ span: Span) -> ArraySlice<Named> {
    named[named.partitioningIndex { $0.span.start >= span.start }...]
      .prefix { $0.span.start < span.end }
  }
}

extension Span {
  /// What is left of a span outside others, in order.
  fileprivate func without(_ others: [Span]) -> [Span] {
    var rest: [Span] = []
    var start = self.start
    for other in others.sorted() where overlaps(other) {
      if start < other.start { rest.append(Span(start, other.start)) }
      start = max(start, other.end)
    }
    if start < end { rest.append(Span(start, end)) }
    return rest
  }
}
