import PressEngine

extension PackDifference.Cause {
  /// The word for programs.
  var name: String {
    switch self {
    case .newDocument: "new-document"
    case .documentGone: "document-gone"
    case .editedDocument: "edited-document"
    case .stageVersion: "stage-version"
    case .setting: "setting"
    case .stageAdded: "stage-added"
    case .stageRemoved: "stage-removed"
    case .engineVersion: "engine-version"
    case .asOf: "as-of"
    case .unrecorded: "unrecorded"
    }
  }
}

extension PackDifference {
  /// The counts in two lines and what differs between the runs.
  var head: [(name: String, value: String)] {
    var rows: [(name: String, value: String)] = []
    var documents = DocumentChange.State.allCases.compactMap { state in
      count(state) > 0
        ? "\(count(state)) \(state == .kept ? "read otherwise" : state.rawValue)" : nil
    }
    documents.append("\(unchangedDocuments) the same")
    rows.append(("documents", documents.joined(separator: ", ")))
    let facts = Change.allCases.compactMap { change in
      count(change) > 0
        ? "\(count(change)) \(change == .reworded ? "re-worded" : change.rawValue)" : nil
    }
    rows.append(("facts", facts.isEmpty ? "the same" : facts.joined(separator: ", ")))
    for table in tables {
      rows.append(("table", "\(table.name): \(table.new) rows new, \(table.gone) gone"))
    }
    if !files.isEmpty { rows.append(("files", files.joined(separator: ", "))) }
    for cause in causes { rows.append(("run", cause.words)) }
    return rows
  }
}

extension PackDifference.DocumentChange {
  /// The number of facts by kind, for a document that is only counted.
  var kinds: String {
    let counts = facts.reduce(into: [String: Int]()) { $0[$1.kind, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// Whether its facts are counted where nobody asks for all.
  var isOnlyCounted: Bool { state == .new || state == .gone }
}
