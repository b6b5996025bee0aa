import PressModel
import PressStage
import PressText

/// Finds what named actors announced, pledged, agreed to or will do.
///
/// Reads sentences, people, organizations, places and quotes. Adds commitments: the clause from the
/// titles of its actors on, its actor and the verb; one for each of several actors. A bill introduced
/// these days is one, a name under a letter is none. Where speakers say "I", "we" or "my
/// administration" the actor is who has the turn or the quotation. Leaves alone what is negated, asked,
/// hoped or depends on something, talk ("we will see"), what an actor announces of others or of the
/// past, and clauses whose actor has no name.
struct Commitments: Extractor {
  static let summary = "Finds what named actors announced, pledged, agreed to or will do"

  static let version = 6
  static let reads: [DocumentPart] = [
    .metadata, .sentences, .facts(Person.self), .facts(Organization.self), .facts(Place.self),
    .facts(Quote.self),
  ]
  static let kinds = [Commitment.kind]

  static let examples = [
    StageExample(
      .finds, "a pledge and a promise",
      .text("At the close, Norway pledged 3 million euros. The World Bank will fund two ports."),
      gives: .facts(
        "commitments",
        [
          ["actor": "Norway", "verb": "pledged", "text": "Norway pledged 3 million euros"],
          [
            "actor": "World Bank", "verb": "will fund",
            "text": "The World Bank will fund two ports",
          ],
        ])),
    StageExample(
      .leavesAlone, "what is negated, and actors without a name",
      .text("Norway has not pledged money. They will send help."),
      gives: .facts("commitments", [])),
    StageExample(
      .trap, "what stands between brackets is no actor",
      .text(
        "Senators Ann Berg and Paul Ruud (both D-VA) and Congressman Tor Dahl (VA-09) today announced "
          + "a fund for ports."),
      gives: .facts(
        "commitments",
        [
          [
            "actor": "Ann Berg", "verb": "announced",
            "text":
              "Senators Ann Berg and Paul Ruud (both D-VA) and Congressman Tor Dahl (VA-09) today "
              + "announced a fund for ports",
          ],
          ["actor": "Paul Ruud", "verb": "announced"],
          ["actor": "Tor Dahl", "verb": "announced"],
        ])),
    StageExample(
      .finds, "a bill of today, and no name under a letter",
      .text(
        "Senator Ann Berg today introduced a bill to open ports. Senator Paul Ruud signed the letter. "
          + "Senator Tor Dahl introduced a bill in 1998."),
      gives: .facts(
        "commitments",
        [
          [
            "actor": "Ann Berg", "verb": "introduced",
            "text": "Senator Ann Berg today introduced a bill to open ports",
          ]
        ])),
    StageExample(
      .leavesAlone, "what others do, hopes, wares and deeds of the past",
      .text(
        "Norway announced that Sweden has opened a port. We hope that Norway will fund it. The World "
          + "Bank offers a course. Norway donated $750 in 2008."),
      gives: .facts("commitments", [])),
    StageExample(
      .finds, "what speakers take on in their turns and quotations",
      .text(
        "MS. OKAFOR: We will invest $5 million in ports by 2030. We will see.\n\n"
          + "MR. REED: Today, I am announcing a new pier. If it rains, I will sign the lease.\n\n"
          + "MS. OKAFOR: \u{201C}We will ban drift nets,\u{201D} said Mayor Ann Berg."),
      gives: .facts(
        "commitments",
        [
          [
            "actor": "OKAFOR", "verb": "will invest",
            "text": "We will invest $5 million in ports by 2030",
          ],
          [
            "actor": "REED", "verb": "am announcing",
            "text": "Today, I am announcing a new pier",
          ],
          ["actor": "Ann Berg", "verb": "will ban", "text": "We will ban drift nets"],
        ])),
    StageExample(
      .trap, "the actor behind the verb",
      .text("The office, which will be hosted by the Government of Norway, opens in May."),
      gives: .facts(
        "commitments",
        [
          [
            "actor": "Government of Norway", "verb": "will be hosted",
            "text": "The office, which will be hosted by the Government of Norway",
          ]
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let names = findings.shared(Names.self) { Names(tokens, of: document) }
    let people = document.facts(Person.self).flatMap { actors($0.mentions, in: names) }
    let bodies = document.facts(Organization.self).flatMap { actors($0.mentions) }
    let places = document.facts(Place.self).flatMap { actors($0.mentions, isPlace: true) }
    let clauses = CommitmentClauses(
      names.words, actors: people + bodies + places,
      voices: Voices(turns: turns(of: document, tokens, &findings), quotes: quotes(of: document)))
    for sentence in document.sentences {
      for commitment in clauses.commitments(in: sentence) { findings.add(commitment) }
    }
  }

  /// The turns of a transcript with their speakers; nobody's where a label names none.
  private func turns(
    of document: Document, _ tokens: Tokens, _ findings: inout Findings
  ) -> [Voices.Voice] {
    let labels = findings.shared([TurnLabel].self) { TurnLabels(tokens).labels() }
    guard !labels.isEmpty else { return [] }
    let people = LabelledPeople(document.facts(Person.self), labels, tokens)
    return labels.indices.map { number in
      let label = labels[number]
      let end = number + 1 < labels.count ? labels[number + 1].span.start : document.text.count
      let mention = document.text.mention(label.span)
      let name = people.speaker(of: mention)?.name ?? mention.text
      return Voices.Voice(
        span: Span(label.end, max(label.end, end)), name: label.kind == .speaker ? name : nil)
    }
  }

  private func quotes(of document: Document) -> [Voices.Voice] {
    document.facts(Quote.self).filter(\.direct)
      .map { Voices.Voice(span: $0.mention.span, name: $0.speaker) }
      .sorted { $0.span < $1.span }
  }

  private func actors(_ mentions: [Mention], isPlace: Bool = false) -> [CommitmentClauses.Actor] {
    mentions.map { CommitmentClauses.Actor(span: $0.span, name: $0.text, isPlace: isPlace) }
  }

  /// People with the titles before their names.
  private func actors(_ mentions: [Mention], in names: Names) -> [CommitmentClauses.Actor] {
    mentions.map { mention in
      CommitmentClauses.Actor(
        span: mention.span, name: mention.text, start: names.titleStart(of: mention.span))
    }
  }
}
