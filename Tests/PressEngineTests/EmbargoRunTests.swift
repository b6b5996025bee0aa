import Foundation
import PressModel
import PressStage
import TestSupport
import Testing

@testable import PressEngine
@testable import PressPipeline

/// Gives releases, and nothing else about them.
private struct Releases: Source {
  static let summary = "Gives releases"
  static let examples: [StageExample] = []
  var texts: [String: String] = [:]
  func items(_ context: SourceContext) async throws -> [RawItem] {
    texts.map { RawItem(path: $0.key, content: .bytes(Array($0.value.utf8))) }
  }
}

/// Takes the first word of a release for the end of its embargo, unless it is "-".
private struct FirstWord: Reader {
  static let summary = "Reads a release"
  static let examples: [StageExample] = []
  func suitability(of raw: RawBytes) -> Suitability { .possible }
  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    document.block(.paragraph, Span(0, raw.bytes.count))
    let word = String(decoding: raw.bytes.prefix { $0 != 0x20 }, as: UTF8.self)
    document.metadata.embargo = word == "-" ? nil : word
  }
}

/// Fails on each release that says so.
private struct Failing: Extractor {
  static let summary = "Fails where a release says so"
  static let examples: [StageExample] = []
  func extract(from document: Document, into findings: inout Findings) throws {
    if document.text.string.contains("Fail!") { throw StageError("it fails") }
  }
}

/// Makes a table over all documents, and takes every third one out.
private struct Counting: Transformer {
  static let summary = "Counts the documents and takes some out"
  static let examples: [StageExample] = []
  func transform(_ pack: inout PackDraft) throws {
    for (index, document) in pack.documents.enumerated() where index % 3 == 2 {
      pack.merge(document.id, into: pack.documents[0].id)
    }
  }
}

/// Writes all that a renderer can see.
private struct Everything: Renderer {
  static let summary = "Writes all that a pack holds"
  static let examples: [StageExample] = []
  func render(_ pack: Pack, into folder: inout OutputFolder) throws {
    try folder.write("pack.txt", "\(pack)")
  }
}

/// The rule of the engine, over random releases, zones and moments: a release under embargo is held,
/// leaves no trace in a pack, not even a count, and is packed by the first run after its time.
@Suite struct EmbargoRunTests {
  private let folder: TemporaryFolder
  private var random = SeededRandom(seed: 0xE3BA)
  private static let zones = [
    "Pacific/Kiritimati", "Pacific/Auckland", "Asia/Kathmandu", "Africa/Bamako", "Europe/Paris",
    "Atlantic/Azores", "America/New_York", "America/St_Johns", "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
  ].compactMap { TimeZone(identifier: $0) }

  init() throws { folder = try TemporaryFolder() }

