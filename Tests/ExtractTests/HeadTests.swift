import PressModel
import PressStage
import PressText
import Testing

@testable import Extract

/// Days, issuers, places, titles and kinds from heads that print little, and from signatures.
@Suite struct HeadTests {
  private func metadata(_ text: String, _ reader: some Reader = PlainText()) throws
    -> PressModel.Metadata
  {
    try reading(text, with: reader, then: Extract.Metadata()).metadata
  }

  private static let prose =
    "The council voted for the harbour, and the mayor thanked all who had worked for it so long."

  @Test(arguments: [
    (
      "IN WITNESS WHEREOF, I have hereunto set my hand this seventh day of October, in the year of "
        + "our Lord two thousand twenty-one.\n\nJANE ROE", "2021-10-07"
    ),
    (
      "IN WITNESS WHEREOF, I have hereunto set my hand this fourth day of June, in the year of our "
        + "Lord two thousand twenty\u{2011}five.", "2025-06-04"
    ),
    ("Done at the City of Port Olsen, this 7th day of October, 2021.", "2021-10-07"),
    ("Done at Port Olsen, 7 October 2021.", "2021-10-07"), ("Signed: 7 October 2021", "2021-10-07"),
    ("DATED this 7th day of October, 2021.", "2021-10-07"),
    ("JANE ROE\n\nTHE HARBOUR HOUSE,\nOctober 7, 2021.", "2021-10-07"),
    ("Brussels, 7 October 2021", "2021-10-07"),
    ("Fait à Paris, le 7 octobre 2021", "2021-10-07"),
    ("Berlin, den 7. Oktober 2021", "2021-10-07"),
    ("Signed copies of the book were sold on October 7, 2021.", nil),
    ("The next fair is held in Port Olsen.\n\nOctober 7, 2021", nil),
    ("Signed: 7 October 2021\n\nSigned: 8 October 2021", nil),
    ("Last updated on October 7, 2021", nil),
  ])
  func theDayOfASignature(_ foot: String, _ day: String?) throws {
    let found = try metadata("\(Self.prose)\n\n\(Self.prose)\n\n\(foot)")
    #expect(found.published == day)
    #expect(found.evidence["published"]?.field == (day == nil ? nil : "signature"))
  }

  @Test func theHeadGoesBeforeASignature() throws {
    let text = "Harbour Opens\n\nMay 3, 2021\n\n\(Self.prose)\n\nSigned: 1 May 2021"
    #expect(try metadata(text).published == "2021-05-03")
  }

  @Test(arguments: [
    ("October 3 2007 Council Opens the Harbour", "2007-10-03", nil),
    (
      "Council Opens the Harbour October 3 2007 WASHINGTON The council was glad", "2007-10-03",
      "WASHINGTON"
    ),
    ("Council Opens the Harbour October 3 2007 Washington D C", "2007-10-03", "Washington D C"),
    (
      "Council Opens the Harbour October 3, 2007\n\n(Washington, DC) The mayor", "2007-10-03",
      "Washington, DC"
    ),
    ("Council Opens the Harbour\n\nOctober 3, 2007 | Posted in Releases", "2007-10-03", nil),
    (
      "Council Opens the Harbour\n\nPORT OLSEN, CA – 10/3/07... Today the council opened the new harbour of the town.",
      "2007-10-03",
      "PORT OLSEN, CA"
    ),
    ("Council Opens the Harbour October 3 2007 For Immediate Release", "2007-10-03", nil),
    (
      "Council Opens the Harbour\n\nWednesday, October 3, 2007 On Monday, the mayor",
      "2007-10-03", nil
    ),
    (
      "October 3 2007 Council Asks for the Harbour\n\nOctober 1 2007\n\nThe Honorable Jane Roe",
      "2007-10-03", nil
    ),
    (
      "Harbour Hall and Old Town Museum\nPortland, Maine\n(October 3, 2007)\n\n2:37 P.M. EST",
      "2007-10-03", "Portland, Maine"
    ),
    (
      "Discurso do Ministro\n\nCasa do Porto, Brasília, 3 de outubro de 2007", "2007-10-03",
      "Brasília"
    ),
    ("Rede der Ministerin\n\nJane Roe, 3. Oktober 2007", "2007-10-03", nil),
    ("Hearing on the Harbour on October 3, 2007 WASHINGTON", nil, nil),
    ("Council Opens the Harbour\n\nOctober 3, 2007 was a day to remember for us", nil, nil),
    (
      "Harbour Festival of the Whole Island: October 3, 2007\n\n(Washington, DC) The mayor", nil,
      "Washington, DC"
    ),
    ("Harbour Fair\n\nOctober 3, 2007 | 5:30 p.m. – 6:30 p.m.", nil, nil),
  ])
  func aDayAmongOtherWords(_ head: String, _ day: String?, _ place: String?) throws {
    let found = try metadata("\(head)\n\n\(Self.prose)\n\n\(Self.prose)")
    #expect(found.published == day)
    #expect(found.place?.text == place)
  }

