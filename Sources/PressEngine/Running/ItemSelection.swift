import PressPipeline
import PressState

/// The items that a run is about: all that the sources gave, or those that no earlier pack was made
/// of.
struct ItemSelection {
  /// All that must have a fate at the end.
  private(set) var items: [ItemLoader.Named]
  /// Those to be read, in order.
  private(set) var taken: [ItemLoader.Named]
  /// Those that an operator took out for good, in order.
  private(set) var dropped: [IntakeLedger.Dropped] = []
  private var hashes: FileHashes
  private let folder: String
  private var known: [String: String?] = [:]

  init(
    pipeline: Pipeline, target: String, folder: String, items: [ItemLoader.Named],
    state: RunState?
  ) throws {
    self.items = items
    taken = items
    self.folder = folder
    hashes = FileHashes(state?.cache)
    guard let ledger = state?.ledger else { return }
    if pipeline.publish.documents == .new {
      let settled = try ledger.settled(pipeline.name, outside: target)
      if !settled.isEmpty {
        self.items = items.filter { named in
          guard let hash = hash(of: named) else { return true }
          return !settled.contains("\(named.origin)\n\(hash)")
        }
        hashes.keep()
      }
    }
    taken = self.items
    let gone = try ledger.quarantine(of: pipeline.name).filter { $0.status == .dropped }
    guard !gone.isEmpty else { return }
    let rows = Dictionary(gone.map { ("\($0.origin)\n\($0.sha256)", $0) }) { first, _ in first }
    let origins = Set(gone.map(\.origin))
    taken = []
    for named in self.items {
      if origins.contains(named.origin), let hash = hash(of: named),
        let row = rows["\(named.origin)\n\(hash)"]
      {
        dropped.append(
          IntakeLedger.Dropped(
            document: row.document, origin: row.origin, sha256: row.sha256))
      } else {
        taken.append(named)
      }
    }
  }

  /// `ORIGIN\nSHA256` of every item, in order; nil where one cannot be read.
  mutating func marks() -> [String]? {
    var marks: [String] = []
    marks.reserveCapacity(items.count)
    for named in items {
      guard let hash = hash(of: named) else { return nil }
      marks.append("\(named.origin)\n\(hash)")
    }
    hashes.keep()
    return marks
  }

  private mutating func hash(of named: ItemLoader.Named) -> String? {
    switch named.item.content {
    case .bytes(let bytes), .failed(_, let bytes): return sha256(bytes)
    case .file(let path):
      let path = Path.join(folder, path)
      if let hash = known[path] { return hash }
      let hash = hashes.hash(of: path, limit: ItemLoader.sizeLimit)
      known[path] = hash
      return hash
    }
  }
}
