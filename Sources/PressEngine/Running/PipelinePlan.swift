import PressModel
public import PressPipeline
import PressState

/// What a run would do, found out without doing it.
public struct PipelinePlan: Sendable {
  /// An item and why it would be read, or that it would not.
  public struct Item: Hashable, Sendable {
    public var origin: String
    /// Nil for one whose document is known.
    public var reason: String?
  }

  private let pipeline: Pipeline
  private let layout: ProjectLayout
  private let version: String
  private let state: String

  /// `state`: the folder of the project's state, which need not be there.
  public init(_ pipeline: Pipeline, layout: ProjectLayout, version: String, state: String) {
    self.pipeline = pipeline
    self.layout = layout
    self.version = version
    self.state = state
  }

  /// The items that a run would be about, in its order. Throws `RunFailure`.
  public nonisolated(nonsending) func items() async throws -> [Item] {
    let found = try await ItemFinder(pipeline: pipeline, layout: layout, state: state).items()
    guard Disk.exists(Path.join(state, "ledger.sqlite")) else {
      return found.map { Item(origin: $0.origin, reason: "nothing is known yet") }
    }
    do {
      let ledger = try Ledger(folder: state)
      let store = try ResultCache(folder: state)
      let target = Path.join(layout.root, pipeline.publish.folder.text)
      let settled =
        pipeline.publish.documents == .new
        ? try ledger.settled(pipeline.name, outside: target) : []
      let cache = DocumentCache(store, pipeline: pipeline, version: version)
      var hashes = FileHashes(store)
      return try found.compactMap { named in
        guard let hash = hash(of: named, &hashes) else {
          return Item(origin: named.origin, reason: "it cannot be read")
        }
        guard !settled.contains("\(named.origin)\n\(hash)") else { return nil }
        let key = cache.key(
          path: named.path, url: named.item.url, mediaType: named.item.mediaType,
          charset: named.item.charset, sha256: hash)
        guard try store.present([key.text]).isEmpty else {
          return Item(origin: named.origin, reason: nil)
        }
        let earlier = try store.entries(of: key.origin).first
        return Item(
          origin: named.origin,
          reason: earlier.map { Self.difference($0.components, key.components) }
            ?? "it is new")
      }
    } catch let error as StateError {
      throw RunFailure.state(error.description)
    }
  }

  private func hash(of named: ItemLoader.Named, _ hashes: inout FileHashes) -> String? {
    switch named.item.content {
    case .bytes(let bytes), .failed(_, let bytes): sha256(bytes)
    case .file(let path):
      hashes.hash(of: Path.join(layout.folder, path), limit: ItemLoader.sizeLimit)
    }
  }

  /// What is not as it was, of what two keys stand for.
  static func difference(_ old: [String], _ new: [String]) -> String {
    let gone = old.filter { !new.contains($0) }
    let come = new.filter { !old.contains($0) }
    var reasons: [String] = []
    for line in come {
      if line.hasPrefix("program ") {
        reasons.append("the program is another build")
      } else if line.hasPrefix("bytes ") {
        reasons.append("its bytes have changed")
      } else {
        let name = line.split(separator: " ").prefix(2)
        let before = gone.first { $0.split(separator: " ").prefix(2) == name }
        reasons.append(before.map { "'\(line)' was '\($0)'" } ?? "'\(line)' is new")
      }
    }
    for line in gone where line.hasPrefix("extract ") || line.hasPrefix("reader ") {
      let name = line.split(separator: " ").prefix(2)
      guard !come.contains(where: { $0.split(separator: " ").prefix(2) == name }) else { continue }
      reasons.append("'\(line)' is gone")
    }
    return reasons.isEmpty ? "the stages stand in another order" : reasons.joined(separator: "; ")
  }
}
