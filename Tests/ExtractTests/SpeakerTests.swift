import PressModel
import Testing

@testable import Extract

/// Who is the speaker of a quotation: named, stood for by a pronoun, one of several, or open.
@Suite struct SpeakerTests {
  private func speakers(_ text: String) throws -> [String] {
    try reading(
      text, with: PlainText(), then: Sentences(), People(), Organizations(), Quotes()
    ).facts(Quote.self).map { $0.speaker ?? "-" }
  }

  @Test(arguments: [
    // The subject before, not the object named last.
    (
      "Maria Lopez praised the offer of John Hale.\n\n\u{201C}We will sign it today,\u{201D} she said.",
      "Maria Lopez"
    ),
    (
      "John Hale said no to Mayor Paul Weber. \u{201C}We will not sign it,\u{201D} he said.",
      "John Hale"
    ),
    // Whose sex fits.
    (
      "Maria Lopez met John Hale.\n\n\u{201C}We will sign it today,\u{201D} he said.", "John Hale"
    ),
    // Whose sex is known, in the same sentence.
    (
      "When Sanoc accused Maria Lopez of greed, she said, \u{201C}That is not true at all.\u{201D}",
      "Maria Lopez"
    ),
    // Somebody who is brought up right before.
    (
      "The bill is one that worries John Hale, president of the port.\n\n"
        + "\u{201C}Nobody has asked us so far,\u{201D} he said.", "John Hale"
    ),
    // Not who is named inside of a quotation.
    (
      "John Hale came late. \u{201C}I saw Paul Weber there,\u{201D} Hale said. "
        + "\u{201C}It was a long day,\u{201D} he added.", "John Hale"
    ),
    // A noun that may be meant as well leaves it open.
    (
      "John Hale left. A reporter came in, and he said, \u{201C}It is over for today.\u{201D}", "-"
    ),
    (
      "Maria Lopez thanked us. My daughter called, and she said, \u{201C}Go home, it is late.\u{201D}",
      "-"
    ),
    // Nobody named fits, or nobody is named near.
    ("Maria Lopez left. He said, \u{201C}It is over for today.\u{201D}", "-"),
    ("Thanks, John Hale. He said, \u{201C}It is over for today.\u{201D}", "-"),
  ])
  func aPronounStandsForOneOrNobody(_ text: String, _ speaker: String) throws {
    #expect(try speakers(text).last == speaker)
  }

  @Test(arguments: [
    // A description and the name behind it.
    ("The owner of the pier, Maria Lopez, said \u{201C}it is done for now\u{201D}.", "Maria Lopez"),
    ("\u{201C}It is done for now,\u{201D} said their lawyer, John Hale.", "John Hale"),
    // Of several people the one whom the words end with, unless it is a list.
    (
      "\u{201C}It is done for now,\u{201D} said Maria Lopez\u{2019}s spokesman John Hale.",
      "John Hale"
    ),
    ("\u{201C}It is done for now,\u{201D} said Maria Lopez and John Hale.", "-"),
    // An office between a body and the name.
    (
      "\u{201C}It is done for now,\u{201D} said Harbor Foundation (HF) Regional Director Maria Lopez.",
      "Maria Lopez"
    ),
    // Another name behind a comma is somebody else.
    (
      "\u{201C}It is done for now,\u{201D} said Maria Lopez, John Hale, and Paul Weber.",
      "Maria Lopez"
    ),
  ])
  func whoIsDescribedHasAName(_ text: String, _ speaker: String) throws {
    #expect(try speakers(text).last == speaker)
  }

