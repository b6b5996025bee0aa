/// A speaker's turn in a transcript.
public struct Turn: Fact {
  public enum Part: String, Codable, CaseIterable, Sendable {
    case question, answer, statement, staff
  }

  /// The words spoken, without the label.
  public var mention: Mention
  /// The label as printed, without its colon.
  public var label: Mention
  /// The speaker's name; nil for an unnamed questioner.
  public var speaker: String?
  /// The speaker's office, where the document names it.
  public var role: String?
  public var part: Part

  public init(
    mention: Mention, label: Mention, speaker: String?, role: String? = nil, part: Part
  ) {
    self.mention = mention
    self.label = label
    self.speaker = speaker
    self.role = role
    self.part = part
  }

  public var mentions: [Mention] { [mention, label] }

  public static let kind = FactKind(
    "turns", of: Turn.self, title: "Turns", help: "A speaker's turn in a transcript.", rank: 160,
    columns: [
      FactColumn("speaker", .string, "Who spoke.", verbatim: true) { .string($0.speaker) },
      FactColumn("role", .string, "The speaker's office.", verbatim: true) { .string($0.role) },
      FactColumn("kind", .choice(Part.allCases.map(\.rawValue)), "What the turn is.") {
        .string($0.part.rawValue)
      },
      FactColumn("label", .mention, "The label as printed.") { .mention($0.label) },
    ],
    reading: { turn in "\(turn.speaker ?? turn.label.text): \(turn.mention.text)" })
}
