import PressModel
import PressStage
import Testing

@testable import Extract

/// What a page says of itself, on small pages of each kind that once was read wrong.
@Suite struct HTMLHeadTests {
  private static let body = SmallPage.body

  private func metadata(_ body: String, head: String = "") throws -> PressModel.Metadata {
    try SmallPage.metadata(body, head: head)
  }

  // Titles

  @Test func theSitesNameInTheFirstHeadingIsNoTitle() throws {
    let found = try metadata(
      "<header><h1><a href=/>The Daily Town</a></h1></header><h2>Market Stays Open</h2>\(Self.body)",
      head: """
        <title>Market Stays Open | The Daily Town</title>
        <meta property="og:site_name" content="The Daily Town">
        """)
    #expect(found.title == "Market Stays Open")
  }

  @Test(arguments: [
    "The Old Market Stays Open | The Daily Town", "The Old Market Stays Open - The Daily Town",
    "The Old Market Stays Open – The Daily Town",
  ])
  func theSitesNameIsTakenOff(_ title: String) throws {
    let found = try metadata(
      Self.body,
      head: """
        <title>\(title)</title><meta property="og:site_name" content="The Daily Town">
        """)
    #expect(found.title == "The Old Market Stays Open")
  }

  @Test func theTitleIsQuotedAsPrinted() throws {
    let found = try metadata(
      "<h1>Market “Stays Open”</h1>\(Self.body)", head: "<title>Market \"Stays Open\"</title>")
    #expect(found.title == "Market “Stays Open”")
    #expect(found.evidence["title"]?.field == "h1")
  }

  // Days

