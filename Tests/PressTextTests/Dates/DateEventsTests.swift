import Testing

/// Days without a year that stand for what happened on them.
@Suite struct DateEventsTests {
  @Test(arguments: [
    ("He spoke of the September 11 attacks.", ["September 11 = 2001-09-11"]),
    ("The January 6 Committee met.", ["January 6 = 2021-01-06"]),
    ("Statement on the Anniversary of the January 6 Riot", ["January 6 = 2021-01-06"]),
    ("They recall the events of January 6.", ["January 6 = 2021-01-06"]),
    ("A mob attacked the Capitol on January 6.", ["January 6 = 2021-01-06"]),
    ("We will not forget what happened on October 7th.", ["October 7th = 2023-10-07"]),
    (
      "The massacre of October 7 shook us. Since October 7, we grieve.",
      ["October 7 = 2023-10-07", "October 7 = 2023-10-07"]
    ),
  ])
  func whatHappenedOnADay(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test(arguments: [
    ("The fair opens on January 6.", ["January 6 = XXXX-01-06"]),
    ("The fair is open since October 7.", ["October 7 = XXXX-10-07"]),
    ("On September 11, the council met the victims.", ["September 11 = XXXX-09-11"]),
    ("The attacks went on, and on January 6 it rained.", ["January 6 = XXXX-01-06"]),
    (
      "In 2014 the attack on the convoy of October 7 was told.",
      ["2014 = 2014", "October 7 = XXXX-10-07"]
    ),
  ])
  func aDayThatIsOnlyOne(_ text: String, _ expected: [String]) {
    #expect(dateValues(text) == expected)
  }

  @Test func noEventLiesBehindTheDocument() {
    let text = "He spoke of the October 7 attack on the convoy."
    #expect(dateValues(text, published: "2014-11-02") == ["October 7 = 2014-10-07"])
    #expect(dateValues(text, published: "2024-11-02") == ["October 7 = 2023-10-07"])
  }
}
