import PressModel
import PressStage
import PressText

/// The sentences of a plain text that may be its key points, as `KeyPoints` sees them: for the tool
/// that fits their weights.
package struct KeyPointSample {
  package static let features = SentenceFeatures.names
  package let sentences: [String]
  package let values: [[Double]]

  /// Throws where the bytes hold no text.
  package init(ofText bytes: [UInt8]) throws {
    var builder = DocumentBuilder(source: bytes)
    try PlainText().read(RawBytes(bytes, mediaType: "text/plain"), into: &builder)
    let source = SourceReference(mediaType: "text/plain", sha256: "", bytes: bytes.count)
    var document = builder.build(id: "sample", source: source, reader: "plain-text")
    var findings = Findings(for: document, workspace: Workspace())
    try Metadata().extract(from: document, into: &findings)
    document.metadata = findings.metadata
    let found = KeyPoints.ranking(document, findings).candidates()
    sentences = found.map { document.text[$0.span] }
    values = found.map(\.values)
  }
}
