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
    sameness: { amount in "\(amount.currency) \(amount.value) \(amount.approximate)" },
    reading: { amount in amount.note.map { "\(amount.mention.text) (\($0))" } ?? amount.mention.text
    })

  /// Marks and names that mean one currency only; "$" and "pounds" are those of several countries.
  private static let marks = [
    ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("US$", "USD"), ("U.S. dollar", "USD"),
    ("A$", "AUD"), ("C$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("R$", "BRL"), ("₹", "INR"),
  ]

  /// What the words do not say of the sum: the currency of "$5 million", the value of "6.4p".
  private var note: String? {
    let number = DecimalWords.reading(of: value)
    let words = mention.text
    guard DecimalWords.says(words, number) else { return "\(currency) \(number)" }
    let isNamed =
      words.contains(currency)
      || Self.marks.contains { $0.1 == currency && words.contains($0.0) }
    return isNamed ? nil : currency
  }
}
