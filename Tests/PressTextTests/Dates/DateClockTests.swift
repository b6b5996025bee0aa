import PressModel
import PressText
import TestSupport
import Testing

@Suite struct DateClockTests {
  @Test(arguments: [
    (
      "on Tuesday, March 5, 2024, 10:30 a.m. to 11:15 a.m. EST, in",
      "Tuesday, March 5, 2024, 10:30 a.m. to 11:15 a.m. EST = "
        + "2024-03-05T10:30:00-05:00/2024-03-05T11:15:00-05:00"
    ),
    ("at 10 a.m. on Tuesday, March 5, in", "10 a.m. on Tuesday, March 5 = 2024-03-05T10:00:00"),
    ("on March 5, 2024 at 14:30 CET in", "March 5, 2024 at 14:30 CET = 2024-03-05T14:30:00+01:00"),
    ("on March 5, 2024, 09:05, in", "March 5, 2024, 09:05 = 2024-03-05T09:05:00"),
    ("by 4:30 p.m March 5 in", "4:30 p.m March 5 = 2024-03-05T16:30:00"),
    ("at 10.30am on 5 March the", "10.30am on 5 March = 2024-03-05T10:30:00"),
    ("on March 5 at 12 noon in", "March 5 at 12 noon = 2024-03-05T12:00:00"),
    ("at noon tomorrow the", "noon tomorrow = 2024-03-02T12:00:00"),
    ("at midnight on March 5 the", "midnight on March 5 = 2024-03-05T00:00:00"),
    ("on March 5 at 12:15 a.m. the", "March 5 at 12:15 a.m. = 2024-03-05T00:15:00"),
    (
      "on March 5 from 7 - 9 a.m. in",
      "March 5 from 7 - 9 a.m. = 2024-03-05T07:00:00/2024-03-05T09:00:00"
    ),
    (
      "on March 5, 11:00-1:00 p.m., in",
      "March 5, 11:00-1:00 p.m. = 2024-03-05T11:00:00/2024-03-05T13:00:00"
    ),
    (
      "on March 5 from 11am-2 pm in",
      "March 5 from 11am-2 pm = 2024-03-05T11:00:00/2024-03-05T14:00:00"
    ),
    (
      "on March 5 from noon-4 p.m. in",
      "March 5 from noon-4 p.m. = 2024-03-05T12:00:00/2024-03-05T16:00:00"
    ),
    (
      "on March 5 from 10:00 AM 2:00 PM in",
      "March 5 from 10:00 AM 2:00 PM = 2024-03-05T10:00:00/2024-03-05T14:00:00"
    ),
    (
      "on March 5 from 9 p.m. to 2 a.m. the",
      "March 5 from 9 p.m. to 2 a.m. = 2024-03-05T21:00:00/2024-03-06T02:00:00"
    ),
    (
      "on 5 March 2024 (10:00-11:30 CET) in",
      "5 March 2024 (10:00-11:30 CET) = 2024-03-05T10:00:00+01:00/2024-03-05T11:30:00+01:00"
    ),
    ("on March 5 | 5:30 P.M. | Hall", "March 5 | 5:30 P.M. = 2024-03-05T17:30:00"),
    ("tomorrow afternoon at 2:30, the", "tomorrow afternoon at 2:30 = 2024-03-02T14:30:00"),
    ("tonight at 8:30, the", "tonight at 8:30 = 2024-03-01T20:30:00"),
    ("at 10 a.m. on the 5th of March, the", "10 a.m. on the 5th of March = 2024-03-05T10:00:00"),
    (
      "between 2 and 4 p.m. on March 5, the",
      "2 and 4 p.m. on March 5 = 2024-03-05T14:00:00/2024-03-05T16:00:00"
    ),
    ("on 2024-03-05 10:30 in", "2024-03-05 10:30 = 2024-03-05T10:30:00"),
    ("tomorrow night at 8:30, the", "tomorrow night at 8:30 = 2024-03-02T20:30:00"),
    (
      "at 9:30 in the morning on March 5, the",
      "9:30 in the morning on March 5 = 2024-03-05T09:30:00"
    ),
    ("May 4 - 10 a.m. in", "May 4 - 10 a.m. = 2024-05-04T10:00:00"),
    ("by midnight on March 5 the", "March 5 = 2024-03-05"),
    ("at midnight last night, the", "last night = 2024-02-29"),
    ("tonight at midnight, the", "tonight = 2024-03-01"),
  ])
  func standsBesideADate(_ text: String, _ expected: String) {
    #expect(dateValues("Held " + text + " hall.", published: "2024-03-01") == [expected])
  }

