import ArgumentParser
import PressEngine
import PressStage

/// `presswork new`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a stage or a pipeline to start from.",
    subcommands: [NewStage.self, NewPipeline.self])
}

/// `presswork new stage`
struct NewStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Make a folder in Plugins/ with a stage that builds, its examples and its test.",
    discussion: """
      Example:
        presswork new stage ticket-numbers --kind extractor
        make build
        presswork describe ticket-numbers
      """)

  @Argument(help: "The stage's YAML name, such as ticket-numbers.")
  var name: String

  @Option(help: "source, reader, extractor, transformer or renderer.")
  var kind: StageRole

  func validate() throws {
    let isName = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let startsWithLetters = parts.allSatisfy { ($0.utf8.first ?? 0) >= 0x61 }
    guard isName, startsWithLetters else {
      throw ValidationError(
        "'\(name)' is no stage name: use lower-case words parted by hyphens, each starting with a "
          + "letter")
    }
  }

  func run() throws {
    let folder = Disk.workingFolder
    guard let root = ProjectLayout.root(above: folder), Disk.isFolder(Path.join(root, "Plugins"))
    else {
      Console.note(
        "presswork: error: there is no folder 'Plugins' beside 'Pipelines' here or above")
      throw ExitStatus.noInput.code
    }
    if let entry = Program.registry[name, kind.section] {
      Console.note("presswork: error: module \(entry.module) has a stage named '\(name)' already")
      throw ExitStatus.cannotWrite.code
    }
    let scaffold = StageScaffold(name: name, role: kind)
    try NewFiles.write(scaffold.files, below: Path.join(root, "Plugins/\(scaffold.type)"))
    Console.output(
      """
      next: make build && .build/debug/presswork describe \(name)
            swift test --filter \(scaffold.type)Tests
      """)
  }
}

/// `presswork new pipeline`
struct NewPipeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Make a pipeline that reads the files of a folder 'Inbox', and that folder.",
    discussion: """
      Example:
        presswork new pipeline nightly
        presswork lint nightly
      """)

  @Argument(help: "The pipeline's name, such as nightly.")
  var name: String

  func validate() throws {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    guard isName, !name.hasPrefix("-"), !name.hasSuffix("-") else {
      throw ValidationError(
        "'\(name)' is no pipeline name: use lower-case letters, digits and hyphens")
    }
  }

  func run() throws {
    let finder = PipelineFinder()
    let root = finder.root ?? finder.workingFolder
    let text = PipelineScaffold(name: name, registry: Program.registry).text
    try NewFiles.write(["\(name).yaml": text], below: Path.join(root, "Pipelines"))
    let inbox = Path.join(root, PipelineScaffold.inbox)
    do {
      if !Disk.isFolder(inbox) {
        try Disk.makeFolder(inbox)
        Console.output("made \(finder.shown(inbox))")
      }
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.cannotWrite.code
    }
    Console.output("next: put documents into \(finder.shown(inbox)), then: presswork run \(name)")
  }
}

/// Files that a person starts from.
enum NewFiles {
  /// Writes none where one of them exists.
  static func write(_ files: [String: String], below folder: String) throws {
    let paths = files.keys.sorted().map { (name: $0, path: Path.join(folder, $0)) }
    if let existing = paths.first(where: { Disk.exists($0.path) }) {
      Console.note("presswork: error: '\(PipelineFinder().shown(existing.path))' exists already")
      throw ExitStatus.cannotWrite.code
    }
    for (name, path) in paths {
      do {
        try Disk.create(path, files[name] ?? "")
      } catch {
        Console.note("presswork: error: \(error)")
        throw ExitStatus.cannotWrite.code
      }
      Console.output("made \(PipelineFinder().shown(path))")
    }
  }
}
