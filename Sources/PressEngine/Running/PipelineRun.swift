import PressModel
public import PressPipeline
import PressStage
import PressState

/// One run of a pipeline: from its sources to a published pack.
public struct PipelineRun: Sendable {
  private let pipeline: Pipeline
  private let layout: ProjectLayout
  private let record: RunRecord
  private let version: String
  private let moment: RunMoment
  private let options: Options

  /// What a caller decides about a run; none of it shows in a pack.
  public struct Options: Sendable {
    /// How many documents are worked on at once.
    public var jobs = 1
    /// The folder of the project's state; nil for a run that remembers nothing and leaves nothing.
    public var state: String?
    /// Whether everything is done anew, whatever was known.
    public var isFresh = false
    /// Told what happens.
    public var observer: (any RunObserver)?

    public init(
      jobs: Int = 1, state: String? = nil, isFresh: Bool = false,
      observer: (any RunObserver)? = nil
    ) {
      self.jobs = jobs
      self.state = state
      self.isFresh = isFresh
      self.observer = observer
    }
  }

  /// - Parameters:
  ///   - moment: the moment that the run stands for.
  ///   - namesMoment: whether the pack names it: where a caller gave it, not where it is the
  ///     clock's.
  public init(
    _ pipeline: Pipeline, layout: ProjectLayout, version: String, moment: RunMoment,
    namesMoment: Bool, options: Options
  ) {
    self.pipeline = pipeline
    self.layout = layout
    self.version = version
    self.moment = moment
    self.options = options
    record = RunRecord(pipeline, version: version, asOf: namesMoment ? moment.asOf : nil)
  }

  /// The folder that the pack is published to, absolute.
  public var target: String { Path.join(layout.root, pipeline.publish.folder.text) }

  /// Throws `RunFailure`; nothing is published then.
  public nonisolated(nonsending) func run() async throws -> RunResult {
    guard let folder = options.state else { return try await work(nil) }
    let state = try RunState(folder: folder, pipeline: pipeline.name)
    do {
      try state.recover(pipeline.name, linksLatest: pipeline.publish.latest)
      try refuseWrongClock(state.ledger)
      let number = try state.ledger.begin(
        pipeline: pipeline.name, asOf: moment.asOf, started: Clock.now().asOf, target: target)
      return try await work(Notebook(state: state, run: number))
    } catch let error as StateError {
      throw RunFailure.state(error.description)
    } catch let error as DiskError {
      throw RunFailure.state(error.reason)
    }
  }

  /// A clock that stands before the last run would hold back, date and name packs wrongly. A moment
  /// that the caller gave is the caller's.
  private func refuseWrongClock(_ ledger: Ledger) throws {
    guard record.asOf == nil, let last = try ledger.runs(of: nil, limit: 1).first,
      let before = Instant.seconds(last.started, offset: 0),
      let now = Instant.seconds(moment.asOf, offset: 0), now < before - 3600
    else { return }
    throw RunFailure.clock(now: moment.asOf, last: last.started)
  }

  /// The state and the number of this run in it.
  private struct Notebook {
    let state: RunState
    let run: Int64
  }

  /// Does the work and enters how it ended.
  private nonisolated(nonsending) func work(_ notes: Notebook?) async throws -> RunResult {
    do {
      var result = try await produce(notes)
      result.notes = (notes?.state.warnings ?? []) + result.notes
      try notes?.state.ledger.end(
        notes?.run ?? 0, result.isNew ? .published : .unchanged, at: Clock.now().asOf)
      return result
    } catch {
      // Where the state itself cannot be written, the next run finds that this one was cut off.
      try? notes?.state.ledger.end(
        notes?.run ?? 0, .failed, reason: "\(error)", at: Clock.now().asOf)
      throw error
    }
  }

