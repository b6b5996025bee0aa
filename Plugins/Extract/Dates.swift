import PressModel
import PressStage
import PressText

/// Finds dates and ranges of dates and gives each its value in EDTF.
///
/// Reads the text, the date of issue and the title; adds dates. A year that the words leave out
/// comes from the date of issue, else from the title, else from the one year of the text's full
/// dates (a lone one gives it to its paragraph, "9/11" to none), and `resolvedFrom` says which; without
/// any of them it stays open (`XXXX-11-14`). "Two weeks
/// later" counts from the date before it in the paragraph. Leaves "yesterday" and its like alone
/// where the document's own day is not known, unless `keep-open` says otherwise.
///
/// A time of day beside a day belongs to it, with the zone that is printed. One by itself is of the
/// day that its sentence, its paragraph or the line above names; in an announcement, of the one day
/// that stands near, or the document's own. Figures that may be of either half of the day ("at 2:30")
/// count only where the document counts 24 hours. A weekday is the day that the document prints with
/// its date, within a week of its own.
struct Dates: Extractor {
  static let summary = "Finds dates and ranges of dates and gives each its value in EDTF"

  static let version = 7
  static let reads: [DocumentPart] = [.metadata]
  static let kinds = [DateExpression.kind]

  @Setting("Order of the parts of a date in figures such as 11/12/07")
  var order = NumericDateOrder.monthFirst

  @Setting("Whether \"yesterday\" is kept, as XXXX-XX-XX, where the document's day is not known")
  var keepOpen = false

  static let examples = [
    StageExample(
      .finds, "days, months, years and ranges",
      .text("The fair ran from 3 to 5 May 2008; the next is on June 6-9, 2010, not in 2009."),
      gives: .facts(
        "dates",
        [
          ["text": "3 to 5 May 2008", "value": "2008-05-03/2008-05-05"],
          ["text": "June 6-9, 2010", "value": "2010-06-06/2010-06-09"],
          ["text": "2009", "value": "2009"],
        ])),
    StageExample(
      .finds, "a year that another date of the text gives",
      .text("Talks opened on 11/15/07. They close on December 2."),
      gives: .facts(
        "dates",
        [
          ["text": "11/15/07", "value": "2007-11-15", "resolvedFrom": ""],
          ["text": "December 2", "value": "2007-12-02", "resolvedFrom": "11/15/07"],
        ])),
    StageExample(
      .finds, "days that count from the date under the title",
      .text(
        "# Bridge reopens\n\nFriday, July 4, 2014\n\nThe bridge closed last week and reopened yesterday."
      ),
      gives: .facts(
        "dates",
        [
          ["text": "Friday, July 4, 2014", "value": "2014-07-04"],
          ["text": "last week", "value": "2014-06-23/2014-06-29"],
          ["text": "yesterday", "value": "2014-07-03"],
        ])),
    StageExample(
      .finds, "several days of one month, and steps from a date that was named",
      .text(
        "The court sits on June 3, 4 and 5, 2013. It ruled the following day, and again a week later."
      ),
      gives: .facts(
        "dates",
        [
          ["text": "June 3", "value": "2013-06-03"], ["text": "4", "value": "2013-06-04"],
          ["text": "5, 2013", "value": "2013-06-05"],
          ["text": "the following day", "value": "2013-06-06", "resolvedFrom": "5, 2013"],
          ["text": "a week later", "value": "2013-06-13"],
        ])),
    StageExample(
      .finds, "stretches of time up to the document's day",
      .text(
        "# Harvest report\n\nMonday, October 6, 2014\n\nYields rose over the past three years, and over the weekend."
      ),
      gives: .facts(
        "dates",
        [
          ["text": "Monday, October 6, 2014", "value": "2014-10-06"],
          ["text": "past three years", "value": "2011/2014"],
          ["text": "the weekend", "value": "2014-10-04/2014-10-05"],
        ])),
    StageExample(
      .finds, "times of day, with the zone that is printed",
      .text(
        "Doors open on May 5, 2008, at 9:30 a.m. EDT. The fair runs from 10 a.m. to noon, and at "
          + "14:30 on May 6, 2008."),
      gives: .facts(
        "dates",
        [
          ["text": "May 5, 2008, at 9:30 a.m. EDT", "value": "2008-05-05T09:30:00-04:00"],
          [
            "text": "10 a.m. to noon", "value": "2008-05-05T10:00:00/2008-05-05T12:00:00",
            "resolvedFrom": "May 5, 2008",
          ],
          ["text": "14:30 on May 6, 2008", "value": "2008-05-06T14:30:00"],
        ])),
    StageExample(
      .finds, "a weekday that the document gives a date for",
      .text(
        "# Bridge opens\n\nFriday, July 4, 2014\n\nThe bridge opens on Tuesday, July 8. Come on "
          + "Tuesday at 10 a.m."),
      gives: .facts(
        "dates",
        [
          ["text": "Friday, July 4, 2014", "value": "2014-07-04"],
          ["text": "Tuesday, July 8", "value": "2014-07-08"],
          [
            "text": "Tuesday at 10 a.m.", "value": "2014-07-08T10:00:00",
            "resolvedFrom": "Tuesday, July 8",
          ],
        ])),
    StageExample(
      .leavesAlone, "scores, verses, durations, and hours of every day",
      .text(
        "On May 5, 2008 they won 10:30, read John 3:16 and ran 42 km in 2:15:30. Open daily from 9 "
          + "a.m. to 5 p.m."),
      gives: .facts("dates", [["text": "May 5, 2008", "value": "2008-05-05"]])),
    StageExample(
      .trap, "an hour of which half of the day it is not known",
      .text("They met on May 5, 2008 at 2:30 and left."),
      gives: .facts("dates", [["text": "May 5, 2008", "value": "2008-05-05"]])),
    StageExample(
      .leavesAlone, "counts, addresses and words that are also months",
      .text("You may march to 2000 Oak Street, Room 1995, with 1,950 friends and 2000 people."),
      gives: .facts("dates", [])),
    StageExample(
      .trap, "no day to count from, and no year to take",
      .text("We met yesterday and will meet again on May 5."),
      gives: .facts("dates", [["text": "May 5", "value": "XXXX-05-05", "resolvedFrom": ""]])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let matches = DateGrammar.matches(of: document, tokens, order: order)
    let resolver = DateResolver(document, matches: matches, keepsOpen: keepOpen)
    for found in resolver.resolve(matches, in: document.text) {
      findings.add(
        DateExpression(
          mention: document.text.mention(found.match.span), value: found.value,
          resolvedFrom: found.resolvedFrom))
    }
  }
}
