import PressEngine
import PressPipeline

/// Finds packs by the folder or the pipeline's name that a person gives.
struct PackFinder {
  private let pipelines = PipelineFinder()

  func shown(_ path: String) -> String { pipelines.shown(path) }

  /// The folder of one pack: one that was given, or the last of a pipeline's.
  func one(_ given: String) throws -> String {
    let path = Path.join(pipelines.workingFolder, given)
    if Disk.exists(Path.join(path, "pack.json")) { return path }
    if let last = try packs(ofPipeline: given)?.last { return last }
    throw missing(given)
  }

  /// The last pack of a pipeline as a person would write it; nil where a name is none or a folder's.
  func last(ofPipeline given: String) throws -> String? {
    guard !Disk.exists(Path.join(pipelines.workingFolder, given)),
      let packs = try packs(ofPipeline: given)
    else { return nil }
    guard let last = packs.last else {
      Console.note("presswork: error: pipeline '\(given)' has no pack")
      throw ExitStatus.noInput.code
    }
    return shown(last)
  }

  /// Two packs, the earlier one first.
  func two(_ given: [String]) throws -> (String, String) {
    if given.count == 2 { return (try one(given[0]), try one(given[1])) }
    let name: String
    if let only = given.first {
      name = only
    } else {
      let names = pipelines.files.map(PipelineFinder.name(ofFile:))
      guard names.count == 1 else {
        Console.note("presswork: error: name a pack's folder or a pipeline")
        throw ExitStatus.usage.code
      }
      name = names[0]
    }
    let path = Path.join(pipelines.workingFolder, name)
    if Disk.exists(Path.join(path, "pack.json")) {
      let folders = PublishedPack.folders(in: Path.parent(of: path))
      guard let before = folders.last(where: { Self.name($0) < Self.name(path) }) else {
        Console.note("presswork: error: there is no pack before '\(name)'")
        throw ExitStatus.noInput.code
      }
      return (before, path)
    }
    guard let packs = try packs(ofPipeline: name) else { throw missing(name) }
    guard packs.count >= 2 else {
      Console.note(
        "presswork: error: pipeline '\(name)' has \(packs.count == 0 ? "no pack" : "one pack only"); "
          + "a 'publish.dir' with '${run.date}' keeps one a day")
      throw ExitStatus.noInput.code
    }
    return (packs[packs.count - 2], packs[packs.count - 1])
  }

  private static func name(_ path: String) -> String { Path.name(of: path) }

  private func missing(_ given: String) -> any Error {
    Console.note("presswork: error: there is no pack and no pipeline '\(given)'")
    return ExitStatus.noInput.code
  }

  /// The packs beside the one that the pipeline would publish now, by name; nil for a name that no
  /// pipeline has.
  private func packs(ofPipeline name: String) throws -> [String]? {
    let names = pipelines.files.map(PipelineFinder.name(ofFile:))
    guard names.contains(name) else { return nil }
    let file = try pipelines.file(name)
    guard let pipeline = try? pipelines.load(file, as: pipelines.shown(file)).pipeline else {
      return []
    }
    let root = ProjectLayout(file: file).root
    let target = Path.join(root, pipeline.publish.folder.text)
    let beside = PublishedPack.folders(in: Path.parent(of: target)).filter {
      (try? PublishedPack.pipeline(of: $0)) == name
    }
    return beside
  }
}
