import PressModel
import PressText
import Testing

@Suite struct QuoteAttributorTests {
  /// Each quotation as "source|cue|words"; `'` in the input stands for curly marks where `curly`.
  private func quotes(_ paragraphs: String...) -> [String] {
    quotes(paragraphs, types: paragraphs.map { _ in .paragraph })
  }

  private func quotes(_ paragraphs: [String], types: [BlockType]) -> [String] {
    var string = ""
    var blocks: [Block] = []
    for (paragraph, type) in zip(paragraphs, types) {
      if !string.isEmpty { string += "\n\n" }
      let start = string.utf8.count
      string += paragraph
      blocks.append(Block(type, Span(start, string.utf8.count)))
    }
    let tokens = Tokens(Text(string))
    return QuoteAttributor(tokens, blocks: blocks).quotes(minWords: 4).map { quote in
      func words(_ range: ClosedRange<Int>?) -> String {
        range.map {
          tokens.text[Span(tokens[$0.lowerBound].span.start, tokens[$0.upperBound].span.end)]
        } ?? "-"
      }
      let source = words(quote.attribution?.source)
      return "\(source)|\(words(quote.attribution?.cue))|\(tokens.text[quote.span])"
    }
  }

  @Test func theSourceMayStandOnEitherSide() {
    #expect(quotes("\"It is done,\" said Ann Reed.") == ["Ann Reed|said|It is done,"])
    #expect(quotes("\"It is done,\" she said.") == ["she|said|It is done,"])
    #expect(quotes("Ann Reed said: \"It is done.\"") == ["Ann Reed|said|It is done."])
    #expect(
      quotes("According to Ann Reed, \"it is done now\".")
        == ["Ann Reed|According to|it is done now"])
    #expect(
      quotes("\"It is done,\" Ann Reed, a clerk of the port, told us.")
        == ["Ann Reed|told|It is done,"])
    #expect(quotes("\u{AB}It is done\u{BB}, a spokesman said.") == ["a spokesman|said|It is done"])
  }

  @Test func anAttributionInTheMiddleBelongsToOneQuotation() {
    #expect(
      quotes("\"It is done,\" she said. \"We go home.\"")
        == ["she|said|It is done,\" she said. \"We go home."])
  }

  @Test func aParagraphOfSpeechHasTheSpeakerBefore() {
    #expect(
      quotes("\"It is done,\" Reed said.", "\"Nobody was hurt in the storm.\"")
        == ["Reed|said|It is done,", "Reed|said|Nobody was hurt in the storm."])
    #expect(
      quotes("The mayor added:", "\"Nobody was hurt in it.\"")
        == ["The mayor|added|Nobody was hurt in it."])
  }

  @Test func aBlockQuotationBehindItsSpeakerNeedsNoMarks() {
    let words = ["Nobody was hurt in the storm.", "We start again today."]
    func found(_ line: String, _ type: BlockType = .blockquote) -> [String] {
      quotes([line] + words, types: [.paragraph, type, type])
    }
    #expect(
      found("Ann Reed, Mayor of the port, said:")
        == ["Ann Reed|said|Nobody was hurt in the storm.\n\nWe start again today."])
    #expect(found("Ann Reed said,").count == 1)
    #expect(found("A spokeswoman added:").count == 1)
    // No word says that anybody spoke, or nobody is named; a paragraph is none.
    #expect(found("The bottom line:").isEmpty)
    #expect(found("Every plan states:").isEmpty)
    #expect(found("As I said in my talk:").isEmpty)
    #expect(found("The author could write:").isEmpty)
    #expect(found("Ann Reed said:", .paragraph).isEmpty)
    // Marks inside: who speaks there is nearer.
    #expect(
      quotes(
        ["Ann Reed said:", "\u{201C}It is done now,\u{201D} said Olsen."],
        types: [
          .paragraph, .blockquote,
        ]) == ["Olsen|said|It is done now,"])
  }

  @Test func codeHasNoSpeech() {
    let line = "name: \"It is done for now.\", said Ann Reed"
    #expect(quotes([line], types: [.preformatted]).isEmpty)
    #expect(quotes([line], types: [.paragraph]).count == 1)
  }

  @Test func theVerbRightBehindAFullStopGoesOn() {
    #expect(
      quotes("\"It is done for now.\" said Ann Reed at the pier.")
        == ["Ann Reed|said|It is done for now."])
    #expect(
      quotes("\"It is done for now.\" Ann Reed said on Monday that it rains.")
        == ["-|-|It is done for now."])
  }

  @Test func wordsThatOnlyLookLikeACue() {
    #expect(quotes("Learn what terms like \"daily rate\" mean.").isEmpty)
    #expect(quotes("Ann Reed says \"daily rate\" is wrong.") == ["Ann Reed|says|daily rate"])
    #expect(quotes("They want to \"end\" the levy, as he says.").isEmpty)
    #expect(quotes("\"Good\", the mayor said.") == ["the mayor|said|Good"])
    #expect(quotes("Legal: \"Going out to sea\" is safe.").isEmpty)
    #expect(quotes("Reed: \"It is safe to go out.\"") == ["Reed|:|It is safe to go out."])
  }

  @Test func ofTwoSpeakersEachHasTheWordsBehind() {
    #expect(
      quotes("He said, \"Why not now?\" I said, \"Because it rains.\"")
        == ["He|said|Why not now?", "I|said|Because it rains."])
    // Only the words behind lead to a quotation.
    #expect(
      quotes("It came late. \"Why not now?\" Reed said, \"It is dry.\"")
        == ["Reed|said|Why not now?\" Reed said, \"It is dry."])
  }

  @Test func aSignatureMayHaveADistrict() {
    #expect(
      quotes("\"It is done for now.\" \u{2013} Rep. Ann Reed (TX-19)").first
        == "Rep. Ann Reed|\u{2013}|It is done for now.")
  }

  @Test func aStatementIsAnnouncedInTheBlockBefore() {
    #expect(
      quotes(
        "OSLO, Norway \u{2014} Mayor Ann Reed (Port-04) today issued the following statement.",
        "\"Nobody was hurt in the storm.\"")
        == ["Mayor Ann Reed|issued the following statement|Nobody was hurt in the storm."])
    #expect(
      quotes(
        "OSLO - Mayor Ann Reed wrote to the council on the pier:",
        "\"Nobody was hurt in the storm.\"")
        == ["Mayor Ann Reed|wrote|Nobody was hurt in the storm."])
    #expect(
      quotes("The following ships were lost.", "\"Nobody was hurt in the storm.\"")
        == ["-|-|Nobody was hurt in the storm."])
  }

  @Test func aQuotationOverParagraphsClosesOnce() {
    #expect(
      quotes("Reed said: \u{201C}It is done.", "\u{201C}We go home.\u{201D}")
        == ["Reed|said|It is done.\n\n\u{201C}We go home."])
    // Only the last paragraph has a mark.
    #expect(
      quotes(
        "Reed said: \u{201C}It is done.", "We go home.", "Nobody was hurt.\u{201D}", "He left.")
        == ["Reed|said|It is done.\n\nWe go home.\n\nNobody was hurt."])
    #expect(
      quotes("Reed said: \"It is done.", "We go home.\"")
        == ["Reed|said|It is done.\n\nWe go home."])
    // One that stays open does not reach over the next quotation.
    #expect(
      quotes("Reed said: \u{201C}It is done.", "Olsen said: \u{201C}We all go home.\u{201D}")
        == ["Reed|said|It is done.", "Olsen|said|We all go home."])
  }

  @Test func titlesAndScareQuotesAreNoSpeech() {
    #expect(quotes("They launched the \u{201C}Handbook for Open Harbours.\u{201D}").isEmpty)
    #expect(quotes("A so-called \"green\" levy came.").isEmpty)
    #expect(quotes("An unclosed \u{201C}mark and no more").isEmpty)
  }
}

