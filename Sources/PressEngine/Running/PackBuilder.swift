import PressModel
import PressPipeline
import PressStage

/// Makes a pack of the documents that came in, and files of the pack.
struct PackBuilder {
  let pipeline: Pipeline
  let record: RunRecord

  /// Throws `RunFailure`.
  func pack(_ intake: inout IntakeLedger) throws -> Pack {
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
    pack.ledger = intake.shown
    pack.hasSources = pipeline.publish.sources
    return pack
  }

  /// The files of a pack by their path in it; `jobs`: how many things are done at once. Throws
  /// `RunFailure`.
  func files(
    of pack: Pack, sources: [String: [UInt8]], jobs: Int
  ) throws -> [String: [UInt8]] {
    // The facts are checked once more beside what is drawn of them, and nothing is drawn of a pack
    // that has a wrong one.
    let parts = parallelMap(pipeline.renderers.count + 1, width: jobs) { numbers in
      Result { try draw(pack, numbers.lowerBound - 1) }
    }
    var folder = OutputFolder()
    for (number, part) in parts.enumerated() {
      let files = try part.get().files.sorted { $0.key.precedes($1.key) }
      for (name, bytes) in files {
        try fail(as: number > 0 ? pipeline.renderers[number - 1].name : "render") {
          try folder.write(name, bytes)
        }
      }
    }
    var files = folder.files
    guard pipeline.publish.sources else { return files }
    for document in pack.documents {
      files["sources/\(document.source.sha256)"] = sources[document.source.sha256]
    }
    for correction in pack.corrections where correction.from.encoding != nil {
      files["sources/\(correction.from.sha256)"] = sources[correction.from.sha256]
    }
    return files
  }

  /// What one renderer makes; nothing for the check of all facts, which has the number -1.
  private func draw(_ pack: Pack, _ number: Int) throws -> OutputFolder {
    var folder = OutputFolder()
    guard number >= 0 else {
      for document in pack.documents { try checkFacts(of: document, after: "render") }
      return folder
    }
    let use = pipeline.renderers[number]
    try fail(as: use.name) { try use.stage.render(pack, into: &folder) }
    return folder
  }

  private func fail(as stage: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw RunFailure.stage(ItemFailure(stage: stage, reason: "\(error)"), origin: nil)
    }
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
}