  @Test(arguments: [
    ("10 a.m. ET", "-05:00"), ("10 a.m. (ET)", "-05:00"), ("10 a.m. Eastern", "-05:00"),
    ("10 a.m. Pacific Time", "-08:00"), ("10 a.m. E.D.T.", "-04:00"), ("10:00 GMT", "+00:00"),
    ("10 a.m. Central European Time", "+01:00"), ("10am BST", "+01:00"),
    ("8 p.m. ET/7 p.m. CT", "-05:00"), ("10 a.m. Central Library", ""), ("10 a.m. Mt. Abbot", ""),
  ])
  func takesItsZone(_ clock: String, _ offset: String) throws {
    let value = try #require(dateValues("On March 5, 2024, at \(clock), it").first)
    #expect(value.hasSuffix(":00:00" + offset), "\(value)")
  }

  @Test func theZoneOfTheDay() {
    let winter = dateValues("on March 8, 2024 at 10 a.m. ET it")
    let summer = dateValues("on March 11, 2024 at 10 a.m. ET it")
    #expect(winter == ["March 8, 2024 at 10 a.m. ET = 2024-03-08T10:00:00-05:00"])
    #expect(summer == ["March 11, 2024 at 10 a.m. ET = 2024-03-11T10:00:00-04:00"])
  }

  /// An hour whose half of the day is open leaves the date as it is.
  @Test(arguments: [
    ("on March 5 at 2:30 they", ["March 5 = 2024-03-05"]),
    ("on March 5, 3:15 to 4:00, they", ["March 5 = 2024-03-05"]),
    (
      "on March 5 at 2:30 they; it ended March 6 at 22:10 there",
      [
        "March 5 at 2:30 = 2024-03-05T02:30:00", "March 6 at 22:10 = 2024-03-06T22:10:00",
      ]
    ),
    ("from March 6-9, 10 a.m. to 5 p.m., they", ["March 6-9 = 2024-03-06/2024-03-09"]),
    ("in March at 10 a.m. they", ["March = 2024-03"]),
    ("on March 5 won 10:30 they", ["March 5 = 2024-03-05"]),
    ("on March 5, 2024: 10:30 they", ["March 5, 2024 = 2024-03-05"]),
    (
      "on March 5 (10 a.m. at the hall) they",
      [
        "March 5 = 2024-03-05", "10 a.m. = 2024-03-05T10:00:00",
      ]
    ),
    (
      "in March at 10 a.m. on March 6 they",
      [
        "March = 2024-03", "10 a.m. on March 6 = 2024-03-06T10:00:00",
      ]
    ),
    ("on March 5 at 25:10 they", ["March 5 = 2024-03-05"]),
    ("on March 5, 10:30-45, they", ["March 5 = 2024-03-05"]),
    ("on March 5 they won by 21:19 there", ["March 5 = 2024-03-05"]),
    ("on March 5 ran at 10:30 per mile", ["March 5 = 2024-03-05"]),
    (
      "from March 5 until 5 p.m. on March 6 it",
      [
        "March 5 = 2024-03-05", "5 p.m. on March 6 = 2024-03-06T17:00:00",
      ]
    ),
  ])
  func whatIsNotSureLeavesTheDate(_ text: String, _ expected: [String]) {
    #expect(dateValues("Held " + text, published: "2024-03-01") == expected)
  }

  @Test(arguments: [
    (
      "It opens on March 5. Doors open at 9 a.m.",
      ["March 5 = 2024-03-05", "9 a.m. = 2024-03-05T09:00:00"]
    ),
    (
      "The polls on March 5 closed at 22:30; the last vote came at 2:30 the next day.",
      [
        "March 5 = 2024-03-05", "22:30 = 2024-03-05T22:30:00",
        "2:30 the next day = 2024-03-06T02:30:00",
      ]
    ),
    ("Doors open at 9 a.m.", ["9 a.m. = 2024-03-01T09:00:00"]),
    (
      "Apply by 5 p.m. at the hall on March 5.",
      ["5 p.m. = 2024-03-05T17:00:00", "March 5 = 2024-03-05"]
    ),
    (
      "March 5\nTIME: 10:00-11:00 am\nWHERE: hall\nMarch 6\nTIME: 2 pm",
      [
        "March 5 = 2024-03-05", "10:00-11:00 am = 2024-03-05T10:00:00/2024-03-05T11:00:00",
        "March 6 = 2024-03-06", "2 pm = 2024-03-06T14:00:00",
      ]
    ),
    (
      "10:34 A.M. EST\nWe met on March 5 and on March 6.",
      [
        "10:34 A.M. EST = 2024-03-01T10:34:00-05:00", "March 5 = 2024-03-05",
        "March 6 = 2024-03-06",
      ]
    ),
    (
      "It met on March 5 and on March 6.\nDoors open at 9 a.m. for all who come from afar, as we hear from those who know.",
      ["March 5 = 2024-03-05", "March 6 = 2024-03-06"]
    ),
  ])
  func aTimeByItselfTakesItsDayFromTheText(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2024-03-01") == expected)
  }

