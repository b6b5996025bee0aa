import ArgumentParser
import PressEngine
import PressPipeline

/// `presswork batch`
struct Batch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run several pipelines, one after the other.",
    discussion: """
      A pipeline that fails does not stop the others; the exit code is 5 then.

      Examples:
        presswork batch                              all pipelines of the project
        presswork batch --tag nightly --junit nightly.xml
        presswork batch Pipelines/*.yaml --metrics /var/lib/node_exporter/presswork.prom
      """)

  @Argument(help: "Names in Pipelines/ or pipelines' files; all of the project without one.")
  var pipelines: [String] = []

  @Option(help: "Only pipelines with this word among their tags.") var tag: String?

  @Option(
    name: .customLong("as-of"),
    help: "The moment that the runs stand for: a day, or a date and time with its offset.")
  var asOf: String?

  @Option(help: "How many documents to work on at once.") var jobs = Machine.cores

  @Flag(help: "Do everything anew, whatever earlier runs have found out.") var fresh = false

  @OptionGroup var state: StateOptions

  @Option(help: "Write a report for build servers to this file (JUnit XML).") var junit: String?

  @Option(help: "Write metrics for Prometheus to this file.") var metrics: String?

  @Flag(help: "Print the results as one JSON object.") var json = false

  func validate() throws {
    if let asOf, Clock.moment(asOf) == nil {
      throw ValidationError("'\(asOf)' is no day and no date and time with its offset")
    }
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
  }

  func run() async throws {
    let finder = PipelineFinder()
    let files = pipelines.isEmpty ? finder.files : try pipelines.map(finder.file)
    var report = BatchReport(moment: asOf.flatMap(Clock.moment) ?? Clock.now())
    for file in files {
      if let result = await run(file, finder) { report.results.append(result) }
    }
    guard !report.results.isEmpty else {
      let which = tag.map { " with the tag '\($0)'" } ?? ""
      Console.note("presswork: error: there is no pipeline\(which)")
      throw ExitStatus.noInput.code
    }
    do {
      if let junit { try Disk.replace(Path.join(Disk.workingFolder, junit), report.junit) }
      if let metrics { try Disk.replace(Path.join(Disk.workingFolder, metrics), report.metrics) }
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.cannotWrite.code
    }
    Console.output(json ? report.json : report.text)
    if report.failures > 0 { throw ExitStatus.batch.code }
  }

  /// Nil for a pipeline that lacks the tag.
  private func run(_ file: String, _ finder: PipelineFinder) async -> BatchReport.Result? {
    let name = PipelineFinder.name(ofFile: file)
    let request = RunRequest(file, asOf: asOf, finder: finder)
    let loaded: Pipeline?
    do {
      loaded = try request.load()
    } catch {
      Console.note("presswork: \(name): error: \(error)")
      return BatchReport.Result(pipeline: name, ending: .failed("\(error)"))
    }
    guard let pipeline = loaded else {
      return BatchReport.Result(pipeline: name, ending: .failed("its file has errors"))
    }
    if let tag, !pipeline.tags.contains(tag) { return nil }
    do {
      let run = request.run(pipeline, jobs: jobs, state: state, isFresh: fresh)
      return BatchReport.Result(pipeline: name, ending: .done(try await run.run()))
    } catch {
      (error as? RunFailure)?.show(name)
      return BatchReport.Result(pipeline: name, ending: .failed("\(error)"))
    }
  }
}
