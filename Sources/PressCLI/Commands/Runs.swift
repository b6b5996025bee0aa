import ArgumentParser
import PressEngine
import PressStage
import PressState

/// `presswork runs`
struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what earlier runs did.",
    discussion: """
      Every run is entered in the project's ledger and none is ever overwritten.

      Examples:
        presswork runs
        presswork runs nightly --limit 5
        presswork runs --show 12           every item of run 12 and how it ended
        presswork runs --compact 400       make room: of runs older than 400 days, the
                                           items go that later packs list again
      """)

  @Argument(help: "A pipeline's name; all of them without one.")
  var pipeline: String?

  @Option(help: "How many runs to show, the newest first.")
  var limit = 20

  @Option(help: "Show the items of the run with this number.")
  var show: Int64?

  @Option(help: "Remove what later runs list again of runs older than so many days.")
  var compact: Int?

  @OptionGroup var state: StateOptions

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    guard compact.map({ (1...100_000).contains($0) }) ?? true else {
      throw ValidationError("--compact takes a number of days, at least 1")
    }
  }

  func run() throws {
    let ledger = try StateAccess(state).ledger()
    do {
      if let compact {
        let count = try ledger.compact(before: Clock.now(daysAgo: compact).asOf)
        Console.output("\(count) items of old runs removed")
        return
      }
      guard let show else {
        let runs = try ledger.runs(of: pipeline, limit: max(1, limit))
        if let pipeline, runs.isEmpty { try refuse(pipeline, ledger) }
        for run in runs { print(run) }
        return
      }
      guard let run = try ledger.run(show) else {
        Console.note("presswork: error: there is no run \(show)")
        throw ExitStatus.noInput.code
      }
      let items = try ledger.items(of: show)
      for item in items { print(item) }
      let missing = (run.metrics["items"] ?? 0) + (run.metrics["held"] ?? 0) - items.count
      if missing > 0 { Console.note("\(missing) more are listed by later runs") }
    } catch let error as StateError {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
  }

  /// A name that no run has, and what may have been meant.
  private func refuse(_ pipeline: String, _ ledger: Ledger) throws {
    let known = Set(try ledger.runs(of: nil, limit: 10_000).map(\.pipeline)).sorted()
    let near = nearest(to: pipeline, among: known).map { "; did you mean '\($0)'?" }
    let all = known.isEmpty ? "" : "; there are runs of: \(known.joined(separator: ", "))"
    Console.note("presswork: error: no pipeline '\(pipeline)' ever ran here\(near ?? all)")
    throw ExitStatus.noInput.code
  }

  private func print(_ run: RunRow) {
    guard json else {
      let documents = run.metrics["documents"].map { "  " + counted($0, "document") } ?? ""
      let reason = run.reason.map { "  \($0)" } ?? ""
      Console.output(
        "\(run.id)  \(run.pipeline)  \(run.started)  \(run.outcome.rawValue)\(documents)\(reason)")
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("run")
      writer.value(Int(run.id))
      for (key, value) in [
        ("pipeline", run.pipeline), ("asOf", run.asOf), ("started", run.started),
        ("ended", run.ended), ("outcome", run.outcome.rawValue), ("reason", run.reason),
        ("folder", run.target),
      ] {
        writer.key(key)
        writer.value(value)
      }
      writer.key("metrics")
      writer.object { writer in
        for (name, value) in run.metrics.sorted(by: { $0.key < $1.key }) {
          writer.key(name)
          writer.value(value)
        }
      }
    }
    Console.output(String(decoding: writer.bytes, as: UTF8.self))
  }

  private func print(_ item: ItemRow) {
    guard json else {
      let why = [item.stage, item.detail].compactMap { $0 }.joined(separator: ": ")
      Console.output("\(item.fate)  \(item.origin)" + (why.isEmpty ? "" : "  \(why)"))
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("origin", item.origin), ("document", item.document), ("sha256", item.sha256),
        ("fate", item.fate), ("stage", item.stage), ("detail", item.detail),
      ] {
        writer.key(key)
        writer.value(value)
      }
    }
    Console.output(String(decoding: writer.bytes, as: UTF8.self))
  }
}
