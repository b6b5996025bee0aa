import PressStage

/// `vars` and what the caller gives for them.
extension PipelineChecker {
  mutating func variables(_ section: SettingNode.Entry?) -> [Variable] {
    let node = section?.value
    references.isComplete = file.isComplete || node != nil
    var entries: [SettingNode.Entry] = []
    if let node, !node.isNull {
      guard case .map(let map) = node.content else {
        refuse(node, expected: "a mapping of variables by name", key: PipelineKey.vars.rawValue)
        references.isComplete = false
        return []
      }
      entries = map
    }
    // A default is filled in before any variable is known, so that none can refer to another.
    let variables = entries.compactMap { variable($0) }
    for entry in entries { references.variables[entry.key] = .unknown }
    for variable in variables {
      guard let value = variable.value else { continue }
      references.variables[variable.name] = .value(value)
    }
    references.recordable = recordable(variables, entries)
    refuseUnknownOverrides(entries, at: section?.keyPlace)
    return variables
  }

  /// Numbers, flags and days that the file or the caller spells out. A text may be a secret, a path
  /// is the machine's, and a default that refers to the environment or the run may be either.
  private func recordable(_ variables: [Variable], _ entries: [SettingNode.Entry]) -> Set<String> {
    let referring = entries.filter {
      guard case .scalar(let text, _) = $0.value["default"]?.content else { return false }
      return text.utf8.contains(0x24)
    }
    return Set(
      variables.filter { variable in
        ![.text, .path].contains(variable.type)
          && !referring.contains { $0.key == variable.name }
      }.map(\.name))
  }

  private mutating func variable(_ entry: SettingNode.Entry) -> Variable? {
    guard Self.isVariableName(entry.key) else {
      problems.add(
        .variable, at: entry.keyPlace, "'\(shortened(entry.key))' can't name a variable",
        hint: "start with a letter, and use letters, digits and '_'")
      return nil
    }
    guard case .map = entry.value.content else {
      problems.add(
        .valueType, at: entry.value.isNull ? entry.keyPlace : entry.value.place,
        "variable '\(entry.key)': expected a mapping, not \(entry.value.shape)",
        hint: "write '\(entry.key): {default: VALUE}'")
      return nil
    }
    let owner = SettingOwner.keys(of: "variable '\(entry.key)'")
    let node = filled(entry.value, .variableDefault)
    guard let keys = group(VariableKeys.self, node, owner) else { return nil }
    var variable = Variable(
      name: entry.key, type: keys.type, value: nil, help: keys.help,
      isRequired: keys.required, place: entry.keyPlace)
    if let given = context.variables[entry.key] {
      if accepts(given, keys.type) {
        variable.value = given
      } else {
        problems.add(
          .variable, at: entry.keyPlace,
          "'\(shortened(given))', given for variable '\(entry.key)', is not "
            + keys.type.expectation)
      }
    }
    if let text = keys.default {
      checkDefault(text, node["default"]?.place ?? entry.keyPlace, variable)
      if context.variables[entry.key] == nil, !isUnknown(node["default"]) { variable.value = text }
    } else if !keys.required {
      problems.add(
        .variable, at: entry.keyPlace, "variable '\(entry.key)' has no default",
        hint: "add one, or 'required: true'")
    } else if context.variables[entry.key] == nil, context.requiresValues {
      problems.add(
        .unsetReference, at: entry.keyPlace, "variable '\(entry.key)' has no value",
        hint: "give it one: --var \(entry.key)=VALUE")
    }
    return variable
  }

  private mutating func checkDefault(_ text: String, _ place: Place, _ variable: Variable) {
    if variable.isRequired {
      problems.add(
        .variable, at: place,
        "variable '\(variable.name)' is required, so its default is never used",
        hint: "remove the one or the other")
    }
    if !accepts(text, variable.type) {
      problems.add(
        .variable, at: place,
        "the default of variable '\(variable.name)', '\(shortened(text))', is not "
          + variable.type.expectation)
    }
  }

  private func isUnknown(_ node: SettingNode?) -> Bool {
    node.map { file.unknown.contains($0.place.point) } ?? false
  }

  private mutating func refuseUnknownOverrides(_ entries: [SettingNode.Entry], at place: Place?) {
    guard file.isComplete else { return }
    let known = entries.map(\.key)
    for name in context.variables.keys.sorted() where !known.contains(name) {
      problems.add(
        .unknownOverride, at: place ?? Place(line: 1, column: 1),
        "there is no variable '\(shortened(name))' to give a value to",
        hint: nearest(to: name, among: known).map { "did you mean '\($0)'?" },
        notes: [.init("variables: " + (known.isEmpty ? "none" : known.joined(separator: ", ")))])
    }
  }

  private func accepts(_ text: String, _ type: VariableType) -> Bool {
    switch type {
    case .text: true
    case .path: !text.isEmpty
    case .integer: Int(settingText: text) != nil
    case .number: Double(settingText: text) != nil
    case .bool: Bool(settingText: text) != nil
    case .day: Day(settingText: text) != nil
    }
  }

  private static func isVariableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isASCIILetter(first) else { return false }
    return name.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x5F }
  }
}

extension VariableType {
  var expectation: String {
    switch self {
    case .text: "a text"
    case .path: SettingType.path.expectation
    case .integer: SettingType.integer.expectation
    case .number: SettingType.number.expectation
    case .bool: SettingType.bool.expectation
    case .day: SettingType.day.expectation
    }
  }
}
