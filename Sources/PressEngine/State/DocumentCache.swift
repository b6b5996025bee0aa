import PressModel
import PressPipeline
import PressStage
import PressState

/// Documents by all that can change what becomes of their bytes: the program, the readers and
/// extractors with their versions and settings, the bytes, and the names that they came under.
struct DocumentCache: Sendable {
  let store: ResultCache
  /// What all items of the pipeline share, a line each.
  private let chain: [String]
  private let kinds: [String: FactKind]

  init(_ store: ResultCache, pipeline: Pipeline, version: String) {
    self.store = store
    chain = Self.chain(of: pipeline, version: version)
    kinds = pipeline.extractors.reduce(into: [:]) { kinds, use in
      for kind in type(of: use.stage).kinds { kinds[kind.name] = kind }
    }
  }

  static func chain(of pipeline: Pipeline, version: String) -> [String] {
    ["program \(version) \(BuildMark.text)", "archive \(DocumentArchive.version)"]
      + pipeline.readers.map { line("reader", $0.name, $0.version, $0.settings) }
      + pipeline.extractors.map { line("extract", $0.name, $0.version, $0.settings) }
  }

  private static func line(
    _ section: String, _ name: String, _ version: Int, _ settings: String
  ) -> String {
    "\(section) \(name) version \(version)" + (settings.isEmpty ? "" : " \(settings)")
  }

  /// What stands for one item's result.
  struct Key: Hashable, Sendable {
    var text: String
    var origin: String
    var components: [String]
  }

  func key(
    path: String?, url: String?, mediaType: String, charset: String?, sha256 hash: String
  ) -> Key {
    let components =
      chain + [
        "bytes \(hash)", "media type \(mediaType)", "path \(path ?? "-")", "url \(url ?? "-")",
      ] + (charset.map { ["charset \($0)"] } ?? [])
    return Key(
      text: sha256(Array(components.joined(separator: "\n").utf8)), origin: url ?? path ?? "",
      components: components)
  }

  enum Answer {
    case hit(Document)
    case miss
    /// What was kept cannot be read.
    case corrupt
  }

  func look(_ key: Key) throws(StateError) -> Answer {
    guard let bytes = try store.value(key.text) else { return .miss }
    do {
      return .hit(try DocumentArchive.decode(bytes, kinds: kinds))
    } catch {
      try store.remove(key.text)
      return .corrupt
    }
  }

  func result(_ document: Document, _ key: Key) -> ResultCache.Result? {
    guard let value = DocumentArchive.encode(document) else { return nil }
    return ResultCache.Result(
      key: key.text, origin: key.origin, components: key.components, value: value)
  }
}
