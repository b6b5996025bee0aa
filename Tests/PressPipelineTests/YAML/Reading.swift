@testable import PressPipeline
@testable import PressStage

/// A file as nodes, with what the YAML itself gave rise to.
func compose(_ bytes: [UInt8], path: String = "test.yaml") -> (ComposedFile, [Diagnostic]) {
  let source = SourceText(bytes)
  var problems = DiagnosticList(file: path, source: source)
  let scan = CharacterScan(source)
  for finding in scan.findings {
    problems.add(finding.code, at: finding.place, finding.message, hint: finding.hint)
  }
  guard scan.findings.isEmpty else { return (ComposedFile(), problems.sorted()) }
  let file = NodeComposer.compose(source, problems: &problems)
  return (file, problems.sorted())
}

func compose(_ text: String) -> (ComposedFile, [Diagnostic]) { compose(Array(text.utf8)) }

extension JSONValue {
  /// A node as YAML 1.2's core schema (section 10.3.2) types it.
  init(_ node: SettingNode) {
    switch node.content {
    case .scalar(let text, false): self = .string(text)
    case .scalar(let text, true):
      if node.isNull {
        self = .null
      } else if let flag = Bool(settingText: text) {
        self = .bool(flag)
      } else if let whole = Int(settingText: text) {
        self = .number(String(whole))
      } else if let number = Double(settingText: text) {
        self = .number(String(number))
      } else {
        self = .string(text)
      }
    case .list(let elements): self = .array(elements.map(JSONValue.init))
    case .map(let entries):
      self = .object(entries.map { Member(key: $0.key, value: JSONValue($0.value)) })
    }
  }

  /// Whether two values are the same, numbers by their value and objects in any order.
  func means(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): return Double(left) == Double(right)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && left.allSatisfy { member in
          right.contains { $0.key == member.key && $0.value.means(member.value) }
        }
    default: return self == other
    }
  }
}
