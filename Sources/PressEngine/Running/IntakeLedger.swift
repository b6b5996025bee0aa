import PressModel
import PressStage

/// The items of a run as they come in: documents, and a fate for each.
struct IntakeLedger {
  private let embargo: EmbargoCheck
  private(set) var documents: [Document] = []
  private(set) var entries: [LedgerEntry] = []
  /// Raw bytes of the documents by their hash.
  private(set) var sources: [String: [UInt8]] = [:]
  /// Raw bytes of what failed by their hash.
  private(set) var failed: [String: [UInt8]] = [:]
  private var known: Set<String> = []
  /// The numbers of the entries of which a pack may know nothing.
  private var secret: Set<Int> = []

  init(embargo: EmbargoCheck) {
    self.embargo = embargo
  }

  /// The entries that a pack may show: not those under embargo, of which nothing may be known, be
  /// its time understood or not.
  var shown: [LedgerEntry] {
    entries.indices.filter { !secret.contains($0) }.map { entries[$0] }
  }

  /// Throws `RunFailure` where a stage's failure must end the run.
  mutating func receive(_ loaded: ItemLoader.Loaded) throws {
    let named = loaded.named
    let origin = named.origin
    switch loaded.outcome {
    case .document(let document):
      receive(document, origin, loaded.bytes)
    case .filtered(let document, let rule):
      let hash = document.source.sha256
      if let fate = embargo.fate(of: document.metadata) {
        hold(document.id, origin, hash, fate, loaded.bytes)
      } else {
        enter(document.id, origin, hash, .filtered(rule: rule))
      }
    case .quarantined(let failure):
      let hash = sha256(loaded.bytes)
      let raw = RawBytes(
        [], mediaType: named.item.mediaType, path: named.path, url: named.item.url)
      if let known = failure.metadata, embargo.fate(of: known) != nil {
        secret.insert(entries.count)
      }
      quarantine(Intake.identifier(for: raw, hash), origin, hash, failure, loaded.bytes)
    case .failed(let failure):
      throw RunFailure.stage(failure, origin: origin)
    }
  }

  /// An item that an operator has taken out of the pipeline for good.
  mutating func drop(_ row: Dropped) {
    if row.wasUnderEmbargo { secret.insert(entries.count) }
    enter(row.document, row.origin, row.sha256, .filtered(rule: "dropped from the quarantine"))
  }

  struct Dropped {
    var document: String
    var origin: String
    var sha256: String
    var wasUnderEmbargo: Bool
  }

  private mutating func receive(_ document: Document, _ origin: String, _ bytes: [UInt8]) {
    let hash = document.source.sha256
    if let fate = embargo.fate(of: document.metadata) {
      hold(document.id, origin, hash, fate, bytes)
      return
    }
    guard known.insert(document.id).inserted else {
      enter(document.id, origin, hash, .merged(into: document.id))
      return
    }
    guard !document.text.isEmpty else {
      let failure = ItemFailure(stage: document.reader, reason: "no text was found in it")
      quarantine(document.id, origin, hash, failure, bytes)
      return
    }
    sources[hash] = bytes
    documents.append(document)
    enter(document.id, origin, hash, .packed)
  }

  /// Enters what is under embargo, so that no pack shows it.
  private mutating func hold(
    _ document: String, _ origin: String, _ hash: String, _ fate: Fate, _ bytes: [UInt8]
  ) {
    secret.insert(entries.count)
    if case .quarantined = fate { failed[hash] = bytes }
    enter(document, origin, hash, fate)
  }

  private mutating func quarantine(
    _ document: String, _ origin: String, _ hash: String, _ failure: ItemFailure,
    _ bytes: [UInt8]
  ) {
    failed[hash] = bytes
    enter(document, origin, hash, .quarantined(stage: failure.stage, reason: failure.reason))
  }

  /// Gives the documents that transformers took out their fates.
  mutating func settle(_ fates: [String: Fate]) {
    for index in entries.indices where entries[index].fate == .packed {
      guard let fate = fates[entries[index].document] else { continue }
      entries[index].fate = fate
      if case .quarantined = fate {
        failed[entries[index].sha256] = sources[entries[index].sha256]
      }
    }
  }

  private mutating func enter(
    _ document: String, _ origin: String, _ hash: String, _ fate: Fate
  ) {
    entries.append(LedgerEntry(document: document, origin: origin, sha256: hash, fate: fate))
  }
}
