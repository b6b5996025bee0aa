import PressModel
import PressText
import Testing

@testable import Extract

/// Who spoke, in what part, and which question is answered.
@Suite struct TurnsTests {
  private func turns(_ lines: String...) throws -> [Turn] {
    try reading(lines.joined(separator: "\n\n"), with: PlainText(), then: Turns()).facts(Turn.self)
  }

  private func ties(_ turns: [Turn]) -> [String] {
    turns.map { "\($0.part.rawValue): \($0.answers?.text ?? "-")" }
  }

  @Test func thePresidentIsOneOfTheUnitedStates() {
    let text = Text("Remarks by Ann Roe and Bo Hale\n\nTHE PRESIDENT: No.\n\nTHE MAYOR: No.")
    let tokens = Tokens(text)
    let labels = TurnLabels(tokens).labels()
    let people = LabelledPeople(
      [
        Person(
          name: "Ann Roe", roles: ["President of Norway"], mentions: [text.mention(Span(11, 18))]),
        Person(
          name: "Bo Hale", roles: ["President of the United States", "Mayor of Oslo"],
          mentions: [text.mention(Span(23, 30))]),
      ], labels, tokens)
    let speakers = labels.map { people.speaker(of: text.mention($0.span))?.name }
    #expect(speakers == ["Bo Hale", nil])
  }

  @Test func anAnswerNamesTheQuestionItself() throws {
    let turns = try turns("Q Is it (inaudible) open?", "MS. OKAFOR: It is.", "Q When?")
    #expect(turns[1].answers == turns[0].mention)
    #expect(turns[0].words.map(\.text) == ["Is it", "open?"])
    #expect(turns[2].answers == nil)
  }

