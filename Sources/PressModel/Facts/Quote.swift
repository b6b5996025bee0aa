/// Words that a document gives as somebody's speech.
public struct Quote: Fact {
  /// The words between the quotation marks, without the outer marks; with the attribution where it
  /// stands in the middle of the quotation.
  public var mention: Mention
  /// The quoted words alone where the attribution, or a remark such as "(laughter)", parts them;
  /// empty where nothing does.
  public var parts: [Mention]
  /// The name of the person or body that spoke, as its own fact has it; nil where none is found.
  public var speaker: String?
  /// The words that name the speaker beside the quotation.
  public var speakerMention: Mention?
  /// The words that say that it was spoken ("said", "according to").
  public var cue: Mention?
  /// False for speech that is told and not quoted ("stressed that ...").
  public var direct: Bool

  public init(
    mention: Mention, parts: [Mention] = [], speaker: String? = nil,
    speakerMention: Mention? = nil, cue: Mention? = nil, direct: Bool = true
  ) {
    self.mention = mention
    self.parts = parts
    self.speaker = speaker
    self.speakerMention = speakerMention
    self.cue = cue
    self.direct = direct
  }

  public var mentions: [Mention] {
    [mention] + parts + [speakerMention, cue].compactMap { $0 }
  }

  public static let kind = FactKind(
    "quotes", of: Quote.self, title: "Quotations", help: "Words given as somebody's speech.",
    isKey: true, rank: 20,
    columns: [
      FactColumn("speaker", .string, "Who spoke.", verbatim: true) { .string($0.speaker) },
      FactColumn("speakerMention", .mention, "The words that name the speaker.") {
        .mention($0.speakerMention)
      },
      FactColumn("cue", .mention, "The words that say that it was spoken.") { .mention($0.cue) },
      FactColumn(
        "parts", .strings, "The quoted words where an attribution or a remark parts them.",
        verbatim: true
      ) {
        .strings($0.parts.map(\.text))
      },
      FactColumn("direct", .bool, "Whether the words are quoted and not told.") {
        .bool($0.direct)
      },
    ],
    reading: { quote in
      let parts = quote.parts.isEmpty ? [quote.mention] : quote.parts
      let words = reading(of: parts.map(\.text), direct: quote.direct)
      return quote.speaker.map { "\(words) — \($0)" } ?? words
    })

  /// Speech in its parts as a line shows it: “…” […] “…”. A comma that leads from the words to who
  /// said them is the sentence's around them, and left out.
  public static func reading(of parts: [String], direct: Bool) -> String {
    parts.map { part in
      let words = part.hasSuffix(",") ? String(part.dropLast()) : part
      return direct ? "“\(words)”" : words
    }.joined(separator: " […] ")
  }
}
