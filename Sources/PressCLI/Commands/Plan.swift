import ArgumentParser
import PressEngine
import PressPipeline
import PressStage

/// `presswork plan`
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a run would read, and why.",
    discussion: """
      A document is read anew, by all stages of `extract`, when its bytes, a stage's version or
      settings, or the program has changed. Transformers and renderers run over the whole pack
      whenever it changes. Nothing is run here.

      Examples:
        presswork plan nightly
        presswork plan nightly --all       also those that are known
      """)

  @Argument(help: "A name in Pipelines/, or a pipeline's file.") var pipeline: String

  @Option(
    name: .customLong("as-of"),
    help: "The moment that the run would stand for.") var asOf: String?

  @Flag(help: "Also the documents that are known.") var all = false

  @OptionGroup var state: StateOptions

  @Flag(help: "Print one JSON object a line.") var json = false

  func run() async throws {
    let finder = PipelineFinder()
    let request = RunRequest(try finder.file(pipeline), asOf: asOf, finder: finder)
    let loaded: Pipeline?
    do {
      loaded = try request.load()
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.noInput.code
    }
    guard let checked = loaded else { throw ExitStatus.configuration.code }
    do {
      let items = try await PipelinePlan(
        checked, layout: request.layout, version: Program.version,
        state: state.folder(root: request.layout.root)
      ).items()
      for item in items where all || json || item.reason != nil { show(item) }
      let count = items.count { $0.reason != nil }
      Console.note("\(checked.name): \(count) of \(items.count) documents would be read")
    } catch let failure as RunFailure {
      Console.note("presswork: \(checked.name): error: \(failure)")
      throw failure.status.code
    }
  }

  private func show(_ item: PipelinePlan.Item) {
    guard json else {
      Console.output("\(item.origin): \(item.reason.map { "read, because \($0)" } ?? "known")")
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [("origin", item.origin), ("reason", item.reason)] {
        writer.key(key)
        writer.value(value)
      }
    }
    Console.output(String(decoding: writer.bytes, as: UTF8.self))
  }
}
