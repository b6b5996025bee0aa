import PressModel
import PressText
import Testing

/// Which lines announce an embargo, and until when.
@Suite struct EmbargoLineTests {
  private func line(_ text: String, _ form: EmbargoLine.Form = .line) -> EmbargoLine? {
    let bytes = Array(text.utf8)
    return EmbargoLine(Span(0, bytes.count), as: form, in: bytes)
  }

  /// "?" for one whose moment is not understood: its document goes to the quarantine.
  private static let announced = [
    ("Strictly under embargo until 00:01 on Friday 4 December 2026", "2026-12-04T00:01:00"),
    ("PRESS RELEASE - UNDER EMBARGO", "?"),
    ("NOT FOR PUBLICATION BEFORE 9am GMT 4 December 2026", "2026-12-04T09:00:00+00:00"),
    ("EMBARGO 4 Dec 2026 09:00 - Shop opens at quay", "2026-12-04T09:00:00"),
    ("EMBARGO: 4 December 2026, 9.00am", "2026-12-04T09:00:00"),
    ("EMBARGO: 4 December 2026 at 10:00", "2026-12-04T10:00:00"),
    ("Embargo: 00.01hrs Friday 4 December 2026", "2026-12-04T00:01:00"),
    ("HOLD FOR RELEASE", "?"),
    ("NOT FOR RELEASE BEFORE 4 December 2026", "2026-12-04T00:00:00"),
    ("Strictly embargoed until 0001 GMT 4 December 2026", "2026-12-04T00:01:00+00:00"),
    ("EMBARGOED FOR RELEASE UNTIL 14.30 CET, 4 December 2026", "2026-12-04T14:30:00+01:00"),
    (
      "EMBARGOED: NOT FOR RELEASE UNTIL 2 PM EST, FRIDAY, DECEMBER 4, 2026",
      "2026-12-04T14:00:00-05:00"
    ),
    (
      "This press release is strictly embargoed until 9 a.m. on Friday 4 December 2026",
      "2026-12-04T09:00:00"
    ),
    ("[EMBARGOED] Shop opens at the quay", "?"),
    ("Shop opens at the quay (embargoed until 4 December 2026, 09:00)", "2026-12-04T09:00:00"),
    (
      "Media release | Under strict embargo until 23:30 (UK time) 4 December 2026",
      "2026-12-04T23:30:00"
    ),
    (
      "Not for publication, broadcast or use on social media before 00:01 on 4 December 2026",
      "2026-12-04T00:01:00"
    ),
    ("Do not publish before 10.30 a.m. (ET) on Dec. 4, 2026", "2026-12-04T10:30:00-05:00"),
    ("EMBARGO LIFTS: 4 December 2026 06:00 ET", "2026-12-04T06:00:00-05:00"),
    ("Embargo time: 11:00 EST / 16:00 GMT, 4 December 2026", "2026-12-04T11:00:00-05:00"),
    ("Embargo date and time: December 4, 2026, 16:00 GMT (11:00 EST)", "2026-12-04T16:00:00+00:00"),
    (
      "Embargoed until 19:01 EST 3 December 2026 (00:01 GMT 4 December 2026)",
      "2026-12-03T19:01:00-05:00"
    ),
    ("EMBARGOED UNTIL MIDNIGHT 4 DECEMBER 2026", "2026-12-05T00:00:00"),
    ("EMBARGOED UNTIL 12 NOON, 4 DECEMBER 2026", "2026-12-04T12:00:00"),
    ("EMBARGOED UNTIL 04/12/2026 09:00", "?"),
    ("EMBARGOED UNTIL 2026-12-04T09:00:00Z", "2026-12-04T09:00:00+00:00"),
    ("EMBARGOED UNTIL 2026-12-04T09:00+01:00", "2026-12-04T09:00:00+01:00"),
    ("EMBARGOED UNTIL 09:00 UTC-5, 4 December 2026", "2026-12-04T09:00:00-05:00"),
    ("EMBARGOED UNTIL 09:00 GMT+2, 4 December 2026", "2026-12-04T09:00:00+02:00"),
    ("Embargoed until 9 on 4 December 2026", "?"),
    ("Embargoed until the morning of 4 December 2026", "?"),
    ("Embargoed until delivery, 4 December 2026", "?"),
    ("Embargoed until after the minister's speech on 4 December 2026", "?"),
    ("Embargoed until Friday 4 December", "?"),
    ("Embargoed until tomorrow 9am", "?"),
    ("Embargoed until 9am on 4 December", "?"),
    ("EMBARGOED", "?"),
    ("*** EMBARGOED ***", "?"),
    ("Embargo: check against delivery", "?"),
    ("HOLD FOR RELEASE UNTIL 10 A.M. EST, DECEMBER 4, 2026", "2026-12-04T10:00:00-05:00"),
    ("Hold until 9 a.m. GMT on December 4, 2026", "2026-12-04T09:00:00+00:00"),
    ("FOR RELEASE AT 8:30 A.M. EST, FRIDAY, DECEMBER 4, 2026", "2026-12-04T08:30:00-05:00"),
    ("Press embargo: 10:00 hours, 4 December 2026", "2026-12-04T10:00:00"),
    ("News embargo until 1000 hours on 4 December 2026", "2026-12-04T10:00:00"),
    ("Under embargo until 9 o'clock on 4 December 2026", "?"),
    ("EMBARGOED COPY: 4 December 2026, 00:01", "2026-12-04T00:01:00"),
    ("Confidential until 09:30 on 4 December 2026", "2026-12-04T09:30:00"),
    (
      "The information in this release is embargoed until 07:00 GMT on Friday, December 4th, 2026",
      "2026-12-04T07:00:00+00:00"
    ),
    ("Embargoed until 9h30 on 4 December 2026", "2026-12-04T09:30:00"),
    ("Embargoed until 00:01 a.m. on Friday 4th December 2026", "2026-12-04T00:01:00"),
    ("Embargoed until 4.12.2026, 9.00 Uhr", "2026-12-04T09:00:00"),
    ("Embargoed to 9am Friday 4 December 2026", "2026-12-04T09:00:00"),
    ("EMBARGOED FOR 9AM, 4 DECEMBER 2026", "2026-12-04T09:00:00"),
    ("EMBARGO UNTIL: December 4, 2026 at 9:00 PM Eastern Time", "2026-12-04T21:00:00-05:00"),
    ("EMBARGOED until 24:00 on 4 December 2026", "2026-12-05T00:00:00"),
    ("Embargoed until 9:00 in the evening of 4 December 2026", "?"),
    (
      "Not to be published or broadcast before 1800 GMT on 4 December 2026",
      "2026-12-04T18:00:00+00:00"
    ),
    ("Release not before 9.30am, 4 December 2026", "2026-12-04T09:30:00"),
    ("Not before 9.30am, 4 December 2026", "2026-12-04T09:30:00"),
    ("EMBARGOED until 9am 4 December 2026 - 300 jobs at the quay", "2026-12-04T09:00:00"),
    ("EMBARGOED until 9am 4 December 2026 for the budget of 2027", "2026-12-04T09:00:00"),
    ("UNDER EMBARGO UNTIL 00.01 HRS FRIDAY 4TH DECEMBER 2026", "2026-12-04T00:01:00"),
    ("STRICT EMBARGO: 00:01, 4 December 2026", "2026-12-04T00:01:00"),
    ("Advance copy. Embargoed until 4 December 2026, 9am", "2026-12-04T09:00:00"),
    ("NOT FOR RELEASE", "?"),
    ("NOT FOR BROADCAST OR PUBLICATION BEFORE THE MINISTER SPEAKS", "?"),
  ]

