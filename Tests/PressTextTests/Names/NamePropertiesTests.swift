import PressModel
import Testing

@testable import PressText

/// SplitMix64, so that a failure can be had again.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct NamePropertiesTests {
  private static let pieces = [
    "The", "Council", "of", "and", "(", ")", ",", ".", "Mr", "Jane", "Doe", "U.S.", "Inc", "for",
    "’s", "'s", "–", "-", "al", "NATO", "\n", "\n\n", "\u{201C}", "\u{201D}", "\"", "Georgia",
    "Texas", "Act", "will", "be", "hosted", "by", "pledged", "1998", "J.", "Å", "日本", "😀", "@",
    "+1", "202-555-0143", "a@b.example", ":", "Minister", "said", "which", "v", "Roe", "É",
  ]

  private func text(_ random: inout Random) -> String {
    (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (Self.pieces.randomElement(using: &random) ?? "")
        + (Bool.random(using: &random) ? " " : "")
    }.joined()
  }

  @Test func everyMentionStandsInTheText() {
    var random = Random(state: 2007)
    for _ in 0..<2000 {
      let text = Text(text(&random))
      let names = Names(Tokens(text))
      var last = 0
      for span in names.spans {
        #expect(span.tokens.lowerBound >= last)
        #expect(!span.tokens.isEmpty)
        last = span.tokens.upperBound
      }
      let mentions =
        names.people.flatMap(\.mentions) + names.organizations.flatMap(\.mentions)
        + names.places.flatMap(\.mentions) + WorkTitles(names).works().flatMap(\.mentions)
      for mention in mentions {
        #expect(text.holds(mention.span) && !mention.span.isEmpty)
        #expect(text[mention.span] == mention.text)
      }
      for name in names.people.map(\.name) + names.organizations.map(\.name) {
        #expect(text.string.contains(name))
      }
    }
  }

  @Test func clausesAndDetailsStandInTheText() {
    var random = Random(state: 14)
    for _ in 0..<2000 {
      let text = Text(text(&random))
      let names = Names(Tokens(text))
      let actors = names.places.flatMap(\.mentions)
        .map { CommitmentClauses.Actor(span: $0.span, name: $0.text) }
      let clauses = CommitmentClauses(names.words, actors: actors)
      for mention in clauses.commitments(in: text.span).flatMap(\.mentions) {
        #expect(text[mention.span] == mention.text && !mention.text.isEmpty)
      }
      for detail in ContactDetails(text).details(in: text.span) {
        #expect(text.holds(detail.span) && !detail.span.isEmpty)
      }
    }
  }

  @Test func arbitraryBytesAreSurvived() {
    var random = Random(state: 9)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let text = Text(utf8: bytes)
      let names = Names(Tokens(text))
      #expect(names.spans.allSatisfy { text.holds(names.words.span($0.tokens)) })
    }
  }

  private static func manyNames(_ count: Int) -> Text {
    let first = ["Jane", "John", "Mary", "Paul", "Anna", "Karl", "Rosa", "Omar"]
    return Text(
      (0..<count).map { index in
        "\(first[index % 8]) \(first[index / 8 % 8])son\(index % 977) met the Council of Tides."
      }.joined(separator: " "))
  }

  /// A linker that compares every mention with every other would take minutes.
  @Test(.timeLimit(.minutes(1))) func manyNamesTakeLinearTime() {
    let names = Names(Tokens(Self.manyNames(20_000)), tagger: RuleNameTagger())
    #expect(names.organizations.count >= 1)
  }

  /// So would a tagger that looks at all of a text for each of its names; without optimisation the
  /// weights of a token take longer than its rules, hence fewer names.
  @Test(.timeLimit(.minutes(1))) func manyNamesAreTaggedInLinearTime() {
    #expect(Names(Tokens(Self.manyNames(2000))).organizations.count >= 1)
  }
}
