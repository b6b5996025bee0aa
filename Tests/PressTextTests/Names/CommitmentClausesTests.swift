import PressModel
import PressText
import Testing

@Suite struct CommitmentClausesTests {
  /// Actor and verb of each commitment; the actors are the words given.
  private func commitments(_ string: String, _ actors: [String]) -> [String] {
    let text = Text(string)
    let names = Names(Tokens(text))
    let found = actors.flatMap { name in
      text.bytes.indices.filter { text.bytes[$0...].starts(with: name.utf8) }
        .map { CommitmentClauses.Actor(span: Span($0, $0 + name.utf8.count), name: name) }
    }
    return CommitmentClauses(names.words, actors: found).commitments(in: text.span)
      .map { "\($0.actor) \($0.verb.text)" }
  }

  @Test(arguments: [
    ("Ann Berg and Paul Ruud announced a fund.", ["Ann Berg announced", "Paul Ruud announced"]),
    (
      "Senators Ann Berg (D-VA), Paul Ruud (D-MD) and Eva Lie (R-OH) announced a fund.",
      ["Ann Berg announced", "Paul Ruud announced", "Eva Lie announced"]
    ),
    ("Ann Berg, along with Paul Ruud announced a fund.", ["Ann Berg announced"]),
    ("Ann Berg announced that she will open a port.", ["Ann Berg announced"]),
    ("Ann Berg announced that her staff will open a port.", ["Ann Berg announced"]),
    ("Ann Berg announced today legislation to open a port.", ["Ann Berg announced"]),
    ("Paul Ruud announced new rules that will open ports.", ["Paul Ruud announced"]),
    ("Eva Lie announced that she was going to open a port.", ["Eva Lie announced"]),
    ("Eva Lie committed to open a port.", ["Eva Lie committed"]),
    ("Eva Lie committed $5 million to the port.", ["Eva Lie committed"]),
    ("Eva Lie donated $5 million to the port.", ["Eva Lie donated"]),
    ("Eva Lie offers to open a port.", ["Eva Lie offers"]),
    ("Eva Lie is launching a fund for ports.", ["Eva Lie is launching"]),
    ("Eva Lie is also announcing new rules.", ["Eva Lie is also announcing"]),
    ("Eva Lie is proud to announce a fund.", ["Eva Lie is proud to announce"]),
    ("Eva Lie will travel to Oslo on Monday.", ["Eva Lie will travel"]),
    ("Eva Lie, who chairs the board of Paul Ruud, will open a port.", ["Eva Lie will open"]),
    (
      "Eva Lie (D-VA), through the office of Ann Berg (D-MD), announced a fund.",
      ["Eva Lie announced"]
    ),
    ("Eva Lie, minister of ports under Ann Berg, today announced a fund.", ["Eva Lie announced"]),
    // Subjects of several lists, with brackets and days between.
    (
      "Senators Ann Berg and Paul Ruud (both D-VA) and Eva Lie (VA-09) announced a fund.",
      ["Ann Berg announced", "Paul Ruud announced", "Eva Lie announced"]
    ),
    (
      "In May, Ann Berg and Eva Lie announced a port.",
      ["Ann Berg announced", "Eva Lie announced"]
    ),
    ("Eva Lie on Tuesday announced a fund.", ["Eva Lie announced"]),
    ("Eva Lie yesterday announced a fund.", ["Eva Lie announced"]),
    // Bills of these days.
    ("Today, Eva Lie introduced legislation to open ports.", ["Eva Lie introduced"]),
    ("Last night, Eva Lie introduced a bill.", ["Eva Lie introduced"]),
    ("Eva Lie reintroduced the Open Ports Act this week.", ["Eva Lie reintroduced"]),
    ("Eva Lie signed a letter of intent with Oslo.", ["Eva Lie signed"]),
  ])
  func findsWhoTakesSomethingOn(_ text: String, _ expected: [String]) {
    #expect(commitments(text, ["Ann Berg", "Paul Ruud", "Eva Lie"]) == expected)
  }

  @Test(arguments: [
    "Eva Lie announced that the Department of Ports has awarded a grant.",
    "Eva Lie announced today the Department of Ports will award a grant.",
    "Eva Lie announced that she secured a grant.",
    "The reform that Eva Lie promised, and more, came.",
    "Like with most Eva Lie promises of peace, it failed.",
    "Eva Lie donated $750 in 2008.",
    "We hope that Eva Lie will fund the port.",
    "If Eva Lie will fund the port, it opens.",
    "Investments from Eva Lie will help the port.",
    "Eva Lie offers a managed port.",
    "Eva Lie contributed from Oslo to this report.",
    "Eva Lie committed atrocities and a crime.",
    "The fund that Eva Lie announced last week, opens.",
    "Eva Lie announced earlier Friday that there was a fault.",
    "Eva Lie is launching boats. Eva Lie is announcing that the Department has awarded a grant.",
    "Oslo, the home of Eva Lie, will open a port.",
    "Eva Lie is able to announce a fund. Eva Lie was proud to announce a fund.",
    "Eva Lie is proud to announce that the Department of Ports has awarded a grant.",
    "Eva Lie also signed the letter. Eva Lie signed the following letter to the board.",
    "Eva Lie introduced a bill in 1998.",
    "Eva Lie introduced the guests today.",
    "Earlier this year, Eva Lie introduced a bill.",
    "Eva Lie will sign it. Eva Lie agreed to do so.",
    "We should expect that Eva Lie will fund the port.",
    "The Eva Lie earmarks in the bill are gone.",
  ])
  func leavesAlone(_ text: String) {
    #expect(commitments(text, ["Eva Lie"]).isEmpty)
  }
}