@Suite struct QuoteAttributionRulesTests {
  /// Each quotation as "source|cue|words".
  private func quotes(_ paragraph: String) -> [String] {
    let tokens = Tokens(Text(paragraph))
    let block = Block(.paragraph, Span(0, paragraph.utf8.count))
    func words(_ range: ClosedRange<Int>?) -> String {
      range.map {
        tokens.text[Span(tokens[$0.lowerBound].span.start, tokens[$0.upperBound].span.end)]
      } ?? "-"
    }
    return QuoteAttributor(tokens, blocks: [block]).quotes(minWords: 4).map { quote in
      "\(words(quote.attribution?.source))|\(words(quote.attribution?.cue))|"
        + tokens.text[quote.span]
    }
  }

  @Test(
    arguments: [
      (
        "\"We are proud\" of the crew, the dock workers and the pilots, Mayor Ann Reed said.",
        "Mayor Ann Reed|said|We are proud"
      ),
      ("\"We are proud\" of the crew, said Reed.", "Reed|said|We are proud"),
      ("\"Leave the pier,\" Reed barked and the crowd left.", "Reed|barked|Leave the pier,"),
      (
        "\"Leave the pier,\" the harbour pilot thundered.",
        "the harbour pilot|thundered|Leave the pier,"
      ),
      (
        "\"Thanks to you all,\" said master of the port Ann Reed.",
        "Ann Reed|said|Thanks to you all,"
      ),
      ("In a radio interview Reed declared \"we are done\".", "Reed|declared|we are done"),
      (
        "In Oslo, Mayor Reed thanked them, saying, \"You did it.\"",
        "Mayor Reed|saying|You did it."
      ),
      (
        "Reed was tired of Olsen's comments Friday, telling them, \"That is enough now.\"",
        "Reed|telling|That is enough now."
      ),
      (
        "But Sen. Ann Reed (D-Ill.), noting the size of Olsen's fleet, said, \"It is too big.\"",
        "Sen. Ann Reed|said|It is too big."
      ),
      ("When the rain began, he laughed and said, \"At last.\"", "he|said|At last."),
      ("She wrote: \"done.\"", "She|wrote|done."),
      ("Mayor Ann Reed on Friday declared \"we are done\".", "Mayor Ann Reed|declared|we are done"),
      ("Reed likened the levy to \"burning the boats\".", "Reed|likened|burning the boats"),
      ("Reed has used the phrase \"dry harbours\" often.", "Reed|used|dry harbours"),
      (
        "The petition accuses the port of \"trying to scare the crews into silence for years\".",
        "The petition|accuses|trying to scare the crews into silence for years"
      ),
      (
        "Reed mocked the \"experts,\" saying, \"None of them has seen a ship.\"",
        "Reed|saying|None of them has seen a ship."
      ),
      (
        "\u{201C}He is 6\u{2019}2\u{201D} tall,\u{201D} Reed said.",
        "Reed|said|He is 6\u{2019}2\u{201D} tall,"
      ),
    ])
  func whoSpeaks(_ paragraph: String, _ expected: String) {
    #expect(quotes(paragraph) == [expected])
  }

