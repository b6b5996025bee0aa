import ArgumentParser
public import PressStage

/// The command line of Presswork, for the binary of this package and for those of others.
///
///     import PressCLI
///     import RegisteredStages
///     await Program.main(stages: registeredStages)
public enum Program {
  public static let version = "0.1.0"

  /// The stages that are compiled into the running program.
  @TaskLocal static var registry = StageRegistry.empty

  /// Runs the command that the program's arguments name and ends the program.
  public static func main(stages: [StageModule]) async {
    let registry: StageRegistry
    do {
      registry = try StageRegistry(stages)
    } catch {
      Console.note("presswork: error: \(error)")
      Root.exit(withError: ExitStatus.configuration.code)
    }
    await $registry.withValue(registry) { await Root.main() }
  }
}

/// `presswork` itself.
struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presswork",
    abstract: "Turns press releases and speeches into verified briefing packs.",
    discussion: """
      Examples:
        presswork read release.txt       show what is understood of one file
        presswork list                   the named pipelines of this project
        presswork run NAME               run one and publish its pack
        presswork verify Reports/NAME    check a pack against its sources
        presswork new pipeline NAME      start a pipeline of your own
      """,
    version: Program.version,
    subcommands: [
      Run.self, Read.self, Audit.self, Lint.self, List.self, Stages.self, Describe.self,
      Verify.self, Diff.self, Explain.self, Batch.self, Plan.self, Runs.self, Quarantine.self,
      Cache.self, Retry.self, Doctor.self, New.self,
      Schema.self,
    ]
  )
}
