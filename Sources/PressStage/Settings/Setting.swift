/// Declares a setting of a stage. The one declaration decodes it, checks it, and draws it in
/// `describe`, the documentation and the JSON Schema.
///
///     @Setting("Shortest quotation to report, in words", range: 1...100) var minWords = 4
///
/// The key in YAML is the property's name in snake_case.
@propertyWrapper
public struct Setting<Value: SettingValue>: Sendable {
  /// Written only while a stage is configured, before anything else can see the stage.
  private final class Box: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box
  let declaration: SettingDeclaration
  private let accepts: @Sendable (Value) -> Bool

  public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  /// - Parameters:
  ///   - help: one line.
  ///   - required: whether a pipeline must give it; the property's value then only fills the place.
  ///   - example: a value as it would be written in YAML, for the documentation.
  public init(
    wrappedValue: Value, _ help: String, required: Bool = false, example: String? = nil
  ) {
    self.init(wrappedValue, help, required: required, example: example, range: nil) { _ in true }
  }

  /// `range`: the values that are allowed.
  public init(
    wrappedValue: Value, _ help: String, range: ClosedRange<Value>, required: Bool = false,
    example: String? = nil
  ) where Value: Comparable {
    let text = SettingDeclaration.ClosedRangeText(
      low: range.lowerBound.written ?? "", high: range.upperBound.written ?? "")
    self.init(wrappedValue, help, required: required, example: example, range: text) {
      range.contains($0)
    }
  }

  private init(
    _ value: Value, _ help: String, required: Bool, example: String?,
    range: SettingDeclaration.ClosedRangeText?, accepts: @escaping @Sendable (Value) -> Bool
  ) {
    box = Box(value)
    declaration = SettingDeclaration(
      name: "", help: help, type: Value.settingType,
      defaultText: required ? nil : value.written, isRequired: required, range: range,
      example: example)
    self.accepts = accepts
  }
}

/// A `Setting` of any type, as `SettingForm` finds it in a stage.
protocol AnySetting {
  var declaration: SettingDeclaration { get }
  func fill(from node: SettingNode, name: String, problems: inout [SettingProblem])
}

extension Setting: AnySetting {
  /// Writes into the box that the stage's copy of this wrapper shares.
  func fill(from node: SettingNode, name: String, problems: inout [SettingProblem]) {
    let before = problems.count
    let read = Value.read(node, problems: &problems)
    // An element of a list has no name of its own.
    for index in before..<problems.count where problems[index].name.isEmpty {
      problems[index].name = name
    }
    guard let value = read else {
      if problems.count == before {
        problems.append(.wrongType(declaration.type, node, name: name))
      }
      return
    }
    guard accepts(value) else {
      let range = declaration.range
      problems.append(
        SettingProblem(
          kind: .outOfRange, place: node.place, name: name,
          message: "'\(value.written ?? "")' is not between \(range?.low ?? "") and "
            + "\(range?.high ?? "")",
          hint: nil))
      return
    }
    box.value = value
  }
}
