import PressHTML
import PressText
import Testing

@testable import Extract

@Suite struct BlockChoiceTests {
  private func blocks(_ body: String) throws -> (HTMLBlocks, PageLines) {
    let page = HTMLBlocks.shown(try HTMLTree.read(Array("<!DOCTYPE html><body>\(body)".utf8)))
    return (page, PageLines(bytes: page.bytes, lines: page.lines))
  }

  private func texts(_ page: HTMLBlocks) -> [String] {
    page.blocks.map {
      String(decoding: page.bytes[$0.span.start..<$0.span.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("<div>One.<br><br>Two.</div>", ["One.", "Two."]),
    ("<div>One.<br> \n <br>Two.<br>Three.</div>", ["One.", "Two. Three."]),
    ("<div><br><br>One.<br><br></div>", ["One."]),
    ("<ul><li>One<br><br>two</li></ul>", ["One two"]),
    ("<div>One.<p>Two.</p>Three.</div>", ["One.", "Two.", "Three."]),
    ("<table><tr><td>One<td>two</table>", ["One two"]),
    ("<table><tr><td><p>One<td><p>two</table>", ["One", "two"]),
    ("<p style='DISPLAY : None'>One</p><p hidden>Two</p><p>Three of them</p>", ["Three of them"]),
  ])
  func blocksArePartedAsThePageShowsThem(body: String, expected: [String]) throws {
    #expect(texts(try blocks(body).0) == expected)
  }

  @Test func everyBlockHasARowOfAllFeatures() throws {
    let (page, lines) = try blocks("<nav><a href=a>Home</a></nav><p>Words of a page.<div>More")
    let features = BlockFeatures(page, lines)
    for index in page.blocks.indices {
      var row: [Int32] = []
      features.append(index, to: &row)
      #expect(row.count == BlockFeatures.names.count)
    }
    #expect(BlockChoice.first.features == BlockFeatures.names)
    #expect(BlockChoice.second.features == BlockChoice.names)
  }

  private static let prose = (1...6).map {
    "<p>In the year \($0) the harbour was dredged again, and the council, which had waited for it, "
      + "opened the northern quay to ships of every size. Nobody who lived there was surprised.</p>"
  }.joined()

  private static let teasers = (1...6).map {
    "<li class=teaser><a href='/\($0)'><h3>Story number \($0)</h3>"
      + "<p>A short look at what happened on the coast this week.</p></a></li>"
  }.joined()

  @Test func teasersAndCommentsAreLeftOut() throws {
    let (page, lines) = try blocks(
      "<nav><ul><li><a href=a>Home</a><li><a href=b>News</a></ul></nav><main><article>"
        + "<h1>The Quay</h1>\(Self.prose)</article><section class='related'><h2>Related</h2>"
        + "<ul>\(Self.teasers)</ul></section></main><footer><p>All rights reserved.</p></footer>")
    let choice = BlockChoice(page, lines)
    let kept = zip(texts(page), choice.article).filter(\.1).map(\.0)
    #expect(kept.filter { $0.hasPrefix("In the year") }.count == 6)
    #expect(!kept.contains { $0.hasPrefix("A short look") || $0.hasPrefix("All rights") })
  }

  @Test func aChoiceNamesItsReasons() throws {
    let (page, lines) = try blocks("<article>\(Self.prose)</article><p><a href=a>Privacy</a>")
    let choice = BlockChoice(page, lines)
    for index in page.blocks.indices {
      let reasons = choice.reasons(index)
      #expect(reasons.count == 3 && reasons.allSatisfy { !$0.words.isEmpty })
      #expect(reasons.allSatisfy { abs($0.adds) <= abs(reasons[0].adds) })
    }
  }

  @Test func articleBodyOfLinkedDataIsFound() throws {
    let (page, _) = try blocks(
      #"<script type="application/ld+json">{"articleBody": "The quay was \"opened\" again today"}"#
        + "</script><p>The quay was opened again today</p><p>Something else is written here</p>")
    let overlap = HTMLOverlap(page)
    #expect(overlap.body(0) > 50)
    #expect(overlap.body(1) == 0)
    #expect(overlap.description(0) == -1)
  }

  /// The article with some of its blocks, for a rule by itself.
  private func filled(_ body: String, kept: Set<String>) throws -> [String] {
    let (page, lines) = try blocks(body)
    let features = BlockFeatures(page, lines)
    let gaps = ArticleGaps(page, lines, features.containers, hints: features.hints)
    let article = texts(page).map(kept.contains)
    return zip(texts(page), gaps.filled(article)).filter(\.1).map(\.0)
  }

  @Test func anAnnouncedTableIsTheArticles() throws {
    let table = "<table><tr><td>Quay<td>9 m</tr><tr><td>Pier<td>4 m</tr></table>"
    let body = "<main><p>Here is the full data table.</p>\(table)<p><a href=a>More</a></main>"
    let all = ["Here is the full data table.", "Quay 9 m", "Pier 4 m"]
    #expect(try filled(body, kept: [all[0]]) == all)
    let other = "<main><p>That was all.</p>\(table)<p><a href=a>More</a></main>"
    #expect(try filled(other, kept: ["That was all."]) == ["That was all."])
  }
}
