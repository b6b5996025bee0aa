import PressModel
import PressText
import Testing

@Suite struct NumbersTests {
  @Test(arguments: [
    ("7.9 million", "7900000"), ("1,234,567", "1234567"), ("0.55", "0.55"), ("7.50", "7.5"),
    ("3bn", "3000000000"), ("five hundred thousand", "500000"), ("twenty-one", "21"),
    ("two and a half million", "2500000"), ("2 1/2 million", "2500000"),
    ("half a billion", "500000000"), ("a quarter of a million", "250000"),
    ("three-quarters of a million", "750000"), ("three quarters of a billion", "750000000"),
    ("half of a million", "500000"),
    ("a million", "1000000"), ("two hundred and fifty", "250"), ("1.234.567", "1234567"),
    ("7,5", "7.5"), ("0", "0"),
  ])
  func values(_ text: String, _ value: String) throws {
    let found = try #require(Tokens(Text(text)).numberExpression(at: 0))
    #expect(found.value.written == value)
  }

  @Test(arguments: ["apple", "02.13.13", "99999999999999999999999", "a house", ""])
  func whatIsNoNumber(_ text: String) {
    #expect(Tokens(Text(text)).numberExpression(at: 0) == nil)
  }

  @Test func lettersBehindDigitsAreASuffix() throws {
    let tokens = Tokens(Text("25km"))
    let found = try #require(tokens.numberExpression(at: 0))
    #expect(found.suffix.map { tokens.text[$0] } == "km")
    #expect(found.value.written == "25")
  }
}

@Suite struct MoneyGrammarTests {
  private func sums(_ string: String) -> [String] {
    let text = Text(string)
    return MoneyGrammar(Tokens(text)).sums().map {
      "\(text[$0.span]) = \($0.currency ?? "$") \($0.value.written)\($0.approximate ? "~" : "")"
    }
  }

  @Test(arguments: [
    ("It cost $7.9 million.", ["$7.9 million = $ 7900000"]),
    ("US$40, C$5 and HK$3bn", ["US$40 = USD 40", "C$5 = CAD 5", "HK$3bn = HKD 3000000000"]),
    ("about 500 million euros", ["500 million euros = EUR 500000000~"]),
    ("Rs. 2,000 and 30 Swiss francs", ["Rs. 2,000 = INR 2000", "30 Swiss francs = CHF 30"]),
    (
      "between \u{A3}5 and \u{A3}7 million",
      ["\u{A3}5 and \u{A3}7 million = GBP 5000000~", "\u{A3}5 and \u{A3}7 million = GBP 7000000~"]
    ),
    (
      "$500- to $600,000 a year",
      ["$500- to $600,000 = $ 500000~", "$500- to $600,000 = $ 600000~"]
    ),
    (
      "$10- to $20 billion",
      ["$10- to $20 billion = $ 10000000000~", "$10- to $20 billion = $ 20000000000~"]
    ),
    ("from $2 million to $3 million", ["$2 million = $ 2000000", "$3 million = $ 3000000"]),
    ("more than 20 Hong Kong dollars", ["20 Hong Kong dollars = HKD 20~"]),
    (
      "a third of a billion dollars, a quarter of a million dollars",
      ["a quarter of a million dollars = $ 250000"]
    ),
    ("$7 Canadian, $8 Canadian goods", ["$7 Canadian = CAD 7", "$8 = $ 8"]),
    (
      "$3,100,000for roads, $84,502as agreed, $5th, $1,200km",
      ["$3,100,000 = $ 3100000", "$84,502 = $ 84502"]
    ),
    ("a $12 million-a-year fund", ["$12 million-a-year = $ 12000000"]),
    (
      "$100+ million, $40bn-plus and $2 billion-plus",
      ["$100+ million = $ 100000000~", "$40bn = $ 40000000000~", "$2 billion-plus = $ 2000000000~"]
    ),
  ])
  func finds(_ text: String, _ expected: [String]) {
    #expect(sums(text) == expected)
  }

  @Test(arguments: [
    "forty pounds of flour", "we try 5 times", "the euro in 2009", "they won 5 to 3", "$", "all 12",
  ])
  func leavesAlone(_ text: String) {
    #expect(sums(text).isEmpty)
  }
}

@Suite struct MeasureGrammarTests {
  private func measures(_ string: String) -> [String] {
    let text = Text(string)
    return MeasureGrammar(Tokens(text)).measures().map {
      "\(text[$0.span]) = \($0.value.written) \($0.unit)"
    }
  }

