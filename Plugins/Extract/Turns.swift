import PressModel
import PressStage
import PressText

/// Finds the turns of a transcript by the labels of its speakers.
///
/// Reads the text and people; adds turns. A turn goes on over the following paragraphs until the
/// next label. `words` leaves out what the transcriber put in, which stands in `annotations`. An
/// answer names the last question before it: so do all answers to one question, and those behind a
/// moderator's words. Thanks, greetings, signs of hearing ("Sure.") and words that call on the next
/// ask and answer nothing: they are statements. Where no label says who asks, a speaker most of whose
/// turns end in a question mark does. Leaves the fields of an advisory (`WHO:`, `CONTACT:`) and speech
/// that is told alone.
struct Turns: Extractor {
  static let summary = "Finds the turns of a transcript by the labels of its speakers"

  static let version = 6
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
          [
            "label": "MS. OKAFOR", "text": "Good afternoon.", "kind": "statement",
            "annotations": "(Laughter.)", "answers": "",
          ],
          ["label": "Q", "text": "Is the bridge open?", "kind": "question", "speaker": ""],
          [
            "label": "MS. OKAFOR", "text": "It is.\n\nAnd it stays open.", "kind": "answer",
            "answers": "Is the bridge open?",
          ],
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
      .finds, "two answers to one question, a moderator between them, and a question that follows",
      .text(
        "QUESTION: Who pays?\n\nMR. OLSEN: The port.\n\nMODERATOR: Minister, please.\n\n"
          + "MS. REED: We all do.\n\nQUESTION: How much?\n\nMS. REED: Too much."),
      gives: .facts(
        "turns",
        [
          ["kind": "question", "answers": ""], ["kind": "answer", "answers": "Who pays?"],
          ["kind": "staff", "answers": ""], ["kind": "answer", "answers": "Who pays?"],
          ["kind": "question", "answers": ""], ["kind": "answer", "answers": "How much?"],
        ])),
    StageExample(
      .trap, "words that hand on, thank or show that somebody listens",
      .text(
        "Q Is it open?\n\nMR. OLSEN: It is.\n\nQ Okay.\n\nMR. OLSEN: Since Monday.\n\n"
          + "MS. REED: Go ahead, Kim.\n\nQ Thank you. Who pays?\n\nMS. REED: Yes, the port."),
      gives: .facts(
        "turns",
        [
          ["kind": "question"], ["kind": "answer", "answers": "Is it open?"],
          ["kind": "statement", "text": "Okay."], ["kind": "answer", "answers": "Is it open?"],
          ["kind": "statement", "answers": ""], ["kind": "question"],
          ["kind": "answer", "answers": "Thank you. Who pays?"],
        ])),
    StageExample(
      .leavesAlone, "the fields of an advisory",
      .text("WHO: Mayor Ann Reed\n\nWHEN: Friday\n\nCONTACT: The press office"),
      gives: .facts("turns", [])),
    StageExample(
      .trap, "speech that is told",
      .text("Mr. OLSEN said that the harbour was safe.\n\nMs. REED asked when it would open."),
      gives: .facts("turns", [])),
    StageExample(
      .trap, "remarks, a correction and the time inside and behind the words",
      .text(
        "Q Is it (inaudible) open?\n\nMR. OLSEN: It was (laughter) the new [old] pier (the long "
          + "one).\n\nEND 2:37 P.M. EDT"),
      gives: .facts(
        "turns",
        [
          ["words": "Is it; open?", "annotations": "(inaudible)"],
          [
            "words": "It was; the new; pier (the long one).",
            "annotations": "(laughter); [old]; END 2:37 P.M. EDT",
          ],
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let labels = findings.shared([TurnLabel].self) { TurnLabels(tokens).labels() }
    guard !labels.isEmpty else { return }
    let people = LabelledPeople(document.facts(Person.self), labels, tokens)
    let drafts = drafts(of: labels, tokens)
    let askers = askers(drafts, tokens)
    var ties = TurnTies(tokens)
    for draft in drafts {
      let label = document.text.mention(draft.label.span)
      let isSpeaker = draft.label.kind == .speaker
      let person = isSpeaker ? people.speaker(of: label) : nil
      let mention = document.text.mention(draft.span)
      let (part, answers): (Turn.Part, Mention?) =
        switch draft.label.kind {
        case .question: (ties.asks(mention, draft.words) ? .question : .statement, nil)
        case .answer: (.answer, ties.question)
        case .staff: (.staff, nil)
        case .speaker where askers.contains(label.text):
          endsInQuestion(draft, tokens) && ties.asks(mention, draft.words)
            ? (.question, nil) : (.statement, nil)
        case .speaker:
          ties.answered(by: draft.words).map { (.answer, $0) } ?? (.statement, nil)
        }
      findings.add(
        Turn(
          mention: mention, words: draft.words.map(document.text.mention),
          annotations: draft.marks.map(document.text.mention), label: label,
          speaker: person?.name ?? (isSpeaker ? label.text : nil), role: person?.role,
          part: part, answers: answers))
    }
  }

  private struct Draft {
    var label: TurnLabel
    var span: Span
    var words: [Span]
    var marks: [Span]
  }

  /// What stands from each label to the next; nothing for a label without words.
  private func drafts(of labels: [TurnLabel], _ tokens: Tokens) -> [Draft] {
    let transcript = TranscriptMarks(tokens)
    return labels.indices.compactMap { number in
      let label = labels[number]
      let limit = number + 1 < labels.count ? labels[number + 1].span.start : tokens.text.count
      guard label.end < limit else { return nil }
      let whole = Span(label.end, limit)
      let marks = transcript.all(in: whole)
      let words = transcript.words(of: whole, without: marks)
      guard let first = words.first ?? marks.first, let last = words.last ?? marks.last else {
        return nil
      }
      return Draft(label: label, span: Span(first.start, last.end), words: words, marks: marks)
    }
  }

  /// The labels of those who ask, where no label is a question's: three turns in five of theirs, and
  /// two at least, end in a question mark.
  private func askers(_ drafts: [Draft], _ tokens: Tokens) -> Set<String> {
    guard !drafts.contains(where: { $0.label.kind == .question }) else { return [] }
    var turns: [String: (all: Int, questions: Int)] = [:]
    for draft in drafts where draft.label.kind == .speaker {
      let isQuestion = endsInQuestion(draft, tokens)
      let name = tokens.text[draft.label.span]
      let seen = turns[name] ?? (0, 0)
      turns[name] = (seen.all + 1, seen.questions + (isQuestion ? 1 : 0))
    }
    let askers = turns.filter {
      $0.value.questions > 1 && $0.value.questions * 5 >= $0.value.all * 3
    }
    return askers.count < turns.count ? Set(askers.keys) : []
  }

  private func endsInQuestion(_ draft: Draft, _ tokens: Tokens) -> Bool {
    guard let words = draft.words.last else { return false }
    var last = tokens.index(at: words.end - 1)
    while last > 0, tokens.is(last, [.closeQuote, .closeBracket, .dash]) { last -= 1 }
    return tokens.is(last, byte: 0x3F)
  }
}
