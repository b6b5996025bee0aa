import ArgumentParser
import PressEngine
import PressPipeline
import PressStage

/// `presswork plan`
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a run would read, and why.",
    discussion: """
      A document is read anew, by all stages of `extract`, when its bytes, a stage's version or \
      settings, or the program has changed. Transformers and renderers run over the whole pack \
      whenever it changes. More than ten documents with the same reason are one line. Nothing is \
      run here.

      Examples:
        presswork plan nightly
        presswork plan nightly --all       a line for each, those that are known too
      """)

  @Argument(help: "A name in Pipelines/, or a pipeline's file.") var pipeline: String

  @Option(
    name: .customLong("as-of"),
    help: "The moment that the run would stand for.") var asOf: String?

  @Flag(help: "A line for each document, those that are known too.") var all = false

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
      let plan = try await PipelinePlan(
        checked, layout: request.layout, version: Program.version, moment: request.moment,
        namesMoment: request.namesMoment, state: state.folder(root: request.layout.root)
      ).work()
      if json {
        let stages = (checked.readers.map(\.name) + checked.extractors.map(\.name))
        for item in plan.items { show(item, stages) }
      } else {
        for line in PlanView(plan, all: all).lines { Console.output(line) }
      }
      let count = plan.items.count { !$0.reasons.isEmpty }
      let all = counted(plan.items.count, "document")
      Console.note("\(checked.name): \(count) of \(all) would be read")
      if count > 0 {
        Console.note(
          "  by one of \(checked.readers.names()), then \(checked.extractors.names())")
      }
      guard !plan.packReasons.isEmpty else {
        Console.note("\(checked.name): the pack would stay as it is")
        return
      }
      Console.note(
        "\(checked.name): the pack would be made anew, because "
          + plan.packReasons.joined(separator: "; "))
      if !checked.transformers.isEmpty {
        Console.note("  transform: \(checked.transformers.names())")
      }
      Console.note("  render: \(checked.renderers.names())")
    } catch let failure as RunFailure {
      Console.note("presswork: \(checked.name): error: \(failure)")
      throw failure.status.code
    }
  }

  /// `stages`: those that read a document that is not known.
  private func show(_ item: PipelinePlan.Item, _ stages: [String]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("origin")
      writer.value(item.origin)
      writer.key("reason")
      writer.value(item.reasons.isEmpty ? nil : item.reasons.joined(separator: "; "))
      writer.key("stages")
      writer.strings(item.reasons.isEmpty ? [] : stages)
    }
    Console.output(String(decoding: writer.bytes, as: UTF8.self))
  }
}

/// A plan in lines: many items with the same reasons are one.
struct PlanView {
  /// More of them are counted.
  private static let most = 10

  let lines: [String]

  init(_ plan: PipelinePlan.Work, all: Bool) {
    let groups = Dictionary(grouping: plan.items, by: \.reasons)
    var counted: Set<[String]> = []
    var lines: [String] = []
    for item in plan.items where all || !item.reasons.isEmpty {
      let why =
        item.reasons.isEmpty ? "known" : "read, because \(item.reasons.joined(separator: "; "))"
      let count = groups[item.reasons]?.count ?? 0
      guard !all, count > Self.most else {
        lines.append("\(item.origin): \(why)")
        continue
      }
      guard counted.insert(item.reasons).inserted else { continue }
      lines.append("\(item.origin) and \(count - 1) others: \(why)")
    }
    self.lines = lines
  }
}

extension Array {
  fileprivate func names<Role>() -> String where Element == StageUse<Role> {
    map(\.name).joined(separator: ", ")
  }
}