  private nonisolated(nonsending) func produce(_ notes: Notebook?) async throws -> RunResult {
    let embargo = EmbargoCheck(pipeline.embargo, asOf: moment.asOf)
    let fingerprint = Fingerprint(pipeline, version: version, asOf: record.asOf)
    let finder = ItemFinder(pipeline: pipeline, layout: layout, state: options.state)
    // What is known of old is read while the sources look for what is new.
    async let known = ItemSelection.Memory(pipeline, target: target, state: notes?.state)
    let found = try await finder.items()
    var selection = ItemSelection(
      found.items, folder: layout.folder, memory: try await known, jobs: options.jobs)
    options.observer?.observe(.found(items: selection.items.count))
    if !options.isFresh, let state = notes?.state,
      var result = try unchanged(&selection, fingerprint, embargo, state)
    {
      result.leftOut = found.leftOut
      return result
    }
    var intake = IntakeLedger(embargo: embargo)
    let memory = try await load(selection, into: &intake, notes)
    options.observer?.observe(.transforming)
    let pack = try PackBuilder(pipeline: pipeline, record: record).pack(&intake)
    try balance(pack, intake, items: selection.items.count)
    var result = try finish(pack, intake, memory, fingerprint, notes)
    result.leftOut = found.leftOut
    return result
  }

  // MARK: - Loading

  private nonisolated(nonsending) func load(
    _ selection: ItemSelection, into intake: inout IntakeLedger, _ notes: Notebook?
  ) async throws -> LoadMemory {
    let cache = notes?.state.cache.map {
      DocumentCache($0, pipeline: pipeline, version: version)
    }
    var memory = LoadMemory(options.isFresh ? nil : cache?.store, run: notes?.run ?? 0)
    let loader = ItemLoader(
      intake: Intake(
        readers: pipeline.readers.map(\.stage),
        steps: pipeline.extractors.map { use in
          Intake.Step(use.stage, onError: Intake.OnError(use.errorPolicy))
        },
        choice: .first),
      base: layout.folder, width: options.jobs, cache: options.isFresh ? nil : cache)
    var dropped = selection.dropped[...]
    func drop(before origin: String?) {
      while let row = dropped.first,
        origin.map({ row.origin.precedes($0) }) ?? true
      {
        intake.drop(row)
        dropped.removeFirst()
      }
    }
    var count = 0
    try await loader.load(selection.taken) { loaded in
      drop(before: loaded.named.origin)
      try intake.receive(loaded)
      memory.note(loaded)
      count += 1
      options.observer?.observe(.loaded(count, of: selection.taken.count))
    }
    drop(before: nil)
    memory.keep()
    return memory
  }

  /// In = packed + merged + filtered + held + quarantined, and what is packed is in the pack.
  private func balance(_ pack: Pack, _ intake: IntakeLedger, items: Int) throws {
    let packed = intake.entries.count { $0.fate == .packed }
    guard intake.entries.count == items, packed == pack.documents.count else {
      throw RunFailure.bug(
        "\(items) items came in, \(intake.entries.count) have a fate, \(packed) are packed, "
          + "\(pack.documents.count) are in the pack")
    }
  }

  // MARK: - Nothing to do

  /// The result of a run that finds the pack as it would make it; nil where there is work.
  private func unchanged(
    _ selection: inout ItemSelection, _ fingerprint: Fingerprint, _ embargo: EmbargoCheck,
    _ state: RunState
  ) throws -> RunResult? {
    if pipeline.publish.documents == .new, selection.items.isEmpty,
      let last = try state.ledger.lastPublished(pipeline.name)
    {
      return RunResult(
        folder: last.target, ledger: [], documents: 0, facts: 0, warnings: [], isNew: false)
    }
    guard let last = try state.ledger.lastPublished(pipeline.name, target: target),
      let sums = last.sums, sums == RunState.sums(of: target),
      let marks = selection.marks(), last.fingerprint == fingerprint.over(marks),
      PackFiles.arePresent(in: target)
    else { return nil }
    let waiting = try state.ledger.quarantine(of: pipeline.name)
    guard !waiting.contains(where: { $0.status == .retry }) else { return nil }
    let items = try state.ledger.items(of: last.id)
    guard !items.contains(where: { $0.fate == "held" && embargo.isDue($0.detail ?? "") }) else {
      return nil
    }
    return RunResult(
      folder: target, ledger: items.map(\.entry), documents: last.metrics["documents"] ?? 0,
      facts: last.metrics["facts"] ?? 0, warnings: [], isNew: false)
  }

