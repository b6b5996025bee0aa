import PressModel
public import PressPipeline
import PressStage
import PressState

/// What a run would do, found out without doing it.
public struct PipelinePlan: Sendable {
  /// An item and why it would be read, or that it would not.
  public struct Item: Hashable, Sendable {
    public var origin: String
    /// Empty for one whose document is known.
    public var reasons: [String]
  }

  public struct Work: Sendable {
    /// In the order of a run.
    public var items: [Item] = []
    /// Why the pack would be made anew, by all of `transform` and `render`; empty where it would
    /// stay.
    public var packReasons: [String] = []
  }

  private let pipeline: Pipeline
  private let layout: ProjectLayout
  private let version: String
  private let moment: RunMoment
  private let namesMoment: Bool
  private let state: String

  /// `state`: the folder of the project's state, which need not be there; `namesMoment`: whether a
  /// caller gave the moment, as in a run.
  public init(
    _ pipeline: Pipeline, layout: ProjectLayout, version: String, moment: RunMoment,
    namesMoment: Bool, state: String
  ) {
    self.pipeline = pipeline
    self.layout = layout
    self.version = version
    self.moment = moment
    self.namesMoment = namesMoment
    self.state = state
  }

  /// Throws `RunFailure`.
  public nonisolated(nonsending) func work() async throws -> Work {
    let found = try await ItemFinder(pipeline: pipeline, layout: layout, state: state).items().items
    guard Disk.exists(Path.join(state, "ledger.sqlite")) else {
      return Work(
        items: found.map { Item(origin: $0.origin, reasons: ["nothing is known yet"]) },
        packReasons: [noPack])
    }
    do throws(StateError) {
      return try compare(found, Ledger(folder: state), ResultCache(folder: state))
    } catch {
      throw RunFailure.state(error.description)
    }
  }

  private var noPack: String {
    "there is none in '\(Path.relative(target, to: layout.root))' yet"
  }

  private var target: String { Path.join(layout.root, pipeline.publish.folder.text) }

  private func compare(
    _ found: [ItemLoader.Named], _ ledger: Ledger, _ store: ResultCache
  ) throws(StateError) -> Work {
    var items: [Item] = []
    let settled =
      pipeline.publish.documents == .new
      ? try ledger.settled(pipeline.name, outside: target) : []
    let cache = DocumentCache(store, pipeline: pipeline, version: version)
    let failed = Dictionary(
      try ledger.quarantine(of: pipeline.name).map { ("\($0.origin)\n\($0.sha256)", $0) }
    ) { $1 }
    var hashes = FileHashes(store)
    var marks: [String] = []
    for named in found {
      guard let hash = hash(of: named, &hashes) else {
        items.append(Item(origin: named.origin, reasons: ["it cannot be read"]))
        continue
      }
      guard !settled.contains("\(named.origin)\n\(hash)") else { continue }
      marks.append("\(named.origin)\n\(hash)")
      let key = cache.key(
        path: named.path, url: named.item.url, mediaType: named.item.mediaType,
        charset: named.item.charset, sha256: hash)
      var reasons: [String] = []
      if try store.present([key.text]).isEmpty {
        let earlier = try store.entries(of: key.origin).first
        reasons =
          earlier.map { KeyDifference($0.components, key.components).reasons }
          ?? [
            failed["\(named.origin)\n\(hash)"].map { "it failed before: \($0.stage): \($0.reason)" }
              ?? "it is new"
          ]
      }
      items.append(Item(origin: named.origin, reasons: reasons))
    }
    let packReasons = try reasons(marks, ledger)
    // A run that would leave the pack alone reads nothing, not even what failed.
    if packReasons.isEmpty { for index in items.indices { items[index].reasons = [] } }
    return Work(items: items, packReasons: packReasons)
  }

  private func hash(of named: ItemLoader.Named, _ hashes: inout FileHashes) -> String? {
    switch named.item.content {
    case .bytes(let bytes), .failed(_, let bytes): sha256(bytes)
    case .file(let path):
      hashes.hash(of: Path.join(layout.folder, path), limit: ItemLoader.sizeLimit)
    }
  }

  // MARK: - The pack

  private func reasons(_ marks: [String], _ ledger: Ledger) throws(StateError) -> [String] {
    if pipeline.publish.documents == .new, marks.isEmpty,
      try ledger.lastPublished(pipeline.name) != nil
    {
      return []
    }
    guard let last = try ledger.lastPublished(pipeline.name, target: target) else {
      return [noPack]
    }
    guard last.sums == RunState.sums(of: target), PackFiles.arePresent(in: target) else {
      return ["the one that is there is not as it was published"]
    }
    var reasons: [String] = []
    let rows = try ledger.items(of: last.id)
    let before = Set(rows.map { "\($0.origin)\n\($0.sha256)" })
    let (come, gone) = (marks.count { !before.contains($0) }, before.subtracting(marks).count)
    if come > 0 { reasons.append("\(come) \(come == 1 ? "item is" : "items are") new or edited") }
    if gone > 0 { reasons.append("\(gone) \(gone == 1 ? "item is" : "items are") gone or edited") }
    let embargo = EmbargoCheck(pipeline.embargo, asOf: moment.asOf)
    let due = rows.count { $0.fate == "held" && embargo.isDue($0.detail ?? "") }
    if due > 0 { reasons.append("the embargo of \(due) \(due == 1 ? "item" : "items") is over") }
    let waiting = try ledger.quarantine(of: pipeline.name).count { $0.status == .retry }
    if waiting > 0 { reasons.append("\(waiting) of the quarantine are to be tried again") }
    let record = RunRecord(
      pipeline, version: version, asOf: namesMoment ? moment.asOf : nil)
    if let pack = try? PublishedPack.run(of: target) {
      reasons += RunChanges(pack, record).all.map(\.words)
    }
    let fingerprint = Fingerprint(pipeline, version: version, asOf: record.asOf)
    if reasons.isEmpty, last.fingerprint != fingerprint.over(marks) {
      reasons.append("the program is another build, or the pipeline's file has changed")
    }
    return reasons
  }
}
