import PressModel
import PressStage
import Testing

@testable import Extract

/// What a release is about, it says first.
@Suite struct KeyPointTests {
  private static let statement =
    "“The pier is a gift to the harbour and the harbour is a gift to the town, and the pier will "
    + "stand. The harbour, the pier and the town belong together,” Roe said.\n"

  private func best(_ text: String) throws -> String? {
    try reading(text, with: PlainText(), then: Metadata(), Sentences(), KeyPoints())
      .facts(KeyPoint.self).first?.mention.text
  }

  @Test func theLineBeforeAStatementSaysWhatItIs() throws {
    let line = "Mayor Ann Roe issued the following statement on the vote of the council on Monday:"
    let head = "FOR IMMEDIATE RELEASE\n\nHarbour Pier Stays"
    let text = "\(head)\n\nPORT OLSEN – \(line)\n\n\(Self.statement)"
    #expect(try best(text) == "PORT OLSEN – \(line)")
  }

  @Test func aLineBeforeAListFurtherDownIsNone() throws {
    let lead = "PORT OLSEN – Mayor Ann Roe opened the new town hall on Monday in front of a crowd."
    let line = "The pier of the harbour in the town will hold the following parts of the harbour:"
    let text = "FOR IMMEDIATE RELEASE\n\nTown Hall Opens\n\n\(lead)\n\n\(line)\n\n\(Self.statement)"
    #expect(try best(text) == lead)
  }

  @Test func aSpeechNeedNotOpenWithItsNews() throws {
    let opening = "There was a man who came to my door on a cold night and told me this:"
    let text = "Remarks by Mayor Ann Roe at the Pier\n\n\(opening)\n\n\(Self.statement)"
    #expect(try best(text) != opening)
  }
}
