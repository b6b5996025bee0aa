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
  private var files: FileHashes
  private let folder: String
  private let jobs: Int
  /// The hashes of all items, in order, once they were asked for.
  private var hashes: [String?]?

  /// What a run knows before its sources have given anything.
  struct Memory: Sendable {
    var files: FileHashes
    /// `ORIGIN\nSHA256` of what earlier packs were made of, where a pack is to hold none of it again.
    var settled: Set<String> = []
    var dropped: [QuarantineRow] = []

    /// `target`: the folder of the pack that is to be made.
    init(_ pipeline: Pipeline, target: String, state: RunState?) throws(StateError) {
      files = FileHashes(state?.cache)
      guard let ledger = state?.ledger else { return }
      if pipeline.publish.documents == .new {
        settled = try ledger.settled(pipeline.name, outside: target)
      }
      dropped = try ledger.quarantine(of: pipeline.name).filter { $0.status == .dropped }
    }
  }

  /// - Parameters:
  ///   - folder: where relative paths of items start from.
  ///   - jobs: how many files are asked for at once.
  init(_ items: [ItemLoader.Named], folder: String, memory: Memory, jobs: Int) {
    self.items = items
    taken = items
    self.folder = folder
    self.jobs = jobs
    files = memory.files
    if !memory.settled.isEmpty { leave(memory.settled) }
    taken = self.items
    if !memory.dropped.isEmpty { drop(memory.dropped) }
  }

  private mutating func leave(_ settled: Set<String>) {
    let found = allHashes()
    let fresh = items.indices.filter { index in
      guard let hash = found[index] else { return true }
      return !settled.contains("\(items[index].origin)\n\(hash)")
    }
    hashes = fresh.map { found[$0] }
    items = fresh.map { items[$0] }
    files.keep()
  }

  private mutating func drop(_ gone: [QuarantineRow]) {
    let rows = Dictionary(gone.map { ("\($0.origin)\n\($0.sha256)", $0) }) { first, _ in first }
    let origins = Set(gone.map(\.origin))
    taken = []
    for (index, named) in items.enumerated() {
      if origins.contains(named.origin), let hash = hashes?[index] ?? hash(of: named),
        let row = rows["\(named.origin)\n\(hash)"]
      {
        dropped.append(
          IntakeLedger.Dropped(
            document: row.document, origin: row.origin, sha256: row.sha256,
            wasUnderEmbargo: row.stage == EmbargoCheck.stage))
      } else {
        taken.append(named)
      }
    }
  }

  /// `ORIGIN\nSHA256` of every item, in order; nil where one cannot be read.
  mutating func marks() -> [String]? {
    let found = allHashes()
    files.keep()
    var marks: [String] = []
    marks.reserveCapacity(items.count)
    for (named, hash) in zip(items, found) {
      guard let hash else { return nil }
      marks.append("\(named.origin)\n\(hash)")
    }
    return marks
  }

  private mutating func allHashes() -> [String?] {
    if let hashes { return hashes }
    let paths = items.map(path)
    let states = parallelMap(paths.count, width: jobs, stretch: 256) { numbers in
      numbers.map { number in paths[number].flatMap { Disk.state(of: $0) } }
    }.joined()
    var found: [String?] = []
    found.reserveCapacity(items.count)
    for (index, state) in states.enumerated() {
      if let path = paths[index] {
        found.append(state.flatMap { files.hash(of: path, in: $0, limit: ItemLoader.sizeLimit) })
      } else {
        found.append(hash(of: items[index]))
      }
    }
    hashes = found
    return found
  }

  /// The absolute path of an item that is a file.
  private func path(of named: ItemLoader.Named) -> String? {
    guard case .file(let path) = named.item.content else { return nil }
    return Path.join(folder, path)
  }

  private mutating func hash(of named: ItemLoader.Named) -> String? {
    switch named.item.content {
    case .bytes(let bytes), .failed(_, let bytes): sha256(bytes)
    case .file(let path): files.hash(of: Path.join(folder, path), limit: ItemLoader.sizeLimit)
    }
  }
}
