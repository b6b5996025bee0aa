import Testing

@testable import PressHTML

/// Every text and value knows the bytes it came from.
@Suite struct ProvenanceTests {
  /// The pieces of the first text of a page, as "source bytes>what they stand for".
  private func pieces(_ html: String) -> [String] {
    pieces(Array(html.utf8))
  }

  private func pieces(_ bytes: [UInt8]) -> [String] {
    let tree = HTMLTree.parse(bytes)
    guard let text = tree.descendants(of: tree.document).first(where: { tree.isText($0) }) else {
      return []
    }
    return tree.pieces(of: text).map { draw($0, tree) }
  }

  private func draw(_ piece: HTMLTextPiece, _ tree: HTMLTree) -> String {
    var bytes: [UInt8] = []
    piece.append(to: &bytes, from: tree.source)
    #expect(bytes.count == piece.utf8Count)
    let raw = String(decoding: tree.source[piece.range], as: UTF8.self)
    let text = String(decoding: bytes, as: UTF8.self)
    return "\(piece.start)-\(piece.stop) \(raw == text ? raw : raw + ">" + text)"
  }

  @Test func plainTextIsOnePiece() {
    #expect(pieces("<p>Bamako, 14 November") == ["3-22 Bamako, 14 November"])
  }

  @Test func referencesMapToTheirOwnBytes() {
    #expect(
      pieces("<p>a&amp;b&#x2014;c") == [
        "3-4 a", "4-9 &amp;>&", "9-10 b", "10-18 &#x2014;>—", "18-19 c",
      ])
    #expect(pieces("<p>&NotEqualTilde;") == ["3-18 &NotEqualTilde;>\u{2242}\u{338}"])
    #expect(pieces("<p>AT&T & co &unknown;") == ["3-22 AT&T & co &unknown;"])
  }

  @Test func lineEndsAreOneLineFeed() {
    #expect(pieces("<p>a\r\nb") == ["3-4 a", "4-6 \r\n>\n", "6-7 b"])
    #expect(pieces("<p>a\rb") == ["3-4 a", "4-5 \r>\n", "5-6 b"])
  }

  @Test func illFormedBytesAreRepaired() {
    let bytes = Array("<p>a".utf8) + [0xE2, 0x82] + Array("b".utf8) + [0xFF, 0xC3, 0xA9]
    let tree = HTMLTree.parse(bytes)
    #expect(tree.text(of: tree.document) == "a\u{FFFD}b\u{FFFD}é")
    let ranges = tree.descendants(of: tree.document).filter { tree.isText($0) }
      .flatMap { tree.pieces(of: $0).map(\.range) }
    #expect(ranges == [3..<4, 4..<6, 6..<7, 7..<8, 8..<10])
  }

  @Test func nulIsDroppedInTheBodyAndReplacedInText() {
    let body = HTMLTree.parse(Array("<p>a\0b".utf8))
    #expect(body.text(of: body.document) == "ab")
    let title = HTMLTree.parse(Array("<title>a\0b</title>".utf8))
    #expect(title.text(of: title.document) == "a\u{FFFD}b")
  }

  @Test func aTextGoesOnAfterAStrayTag() {
    let tree = HTMLTree.parse(Array("<p>one </b>two".utf8))
    let texts = tree.descendants(of: tree.document).filter { tree.isText($0) }
    #expect(texts.count == 1)
    #expect(texts.first.map { tree.pieces(of: $0).map(\.range) } == [3..<7, 11..<14])
    #expect(texts.first.map { tree.sourceRange(of: $0) } == 3..<14)
  }

  @Test func textBeforeATableKeepsItsRange() {
    let tree = HTMLTree.parse(Array("<table>lost<tr><td>cell".utf8))
    let texts = tree.descendants(of: tree.document).filter { tree.isText($0) }
    #expect(texts.map { tree.text(of: $0) } == ["lost", "cell"])
    #expect(texts.map { tree.sourceRange(of: $0) } == [7..<11, 19..<23])
  }

  @Test func scriptsHoldNoReferences() {
    let tree = HTMLTree.parse(Array("<script>a&amp;b</script>".utf8))
    #expect(tree.text(of: tree.document) == "a&amp;b")
  }

  @Test func attributesKeepTheRangeOfTheirValue() throws {
    let html = "<a HREF='/x?a=1&amp;b=2&copy=3' title=Q&amp;A hidden>"
    let tree = HTMLTree.parse(Array(html.utf8))
    let link = try #require(
      tree.descendants(of: tree.document).first { tree.tag(of: $0) == .a })
    let href = try #require(tree.attribute(.href, of: link))
    #expect(href.value == "/x?a=1&b=2&copy=3")
    #expect(String(decoding: tree.source[href.range], as: UTF8.self) == "/x?a=1&amp;b=2&copy=3")
    #expect(href.pieces.map(\.range) == [9..<15, 15..<20, 20..<30])
    #expect(tree.value(of: .title, in: link) == "Q&A")
    #expect(tree.value(of: .hidden, in: link) == "")
    #expect(tree.value(of: .class, in: link) == nil)
    #expect(tree.attributes(of: link).map(\.nameString) == ["href", "title", "hidden"])
    #expect(tree.sourceRange(of: link) == 0..<html.utf8.count)
  }

  @Test func elementsSayWhyTheyAreThere() throws {
    let tree = HTMLTree.parse(Array("<p><b class=x>1<p>2".utf8))
    let bold = tree.descendants(of: tree.document).filter { tree.tag(of: $0) == .b }
    #expect(bold.map { tree.origin(of: $0) } == [.written, .repeated])
    #expect(bold.map { tree.sourceRange(of: $0) } == [3..<14, 3..<14])
    #expect(bold.map { tree.value(of: .class, in: $0) } == ["x", "x"])
    let html = try #require(tree.html)
    #expect(tree.origin(of: html) == .implied)
    #expect(tree.sourceRange(of: html).isEmpty)
  }

  @Test func theByteOrderMarkIsNoText() {
    #expect(pieces([0xEF, 0xBB, 0xBF] + Array("<p>a".utf8)) == ["6-7 a"])
  }

  /// The pieces of a page's texts never overlap, and give the text when put together.
  @Test func piecesGiveTheText() {
    var random = SmallRandom(seed: 7)
    for _ in 0..<2000 {
      let bytes = random.page()
      let tree = HTMLTree.parse(bytes)
      for node in tree.descendants(of: tree.document) where tree.isText(node) {
        var last = 0
        var count = 0
        for piece in tree.pieces(of: node) {
          #expect(piece.start >= last && piece.stop > piece.start && piece.stop <= bytes.count)
          last = piece.stop
          count += piece.utf8Count
          if piece.isVerbatim {
            #expect(String(validating: bytes[piece.range], as: UTF8.self) != nil)
          }
        }
        #expect(count > 0)
        #expect(tree.text(of: node).utf8.count == count)
      }
    }
  }
}

