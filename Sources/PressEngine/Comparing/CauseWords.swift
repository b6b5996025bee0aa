extension PackDifference.Cause {
  /// The cause in a few words.
  public var words: String {
    switch self {
    case .newDocument: "new document"
    case .documentGone(let fate): fate.map { "document gone (\($0))" } ?? "document gone"
    case .editedDocument: "edited document"
    case .stageVersion(let stage, let from, let to):
      "stage version: \(stage) \(from) → \(to)"
    case .setting(let stage, let from, let to):
      "setting: \(stage) \(SettingsDifference(from, to).words)"
    case .stageAdded(let stage): "stage added: \(stage)"
    case .stageRemoved(let stage): "stage removed: \(stage)"
    case .engineVersion(let from, let to): "engine version: \(from) → \(to)"
    case .asOf(let from, let to): "as of: \(from ?? "none") → \(to ?? "none")"
    case .unrecorded: "nothing that the packs record"
    }
  }
}
