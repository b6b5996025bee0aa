import PressModel
import PressText
import Testing

@Suite struct EmbargoTimeTests {
  private func iso(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    return EmbargoTime.iso(Span(0, bytes.count), in: bytes)
  }

  @Test(arguments: [
    ("EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2020", "2020-03-03T10:00:00-05:00"),
    ("EMBARGOED UNTIL 10:00 a.m. ET, March 3, 2020", "2020-03-03T10:00:00-05:00"),
    ("EMBARGOED UNTIL 10:00 a.m. ET, July 3, 2020", "2020-07-03T10:00:00-04:00"),
    ("EMBARGOED UNTIL 6 a.m. Eastern Time, July 3, 2020", "2020-07-03T06:00:00-04:00"),
    ("EMBARGOED UNTIL 9 p.m. PT, December 1, 2021", "2021-12-01T21:00:00-08:00"),
    // The Sundays on which the clocks change.
    ("EMBARGOED UNTIL 1:59 a.m. ET, March 8, 2026", "2026-03-08T01:59:00-05:00"),
    ("EMBARGOED UNTIL 3 a.m. ET, March 8, 2026", "2026-03-08T03:00:00-04:00"),
    ("EMBARGOED UNTIL 2:30 a.m. ET, March 8, 2026", "2026-03-08T02:30:00-05:00"),
    ("EMBARGOED UNTIL 12:59 a.m. ET, November 1, 2026", "2026-11-01T00:59:00-04:00"),
    ("EMBARGOED UNTIL 1 a.m. ET, November 1, 2026", "2026-11-01T01:00:00-05:00"),
    ("EMBARGOED UNTIL 2 a.m. ET, November 1, 2026", "2026-11-01T02:00:00-05:00"),
    ("EMBARGOED UNTIL noon CT, April 2, 2006", "2006-04-02T12:00:00-05:00"),
    ("EMBARGOED UNTIL noon CT, April 1, 2006", "2006-04-01T12:00:00-06:00"),
    ("EMBARGOED UNTIL 10:00, March 3, 2020", "2020-03-03T10:00:00"),
    ("EMBARGOED UNTIL 10:00 Central European Time, March 3, 2020", "2020-03-03T10:00:00+01:00"),
    ("EMBARGOED UNTIL 10 a.m. E.D.T., July 3, 2020", "2020-07-03T10:00:00-04:00"),
    ("EMBARGOED UNTIL 10:00 a.m. EST, 3/4/2020", "2020-03-04T10:00:00-05:00"),
    ("EMBARGOED UNTIL 10:00 GMT-3, March 3, 2020", "2020-03-03T10:00:00-03:00"),
    ("EMBARGOED UNTIL 10:00 UTC-05:30, March 3, 2020", "2020-03-03T10:00:00-05:30"),
    ("EMBARGOED UNTIL 0900GMT, March 3, 2020", "2020-03-03T09:00:00+00:00"),
    ("EMBARGOED UNTIL 1430 GMT, March 3, 2020", "2020-03-03T14:30:00+00:00"),
    ("EMBARGOED UNTIL 14.30pm, March 3, 2020", "2020-03-03T14:30:00"),
    ("EMBARGOED UNTIL 9 A.M. MARCH 3, 2020 - PACIFIC ISLANDS FORUM", "2020-03-03T09:00:00"),
    ("EMBARGOED UNTIL 9 A.M. PACIFIC, MARCH 3, 2020", "2020-03-03T09:00:00-08:00"),
    ("Embargoed until 10 a.m., Mt. Abbot, March 3, 2020", "2020-03-03T10:00:00"),
  ])
  func namesItsZone(_ line: String, _ expected: String) {
    #expect(iso(line) == expected)
  }

  @Test(arguments: [
    "EMBARGOED UNTIL MONDAY MORNING", "EMBARGOED UNTIL 3/4/2020, 10:00",
    "EMBARGOED UNTIL 9, MARCH 3, 2020", "EMBARGOED UNTIL 25:00, MARCH 3, 2020",
    "EMBARGOED UNTIL 2000 ON MARCH 3, 2020", "EMBARGOED UNTIL 10:00:30, MARCH 3, 2020",
    "EMBARGOED UNTIL 13:00 A.M., MARCH 3, 2020", "EMBARGOED UNTIL MARCH 3, 2020 AT 9",
    "EMBARGOED UNTIL MARCH 3, 2020, CLOSE OF BUSINESS", "EMBARGOED UNTIL AFTER MARCH 3, 2020",
    "EMBARGOED UNTIL THE SPEECH ON MARCH 3, 2020", "EMBARGOED UNTIL MARCH 3, 2020 9 O'CLOCK",
    "EMBARGOED UNTIL 10:00 ON MARCH 3, 2020 OR 4 P.M. EST", "EMBARGOED UNTIL 9 AM ON 3 MARCH",
  ])
  func whatIsNotUnderstoodIsNoTime(_ line: String) {
    #expect(iso(line) == nil)
  }
}
