import PressModel

/// What differs between the runs of two packs, and which of it explains a fact that differs.
struct RunChanges {
  typealias Cause = PackDifference.Cause

  /// In the order of the later run.
  private(set) var all: [Cause] = []
  /// What differs of a stage, by its section and name.
  private var byStage: [String: Cause] = [:]
  private let stages: [RunRecord.StageUse]

  init(_ old: RunRecord, _ new: RunRecord) {
    var before = Self.numbered(old.stages)
    stages = new.stages + old.stages
    for (key, stage) in Self.numbered(new.stages).order {
      if let last = before.uses.removeValue(forKey: key) {
        if last.version != stage.version {
          add(.stageVersion(stage: stage.name, from: last.version, to: stage.version), stage)
        } else if last.settings != stage.settings {
          add(.setting(stage: stage.name, from: last.settings, to: stage.settings), stage)
        }
      } else {
        add(.stageAdded(stage.name), stage)
      }
    }
    for (key, stage) in before.order where before.uses[key] != nil {
      add(.stageRemoved(stage.name), stage)
    }
    if old.presswork != new.presswork {
      all.append(.engineVersion(from: old.presswork, to: new.presswork))
    }
    if old.asOf != new.asOf { all.append(.asOf(from: old.asOf, to: new.asOf)) }
  }

  private mutating func add(_ cause: Cause, _ stage: RunRecord.StageUse) {
    all.append(cause)
    let key = "\(stage.section) \(stage.name)"
    if byStage[key] == nil { byStage[key] = cause }
  }

  /// The uses by section, name and number: a stage may be used twice.
  private static func numbered(
    _ stages: [RunRecord.StageUse]
  ) -> (uses: [String: RunRecord.StageUse], order: [(String, RunRecord.StageUse)]) {
    var counts: [String: Int] = [:]
    var uses: [String: RunRecord.StageUse] = [:]
    var order: [(String, RunRecord.StageUse)] = []
    for stage in stages {
      let name = "\(stage.section) \(stage.name)"
      counts[name, default: 0] += 1
      let key = "\(name) \(counts[name] ?? 1)"
      uses[key] = stage
      order.append((key, stage))
    }
    return (uses, order)
  }

  /// Why the facts of a kind differ in a document whose bytes are the same: the stage that adds
  /// them, then its reader, then what that stage reads, then any other stage, the transforms last.
  func cause(kind: String, reader: String) -> Cause {
    if let cause = first(in: "extract", where: { $0.adds.contains(kind) }) { return cause }
    if let cause = first(in: "extract", where: { $0.name == reader }) { return cause }
    if let cause = cause(readFor: kind) { return cause }
    for section in ["transform", "extract", "sources"] {
      if let cause = first(in: section, where: { _ in true }) { return cause }
    }
    return all.first {
      switch $0 {
      case .engineVersion, .asOf: true
      default: false
      }
    } ?? .unrecorded
  }

  /// Breadth first over what the stages read.
  private func cause(readFor kind: String) -> Cause? {
    var seen: Set<String> = [kind]
    var open = [kind]
    while !open.isEmpty {
      var next: [String] = []
      for part in open {
        for stage in stages where stage.adds.contains(part) {
          for read in stage.reads where seen.insert(read).inserted { next.append(read) }
        }
      }
      if let cause = first(in: "extract", where: { !Set($0.adds).isDisjoint(with: next) }) {
        return cause
      }
      open = next
    }
    return nil
  }

  private func first(
    in section: String, where suits: (RunRecord.StageUse) -> Bool
  ) -> Cause? {
    for stage in stages where stage.section == section && suits(stage) {
      if let cause = byStage["\(section) \(stage.name)"] { return cause }
    }
    return nil
  }
}
