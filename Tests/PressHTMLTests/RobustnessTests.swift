import Testing

@testable import PressHTML

/// No bytes crash the parser, and none ask for more time or memory than their size deserves.
@Suite struct RobustnessTests {
  private func parse(_ html: String, times: Int, then rest: String = "") -> HTMLTree {
    HTMLTree.parse(Array(String(repeating: html, count: times).utf8) + Array(rest.utf8))
  }

  @Test func nothingIsATree() {
    for bytes in [[], [0x3C], [0x26], [0], [0xEF, 0xBB, 0xBF], [0xFF], Array("</".utf8)]
      as [[UInt8]]
    {
      let tree = HTMLTree.parse(bytes)
      #expect(tree.html != nil && tree.head != nil && tree.body != nil)
    }
  }

  /// The links of the tree agree with each other, whatever the markup.
  @Test func treesAreWhole() {
    var random = SmallRandom(seed: 1)
    for round in 0..<3000 {
      let bytes: [UInt8] =
        round % 5 == 0
        ? (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) } : random.page()
      let tree =
        round % 3 == 0
        ? HTMLTree.parseFragment(bytes, in: ["div", "table", "select", "template"][round % 4])
        : HTMLTree.parse(bytes, isScripting: round % 2 == 0)
      var seen = 0
      for node in tree.descendants(of: tree.document) {
        seen += 1
        for child in tree.children(of: node) { #expect(tree.parent(of: child) == node) }
        if let next = tree.nextSibling(of: node) {
          #expect(tree.previousSibling(of: next) == node)
        } else if let parent = tree.parent(of: node) {
          #expect(tree.lastChild(of: parent) == node)
        }
        for attribute in tree.attributes(of: node) {
          #expect(attribute.range.upperBound <= bytes.count)
          _ = attribute.value
        }
        #expect(tree.sourceRange(of: node).upperBound <= bytes.count)
      }
      #expect(seen < tree.nodeCount)
    }
  }

  @Test(arguments: [
    ("<div>", 100_000), ("<svg>", 100_000), ("<b>", 20_000), ("<table>", 20_000),
    ("<template>", 20_000), ("<a><div>", 20_000), ("<ul><li>", 20_000),
  ])
  func deepNesting(_ html: String, _ times: Int) {
    let tree = parse(html, times: times, then: "deep")
    #expect(tree.text(of: tree.document) == "deep")
    var depth = 0
    for node in tree.descendants(of: tree.document) where tree.isText(node) {
      depth = Array(tree.ancestors(of: node)).count
    }
    #expect(depth > 2)
  }

  @Test func misnestedFormattingIsBounded() {
    let count = 20_000
    let tree = HTMLTree.parse((0..<count).flatMap { Array("<p><b i=\($0)>x".utf8) })
    #expect(tree.nodeCount < 250_000)
    let adopted = parse("<b><div>", times: count, then: String(repeating: "</b>", count: count))
    #expect(adopted.nodeCount < 250_000)
  }

  @Test func manyAttributes() throws {
    let html = "<p " + (0..<100_000).map { "a\($0)=1 a\($0)=2 " }.joined() + ">"
    let tree = HTMLTree.parse(Array(html.utf8))
    let body = try #require(tree.body)
    let p = try #require(tree.firstChild(of: body))
    #expect(tree.attributes(of: p).count == 100_000)
    #expect(tree.attributes(of: p).last?.value == "1")
  }

  @Test func aHugeValue() throws {
    let size = 50_000_000
    let bytes =
      Array("<p title='".utf8) + [UInt8](repeating: 0x61, count: size) + Array("'>".utf8)
    let tree = HTMLTree.parse(bytes)
    let p = try #require(tree.body.flatMap { tree.firstChild(of: $0) })
    #expect(tree.attribute(.title, of: p)?.range.count == size)
    #expect(HTMLTree.parse(Array(bytes.dropLast(2))).nodeCount == 4)
  }

  @Test func everyTruncation() {
    let html = Array(
      """
      <!doctype html public "-//W3C//DTD HTML 4.01//EN" "x"><html lang=en><head><title>T&amp;</title>
      <script><!-- <script>a</script> --></script><style>b</style></head><body class="c d"><p title='é'>
      <svg viewBox="0"><![CDATA[x]]></svg><!-- y --!><table><tr><td>1</table>&NotEqualTilde;</body>
      """.utf8)
    for count in 0...html.count {
      let tree = HTMLTree.parse(Array(html.prefix(count)))
      #expect(tree.html != nil)
    }
  }

  @Test func newNamesHaveNumbersOfTheirOwn() {
    let tree = HTMLTree.parse(Array("<press-release DATA-Issuer=UN><Press-Release>".utf8))
    let tag = tree.tag(named: "press-release")
    #expect(tag != nil)
    let nodes = tree.descendants(of: tree.document).filter { tree.tag(of: $0) == tag }
    #expect(nodes.count == 2)
    #expect(nodes.map { tree.name(of: $0) } == ["press-release", "press-release"])
    #expect(
      tree.attributeName("data-issuer").flatMap { tree.value(of: $0, in: nodes[0]) } == "UN")
    #expect(tree.tag(named: "other") == nil)
  }

  @Test func theConstantsAreTheNumbersOfTheirNames() {
    let tree = HTMLTree.parse([])
    #expect(tree.tag(named: "a") == .a)
    #expect(tree.tag(named: "use") == .use)
    #expect(tree.tag(named: "foreignObject") == .foreignObject)
    #expect(HTMLTag.use.rawValue == UInt32(HTMLTag.knownCount - 1))
    #expect(tree.attributeName("accept-charset") == .acceptCharset)
    #expect(tree.attributeName("y") == .y)
    #expect(tree.attributeName("title") == .title)
    #expect(NameTable.known.count == KnownNames.count + 1)
  }
}
