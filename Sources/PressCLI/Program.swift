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
    await $registry.withValue(registry) { await run(Array(CommandLine.arguments.dropFirst())) }
  }

  /// Runs a command as `main()` would, with the prefix and the help that all errors have here.
  private static func run(_ arguments: [String]) async {
    do {
      try refuseUnknown(arguments, of: Root.self, named: "presswork")
      var command = try Root.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = Root.exitCode(for: error)
      let message = Root.fullMessage(for: error)
      guard code != .success, message.hasPrefix("Error: ") else { Root.exit(withError: error) }
      Console.note("presswork: error: " + message.dropFirst("Error: ".count))
      Root.exit(withError: code)
    }
  }

  /// A command that is none, and what may have been meant.
  private static func refuseUnknown(
    _ arguments: [String], of command: any ParsableCommand.Type, named name: String
  ) throws {
    let commands = command.configuration.subcommands
    guard !commands.isEmpty, command.configuration.defaultSubcommand == nil,
      let given = arguments.first, !given.hasPrefix("-"), given != "help"
    else { return }
    if let next = commands.first(where: { $0._commandName == given }) {
      return try refuseUnknown(
        Array(arguments.dropFirst()), of: next, named: "\(name) \(given)")
    }
    let near = nearest(to: given, among: commands.map { $0._commandName })
    let help = near.map { "; did you mean '\($0)'?" } ?? ": \(name) --help lists all"
    Console.note("presswork: error: '\(name)' has no command '\(given)'\(help)")
    throw ExitStatus.usage.code
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
