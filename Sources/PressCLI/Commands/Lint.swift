import ArgumentParser
import PressEngine
import PressPipeline

/// `presswork lint`
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check pipeline files and say all that is wrong with them.",
    discussion: """
      Examples:
        presswork lint                       every pipeline of this project
        presswork lint bamako-ministerial
        presswork lint Pipelines/*.yaml
      """)

  @Argument(help: "Names in Pipelines/, or pipelines' files; none for all.")
  var pipelines: [String] = []

  func run() throws {
    let finder = PipelineFinder()
    let files = pipelines.isEmpty ? finder.files : try pipelines.map(finder.file)
    guard !files.isEmpty else {
      Console.note(
        "presswork: error: there is no pipeline here; 'presswork new pipeline NAME' makes one")
      throw ExitStatus.noInput.code
    }
    var errors = 0
    var warnings = 0
    for file in files {
      let diagnostics: [Diagnostic]
      do {
        diagnostics = try finder.load(file, as: finder.shown(file)).diagnostics
      } catch {
        Console.note("presswork: error: \(error)")
        throw ExitStatus.noInput.code
      }
      DiagnosticView.print(diagnostics)
      errors += diagnostics.count { $0.severity == .error }
      warnings += diagnostics.count { $0.severity == .warning }
    }
    let count = counted(files.count, "pipeline")
    Console.output("\(count): \(counted(errors, "error")), \(counted(warnings, "warning"))")
    if errors > 0 { throw ExitStatus.findings.code }
  }
}
