import PressModel
import PressStage
import PressText

/// Finds sums of money and gives each its value and ISO 4217 currency.
///
/// Reads the text; adds amounts. A range ("$5-7 million") gives two, one for each end. Leaves
/// weights in pounds, and currencies named without a number, alone.
struct Amounts: Extractor {
  static let summary = "Finds sums of money and gives each its value and ISO 4217 currency"

  static let version = 5
  static let kinds = [Amount.kind]

  @Setting("Currency of a bare dollar sign; 'auto' goes by the country of the web address")
  var dollar = "auto"

  static let examples = [
    StageExample(
      .finds, "marks, codes, names and magnitudes",
      .text("Ghana gave \u{20AC}3bn, more than A$1.2 million, 500 million yen and USD 40,000."),
      gives: .facts(
        "amounts",
        [
          [
            "text": "\u{20AC}3bn", "value": "3000000000", "currency": "EUR", "approximate": "false",
          ],
          ["text": "A$1.2 million", "value": "1200000", "currency": "AUD", "approximate": "true"],
          ["text": "500 million yen", "value": "500000000", "currency": "JPY"],
          ["text": "USD 40,000", "value": "40000", "currency": "USD"],
        ])),
    StageExample(
      .leavesAlone, "weights, counts and the dollar without a number",
      .text("The dollar rose while 40 pounds of rice fed 300 people in 2009."),
      gives: .facts("amounts", [])),
    StageExample(
      .trap, "a range that writes its magnitude once",
      .text("Repairs will cost $5-7 million, or 25 cents a head."),
      gives: .facts(
        "amounts",
        [
          ["text": "$5-7 million", "value": "5000000", "currency": "USD", "approximate": "true"],
          ["text": "$5-7 million", "value": "7000000", "currency": "USD"],
          ["text": "25 cents", "value": "0.25", "currency": "USD"],
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let bareDollar = dollar == "auto" ? dollarOfAddress(document.source.url) : dollar
    for money in MoneyGrammar(tokens).sums() {
      findings.add(
        Amount(
          mention: document.text.mention(money.span), value: money.value.written,
          currency: money.currency ?? bareDollar, approximate: money.approximate))
    }
  }

  /// The dollar of the country that a web address ends in; the United States' where it ends in none.
  private func dollarOfAddress(_ url: String?) -> String {
    let host = url?.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
    return switch host.split(separator: ".").last {
    case "au": "AUD"
    case "ca": "CAD"
    case "nz": "NZD"
    case "sg": "SGD"
    case "hk": "HKD"
    case "fj": "FJD"
    case "jm": "JMD"
    default: "USD"
    }
  }
}