  @Test(arguments: [
    // Whose kin or staff somebody is.
    ("Maria Lopez\u{2019}s sister", "-"),
    ("a Lopez supporter", "-"),
    ("the Lopez campaign", "-"),
    ("a lawyer for Maria Lopez", "-"),
    // What somebody wrote is the writer's.
    ("Maria Lopez\u{2019}s letter", "Maria Lopez"),
    ("Maria Lopez of Oslo", "Maria Lopez"),
    // A body speaks, and who speaks in its name; not who works there.
    ("the Harbor Foundation", "Harbor Foundation"),
    ("a spokesman for the Harbor Foundation", "Harbor Foundation"),
    ("a Harbor Foundation spokesman", "Harbor Foundation"),
    ("a Harbor Foundation economist", "-"),
    ("the director of the Harbor Foundation", "-"),
  ])
  func aDescriptionIsNoSpeaker(_ source: String, _ speaker: String) throws {
    let text =
      "Maria Lopez, a senator, met the Harbor Foundation.\n\n\u{201C}It is done for now,\u{201D} said "
      + source + "."
    #expect(try speakers(text) == [speaker])
  }

  @Test(arguments: [
    // The one before a description, with or without the comma that ends it.
    ("Maria Lopez, director at the Harbor Foundation said:", "Maria Lopez"),
    ("In Oslo, Sen. Maria Lopez, D-Ore., the head of the Harbor Foundation said:", "Maria Lopez"),
    ("Harbor Foundation Chair, President and CEO Maria Lopez:", "Maria Lopez"),
    // Somebody else, or several.
    ("After a talk with Maria Lopez, a friend of the Harbor Foundation said:", "-"),
    ("Maria Lopez, the senators said:", "-"),
    ("Maria Lopez, President John Hale:", "Maria Lopez"),
  ])
  func theNameBeforeADescription(_ line: String, _ speaker: String) throws {
    let text =
      "The Harbor Foundation met.\n\n" + line + " \u{201C}The pier is open to us all now.\u{201D}"
    #expect(try speakers(text) == [speaker])
  }

  @Test func inATranscriptAPronounStaysInItsTurn() throws {
    #expect(
      try speakers(
        "MS. LOPEZ: John Hale came.\n\nQ He said, \u{201C}It is over for today.\u{201D} Is it?\n\n"
          + "MS. LOPEZ: I said, \u{201C}Wait for the report.\u{201D}") == ["-", "LOPEZ"])
  }

  @Test(arguments: [
    (
      "PORT OLSEN, N.M. \u{2013} Senator Maria Lopez, Ph.D. (D-N.M.) issued the following statement:",
      "Maria Lopez"
    ),
    ("Today, Congressman John Hale (R-NE) released the below statement.", "John Hale"),
    ("Oslo, O.N. Senator Maria Lopez made this statement.", "Maria Lopez"),
    (
      "OSLO \u{2013} After the Harbor Foundation (HF) closed a pier, Senator Maria Lopez (D-WI) issued "
        + "the following statement:", "Maria Lopez"
    ),
    ("Senators Maria Lopez (D-WI), John Hale and Paul Weber released a joint statement:", "-"),
  ])
  func aStatementHasWhoIssuedIt(_ announcement: String, _ speaker: String) throws {
    let text = announcement + "\n\n\u{201C}The harbour is closed until the storm is over.\u{201D}"
    #expect(try speakers(text) == [speaker])
  }

  @Test func whatIsEntitledIsATitle() throws {
    #expect(
      try speakers(
        "The Harbor Foundation proposed a rule entitled, \u{201C}Fees of Piers and Docks.\u{201D}")
        == [])
  }

  @Test func aNameBehindADashSigns() throws {
    #expect(
      try speakers(
        "\u{201C}This act keeps the harbour open for all.\u{201D} \u{2013} Maria Lopez, Senior Fellow, "
          + "Harbor Foundation\n\n\u{201C}It is a good day for the port.\u{201D}\n\n\u{2014} John Hale, "
          + "Mayor of Oslo") == ["Maria Lopez", "John Hale"])
  }

  @Test func aContractionAndAReactionAreNoSource() throws {
    for text in [
      "We\u{2019}re ready to plead. \u{201C}Do the right thing for once.\u{201D}",
      "(Laughter.) \u{201C}Do the right thing for once.\u{201D}",
    ] {
      let quotes = try reading(text, with: PlainText(), then: Quotes()).facts(Quote.self)
      #expect(quotes.allSatisfy { $0.speakerMention == nil })
    }
  }
}
