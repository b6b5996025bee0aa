import PressModel
import PressStage
import Testing

@testable import Extract

@Suite struct TextReaderTests {
  @Test func windows1252LeadsBackToItsBytes() throws {
    let raw = RawBytes(
      Array("The ministers".utf8) + [0x92] + Array(" caf".utf8) + [0xE9, 0x20, 0x97]
        + Array(" opened.".utf8), mediaType: "text/plain")
    let document = try reading(raw, with: PlainText())
    #expect(document.text.string == "The ministers’ café — opened.")
    #expect(document.source.encoding == "windows-1252")
    let span = Span(0, document.text.count)
    #expect(document.map.source(of: span) == [Span(0, raw.bytes.count)])
  }

  @Test func utf16IsReadByItsMark() throws {
    let units: [UInt8] = "Añ😀 b.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let document = try reading(
      RawBytes([0xFF, 0xFE] + units, mediaType: "text/plain"), with: PlainText())
    #expect(document.text.string == "Añ😀 b.")
  }

  @Test func referencesThatAPageLeftAreDecoded() throws {
    let raw = bytes("The R&amp;D budget is &#163;3 million; A&B; and &foo; stay, as &amp does.")
    let document = try reading(raw, with: PlainText())
    #expect(
      document.text.string == "The R&D budget is £3 million; A&B; and &foo; stay, as &amp does.")
    let map = document.map
    #expect(map.source(of: Span(4, 7)) == [Span(4, 11)])
    #expect(map.pieces.filter { $0.rule == .reference }.map(\.source.count) == [5, 6])
  }

  @Test func nothingOfAPlainTextIsLost() throws {
    let text = "Talks Begin\n\nThe talks began today.\n- one\n- two\n\nA: Yes.\nB: No.\n"
    let document = try reading(bytes(text), with: PlainText())
    #expect(
      document.words == [
        "Talks Begin", "The talks began today.", "one", "two", "A: Yes.", "B: No.",
      ])
  }

  @Test func anEndMarkKeepsNotesAndStatements() throws {
    let text =
      "Talks Begin\n\nThey began. ###\n\nNotes to editors\n1. Call us.\n\n"
      + "Next Article\nPrevious Article\n"
    let words = try reading(bytes(text), with: PlainText()).words
    #expect(words == ["Talks Begin", "They began.", "Notes to editors"])
  }

  @Test func aParagraphPerLineIsNotJoined() throws {
    let text = "The first sentence stands alone.\nThe second one as well, and it is longer.\nThird."
    #expect(try reading(bytes(text), with: PlainText()).blocks.count == 3)
  }

  @Test func markdownListsNest() throws {
    let document = try reading(bytes("- one\n  goes on\n  - two\n- three"), with: Markdown())
    #expect(document.blocks.map(\.level) == [1, 2, 1])
    #expect(document.words == ["one goes on", "two", "three"])
  }

  @Test(arguments: [
    ("**Bold**, _slanted_ and `code`.", "Bold, slanted and code."),
    ("A [link](http://a.b/(c) \"t\") and ![image](x.png)an image.", "A link and an image."),
    ("It was <s>three</s> [four] days.", "It was [four] days."),
    ("Fish &amp; chips &mdash; \\*starred\\*.", "Fish & chips — *starred*."),
    ("One  \ntwo.", "One\ntwo."), ("2 < 3 and 4 > 3.", "2 < 3 and 4 > 3."),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"),
  ])
  func marksOfMarkdownGo(_ text: String, _ shown: String) throws {
    #expect(try reading(bytes(text), with: Markdown()).text.string == shown)
  }
}
