import PressStage
import PressText
import TestSupport
import Testing

@testable import Extract

@Suite struct FeedTests {
  private func entries(_ feed: String, charset: String? = nil) throws -> [FeedEntry] {
    try FeedEntries(Array(feed.utf8), charset: charset).entries
  }

  @Test func rssSaysWhatAnEntryIs() throws {
    let entry = try #require(
      try entries(
        """
        <?xml version="1.0"?><!-- made by hand --><rss xmlns:dc="d"><channel><item>
        <title><![CDATA[Quay & <bridge>]]></title><link> http://a.example/1 </link>
        <description>short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
        <pubDate>Tue, 03 Mar 2020 10:00:00 +0100</pubDate><dc:creator>Jane Roe</dc:creator>
        </item></channel></rss>
        """
      ).first)
    #expect(entry.title == "Quay & <bridge>" && entry.link == "http://a.example/1")
    #expect(entry.content == Array("<p>Long</p>".utf8) && entry.author == "Jane Roe")
    let page = String(decoding: entry.page(language: "en"), as: UTF8.self)
    #expect(page.contains("content=\"2020-03-03T10:00:00+01:00\""))
    #expect(page.contains("<title>Quay &amp; &lt;bridge&gt;</title>"))
  }

  @Test func rssOneHasItsItemsBesideTheChannel() throws {
    let found = try entries(
      "<rdf:RDF><channel/><item rdf:about=\"http://a.example/1\"><title>A</title></item></rdf:RDF>")
    #expect(found.map(\.link) == ["http://a.example/1"])
  }

  @Test(arguments: [
    ("<content type=\"html\">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content>", "<p>A &amp; B</p>"),
    ("<content type=\"xhtml\"><div>A <b>B</b></div></content>", "<div>A <b>B</b></div>"),
    ("<summary>1 &lt; 2</summary>", "<p>1 &lt; 2\n</p>\n"),
  ])
  func atomHasThreeKindsOfText(content: String, expected: String) throws {
    let found = try entries("<feed><entry><link href=\"x\"/>\(content)</entry></feed>")
    #expect(found.map { String(decoding: $0.content, as: UTF8.self) } == [expected])
  }

  @Test func aGuidThatIsNoAddressIsNone() throws {
    let found = try entries(
      "<rss><channel><item><guid isPermaLink=\"false\">7</guid></item></channel></rss>")
    #expect(found.map(\.link) == [nil] && found.map(\.id) == ["7"])
  }

  @Test func entitiesAreNotExpanded() throws {
    let found = try entries(
      "<!DOCTYPE r [<!ENTITY a \"bbbb\">]><rss><channel><item><title>&a;&#65;</title></item></channel></rss>"
    )
    #expect(found.map(\.title) == ["&a;A"])
  }

  @Test func whatIsNotWellFormedIsReadAsFarAsItGoes() throws {
    let found = try entries("<rss><channel><item><title>A<link>http://a.example</item><item>")
    #expect(found.count == 2)
  }

  @Test(arguments: ["", "text", "{}", "{\"items\"", "<html></html>", "<rss></rss>"])
  func whatIsNoFeedIsRefused(input: String) {
    #expect(throws: StageError.self) { try entries(input) }
  }

  /// Whatever the world sends: entries, or a reason; never a trap.
  @Test(arguments: 0..<40) func changedInputsAreRead(seed: Int) {
    let inputs = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>A &#x41; &amp;</title>"
        + "<!-- c --><description><![CDATA[<p>x]]></description></item></channel></rss>",
      "{\"items\": [{\"url\": \"http://a.example\", \"content_text\": \"a\\n\\nb\"}]}",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 30\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n"
        + "5\r\nabcde\r\n0\r\n\r\n\r\nWARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    ]
    let none = SourceContext(
      files: { _ in [] }, standardInput: { [] }, read: { _ in [] },
      inflate: { _, _, _ in throw StageError("") }, fetch: { _ in throw StageError("") })
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, count)
    }
    for input in inputs {
      for _ in 0..<200 {
        var bytes = Array(input.utf8)
        for _ in 0...next(4) where !bytes.isEmpty {
          let place = next(bytes.count)
          switch next(4) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = Array("<>/&;!-?[]\"'= \r\n{}:0".utf8)[next(20)]
          case 2: bytes.removeSubrange(place...)
          default: bytes.insert(contentsOf: bytes[place...].prefix(next(12)), at: place)
          }
        }
        for entry in (try? FeedEntries(bytes, charset: nil))?.entries ?? [] {
          #expect(!entry.page(language: nil).isEmpty)
        }
        for record in WARCRecords.read(bytes, none) {
          _ = try? HTTPMessage(record.block)?.decodedBody(none, limit: 100)
        }
        _ = MailPart(bytes)?.text(in: bytes)
      }
    }
  }

  @Test(arguments: [
    ("b", "http://a.example/x/b"), ("/b?c=1", "http://a.example/b?c=1"),
    ("../b", "http://a.example/b"), ("//b.example", "http://b.example/"),
    ("https://c.example:8443/d#e", "https://c.example:8443/d"), ("?q", "http://a.example/x/y?q"),
    ("", "http://a.example/x/y?z"), ("../../../b/", "http://a.example/b/"),
    ("./b/./c", "http://a.example/x/b/c"), ("a//b", "http://a.example/x/a//b"),
  ])
  func referencesAreResolved(reference: String, expected: String) throws {
    let base = try #require(WebAddress("http://a.example/x/y?z"))
    #expect(base.resolve(reference)?.text == expected)
  }

  @Test(arguments: [
    "file:///etc/passwd", "gopher://a", "http://", "http://u:p@a.example/", "http://a b/",
    "http://a:99999/", "http://a:0/", "http://[::1", "javascript:alert(1)", "http:\\\\a",
  ])
  func whatIsNoAddressOfTheWebIsRefused(text: String) {
    #expect(WebAddress(text) == nil)
  }
}
