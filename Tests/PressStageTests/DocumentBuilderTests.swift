import PressModel
import PressStage
import TestSupport
import Testing

@Suite struct DocumentBuilderTests {
  private func document(
    _ source: String, _ build: (inout DocumentBuilder) -> Void
  ) -> Document {
    document(Array(source.utf8), build)
  }

  private func document(
    _ source: [UInt8], _ build: (inout DocumentBuilder) -> Void
  ) -> Document {
    var builder = DocumentBuilder(source: source)
    build(&builder)
    let reference = SourceReference(mediaType: "text/plain", sha256: "", bytes: source.count)
    return builder.build(id: "test", source: reference, reader: "test")
  }

  @Test func whiteSpaceIsPutInOrder() {
    let source = "  Ministers \t met\u{A0}\n in   Oslo.  "
    let document = document(source) { $0.block(.paragraph, Span(0, source.utf8.count)) }
    #expect(document.text.string == "Ministers met in Oslo.")
  }

  @Test func oneEmptyLinePartsTwoBlocks() {
    let source = "One.\n\n\n\nTwo."
    let document = document(source) {
      $0.block(.heading, level: 1, Span(0, 4))
      $0.block(.paragraph, Span(4, 8))
      $0.block(.paragraph, Span(8, 12))
    }
    #expect(document.text.string == "One.\n\nTwo.")
    #expect(document.blocks.map { document.text[$0.span] } == ["One.", "Two."])
    #expect(document.map.source(of: document.blocks[1].span) == [Span(8, 12)])
  }

  @Test func aLineBreakStaysInItsBlock() {
    let document = document("One\nTwo") {
      $0.beginBlock(.paragraph)
      $0.append(Span(0, 3))
      $0.lineBreak(at: Span(3, 4))
      $0.append(Span(4, 7))
    }
    #expect(document.text.string == "One\nTwo")
    #expect(document.blocks.count == 1)
  }

  @Test func aCharacterReferenceMapsToItsOwnBytes() {
    let document = document("A &amp; B") {
      $0.beginBlock(.paragraph)
      $0.append(Span(0, 2))
      $0.append(decoded: Array("&".utf8), from: Span(2, 7), rule: .reference)
      $0.append(Span(7, 9))
    }
    #expect(document.text.string == "A & B")
    #expect(document.map.source(of: Span(2, 3)) == [Span(2, 7)])
    #expect(document.map.source(of: Span(0, 5)) == [Span(0, 9)])
  }

  @Test func theMapCoversTheTextWhateverTheBytes() {
    var generator = SeededGenerator(seed: 11)
    let alphabet: [UInt8] = [
      0x20, 0x0A, 0x41, 0x62, 0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xFF, 0x00, 0xF0,
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &generator)
      let source = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let document = document(source) { builder in
        var start = 0
        while start < count {
          let end = min(count, start + Int.random(in: 1...9, using: &generator))
          switch Int.random(in: 0...3, using: &generator) {
          case 0: builder.block(.paragraph, Span(start, end))
          case 1: builder.append(Span(start, end))
          case 2: builder.lineBreak(at: Span(start, end))
          default:
            builder.append(decoded: Array("é \n".utf8), from: Span(start, end), rule: .reference)
          }
          start = end
        }
      }
      var end = 0
      for piece in document.map.pieces {
        #expect(piece.text.start == end)
        #expect(piece.source.start >= 0 && piece.source.end <= count)
        if piece.rule == .verbatim {
          let words = document.text.bytes[piece.text.start..<piece.text.end]
          #expect(words.elementsEqual(source[piece.source.start..<piece.source.end]))
        }
        end = piece.text.end
      }
      #expect(end == document.text.count)
      for block in document.blocks { #expect(document.text.holds(block.span)) }
      #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
    }
  }
}
