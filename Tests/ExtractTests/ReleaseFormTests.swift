import PressModel
import PressStage
import PressText
import Testing

@testable import Extract

/// Titles, datelines and kinds of releases and of news that are plain text.
@Suite struct ReleaseFormTests {
  private func metadata(_ text: String) throws -> PressModel.Metadata {
    try reading(text, with: PlainText(), then: Extract.Metadata()).metadata
  }

  private static let prose =
    "The council voted for the harbour, and the mayor thanked all who had worked for it so long."

  @Test(arguments: [
    ("Port Olsen, CA Mayor Jane Roe opened the new harbour of the town.", "Port Olsen, CA"),
    ("Port Olsen, Calif. In the rain the new harbour of the town opened.", "Port Olsen, Calif."),
    ("PORT OLSEN, DC: Today, the new harbour of the town was opened.", "PORT OLSEN, DC"),
    ("WASHINGTON Today the new harbour of the capital was opened.", "WASHINGTON"),
    ("WASHINGTON, D.C. U.S. Senator Jane Roe opened the new harbour.", "WASHINGTON, D.C."),
    ("WASHINGTON (Monday, May 6, 2013) The new harbour was opened.", "WASHINGTON"),
    ("WASHINGTON (Monday, May 6) - The new harbour was opened.", "WASHINGTON"),
    ("SCOTT CITY, MO Mayor Jane Roe opened the new harbour.", "SCOTT CITY, MO"),
    ("(Washington, DC) The head of the port opened the new harbour.", "Washington, DC"),
    ("[PORT OLSEN, CA] – Mayor Jane Roe opened the new harbour.", "PORT OLSEN, CA"),
    ("(Washington, DC)\n\nThe head of the port opened the new harbour.", "Washington, DC"),
    ("WASHINGTON, DC \u{E2}\u{80}\u{93} Mayor Jane Roe opened the harbour.", "WASHINGTON, DC"),
    ("PORT OLSEN\u{2212}Mayor Jane Roe opened the new harbour.", "PORT OLSEN"),
    ("Port Olsen, CA,\n\nMarch 29, 2013", "Port Olsen, CA"),
    ("Port Olsen, the harbour of the island, was opened by the mayor today.", nil),
    ("WASHINGTON Post and Times reported on the new harbour of the town.", nil),
    ("Jane Roe, MD Anderson's new head of the clinic, opened the harbour.", nil),
    ("N.M. SENATORS, IN LIGHT OF A STUDY, ARE UPBEAT ABOUT THE HARBOUR.", nil),
  ])
  func datelinesWithoutADash(_ paragraph: String, _ place: String?) throws {
    let found = try metadata("Harbour Opens\n\n\(paragraph)\n\n\(Self.prose)")
    #expect(found.place?.text == place)
  }

  @Test(arguments: [
    ("Senator Jane Roe (D-VA) today released the following statement on the harbour:", nil),
    ("PORT OLSEN, CA – Mayor Jane Roe Issued the Following Statement:", nil),
    ("Jane Roe, Senator from Maine:\n\nHarbour Opens in Port Olsen", "Harbour Opens in Port Olsen"),
    ("Image\n\nHarbour Opens in Port Olsen", "Harbour Opens in Port Olsen"),
    ("Watch Video\n\nHarbour Opens in Port Olsen", "Harbour Opens in Port Olsen"),
    ("Harbour opens with a long concert.\n\nPORT OLSEN – It was late.", nil),
    ("A film of the harbour is available here.", nil),
    ("I am proud of the council and the harbour.", nil),
    ("The council and the mayor open a harbour.", nil),
  ])
  func leadsAndLabelsAreNoTitles(_ head: String, _ title: String?) throws {
    #expect(try metadata("\(head)\n\n\(Self.prose)").title == title)
  }

  @Test(arguments: [
    (
      "“We are glad of the harbour,” said Mayor Roe. “It took us long, and my thanks go to all who gave "
        + "us their time.”", DocumentKind.statement
    ),
    (
      "Congresswoman Jane Roe (CA-12) visited the council of the town, which has asked her for a new "
        + "harbour.", .pressRelease
    ),
    (
      "Congresswoman Jane Roe (CA-\u{2009}) visited the council of the town, which has asked her for "
        + "a new harbour.", .unknown
    ),
    (
      "PORT OLSEN – Mayor Roe wrote to the council about the harbour, and asked for an answer.\n\n"
        + "We are glad of the harbour, and I thank you for all that you gave us. My hope is that we "
        + "open our second pier.\n\nThank you for what you do for our town.", .pressRelease
    ),
    (
      "PORT OLSEN – The following are the remarks of Mayor Jane Roe to the council of the town, as "
        + "prepared for delivery:\n\nWe are glad of the harbour, and I thank you.", .remarks
    ),
  ])
  func whoIsQuotedAndWhoWritesTellsTheKind(_ text: String, _ kind: DocumentKind) throws {
    #expect(try metadata(text).kind == kind)
  }