  @Test func aFollowUpHasItsOwnAnswer() throws {
    let turns = try turns(
      "Q Is it open?", "MS. OKAFOR: It is.", "Q Since when?", "MS. OKAFOR: Monday.",
      "MR. REED: Or Sunday.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is it open?", "question: -", "answer: Since when?",
        "answer: Since when?",
      ])
  }

  @Test func theFieldsOfAListAreNoTurns() throws {
    #expect(
      try turns(
        "Price: 20 pounds", "Available: Monday", "Price: 30 pounds", "Available: Tuesday",
        "CPU: fast", "GPU: slow", "CPU: slow", "GPU: fast"
      ).isEmpty)
    #expect(
      try turns("Lopez: Is it open?", "Okafor: It is.", "Lopez: When?", "Okafor: Now.").count == 4)
  }

  @Test func aModeratorDoesNotCutTheTie() throws {
    let turns = try turns(
      "MODERATOR: Welcome.", "QUESTION: Is it open?", "MODERATOR: Minister, go ahead.",
      "MS. OKAFOR: It is.", "MS. OKAFOR: Next question, please.", "QUESTION: Who pays?",
      "MS. OKAFOR: We do.")
    #expect(
      ties(turns) == [
        "staff: -", "question: -", "staff: -", "answer: Is it open?", "statement: -",
        "question: -", "answer: Who pays?",
      ])
  }

  @Test func beforeTheFirstQuestionNothingIsAnswered() throws {
    let turns = try turns("MS. OKAFOR: Good day.", "MR. REED: Hello.", "Q Is it open?")
    #expect(ties(turns) == ["statement: -", "statement: -", "question: -"])
  }

  @Test func whoMostlyAsksIsAnInterviewer() throws {
    let turns = try turns(
      "OKAFOR: Is the pier open?", "REED: It is.", "OKAFOR: Who paid?", "REED: The port did.",
      "OKAFOR: Thank you.", "REED: Thank you.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is the pier open?", "question: -", "answer: Who paid?",
        "statement: -", "statement: -",
      ])
    #expect(turns[0].speaker == "OKAFOR")
  }

  @Test func whoCallsOnTheNextAnswersNothing() throws {
    let turns = try turns(
      "Q Is it open?", "MS. OKAFOR: It is.", "MR. REED: Go ahead, Kim.", "Q Who pays?",
      "MR. REED: The port. Go ahead.", "MR. REED: All right, in the back.", "Q Thanks. Since when?",
      "MR. REED: Kim.", "MS. OKAFOR: Thank you, all.", "MR. REED: The doors are behind you.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is it open?", "statement: -", "question: -", "answer: Who pays?",
        "statement: -", "question: -", "answer: Thanks. Since when?", "statement: -",
        "statement: -",
      ])
  }

  @Test func whoThanksBehindAnAnswerEndsIt() throws {
    let turns = try turns(
      "Q Is it open?", "MS. OKAFOR: It is.", "MR. REED: Thank you, Ms. Okafor.",
      "MS. OKAFOR: The doors are behind you.", "Q One more thing —", "MR. REED: Sure.",
      "Q — who pays?", "MR. REED: Yes, sir, the port pays.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is it open?", "statement: -", "statement: -", "question: -",
        "statement: -", "question: -", "answer: — who pays?",
      ])
  }

  @Test func aSignOfHearingAsksNothing() throws {
    let turns = try turns(
      "Q Is it open?", "MS. OKAFOR: It was —", "Q Right.", "MS. OKAFOR: — but it closed again.",
      "Q Okay. Thanks, Ann.", "MS. OKAFOR: It opens on Monday, as far as we know by now.",
      "Q Thank you, Ann.",
      "MS. OKAFOR: Thank you.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is it open?", "statement: -", "answer: Is it open?",
        "statement: -", "answer: Is it open?", "statement: -", "statement: -",
      ])
  }

  @Test func aCutOffAnswerGoesOnPastAnInterjection() throws {
    let turns = try turns(
      "Q Is it open?", "MS. OKAFOR: It was until —", "Q The storm came.",
      "MS. OKAFOR: — until the storm came, yes.", "Q Since when?", "MS. OKAFOR: Since Monday.")
    #expect(
      ties(turns) == [
        "question: -", "answer: Is it open?", "question: -", "answer: Is it open?", "question: -",
        "answer: Since when?",
      ])
  }

  @Test func shortAnswersStay() throws {
    for answer in ["Yes.", "No, Kim.", "Yeah.", "In the harbour.", "Kim.", "That is it, isn't it?"]
    {
      let turns = try turns("Q Is it open?", "MS. OKAFOR: \(answer)", "Q Who says so?")
      #expect(ties(turns)[1] == "answer: Is it open?", "\(answer)")
    }
    for heard in ["Which pier?", "Go ahead.", "Hi, Kim.", "Thank you, Kim."] {
      let turns = try turns("Q Is it open?", "MS. OKAFOR: \(heard)", "Q Who says so?")
      #expect(ties(turns)[1] == "statement: -", "\(heard)")
    }
  }

  @Test func aTurnWithoutWordsKeepsItsPlace() throws {
    let turns = try turns("Q (Inaudible.)", "MS. OKAFOR: I did not hear.", "Q (Inaudible.)")
    #expect(turns[0].words.isEmpty)
    #expect(turns[0].mention.text == "(Inaudible.)")
    #expect(turns[0].annotations == [turns[0].mention])
    #expect(turns[1].answers == turns[0].mention)
  }

  @Test func theTimeAtTheEndIsNotSpoken() throws {
    let turns = try turns("Q Is it open?", "MS. OKAFOR: It is. (Laughter.)", "END 2:37 P.M. EDT")
    #expect(turns[1].mention.text == "It is.")
    #expect(turns[1].annotations.map(\.text) == ["(Laughter.)", "END 2:37 P.M. EDT"])
  }

  @Test func quotationsLeaveRemarksOut() throws {
    let quotes = try reading(
      "“We opened it (laughter) on Monday. (Applause.)” said Mayor Ann Reed.", with: PlainText(),
      then: Quotes()
    ).facts(Quote.self)
    #expect(quotes.map { $0.parts.map(\.text) } == [["We opened it", "on Monday."]])
    #expect(quotes.map(\.mention.text) == ["We opened it (laughter) on Monday."])
  }

  /// Labels and speakers of the turns, by people and turns.
  private func speakers(_ lines: String...) throws -> [String] {
    try reading(lines.joined(separator: "\n\n"), with: PlainText(), then: People(), Turns())
      .facts(Turn.self).map { "\($0.label.text): \($0.speaker ?? "-")" }
  }

  @Test func anOfficeIsHeldByWhomTheHeadNames() throws {
    #expect(
      try speakers(
        "Remarks by President Ann Okafor", "THE PRESIDENT: I met President Lars Reed.",
        "Q Is it open?", "THE PRESIDENT: It is.")
        == ["THE PRESIDENT: Ann Okafor", "Q: -", "THE PRESIDENT: Ann Okafor"])
    #expect(
      try speakers(
        "MS. REED: Please welcome President Ann Okafor.", "THE PRESIDENT: Thank you.",
        "MS. REED: Go on.")[1] == "THE PRESIDENT: Ann Okafor")
    #expect(
      try speakers(
        "THE PRESIDENT: It opens.", "MS. REED: Thank you, President Okafor.",
        "THE PRESIDENT: Good.")[0] == "THE PRESIDENT: Okafor")
  }

  @Test func whoIsOnlySpokenOfHoldsNoOffice() throws {
    #expect(
      try speakers(
        "THE PRESIDENT: I met President Lars Reed.", "Q Is it open?", "THE PRESIDENT: It is.")
        == ["THE PRESIDENT: THE PRESIDENT", "Q: -", "THE PRESIDENT: THE PRESIDENT"])
    #expect(
      try speakers(
        "Remarks by President Ann Okafor and President Lars Reed", "THE PRESIDENT: It opens.",
        "Q Is it?", "THE PRESIDENT: It is.")[0] == "THE PRESIDENT: THE PRESIDENT")
  }

  @Test func aSpeechUnderOneLabelIsATurn() throws {
    let words = Array(repeating: "We open the pier and the old harbour today.", count: 8)
      .joined(separator: " ")
    #expect(try turns("East Room", "THE PRESIDENT: \(words)", words).count == 1)
    #expect(try turns("MS. OKAFOR: \(words)").first?.speaker == "MS. OKAFOR")
    // A headline, a short line, a heading and a field are none.
    #expect(try turns("SEN. OKAFOR: PORTS ARE OPEN AND SAFE", words).isEmpty)
    #expect(try turns("THE PRESIDENT: It is open.").isEmpty)
    #expect(try turns("THE HARBOUR PLAN: \(words)").isEmpty)
    #expect(try turns("PRESIDENT OKAFOR IS OPENING THE PORTS: \(words)").isEmpty)
    #expect(try turns("NOTE: \(words)").isEmpty)
  }
}
