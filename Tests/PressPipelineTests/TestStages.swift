import PressModel
import PressStage

/// Stages that do nothing and declare what the tests check.
struct Files: Source {
  static let summary = "Finds files"
  static let examples = [
    StageExample(
      .finds, "all files of a folder", with: ["paths": "[*.txt]"],
      .files([("a.txt", "A"), ("b.md", "B")]), gives: .origins(["a.txt"]))
  ]
  @Setting("Patterns of the files' paths", required: true, example: "[inbox/*.txt]")
  var paths: [String] = []
  @Setting("How many files at most; 0 for all", range: 0...1000) var limit = 0
  func items(_ context: SourceContext) async throws -> [RawItem] { [] }
}

struct Feed: Source {
  struct Header: SettingGroup {
    @Setting("Name of the field", required: true) var name = ""
    @Setting("Its value") var value = ""
  }
  static let summary = "Reads a feed"
  static let examples: [StageExample] = []
  @Setting("Address of the feed", required: true, example: "https://example.org/feed.xml")
  var url = ""
  @Setting("Shortest time between two looks") var every: Duration = .seconds(900)
  @Setting("Fields of the request") var headers: [Header] = []
  func items(_ context: SourceContext) async throws -> [RawItem] { [] }
}

struct PageText: Reader {
  static let summary = "Reads plain text"
  static let examples: [StageExample] = []
  func suitability(of raw: RawBytes) -> Suitability { .possible }
  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {}
}

struct Sentences: Extractor {
  static let summary = "Finds sentences"
  static let examples: [StageExample] = []
  static let adds: [DocumentPart] = [.sentences]
  func extract(from document: Document, into findings: inout Findings) throws {}
}

struct People: Extractor {
  static let summary = "Finds people"
  static let examples: [StageExample] = []
  static let adds: [DocumentPart] = [.facts("people")]
  func extract(from document: Document, into findings: inout Findings) throws {}
}

struct Quotes: Extractor {
  enum Attribution: String, CaseIterable, SettingValue { case near, any, none }
  static let summary = "Finds quotations and who said them"
  static let version = 3
  static let examples = [
    StageExample(
      .finds, "words in quotation marks", .text("\"We go,\" she said."),
      gives: .facts("quotes", [["text": "We go,", "speaker": ""]])),
    StageExample(
      .leavesAlone, "a title", .text("The \"Times\" reports."), gives: .facts("quotes", [])),
  ]
  static let reads: [DocumentPart] = [.facts("people"), .metadata]
  static let adds: [DocumentPart] = [.facts("quotes")]
  @Setting("Shortest quotation to report, in words", range: 1...100) var minWords = 4
  @Setting("Where to look for the speaker") var attribution = Attribution.near
  @Setting("Longest | widest share of a text") var share = Percentage(0.5)
  @Setting("From which day on") var since: Day? = nil
  @Setting("Largest text") var size = ByteSize(bytes: 5_000_000)
  @Setting("Whether to be strict") var strict = false
  func extract(from document: Document, into findings: inout Findings) throws {}
}

struct MergePeople: Transformer {
  static let summary = "Merges people"
  static let examples: [StageExample] = []
  static let reads: [DocumentPart] = [.facts("people")]
}

struct JSON: Renderer {
  static let summary = "Writes pack.json"
  static let examples: [StageExample] = []
  func render(_ pack: Pack, into folder: inout OutputFolder) throws {}
}

struct Markdown: Renderer {
  static let summary = "Writes a briefing"
  static let examples: [StageExample] = []
  @Setting("A template of one's own") var template: StagePath? = nil
  func render(_ pack: Pack, into folder: inout OutputFolder) throws {}
}

/// Finds what a document's head says; no stage of `testRegistry` by itself.
struct Heads: Extractor {
  static let summary = "Finds what a document's head says"
  static let examples: [StageExample] = []
  static let adds: [DocumentPart] = [.metadata]
  func extract(from document: Document, into findings: inout Findings) throws {}
}

func testRegistry(and more: [any Stage.Type] = []) throws -> StageRegistry {
  try StageRegistry([
    StageModule("Extract", [Files.self, Feed.self, PageText.self, Sentences.self, People.self]),
    StageModule("Other", [Quotes.self, MergePeople.self, JSON.self, Markdown.self] + more),
  ])
}
