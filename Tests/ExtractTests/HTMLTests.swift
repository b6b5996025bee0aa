import PressModel
import PressStage
import Testing

@testable import Extract

@Suite struct HTMLTests {
  private static let prose = """
    The council met on Tuesday evening and decided, after three hours, that the market will stay \
    where it is, the mayor said. The traders had asked for it.
    """

  private func read(_ body: String, head: String = "") throws -> Document {
    let page = "<!doctype html><html><head>\(head)</head><body>\(body)</body></html>"
    return try reading(bytes(page), with: HTML())
  }

  @Test func theArticleIsFoundBetweenMenus() throws {
    let document = try read(
      """
      <nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>
      <main><h1>Market Stays</h1><p>\(Self.prose)</p><p>\(Self.prose)</p></main>
      <footer><a href=/p>Privacy policy</a></footer>
      """, head: "<title>Market Stays | The City</title>")
    #expect(document.metadata.title == "Market Stays")
    #expect(document.words == [Self.prose, Self.prose])
  }

  @Test func linksKeepTheirTargetsAndTheBytesOfThem() throws {
    let document = try read(
      """
      <p><a href="/m?a=1&amp;b=2">The <b>market</b></a> will stay. \(Self.prose)</p>
      <p>See <a href="#notes">the notes</a> and <a href="mailto:a@b.example">write to us</a>
      and <a></a><a href="https://city.example/plan">the plan</a>. \(Self.prose)</p>
      """)
    #expect(document.links.map(\.target) == ["/m?a=1&b=2", "https://city.example/plan"])
    #expect(document.links.map { document.text[$0.span] } == ["The market", "the plan"])
    #expect(document.links.first?.source.count == 14)
  }

  @Test func aReferenceKeepsItsBytes() throws {
    let document = try read("<p>Fish &amp; chips were eaten, and \(Self.prose)</p>")
    let words = Array(document.text.string.utf8.prefix(6))
    #expect(String(decoding: words, as: UTF8.self) == "Fish &")
    let piece = try #require(document.map.pieces.first { $0.rule == .reference })
    #expect(piece.source.count == 5 && piece.text.count == 1)
  }

  @Test func linkedDataGivesDayAndAuthors() throws {
    let metadata = try read(
      "<p>\(Self.prose)</p>",
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market Stays",
        "datePublished": "2020-04-01", "author": [{"name": "Ann Roe"}, {"name": "Bo Doe"}]}</script>
        """
    ).metadata
    #expect(metadata.title == "Market Stays")
    #expect(metadata.published == "2020-04-01")
    #expect(metadata.authors == ["Ann Roe", "Bo Doe"])
    #expect(metadata.kind == .article)
  }

  @Test func aPageWithoutADayHasNone() throws {
    #expect(try read("<h1>Market</h1><p>\(Self.prose)</p>").metadata.published == nil)
  }

  @Test func deepNestingIsRead() throws {
    let depth = 20_000
    let page = String(repeating: "<div>", count: depth) + "<p>\(Self.prose)</p>"
    #expect(try read(page).text.string.contains("council met"))
  }
}

/// Pages whose scripts show what the source hides.
@Suite struct HiddenTextTests {
  private static let prose = """
    The council met on Tuesday evening and decided, after three hours, that the market will stay \
    where it is, the mayor said. The traders had asked for it, and the town had waited for long.
    """
  private static let article = String(repeating: "<p>\(prose)</p>", count: 8)
  private static let shell = """
    <h1>Market Stays</h1><p>Sign up for the letter of the town, which comes each Friday morning \
    at seven and tells what the week has brought, and you will miss nothing that the council does.</p>
    """

  private func paragraphs(_ body: String) throws -> Int {
    let document = try reading(bytes("<!doctype html><body>\(body)</body>"), with: HTML())
    return document.words.count { $0.hasPrefix("The council met") }
  }

  @Test func aPartThatWasStreamedLateIsShown() throws {
    let long = String(repeating: Self.article, count: 3)
    #expect(try paragraphs("\(long)<div hidden id=\"S:0\">\(Self.article)</div>") == 32)
  }

  @Test func aPageThatHidesMostOfItsProseIsReadWithIt() throws {
    #expect(try paragraphs("\(Self.shell)<div style='display: none'>\(Self.article)</div>") == 8)
  }

  @Test func whatAPageWithProseHidesStaysOut() throws {
    let hidden = "<div hidden>\(Self.article)</div>"
    #expect(try paragraphs("<h1>Market Stays</h1>\(Self.article)\(Self.article)\(hidden)") == 16)
  }

  @Test func aPageOfADescriptionAloneKeepsItsEncoding() throws {
    // In windows-1252 the three bytes of a mark of UTF-8 are letters and marks.
    let head = Array("<html><head><meta name=description content=\"Fish a".utf8)
    let tail = Array("nd chips on the quay\"></head><body></body></html>".utf8)
    let raw = RawBytes(head + [0xEF, 0xBB, 0xBF, 0xE9] + tail, mediaType: "text/html")
    let document = try reading(raw, with: HTML())
    #expect(document.source.encoding == "windows-1252")
    #expect(document.text.string == "Fish aï»¿énd chips on the quay")
  }
}
