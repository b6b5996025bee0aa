import PressModel
import PressPipeline
import PressStage
import Synchronization

/// What a source found and made no item of.
public struct LeftOut: Hashable, Sendable {
  /// The source's YAML name.
  public var source: String
  /// In the plural: "pages that the server answered with 404".
  public var reason: String
  public var count: Int
}

/// Asks a pipeline's sources for their items.
struct ItemFinder {
  let pipeline: Pipeline
  let layout: ProjectLayout
  /// The folder of the project's state, where what came over the network is kept; nil for none.
  let state: String?

  /// What the sources gave.
  struct Found {
    /// Sorted by where they are from, so that no order of folders or settings shows.
    var items: [ItemLoader.Named]
    var leftOut: [LeftOut]
  }

  /// Throws `RunFailure`.
  nonisolated(nonsending) func items() async throws -> Found {
    let folder = layout.folder
    let web = WebClient(store: state.map { Path.join($0, "web") })
    let counts = LeftOutCounts()
    let context = SourceContext(
      files: { pattern in
        try FilePattern(pattern).files(from: folder) { counts.add($0, $1) }
      },
      standardInput: { try Disk.readStandardInput(limit: ItemLoader.sizeLimit) },
      read: { try Disk.read(Path.join(folder, $0), limit: ItemLoader.sizeLimit) },
      inflate: { try Inflater.inflate($0, from: $1, limit: $2) },
      fetch: { try await web.fetch($0) }, leaveOut: { counts.add($0) })
    var leftOut: [LeftOut] = []
    var found: [ItemLoader.Named] = []
    for use in pipeline.sources {
      do {
        found += try await use.stage.items(context).map { item in
          ItemLoader.Named(item, path: item.path.map(layout.name(of:)))
        }
      } catch {
        throw RunFailure.noInput("source '\(use.name)': \(error)")
      }
      leftOut += counts.take(use.name)
    }
    guard !found.isEmpty else {
      let names = pipeline.sources.map {
        $0.settings.isEmpty ? $0.name : "\($0.name) \($0.settings)"
      }
      let rest = leftOut.map { "; left out: \($0.reason): \($0.count)" }.joined()
      throw RunFailure.noInput(
        "the sources found nothing: \(names.joined(separator: "; "))\(rest)")
    }
    let sorted = found.sorted { $0.origin.precedes($1.origin) }
    // One file that two patterns match is one item.
    var files: Set<String> = []
    let items = sorted.filter { named in
      guard case .file(let path) = named.item.content else { return true }
      return files.insert(Path.join(folder, path)).inserted
    }
    return Found(items: items, leftOut: leftOut)
  }
}

/// Counts what a source leaves out, by the reason.
private final class LeftOutCounts: Sendable {
  private let counts = Mutex([String: Int]())
  /// What was counted already: two patterns may find it.
  private let paths = Mutex(Set<String>())

  func add(_ reason: String) { counts.withLock { $0[reason, default: 0] += 1 } }

  func add(_ reason: String, _ path: String) {
    if paths.withLock({ $0.insert(path).inserted }) { add(reason) }
  }

  /// What was counted since the last call, in the order of the reasons.
  func take(_ source: String) -> [LeftOut] {
    let counted = counts.withLock { counts in
      defer { counts = [:] }
      return counts
    }
    return counted.sorted { $0.key.precedes($1.key) }
      .map { LeftOut(source: source, reason: $0.key, count: $0.value) }
  }
}
