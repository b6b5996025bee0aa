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

  @Flag(help: "Print Markdown.")
  var markdown = false

  func run() throws {
    guard let entry = Program.registry[stage] else {
      let names = Program.registry.entries.map(\.name)
      let hint = nearest(to: stage, among: names).map { "; did you mean '\($0)'?" } ?? ""
      Console.note("presswork: error: no stage is named '\(stage)'\(hint)")
      throw ExitStatus.noInput.code
    }
    let description = StageDescription(entry)
    let text = markdown ? description.markdown : description.text
    Console.output(Array(text.utf8))
  }
}
