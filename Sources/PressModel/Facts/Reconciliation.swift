/// A sum, share or change that a document claims, held against the document's own numbers.
public struct Reconciliation: Fact {
  public enum Relation: String, Codable, CaseIterable, Sendable {
    /// Numbers and their total.
    case sum
    /// A part, the whole and the part's percentage.
    case share
    /// A percentage of a whole and what it comes to.
    case part
    /// A number before and after, and the difference or its percentage.
    case change
    /// A column of a table and its total.
    case table
  }

  /// The words of the claim: the total, percentage or difference.
  public var mention: Mention
  /// The numbers that it is held against, in the order of the text.
  public var numbers: [Mention]
  public var relation: Relation
  /// The claimed value, a decimal number.
  public var claimed: String
  /// What the numbers come to as printed; quotients are rounded to one place more than the claim.
  public var computed: String
  /// `%`, `percentage point`, an ISO 4217 code, or empty for a count.
  public var unit: String
  /// Whether the claim is what the numbers come to, within what rounding and words such as "about"
  /// leave open.
  public var agrees: Bool

  public init(
    mention: Mention, numbers: [Mention], relation: Relation, claimed: String, computed: String,
    unit: String, agrees: Bool
  ) {
    self.mention = mention
    self.numbers = numbers
    self.relation = relation
    self.claimed = claimed
    self.computed = computed
    self.unit = unit
    self.agrees = agrees
  }

  public var mentions: [Mention] { [mention] + numbers }

  public static let kind = FactKind(
    "reconciliations", of: Reconciliation.self, title: "Numbers that do not add up",
    help: "A claimed sum, share or change held against the document's own numbers.", isKey: true,
    rank: 30,
    columns: [
      FactColumn(
        "relation", .choice(Relation.allCases.map(\.rawValue)), "What is claimed of the numbers."
      ) { .string($0.relation.rawValue) },
      FactColumn("claimed", .string, "The claimed value as a decimal number.") {
        .string($0.claimed)
      },
      FactColumn("computed", .string, "What the numbers come to.") { .string($0.computed) },
      FactColumn("unit", .string, "%, percentage point, ISO 4217 or empty for a count.") {
        .string($0.unit)
      },
      FactColumn("numbers", .strings, "The numbers as printed.", verbatim: true) {
        .strings($0.numbers.map(\.text))
      },
      FactColumn("agrees", .bool, "Whether claim and numbers agree.") { .bool($0.agrees) },
    ],
    reading: { claim in
      let numbers = claim.numbers.map { "“\($0.text)”" }.joined(separator: ", ")
      let unit = claim.unit.isEmpty ? "" : claim.unit == "%" ? "%" : " \(claim.unit)"
      let verdict = claim.agrees ? "agrees with" : "does not agree with"
      return "“\(claim.mention.text)” (\(claim.claimed)\(unit)) \(verdict) \(numbers), "
        + "which come to \(claim.computed)\(unit)"
    })
}