/// Places that act, or in which somebody acts, and titles before names.
@Suite struct CommitmentPlacesTests {
  /// Actor and words of each commitment.
  private func commitments(_ string: String) -> [String] {
    let text = Text(string)
    let names = Names(Tokens(text))
    let people = names.people.flatMap(\.mentions).map {
      CommitmentClauses.Actor(span: $0.span, name: $0.text, start: names.titleStart(of: $0.span))
    }
    let places = names.places.flatMap(\.mentions).map {
      CommitmentClauses.Actor(span: $0.span, name: $0.text, isPlace: true)
    }
    return CommitmentClauses(names.words, actors: people + places).commitments(in: text.span)
      .map { "\($0.actor): \(text[$0.mention.span])" }
  }

  @Test(arguments: [
    (
      "In Oslo, Governor Ann Berg and Mayor Paul Ruud announced a fund.",
      [
        "Ann Berg: Governor Ann Berg and Mayor Paul Ruud announced a fund",
        "Paul Ruud: Governor Ann Berg and Mayor Paul Ruud announced a fund",
      ]
    ),
    ("The grants for Norway, Sweden, and Denmark will help the ports.", []),
    ("The talks between Norway and Sweden will continue in May.", []),
    (
      "The governments of Norway and Sweden signed a treaty.",
      [
        "Norway: The governments of Norway and Sweden signed a treaty",
        "Sweden: The governments of Norway and Sweden signed a treaty",
      ]
    ),
    ("The investment in rural Norway will help the ports.", []),
    ("This will be funded by Norway.", []),
    (
      "The $3 million will be provided by Norway.",
      ["Norway: The $3 million will be provided by Norway"]
    ),
    (
      "Norway and Sweden will fund ports.",
      ["Norway: Norway and Sweden will fund ports", "Sweden: Norway and Sweden will fund ports"]
    ),
  ])
  func tellsWhoActs(_ text: String, _ expected: [String]) {
    #expect(commitments(text) == expected)
  }
}

/// Where the clauses of commitments end.
@Suite struct CommitmentEndsTests {
  @Test(arguments: [
    (
      "Norway signed an order on \u{201C}Open Ports\u{201D} in May.",
      "Norway signed an order on \u{201C}Open Ports\u{201D} in May"
    ),
    (
      "Norway will host a forum titled \"Open Ports.\" It opens.",
      "Norway will host a forum titled \"Open Ports.\""
    ),
    ("Norway will hold a forum at 11 a.m. in Oslo.", "Norway will hold a forum at 11 a.m. in Oslo"),
    // Speech that follows is no part of it, nor what stands behind the mark that closes it.
    (
      "Norway will fund ports, \u{201C}We like them,\u{201D} she said.", "Norway will fund ports"
    ),
    ("\u{201C}Norway will fund ports\u{201D} she said.", "Norway will fund ports"),
    // The last of a list, and another clause.
    (
      "Norway will fund ports, piers, and the fleet. It opens.",
      "Norway will fund ports, piers, and the fleet"
    ),
    ("Norway will fund ports, and the bank has paid.", "Norway will fund ports"),
    ("Norway will fund ports, and they know it.", "Norway will fund ports"),
  ])
  func clausesEnd(_ string: String, _ clause: String) {
    let text = Text(string)
    let start = text.bytes.indices.first { text.bytes[$0...].starts(with: "Norway".utf8) } ?? 0
    let actor = CommitmentClauses.Actor(span: Span(start, start + 6), name: "Norway")
    let clauses = CommitmentClauses(Names(Tokens(text)).words, actors: [actor])
    #expect(clauses.commitments(in: text.span).map { text[$0.mention.span] } == [clause])
  }
}

@Suite struct WorkTitlesTests {
  private func titles(_ string: String) -> [String] {
    WorkTitles(Names(Tokens(Text(string)))).works().map(\.title)
  }

  @Test(arguments: [
    ("They praised the Norwegian Harbour Plan on Friday.", ["Norwegian Harbour Plan"]),
    ("They praised the Norwegian Harbour Plan's grants.", ["Norwegian Harbour Plan"]),
    ("She voted for the Fair Fishing Deal again.", ["Fair Fishing Deal"]),
    ("She voted for the One Clean River Act again.", ["One Clean River Act"]),
    ("It is in Public Law 107-51 and stays.", ["Public Law 107-51"]),
    ("It is in the U.S.-Norway Agreement and stays.", ["U.S.-Norway Agreement"]),
    ("She likes the President's Clean River Act a lot.", ["Clean River Act"]),
    ("She likes President Berg's Clean River Act a lot.", ["Clean River Act"]),
    ("She likes the National Women's Health Act a lot.", ["National Women's Health Act"]),
  ])
  func findsTitles(_ text: String, _ expected: [String]) {
    #expect(titles(text) == expected)
  }

