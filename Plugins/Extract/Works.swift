import PressModel
import PressStage
import PressText

/// Finds the titles of documents, laws and reports that a document names.
///
/// Reads the text. Adds works: words in title case between quotation marks, names that end in a head
/// word such as Act, Charter or Report, court cases, and the numbers of bills and laws: beside a title
/// its own, else a work by themselves. A title's forms and its acronym are one work. Leaves speech
/// between quotation marks alone, and headings.
struct Works: Extractor {
  static let summary = "Finds the titles of documents, laws and reports that a document names"
  static let version = 6
  static let reads: [DocumentPart] = [.metadata]
  static let kinds = [Work.kind]

  static let examples = [
    StageExample(
      .finds, "a title in quotation marks and a treaty",
      .text(
        "The guide \u{201C}A Guide to Open Harbours\u{201D} cites the Tidal Waters Charter and "
          + "the Treaty on Free Passage."),
      gives: .facts(
        "works",
        [
          ["title": "Guide to Open Harbours"], ["title": "Tidal Waters Charter"],
          ["title": "Treaty on Free Passage"],
        ])),
    StageExample(
      .leavesAlone, "speech and head words in lower case",
      .text(
        "\u{201C}We like this report,\u{201D} she said of the treaty at the Oslo School of Law."),
      gives: .facts("works", [])),
    StageExample(
      .finds, "laws whose titles hold small words, commas and an acronym",
      .text(
        "The members brought in the Anglers Protection from Fraud Act. It is part of the Ports, "
          + "Rivers, and Canals (PORCA) Act of 2021, which an Executive Order named."),
      gives: .facts(
        "works",
        [
          ["title": "Anglers Protection from Fraud Act"],
          ["title": "Ports, Rivers, and Canals (PORCA) Act of 2021"],
        ])),
    StageExample(
      .finds, "one work by its long title, its short one and its acronym, and a court case",
      .text(
        "She brought in the Tidal Investment and Defense (TIDE) Act and the Family Harbors Act "
          + "(FHA). The TIDE Act is short, the FHA is long, and Lund v. Nyberg ended both."),
      gives: .facts(
        "works",
        [
          ["title": "Tidal Investment and Defense (TIDE) Act", "mentions": "2"],
          ["title": "Family Harbors Act", "mentions": "3"], ["title": "Lund v. Nyberg"],
        ])),
    StageExample(
      .finds, "plans by their names, and no meetings",
      .text(
        "She voted for the Norwegian Harbour Plan, Public Law 107-51 and the One Clean River Act at "
          + "the Fishing Party National Convention, which adopted the Strategic Plan."),
      gives: .facts(
        "works",
        [
          ["title": "Norwegian Harbour Plan"], ["title": "Public Law 107-51"],
          ["title": "One Clean River Act"],
        ])),
    StageExample(
      .finds, "bills by their numbers, one with its title",
      .text(
        "She brought in the Clean Ports Act (H.R. 1344/S. 622) and voted for H.Res. 12. The House "
          + "passed HR 1344 at 1200 S. 300 West."),
      gives: .facts(
        "works",
        [
          ["title": "Clean Ports Act", "numbers": "H.R. 1344; S. 622", "mentions": "4"],
          ["title": "H.Res. 12", "numbers": "H.Res. 12"],
        ])),
    StageExample(
      .trap, "orders are told apart by their numbers, acts of one year are one",
      .text(
        "Executive Order 14928 ends Executive Order 13771. The Clean Rivers Act of 2013 is long, "
          + "and they like the Clean Rivers Act."),
      gives: .facts(
        "works",
        [
          ["title": "Executive Order 14928"], ["title": "Executive Order 13771"],
          ["title": "Clean Rivers Act of 2013", "mentions": "2"],
        ])),
    StageExample(
      .trap, "one work with and without its article",
      .text(
        "They launched \u{201C}The Clean Ports Handbook.\u{201D} The \u{201C}Clean Ports "
          + "Handbook\u{201D} is free."),
      gives: .facts("works", [["title": "Clean Ports Handbook", "mentions": "2"]])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let names = findings.shared(Names.self) { Names(tokens, of: document) }
    for work in WorkTitles(names).works() { findings.add(work) }
  }
}
