/// The type of a setting, as lint, `describe` and JSON Schema know it.
public indirect enum SettingType: Hashable, Sendable {
  case bool, integer, number, string
  /// A file or folder, relative to the pipeline's file.
  case path
  /// `90s`, `15m`, `2h`, `1d`.
  case duration
  /// `500KB`, `10MB`, `2GiB`.
  case size
  /// `25%` or `0.25`.
  case percentage
  /// `YYYY-MM-DD`.
  case day
  case choice([String])
  case list(SettingType)
  case group([SettingDeclaration])

  /// What a person may write, with its article: "a whole number".
  public var expectation: String {
    switch self {
    case .bool: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "a text"
    case .path: "a path"
    case .duration: "a duration such as 90s, 15m, 2h or 1d"
    case .size: "a size such as 500KB, 10MB or 2GiB"
    case .percentage: "a share such as 25% or 0.25"
    case .day: "a date such as 2007-11-14"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .list(let element): "a list, each \(element.expectation)"
    case .group: "a mapping of settings"
    }
  }
}

/// One setting of a stage: what decodes it, checks it, describes it and documents it.
public struct SettingDeclaration: Hashable, Sendable {
  /// The key in YAML: snake_case of the property.
  public var name: String
  /// One line.
  public var help: String
  public var type: SettingType
  /// The default as it would be written; nil for a setting that is required or empty.
  public var defaultText: String?
  public var isRequired: Bool
  /// The bounds as they would be written.
  public var range: ClosedRangeText?
  public var example: String?

  public struct ClosedRangeText: Hashable, Sendable {
    public var low: String
    public var high: String
  }
}

/// What is wrong with a value that a person wrote.
public struct SettingProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case unknown(known: [String])
    case missing
    case wrongType
    case outOfRange
  }

  public var kind: Kind
  public var place: Place
  /// The setting's name.
  public var name: String
  /// What is wrong, in a lower-case sentence.
  public var message: String
  /// What to do about it.
  public var hint: String?
}