  @Test(arguments: announced)
  func announces(_ text: String, _ expected: String) throws {
    let found = try #require(line(text))
    #expect(found.moment?.iso ?? "?" == expected)
  }

  @Test(arguments: announced.filter { $0.0 != "NOT FOR RELEASE" && !$0.0.contains("SPEAKS") })
  func announcesInASubject(_ text: String, _ expected: String) throws {
    let found = try #require(line("Fwd: \(text): Shop opens at the quay", .title))
    #expect(found.moment?.iso ?? "?" == expected)
  }

  @Test(arguments: [
    "FOR RELEASE: December 4, 2026",
    "FOR IMMEDIATE RELEASE",
    "For immediate release: 4 December 2026, 9 a.m.",
    "Embargo: none",
    "No embargo",
    "Embargo: for immediate release",
    "Not under embargo",
    "Embargo lifted",
    "NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION, IN WHOLE OR IN PART, IN OR INTO "
      + "THE UNITED STATES OR ANY OTHER PLACE",
    "Not for use in schools",
  ])
  func announcesNothing(_ text: String) {
    #expect(line(text) == nil)
  }

  @Test(arguments: [
    "The embargo on Cuba",
    "Lift the Embargo on Arms",
    "EU agrees arms embargo until 2027",
    "Embargo on Iraqi Oil Lifted",
    "Under embargo, Cuba's doctors thrive",
    "Embargo: How the Boycott Began",
    "Embargoed oil tankers seized",
    "Life under embargo",
    "Embargo lifted on Friday",
    "U.S. embargo to end on 4 December 2026",
    "No release before trial, judge says",
    "Hold for dear life: surfers tell",
    "Do not use before washing: a guide",
    "Embargo hits trade at port",
    "Ministers lift embargo on steel",
    "UN extends arms embargo until 4 December 2026",
    "Not for sale before 1945",
    "Hold until help comes",
    "Release of water before winter",
    "Notes from the embargo years",
    "All embargo talks end",
    "Embargo Act of 1807 remembered",
    "The 1973 oil embargo",
    "Confidential until the grave",
  ])
  func aTitleAboutAnEmbargoAnnouncesNone(_ text: String) {
    #expect(line(text, .title) == nil)
  }

