import Foundation
import PressModel
import PressStage
import TestSupport
import Testing

@testable import Extract

@Suite struct PageTextTests {
  private static func bamako() throws -> RawBytes {
    let file = packageRoot.appending(path: "Pipelines/Samples/2007-bamako-ministerial.txt")
    return RawBytes([UInt8](try Data(contentsOf: file)), mediaType: "text/plain")
  }

  @Test func thePageIsForThisReader() throws {
    let page = try Self.bamako()
    #expect(PageText().suitability(of: page) > PlainText().suitability(of: page))
  }

  @Test func theHeadIsMetadata() throws {
    let metadata = try reading(Self.bamako(), with: PageText()).metadata
    #expect(metadata.title == "2007 Bamako Ministerial")
    #expect(metadata.published == nil)
    #expect(metadata.issuer?.name == "Bureau of Democracy, Human Rights, and Labor")
    #expect(
      metadata.issuer?.parents
        == ["U.S. Department of State", "Under Secretary for Democracy and Global Affairs"])
    #expect(metadata.breadcrumb.count == 4)
    #expect(metadata.breadcrumb.last == "Ministerial Meetings")
  }

  @Test func theTitleLeadsBackToItsBytes() throws {
    let page = try Self.bamako()
    let evidence = try #require(try reading(page, with: PageText()).metadata.evidence["title"])
    let source = try #require(evidence.source)
    #expect(String(decoding: page.bytes[source.start..<source.end], as: UTF8.self) == evidence.text)
  }

  @Test func theTextIsTheArticle() throws {
    let document = try reading(Self.bamako(), with: PageText())
    let first = "Community of Democracies Bamako Ministerial Conference"
    #expect(document.sections.compactMap { $0.heading?.text }.first == first)
    #expect(document.sections.count == 5)
    #expect(document.blocks.filter { $0.type == .listItem }.count == 2)
    for words in ["Skip Links", "You are in", "HomeHot", "Frequent Questions", "Privacy Notice"] {
      #expect(!document.text.string.contains(words))
    }
    #expect(document.words.last?.hasPrefix("11/15/07 Remarks") == true)
  }

  @Test func proseWithoutFurnitureIsNotAPage() {
    let text =
      "Search for peace\n\nWe search for peace. The next step is ours, he said.\n\nThank you."
    #expect(PageText().suitability(of: bytes(text)) == .none)
  }

  @Test func aPageOfFurnitureAloneIsStillRead() throws {
    let page = "Skip to content\nHome\nNews\nSign in\nAll rights reserved\nPrivacy policy\nBudget\n"
    #expect(try !reading(bytes(page), with: PageText()).text.isEmpty)
  }

  private static func page(_ head: String, _ body: String) -> RawBytes {
    bytes(
      "Skip to content\nHome\nNews\nCouncil | Services | Contact us\n\n\(head)\n\n\(body)\n\n"
        + "Share this\nRelated stories\nLibrary Opens\nPrivacy policy | Site map\n"
        + "All rights reserved\n")
  }

  private static let prose = """
    The old bridge will be closed from Monday, the city said, because two of its bearings have to \
    be replaced before the winter, and because the council found the money for it.
    """

  @Test(arguments: [
    ("ByJane Roe", ["Jane Roe"]), ("ByJane Roe KXYZ logo", ["Jane Roe"]),
    ("ByJane Roe UpdatedMay 3, 2019", ["Jane Roe"]),
    ("By Jane van RoePublished: May 3, 2019", ["Jane van Roe"]),
    ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]), ("Bylaws of the council", []),
    ("By the old bridge", []),
  ])
  func bylinesMayBeGlued(_ line: String, _ names: [String]) throws {
    let page = Self.page("Bridge Closed for Repairs\n\n\(line)", "\(Self.prose)\n\n\(Self.prose)")
    #expect(try reading(page, with: PageText()).metadata.authors == names)
  }

  @Test func theNameOfAPictureIsNoTitle() throws {
    let page = Self.page(
      "Olsen Press Logo\n\nBridge closed for repairs\n\nBy Jane Roe", Self.prose)
    #expect(try reading(page, with: PageText()).metadata.title == "Bridge closed for repairs")
  }

  @Test func aNumberedListGoesOn() throws {
    let items = (1...9).map { number in
      number < 7 ? "\(number). \(Self.prose)" : "\(number). Bring a map"
    }
    let page = Self.page("Bridge Closed for Repairs", items.joined(separator: "\n\n"))
    #expect(try reading(page, with: PageText()).text.string.contains("9. Bring a map"))
  }
}
