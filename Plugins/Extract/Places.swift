import PressModel
import PressStage
import PressText

/// Finds the places that a document names, with the ISO 3166 codes of their countries.
///
/// Reads the text, and where the dateline names its place. Adds countries under any of their names,
/// states, regions, cities and sites, and the dateline's place though no table has it. Leaves alone
/// the adjectives of countries, and names of places inside those of bodies and laws.
struct Places: Extractor {
  static let version = 4
  static let reads: [DocumentPart] = [.metadata]
  static let summary =
    "Finds the places that a document names, with the ISO 3166 codes of their countries"
  static let kinds = [Place.kind]

  static let examples = [
    StageExample(
      .finds, "a city and its country, and a country under two names",
      .text("The talks moved from Lima, Peru, to the United States. The U.S. will pay."),
      gives: .facts(
        "places",
        [
          ["name": "Lima", "country": "PE"], ["name": "Peru", "country": "PE"],
          ["name": "United States", "country": "US", "mentions": "2"],
        ])),
    StageExample(
      .leavesAlone, "adjectives and treaties",
      .text("A Malian delegation signed the Lisbon Treaty."), gives: .facts("places", [])),
    StageExample(
      .trap, "Georgia the state and the country",
      .text("Troops left Tbilisi, Georgia, in May.\n\nThe plant in Athens, Georgia, is closed."),
      gives: .facts(
        "places",
        [
          ["name": "Tbilisi", "country": "GE"], ["name": "Georgia", "country": "GE"],
          ["name": "Athens", "country": "US"], ["name": "Georgia", "country": "US"],
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let names = findings.shared(Names.self) { Names(tokens, of: document) }
    for place in names.places { findings.add(place) }
  }
}
