import PressModel
import PressState

/// Entries of a pack's ledger as the project's ledger keeps them, and back.
extension LedgerEntry {
  var row: ItemRow {
    var stage: String?
    var detail = fate.detail
    if case .quarantined(let place, let reason) = fate { (stage, detail) = (place, reason) }
    return ItemRow(
      origin: origin, document: document, sha256: sha256, fate: fate.name, stage: stage,
      detail: detail)
  }
}

extension ItemRow {
  var entry: LedgerEntry {
    let words = detail ?? ""
    let fate: Fate =
      switch self.fate {
      case "merged": .merged(into: words)
      case "filtered": .filtered(rule: words)
      case "held": .held(until: words)
      case "quarantined": .quarantined(stage: stage ?? "", reason: words)
      default: .packed
      }
    return LedgerEntry(document: document, origin: origin, sha256: sha256, fate: fate)
  }
}
