import PressModel
import PressStage
import PressText

/// Finds the turns of a transcript by the labels of its speakers.
///
/// Reads the text and people; adds turns. A turn goes on over the following paragraphs until the
/// next label. Leaves the fields of an advisory (`WHO:`, `CONTACT:`) and speech that is told alone.
struct Turns: Extractor {
  static let summary = "Finds the turns of a transcript by the labels of its speakers"

  static let reads: [DocumentPart] = [.facts(Person.self)]
  static let kinds = [Turn.kind]

  static let examples = [
    StageExample(
      .finds, "questions without a mark and answers over two paragraphs",
      .text(
        "MS. OKAFOR: Good afternoon. (Laughter.)\n\nQ Is the bridge open?\n\n"
          + "MS. OKAFOR: It is.\n\nAnd it stays open."),
      gives: .facts(
        "turns",
        [
          ["label": "MS. OKAFOR", "text": "Good afternoon. (Laughter.)", "kind": "statement"],
          ["label": "Q", "text": "Is the bridge open?", "kind": "question", "speaker": ""],
          ["label": "MS. OKAFOR", "text": "It is.\n\nAnd it stays open.", "kind": "answer"],
        ])),
    StageExample(
      .finds, "labels that end in a full stop",
      .text("Q. Mr. President, will you sign?\n\nTHE PRESIDENT. I will. Gladly."),
      gives: .facts(
        "turns",
        [
          ["label": "Q", "text": "Mr. President, will you sign?"],
          ["label": "THE PRESIDENT", "text": "I will. Gladly.", "kind": "answer"],
        ])),
    StageExample(
      .leavesAlone, "the fields of an advisory",
      .text("WHO: Mayor Ann Reed\n\nWHEN: Friday\n\nCONTACT: The press office"),
      gives: .facts("turns", [])),
    StageExample(
      .trap, "speech that is told",
      .text("Mr. OLSEN said that the harbour was safe.\n\nMs. REED asked when it would open."),
      gives: .facts("turns", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let labels = TurnLabels(tokens).labels()
    guard !labels.isEmpty else { return }
    let people = document.facts(Person.self)
    var wasAsked = false
    for (number, label) in labels.enumerated() {
      let limit = number + 1 < labels.count ? labels[number + 1].span.start : document.text.count
      guard let words = words(from: label.end, to: limit, tokens) else { continue }
      let person = label.kind == .speaker ? speaker(document.text[label.span], people) : nil
      let part: Turn.Part =
        switch label.kind {
        case .question: .question
        case .answer: .answer
        case .staff: .staff
        case .speaker: wasAsked ? .answer : .statement
        }
      wasAsked = wasAsked || part == .question
      findings.add(
        Turn(
          mention: document.text.mention(words), label: document.text.mention(label.span),
          speaker: person?.name ?? (label.kind == .speaker ? document.text[label.span] : nil),
          role: person?.roles.first, part: part))
    }
  }

  /// The words from the label to the next one, without the bare lines that end a transcript
  /// ("END 2:37 P.M. EDT").
  private func words(from start: Int, to limit: Int, _ tokens: Tokens) -> Span? {
    let first = tokens.index(at: start)
    var last = tokens.index(at: limit) - 1
    if last + 1 < tokens.count, tokens[last + 1].span.end <= limit { last += 1 }
    guard first < tokens.count, first <= last else { return nil }
    var line = last
    while line > first, !tokens[line].startsLine { line -= 1 }
    if line > first, tokens.is(line, "END") || tokens.is(line, "###") { last = line - 1 }
    return Span(tokens[first].span.start, tokens[last].span.end)
  }

  /// The person of a label: the one whose last name it ends in, else the one whose office it names.
  private func speaker(_ label: String, _ people: [Person]) -> Person? {
    let words = label.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard let last = words.last else { return nil }
    if let named = people.first(where: { $0.name.lowercased().split(separator: " ").last == last })
    {
      return named
    }
    let office = words.drop { $0 == "the" }.joined(separator: " ")
    return people.first { $0.roles.contains { $0.lowercased() == office } }
  }
}