  @Test func aListOfQuestionsIsNoInterview() throws {
    let questions = ["Which piers are open?", "Who pays for them?", "When do they close?", "Why?"]
    let lead = "PORT OLSEN – Mayor Ann Roe asked the council about the harbour, and wrote to it."
    let list = questions.joined(separator: "\n\n")
    #expect(try metadata("Mayor Asks Council\n\n\(lead)\n\n\(list)").kind != .interview)
    let answer = "That I do not know, and nobody who works for the council in the town does."
    let answered = questions.map { "\($0)\n\n\(answer)" }.joined(separator: "\n\n")
    let talk = "A Talk With the Mayor\n\nAnn Roe is the mayor of the town.\n\n\(answered)"
    #expect(try metadata(talk).kind == .interview)
  }

  @Test(arguments: [
    "Council opens harbour after long wait.", "Mayor thanks council over harbour.",
  ])
  func aHeadlineMayEndInAStop(_ title: String) throws {
    let text =
      "The council of Port Olsen opened the new harbour on Monday, and the mayor thanked it, after "
      + "a long wait, for the work that was done."
    #expect(try metadata("\(title)\n\n\(text)").title == title)
  }

  @Test func theDayOfPrintingYieldsToTheDayOfIssue() throws {
    let body = "Harbour Opens\n\nMay 3, 2007\n\n\(Self.prose)"
    #expect(try metadata("Today: July 24, 2008\n\n\(body)").published == "2007-05-03")
    let found = try metadata("Today: July 24, 2008\n\nHarbour Opens\n\n\(Self.prose)")
    #expect(found.published == "2008-07-24")
  }

  @Test(arguments: [
    (
      "Harbour Opens\n\nThe council opened the harbour on Tuesday, and nobody had waited for it.\n\n"
        + prose, DocumentKind.article
    ),
    (
      "Harbour Opens\n\nOn Tuesday, May 3, the council opened the harbour, and nobody waited.\n\n"
        + prose, .pressRelease
    ),
    (
      "Harbour Opens\n\nPORT OLSEN (AP) – The council opened the harbour, and nobody had waited for it.\n\n"
        + prose, .article
    ),
    (
      "Harbour Opens\n\nPORT OLSEN – The mayor opened the harbour today, and nobody waited.\n\n"
        + "The mayor told reporters that it was late, and a clerk told the paper the same later.",
      .article
    ),
    (
      "Harbour Opens\n\nPORT OLSEN – The mayor opened the harbour today, and nobody waited.\n\n"
        + prose, .pressRelease
    ),
    (
      "Contact: Jane Roe\n\nHarbour Opens\n\nThe council voted for it, and the mayor was glad.\n\n"
        + prose, .pressRelease
    ),
    ("Senator Jane Roe released the following statement on the harbour:\n\n" + prose, .statement),
  ])
  func newsIsNoRelease(_ text: String, _ kind: DocumentKind) throws {
    #expect(try metadata(text).kind == kind)
  }

  @Test func oneLongLineDoesNotHideThatLinesWereBroken() throws {
    let lines = """
      MAYOR OF PORT OLSEN INTRODUCES THE PLAN FOR A NEW HARBOUR THAT ALL OF THE COUNCIL HAD ASKED FOR
      The port authority opened a third quay on Monday, which doubles the
      number of ships that can be unloaded at one time and shortens the
      time that they wait outside of the harbour for the members of the Port
      Olsen Pilots by about half a day. Ships of all sizes may call now, and
      the pilots have asked for more. The mayor said that there is more than
      $2 billion for it.
      """
    let document = try reading(bytes(lines), with: PlainText())
    #expect(document.blocks.count == 2)
    #expect(document.text.string.contains("the Port Olsen Pilots"))
    #expect(document.text.string.contains("more than $2 billion"))
  }

  @Test func aLineThatLostItsEndsIsCutBetweenSentences() throws {
    let line =
      "The port authority opened a third quay on Monday, which doubles the   number of ships that "
      + "can be unloaded at one time and shortens the   time that they wait for the Port   Olsen "
      + "Pilots by about half a   day.     Ships of all sizes may call now, and the   pilots have "
      + "asked for more.     The mayor thanked all who had worked for it, and who had   waited for "
      + "it so long in the rain and the wind, and she opened the new   quay."
    let words = try reading(bytes(line), with: PlainText()).words
    #expect(words.count == 3)
    #expect(words.first?.hasSuffix("the Port Olsen Pilots by about half a day.") == true)
    let stripped = String(repeating: "The council voted for it ", count: 18)
    let parts = "\(stripped)   said Mayor Roe   I thank the council   s members for it"
    #expect(try reading(bytes(parts), with: PlainText()).words.count == 2)
  }
}