  @Test func findsUnitsAndCounts() {
    #expect(measures("5.0 per cent") == ["5.0 per cent = 5 %"])
    #expect(measures("a 40-mile road") == ["40-mile = 40 mile"])
    #expect(measures("3,000 American troops left") == ["3,000 American troops = 3000 troop"])
    #expect(measures("12 percentage points") == ["12 percentage points = 12 percentage point"])
    #expect(
      measures("between 38 and 49 percent")
        == ["38 and 49 percent = 38 %", "38 and 49 percent = 49 %"])
  }

  @Test(arguments: [
    (
      "it hit 111 tunnels, 24 supply routes",
      ["111 tunnels = 111 tunnel", "24 supply routes = 24 route"]
    ),
    ("more than 7,000 low-income pensioners", ["7,000 low-income pensioners = 7000 pensioner"]),
    (
      "2.3 million deliveries in 12 classes",
      ["2.3 million deliveries = 2300000 delivery", "12 classes = 12 class"]
    ),
    ("two sales managers left", ["two sales managers = 2 manager"]),
    (
      "ten other sports and medicine groups met",
      ["ten other sports and medicine groups = 10 group"]
    ),
    (
      "nearly a quarter of a million people came",
      ["a quarter of a million people = 250000 person"]
    ),
    ("three-quarters of a million jobs", ["three-quarters of a million jobs = 750000 job"]),
    ("nearly 48,000 Vermonters apply", ["48,000 Vermonters = 48000 vermonter"]),
    ("Mayor Opens 20 Homes", ["20 Homes = 20 home"]),
  ])
  func countsWhatNoTableNames(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    "post-9/11 beneficiaries", "Phase 2 trials", "World War 2 veterans", "one people",
    "of them 300 received awards", "at 7 p.m. events start",
    "two thirds", "On May 5 crowds came", "the 2016 elections",
    "spring 2017 schools",
    "class 3 helps you ride", "00 Subcontracting Offers", "the 1890 Institutions",
    "the 1600 display keeps up", "7-Eleven stores", "Section 232 and 301 tariffs",
    "getting ten instantly ends the game", "a third of a million people",
    "the two wants the same", "12 others", "Section 8 vouchers", "6.1 Housing Classes",
    "stayed at Four Seasons",
    "of Zero Waste Heroes", "7 Massachusetts", "5 Brave Rivers Flow",
  ])
  func countsNoShareNorName(_ text: String) {
    #expect(measures(text).isEmpty)
  }

  @Test(arguments: [
    (
      "of 26 Democrats and 1,220 Kuwaitis left",
      ["26 Democrats = 26 democrat", "1,220 Kuwaitis = 1220 kuwaiti"]
    ),
    ("with 24 Senate colleagues", ["24 Senate colleagues = 24 colleague"]),
    ("and 75 House Republicans said", ["75 House Republicans = 75 republican"]),
    ("with 15 of his colleagues", ["15 of his colleagues = 15 colleague"]),
    ("more than 780 species", ["780 species = 780 species"]),
    (
      "some 10 000 people, 12, 050 jobs",
      ["10 000 people = 10000 person", "12, 050 jobs = 12050 job"]
    ),
  ])
  func countsPeopleByTheirBodies(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    ("for only 120 days; and", ["120 days = 120 day"]),
    ("a 90-minute delay", ["90-minute = 90 minute"]),
    ("a 19-year-old driver", ["19-year-old = 19 year"]),
    ("10 to 15 minutes", ["10 to 15 minutes = 10 minute", "10 to 15 minutes = 15 minute"]),
    ("25 hours thanks to them", ["25 hours = 25 hour"]),
    ("two years", ["two years = 2 year"]),
    // Dates, and one of something.
    ("20 years ago", []), ("three days later", []), ("5 days from now", []), ("one day", []),
    ("2021 years", []),
  ])
  func measuresTime(_ text: String, _ expected: [String]) {
    #expect(measures(text) == expected)
  }

  @Test(arguments: [
    "by a vote of 78-22", "It passed the Senate 78-22.", "They voted 78-22 to leave.",
    "The amendment failed, 78-22.", "The vote was 78-22.",
  ])
  func countsTheSidesOfAVote(_ text: String) {
    #expect(measures(text) == ["78-22 = 78 vote", "78-22 = 22 vote"])
  }

  @Test func aVoteMayBeNamedBehindItsSides() {
    #expect(
      measures("a bipartisan 61–36 vote")
        == ["61–36 vote = 61 vote", "61–36 vote = 36 vote"])
    #expect(
      measures("by a vote of 219 to 212 on Friday")
        == ["219 to 212 = 219 vote", "219 to 212 = 212 vote"])
  }

  @Test(arguments: [
    "The team won 21-19.", "They passed Section 2-3.", "It passed in 2-3 hearings.",
    "They approved 219 to be built.", "pages 12-14", "It passed the House, 2019-2020.",
    "She passed 3 to 5 on the way", "by a 2 to 1 margin", "They passed by 1 – 0.",
  ])
  func otherPairsAreNoVotes(_ text: String) {
    #expect(!measures(text).contains { $0.hasSuffix(" vote") })
  }

  @Test(arguments: [
    "$5 people", "in 2010 voters chose", "2016 young voters", "the 5th of May", "5",
  ])
  func leavesAlone(_ text: String) {
    #expect(measures(text).isEmpty)
  }
}
