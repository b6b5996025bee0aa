import PressModel
import PressStage
import Testing

@testable import Extract

/// The kind of document that an HTML page is, by what it says of itself.
@Suite struct HTMLKindTests {
  private static let prose = SmallPage.prose
  private static let body = SmallPage.body

  private func metadata(_ body: String, head: String = "") throws -> PressModel.Metadata {
    let page = SmallPage.page(body, head: head)
    return try reading(page, with: HTML(), then: Extract.Metadata()).metadata
  }

  @Test(arguments: [
    ("Press release", DocumentKind.pressRelease), ("Speech", .remarks),
    ("Press Release | 3 May 2019", .pressRelease), ("3 May 2019 – Fact Sheet", .factSheet),
    ("Media Advisory", .advisory), ("Written statement to Parliament", .statement),
  ])
  func aLabelBesideTheTitle(_ label: String, _ kind: DocumentKind) throws {
    let found = try metadata("<main><p>\(label)</p><h1>Market Stays</h1>\(Self.body)</main>")
    #expect(found.kind == kind)
    #expect(found.evidence["kind"]?.field == "label")
  }

  @Test func theTitleSaysMoreThanTheLabel() throws {
    let found = try metadata(
      "<main><p>Press release</p><h1>Remarks by the Mayor on the Market</h1>\(Self.body)</main>")
    #expect(found.kind == .remarks)
  }

  @Test func aMenuIsNoLabel() throws {
    let found = try metadata(
      "<nav><ul><li><a href=/p>Speeches</a></li></ul></nav><h1>Market Stays</h1>\(Self.body)")
    #expect(found.kind != .remarks)
  }

  @Test func theShelfOfABreadcrumb() throws {
    let found = try metadata(
      """
      <ol class=breadcrumb><li><a href=/>Home</a></li><li><a href=/p>Press releases</a></li>
      <li>Market Stays</li></ol><h1>Market Stays</h1>\(Self.body)
      """)
    #expect(found.kind == .pressRelease)
  }

  @Test func theSectionInLinkedData() throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)",
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market Stays",
        "articleSection": ["Town", "Speeches"]}</script>
        """)
    #expect(found.kind == .remarks)
    #expect(found.evidence["kind"]?.text == "Speeches")
  }

  @Test func theFolderOfThePagesAddress() throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)",
      head: """
        <link rel=canonical href="https://town.example/news/media-advisories/2019/market?x=/speech/y">
        """)
    #expect(found.kind == .advisory)
    #expect(found.evidence["kind"]?.text == "media-advisories")
  }

  @Test(arguments: ["news", "media/releases"])
  func theEndOfAnAddressIsNoFolder(_ path: String) throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)",
      head: "<link rel=canonical href='https://town.example/\(path)'>")
    #expect(found.evidence["kind"] == nil)
  }

  @Test(arguments: [
    "Toast with Butter and Jam", "Speech Therapy at Home", "Statement Rings to Wear in Spring",
    "Testimony-Based Learning",
  ])
  func aWordOfATitleIsNoKind(_ title: String) throws {
    let found = try metadata(
      "<h1>\(title)</h1>\(Self.body)", head: "<meta property=og:type content=article>")
    #expect(found.kind == .article)
  }

  @Test func anArticleOfAnAgencyHasADateline() throws {
    let found = try metadata(
      "<h1>Market Stays</h1><p>LYON, May 3 – \(Self.prose)</p><p>\(Self.prose)</p>",
      head: "<meta property=og:type content=article>")
    #expect(found.kind == .article)
    #expect(found.place?.text == "LYON")
  }

  @Test func anArticleOfTurnsIsATranscript() throws {
    let turns = (0..<6).map { _ in
      "<p>QUESTION: Will the market stay where it is, or will it go to the old harbour soon?</p>"
        + "<p>MR. ROE: It will stay, as I said on Tuesday, and the traders know that it will.</p>"
    }
    let found = try metadata(
      "<h1>Market Stays</h1>\(turns.joined())", head: "<meta property=og:type content=article>")
    #expect(found.kind == .briefingTranscript)
  }

  @Test func namesOfThingsBeforeADashAreNoPlace() throws {
    let found = try metadata(
      "<h1>Two Tools</h1><p>Pliers — \(Self.prose)</p><p>Denver — \(Self.prose)</p>")
    #expect(found.place?.text == "Denver")
  }

  // Pages that list others

  private static let teasers = (1...12).map { number in
    """
    <li><h3><a href=/n/\(number)>The market of quarter number \(number) stays open</a></h3>
    <p>The council decided on Tuesday that the market of quarter number \(number) may stay.</p></li>
    """
  }.joined()

  @Test func aListOfTeasersIsAnIndex() throws {
    #expect(try metadata("<h1>Around Town</h1><ul>\(Self.teasers)</ul>").kind == .indexPage)
  }

  @Test(arguments: ["Press Releases", "Speeches", "News Archive", "News | Town of Ny"])
  func aShelfOfFewTeasersIsAnIndex(_ title: String) throws {
    let few = Self.teasers.components(upTo: 5)
    let found = try metadata("<h1>\(title)</h1><ul>\(few)</ul>", head: "<title>\(title)</title>")
    #expect(found.kind == .indexPage)
  }

  @Test func anArticleAboveManyTeasersIsNone() throws {
    let found = try metadata("<h1>Market Stays</h1>\(Self.body)<ul>\(Self.teasers)</ul>")
    #expect(found.kind != .indexPage)
  }

  @Test func shortNewsThatSaysItIsAnArticleIsNone() throws {
    let found = try metadata(
      "<h1>Market Stays</h1><p>\(Self.prose)</p><ul>\(Self.teasers)</ul>",
      head: "<meta property=og:type content=article>")
    #expect(found.kind != .indexPage)
  }

  @Test func aMenuIsNoList() throws {
    let found = try metadata("<nav><ul>\(Self.teasers)</ul></nav><h1>About Us</h1><p>Hello.</p>")
    #expect(found.kind != .indexPage)
  }
}

extension String {
  /// The first items of a list.
  fileprivate func components(upTo count: Int) -> String {
    split(separator: "<li>", omittingEmptySubsequences: true).prefix(count)
      .map { "<li>\($0)" }.joined()
  }
}
