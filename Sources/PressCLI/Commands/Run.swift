import ArgumentParser
import PressEngine
import PressModel
import PressPipeline

/// `presswork run`
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a pipeline and publish its pack.",
    discussion: """
      The pack is written aside, verified, and then put in the place of the last one in one step. \
      When anything fails, the last pack stays as it was.

      Examples:
        presswork run bamako-ministerial
        presswork run nightly --as-of 2026-03-01 --var inbox=/srv/releases
        presswork run Pipelines/nightly.yaml --jobs 1
        presswork run nightly --fresh      whatever earlier runs have found out
      """)

  @Argument(
    help: "A name in Pipelines/, or a pipeline's file.",
    completion: .custom { _, _, _ in PipelineFinder().files.map(PipelineFinder.name(ofFile:)) })
  var pipeline: String

  @Option(
    name: .customLong("as-of"),
    help: "The moment that the run stands for: a day, or a date and time with its offset.")
  var asOf: String?

  @Option(
    name: .customLong("var"), help: "A value for one of the pipeline's vars, as NAME=VALUE.")
  var variables: [String] = []

  @Option(help: "How many documents to work on at once.")
  var jobs = Machine.cores

  @Flag(help: "Do everything anew, whatever earlier runs have found out.")
  var fresh = false

  @OptionGroup var state: StateOptions

  @OptionGroup var logging: LogOptions

  @Flag(help: "Print the result as one JSON object.")
  var json = false

  func validate() throws {
    if let asOf, Clock.moment(asOf) == nil {
      throw ValidationError(
        "'\(asOf)' is no day such as 2026-03-01 and no date and time such as "
          + "2026-03-01T06:00:00+01:00")
    }
    if let wrong = variables.first(where: { !$0.contains("=") }) {
      throw ValidationError("'\(wrong)' is not NAME=VALUE")
    }
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
  }

  func run() async throws {
    let finder = PipelineFinder()
    let log = logging.log(otherwise: .silent)
    let request = RunRequest(
      try finder.file(pipeline), asOf: asOf, variables: variables, finder: finder)
    let loaded: Pipeline?
    do {
      loaded = try request.load(log)
    } catch {
      log.failed(PipelineFinder.name(ofFile: request.file), error)
      throw ExitStatus.noInput.code
    }
    guard let checked = loaded else { throw ExitStatus.configuration.code }
    let progress = Progress(checked.name, log)
    do {
      var result = try await request.run(
        checked, jobs: jobs, state: state, isFresh: fresh, observer: progress
      ).run()
      result.folder = finder.shown(result.folder)
      let view = RunView(name: checked.name, folder: result.folder, result)
      view.showNotes(log)
      progress.ended(result)
      view.show(json: json)
    } catch let failure as RunFailure {
      log.failed(checked.name, failure)
      throw failure.status.code
    }
  }
}

extension RunFailure {
  /// The exit code that tells a scheduler what happened.
  var status: ExitStatus {
    switch self {
    case .noInput: .noInput
    case .stage, .checks, .quarantine, .clock: .notPublished
    case .locked: .locked
    case .state: .cannotWrite
    case .bug: .bug
    case .publishing(let refusal): refusal.isDiskError ? .cannotWrite : .notPublished
    }
  }

  /// What became of the last pack.
  var consequence: String {
    if case .locked = self { return "try again when it has ended" }
    return "nothing was published; the last pack is as it was"
  }
}
