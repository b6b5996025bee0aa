import PressModel
public import PressPipeline
import PressStage

/// One run of a pipeline: from its sources to a published pack.
public struct PipelineRun: Sendable {
  private let pipeline: Pipeline
  private let layout: ProjectLayout
  private let record: RunRecord
  private let jobs: Int

  /// - Parameters:
  ///   - asOf: the moment given by the caller, which the pack names; nil for the clock's, which it
  ///     does not.
  ///   - jobs: how many documents are worked on at once. It shows in no output.
  public init(
    _ pipeline: Pipeline, layout: ProjectLayout, version: String, asOf: String?, jobs: Int
  ) {
    self.pipeline = pipeline
    self.layout = layout
    self.jobs = jobs
    var stages: [RunRecord.StageUse] = []
    func add<Role>(_ uses: [StageUse<Role>], _ section: StageSection) {
      stages += uses.map {
        let extractor = ($0.stage as? any Extractor).map { type(of: $0) }
        return RunRecord.StageUse(
          section: section.rawValue, name: $0.name, version: $0.version,
          settings: $0.recordedSettings, reads: extractor?.reads.map(\.name) ?? [],
          adds: extractor?.adds.map(\.name) ?? [])
      }
    }
    add(pipeline.sources, .sources)
    add(pipeline.readers, .extract)
    add(pipeline.extractors, .extract)
    add(pipeline.transformers, .transform)
    add(pipeline.renderers, .render)
    record = RunRecord(presswork: version, asOf: asOf, stages: stages)
  }

  /// The folder that the pack is published to, absolute.
  public var target: String { Path.join(layout.root, pipeline.publish.folder.text) }

  /// Throws `RunFailure`; nothing is published then.
  public nonisolated(nonsending) func run() async throws -> RunResult {
    let items = try await findItems()
    var intake = IntakeLedger()
    try await ItemLoader(intake: makeIntake(), base: layout.folder, width: jobs).load(items) {
      try intake.receive($0)
    }
    let pack = try transform(&intake)
    try balance(pack, items: items.count)
    let warnings = try check(pack)
    let files = try render(pack, sources: intake.sources)
    try publish(files)
    try prune()
    return RunResult(
      folder: target, ledger: pack.ledger, documents: pack.documents.count,
      facts: pack.documents.reduce(0) { $0 + $1.facts.count }, warnings: warnings)
  }

  // MARK: - Sources

  /// All items, sorted by where they are from, so that no order of folders or settings shows.
  private nonisolated(nonsending) func findItems() async throws -> [ItemLoader.Named] {
    let folder = layout.folder
    let context = SourceContext(
      files: { pattern in try FilePattern(pattern).files(from: folder) },
      standardInput: { try Disk.readStandardInput(limit: ItemLoader.sizeLimit) })
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
    let sorted = found.sorted { origin($0).utf8.lexicographicallyPrecedes(origin($1).utf8) }
    // One file that two patterns match is one item.
    var files: Set<String> = []
    return sorted.filter { named in
      guard case .file(let path) = named.item.content else { return true }
      return files.insert(Path.join(folder, path)).inserted
    }
  }

  private func origin(_ named: ItemLoader.Named) -> String {
    named.item.url ?? named.path ?? named.item.origin
  }

  private func makeIntake() -> Intake {
    Intake(
      readers: pipeline.readers.map(\.stage),
      steps: pipeline.extractors.map { use in
        Intake.Step(use.stage, onError: Intake.OnError(use.errorPolicy))
      },
      choice: .first)
  }

  // MARK: - Transform

  private func transform(_ intake: inout IntakeLedger) throws -> Pack {
    var draft = PackDraft(documents: intake.documents)
    for use in pipeline.transformers {
      intake.settle(try transformDocuments(of: &draft, use))
      do {
        try use.stage.transform(&draft)
      } catch {
        throw RunFailure.stage(ItemFailure(stage: use.name, reason: "\(error)"), origin: nil)
      }
      for document in draft.documents { try checkFacts(of: document, after: use.name) }
      for table in draft.tables { try check(table, after: use.name) }
    }
    intake.settle(draft.fates)
    var pack = Pack(
      pipeline: pipeline.name, title: pipeline.title ?? pipeline.name, run: record,
      documents: draft.documents)
    pack.tables = draft.tables
    pack.ledger = intake.entries
    return pack
  }

