import PressModel
import PressText
import Testing

@Suite struct ReconcilerTests {
  /// "relation: claim = computed" of each claim; "!" where it does not agree.
  private func claims(_ string: String) -> [String] {
    let text = Text(string)
    return Reconciler(Tokens(text)).claims(in: Span(0, text.bytes.count)).map {
      "\($0.relation.rawValue): \(text[$0.claim]) = \($0.computed.written)\($0.agrees ? "" : "!")"
    }
  }

  @Test(arguments: [
    ("The port sold 240 boats, 65 barges and 12 ferries, a total of 317.", "sum: 317 = 317"),
    ("The port sold 240 boats, 65 barges and 12 ferries, a total of 327.", "sum: 327 = 317!"),
    (
      "It lent $2 million to Orla and $3.5 million to Pell, totaling $5.5 million.",
      "sum: $5.5 million = 5500000"
    ),
    (
      "It lent $2 million to Orla and $3.5 million to Pell, totaling $6.5 million.",
      "sum: $6.5 million = 5500000!"
    ),
    ("It sank 40 barges and 30 ferries, 70 in all.", "sum: 70 = 70"),
    ("A total of 90 crews came: 40 from Orla, 30 from Pell and 10 from Wick.", "sum: 90 = 80!"),
  ])
  func sums(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(arguments: [
    ("Of the crews, 24 of the 30 members, or 80 percent, voted.", "share: 80 percent = 80"),
    ("Of the crews, 24 of the 30 members, or 85 percent, voted.", "share: 85 percent = 80!"),
    ("It got $30 million, or 75 percent of the $40 million budget.", "share: 75 percent = 75"),
    (
      "It got $30 million in loans, which is 65 percent of its total $40 million budget.",
      "share: 65 percent = 75!"
    ),
    ("Inspectors closed 21 (70%) of 30 piers.", "share: 70% = 70"),
    ("Inspectors closed 21 (60%) of 30 piers.", "share: 60% = 70!"),
  ])
  func shares(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(arguments: [
    (
      "It spent 20 percent of its $4.5 million budget, or $900,000, on lights.",
      "part: $900,000 = 900000"
    ),
    (
      "It spent 20 percent of its $4.5 million budget, or $700,000, on lights.",
      "part: $700,000 = 900000!"
    ),
  ])
  func parts(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(arguments: [
    ("Fees rose from $40 to $50, an increase of 25 percent.", "change: 25 percent = 25"),
    ("Fees rose from $40 to $50, an increase of 30 percent.", "change: 30 percent = 25!"),
    ("Landings fell from 80 to 60, a 25 percent decrease.", "change: 25 percent = 25"),
    ("Landings fell 40 percent, from 80 to 60.", "change: 40 percent = 25!"),
    ("Landings were 60, against 80 in May, a decrease of 25 per cent.", "change: 25 per cent = 25"),
    ("Losses decreased by 8% (from 6.5 to 6.0 per 100 trips).", "change: 8% = 7.7"),
    ("Landings reached 50, up 25 percent from 40.", "change: 25 percent = 25"),
  ])
  func changes(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(arguments: [
    "It gave $1.26 million and $2.37 million, a total of $3.6 million.",
    "It lent $200 million and $300 million, a total of $512 million.",
    "It sold 52 boats and 49 rafts, about 100 in all.",
    "Of the crews, 101 of the 300, or 34 percent, were late.",
    "Of the crews, 2 of the 3, or 66.6 percent, were late.",
    "Fees rose from $29 to $45, an increase of more than 50 percent.",
  ])
  func whatRoundingAndWordsLeaveOpenAgrees(_ text: String) {
    let found = claims(text)
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.hasSuffix("!") })
  }

  @Test(arguments: [
    "", "A total of 5.", "Boats, a total of 90.",
    "The city opened 30 docks and 50 piers this year for a total of 270.",
    "It pays 12 and 15 dollars a day, a total of 90 per week.",
    "The 2 ships and 3 boats made 40 trips in all.",
    "Traffic rose 5 percent from 2019 to 2021.",
    "Fees rose from $40 to $50, an increase of 5 percent a year.",
    "It got $30 million, or 65 percent of what 12 banks and 40 funds had.",
    "It cut fees by 25 percent from $80 to $60, ending in an almost 50 percent cut since May.",
    "It moved boats from 40 to 60, from 12 to 15 and 3, a total of 90.",
    "It sold boats and barges for $40 and $50, including $12 in fees, a total of 300 boats.",
    "Each of the 12 crews and 15 teams got $90, a total of 900.",
    "Sales of 99999999999999999999 and 5 boats, a total of 7.",
    "It sold 9223372036854775807 boats and 5 barges, a total of 7 boats.",
  ])
  func whatClaimsNothingOfItsNumbersIsLeftAlone(_ text: String) {
    #expect(claims(text).filter { $0.hasSuffix("!") } == [])
  }
}