  @Test(arguments: [
    "They won 10:30.", "The score was 3:2.", "on a 16:9 screen", "John 3:16 says", "in 2:15:30",
    "a 24-hour shop", "Section 10.30 applies", "at 10 Main Street", "for 10 amps", "$5 a month",
    "open daily from 9 a.m. to 5 p.m.", "Every Tuesday at 10 a.m.", "on Tuesdays at 10 a.m.",
    "Operation Midnight was", "at the noon bell", "until midnight.", "1 am sure of it.",
  ])
  func leavesAlone(_ text: String) {
    #expect(dateValues("We know: " + text, published: "2024-03-01").isEmpty)
  }

  @Test(arguments: [
    (
      "Open Monday through Friday, 9 a.m. to noon.", ["Monday = 2024-02-26", "Friday = 2024-03-01"]
    ),
    ("Open 9 a.m. to noon (Saturday).", ["Saturday = 2024-02-24"]),
    ("Monday: 9 a.m. to noon", ["Monday = 2024-02-26"]),
  ])
  func hoursOfAllWeeksAreNoTimesOfADay(_ text: String, _ expected: [String]) {
    #expect(dateValues(text, published: "2024-03-01") == expected)
  }

  @Test func matchesStandInOrderWhateverTheWords() {
    let words = [
      "3", "10", "May", "June", "March", "Tuesday", "at", "from", "to", "until", "and", "between",
      ",", "-", "\u{2013}", "/", ":", "|", "(", ")", "a.m.", "pm", "10:30", "2:30pm", "noon",
      "noon-4",
      "midnight", "ET", "Eastern", "Time", "GMT", "on", "the", "next", "day", "week", "last",
      "2024",
      "5th", "morning", "in", "\n", ".", "tomorrow", "tonight", "10-11", "am-2", "12", "per", "of",
    ]
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let string = (0..<24).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      var end = 0
      for match in DateGrammar(Tokens(Text(string))).matches() {
        #expect(match.span.start >= end && match.span.end > match.span.start, "\(string)")
        end = match.span.end
      }
      for published in ["2024-03-01", nil] { _ = dateValues(string, published: published) }
    }
  }

  @Test func aFillerIsNoPartOfADate() {
    let found = dateValues("It fell last uh August.", published: "2024-03-01")
    #expect(found == ["last uh August = 2023-08"])
  }

  @Test func withoutADayATimeIsNotReported() {
    #expect(dateValues("Doors open at 9 a.m.").isEmpty)
    #expect(dateValues("Doors open at 9 a.m.", keepsOpen: true) == ["9 a.m. = XXXX-XX-XX"])
  }

  @Test(arguments: [
    (
      "WHEN: Tuesday, March 5, 2024. The ceremony starts at 10:30 a.m. on Tuesday.",
      "10:30 a.m. on Tuesday = 2024-03-05T10:30:00"
    ),
    ("It is on Tuesday, March 5. Bring Tuesday's paper.", "Tuesday = 2024-03-05"),
    ("It is on Tuesday, March 5. She said Tuesday: all is well.", "Tuesday = 2024-02-27"),
    ("It is on Tuesday, March 5. On Tuesday, the chamber missed it.", "Tuesday = 2024-02-27"),
    ("It is on Tuesday, March 12. Bring Tuesday's paper.", "Tuesday = 2024-02-27"),
    ("It will meet on Tuesday.", "Tuesday = 2024-03-05"),
    ("It is to meet on Tuesday.", "Tuesday = 2024-03-05"),
    ("A fair to be held on Tuesday.", "Tuesday = 2024-03-05"),
    ("The fair starts on Tuesday.", "Tuesday = 2024-03-05"),
    ("It is expected to open Tuesday.", "Tuesday = 2024-03-05"),
    ("The fair opened on Tuesday.", "Tuesday = 2024-02-27"),
  ])
  func aBareWeekday(_ text: String, _ expected: String) {
    #expect(dateValues(text, published: "2024-03-01").last == expected)
  }
}