/// A generator of numbers and of pages that is the same in every run.
struct SmallRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  private static let parts = [
    "<p>", "</p>", "<b>", "</b>", "<i x=1>", "</i>", "<a href='/&amp;'>", "</a>", "<table>",
    "</table>", "<tr>", "<td>", "</td>", "<caption>", "<col>", "<svg>", "</svg>", "<math>", "<mi>",
    "<foreignObject>", "<select>", "<option>", "</select>", "<template>", "</template>", "<div>",
    "</div>", "<li>", "<ul>", "</ul>", "<button>", "<form>", "</form>", "<script>", "</script>",
    "<style>", "<title>", "</title>", "<textarea>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype",
    " html>", "<frameset>", "<body z>", "<html q>", "<head>", "</head>", "</body>", "</html>",
    "text ", "é", "&amp;", "&#0;", "&notit;", "&", "<", ">", "\r\n", "\r", "\n", "\0", "'", "\"",
    "<h1>", "</h2>", "<nobr>", "<object>", "</object>", "<plaintext>", "<br>", "</br>", "<dd>",
    "<ruby>", "<rt>", "<input type=hidden>", "<hr>", "<image>", "<noscript>", "<annotation-xml>",
  ]

  /// Misnested markup, cut anywhere, with some bytes that are no UTF-8.
  mutating func page() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...60, using: &self) {
      bytes += Array(Self.parts[Int.random(in: 0..<Self.parts.count, using: &self)].utf8)
      if Int.random(in: 0..<20, using: &self) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &self))
      }
    }
    bytes.removeLast(Int.random(in: 0...min(3, bytes.count), using: &self))
    return bytes
  }
}
