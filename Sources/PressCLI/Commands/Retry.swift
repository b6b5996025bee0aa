import ArgumentParser
import PressEngine
import PressPipeline
import PressState

/// `presswork retry`
struct Retry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a pipeline again over what failed.",
    discussion: """
      Everything in the pipeline's quarantine is taken again; what earlier runs have found out is \
      not. Where nothing failed, nothing is run.

      Examples:
        presswork retry nightly
      """)

  @Argument(help: "A name in Pipelines/, or a pipeline's file.") var pipeline: String

  @Option(
    name: .customLong("as-of"),
    help: "The moment that the run stands for: a day, or a date and time with its offset.")
  var asOf: String?

  @Option(help: "How many documents to work on at once.") var jobs = Machine.cores

  @OptionGroup var state: StateOptions

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let finder = PipelineFinder()
    let request = RunRequest(try finder.file(pipeline), asOf: asOf, finder: finder)
    let name = PipelineFinder.name(ofFile: request.file)
    let access = try StateAccess(state)
    do {
      let ledger = try access.ledger()
      let waiting = try ledger.quarantine(of: name).filter { $0.status != .dropped }
      let last = try ledger.runs(of: name, limit: 1).first
      let hasFailed = last.map { $0.outcome == .failed || $0.outcome == .interrupted } ?? false
      guard !waiting.isEmpty || hasFailed else {
        Console.output("\(name): nothing failed")
        return
      }
      try ledger.mark(waiting.map(\.id), .retry)
    } catch let error as StateError {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
    var run = Run()
    run.pipeline = request.file
    run.asOf = asOf
    run.variables = []
    run.jobs = jobs
    run.fresh = false
    run.state = state
    run.logging = logging
    run.json = false
    try await run.run()
  }
}
