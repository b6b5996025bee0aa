/// A count or measure with its unit, or a percentage.
public struct Quantity: Fact {
  public var mention: Mention
  /// A decimal number without separators or exponent.
  public var value: String
  /// The unit as printed, in the singular: `%`, `km`, `troop`; `vote` for either side of a vote, also
  /// where the word is not printed ("78-22"), and `in 5` for a share ("four out of five").
  public var unit: String

  public init(mention: Mention, value: String, unit: String) {
    self.mention = mention
    self.value = value
    self.unit = unit
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "quantities", of: Quantity.self, title: "Quantities", help: "A measure or a percentage.",
    rank: 150,
    columns: [
      FactColumn("value", .string, "The number in decimal form.") { .string($0.value) },
      FactColumn("unit", .string, "The unit.") { .string($0.unit) },
    ],
    reading: { quantity in
      let text = quantity.mention.text
      return quantity.unit == "vote" && !text.contains("vote") ? "\(text) (votes)" : text
    })
}
