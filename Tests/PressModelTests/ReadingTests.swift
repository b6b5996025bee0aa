import PressModel
import Testing

/// How values read for people, and what a reading leaves out because the words say it.
@Suite struct ReadingTests {
  @Test(arguments: [
    ("2028", "2028"), ("2026-03", "March 2026"), ("2026-03-03", "3 March 2026"),
    ("2007-11-14/2007-11-17", "14–17 November 2007"),
    ("2026-06-30/2026-07-02", "30 June – 2 July 2026"),
    ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
    ("2026-07/2026-09", "July–September 2026"),
    ("2025-11/2026-02", "November 2025 – February 2026"),
    ("2007/2009", "2007–2009"), ("2026/2026-03", "2026 – March 2026"),
    ("2026-03-04T08:00:00+03:00", "4 March 2026, 08:00 UTC+3"),
    ("2026-03-04T08:00:30Z", "4 March 2026, 08:00:30 UTC"),
    ("2026-03-04T08:00:00-03:30", "4 March 2026, 08:00 UTC−3:30"),
    ("2026-03-04T14:05:00", "4 March 2026, 14:05"),
    ("2024-03-05T10:30:00-05:00/2024-03-05T12:00:00-05:00", "5 March 2024, 10:30–12:00 UTC−5"),
  ])
  func datesReadAsProse(value: String, reading: String) {
    #expect(DateWords.reading(ofEDTF: value) == reading)
  }

  @Test(arguments: [
    (["chair of the Harbor Board"], "Harbor Board", "Ann Roe, chair of the Harbor Board"),
    (["chair"], "Harbor Board", "Ann Roe, chair, Harbor Board"),
    ([], "Harbor Board", "Ann Roe, Harbor Board"), (["chair"], nil, "Ann Roe, chair"),
  ])
  func aBodyThatTheRoleNamesIsSaidOnce(roles: [String], body: String?, line: String) {
    let person = Person(name: "Ann Roe", roles: roles, affiliation: body, mentions: [])
    #expect(Person.kind.reading(of: person) == line)
  }

  @Test(arguments: ["", "19XX", "2026-21", "../2026", "2026/", "2026~", "XXXX-03-03", "2026-3-3"])
  func whatIsNoPlainDateStaysAsItIs(value: String) {
    #expect(DateWords.reading(ofEDTF: value) == nil)
  }

  @Test(arguments: [
    ("1200000000", "1.2 billion"), ("75000000", "75 million"), ("318400000", "318.4 million"),
    ("2000000000000", "2 trillion"), ("1234567", "1,234,567"), ("1234567000", "1,234,567,000"),
    ("3200", "3,200"), ("500", "500"), ("0.064", "0.064"), ("12345.50", "12,345.50"),
    ("-5000000", "-5 million"), ("12a", "12a"), ("", ""), ("1.2.3", "1.2.3"), (".5", ".5"),
  ])
  func numbersReadAsProse(value: String, reading: String) {
    #expect(DecimalWords.reading(of: value) == reading)
  }

  @Test(arguments: [
    ("£1.2 billion", "1200000000", "GBP", "£1.2 billion"),
    ("$7.9 million", "7900000", "USD", "$7.9 million (USD)"),
    ("US$45 million", "45000000", "USD", "US$45 million"),
    ("USD 3,200", "3200", "USD", "USD 3,200"), ("6.4p", "0.064", "GBP", "6.4p (GBP 0.064)"),
    ("€2.5bn", "2500000000", "EUR", "€2.5bn (EUR 2.5 billion)"),
    // "11.2 billion" does not say "1.2 billion".
    ("€11.2 billion", "1200000000", "EUR", "€11.2 billion (EUR 1.2 billion)"),
  ])
  func aSumSaysWhatItsWordsDoNot(words: String, value: String, currency: String, line: String) {
    let amount = Amount(mention: mention(words), value: value, currency: currency)
    #expect(Amount.kind.reading(of: amount) == line)
  }

  @Test(arguments: [
    ("March 3, 2026", "2026-03-03", "March 3, 2026"), ("2028", "2028", "2028"),
    ("3 Sept. 2026", "2026-09-03", "3 Sept. 2026"), ("2007-2009", "2007/2009", "2007-2009"),
    ("today", "2026-03-03", "today (3 March 2026)"),
    ("11/15/07", "2007-11-15", "11/15/07 (15 November 2007)"),
    ("November 14-17", "2007-11-14/2007-11-17", "November 14-17 (14–17 November 2007)"),
    ("the 1990s", "199X", "the 1990s (199X)"),
  ])
  func aDateSaysWhatItsWordsDoNot(words: String, value: String, line: String) {
    let date = DateExpression(mention: mention(words), value: value)
    #expect(DateExpression.kind.reading(of: date) == line)
  }

  @Test(arguments: [("Oslo", "NO", "Oslo (NO)"), ("U.S.", "US", "U.S."), ("US", "US", "US")])
  func aPlaceSaysWhatItsNameDoesNot(name: String, country: String, line: String) {
    let place = Place(name: name, country: country, mentions: [mention(name)])
    #expect(Place.kind.reading(of: place) == line)
  }

  @Test func anActorWhomTheClauseNamesIsNotNamedTwice() {
    let clause = mention("Portugal will host the talks")
    let verb = mention("will")
    let named = Commitment(mention: clause, actor: "Portugal", verb: verb)
    #expect(Commitment.kind.reading(of: named) == "Portugal will host the talks")
    let other = Commitment(mention: mention("will host the talks"), actor: "Portugal", verb: verb)
    #expect(Commitment.kind.reading(of: other) == "Portugal: will host the talks")
  }

  @Test func theMarksOfAQuotationStandAroundItsWordsOnly() {
    let whole = mention("We built it,” she said. “We keep it.")
    let quote = Quote(
      mention: whole, parts: [mention("We built it,"), mention("We keep it.")], speaker: "Ann Reed")
    #expect(Quote.kind.reading(of: quote) == "“We built it” […] “We keep it.” — Ann Reed")
    let told = Quote(mention: mention("the pier is safe,"), speaker: "Ann Reed", direct: false)
    #expect(Quote.kind.reading(of: told) == "the pier is safe — Ann Reed")
  }

  private func mention(_ text: String) -> Mention {
    Mention(span: Span(0, text.utf8.count), text: text)
  }
}
