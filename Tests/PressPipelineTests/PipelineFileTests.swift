import PressStage
import Testing

@testable import PressPipeline

struct PipelineFileTests {
  private static let whole = """
    presswork: 1
    pipeline: demo
    title: News of ${pipeline}
    description: >
      What was said,
      and by whom.
    tags: [news, "2007"]

    vars:
      inbox: {type: path, default: Samples, help: Folder of raw releases}
      words: {type: integer, default: 7}
      day: {type: day, required: true}

    sources:
      - use: files
        with: {paths: ["${vars.inbox}/*.txt", "${env:MORE:-more}/*"]}

    extract:
      - page-text
      - use: people
        on_error: fail
      - use: quotes
        with:
          min_words: "${vars.words}"
          since: ${vars.day}
          attribution: any
          share: 25%
          size: 2MB
        on_error: drop
        reason: no ${pipeline} without quotes

    transform: [merge-people]

    render:
      - json
      - use: markdown
        with: {template: "house$$.mustache"}

    checks:
      - {metric: documents, min: 1}
      - {metric: facts.quotes, min: 2, max: 900, severity: warn}

    publish:
      dir: "Reports/${pipeline}/${run.date}"
      latest: true
      keep: 30
      sources: false
    """

  private func whole() throws -> Pipeline {
    let (pipeline, diagnostics) = try load(
      Self.whole, variables: ["day": "2007-11-14"],
      run: RunMoment(date: "2007-11-15", asOf: "2007-11-15T06:00:00Z"))
    #expect(diagnostics.map { $0.rendered() } == [])
    return try #require(pipeline)
  }

  @Test func readsEveryKey() throws {
    let pipeline = try whole()
    #expect(pipeline.name == "demo")
    #expect(pipeline.title == "News of demo")
    #expect(pipeline.description == "What was said, and by whom.\n")
    #expect(pipeline.tags == ["news", "2007"])
    #expect(pipeline.variables.map(\.name) == ["inbox", "words", "day"])
    #expect(pipeline.variables.map(\.value) == ["Samples", "7", "2007-11-14"])
    #expect(pipeline.sources.map(\.name) == ["files"])
    #expect(pipeline.readers.map(\.name) == ["page-text"])
    #expect(pipeline.extractors.map(\.name) == ["people", "quotes"])
    #expect(pipeline.transformers.map(\.name) == ["merge-people"])
    #expect(pipeline.renderers.map(\.name) == ["json", "markdown"])
    #expect(pipeline.publish.folder.text == "Reports/demo/2007-11-15")
    #expect(pipeline.publish.latest)
    #expect(pipeline.publish.keep == 30)
    #expect(!pipeline.publish.sources)
    #expect(pipeline.publish.place.line == 44)
  }

  @Test func configuresStages() throws {
    let pipeline = try whole()
    let files = try #require(pipeline.sources.first?.stage as? Files)
    #expect(files.paths == ["Samples/*.txt", "more/*"])
    let quotes = try #require(pipeline.extractors.last?.stage as? Quotes)
    #expect(quotes.minWords == 7)
    #expect(quotes.since == Day(settingText: "2007-11-14"))
    #expect(quotes.attribution == .any)
    #expect(quotes.share == Percentage(0.25))
    #expect(quotes.size == ByteSize(bytes: 2_000_000))
    #expect(pipeline.extractors.last?.version == 3)
    #expect(pipeline.extractors.last?.place == Place(line: 22, column: 10, length: 6))
    let markdown = try #require(pipeline.renderers.last?.stage as? Markdown)
    #expect(markdown.template?.text == "house$.mustache")
  }

  @Test func keepsWhatHappensOnErrors() throws {
    let pipeline = try whole()
    #expect(pipeline.sources.first?.errorPolicy == .fail)
    #expect(pipeline.readers.first?.errorPolicy == .quarantine)
    #expect(
      pipeline.extractors.map(\.errorPolicy) == [.fail, .drop(reason: "no demo without quotes")])
    #expect(pipeline.renderers.first?.errorPolicy == .fail)
  }

  @Test func checksAreData() throws {
    let checks = try whole().checks
    #expect(checks.map(\.metric) == [.documents, .factsOfKind("quotes")])
    #expect(checks.map(\.severity) == [.fail, .warn])
    #expect(checks[0].accepts(1) && !checks[0].accepts(0))
    #expect(checks[1].accepts(900) && !checks[1].accepts(901) && !checks[1].accepts(1))
  }

  @Test func theLeastPipelineHasItsDefaults() throws {
    let pipeline = try #require(try load(pipeline([])).pipeline)
    #expect(pipeline.title == nil)
    #expect(pipeline.publish.folder.text == "Reports/demo")
    #expect(!pipeline.publish.latest)
    #expect(pipeline.publish.keep == nil)
    #expect(pipeline.publish.sources)
    #expect(pipeline.checks.isEmpty && pipeline.transformers.isEmpty)
  }

  @Test func warningsLeaveThePipeline() throws {
    let (pipeline, diagnostics) = try load(pipeline([("extract", "[page-text, quotes]")]))
    #expect(pipeline != nil)
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func equalSettingsReadAlikeInAnyOrder() throws {
    func settings(_ with: String) throws -> String? {
      try load(pipeline([("extract", "[page-text, people, {use: quotes, with: \(with)}]")]))
        .pipeline?.extractors.last?.settings
    }
    let text = try #require(try settings("{min_words: 5, attribution: any}"))
    #expect(try settings("{attribution: \"any\", min_words: 5}") == text)
    #expect(try settings("{attribution: any, min_words: 6}") != text)
    #expect(try settings("{}") != text)
  }

  @Test func theNameIsTheFilesName() throws {
    #expect(try load(pipeline([]), path: "demo.yml").pipeline != nil)
    #expect(try load(pipeline([]), path: "/a/b/demo.yaml").pipeline != nil)
    #expect(try load(pipeline([]), path: "-").pipeline != nil)
    #expect(try load(pipeline([]), path: "other.yaml").diagnostics.map(\.code) == [.pipelineName])
  }

  @Test func theCountryCodeOfNorwayIsText() throws {
    let (_, diagnostics) = try load(
      pipeline([("sources", "[{use: files, with: {paths: [no, 12:30, 0123, 1_000]}}]")]))
    #expect(diagnostics.isEmpty)
  }

  @Test func aCheckWithoutARunAllowsWhatARunMustBeGiven() throws {
    let text = pipeline([
      ("vars", "{days: {type: integer, required: true}}"),
      (
        "extract",
        "[page-text, people, {use: quotes, with: {min_words: \"${vars.days}\"}}]"
      ), ("publish", "{dir: \"a/${run.date}\"}"),
    ])
    #expect(try load(text).diagnostics.map(\.code) == [.unsetReference])
    #expect(try load(text, requiresValues: false).diagnostics.isEmpty)
    let found = try load(text, variables: ["days": "1000"]).diagnostics
    #expect(found.map(\.code) == [.settingRange])
    #expect(found.first?.place.column == 62)
  }

  @Test func stagesAreFoundInTheirSectionsOnly() throws {
    for (key, text) in [
      ("sources", "[json]"), ("extract", "[page-text, files]"), ("transform", "[quotes]"),
      ("render", "[merge-people]"),
    ] {
      let codes = try load(pipeline([(key, text)])).diagnostics.map(\.code)
      #expect(codes.contains(.wrongSection), "\(key)")
    }
  }
}
