import PressModel
import PressStage
import Testing

@testable import Extract

/// One release in four forms says the same of itself.
@Suite struct OneReleaseTests {
  private static let first =
    "The port authority opened a third quay today, which doubles the number of ships that can be "
    + "unloaded at one time and shortens the time that they wait outside of the harbour."
  private static let second =
    "The quay took four years to build, and it is the largest of the works that the city has paid "
    + "for since the old bridge was replaced, the head of the authority said at the opening."

  private static let forms: [(RawBytes, any Reader)] = [
    (
      raw(
        "FOR IMMEDIATE RELEASE\n\nMay 3, 2019\n\nHarbour Opens New Quay\n\n"
          + "PORTLAND, Maine – \(first)\n\n\(second)\n\n###\n", "text/plain"), PlainText()
    ),
    (
      raw(
        "May 3, 2019\n\n# Harbour Opens New Quay\n\nPORTLAND, Maine – \(first)\n\n\(second)\n\n\\###\n",
        "text/markdown"), Markdown()
    ),
    (
      raw(
        "Skip to content\nHome\nNews\nCouncil | Services | Contact us\n\n"
          + "Press release\n\nHarbour Opens New Quay\n\nMay 3, 2019\n\n"
          + "PORTLAND, Maine – \(first)\n\n\(second)\n\nShare this\nRelated stories\n"
          + "Privacy policy | Site map\nAll rights reserved\n", "text/plain"), PageText()
    ),
    (
      raw(
        "<!DOCTYPE html><html><head><title>Harbour Opens New Quay</title></head><body>"
          + "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><main>"
          + "<h1>Harbour Opens New Quay</h1><p>May 3, 2019</p><p>PORTLAND, Maine – \(first)</p>"
          + "<p>\(second)</p></main><footer><a href='/p'>Privacy policy</a></footer></body></html>",
        "text/html"), HTML()
    ),
  ]

  private static func raw(_ text: String, _ type: String) -> RawBytes {
    RawBytes(Array(text.utf8), mediaType: type)
  }

  @Test(arguments: 0..<4) func saysTheSameInEveryForm(_ form: Int) throws {
    let (raw, reader) = Self.forms[form]
    #expect(reader.suitability(of: raw) > .none)
    var document = try reading(raw, with: reader)
    var findings = Findings(for: document, workspace: Workspace())
    try Extract.Metadata().extract(from: document, into: &findings)
    document.metadata = findings.metadata
    let metadata = document.metadata
    #expect(metadata.title == "Harbour Opens New Quay")
    #expect(metadata.published == "2019-05-03")
    #expect(metadata.kind == .pressRelease)
    #expect(metadata.place?.text == "PORTLAND, Maine")
    #expect(metadata.language == "en")
    for (field, evidence) in metadata.evidence {
      guard let span = evidence.span else { continue }
      #expect(document.text[span] == evidence.text, "\(field)")
    }
  }
}
