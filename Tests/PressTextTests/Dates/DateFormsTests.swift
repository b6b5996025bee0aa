import Testing

/// Forms of dates as releases write them.
@Suite struct DateFormsTests {
  private let day = "2025-09-17"

  @Test(arguments: [
    ("It fell in Q3 2025, not Q1.", ["Q3 2025 = 2025-07/2025-09"]),
    ("It was up in 2025 Q2.", ["2025 Q2 = 2025-04/2025-06"]),
    ("The FY2026 and FY27 budgets passed.", ["FY2026 = 2026", "FY27 = 2027"]),
    (
      "Grants for FY2024-FY2026 and FY 2021-23.",
      ["FY2024-FY2026 = 2024/2026", "FY 2021-23 = 2021/2023"]
    ),
    ("The FY 26 budget passed, with 12 FY words.", ["FY 26 = 2026"]),
    ("The 2024/25 year, not A/2010/25.", ["2024/25 = 2024/2025"]),
    ("On 2024/25/09 or 10/2024/25 nothing.", ["2024 = 2024"]),
  ])
  func quartersAndFiscalYears(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test(arguments: [
    ("It was filed in June of last year.", ["June of last year = 2024-06"]),
    ("It will be filed in June next year.", ["June next year = 2026-06"]),
    ("It was filed on June 3 last year.", ["June 3 last year = 2024-06-03"]),
    ("It was filed on 3 June this year.", ["3 June this year = 2025-06-03"]),
    ("In the first half of the year it rose.", ["first half of the year = 2025-01/2025-06"]),
    (
      "In the fourth quarter of last year it rose.",
      ["fourth quarter of last year = 2024-10/2024-12"]
    ),
    ("On September the 11th, 2001, it fell.", ["September the 11th, 2001 = 2001-09-11"]),
    ("It opened on June the 3rd.", ["June the 3rd = 2025-06-03"]),
    ("In August the 2nd Brigade left.", ["August = 2025-08"]),
    ("In August the first ship left.", ["August = 2025-08"]),
    ("It was in June. Last year it was not.", ["June = 2025-06", "Last year = 2024"]),
  ])
  func monthsOfTheYearBeforeAndAfter(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test(arguments: [
    ("The law names October 9 of each year.", ["October 9 = XXXX-10-09"]),
    ("Every year on April 24, we remember.", ["April 24 = XXXX-04-24"]),
    ("Reports are due by May each year.", ["May = XXXX-05"]),
    ("Every year he came, and on April 24 he left.", ["April 24 = 2025-04-24"]),
  ])
  func daysOfAllYears(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test(arguments: [
    (
      "It began in July 2014. In May of that year it fell.",
      ["July 2014 = 2014-07", "May of that year = 2014-05"]
    ),
    (
      "In 2014 it began.\n\nIn May of the following year it fell.",
      ["2014 = 2014", "May of the following year = 2015-05"]
    ),
    ("In May of that year it fell.", ["May of that year = XXXX-05"]),
    ("It was two years ago this week.", ["two years ago this week = 2023-09-11/2023-09-17"]),
    ("It was a year ago this month.", ["a year ago this month = 2024-09"]),
    (
      "It was a year ago. This week it fell.",
      ["a year ago = 2024", "This week = 2025-09-15/2025-09-21"]
    ),
  ])
  func yearsAndWeeksFromOthers(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test(arguments: [
    ("Resolution 30\n\nNovember 4, 2024", ["November 4, 2024 = 2024-11-04"]),
    ("Resolution 30\nNovember 4, 2024", ["November 4, 2024 = 2024-11-04"]),
    ("It was on 30\nNovember 2024.", ["30\nNovember 2024 = 2024-11-30"]),
    ("They read of it in July\n\n3. Notes", ["July = 2025-07"]),
    ("It was moved past July 31.", ["July 31 = 2025-07-31"]),
    ("Come this past July 4.", ["this past July 4 = 2025-07-04"]),
  ])
  func datesEndWithTheirBlock(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test(arguments: [
    ("It opened the week of September 8.", ["week of September 8 = 2025-09-08/2025-09-14"]),
    ("It will open the week of March 3.", ["week of March 3 = 2026-03-02/2026-03-08"]),
    ("It will open next Thursday.", ["next Thursday = 2025-09-25"]),
    ("It will open this coming Saturday.", ["this coming Saturday = 2025-09-20"]),
    ("The vote is next Tuesday, September 23.", ["next Tuesday, September 23 = 2025-09-23"]),
    ("He came the day before yesterday.", ["the day before yesterday = 2025-09-15"]),
    ("He will come the day after tomorrow.", ["the day after tomorrow = 2025-09-19"]),
    ("The hearing is on 23/24 September.", ["23/24 September = 2025-09-23/2025-09-24"]),
    ("It is in Memorandum 2 of February 4, 2021.", ["February 4, 2021 = 2021-02-04"]),
    ("He went back the next Tuesday.", ["next Tuesday = 2025-09-23"]),
    ("In the 2nd century, 2 centuries, our third century.", ["2nd century = 01XX"]),
    ("Write to 2025 Harbour Office Building, Oslo.", []),
  ])
  func weeksAndDays(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }

  @Test func aYearThatIsNotKnownStaysOpen() {
    #expect(dateValues("Since June of last year.") == ["June of last year = XXXX-06"])
    #expect(dateValues("In June last year.", title: "2014 Fair") == ["June last year = 2013-06"])
    #expect(dateValues("The week of May 5.") == ["week of May 5 = XXXX-05-05"])
  }

  @Test(arguments: [
    (
      "The fund will open in November and close in February.",
      ["November = 2025-11", "February = 2026-02"]
    ),
    ("One opens in March, and the other in April.", ["March = 2026-03", "April = 2026-04"]),
    ("It fell in May. In April it rose.", ["May = 2025-05", "April = 2025-04"]),
    (
      "It ran in July, August and September of 2024.",
      ["July = 2024-07", "August = 2024-08", "September of 2024 = 2024-09"]
    ),
  ])
  func monthsBesideEachOtherLookTheSameWay(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: day) == expected)
  }
}
