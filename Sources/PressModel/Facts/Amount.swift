/// A sum of money named in a document.
public struct Amount: Fact {
  public var mention: Mention
  /// A decimal number without separators or exponent: `7900000`, `0.55`.
  public var value: String
  /// ISO 4217.
  public var currency: String
  /// Whether the text says that the sum is not exact ("about", "more than").
  public var approximate: Bool

  public init(mention: Mention, value: String, currency: String, approximate: Bool = false) {
    self.mention = mention
    self.value = value
    self.currency = currency
    self.approximate = approximate
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "amounts", of: Amount.self, title: "Amounts", help: "A sum of money.", answers: .howMuch,
    rank: 140,
    columns: [
      FactColumn("value", .string, "The sum as a decimal number.") { .string($0.value) },
      FactColumn("currency", .string, "ISO 4217.") { .string($0.currency) },
      FactColumn("approximate", .bool, "Whether the text calls it inexact.") {
        .bool($0.approximate)
      },
    ],
    reading: { amount in "\(amount.mention.text) (\(amount.currency) \(amount.value))" })
}
