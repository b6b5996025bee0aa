import PressModel
import Testing

@testable import PressText

/// The forms and acronyms of one work.
@Suite struct WorkFormsTests {
  private func works(_ text: String) -> [String] {
    WorkTitles(Names(Tokens(Text(text)))).works().map { "\($0.title) \($0.mentions.count)" }
  }

  private func bodies(_ text: String) -> [String] {
    Names(Tokens(Text(text))).organizations.map(\.name)
  }

  @Test(
    arguments: [
      (
        "She brought in the Harbor Investment and Defense (HIDE) Act. The HIDE Act is short.",
        ["Harbor Investment and Defense (HIDE) Act 2"]
      ),
      (
        "She brought in the Good Deeds for Every Estate (Good DEED) Act. The Good DEED Act is "
          + "short.",
        ["Good Deeds for Every Estate (Good DEED) Act 2"]
      ),
      (
        "They passed the Tidal Investment and Renewal Act (TIDE Act). The TIDE Act is short.",
        ["Tidal Investment and Renewal Act 3"]
      ),
      (
        "They passed the Bipartisan Tidal Waters Act. The Tidal Waters Act is short.",
        ["Tidal Waters Act 2"]
      ),
      (
        "They passed the Norwegian Rescue Plan. The Rescue Plan is long.",
        ["Norwegian Rescue Plan 2"]
      ),
      (
        "The Constitution of the United States is old. They read the U.S. Constitution.",
        ["Constitution of the United States 2"]
      ),
      (
        "She wrote the Improving Workers’ Access to Harbors Act. The federal Defense of Rivers Act "
          + "is old, and they like the 21st Century Road to Rivers Act.",
        [
          "Improving Workers’ Access to Harbors Act 1", "Defense of Rivers Act 1",
          "21st Century Road to Rivers Act 1",
        ]
      ),
      (
        "They passed the Harbor Act for Fiscal Year 2024. The Harbor Act is long, and a House "
          + "Resolution is short.",
        ["Harbor Act for Fiscal Year 2024 2"]
      ),
      // Two titles that "and" joins, and one that is "under" another.
      (
        "They passed the Clean Ports Act and Tidal Waters Act. The Tidal Waters Act is short.",
        ["Clean Ports Act 1", "Tidal Waters Act 2"]
      ),
      (
        "They read the Lima Harbor Code and the Oslo Harbor Code. The Harbor Code is old.",
        ["Lima Harbor Code 1", "Oslo Harbor Code 1", "Harbor Code 1"]
      ),
    ])
  func formsOfOneTitle(text: String, works: [String]) {
    #expect(self.works(text) == works)
  }

  @Test func wordsOfALawsTitleAreNoBodies() {
    #expect(
      bodies("She brought in the Sensible School Supper Act and the Helping Harbors (HH) Act.")
        == [])
    #expect(
      bodies("The Lima Tide Foundation met, and they passed the Lima Tide Foundation Act.")
        == ["Lima Tide Foundation"])
  }

  @Test func acronymsOfTitlesAreTheWorks() {
    let explained =
      "They cited the Foreign Harbors Act (FHA). The FHA is old, and they read the FHA’s text."
    #expect(works(explained) == ["Foreign Harbors Act 4"])
    #expect(bodies(explained) == [])
    let plain = "They passed the Harbor Investment and Jobs Act. The HIJA gave them ports."
    #expect(works(plain) == ["Harbor Investment and Jobs Act 2"])
    #expect(bodies(plain) == [])
    // What the text explains by another name is none of the title's.
    let other =
      "They passed the Harbor Investment Act. The Harbor Institute of America (HIA) met, and the "
      + "HIA elected a chair."
    #expect(works(other) == ["Harbor Investment Act 1"])
    #expect(bodies(other) == ["Harbor Institute of America"])
  }
}
