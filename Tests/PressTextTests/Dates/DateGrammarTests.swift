import PressModel
import PressText
import Testing

@Suite struct DateGrammarTests {
  @Test(arguments: [
    ("in the 1800s, the 19th-century mill", ["1800s = 18XX", "19th-century = 18XX"]),
    ("a 21st-century economy for the 21st century", ["21st century = 20XX"]),
    (
      "by mid-May 2011, the mid-1990s, mid-2015",
      ["mid-May 2011 = 2011-05", "mid-1990s = 199X", "mid-2015 = 2015"]
    ),
    ("since '98 and in '43, at 6' 2'", ["98 = 1998", "43 = 1943"]),
    ("the second quarter of 2012 was", ["second quarter of 2012 = 2012-04/2012-06"]),
    ("the first half of 2013", ["first half of 2013 = 2013-01/2013-06"]),
    ("Regatta 2018 week three", ["2018 = 2018"]),
  ])
  func partsOfYearsAndCenturies(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test(arguments: [
    (
      "on June 3, 4 and 5, 2013 they",
      ["June 3 = 2013-06-03", "4 = 2013-06-04", "5, 2013 = 2013-06-05"]
    ),
    ("on 3 and 4 June 2013 they", ["3 = 2013-06-03", "4 June 2013 = 2013-06-04"]),
    ("the 3rd and 4th of June", ["3rd = XXXX-06-03", "4th of June = XXXX-06-04"]),
    ("on June 3, 15 boats sank", ["June 3 = XXXX-06-03"]),
    ("on June 3 and 4 boats sank", ["June 3 = XXXX-06-03"]),
    (
      "from December 5 to January 9, 2014, and",
      ["December 5 = 2013-12-05", "January 9, 2014 = 2014-01-09"]
    ),
    ("in May and June 2010", ["May = 2010-05", "June 2010 = 2010-06"]),
  ])
  func listsShareTheirMonthAndYear(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test(arguments: [
    (
      "Born on May 5, 1980, two years later he",
      ["May 5, 1980 = 1980-05-05", "two years later = 1982"]
    ),
    (
      "On May 5, 1980 it fell; the next day it",
      ["May 5, 1980 = 1980-05-05", "the next day = 1980-05-06"]
    ),
    (
      "In June 1980 it fell. The following month it",
      ["June 1980 = 1980-06", "The following month = 1980-07"]
    ),
    ("In 1980 he left. That year, she", ["1980 = 1980", "That year = 1980"]),
    (
      "On May 5, 1980 and the day before, it",
      ["May 5, 1980 = 1980-05-05", "the day before = 1980-05-04"]
    ),
    ("In 1980 it fell; the next day it", ["1980 = 1980"]),
    ("On May 5, 1980.\nA week later it", ["May 5, 1980 = 1980-05-05"]),
    ("In 1980 he knew that year by year it", ["1980 = 1980", "that year = 1980"]),
    ("In 1980 he knew that day care", ["1980 = 1980"]),
  ])
  func stepsFromTheDateBefore(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test(arguments: [
    ("for the last five years it", "last five years = 2010/2015"),
    ("over the next 30 days it", "next 30 days = 2015-09-23/2015-10-23"),
    ("in the past 2 1/2 years it", "past 2 1/2 years = 2013-03/2015-09"),
    ("for the past year we", "past year = 2014/2015"),
    ("the past century, we", "past century = 19XX"),
    ("in this century, we", "this century = 20XX"),
    ("two years ago today, we", "two years ago today = 2013-09-23"),
    ("six and a half months ago, we", "six and a half months ago = 2015-03"),
    ("two weeks from now we", "two weeks from now = 2015-10-07"),
    ("\"[Ten] years ago\", he", "[Ten] years ago = 2005"),
    ("by the end of the year, we", "the year = 2015"),
    ("by year-end.", "year-end = 2015"),
    ("On Tuesday of last week we", "Tuesday of last week = 2015-09-15"),
    ("on the 15th of next month we", "15th of next month = 2015-10-15"),
    ("in this years parade we", "this years = 2015"),
    ("over the weekend, we", "the weekend = 2015-09-19/2015-09-20"),
    ("it will close over the weekend.", "the weekend = 2015-09-26/2015-09-27"),
    ("the vote is to be held on May 20.", "May 20 = 2016-05-20"),
    ("it said on May 20 it will close.", "May 20 = 2015-05-20"),
    ("He said Monday it will close.", "Monday = 2015-09-21"),
  ])
  func stretchesAndStepsFromTheDocumentsDay(_ text: String, _ expected: String) {
    #expect(dateValues(text, published: "2015-09-23") == [expected])
  }

  @Test(arguments: [
    "the last two days of the fair", "the last years", "Harbour Today said",
    "better today than ever",
    "Sunday Night Sports", "at the end of the day", "the year book", "a year earlier than",
  ])
  func leavesAlone(_ text: String) {
    #expect(dateValues("We know " + text, published: "2015-09-23").isEmpty)
  }

  @Test func aDayOfTheHeadCountsThoughAMarkCutsItOff() {
    #expect(
      dateValues("June 4, 2010 | Statements\nIt opened yesterday.")
        == ["June 4, 2010 = 2010-06-04", "yesterday = 2010-06-03"])
    #expect(dateValues("Since June 4, 2010 | Statements\nIt opened yesterday.").count == 1)
  }

  @Test(arguments: [
    (
      "Tonight, May 4, 2010, we dine. It rained yesterday.",
      ["Tonight = 2010-05-04", "May 4, 2010 = 2010-05-04", "yesterday = 2010-05-03"]
    ),
    (
      "It rained yesterday (May 3, 2010) and today.",
      ["yesterday = 2010-05-03", "May 3, 2010 = 2010-05-03", "today = 2010-05-04"]
    ),
    (
      "Signed yesterday and today, this fourth day of May, in the year of our Lord two thousand ten.",
      [
        "yesterday = 2010-05-03", "today = 2010-05-04",
        "fourth day of May, in the year of our Lord two thousand ten = 2010-05-04",
      ]
    ),
    ("It rained on May 3, 2010 and today.", ["May 3, 2010 = 2010-05-03"]),
  ])
  func theWordsMayNameTheirOwnDay(_ text: String, _ expected: [String]) {
    #expect(dateValues("Dear all: " + text) == expected)
  }

  @Test func anUnknownDayStaysOpenWhereThatIsAskedFor() {
    let words = "We met yesterday, last month, last spring and two years ago, over the weekend."
    #expect(dateValues(words).isEmpty)
    #expect(
      dateValues(words, keepsOpen: true) == [
        "yesterday = XXXX-XX-XX", "last month = XXXX-XX", "last spring = XXXX-21",
        "two years ago = XXXX",
      ])
  }

  @Test(arguments: [
    ("1999 years ago it", "1899-01-01"), ("in the last 199 years it", "0099-01-01"),
    ("in the next 199 years it", "9990-01-01"), ("1999 months ago it", "0020-01-01"),
    ("99 months ago today it", "0004-02-29"), ("1999.5 years ago", "0100-01-01"),
  ])
  func noValueLiesBeforeTheYearOne(_ text: String, _ published: String) {
    for value in dateValues(text, published: published) {
      #expect(!value.contains("--") && !value.contains("= -"))
    }
  }
}
