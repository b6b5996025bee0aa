import ArgumentParser
import PressEngine
import PressModel
import PressPipeline
import PressStage

/// `presswork schema`
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of pipeline files or of packs.",
    discussion: """
      Examples:
        presswork schema pipeline --write    where editors find it, in .presswork/
        presswork schema pack > pack.schema.json
      """)

  enum Subject: String, CaseIterable, ExpressibleByArgument { case pipeline, pack }

  @Argument(help: "'pipeline' or 'pack'.")
  var subject: Subject

  @Flag(help: "Write it into .presswork/ of this project instead.")
  var write = false

  func run() throws {
    let text =
      switch subject {
      case .pipeline: PipelineSchema.json(Program.registry)
      case .pack: PackSchema.json(kinds: Self.kinds)
      }
    guard write else {
      Console.output(Array(text.utf8))
      return
    }
    let finder = PipelineFinder()
    let folder = finder.root ?? finder.workingFolder
    let path = Path.join(folder, ".presswork/\(subject.rawValue).schema.json")
    do {
      try Disk.replace(path, text)
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.cannotWrite.code
    }
    Console.output("wrote \(finder.shown(path))")
  }

  /// The kinds of fact that the compiled extractors add.
  private static var kinds: [FactKind] {
    Program.registry.entries(.extractor).flatMap { entry in
      (entry.type as? any Extractor.Type)?.kinds ?? []
    }
  }
}
