public import PressPipeline
import PressStage
import Synchronization

/// The folders that a pipeline's sources would look into, found out without reading anything.
public struct SourceFolders: Sendable {
  private let pipeline: Pipeline
  private let layout: ProjectLayout

  public init(_ pipeline: Pipeline, layout: ProjectLayout) {
    self.pipeline = pipeline
    self.layout = layout
  }

  /// The folders that are not there, each with the YAML name of the source that looks into it, in
  /// the order of the pipeline. A run over it ends with no input.
  public nonisolated(nonsending) func missing() async -> [(source: String, folder: String)] {
    var missing: [(source: String, folder: String)] = []
    for use in pipeline.sources {
      let folders = Mutex<[String]>([])
      let base = layout.folder
      let context = SourceContext(
        files: { pattern in
          let folder = FilePattern(pattern).folder
          folders.withLock { $0.append(Path.join(base, folder.isEmpty ? "." : folder)) }
          return []
        },
        standardInput: { [] }, read: { _ in [] },
        inflate: { _, _, _ in throw StageError("nothing is read here") },
        fetch: { _ in throw WebFailure("nothing is fetched here") })
      // Whatever it makes of finding nothing, it has said where it looks.
      _ = try? await use.stage.items(context)
      for folder in folders.withLock({ $0 }) where !Disk.isFolder(folder) {
        guard !missing.contains(where: { $0 == (use.name, folder) }) else { continue }
        missing.append((use.name, folder))
      }
    }
    return missing
  }
}
