import PressModel
import PressStage
import Testing

@testable import Extract

/// Pages of press offices, which are shorter than articles and built otherwise.
@Suite struct HTMLReleaseTests {
  private func read(_ body: String, title: String = "Ferry fund opens") throws -> Document {
    let page = """
      <!doctype html><html lang=en-GB><head><title>\(title)</title></head><body>
      <nav><a href=/>Home</a> <a href=/news>News</a></nav>\(body)
      <footer><p>© Ministry of Harbours</p></footer></body></html>
      """
    return try reading(bytes(page), with: HTML())
  }

  private static let lead = """
    The Ministry of Harbours opened a fund of £40 million for island ferries, the minister said, and it \
    will pay up to £2.5 million a year for each route
    """

  @Test func aReleaseKeepsItsListsTablesAndNotesToEditors() throws {
    let document = try read(
      """
      <div class=cookie-banner><p>We use cookies to make this site work. Accept all cookies?</p></div>
      <main><p class=label>Press release</p><h1>Ferry fund opens</h1><p>Published 12 May 2026</p>
      <p>\(Self.lead) until 2031.<sup><a href="#fn1">1</a></sup></p>
      <p>“No island should lose its boat,” said the minister, Jane Roe, on the pier on Monday.
      <a href="#fn2">[2]</a></p>
      <h2>Next steps</h2><ul><li>Applications open on 1 June 2026.</li></ul>
      <table><tr><th>Route</th><th>Grant</th></tr><tr><td>Skerry</td><td>£2.5m</td></tr></table>
      <h2>Notes to editors</h2><ol><li>The fund was announced on 3 March 2026.</li></ol>
      <ol><li id=fn1>The fund replaces the Pier Grant. <a href="#r1">↩</a></li></ol></main>
      """)
    #expect(document.metadata.kind == .pressRelease)
    #expect(document.metadata.published == "2026-05-12")
    #expect(
      document.words == [
        "\(Self.lead) until 2031.",
        "“No island should lose its boat,” said the minister, Jane Roe, on the pier on Monday.",
        "Next steps", "Applications open on 1 June 2026.", "Route Grant", "Skerry £2.5m",
        "Notes to editors", "The fund was announced on 3 March 2026.",
        "The fund replaces the Pier Grant.",
      ])
  }

  @Test(arguments: [
    ("<sup>2</sup>", "m2"), ("<a href=#map>[map of routes]</a>", "m[map of routes]"),
    ("<sup><a href=/notes>1</a></sup>", "m1"), ("<a href=#fn1><sup>1</sup></a>", "m"),
    ("<sup><a href=#fn1>†</a></sup>", "m"), ("<a href=#top>Top</a>", "mTop"),
  ])
  func onlyMarksOfNotesAreNoText(_ mark: String, _ word: String) throws {
    let document = try read("<main><p>\(Self.lead) of 300 m\(mark) and more.</p></main>")
    #expect(document.words == ["\(Self.lead) of 300 \(word) and more."])
  }

  @Test func aNoticeOfALineStandsBelowItsHeading() throws {
    let document = try read(
      """
      <div class=cookie-banner><p>We use some essential cookies to make this website work. We would \
      like to set additional cookies to understand how you use it and to improve it.</p></div>
      <main><h1>Town halls in May</h1><div><p>Monday, 4 May, noon, Port Olsen, Pier Hall</p>
      <p>Tuesday, 5 May, 5 pm, Skerry, School House</p></div>
      <form><p>Subscribe to our news by email</p></form></main>
      """, title: "Town halls in May")
    #expect(
      document.words == [
        "Monday, 4 May, noon, Port Olsen, Pier Hall", "Tuesday, 5 May, 5 pm, Skerry, School House",
      ])
  }

  @Test(arguments: [
    ("Ferry fund opens | Press Releases | Senator Roe", "Ferry fund opens"),
    ("Fact Sheet: Ferry fund opens", "Fact Sheet: Ferry fund opens"),
  ])
  func theNameOfAShelfIsNoTitleAndTheLabelOfAKindIs(_ given: String, _ title: String) throws {
    let document = try read(
      "<div id=content><div>\(title)</div><div><p>\(Self.lead).</p></div></div>", title: given)
    #expect(document.metadata.title == title)
    #expect(document.words == ["\(Self.lead)."])
  }

  @Test func aDayStandsByATitleThatIsNoHeading() throws {
    let document = try read(
      """
      <div class=top>The ferry fund opens</div><div><b>Port Olsen, May 12, 2026</b></div>
      <div><p>\(Self.lead).</p></div>
      """, title: "The ferry fund opens | Press Releases | Senator Roe")
    #expect(document.metadata.published == "2026-05-12")
  }
}
