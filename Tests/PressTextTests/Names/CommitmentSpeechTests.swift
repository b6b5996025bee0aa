import PressModel
import PressText
import Testing

/// What speakers take on in their own words.
@Suite struct CommitmentSpeechTests {
  /// The words and the verb of each commitment; one voice speaks the whole text.
  private func commitments(_ string: String, _ voices: Voices? = nil) -> [String] {
    let text = Text(string)
    let clauses = CommitmentClauses(
      Names(Tokens(text)).words, actors: [],
      voices: voices ?? Voices(turns: [Voices.Voice(span: text.span, name: "Eva Lie")]))
    return clauses.commitments(in: text.span).map { "\($0.actor): \($0.mention.text)" }
  }

  @Test(arguments: [
    (
      "We will provide $5 billion to the ports by 2030.",
      "We will provide $5 billion to the ports by 2030"
    ),
    ("And I\u{2019}m going to ban drift nets.", "I\u{2019}m going to ban drift nets"),
    ("I'll sign the bill on Monday.", "I'll sign the bill on Monday"),
    (
      "Today, we are announcing a new fund for ports.",
      "Today, we are announcing a new fund for ports"
    ),
    ("I am proud to announce a new pier.", "I am proud to announce a new pier"),
    (
      "I have directed the harbour office to open a pier.",
      "I have directed the harbour office to open a pier"
    ),
    ("We have pledged $3 million.", "We have pledged $3 million"),
    (
      "My administration will establish a harbour board.",
      "My administration will establish a harbour board"
    ),
    ("I pledge to open the pier.", "I pledge to open the pier"),
    ("This week, I signed an order on ports.", "This week, I signed an order on ports"),
    (
      "Over the next five years, we will build 500,000 boats.",
      "Over the next five years, we will build 500,000 boats"
    ),
    ("That is why we will suspend the levy.", "we will suspend the levy"),
    (
      "I will introduce legislation to open the pier.",
      "I will introduce legislation to open the pier"
    ),
  ])
  func findsWhatASpeakerTakesOn(_ text: String, _ expected: String) {
    #expect(commitments(text) == ["Eva Lie: \(expected)"])
  }

  @Test(arguments: [
    "We will see, and we will continue to talk.", "I'll take one more question.",
    "We will not sign the bill. I will never ban drift nets.",
    "If the board agrees, we will sign the lease.", "We will sign the lease if the board agrees.",
    "When we win, I will sign the bill.", "Together, we will launch a new day.",
    "They think we will ban drift nets.", "He said that we will sign the lease.",
    "The boats that we will launch are new.", "I'll give you an example of 5,000 boats.",
    "We will send a message to 200,000 people.", "We will provide an update.",
    "I will introduce my friend Ann Berg.", "I'll cut myself off.", "We're going to double down.",
    "I signed an order on ports in 2015.", "A year ago this week, I signed an order on ports.",
    "I have directed my comments to that.", "I promise to come back.",
    "Ann Berg and I are announcing a fund.", "We are going to sign it.",
    "I will add that the pier cost $5 million.", "Should we fail, we will withdraw our boats.",
    "We hope the board pays, and we will fund the pier.",
  ])
  func leavesTalkAlone(_ text: String) {
    #expect(commitments(text).isEmpty)
  }

  @Test func whatIsQuotedInATurnIsAnothers() {
    let text = "He wrote, \u{201C}We will ban drift nets\u{201D} and left."
    #expect(commitments(text).isEmpty)
    let turn = Voices.Voice(span: Text(text).span, name: "Eva Lie")
    let told = "Then, \u{201C}we will ban drift nets.\u{201D}"
    let inner = Span(9, 9 + "we will ban drift nets.".utf8.count)
    #expect(
      commitments(told, Voices(turns: [turn], quotes: [.init(span: inner, name: "Ann Berg")]))
        == ["Ann Berg: we will ban drift nets"])
    #expect(
      commitments(told, Voices(turns: [turn], quotes: [.init(span: inner, name: nil)])).isEmpty)
  }

  @Test func nobodySpeaksWithoutAVoice() {
    #expect(commitments("We will ban drift nets.", Voices()).isEmpty)
    let turn = Voices.Voice(span: Span(0, 23), name: nil)
    #expect(commitments("We will ban drift nets.", Voices(turns: [turn])).isEmpty)
  }
}
