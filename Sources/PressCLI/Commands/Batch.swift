import ArgumentParser
import PressEngine
import PressPipeline
import PressState

/// `presswork batch`
struct Batch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run several pipelines, one after the other.",
    discussion: """
      A pipeline that fails, or whose file has errors, does not stop the others; the exit code is 5 \
      then, or 75 where others were running all that was not run. With --tag, files with errors \
      count as failed, whatever their tags.

      Examples:
        presswork batch                              all pipelines of the project
        presswork batch --tag nightly --junit nightly.xml
        presswork batch Pipelines/*.yaml --metrics /var/lib/node/presswork.prom
        presswork batch --tag nightly --ping https://watch.example.org/presswork
      """)

  @Argument(
    help: "Names in Pipelines/ or pipelines' files; all of the project without one.",
    completion: .custom { _, _, _ in PipelineFinder().files.map(PipelineFinder.name(ofFile:)) })
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

  @Option(help: "Write a report for programs to this file (JSON, as --json prints).")
  var report: String?

  @Option(help: "Write metrics for Prometheus to this file, whose name ends in .prom.")
  var metrics: String?

  @Option(help: "Ask for this http or https address, by curl, when all pipelines went well.")
  var ping: String?

  @Flag(help: "Say in reports how long the pipelines took.") var timings = false

  @OptionGroup var logging: LogOptions

  @Flag(help: "Print the results as one JSON object.") var json = false

  func validate() throws {
    if let asOf, Clock.moment(asOf) == nil {
      throw ValidationError("'\(asOf)' is no day and no date and time with its offset")
    }
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
    if let ping, Ping(ping) == nil {
      throw ValidationError("'\(ping)' is no http or https address")
    }
    if let metrics, !metrics.hasSuffix(".prom") {
      throw ValidationError("'\(metrics)' must end in .prom, or the collector does not read it")
    }
  }

  func run() async throws {
    let finder = PipelineFinder()
    let log = logging.log(otherwise: .text)
    let chosen = try choose(finder, log)
    var report = BatchReport()
    report.hasTimings = timings
    for (index, choice) in chosen.enumerated() {
      let place = "\(index + 1)/\(chosen.count)"
      report.results.append(await run(choice, place, finder, log))
    }
    let isWritten = write(report, log)
    Console.output(json ? report.json : report.text)
    if let status = report.exitStatus { throw status.code }
    guard isWritten else { throw ExitStatus.cannotWrite.code }
    if let ping = ping.flatMap({ Ping($0) }) {
      do throws(Ping.Failure) { try ping.send() } catch { log.warning("batch", "\(error)") }
    }
  }

  // MARK: - Choosing

  private struct Choice {
    var name: String
    var request: RunRequest?
    /// Nil for one that cannot be run.
    var pipeline: Pipeline?
    var reason = ""
    var status = ExitStatus.configuration
  }

  /// The pipelines to run, and those that cannot be.
  private func choose(_ finder: PipelineFinder, _ log: RunLog) throws -> [Choice] {
    var chosen: [Choice] = []
    var files: [String: String] = [:]
    for word in pipelines.isEmpty ? finder.files : pipelines {
      // The finder has said what is wrong; one word that names nothing stops no other.
      guard let file = try? finder.file(word) else {
        guard !chosen.contains(where: { $0.request == nil && $0.name == word }) else { continue }
        chosen.append(Choice(name: word, reason: "there is no such pipeline", status: .noInput))
        continue
      }
      let name = PipelineFinder.name(ofFile: file)
      if let other = files.updateValue(file, forKey: name) {
        guard other != file else { continue }
        // They would share a lock, a ledger and a line in every report.
        Console.note("presswork: error: '\(other)' and '\(file)' have the same name")
        throw ExitStatus.usage.code
      }
      let choice = load(file, name, finder, log)
      if let tag, let pipeline = choice.pipeline, !pipeline.tags.contains(tag) { continue }
      chosen.append(choice)
    }
    guard !chosen.isEmpty else {
      let which = tag.map { " with the tag '\($0)'" } ?? ""
      Console.note("presswork: error: there is no pipeline\(which)")
      throw ExitStatus.noInput.code
    }
    return chosen
  }

  private func load(
    _ file: String, _ name: String, _ finder: PipelineFinder, _ log: RunLog
  ) -> Choice {
    let request = RunRequest(file, asOf: asOf, finder: finder)
    do {
      let pipeline = try request.load(log)
      return Choice(
        name: name, request: request, pipeline: pipeline, reason: "its file has errors")
    } catch {
      log.failed(name, error)
      return Choice(name: name, request: request, reason: "\(error)", status: .noInput)
    }
  }

  // MARK: - Running

  private func run(
    _ choice: Choice, _ place: String, _ finder: PipelineFinder, _ log: RunLog
  ) async -> BatchReport.Result {
    let started = Clock.monotonic()
    func result(_ ending: BatchReport.Result.Ending) -> BatchReport.Result {
      BatchReport.Result(
        pipeline: choice.name, ending: ending, seconds: Clock.monotonic() - started,
        lastSuccess: metrics == nil ? nil : choice.request.flatMap(lastSuccess))
    }
    guard let pipeline = choice.pipeline, let choiceRequest = choice.request else {
      return result(.failed(choice.reason, choice.status))
    }
    // The clock's moment is that of the run, not of the batch's begin.
    let request = RunRequest(choiceRequest.file, asOf: asOf, finder: finder)
    let progress = Progress(pipeline.name, log, place: place)
    do {
      var done = try await request.run(
        pipeline, jobs: jobs, state: state, isFresh: fresh, observer: progress
      ).run()
      done.folder = finder.shown(done.folder)
      RunView(name: pipeline.name, folder: done.folder, done).showNotes(log)
      progress.ended(done)
      return result(.done(done))
    } catch {
      log.failed(pipeline.name, error)
      return result(.failed("\(error)", (error as? RunFailure)?.status ?? .bug))
    }
  }

  /// When a pipeline's last good run ended, as the ledger knows.
  private func lastSuccess(_ request: RunRequest) -> Int? {
    let folder = state.folder(root: request.layout.root)
    let name = PipelineFinder.name(ofFile: request.file)
    guard Disk.exists("\(folder)/ledger.sqlite"),
      let run = try? Ledger(folder: folder).lastSuccess(name)
    else { return nil }
    return (run.ended.flatMap(Clock.moment)).flatMap(Clock.seconds(of:))
  }

  // MARK: - Reporting

  /// Whether all reports that were asked for could be written.
  private func write(_ report: BatchReport, _ log: RunLog) -> Bool {
    let now = Clock.seconds(of: Clock.now()) ?? 0
    let texts: [(path: String?, text: () -> String)] = [
      (junit, { BatchJUnit(report: report).text }), (self.report, { report.json + "\n" }),
      (metrics, { BatchMetrics(report: report, now: now).text }),
    ]
    var isWritten = true
    for case (let path?, let text) in texts {
      do {
        try Disk.replace(Path.join(Disk.workingFolder, path), text())
      } catch {
        log.failed("batch", error)
        isWritten = false
      }
    }
    return isWritten
  }
}