  @Test(
    arguments: [
      "In an interview on Channel Four's \"Meet the Port\" Reed said that the pier is safe.",
      "Rep. Robert \"Bob\" Reed told the council that the pier is safe.",
      "Voters in the \"Sink or Swim\" crowd suggest that the pier is safe.",
    ])
  func namesAreNoSpeech(_ paragraph: String) {
    #expect(quotes(paragraph).isEmpty)
  }
}

@Suite struct TurnLabelsTests {
  private func labels(_ string: String) -> [String] {
    let text = Text(string)
    return TurnLabels(Tokens(text)).labels().map { text[$0.span] }
  }

  @Test func theFormsOfLabels() {
    #expect(
      labels("MR. O'BRIEN: Hello.\n\nQ Why now?\n\nMR. O'BRIEN: Well.")
        == ["MR. O'BRIEN", "Q", "MR. O'BRIEN"])
    #expect(
      labels("Q. Why?\n\nTHE PRESIDENT. Because.\n\nQ. When?") == ["Q", "THE PRESIDENT", "Q"])
    #expect(
      labels("QUESTION: Why?\n\nSENATOR REED (D-OH): Because.\n\nQUESTION: So?").count == 3)
    #expect(
      labels("Reed: Hello.\n\nOlsen: Hello.\n\nReed: Well.\n\nOlsen: Yes.").count == 4)
  }

  @Test func whatIsNoTranscript() {
    #expect(labels("WHO: Reed\n\nWHAT: A talk\n\nWHEN: Friday").isEmpty)
    #expect(labels("Note: one\n\nAlso: two").isEmpty)
    #expect(labels("MR. REED: Hello.").isEmpty)
  }
}
