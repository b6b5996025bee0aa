/// The settings of a value that declares them with `@Setting`, in the order of its properties.
public struct SettingForm {
  private let fields: [(name: String, setting: any AnySetting)]

  public init(_ value: Any) {
    fields = Mirror(reflecting: value).children.compactMap { child in
      guard let label = child.label, let setting = child.value as? any AnySetting else {
        return nil
      }
      return (snakeCase(String(label.drop { $0 == "_" })), setting)
    }
  }

  public var declarations: [SettingDeclaration] {
    fields.map { field in
      var declaration = field.setting.declaration
      declaration.name = field.name
      return declaration
    }
  }

  /// Fills the settings from a mapping and reports every problem in it. `place` is where to report
  /// a required setting that is missing.
  func fill(from node: SettingNode?, at place: Place, problems: inout [SettingProblem]) {
    var entries: [SettingNode.Entry] = []
    if let node, !node.isNull {
      guard case .map(let map) = node.content else {
        problems.append(
          SettingProblem(
            kind: .wrongType, place: node.place, name: "",
            message: "expected a mapping of settings, not \(node.shape)", hint: nil))
        return
      }
      entries = map
    }
    for entry in entries {
      guard let field = fields.first(where: { $0.name == entry.key }) else {
        // Who gives thousands of unknown settings is not helped by a suggestion for each.
        let known = problems.count < 1000 ? fields.map(\.name) : []
        problems.append(.unknown(entry, known: known))
        continue
      }
      field.setting.fill(from: entry.value, name: field.name, problems: &problems)
    }
    for field in fields where field.setting.declaration.isRequired {
      guard !entries.contains(where: { $0.key == field.name }) else { continue }
      problems.append(
        SettingProblem(
          kind: .missing, place: place, name: field.name,
          message: "setting '\(field.name)' is missing", hint: field.setting.declaration.help))
    }
  }
}

extension SettingProblem {
  static func unknown(_ entry: SettingNode.Entry, known: [String]) -> SettingProblem {
    SettingProblem(
      kind: .unknown(known: known), place: entry.keyPlace, name: entry.key,
      message: "unknown setting '\(entry.key)'",
      hint: nearest(to: entry.key, among: known).map { "did you mean '\($0)'?" })
  }
}

extension Stage {
  /// The declarations of the stage's settings.
  public static var settings: [SettingDeclaration] { SettingForm(Self()).declarations }

  /// A stage with its settings filled; problems are reported and leave their defaults.
  public static func configured(
    with node: SettingNode?, at place: Place, problems: inout [SettingProblem]
  ) -> Self {
    let stage = Self()
    SettingForm(stage).fill(from: node, at: place, problems: &problems)
    return stage
  }
}

/// Settings that belong together: the value of a setting, or an element of a list of them.
///
///     struct Feed: SettingGroup {
///       @Setting("Address of the feed", required: true) var url = ""
///     }
public protocol SettingGroup: SettingValue {
  init()
}

extension SettingGroup {
  public static var settingType: SettingType { .group(SettingForm(Self()).declarations) }

  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> Self? {
    let group = Self()
    let before = problems.count
    SettingForm(group).fill(from: node, at: node.place, problems: &problems)
    return problems.count == before ? group : nil
  }

  public var written: String? { nil }
}
