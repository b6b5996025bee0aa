import PressModel
import PressText
import Testing

@Suite struct CalendarDayTests {
  @Test func knowsDaysAndWeekdays() throws {
    let day = try #require(CalendarDay(iso: "2007-11-14T10:00:00Z"))
    #expect(day.iso == "2007-11-14")
    #expect(day.weekday == 3)
    #expect(day.adding(days: 48).iso == "2008-01-01")
    #expect(CalendarDay(number: 0).iso == "1970-01-01")
    #expect(CalendarDay(number: -1).components.day == 31)
  }

  @Test(arguments: ["2007-02-29", "2007-13-01", "20071114", "2007-1-1", "", "abcd-ef-gh"])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test func everyDayReadsBack() {
    for number in stride(from: -700_000, to: 2_900_000, by: 997) {
      #expect(CalendarDay(iso: CalendarDay(number: number).iso)?.number == number)
    }
  }
}

/// The dates of a text, each with its value, by the document's day and title.
func dateValues(
  _ string: String, published: String? = nil, title: String? = nil,
  order: NumericDateOrder = .monthFirst, keepsOpen: Bool = false
) -> [String] {
  let text = Text(string)
  var document = Document(
    id: "d", source: SourceReference(mediaType: "text/plain", sha256: "", bytes: 0),
    reader: "plain-text", text: text, map: SourceMap(), blocks: [Block(.paragraph, text.span)])
  document.metadata.published = published
  document.metadata.title = title
  let matches = DateGrammar(Tokens(text), order: order).matches()
  let resolver = DateResolver(document, matches: matches, keepsOpen: keepsOpen)
  return resolver.resolve(matches, in: text).map { "\(text[$0.match.span]) = \($0.value)" }
}

@Suite struct DateResolverTests {
  @Test(arguments: [
    ("met on November 14-17, 2007 here", ["November 14-17, 2007 = 2007-11-14/2007-11-17"]),
    ("met on 14-17 November 2007 here", ["14-17 November 2007 = 2007-11-14/2007-11-17"]),
    ("from 3 to 5 May 2010 there", ["3 to 5 May 2010 = 2010-05-03/2010-05-05"]),
    ("the 5th of May 2010 was", ["5th of May 2010 = 2010-05-05"]),
    ("on Tuesday, Sept. 4, 2012, he", ["Tuesday, Sept. 4, 2012 = 2012-09-04"]),
    ("December 30 - January 2, 2008 in", ["December 30 - January 2, 2008 = 2007-12-30/2008-01-02"]),
    ("in May 2010 and summer 2011", ["May 2010 = 2010-05", "summer 2011 = 2011-22"]),
    ("in the 1990s and the sixties", ["1990s = 199X", "sixties = 196X"]),
    ("for 2007-2009, for 2008-09", ["2007-2009 = 2007/2009", "2008-09 = 2008/2009"]),
    ("the 21st century began", ["21st century = 20XX"]),
    ("on 2007-11-14 or 15.11.2007", ["2007-11-14 = 2007-11-14", "15.11.2007 = 2007-11-15"]),
    ("fiscal year 2012 ended", ["fiscal year 2012 = 2012"]),
  ])
  func calendarDates(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test func figuresFollowTheOrderThatIsSet() {
    #expect(dateValues("on 11/12/07 we") == ["11/12/07 = 2007-11-12"])
    #expect(dateValues("on 11/12/07 we", order: .dayFirst) == ["11/12/07 = 2007-12-11"])
    #expect(dateValues("on 25/12/07 we") == ["25/12/07 = 2007-12-25"])
  }

  @Test func aYearThatIsLeftOutComesFromTheDocument() {
    let words = "It met on November 14-17 again."
    #expect(dateValues(words) == ["November 14-17 = XXXX-11-14/XXXX-11-17"])
    #expect(dateValues(words, title: "2007 Summit") == ["November 14-17 = 2007-11-14/2007-11-17"])
    #expect(
      dateValues(words, published: "2009-11-20", title: "2007 Summit")
        == ["November 14-17 = 2009-11-14/2009-11-17"])
    #expect(dateValues("on January 5 we", published: "2009-12-20") == ["January 5 = 2010-01-05"])
  }

  @Test func wordsThatCountFromTheDocumentsDay() {
    let day = "2015-09-23"
    let expected: [(String, String)] = [
      ("yesterday", "2015-09-22"), ("last week", "2015-09-14/2015-09-20"),
      ("next month", "2015-10"), ("last year", "2014"), ("two years ago", "2013"),
      ("10 days ago", "2015-09-13"), ("last summer", "2015-22"),
      ("next spring", "2016-21"),
    ]
    for (words, value) in expected {
      #expect(dateValues("It came \(words) here.", published: day).first == "\(words) = \(value)")
    }
    #expect(dateValues("It came on Friday.", published: day) == ["Friday = 2015-09-18"])
    #expect(dateValues("It will come on Friday.", published: day) == ["Friday = 2015-09-25"])
    #expect(dateValues("It came yesterday.").isEmpty)
  }

  @Test(arguments: [
    "You may go.", "They march on.", "Room 2010", "2000 people", "call 555-2010", "May I?",
    "on a Monday", "2000 Oak Street",
  ])
  func leavesAlone(_ text: String) {
    #expect(dateValues(text, published: "2015-09-23").isEmpty)
  }
}
