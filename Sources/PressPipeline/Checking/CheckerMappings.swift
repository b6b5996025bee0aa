import PressStage

/// What all parts of the checker share: mappings, texts and references in them.
extension PipelineChecker {
  /// `owner` with its article: "a pipeline file".
  mutating func refuseUnknownKeys(
    _ entries: [SettingNode.Entry], known: [String], of owner: String,
    hint: (SettingNode.Entry) -> String? = { _ in nil }
  ) {
    for entry in entries where !known.contains(entry.key) {
      if problems.isFull {
        problems.add(.unknownKey, at: entry.keyPlace, "")
        continue
      }
      problems.add(
        .unknownKey, at: entry.keyPlace, "unknown key '\(shortened(entry.key))' in \(owner)",
        hint: hint(entry)
          ?? nearest(to: entry.key, among: known).map { "did you mean '\($0)'?" },
        notes: [.init("keys: " + known.joined(separator: ", "))])
    }
  }

  mutating func refuse(_ node: SettingNode, expected: String, key: String) {
    let given =
      if case .scalar(let text, _) = node.content, !node.isNull {
        "'\(shortened(text))'"
      } else {
        node.shape
      }
    problems.add(.valueType, at: node.place, "'\(key)': expected \(expected), not \(given)")
  }

  /// A scalar's text; nil, after saying so, for anything else.
  mutating func literalText(_ node: SettingNode, _ key: String) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      refuse(node, expected: "a text", key: key)
      return nil
    }
    return text
  }

  /// A text in which no reference may stand.
  mutating func literal(_ node: SettingNode, _ key: String) -> String? {
    guard let text = literalText(node, key) else { return nil }
    guard !text.contains("${") else {
      problems.add(
        .referenceNotAllowed, at: node.place, "'\(key)' can't hold a reference",
        hint: "write the value out")
      return nil
    }
    return text
  }

  /// The node with all references in its values filled in. A value that cannot be known stays as
  /// it is, and problems at its place are not told.
  mutating func filled(_ node: SettingNode, _ scope: ReferenceScope) -> SettingNode {
    switch node.content {
    case .scalar(let text, let isPlain):
      guard text.utf8.contains(0x24) else { return node }
      var found: [ReferenceProblem] = []
      let value = references.fill(text, scope, problems: &found)
      for problem in found { report(problem, in: node) }
      guard case .text(let result) = value else {
        file.markUnknown(node.place)
        return node
      }
      // A value that is one reference and nothing else is typed by its setting, as if it stood
      // there; a text that reads like null stays a text.
      let isReference =
        text.hasPrefix("${") && text.utf8.firstIndex(of: 0x7D) == text.utf8.indices.last
      var filled = SettingNode(.scalar(result, isPlain: isPlain || isReference), at: node.place)
      if filled.isNull { filled.content = .scalar(result, isPlain: false) }
      return filled
    case .list(let elements):
      return SettingNode(.list(elements.map { filled($0, scope) }), at: node.place)
    case .map(let entries):
      let entries = entries.map {
        SettingNode.Entry(key: $0.key, keyPlace: $0.keyPlace, value: filled($0.value, scope))
      }
      return SettingNode(.map(entries), at: node.place)
    }
  }

  private mutating func report(_ problem: ReferenceProblem, in node: SettingNode) {
    var place = node.place
    if let dollars = file.dollars[node.place], problem.dollar < dollars.count {
      place = dollars[problem.dollar]
      place.length = problem.length
    }
    problems.add(problem.code, at: place, problem.message, hint: problem.hint)
  }

  /// Reads a group of keys that is declared with `@Setting`.
  mutating func group<Group: SettingGroup>(
    _ type: Group.Type, _ node: SettingNode, _ owner: SettingOwner
  ) -> Group? {
    var found: [SettingProblem] = []
    let group = Group.read(node, problems: &found)
    report(found, of: owner)
    return group
  }

  mutating func report(_ found: [SettingProblem], of owner: SettingOwner) {
    for problem in found {
      let (code, message) = owner.codeAndMessage(problem)
      var notes: [Diagnostic.Note] = []
      if case .unknown(let known) = problem.kind { notes = [owner.note(known: known)] }
      problems.add(code, at: problem.place, message, hint: problem.hint, notes: notes)
    }
  }
}

/// Whose settings a problem is about.
enum SettingOwner {
  case stage(StageRegistry.Entry, StageSection)
  /// A mapping of the pipeline file itself, with its article.
  case keys(of: String)

  func codeAndMessage(_ problem: SettingProblem) -> (DiagnosticCode, String) {
    switch self {
    case .stage(let entry, let section):
      let kind = section == .sources ? "source" : section.rawValue
      let stage = "\(kind) stage '\(entry.name)'"
      let setting = problem.name.isEmpty ? "" : "setting '\(shortened(problem.name))' of "
      return switch problem.kind {
      case .unknown:
        (.unknownSetting, "unknown setting '\(shortened(problem.name))' for \(stage)")
      case .missing: (.missingSetting, "\(setting)\(stage) is missing")
      case .wrongType: (.settingType, "\(setting)\(stage): \(problem.message)")
      case .outOfRange: (.settingRange, "\(setting)\(stage): \(problem.message)")
      }
    case .keys(let owner):
      let key = problem.name.isEmpty ? owner : "'\(shortened(problem.name))' of \(owner)"
      return switch problem.kind {
      case .unknown: (.unknownKey, "unknown key '\(shortened(problem.name))' in \(owner)")
      case .missing: (.missingKey, "\(key) is missing")
      case .wrongType: (.valueType, "\(key): \(problem.message)")
      case .outOfRange: (.valueRange, "\(key): \(problem.message)")
      }
    }
  }

  func note(known: [String]) -> Diagnostic.Note {
    switch self {
    case .stage(let entry, _):
      let text = known.isEmpty ? "it has no settings" : "settings: \(known.joined(separator: ", "))"
      return .init(text, command: "presswork describe \(entry.name)")
    case .keys: return .init("keys: \(known.joined(separator: ", "))")
    }
  }
}
