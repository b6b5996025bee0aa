import PressModel
import PressStage

/// The items of a run as they come in: documents, and a fate for each.
struct IntakeLedger {
  private(set) var documents: [Document] = []
  private(set) var entries: [LedgerEntry] = []
  /// Raw bytes of the documents by their hash.
  private(set) var sources: [String: [UInt8]] = [:]
  private var known: Set<String> = []

  /// Throws `RunFailure` where a stage's failure must end the run.
  mutating func receive(_ loaded: ItemLoader.Loaded) throws {
    let named = loaded.named
    let origin = named.item.url ?? named.path ?? named.item.origin
    switch loaded.outcome {
    case .document(let document):
      receive(document, origin, loaded.bytes)
    case .filtered(let document, let rule):
      enter(document.id, origin, document.source.sha256, .filtered(rule: rule))
    case .quarantined(let failure):
      let hash = sha256(loaded.bytes)
      let raw = RawBytes(
        [], mediaType: named.item.mediaType, path: named.path, url: named.item.url)
      enter(
        Intake.identifier(for: raw, hash), origin, hash,
        .quarantined(stage: failure.stage, reason: failure.reason))
    case .failed(let failure):
      throw RunFailure.stage(failure, origin: origin)
    }
  }

  private mutating func receive(_ document: Document, _ origin: String, _ bytes: [UInt8]) {
    let hash = document.source.sha256
    guard known.insert(document.id).inserted else {
      enter(document.id, origin, hash, .merged(into: document.id))
      return
    }
    guard !document.text.isEmpty else {
      let reason = "no text was found in it"
      enter(document.id, origin, hash, .quarantined(stage: document.reader, reason: reason))
      return
    }
    sources[hash] = bytes
    documents.append(document)
    enter(document.id, origin, hash, .packed)
  }

  /// Gives the documents that transformers took out their fates.
  mutating func settle(_ fates: [String: Fate]) {
    for index in entries.indices where entries[index].fate == .packed {
      if let fate = fates[entries[index].document] { entries[index].fate = fate }
    }
  }

  private mutating func enter(
    _ document: String, _ origin: String, _ hash: String, _ fate: Fate
  ) {
    entries.append(LedgerEntry(document: document, origin: origin, sha256: hash, fate: fate))
  }
}
