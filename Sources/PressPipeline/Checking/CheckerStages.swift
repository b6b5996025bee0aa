import PressStage

/// The sections that hold stages.
extension PipelineChecker {
  mutating func stages(_ section: StageSection, _ root: SettingNode) -> [StageUse<any Stage>] {
    guard let node = root[section.rawValue] else { return [] }
    guard case .list(let elements) = node.content else {
      refuse(node, expected: "a list of stages", key: section.rawValue)
      return []
    }
    if elements.isEmpty, section != .transform {
      problems.add(
        .emptySection, at: node.place, "'\(section.rawValue)' has no stage",
        hint: "list one, such as '- use: \(example(section))'")
    }
    return elements.compactMap { stage($0, section) }
  }

  private func example(_ section: StageSection) -> String {
    registry.entries.first { $0.role.section == section }?.name ?? "NAME"
  }

  private mutating func stage(_ node: SettingNode, _ section: StageSection) -> StageUse<any Stage>?
  {
    var settings: SettingNode?
    var recorded = ""
    var policy: ErrorPolicy? = section == .extract ? .quarantine : .fail
    let use: SettingNode
    switch node.content {
    case .scalar: use = node
    case .list:
      refuse(node, expected: "a stage's name or a mapping with 'use'", key: section.rawValue)
      return nil
    case .map(let entries):
      let known = StageKey.allCases.map(\.rawValue)
      refuseUnknownKeys(entries, known: known, of: "a stage's entry") { [registry] entry in
        registry[entry.key].first.map { "write 'use: \($0.name)', and its settings under 'with'" }
      }
      policy = errorPolicy(node, section) ?? policy
      let given = node[StageKey.with.rawValue]
      settings = given.map { filled($0, .settings) }
      recorded = given.map { canonicalText(references.recorded($0)) } ?? ""
      guard let named = node[StageKey.use.rawValue] else {
        // Where a stage's name stands as a key, that was told.
        if !entries.contains(where: { !registry[$0.key].isEmpty }) {
          problems.add(
            .missingKey, at: node.place, "the key 'use' is missing",
            hint: "name the stage: 'use: \(example(section))'")
        }
        return nil
      }
      use = named
    }
    guard let name = literal(use, StageKey.use.rawValue),
      let entry = registered(name, at: use.place, section)
    else { return nil }
    return configured(entry, settings, recorded, at: use.place, section, policy ?? .fail)
  }

  /// The stage of a name, if there is one and it belongs into the section.
  private mutating func registered(_ name: String, at place: Place, _ section: StageSection)
    -> StageRegistry.Entry?
  {
    if let entry = registry[name, section] ?? registry[name].first { return entry }
    if problems.isFull {
      problems.add(.unknownStage, at: place, "")
      return nil
    }
    let here = registry.entries.filter { $0.role.section == section }.map(\.name)
    let all = registry.entries.map(\.name)
    let near = nearest(to: name, among: here) ?? nearest(to: name, among: all)
    let list = here.isEmpty ? "none" : here.joined(separator: ", ")
    problems.add(
      .unknownStage, at: place, "there is no stage '\(shortened(name))'",
      hint: near.map { "did you mean '\($0)'?" },
      notes: [.init("\(section.rawValue) stages: \(list)", command: "presswork stages")])
    return nil
  }

  private mutating func configured(
    _ entry: StageRegistry.Entry, _ settings: SettingNode?, _ recorded: String, at place: Place,
    _ section: StageSection, _ policy: ErrorPolicy
  ) -> StageUse<any Stage>? {
    var found: [SettingProblem] = []
    let stage = entry.type.configured(with: settings, at: place, problems: &found)
    report(found, of: .stage(entry, section))
    guard entry.role.section == section else {
      let article = entry.role == .extractor ? "an" : "a"
      problems.add(
        .wrongSection, at: place,
        "'\(entry.name)' is \(article) \(entry.role.rawValue), which can't run under "
          + "'\(section.rawValue)'",
        hint: "move it to '\(entry.role.section.rawValue)'")
      return nil
    }
    return StageUse(
      name: entry.name, stage: stage, version: entry.type.version, errorPolicy: policy,
      settings: settings.map(canonicalText) ?? "", recordedSettings: recorded, place: place)
  }

  private mutating func errorPolicy(_ node: SettingNode, _ section: StageSection) -> ErrorPolicy? {
    let reasonNode = node[StageKey.reason.rawValue]
    let reason = words(reasonNode, StageKey.reason.rawValue)
    var word: ErrorPolicyWord?
    if let policyNode = node[StageKey.onError.rawValue] {
      guard let text = literal(policyNode, StageKey.onError.rawValue) else { return nil }
      let words = ErrorPolicyWord.allCases.map(\.rawValue)
      word = ErrorPolicyWord(rawValue: text)
      if word == nil {
        problems.add(
          .valueType, at: policyNode.place,
          "'on_error': expected one of \(words.joined(separator: ", ")), not '\(shortened(text))'",
          hint: nearest(to: text, among: words).map { "did you mean '\($0)'?" })
        return nil
      }
      if section == .render, word != .fail {
        problems.add(
          .errorPolicy, at: policyNode.place, "a renderer that fails can't \(text) anything",
          hint: "a pack without one of its files is not published: remove 'on_error'")
        return nil
      }
      if word == .drop, reasonNode == nil {
        problems.add(
          .errorPolicy, at: policyNode.place, "'on_error: drop' needs a 'reason'",
          hint: "say why, so that the run can tell; or write 'quarantine'")
        return nil
      }
    }
    if let reasonNode, word != .drop {
      problems.add(
        .errorPolicy, at: reasonNode.place, "a 'reason' belongs to 'on_error: drop'",
        hint: "remove it, or drop")
    }
    switch word {
    case .fail: return .fail
    case .quarantine: return .quarantine
    case .drop: return .drop(reason: reason ?? "")
    case nil: return nil
    }
  }
}

extension StageUse {
  func cast<Other: Sendable>(_ convert: (Role) -> Other?) -> StageUse<Other>? {
    convert(stage).map {
      StageUse<Other>(
        name: name, stage: $0, version: version, errorPolicy: errorPolicy, settings: settings,
        recordedSettings: recordedSettings, place: place)
    }
  }
}

/// A value as one line of text: mappings by key, texts escaped; equal for equal values.
func canonicalText(_ node: SettingNode) -> String {
  switch node.content {
  case .scalar(let text, _): node.isNull ? "null" : text.debugDescription
  case .list(let elements): "[" + elements.map(canonicalText).joined(separator: ", ") + "]"
  case .map(let entries):
    "{"
      + entries.sorted { $0.key < $1.key }
      .map { "\($0.key.debugDescription): \(canonicalText($0.value))" }.joined(separator: ", ")
      + "}"
  }
}
