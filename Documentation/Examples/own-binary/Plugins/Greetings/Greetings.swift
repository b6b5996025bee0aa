import PressModel
import PressStage

/// Finds whom a speech greets at its start
///
/// Reads the first block; adds greetings; leaves alone a name that comes later.
struct Greetings: Extractor {
  static let summary = "Finds whom a speech greets at its start"
  static let kinds = [Greeting.kind]

  static let examples = [
    StageExample(
      .finds, "a greeting", .text("Dear colleagues, thank you for coming."),
      gives: .facts("greetings", [["text": "Dear colleagues"]])),
    StageExample(
      .leavesAlone, "a text without one", .text("We met on Monday, as we often do."),
      gives: .facts("greetings", [])),
    StageExample(
      .trap, "a word that starts like one", .text("Dearborn, Michigan, is a city."),
      gives: .facts("greetings", [])),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let bytes = document.text.bytes
    guard bytes.starts(with: "Dear ".utf8), let comma = bytes.firstIndex(of: UInt8(ascii: ","))
    else { return }
    findings.add(Greeting(mention: document.text.mention(Span(0, comma))))
  }
}

/// Whom a speech greets.
struct Greeting: Fact {
  var mention: Mention

  var mentions: [Mention] { [mention] }

  static let kind = FactKind(
    "greetings", of: Greeting.self, title: "Greetings", help: "Whom a speech greets.", columns: [],
    reading: { $0.mention.text })
}