  @Test func lineEndsInStringsOfJSONAreForgiven() throws {
    let found = try metadata(
      Self.body,
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market
        Stays", "datePublished": "2020-04-01T08:00:00+0200"}</script>
        """)
    #expect(found.published == "2020-04-01T08:00:00+02:00")
  }

  @Test func theEvidenceOfJSONIsTheStringItself() throws {
    let head = #"""
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fish \u0026 Chips Stay",
      "author": {"@type": "Person", "name": "Jane \u0022Jo\u0022 Roe"}, "datePublished": "2020-04-01"}
      </script>
      """#
    let page = "<!doctype html><html><head>\(head)</head><body>\(Self.body)</body></html>"
    let found = try reading(bytes(page), with: HTML()).metadata
    let span = try #require(found.evidence["published"]?.source)
    let words = Array(page.utf8)[span.start..<span.end]
    #expect(String(decoding: words, as: UTF8.self) == "2020-04-01")
  }

  @Test(arguments: [
    "<link rel=canonical href=https://town.example/news/2019/05/03/market>",
    "<meta property=og:url content=https://town.example/news/2019/may/03/market>",
    "<link rel=canonical href=Market><meta property=og:url content=https://t.example/2019/5/3/m>",
  ])
  func theAddressSaysWhichNumberIsTheMonth(_ head: String) throws {
    let found = try metadata(
      "<h1>The Market Stays Open</h1><p class=date>03/05/2019</p>\(Self.body)", head: head)
    #expect(found.published == "2019-05-03")
  }

  @Test func anotherDateSaysWhichNumberOfAnAttributeIsTheMonth() throws {
    let found = try metadata(
      """
      <h1>The Market Stays Open</h1><time datetime="03-05-2019">03-05-2019</time>\(Self.body)
      <aside><a href=/m>The Market Stays Open</a><time datetime="2019-05-03">May 3</time></aside>
      """)
    #expect(found.published == "2019-05-03")
  }

  @Test func theDayOfAPageThatIsNoNewsMustBePrinted() throws {
    let head = """
      <script type="application/ld+json">{"@type": "Article", "datePublished": "2020-04-01"}</script>
      """
    #expect(try metadata(Self.body, head: head).published == nil)
    let printed = "<h1>Market Stays</h1><p class=date>1 April 2020</p>\(Self.body)"
    #expect(try metadata(printed, head: head).published == "2020-04-01")
  }

  @Test func wordsOfTheAddressTellATitleFromTheNameOfASection() throws {
    let head = """
      <title>Old Bridge Closed for Repairs | Works</title>
      <link rel=canonical href="https://example.org/works/2020/old-bridge-closed-for-repairs.html">
      """
    let found = try metadata("<h1>Works and Roads</h1>\(Self.body)", head: head)
    #expect(found.title == "Old Bridge Closed for Repairs")
  }

  @Test func aDayPrintedUnderTheTitleIsFound() throws {
    let found = try metadata(
      "<h1>Market Stays</h1><p class=post-date>Published May 3, 2019</p>\(Self.body)")
    #expect(found.published == "2019-05-03")
  }

  /// What stands in a list of other stories says nothing against the line below the title.
  @Test func aDayThatOtherStoriesShareIsStillTheDayOfIssue() throws {
    let others = (1...3).map { "<li><a href=/\($0)>Story \($0)</a> <span>4 May 2021</span></li>" }
    let found = try metadata(
      """
      <h1>Market Stays Open</h1><p class=date>4 May 2021</p>\(Self.body)
      <aside class=related><h2>More stories</h2><ul>\(others.joined())</ul></aside>
      """)
    #expect(found.published == "2021-05-04")
  }

  @Test(arguments: [
    "<h1>Market Stays</h1><p>November 2015</p>\(body)",
    "<h1>Market Stays</h1>\(body)<aside><h6>Date</h6><p>November\t2015</p></aside>",
  ])
  func aMonthIsTheDateOfIssueWhereThePagePrintsNoMore(_ page: String) throws {
    let found = try metadata(page)
    #expect(found.published == "2015-11")
    #expect(found.evidence["published"]?.text == "November 2015")
  }

  @Test(arguments: [
    // Of a revision, of another story, within the article, and one of two.
    "<h1>Market Stays</h1><p class=updated>November 2015</p>\(body)",
    "<h1>Market Stays</h1>\(body)<aside class=related><h6>Date</h6><p>November 2015</p></aside>",
    "<h1>Market Stays</h1>\(body)<p>November 2015</p>\(body)",
    "<h1>Market Stays</h1><p>November 2015</p><p>March 2016</p>\(body)",
  ])
  func aMonthOfSomethingElseIsNot(_ page: String) throws {
    #expect(try metadata(page).published == nil)
  }

  @Test func aDayStandsBeforeAMonth() throws {
    let found = try metadata(
      "<h1>Market Stays</h1><p>November 2015</p><p class=date>3 December 2015</p>\(Self.body)")
    #expect(found.published == "2015-12-03")
  }

  @Test func aDayOfOtherStoriesAloneIsNoDayOfIssue() throws {
    let others = (1...3).map { "<li><a href=/\($0)>Story \($0)</a> <span>4 May 2021</span></li>" }
    let found = try metadata(
      """
      <h1>Market Stays Open</h1>\(Self.body)
      <aside class=related><h2>More stories</h2><ul>\(others.joined())</ul></aside>
      """)
    #expect(found.published == nil)
  }

  @Test func aDayOfTheStorysProseIsNotItsDayOfIssue() throws {
    let found = try metadata(
      """
      <h1>Market Stays</h1>\(Self.body)
      <p>The market had opened on May 3, 2019, when the old hall was closed, and it will stay where
      it is, the mayor said, until the new hall is built.</p>\(Self.body)
      """)
    #expect(found.published == nil)
  }

  @Test func anotherFieldTellsMonthFromDay() throws {
    let found = try metadata(
      "<h1>Market Stays</h1><p class=date>Published 03/05/2019</p>\(Self.body)",
      head: "<meta property=article:published_time content=2019-05-03T09:00:00Z>")
    #expect(found.published == "2019-05-03T09:00:00Z")
  }

  // Authors

  @Test(arguments: [
    "<p>By Jane Roe</p>", "<p class=byline>By <a href=/authors/jane-roe>Jane Roe</a></p>",
    "<div class=author><span>Written by:</span> <span>Jane Roe</span><span>Staff Writer</span></div>",
    "<p class=byline>Posted by Jane Roe on May 3, 2019</p>",
    "<p class=post-author>Text by Jane Roe, Senior Editor</p>",
  ])
  func aBylineGivesItsName(_ line: String) throws {
    let found = try metadata("<h1>Market Stays Open</h1>\(line)\(Self.body)")
    #expect(found.authors == ["Jane Roe"])
  }

  @Test func allOfABylinesNamesAreAuthors() throws {
    let found = try metadata(
      "<h1>Market Stays Open</h1><p class=byline>By Jane Roe and John Miller</p>\(Self.body)")
    #expect(found.authors == ["Jane Roe", "John Miller"])
  }

  @Test func aPersonIsPreferredToTheSite() throws {
    let found = try metadata(
      "<h1>Market Stays Open</h1><p class=byline>By Jane Roe</p>\(Self.body)",
      head: """
        <meta property="og:site_name" content="The Daily Town">
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market Stays Open",
        "author": {"@type": "Organization", "name": "The Daily Town"}}</script>
        """)
    #expect(found.authors.first == "Jane Roe")
  }

  @Test func whoReviewedIsNotWhoWrote() throws {
    let found = try metadata(
      """
      <h1>Market Stays Open</h1><p class=byline>By Jane Roe</p>
      <p class=reviewer>Medically reviewed by John Miller</p>\(Self.body)
      """)
    #expect(found.authors == ["Jane Roe"])
  }

  @Test func authorsMayStandElsewhereInTheGraph() throws {
    let found = try metadata(
      Self.body,
      head: """
        <script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Market",
        "author": {"@id": "#j"}}, {"@type": "Person", "@id": "#j", "name": "Jane Roe"}]}</script>
        """)
    #expect(found.authors == ["Jane Roe"])
  }

  // The rest

  @Test func theBreadcrumbLeavesThePageOut() throws {
    let found = try metadata(
      """
      <nav class=breadcrumb><ol><li><a href=/>Home</a></li><li><a href=/n>News</a></li>
      <li>Market Stays Open</li></ol></nav><h1>Market Stays Open</h1>\(Self.body)
      """)
    #expect(found.breadcrumb == ["Home", "News"])
  }

  @Test func theLocaleGivesTheLanguageWhereTheElementDoesNot() throws {
    let page = """
      <!doctype html><html><head><meta property="og:locale" content="de_AT"></head>
      <body>\(Self.body)</body></html>
      """
    let found = try reading(bytes(page), with: HTML()).metadata
    #expect(found.language == "de-AT")
    #expect(found.evidence["language"]?.text == "de_AT")
  }

  // Authors and subtitles of several forms

  @Test func everyAuthorOfACitationIsTaken() throws {
    let names = ["Jane Roe", "John Doe", "Ann Olsen"]
    let metas = names.map { "<meta name=citation_author content='\($0)'>" }.joined()
    #expect(try metadata("<h1>Tides</h1>\(Self.body)", head: metas).authors == names)
    let sorted = "<meta name=citation_author content='Roe, Jane'>"
    #expect(try metadata("<h1>Tides</h1>\(Self.body)", head: sorted).authors == ["Roe, Jane"])
  }

  @Test func anAuthorMayBeOneOfSeveral() throws {
    let found = try metadata(
      "<h1>Tides of the Coast</h1><div>Author(s)</div><div>Jane Roe</div>\(Self.body)")
    #expect(found.authors == ["Jane Roe"])
  }

  @Test(arguments: ["undefined", "null"])
  func aValueThatWasNeverGivenIsNoAuthor(_ value: String) throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)", head: "<meta name=author content='\(value)'>")
    #expect(found.authors.isEmpty)
  }

  @Test func theOpeningOfTheTextIsNoSubtitle() throws {
    let cut = "The council met on Tuesday evening and decided, after three hou"
    for end in ["", "...", "…", " […]"] {
      let found = try metadata(
        "<h1>Market Stays</h1>\(Self.body)", head: "<meta name=description content='\(cut)\(end)'>")
      #expect(found.subtitle == nil)
    }
    let other = "Traders had asked for it, and the town had waited."
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)", head: "<meta name=description content='\(other)'>")
    #expect(found.subtitle == other)
  }
}
