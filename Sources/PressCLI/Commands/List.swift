import ArgumentParser
import PressPipeline

/// `presswork list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the named pipelines of this project.",
    discussion: """
      Example:
        presswork list
      """)

  func run() throws {
    let finder = PipelineFinder()
    guard finder.root != nil else {
      Console.note("presswork: error: there is no folder 'Pipelines' here or above")
      throw ExitStatus.noInput.code
    }
    let names = finder.files.map(PipelineFinder.name(ofFile:))
    let width = names.map(\.count).max() ?? 0
    for (file, name) in zip(finder.files, names) {
      let title: String
      switch Result(catching: { () throws in try finder.load(file, as: finder.shown(file)) }) {
      case .success(let loaded):
        let errors = loaded.diagnostics.count { $0.severity == .error }
        title =
          loaded.pipeline.map { $0.title ?? "" } ?? "(\(counted(errors, "error")): presswork lint)"
      case .failure(let error):
        title = "(\(error))"
      }
      Console.output("\(name.padded(to: width))  \(title)")
    }
  }
}
