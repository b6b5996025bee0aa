import ArgumentParser
import PressPipeline
import PressStage

/// `presswork describe`
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a stage does, its settings and its examples.",
    discussion: """
      Examples:
        presswork describe quotes
        presswork describe --markdown quotes > quotes.md
      """)

  @Argument(
    help: "The stage's name.",
    completion: .custom { _, _, _ in Program.registry.entries.map(\.name) })
  var stage: String

  @Option(help: "Only the one of this kind, where a reader and a renderer share a name.")
  var kind: StageRole?

  @Flag(help: "Print Markdown.")
  var markdown = false

  func run() throws {
    let entries = Program.registry[stage].filter { kind == nil || $0.role == kind }
    guard !entries.isEmpty else {
      let names = Program.registry.entries.map(\.name)
      let hint = nearest(to: stage, among: names).map { "; did you mean '\($0)'?" } ?? ""
      Console.note("presswork: error: no stage is named '\(stage)'\(hint)")
      throw ExitStatus.noInput.code
    }
    let texts = entries.map { entry in
      let description = StageDescription(entry)
      return markdown ? description.markdown : description.text
    }
    Console.output(Array(texts.joined(separator: "\n").utf8))
  }
}