  @Test(arguments: [
    ("October 3 2007 Council Opens the Harbour", "Council Opens the Harbour"),
    ("Council Opens the Harbour October 3 2007 Washington DC", "Council Opens the Harbour"),
    ("Press Room\n\nCouncil Opens the Harbour", "Council Opens the Harbour"),
    ("Press Room\n\nOctober 3 2007 WASHINGTON D C", nil), ("WASHINGTON D C", nil),
    ("(Applause)", nil),
    (
      "Hearing on the Harbour, October 3, 2007",
      "Hearing on the Harbour, October 3, 2007"
    ),
  ])
  func titlesWithoutDaysAndPlaces(_ head: String, _ title: String?) throws {
    #expect(try metadata("\(head)\n\n\(Self.prose)\n\n\(Self.prose)").title == title)
  }

  @Test(arguments: [
    ("Town pays for the works out of its reserve", "Town pays for the works out of its reserve"),
    (
      "May 3, 2021\n\nTown pays for the works out of its reserve",
      "Town pays for the works out of its reserve"
    ),
    ("Council Opens the “Harbour” in Port Olsen", nil), ("Contact: Jane Roe, 555-0100", nil),
    ("A film of the opening is available here.", nil),
    ("Town pays for the works\n\nCounty pays for the new road too", nil),
  ])
  func aLineBelowTheTitle(_ line: String, _ subtitle: String?) throws {
    let title = "Council Opens the Harbour in Port Olsen"
    let found = try metadata("\(title)\n\n\(line)\n\nPORT OLSEN, CA – \(Self.prose)")
    #expect(found.title == title)
    #expect(found.subtitle == subtitle)
  }

  @Test(arguments: [
    ("Ministry of Fisheries\n\nMay 3, 2021", "Ministry of Fisheries"),
    ("Office of the Press Secretary", "Office of the Press Secretary"),
    ("South Court Auditorium", nil), ("House Passes the Harbour Bill", nil),
    ("Hearing on the Harbour Commission", nil), ("Harbour Board to Open the Pier Today", nil),
    ("Ministry of Fisheries\n\nDear Minister:", nil),
  ])
  func whoIssues(_ head: String, _ issuer: String?) throws {
    let found = try metadata("\(head)\n\n\(Self.prose)", Markdown())
    #expect(found.issuer?.name == issuer)
  }

  @Test(arguments: [
    (
      "The Harbour Museum\n\nPort Olsen, D.C.\n\n(May 3, 2021)\n\n2:37 P.M. EST", "Port Olsen, D.C."
    ),
    ("Harbour Association  \nPort Olsen, Pennsylvania", "Port Olsen, Pennsylvania"),
    ("Harbour Association  \nPort Olsen and the island", nil),
  ])
  func whereSomebodySpeaks(_ head: String, _ place: String?) throws {
    let found = try metadata("\(head)\n\nTHE MAYOR: Thank you all for coming.", Markdown())
    #expect(found.place?.text == place)
    #expect((found.issuer == nil) == (place != nil))
  }

  private static let ours =
    "Our harbour is ours, and we keep our pier and our quay as we kept our ships in our port."
  private static let speech = """
    President Roe, members of the board, ladies and gentlemen:

    We meet today at our harbour, and we thank our crews for our ships and our pier.
    """
  private static let nominees = """
    Jane Roe, of Maine, to be a Member of the Harbour Board, vice John Poe, retired.

    Ann Berg, of Ohio, to be a Judge of the Harbour Court, vice Carl Dahl, term expired.
    """
  private static let headings = """
    USING THE HARBOUR TO PROTECT THE TOWN: The council opened the pier.

    PAYING FOR THE WORKS OF THE HARBOUR: The town takes it from its reserve.

    KEEPING THE FERRIES ON THE OLD PIER: They call twice a day.

    MOVING THE MARKET TO THE NEW QUAY: It opens there in June.
    """

  @Test(arguments: [
    (
      "By the authority vested in me as Mayor, it is hereby ordered: \(ours)",
      DocumentKind.statement
    ),
    ("MEMORANDUM FOR THE HARBOUR MASTER\n\n\(prose)", .statement),
    (ours + "\n\nIN WITNESS WHEREOF, I have hereunto set my hand this day.", .statement),
    ("On Monday, May 3, 2021, the Mayor signed into law:\n\n\(prose)", .pressRelease),
    ("NOMINATIONS SENT TO THE SENATE:\n\n\(nominees)", .pressRelease), (nominees, .pressRelease),
    ("Oval Room\n\n2:37 P.M. EST\n\nTHE MAYOR: Thank you. \(ours)", .remarks), (speech, .remarks),
    ("(As prepared for delivery)\n\n\(prose)", .remarks),
    ("FOR IMMEDIATE RELEASE\n\nMap Room\n\n2:37 P.M. EST\n\nTHE MAYOR: Thank you.", .remarks),
    ("\(ours)\n\n\(ours)\n\nThank you.", .remarks), (headings, .unknown),
    ("The mayor received a call from the captain. They spoke of the harbour at length.", .readout),
  ])
  func actsSpeechesAndLists(_ text: String, _ kind: DocumentKind) throws {
    #expect(try metadata(text, Markdown()).kind == kind)
  }
}
