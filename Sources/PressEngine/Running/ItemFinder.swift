import PressModel
import PressPipeline
import PressStage

/// Asks a pipeline's sources for their items.
struct ItemFinder {
  let pipeline: Pipeline
  let layout: ProjectLayout
  /// The folder of the project's state, where what came over the network is kept; nil for none.
  let state: String?

  /// All items, sorted by where they are from, so that no order of folders or settings shows.
  /// Throws `RunFailure`.
  nonisolated(nonsending) func items() async throws -> [ItemLoader.Named] {
    let folder = layout.folder
    let web = WebClient(store: state.map { Path.join($0, "web") })
    let context = SourceContext(
      files: { pattern in try FilePattern(pattern).files(from: folder) },
      standardInput: { try Disk.readStandardInput(limit: ItemLoader.sizeLimit) },
      read: { try Disk.read(Path.join(folder, $0), limit: ItemLoader.sizeLimit) },
      inflate: { try Inflater.inflate($0, from: $1, limit: $2) },
      fetch: { try await web.fetch($0) })
    var found: [ItemLoader.Named] = []
    for use in pipeline.sources {
      do {
        found += try await use.stage.items(context).map { item in
          ItemLoader.Named(item, path: item.path.map(layout.name(of:)))
        }
      } catch {
        throw RunFailure.noInput("source '\(use.name)': \(error)")
      }
    }
    guard !found.isEmpty else {
      let names = pipeline.sources.map {
        $0.settings.isEmpty ? $0.name : "\($0.name) \($0.settings)"
      }
      throw RunFailure.noInput("the sources found nothing: \(names.joined(separator: "; "))")
    }
    let sorted = found.sorted { $0.origin.precedes($1.origin) }
    // One file that two patterns match is one item.
    var files: Set<String> = []
    return sorted.filter { named in
      guard case .file(let path) = named.item.content else { return true }
      return files.insert(Path.join(folder, path)).inserted
    }
  }
}
