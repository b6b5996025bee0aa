import PressModel
import PressText
import Testing

/// Shares, ages, multiples and sizes.
@Suite struct MeasureSharesTests {
  private func measures(_ string: String) -> [String] {
    let text = Text(string)
    return MeasureGrammar(Tokens(text)).measures().map {
      "\(text[$0.span]) = \($0.value.written) \($0.unit)"
    }
  }

  @Test(arguments: [
    ("nearly one in four Oslo adults", ["one in four = 1 in 4"]),
    ("Six in 10 people agree, and 1 in 3 adults.", ["Six in 10 = 6 in 10", "1 in 3 = 1 in 3"]),
    ("one out of every five buses", ["one out of every five = 1 in 5"]),
    ("A pledge that 49 out of 50 members signed", ["49 out of 50 = 49 in 50"]),
    ("78 out of the 100 seats", ["78 out of the 100 = 78 in 100"]),
    ("25 of 31 governments signed", ["25 of 31 = 25 in 31"]),
    ("two of the three ports", ["two of the three = 2 in 3"]),
    (
      "a two-thirds majority, one-third of its workforce",
      ["two-thirds = 2 in 3", "one-third = 1 in 3"]
    ),
    (
      "two thirds of the farms and a quarter of our exports",
      ["two thirds = 2 in 3", "a quarter = 1 in 4"]
    ),
    ("More than half of Norwegians walk.", ["half = 1 in 2"]),
  ])
  func findsShares(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    "number 34 out of 35", "Phase 1 in 4 cities", "they opened two in 12 places",
    "three in 10 days", "one in 1840", "the first half of the game", "the third of the talks",
    "a third of a million jobs", "a quarter of growth", "half of it", "a quarter of a mile",
    "the third quarter of the match", "won 5-4 in two games", "a year and a half of the talks",
    "1 in 3 500 boys", "$1 in 5 funds", "24 of 25 March", "one of 13 ports", "7 of 21 Open Ports",
  ])
  func leavesWhatIsNoShare(_ text: String) {
    #expect(!measures(text).contains { $0.split(separator: "=").last?.contains(" in ") ?? false })
  }

  @Test(arguments: [
    (
      "for children ages 14 to 24 - with work",
      ["ages 14 to 24 = 14 year", "ages 14 to 24 = 24 year"]
    ),
    ("She died at age 39.", ["age 39 = 39 year"]),
    ("those under the age of eighteen who", ["age of eighteen = 18 year"]),
    ("a man, aged 65, and", ["aged 65 = 65 year"]),
    ("seniors 65 and older pay", ["65 and older = 65 year"]),
    (
      "women aged 15-49 and children ages 5 and under",
      ["aged 15-49 = 15 year", "aged 15-49 = 49 year", "ages 5 = 5 year"]
    ),
    (
      "ages 6 months to 5 years", ["6 months = 6 month", "5 years = 5 year"]
    ),
    ("the age of two empires", ["two empires = 2 empire"]), ("the age of 5G", []),
    ("in this age of 300", []), ("stage 4", []), ("$50 and older funds", []),
  ])
  func findsAges(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    ("almost 10 times the levels", ["10 times = 10 time"]),
    ("2.5 times the average", ["2.5 times = 2.5 time"]),
    ("seen 200 million times", ["200 million times = 200000000 time"]),
    ("three times as many", ["three times = 3 time"]),
    ("modern times", []), ("at 7:30 times vary", []), ("2020 times", []), ("6 times 7", []),
    ("The 7 Times", []),
  ])
  func findsMultiples(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    ("a 12-person team", ["12-person = 12 person"]),
    ("the three-judge panel", ["three-judge = 3 judge"]),
    ("an 800-megahertz band", ["800-megahertz = 800 megahertz"]),
    ("2 billion additional gallons", ["2 billion additional gallons = 2000000000 gallon"]),
    ("three more years of it", ["three more years = 3 year"]),
    ("a four-year term", ["four-year = 4 year"]), ("two-week talks", ["two-week = 2 week"]),
    ("a three-year-old boat", ["three-year-old = 3 year"]),
    ("a 10-percent cut", ["10-percent = 10 %"]),
    ("a one-day event, a four-star hotel", []), ("a year-long, far-year plan", []),
    ("a two-state plan", []), ("K-12-school plans", []), ("three more years ago", []),
  ])
  func findsSizes(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }
}