  // MARK: - Publishing

  private func finish(
    _ built: Pack, _ intake: IntakeLedger, _ memory: LoadMemory, _ fingerprint: Fingerprint,
    _ notes: Notebook?
  ) throws -> RunResult {
    var pack = built
    let corrected = try notes.map {
      try CorrectionFinder(pipeline, target: target, ledger: $0.state.ledger).find(pack.documents)
    }
    pack.corrections = corrected?.corrections ?? []
    let checks = PackChecks(pack, intake.entries)
    if let notes {
      for (hash, bytes) in intake.failed.sorted(by: { $0.key < $1.key }) {
        try notes.state.quarantine.keep(bytes, hash)
      }
      try notes.state.ledger.enter(
        notes.run, items: intake.entries.map(\.row), metrics: checks.metrics)
      try notes.state.quarantine.prune(
        keeping: Set(try notes.state.ledger.quarantine().map(\.sha256)))
    }
    let quarantined = checks.metrics["quarantined"] ?? 0
    let items = checks.metrics["items"] ?? 0
    guard pipeline.quarantine.accept(quarantined, of: items) else {
      throw RunFailure.quarantine(failed: quarantined, of: items, pipeline.quarantine)
    }
    let past = try notes.map {
      PastRuns(
        try $0.state.ledger.published(pipeline.name, limit: 400), target: target,
        asOf: moment.asOf)
    }
    let failed = checks.failed(pipeline.checks, past: past ?? .none)
    let failures = failed.filter { $0.check.severity == .fail }
    guard failures.isEmpty else { throw RunFailure.checks(failures) }
    options.observer?.observe(.rendering)
    let files = try PackBuilder(pipeline: pipeline, record: record)
      .files(
        of: pack, sources: intake.sources.merging(corrected?.sources ?? [:]) { first, _ in first },
        jobs: options.jobs)
    let sums = Checksums(of: files, jobs: options.jobs)
    let marks = intake.entries.map { "\($0.origin)\n\($0.sha256)" }
    try notes?.state.ledger.publishing(
      notes?.run ?? 0, fingerprint: fingerprint.over(marks), sums: sha256(Array(sums.text.utf8)))
    options.observer?.observe(.publishing)
    try publish(files, sums)
    try prune()
    options.observer?.observe(.published)
    return RunResult(
      folder: target, ledger: intake.entries, documents: pack.documents.count,
      facts: checks.metrics["facts"] ?? 0, warnings: failed, notes: memory.warnings,
      remembered: memory.hits, corrected: pack.corrections.map(\.origin))
  }

  private func publish(_ files: [String: [UInt8]], _ sums: Checksums) throws {
    do {
      let publisher = Publisher(target: target, linksLatest: pipeline.publish.latest)
      try publisher.publish(files, sums) { folder throws(Publisher.Refusal) in
        guard files["pack.json"] != nil else { return }
        try verify(folder)
      }
    } catch {
      throw RunFailure.publishing(error)
    }
  }

  private func prune() throws {
    guard let keep = pipeline.publish.keep else { return }
    do {
      try Retention(pipeline: pipeline.name, keep: keep).prune(beside: target)
    } catch {
      throw RunFailure.publishing(Publisher.Refusal(description: error.reason, isDiskError: true))
    }
  }

  /// What is about to be published must hold as anyone may check it later.
  private func verify(_ folder: String) throws(Publisher.Refusal) {
    do {
      let report = try PackVerifier(folder: folder, jobs: options.jobs).verify()
      guard let fault = report.faults.first else { return }
      throw Publisher.Refusal(
        description: "the pack does not verify: \(fault)", isDiskError: false)
    } catch let error as Publisher.Refusal {
      throw error
    } catch {
      throw Publisher.Refusal(description: "\(error)", isDiskError: true)
    }
  }
}
