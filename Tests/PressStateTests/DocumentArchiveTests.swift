import PressModel
import PressState
import TestSupport
import Testing

/// A fact with members of every sort that archives must keep.
private struct Odd: Fact {
  var mention: Mention
  var names: [String?]
  var table: [String: [Int]]
  var ratio: Double
  var flag: Bool?
  var part: Turn.Part
  var mentions: [Mention] { [mention] }
  static let kind = FactKind(
    "odd", of: Odd.self, title: "Odd", help: "Odd.", columns: [], reading: { _ in "" })
}

@Suite struct DocumentArchiveTests {
  private let document: Document = {
    let text = Text("Ministers met in Oslo.\n\nThey left — 3 days later.")
    var map = SourceMap()
    map.append(text: 22, from: Span(3, 25), rule: .verbatim)
    map.append(text: 2, from: Span(25, 30), rule: .space)
    map.append(text: text.count - 24, from: Span(30, 30 + text.count - 24), rule: .transcoded)
    var document = Document(
      id: "a-1",
      source: SourceReference(path: "a.txt", mediaType: "text/plain", sha256: "0", bytes: 9),
      reader: "plain-text", text: text, map: map,
      blocks: [Block(.heading, Span(0, 22), level: 2), Block(.paragraph, Span(24, text.count))])
    document.metadata.title = "Oslo"
    document.metadata.authors = ["A", "B"]
    document.metadata.evidence["title"] = Evidence(text: "Oslo", field: "title", span: Span(17, 21))
    document.links = [Link(span: Span(0, 4), target: "/é", source: Span(0, 2))]
    document.sentences = [Span(0, 22), Span(24, text.count)]
    document.facts.declare(Amount.kind)
    document.facts.append(
      Odd(
        mention: text.mention(Span(0, 9)), names: ["x", nil, ""], table: ["b": [1, -2]],
        ratio: -0.25, flag: nil, part: .answer))
    return document
  }()

  private let kinds = ["odd": Odd.kind, "amounts": Amount.kind]

  @Test func aDocumentComesBackAsItWas() throws {
    let bytes = try #require(DocumentArchive.encode(document))
    let copy = try DocumentArchive.decode(bytes, kinds: kinds)
    #expect(copy.id == document.id)
    #expect(copy.source == document.source)
    #expect(copy.reader == document.reader)
    #expect(copy.metadata == document.metadata)
    #expect(copy.text == document.text)
    #expect(copy.map == document.map)
    #expect(copy.blocks == document.blocks)
    #expect(copy.links == document.links)
    #expect(copy.sentences == document.sentences)
    #expect(copy.facts.kinds.map(\.name) == ["amounts", "odd"])
    #expect(copy.facts(Odd.self) == document.facts(Odd.self))
    #expect(DocumentArchive.encode(copy) == bytes)
  }

  @Test func anyFlippedBitIsFound() throws {
    let bytes = try #require(DocumentArchive.encode(document))
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      #expect(throws: DocumentArchive.Corrupt.self) {
        try DocumentArchive.decode(damaged, kinds: kinds)
      }
    }
    for count in [0, 1, 8, 9, 40, bytes.count - 1] {
      #expect(throws: DocumentArchive.Corrupt.self) {
        try DocumentArchive.decode(Array(bytes.prefix(count)), kinds: kinds)
      }
    }
  }

  @Test func aKindThatNobodyKnowsIsNoDocument() throws {
    let bytes = try #require(DocumentArchive.encode(document))
    #expect(throws: DocumentArchive.Corrupt.self) {
      try DocumentArchive.decode(bytes, kinds: ["amounts": Amount.kind])
    }
  }
}
