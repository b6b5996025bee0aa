import PressEngine
import PressPipeline
import PressStage

/// Finds pipelines by the name or the path that a person gives, and reads them.
struct PipelineFinder {
  let workingFolder = Disk.workingFolder

  /// The folder that holds `Pipelines/`, at or above the working folder.
  var root: String? { ProjectLayout.root(above: workingFolder) }

  /// The files of all named pipelines, by name; empty outside of a project.
  var files: [String] { root.flatMap { try? ProjectLayout.pipelines(below: $0) } ?? [] }

  static func name(ofFile path: String) -> String {
    String(Path.name(of: path).split(separator: ".").first ?? "")
  }

  /// The absolute path of a pipeline's file. Ends the command with a sentence where there is none.
  func file(_ given: String) throws -> String {
    if given.hasSuffix(".yaml") || given.hasSuffix(".yml") || given.contains("/") {
      let path = Path.join(workingFolder, given)
      guard Disk.exists(path) else {
        Console.note("presswork: error: there is no file '\(given)'")
        throw ExitStatus.noInput.code
      }
      return path
    }
    if let file = files.first(where: { Self.name(ofFile: $0) == given }) { return file }
    let names = files.map(Self.name(ofFile:))
    var message = "presswork: error: no pipeline is named '\(given)'"
    if let name = nearest(to: given, among: names) {
      message += "; did you mean '\(name)'?"
    } else if names.isEmpty {
      message += ": there is no folder 'Pipelines' here or above"
    } else {
      message += "; there are: \(names.joined(separator: ", "))"
    }
    Console.note(message)
    throw ExitStatus.noInput.code
  }

  /// A pipeline and what is wrong with its file.
  ///
  /// - Parameters:
  ///   - path: as it shall stand in messages.
  ///   - run: the moment of a run; nil for a check of the file alone, which no value of a variable
  ///     needs to be given for.
  func load(
    _ file: String, as path: String, variables: [String: String] = [:], run: RunMoment? = nil
  ) throws(DiskError) -> (pipeline: Pipeline?, diagnostics: [Diagnostic]) {
    let bytes = try Disk.read(file, limit: 1 << 30)
    let context = PipelineContext(
      variables: variables, environment: { Console.environment($0) }, run: run ?? .placeholder,
      requiresValues: run != nil)
    return PipelineFile.load(
      bytes: bytes, path: path, registry: Program.registry, context: context)
  }

  /// A path as a person in the working folder would write it.
  func shown(_ path: String) -> String { Path.relative(path, to: workingFolder) }
}
