/// A speaker's turn in a transcript.
public struct Turn: Fact {
  public enum Part: String, Codable, CaseIterable, Sendable {
    case question, answer, statement, staff
  }

  /// From the first spoken word to the last, without the label; with what the transcriber put
  /// between them.
  public var mention: Mention
  /// The words spoken, stretch by stretch: the mention without the annotations. Empty where nothing
  /// spoken was written down: `Q (Inaudible.)`.
  public var words: [Mention]
  /// What the transcriber put in: "(Laughter.)", time marks, corrections, marks of pages.
  public var annotations: [Mention]
  /// The label as printed, without its colon.
  public var label: Mention
  /// The speaker's name; nil for an unnamed questioner.
  public var speaker: String?
  /// The speaker's office, where the document names it.
  public var role: String?
  public var part: Part
  /// The question that an answer answers: the `mention` of its turn.
  public var answers: Mention?

  public init(
    mention: Mention, words: [Mention], annotations: [Mention] = [], label: Mention,
    speaker: String?, role: String? = nil, part: Part, answers: Mention? = nil
  ) {
    self.mention = mention
    self.words = words
    self.annotations = annotations
    self.label = label
    self.speaker = speaker
    self.role = role
    self.part = part
    self.answers = answers
  }

  public var mentions: [Mention] { [mention, label] }

  public static let kind = FactKind(
    "turns", of: Turn.self, title: "Turns", help: "A speaker's turn in a transcript.",
    isSentence: true, rank: 160,
    columns: [
      FactColumn("speaker", .string, "Who spoke.", verbatim: true) { .string($0.speaker) },
      FactColumn("role", .string, "The speaker's office.", verbatim: true) { .string($0.role) },
      FactColumn("kind", .choice(Part.allCases.map(\.rawValue)), "What the turn is.") {
        .string($0.part.rawValue)
      },
      FactColumn("label", .mention, "The label as printed.") { .mention($0.label) },
      FactColumn("answers", .mention, "The words of the question that an answer answers.") {
        .mention($0.answers)
      },
      FactColumn("words", .mentions, "The words spoken, without the annotations.") {
        .mentions($0.words)
      },
      FactColumn(
        "annotations", .mentions, "What the transcriber put in: laughter, times, corrections."
      ) {
        .mentions($0.annotations)
      },
    ],
    reading: { turn in
      let words = turn.words.isEmpty ? [turn.mention] : turn.words
      return "\(turn.speaker ?? turn.label.text): \(words.map(\.text).joined(separator: " "))"
    })
}
