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
  private let sentences: SpanIndex

  init(_ document: Document, _ names: PackNames, places: Bool) {
    self.document = document
    sentences = SpanIndex(document.sentences)
    for (index, person) in document.facts(Person.self).enumerated() {
      add(person.name, person.mentions, document.factID(Person.kind, index), names)
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
      var spans = [quote.mention.span]
      if bySentence {
        // The sentence that the words begin in, the one that they end in, and the attribution's.
        let edges = [quote.mention, quote.speakerMention, quote.cue].compactMap { $0?.span }
        let ends = edges.flatMap { [Span($0.start, $0.start), Span($0.end, $0.end)] }
        spans += ends.compactMap { sentences.holding($0) }
      }
      return statement(
        by: printed, quote.parts.isEmpty ? [quote.mention] : quote.parts, of: spans,
        but: quote.speakerMention?.span,
        quote.direct ? .quoted : .told, document.factID(Quote.kind, index), number)
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
        guard sentence != done, turn.mention.span.contains(sentence) else { continue }
        done = sentence
        let statement = statement(
          by: speaker, [document.text.mention(sentence)], of: [sentence], but: nil, .spoken,
          document.factID(Turn.kind, index), number)
        if !statement.subjects.isEmpty { statements.append(statement) }
      }
    }
    return statements
  }

  private func statement(
    by printed: String, _ words: [Mention], of spans: [Span], but excluded: Span?,
    _ form: Statement.Form, _ fact: String, _ number: Int
  ) -> Statement {
    let speaker = bearers[printed]
    var seen: [Span: Named] = [:]
    for span in spans {
      for one in within(span) where excluded.map({ !$0.overlaps(one.span) }) ?? true {
        seen[one.span] = one
      }
    }
    var (subjects, origins): ([String], [String]) = ([], [])
    for (_, one) in seen.sorted(by: { $0.key < $1.key }) where one.fact != speaker?.fact {
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
    var (low, high) = (0, named.count)
    while low < high {
      let middle = (low + high) / 2
      if named[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return named[low...].prefix { $0.span.start < span.end }
  }
}
