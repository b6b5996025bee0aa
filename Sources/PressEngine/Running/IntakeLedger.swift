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

  init(embargo: EmbargoCheck) {
    self.embargo = embargo
  }

  /// The entries that a pack may show: not those under embargo, of which nothing may be known.
  var shown: [LedgerEntry] {
    entries.filter { if case .held = $0.fate { false } else { true } }
  }

  /// Throws `RunFailure` where a stage's failure must end the run.
  mutating func receive(_ loaded: ItemLoader.Loaded) throws {
    let named = loaded.named
    let origin = named.origin
    switch loaded.outcome {
    case .document(let document):
      receive(document, origin, loaded.bytes)
    case .filtered(let document, let rule):
      enter(document.id, origin, document.source.sha256, .filtered(rule: rule))
    case .quarantined(let failure):
      let hash = sha256(loaded.bytes)
      let raw = RawBytes(
        [], mediaType: named.item.mediaType, path: named.path, url: named.item.url)
      quarantine(Intake.identifier(for: raw, hash), origin, hash, failure, loaded.bytes)
    case .failed(let failure):
      throw RunFailure.stage(failure, origin: origin)
    }
  }

  /// An item that an operator has taken out of the pipeline for good.
  mutating func drop(_ row: Dropped) {
    enter(row.document, row.origin, row.sha256, .filtered(rule: "dropped from the quarantine"))
  }

  struct Dropped {
    var document: String
    var origin: String
    var sha256: String
  }

  private mutating func receive(_ document: Document, _ origin: String, _ bytes: [UInt8]) {
    let hash = document.source.sha256
    guard known.insert(document.id).inserted else {
      enter(document.id, origin, hash, .merged(into: document.id))
      return
    }
    guard !document.text.isEmpty else {
      let failure = ItemFailure(stage: document.reader, reason: "no text was found in it")
      quarantine(document.id, origin, hash, failure, bytes)
      return
    }
    switch embargo.fate(of: document) {
    case .quarantined(let stage, let reason):
      quarantine(document.id, origin, hash, ItemFailure(stage: stage, reason: reason), bytes)
      return
    case let fate?:
      enter(document.id, origin, hash, fate)
      return
    case nil: break
    }
    sources[hash] = bytes
    documents.append(document)
    enter(document.id, origin, hash, .packed)
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
