/// Something that somebody announced, pledged, agreed or took on.
public struct Commitment: Fact {
  /// The clause that says it.
  public var mention: Mention
  /// Who took it on, as printed.
  public var actor: String
  /// The words that make it a commitment: "announced", "will be hosted".
  public var verb: Mention

  public init(mention: Mention, actor: String, verb: Mention) {
    self.mention = mention
    self.actor = actor
    self.verb = verb
  }

  public var mentions: [Mention] { [mention, verb] }

  public static let kind = FactKind(
    "commitments", of: Commitment.self, title: "Commitments",
    help: "Something that somebody announced, pledged or took on.", isKey: true, rank: 10,
    columns: [
      FactColumn("actor", .string, "Who took it on.", verbatim: true) { .string($0.actor) },
      FactColumn("verb", .mention, "The words that make it a commitment.") { .mention($0.verb) },
    ],
    reading: { commitment in
      let clause = commitment.mention.text
      return clause.contains(commitment.actor) ? clause : "\(commitment.actor): \(clause)"
    })
}
