import PressModel
import PressStage
import PressText

/// Holds sums, shares and changes that a document claims against its own numbers.
///
/// Reads sentences and the rows of tables; adds reconciliations: the claim, the numbers, what they
/// come to, and whether that agrees. Leaves alone what rounding, "about" or "more than" can explain,
/// rates, averages, and lists that may not be complete.
struct Reconcile: Extractor {
  static let summary =
    "Holds sums, shares and changes that a document claims against its own numbers"

  static let reads: [DocumentPart] = [.sentences]
  static let kinds = [Reconciliation.kind]

  @Setting("Also report the claims that agree with their numbers") var agreements = false

  static let examples = [
    StageExample(
      .finds, "a total, a share and a change that do not agree",
      .text(
        "The fair drew 240 boats, 65 barges and 12 ferries, a total of 327. Of the crews, 24 of the "
          + "30 members, or 85 percent, voted. Fees rose from $40 to $50, an increase of 30 percent."
      ),
      gives: .facts(
        "reconciliations",
        [
          [
            "text": "327", "relation": "sum", "numbers": "240; 65; 12", "computed": "317",
            "agrees": "false",
          ],
          ["text": "85 percent", "relation": "share", "claimed": "85", "computed": "80"],
          ["text": "30 percent", "relation": "change", "numbers": "$40; $50", "computed": "25"],
        ])),
    StageExample(
      .finds, "the claims that agree, where they are asked for", with: ["agreements": "true"],
      .text("The port spent 20 percent of its $4.5 million budget, or $900,000, on lights."),
      gives: .facts(
        "reconciliations",
        [["text": "$900,000", "relation": "part", "computed": "900000", "agrees": "true"]])),
    StageExample(
      .leavesAlone, "what rounding and words such as about leave open",
      .text(
        "It gave $1.26 million and $2.37 million, a total of $3.6 million. Of 300 ships, 101 of "
          + "the 300, or 34 percent, were old. It sold 52 boats and 49 rafts, about 100 in all."),
      gives: .facts("reconciliations", [])),
    StageExample(
      .trap, "lists that are not complete, rates, and numbers of other things",
      .text(
        "The city opened 30 docks and 50 piers this year for a total of 270. It pays 12 and 15 "
          + "dollars a day, a total of 90 per week. The 2 ships and 3 boats made 40 trips in all. "
          + "Traffic rose 5 percent from 2019 to 2021."),
      gives: .facts("reconciliations", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let reconciler = Reconciler(tokens)
    let claims =
      document.sentences.flatMap { reconciler.claims(in: $0) }
      + reconciler.tableClaims(document.blocks)
    for claim in claims.sorted(by: { $0.claim < $1.claim }) where agreements || !claim.agrees {
      findings.add(
        Reconciliation(
          mention: document.text.mention(claim.claim),
          numbers: claim.numbers.map { document.text.mention($0) }, relation: claim.relation,
          claimed: claim.claimed.written, computed: claim.computed.written, unit: claim.unit,
          agrees: claim.agrees))
    }
  }
}
