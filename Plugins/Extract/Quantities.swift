import PressModel
import PressStage
import PressText

/// Finds percentages, measures with their units, counts, shares, ages, multiples and votes.
///
/// Reads the text; adds quantities. What is counted is a noun of a table or any other plural behind
/// the number and up to two adjectives. A range ("5 to 7 percent") gives two, one for each end, and a
/// vote ("passed the Senate 78-22") one for each side, with the unit `vote`. A share ("four out of five
/// adults", "two-thirds") has the whole in its unit, `in 5`; an age the unit `year`; a multiple ("10
/// times the average") the unit `time`.
/// Leaves sums of money, dates ("two years ago"), bare numbers and numbers that are a name's alone, and
/// parts without an end in decimals ("a third of a million").
struct Quantities: Extractor {
  static let summary =
    "Finds percentages, measures with their units, counts, shares, ages, multiples and votes"

  static let version = 7
  static let kinds = [Quantity.kind]

  static let examples = [
    StageExample(
      .finds, "percentages, units and counts",
      .text("Output rose 7.5 percent, 120 square miles burned and 2,500 new jobs went."),
      gives: .facts(
        "quantities",
        [
          ["text": "7.5 percent", "value": "7.5", "unit": "%"],
          ["text": "120 square miles", "value": "120", "unit": "square mile"],
          ["text": "2,500 new jobs", "value": "2500", "unit": "job"],
        ])),
    StageExample(
      .leavesAlone, "money, years and bare numbers",
      .text("In 2010 people paid $40 for lot 12, and 500 million pounds in all."),
      gives: .facts("quantities", [])),
    StageExample(
      .finds, "plurals that no table has",
      .text("The clinic signed nine new agreements and opened 119 flats for 48,000 Oslovians."),
      gives: .facts(
        "quantities",
        [
          ["text": "nine new agreements", "value": "9", "unit": "agreement"],
          ["text": "119 flats", "value": "119", "unit": "flat"],
          ["text": "48,000 Oslovians", "value": "48000", "unit": "oslovian"],
        ])),
    StageExample(
      .finds, "votes, stretches of time, and people by their party",
      .text(
        "The bill passed 78-22 after 90 days. 26 Democrats and 15 of her colleagues opposed it."),
      gives: .facts(
        "quantities",
        [
          ["text": "78-22", "value": "78", "unit": "vote"],
          ["text": "78-22", "value": "22", "unit": "vote"],
          ["text": "90 days", "value": "90", "unit": "day"],
          ["text": "26 Democrats", "value": "26", "unit": "democrat"],
          ["text": "15 of her colleagues", "value": "15", "unit": "colleague"],
        ])),
    StageExample(
      .finds, "shares, ages, multiples and sizes",
      .text(
        "Four out of five voters ages 18 to 24, and two-thirds of all others, asked the 12-member "
          + "board for 2.5 times the sum."),
      gives: .facts(
        "quantities",
        [
          ["text": "Four out of five", "value": "4", "unit": "in 5"],
          ["text": "ages 18 to 24", "value": "18", "unit": "year"],
          ["text": "ages 18 to 24", "value": "24", "unit": "year"],
          ["text": "two-thirds", "value": "2", "unit": "in 3"],
          ["text": "12-member", "value": "12", "unit": "member"],
          ["text": "2.5 times", "value": "2.5", "unit": "time"],
        ])),
    StageExample(
      .leavesAlone, "numbers that belong to a name or a date",
      .text(
        "Adults saw Phase 2 trials. Of 300, 20 received awards; post-9/11 benefits rose on May 5. "
          + "One people, number 34 out of 35, in modern times."),
      gives: .facts("quantities", [])),
    StageExample(
      .trap, "a range, a number in words, a unit without a space",
      .text("Between 5 and 10 km, then 20-30%: two million people walk 25km."),
      gives: .facts(
        "quantities",
        [
          ["text": "5 and 10 km", "value": "5", "unit": "km"],
          ["text": "5 and 10 km", "value": "10", "unit": "km"],
          ["text": "20-30%", "value": "20", "unit": "%"],
          ["text": "20-30%", "value": "30", "unit": "%"],
          ["text": "two million people", "value": "2000000", "unit": "person"],
          ["text": "25km", "value": "25", "unit": "km"],
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    for measure in MeasureGrammar(tokens).measures() {
      findings.add(
        Quantity(
          mention: document.text.mention(measure.span), value: measure.value.written,
          unit: measure.unit))
    }
  }
}
