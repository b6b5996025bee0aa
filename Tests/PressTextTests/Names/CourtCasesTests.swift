import PressModel
import Testing

@testable import PressText

/// Court cases are works, and their parties nobody that a text speaks of.
@Suite struct CourtCasesTests {
  private func works(_ text: String) -> [String] {
    WorkTitles(Names(Tokens(Text(text)))).works().map(\.title)
  }

  private func bodies(_ text: String) -> [String] {
    Names(Tokens(Text(text))).organizations.map(\.name)
  }

  @Test(
    arguments: [
      ("They read Nyberg v. Board of Education in May.", ["Nyberg v. Board of Education"]),
      ("In Nyberg v. Lund, the Court ruled for her.", ["Nyberg v. Lund"]),
      (
        "They cite Norvik Foods, Inc. v. Harbor Commission of Lima.",
        ["Norvik Foods, Inc. v. Harbor Commission of Lima"]
      ),
      ("The Supreme Court decided Nyberg vs. Lund in May.", ["Nyberg vs. Lund"]),
      ("They saw Lima vs. Oslo on television.", []),
      ("They read part v. of the letter.", []),
    ])
  func casesAreWorks(text: String, works: [String]) {
    #expect(self.works(text) == works)
  }

  @Test func partiesAreNoBodies() {
    #expect(bodies("They read Nyberg v. Board of Education in May.") == [])
    #expect(
      bodies("They read Nyberg v. Lund Supreme Court papers and wrote to the Lima Council.")
        == ["Supreme Court", "Lima Council"])
  }
}