  @Test(arguments: [
    (
      "She likes his Ports Investment and River Enhancement (PIRE) Act a lot.",
      ["Ports Investment and River Enhancement (PIRE) Act"]
    ),
    (
      "They filed Keeping Open Review of Harbours (KORH) Act papers.",
      ["Keeping Open Review of Harbours (KORH) Act"]
    ),
    (
      "They like \u{201C}Access to Open Ports Act,\u{201D} which is new.",
      ["Access to Open Ports Act"]
    ),
    ("They like \u{201C}Ports to Rivers Act\u{201D} and stay.", ["Ports to Rivers Act"]),
    ("They say, \u{201C}Now, Bill went home on Friday.\u{201D}", []),
    (
      "They like the Harbour Act, Ports Act and River Act a lot.",
      ["Harbour Act", "Ports Act", "River Act"]
    ),
    (
      "Executive Order 14928 ends Executive Order 13771.",
      ["Executive Order 14928", "Executive Order 13771"]
    ),
    (
      "He introduced the Preventing the Closure of Harbours Act in May.",
      ["Preventing the Closure of Harbours Act"]
    ),
    (
      "She likes Senator Berg's Ports and Open Harbours Act a lot.",
      ["Ports and Open Harbours Act"]
    ),
    ("In the Senate the Clean Harbours Act passed.", ["Clean Harbours Act"]),
    (
      "She likes the Open Harbours Act (OHA) of 2022. The Open Harbours Act is long.",
      ["Open Harbours Act (OHA) of 2022"]
    ),
    (
      "The Clean River Act of 2013 is here. They like the Clean River Act.",
      ["Clean River Act of 2013"]
    ),
    (
      "The Clean River Act of 2013 ends the Clean River Act of 2001, a Clean River Act.",
      ["Clean River Act of 2013", "Clean River Act of 2001", "Clean River Act"]
    ),
  ])
  func tellsTitlesApart(_ text: String, _ expected: [String]) {
    #expect(titles(text) == expected)
  }

  /// Titles with their numbers.
  private func numbers(_ string: String) -> [String] {
    WorkTitles(Names(Tokens(Text(string)))).works().map {
      "\($0.title): \($0.numbers.joined(separator: ", "))"
    }
  }

  @Test(arguments: [
    ("They passed H.R. 1344 and S.3077 today.", ["H.R. 1344: H.R. 1344", "S.3077: S.3077"]),
    ("They passed H. Con. Res. 12 today.", ["H. Con. Res. 12: H. Con. Res. 12"]),
    ("They voted for SB 866, a bill for ports.", ["SB 866: SB 866"]),
    ("It stands in P.L. 100-204 and stays.", ["P.L. 100-204: P.L. 100-204"]),
    ("She likes the Clean Ports Act (H.R. 12).", ["Clean Ports Act: H.R. 12"]),
    ("She likes the Clean Ports Act (H.R. 12/S. 14).", ["Clean Ports Act: H.R. 12, S. 14"]),
    ("She likes the Clean Ports Act, H.R. 12, a lot.", ["Clean Ports Act: H.R. 12"]),
    ("She likes H.R. 12, the Clean Ports Act, a lot.", ["Clean Ports Act: H.R. 12"]),
    ("She likes the Clean Ports Act (H.R. 12). HR 12 passed.", ["Clean Ports Act: H.R. 12"]),
    (
      "She likes S. 160, which amends the Clean Ports Act.",
      ["S. 160: S. 160", "Clean Ports Act: "]
    ),
    (
      "She likes the Clean Ports Act (H.R. 12), the Open River Act (H.R. 13).",
      ["Clean Ports Act: H.R. 12", "Open River Act: H.R. 13"]
    ),
  ])
  func findsBillsByNumber(_ text: String, _ expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test(arguments: [
    "They live at 1200 S. 300 West and on S. 4th Street.",
    "Their hearts beat at HR 150 as they ran.",
    "Its price is U.S. 300 and S. 1,200.",
    "They met Ann S. 2008 and saw H.R. 1.5 there.",
  ])
  func leavesOtherNumbersAlone(_ text: String) {
    #expect(numbers(text).isEmpty)
  }

  @Test func numbersTakeLinearTime() {
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = numbers(String(repeating: "H.R. 12, ", count: 20_000))
      _ = numbers(String(repeating: "H. ", count: 50_000))
    }
    #expect(time < .seconds(60))
  }

  @Test(arguments: [
    "They spoke at the Fishing Party National Convention in May.",
    "They said, \u{201C}This could be Any Old Town.\u{201D}",
    "They spoke of the Strategic Plan in May.",
    "They asked, \u{201C}Are you a Member, or are you a Guest of Berg.\u{201D}",
  ])
  func leavesAlone(_ text: String) {
    #expect(titles(text).isEmpty)
  }
}
