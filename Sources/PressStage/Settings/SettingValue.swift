/// A type that a setting may have.
public protocol SettingValue: Sendable {
  static var settingType: SettingType { get }

  /// Reads a value; nil where it is not of this type. A type with parts reports their problems
  /// itself and returns nil.
  static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> Self?

  /// As a person would write it in YAML; nil for nothing.
  var written: String? { get }
}

/// A type that is written as one scalar.
public protocol ScalarSettingValue: SettingValue {
  init?(settingText text: String)
}

extension ScalarSettingValue {
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> Self? {
    guard case .scalar(let text, isPlain: true) = node.content else { return nil }
    return Self(settingText: text)
  }
}

extension Bool: ScalarSettingValue {
  public static var settingType: SettingType { .bool }
  /// YAML 1.2 core: `yes`, `no`, `on` and `off` are text.
  public init?(settingText text: String) {
    switch text {
    case "true", "True", "TRUE": self = true
    case "false", "False", "FALSE": self = false
    default: return nil
    }
  }
  public var written: String? { self ? "true" : "false" }
}

extension Int: ScalarSettingValue {
  public static var settingType: SettingType { .integer }
  public init?(settingText text: String) {
    if text.hasPrefix("0x") {
      self.init(text.dropFirst(2), radix: 16)
    } else if text.hasPrefix("0o") {
      self.init(text.dropFirst(2), radix: 8)
    } else {
      self.init(text, radix: 10)
    }
  }
  public var written: String? { String(self) }
}

extension Double: ScalarSettingValue {
  public static var settingType: SettingType { .number }
  public init?(settingText text: String) {
    let isNumber = text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    self = value
  }
  public var written: String? { String(self) }
}

extension String: SettingValue {
  public static var settingType: SettingType { .string }
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull else { return nil }
    return text
  }
  public var written: String? { self }
}

extension Array: SettingValue where Element: SettingValue {
  public static var settingType: SettingType { .list(Element.settingType) }
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> [Element]? {
    guard case .list(let nodes) = node.content else { return nil }
    var elements: [Element] = []
    for node in nodes {
      let before = problems.count
      if let element = Element.read(node, problems: &problems) {
        elements.append(element)
      } else if problems.count == before {
        problems.append(.wrongType(Element.settingType, node))
      }
    }
    return elements
  }
  public var written: String? {
    "[" + compactMap(\.written).joined(separator: ", ") + "]"
  }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  public static var settingType: SettingType { Wrapped.settingType }
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> Wrapped?? {
    Wrapped.read(node, problems: &problems).map { .some($0) }
  }
  public var written: String? { flatMap(\.written) }
}

extension SettingValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  public static var settingType: SettingType { .choice(allCases.map(\.rawValue)) }
  public static func read(_ node: SettingNode, problems: inout [SettingProblem]) -> Self? {
    guard case .scalar(let text, _) = node.content else { return nil }
    return Self(rawValue: text)
  }
  public var written: String? { rawValue }
}

extension SettingProblem {
  static func wrongType(_ type: SettingType, _ node: SettingNode, name: String = "") -> Self {
    let given =
      if case .scalar(let text, _) = node.content, !node.isNull { "'\(text)'" } else { node.shape }
    var hint: String?
    if type == .bool, case .scalar(let text, isPlain: true) = node.content {
      switch text.lowercased() {
      case "yes", "on": hint = "write true"
      case "no", "off": hint = "write false"
      default: break
      }
    }
    if case .scalar(_, isPlain: false) = node.content, type == .integer || type == .number {
      hint = "write it without quotation marks"
    }
    if case .list = type, case .scalar(let text, _) = node.content, !node.isNull,
      text.utf8.count <= 40
    {
      hint = "write [\(text)]"
    }
    if case .choice(let words) = type, case .scalar(let text, _) = node.content,
      let word = nearest(to: text, among: words)
    {
      hint = "did you mean '\(word)'?"
    }
    return SettingProblem(
      kind: .wrongType, place: node.place, name: name,
      message: "expected \(type.expectation), not \(given)", hint: hint)
  }
}