  @Test(arguments: [
    "The embargo on Cuba has been in place since 1962, and the minister wants it to "
      + "be lifted by 4 December 2026, she said.",
    "This embargo has cost the island dear, and the minister wants it to be lifted "
      + "by 4 December 2026, she said on Friday.",
    "Embargo or not, the ships will sail on 4 December 2026, the minister said at "
      + "the port on Friday in a speech there.",
    "The arms embargo until 2027 was agreed by the ministers at the port on Friday, "
      + "and it covers all the ships there.",
    "The contents of this call are embargoed until the end of the call. And with "
      + "that I hand it over to the minister here.",
    "Under the embargo, no ships may sail to the island until 4 December 2026, the "
      + "minister said at the port on Friday.",
    "Not before 2027 will the ships sail to the island, the minister said at the "
      + "port on Friday in a speech to the men.",
    "Do not use the quay before the works end, the port said on Friday, and keep to "
      + "the signs that it has put up there.",
  ])
  func proseAboutAnEmbargoAnnouncesNone(_ text: String) {
    #expect(line(text, .prose) == nil)
  }

  @Test func proseMayOpenWithAnAnnouncement() throws {
    let text = "(Embargoed until 9 a.m. on 4 December 2026). It opens on 8 December 2026, she said."
    let found = try #require(line(text, .prose))
    #expect(found.moment?.iso == "2026-12-04T09:00:00")
    #expect(found.span == Span(1, 42))
  }

  @Test func ofSeveralTheLastCounts() throws {
    let bare = try #require(line("EMBARGOED"))
    let early = try #require(line("Embargoed until 9 a.m. GMT on 4 December 2026"))
    let late = try #require(line("Embargoed until 8 a.m. EST on 4 December 2026"))
    for found in [bare.joined(with: late), late.joined(with: bare), early.joined(with: late)] {
      #expect(found == late)
    }
  }
}
