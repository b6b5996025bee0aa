import PressModel
import PressStage
import PressText

/// Finds what named actors announced, pledged, agreed to or will do.
///
/// Reads sentences, people, organizations and places. Adds commitments: the clause, its actor and
/// the verb; one for each of several actors. Leaves alone what is negated, asked or hoped, what an
/// actor announces of others or of the past, and clauses whose actor has no name.
struct Commitments: Extractor {
  static let summary = "Finds what named actors announced, pledged, agreed to or will do"

  static let version = 4
  static let reads: [DocumentPart] = [
    .metadata, .sentences, .facts(Person.self), .facts(Organization.self), .facts(Place.self),
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
      .text("Senators Ann Berg and Paul Ruud (both D-VA) announced a fund for ports."),
      gives: .facts(
        "commitments",
        [
          ["actor": "Ann Berg", "verb": "announced"], ["actor": "Paul Ruud", "verb": "announced"],
        ])),
    StageExample(
      .leavesAlone, "what others do, hopes, wares and deeds of the past",
      .text(
        "Norway announced that Sweden has opened a port. We hope that Norway will fund it. The World "
          + "Bank offers a course. Norway donated $750 in 2008."),
      gives: .facts("commitments", [])),
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
    let words = findings.shared(Names.self) { Names(tokens, of: document) }.words
    let people = document.facts(Person.self).flatMap { actors($0.mentions) }
    let bodies = document.facts(Organization.self).flatMap { actors($0.mentions) }
    let places = document.facts(Place.self).flatMap { actors($0.mentions) }
    let clauses = CommitmentClauses(words, actors: people + bodies + places)
    for sentence in document.sentences {
      for commitment in clauses.commitments(in: sentence) { findings.add(commitment) }
    }
  }

  private func actors(_ mentions: [Mention]) -> [CommitmentClauses.Actor] {
    mentions.map { CommitmentClauses.Actor(span: $0.span, name: $0.text) }
  }
}