  private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 17) ^ (state << 31)
    }
  }

  private func use<Role: Sendable>(_ name: String, _ stage: Role) -> StageUse<Role> {
    StageUse(
      name: name, stage: stage, version: 1, errorPolicy: .quarantine, settings: "",
      recordedSettings: "", place: Place(line: 1, column: 1))
  }

  /// A moment as clocks of a zone show it, with their offset at that moment.
  private static func shown(_ moment: Int, _ zone: TimeZone) -> String {
    let date = Date(timeIntervalSince1970: Double(moment))
    let format = ISO8601DateFormatter()
    format.timeZone = zone
    format.formatOptions = [.withInternetDateTime, .withColonSeparatorInTimeZone]
    return format.string(from: date)
  }

  private func run(
    _ texts: [String: String], asOf moment: Int, _ name: String, state: String? = nil,
    namesMoment: Bool = false
  ) async throws -> (result: RunResult, pack: [String: Data]) {
    let pipeline = Pipeline(
      name: "night", title: nil, description: nil, tags: [], variables: [],
      sources: [use("releases", Releases(texts: texts))],
      readers: [use("first-word", FirstWord())], extractors: [use("failing", Failing())],
      transformers: [use("counting", Counting())], renderers: [use("everything", Everything())],
      checks: [],
      publish: Publication(
        folder: StagePath(name), latest: false, keep: nil, sources: true,
        place: Place(line: 1, column: 1)))
    let asOf = Self.shown(moment, TimeZone(secondsFromGMT: 0)!)
    let run = PipelineRun(
      pipeline, layout: ProjectLayout(file: folder.url.appending(path: "night.yaml").path()),
      version: "0", moment: RunMoment(date: String(asOf.prefix(10)), asOf: asOf),
      namesMoment: namesMoment, options: PipelineRun.Options(jobs: 2, state: state))
    let result = try await run.run()
    return (result, try files(below: folder.url.appending(path: name)))
  }

  @Test mutating func heldReleasesLeaveNoTraceInAPack() async throws {
    // Around the days on which clocks change, and any day.
    let changes = [1_772_953_200, 1_774_746_000, 1_775_318_400, 1_792_890_000, 1_793_512_800]
    for round in 0..<120 {
      let base =
        round % 2 == 0
        ? changes.randomElement(using: &random)! : Int.random(in: 0...4_000_000_000, using: &random)
      let now = base + Int.random(in: -7200...7200, using: &random)
      var all = ["000": "- Always there. \(round)"]
      var ends: [String: Int] = [:]
      for number in 1...Int.random(in: 1...9, using: &random) {
        let zone = Self.zones.randomElement(using: &random)!
        let end =
          now + Int.random(in: -2...2, using: &random) * Int.random(in: 0...5400, using: &random)
        let isFree = Bool.random(using: &random)
        let origin = "\(number * 7 % 10)\(number)"
        ends[origin] = isFree ? nil : end
        all[origin] = "\(isFree ? "-" : Self.shown(end, zone)) Release \(number) of \(round)."
      }
      let held = Set(ends.filter { $0.value > now }.keys)
      let whole = try await run(all, asOf: now, "whole")
      let without = try await run(all.filter { !held.contains($0.key) }, asOf: now, "without")
      #expect(whole.pack == without.pack, "round \(round)")
      #expect(Set(whole.result.ledger.filter { $0.fate.name == "held" }.map(\.origin)) == held)
      #expect(whole.result.ledger.count == all.count)
      for text in whole.pack.values.map({ String(decoding: $0, as: UTF8.self) }) {
        for origin in held { #expect(!text.contains("Release \(Int(origin.dropFirst())!) of")) }
      }
    }
  }

  @Test func aReleaseUnderEmbargoThatFailsLeavesNoTraceEither() async throws {
    let texts = [
      "a": "- Always there.", "b": "2026-12-04T09:00:00Z Release. Fail!", "c": "- Fail!",
    ]
    let early = try #require(Instant.seconds("2026-12-04T08:59:59Z", offset: 0))
    let before = try await run(texts, asOf: early, "before")
    #expect(before.result.count("quarantined") == 2)
    #expect(
      before.pack == (try await run(texts.filter { $0.key != "b" }, asOf: early, "without")).pack)
    let after = try await run(texts, asOf: early + 1, "after")
    #expect(after.pack != before.pack)
  }

  @Test mutating func theFirstRunAfterItsTimePacksARelease() async throws {
    let state = folder.url.appending(path: "state").path()
    for round in 0..<25 {
      let zone = Self.zones.randomElement(using: &random)!
      let end = Int.random(in: 1_000_000_000...2_000_000_000, using: &random)
      let texts = [
        "a\(round)": "- Always there. \(round)",
        "b\(round)": "\(Self.shown(end, zone)) Release of \(round).",
      ]
      let name = "night-\(round)"
      let before = try await run(texts, asOf: end - 1, name, state: state, namesMoment: true)
      #expect(before.result.count("held") == 1 && before.result.documents == 1)
      let again = try await run(texts, asOf: end - 1, name, state: state, namesMoment: true)
      #expect(!again.result.isNew && again.pack == before.pack)
      let after = try await run(texts, asOf: end, name, state: state, namesMoment: true)
      #expect(after.result.isNew && after.result.documents == 2)
      #expect(after.pack == (try await run(texts, asOf: end, "calm", namesMoment: true)).pack)
    }
  }
}
