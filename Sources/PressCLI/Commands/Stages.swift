import ArgumentParser
import PressStage

/// `presswork stages`
struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the stages that are compiled in, one a line.",
    discussion: """
      Examples:
        presswork stages
        presswork stages --kind extractor
      """)

  @Option(help: "Only one kind: source, reader, extractor, transformer or renderer.")
  var kind: StageRole?

  func run() {
    let entries = Program.registry.entries.filter { kind == nil || $0.role == kind }
    let nameWidth = entries.map(\.name.count).max() ?? 0
    let moduleWidth = entries.map(\.module.count).max() ?? 0
    for entry in entries {
      let columns = [
        entry.role.section.rawValue.padded(to: 9), entry.role.rawValue.padded(to: 11),
        entry.name.padded(to: nameWidth), entry.module.padded(to: moduleWidth), entry.type.summary,
      ]
      Console.output(columns.joined(separator: "  "))
    }
  }
}

extension StageRole: ExpressibleByArgument {}
