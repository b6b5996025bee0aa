import Foundation
import PressModel
import PressStage
import TestSupport
import Testing

@testable import PressEngine
@testable import PressPipeline

private struct Notes: Source {
  static let summary = "Gives three notes"
  static let examples: [StageExample] = []
  func items(_ context: SourceContext) async throws -> [RawItem] {
    ["c", "a", "b"].map { (name: String) in
      RawItem(path: name, content: .bytes(Array("Note \(name).".utf8)))
    }
  }
}

private struct Block: Reader {
  static let summary = "Reads one block"
  static let examples: [StageExample] = []
  func suitability(of raw: RawBytes) -> Suitability { .possible }
  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    document.block(.paragraph, Span(0, raw.bytes.count))
  }
}

private struct Fussy: Transformer {
  static let summary = "Fails on one document"
  static let examples: [StageExample] = []
  func transform(_ document: inout Document) throws {
    if document.source.path == "b" { throw StageError("not this one") }
  }
}

/// Says that a fact stands where it does not.
private struct Liar: Transformer {
  static let summary = "Invents a fact"
  static let examples: [StageExample] = []
  func transform(_ document: inout Document) throws {
    let mention = Mention(span: Span(0, 4), text: "Nota")
    document.facts.append(Amount(mention: mention, value: "1", currency: "EUR"))
  }
}

private struct Titles: Renderer {
  static let summary = "Writes the paths and the fates"
  static let examples: [StageExample] = []
  func render(_ pack: Pack, into folder: inout OutputFolder) throws {
    let lines = pack.ledger.map { "\($0.origin) \($0.fate.name) \($0.fate.detail ?? "")\n" }
    try folder.write("list.txt", lines.joined())
  }
}

@Suite struct PipelineRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func use<Role: Sendable>(
    _ name: String, _ stage: Role, _ policy: ErrorPolicy = .fail
  ) -> StageUse<Role> {
    StageUse(
      name: name, stage: stage, version: 1, errorPolicy: policy, settings: "", recordedSettings: "",
      place: Place(line: 1, column: 1))
  }

  private func run(
    _ transformer: any Transformer, _ policy: ErrorPolicy = .fail
  ) async throws -> String {
    let pipeline = Pipeline(
      name: "notes", title: nil, description: nil, tags: [], variables: [],
      sources: [use("notes", Notes())], readers: [use("block", Block())], extractors: [],
      transformers: [use("change", transformer, policy)], renderers: [use("titles", Titles())],
      checks: [],
      publish: Publication(
        folder: StagePath("Reports"), latest: false, keep: nil, sources: true,
        place: Place(line: 1, column: 1)))
    let layout = ProjectLayout(file: folder.url.appending(path: "notes.yaml").path())
    _ = try await PipelineRun(
      pipeline, layout: layout, version: "0", moment: .placeholder, namesMoment: false,
      options: PipelineRun.Options(jobs: 2)
    ).run()
    return try String(
      contentsOf: folder.url.appending(path: "Reports/list.txt"), encoding: .utf8)
  }

  @Test func aDocumentThatATransformerFailsOnIsQuarantined() async throws {
    #expect(
      try await run(Fussy(), .quarantine)
        == "a packed \nb quarantined change: not this one\nc packed \n")
  }

  @Test func orDroppedForThePipelinesReason() async throws {
    #expect(
      try await run(Fussy(), .drop(reason: "too short"))
        == "a packed \nb filtered too short\nc packed \n")
  }

  @Test func orEndsTheRun() async throws {
    await #expect(throws: RunFailure.self) { try await run(Fussy(), .fail) }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "Reports").path()))
  }

  @Test func aFactThatATransformerInventsEndsTheRun() async throws {
    let failure = await #expect(throws: RunFailure.self) { try await run(Liar()) }
    #expect(failure?.description.contains("'Nota' is not what stands at 0: 'Note'") == true)
  }
}