  /// Runs a transformer on each document by itself. A document that it fails on leaves the draft as
  /// the pipeline says; the fates of those that left are given back.
  private func transformDocuments(
    of draft: inout PackDraft, _ use: StageUse<any Transformer>
  ) throws -> [String: Fate] {
    var fates: [String: Fate] = [:]
    var kept: [Document] = []
    for var document in draft.documents {
      do {
        try use.stage.transform(&document)
        kept.append(document)
      } catch {
        let reason = "\(error)"
        switch use.errorPolicy {
        case .fail:
          let failure = ItemFailure(stage: use.name, reason: reason)
          throw RunFailure.stage(failure, origin: document.source.path)
        case .quarantine:
          fates[document.id] = .quarantined(stage: use.name, reason: reason)
        case .drop(let rule):
          fates[document.id] = .filtered(rule: rule)
        }
      }
    }
    draft.documents = kept
    return fates
  }

  private func checkFacts(of document: Document, after stage: String) throws {
    var check = FactCheck(document.text)
    for kind in document.facts.kinds {
      for fact in document.facts[kind.name] {
        if let fault = check.fault(in: fact) {
          let failure = ItemFailure(stage: stage, reason: fault)
          throw RunFailure.stage(failure, origin: document.source.path)
        }
      }
    }
  }

  private func check(_ table: PackTable, after stage: String) throws {
    let isWhole = table.rows.allSatisfy {
      $0.cells.count == table.headers.count && !$0.derivedFrom.isEmpty
    }
    guard !isWhole else { return }
    let reason =
      "a row of table '\(table.name)' lacks cells, or does not name the facts it rests on"
    throw RunFailure.stage(ItemFailure(stage: stage, reason: reason), origin: nil)
  }

  /// In = packed + merged + filtered + held + quarantined, and what is packed is in the pack.
  private func balance(_ pack: Pack, items: Int) throws {
    let packed = pack.ledger.count { $0.fate == .packed }
    guard pack.ledger.count == items, packed == pack.documents.count else {
      throw RunFailure.bug(
        "\(items) items came in, \(pack.ledger.count) have a fate, \(packed) are packed, "
          + "\(pack.documents.count) are in the pack")
    }
  }

  // MARK: - Checks

  /// The warnings. Throws where a check of severity `fail` does not hold.
  private func check(_ pack: Pack) throws -> [FailedCheck] {
    let failed = pipeline.checks.compactMap { check in
      let measured = measure(check.metric, pack)
      return check.accepts(measured) ? nil : FailedCheck(check: check, measured: measured)
    }
    let failures = failed.filter { $0.check.severity == .fail }
    guard failures.isEmpty else { throw RunFailure.checks(failures) }
    return failed
  }

  private func measure(_ metric: Check.Metric, _ pack: Pack) -> Int {
    switch metric {
    case .items: pack.ledger.count
    case .documents: pack.documents.count
    case .facts: pack.documents.reduce(0) { $0 + $1.facts.count }
    case .factsOfKind(let kind): pack.documents.reduce(0) { $0 + $1.facts[kind].count }
    case .merged, .filtered, .held, .quarantined:
      pack.ledger.count { $0.fate.name == metric.name }
    }
  }

  // MARK: - Output

  private func render(_ pack: Pack, sources: [String: [UInt8]]) throws -> [String: [UInt8]] {
    for document in pack.documents { try checkFacts(of: document, after: "render") }
    var folder = OutputFolder()
    for use in pipeline.renderers {
      do {
        try use.stage.render(pack, into: &folder)
      } catch {
        throw RunFailure.stage(ItemFailure(stage: use.name, reason: "\(error)"), origin: nil)
      }
    }
    var files = folder.files
    guard pipeline.publish.sources else { return files }
    for document in pack.documents {
      files["sources/\(document.source.sha256)"] = sources[document.source.sha256]
    }
    return files
  }

  private func publish(_ files: [String: [UInt8]]) throws {
    do {
      let publisher = Publisher(target: target, linksLatest: pipeline.publish.latest)
      try publisher.publish(files) { folder throws(Publisher.Refusal) in
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
      let report = try PackVerifier(folder: folder).verify()
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

extension Intake.OnError {
  init(_ policy: ErrorPolicy) {
    switch policy {
    case .fail: self = .fail
    case .quarantine: self = .quarantine
    case .drop(let reason): self = .drop(reason: reason)
    }
  }
}
