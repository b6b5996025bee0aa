import PressText
import Testing

/// Years, days and directions that sentences decide.
@Suite struct DateDirectionTests {
  @Test(arguments: [
    ("After 9/11 much changed.\n\nIt opened in July.", ["9/11 = 2001-09-11", "July = XXXX-07"]),
    (
      "He fell on June 6, 1944.\n\nThe fair is in May.",
      ["June 6, 1944 = 1944-06-06", "May = XXXX-05"]
    ),
    (
      "It began on May 3, 2012 and closed in June.", ["May 3, 2012 = 2012-05-03", "June = 2012-06"]
    ),
    (
      "On May 3, 2012 it began.\n\nOn May 9, 2012 it closed.\n\nIn June it fell.",
      ["May 3, 2012 = 2012-05-03", "May 9, 2012 = 2012-05-09", "June = 2012-06"]
    ),
    (
      "It is on May 3.\n\nWhen: Thursday, May 3, 2012",
      ["May 3 = 2012-05-03", "Thursday, May 3, 2012 = 2012-05-03"]
    ),
  ])
  func yearsOfATextWithoutADay(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test func aTitleThatNamesAnEventGivesNoYear() {
    #expect(dateValues("It opens in July.", title: "After 9/11") == ["July = XXXX-07"])
  }

  /// 18 September 2026 is a Friday.
  @Test(arguments: [
    ("The first payments go out on Monday.", ["Monday = 2026-09-21"]),
    ("He told the board on Monday that he will leave.", ["Monday = 2026-09-14"]),
    ("On Monday, the board said the plant will close.", ["Monday = 2026-09-14"]),
    ("On Tuesday, the board will meet the staff.", ["Tuesday = 2026-09-22"]),
    ("Talks that were held will go on with a vote on Tuesday.", ["Tuesday = 2026-09-22"]),
    ("The court ruled Tuesday.", ["Tuesday = 2026-09-15"]),
    (
      "It comes closer, Saturday \u{2014} tomorrow.",
      ["Saturday = 2026-09-19", "tomorrow = 2026-09-19"]
    ),
    ("It did not open on Monday.", ["Monday = 2026-09-14"]),
    ("It is held under embargo until Wednesday.", ["Wednesday = 2026-09-23"]),
  ])
  func weekdaysByTheirVerb(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2026-09-18") == expected)
  }

  @Test(arguments: [
    ("The shop opens in September.", ["September = 2026-09"]),
    ("The shop will open in September.", ["September = 2026-09"]),
    ("The shop opened in September.", ["September = 2025-09"]),
    (
      "The shop opened in August 2026 and in August.",
      ["August 2026 = 2026-08", "August = 2026-08"]
    ),
    ("It grows since October 7th.", ["October 7th = 2025-10-07"]),
    ("It will have grown since March.", ["March = 2026-03"]),
    ("Since March 9 it grows.", ["March 9 = 2026-03-09"]),
    ("They announced a meeting for May.", ["May = 2026-05"]),
    ("In May, the council opened the pier.", ["May = 2025-05"]),
    ("The pier was opened by the council in May.", ["May = 2025-05"]),
    ("In May, the council will have opened the pier.", ["May = 2026-05"]),
    ("They called for a vote in May.", ["May = 2026-05"]),
    ("They agreed to return in May.", ["May = 2026-05"]),
    ("There is a limited run in May.", ["May = 2026-05"]),
  ])
  func monthsByTheirVerb(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2026-03-10") == expected)
  }

  @Test(arguments: [
    (
      "She was named in January 2024 and confirmed in April.",
      ["January 2024 = 2024-01", "April = 2024-04"]
    ),
    (
      "She was named in November 2024 and confirmed in March.",
      ["November 2024 = 2024-11", "March = 2025-03"]
    ),
    (
      "Under the act of March 2, 2024 it ends in June.",
      ["March 2, 2024 = 2024-03-02", "June = 2026-06"]
    ),
    (
      "Named in January 2024, she will leave in May.",
      ["January 2024 = 2024-01", "May = 2026-05"]
    ),
  ])
  func monthsBesideAMonthWithItsYear(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2026-03-10") == expected)
  }

  @Test(arguments: [
    ("Over the next two years, the town will grow.", ["next two years = 2026/2028"]),
    ("For the next two years, the council left it so.", []),
    ("They were banned for the next two years.", ["next two years = 2026/2028"]),
  ])
  func yearsAheadThatHavePassed(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2026-03-10") == expected)
  }

  @Test(arguments: [
    "Today's homeowners pay more in today's fast-moving markets and in today's world.",
    "It shows 1920\u{D7}1200 or 2048 x 1536 points; they play Neon City 2077.",
    "Go ahead, April. Thanks, April. April, go ahead.",
    "Monday\n9 to 5\nTuesday\n9 to 5",
    "Monday | Tuesday | Wednesday",
    "We train the workers of tomorrow and tomorrow's leaders for a better tomorrow.",
    "We meet the challenges of today.",
  ])
  func whatIsNoDate(_ text: String) {
    #expect(dateValues(text, published: "2026-03-10").isEmpty)
  }

  @Test(arguments: [
    ("We welcome today's hearings.", ["today = 2026-03-10"]),
    ("We welcome today's ruling.", ["today = 2026-03-10"]),
    ("We welcome today's jobs report.", ["today = 2026-03-10"]),
    ("We welcome today's news.", ["today = 2026-03-10"]),
    ("It is open as of today.", ["today = 2026-03-10"]),
    ("We will know by the end of tomorrow.", ["tomorrow = 2026-03-11"]),
    ("We look to tomorrow's hearings.", ["tomorrow = 2026-03-11"]),
    ("It is to be built by 2050, in April.", ["2050 = 2050", "April = 2026-04"]),
    ("They met on Monday and Tuesday.", ["Monday = 2026-03-09", "Tuesday = 2026-03-10"]),
  ])
  func whatIsOne(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2026-03-10") == expected)
  }
}
