/// A value of a fact's column, in the few shapes that every renderer can draw.
public indirect enum FieldValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A JSON number in its decimal form.
  case number(Double)
  case string(String)
  case list([FieldValue])
  case mention(Mention)
  case evidence(Evidence)

  public static func string(_ value: String?) -> FieldValue { value.map { .string($0) } ?? .null }

  public static func strings(_ values: [String]) -> FieldValue { .list(values.map { .string($0) }) }

  public static func mention(_ value: Mention?) -> FieldValue {
    value.map { .mention($0) } ?? .null
  }

  public static func mentions(_ values: [Mention]) -> FieldValue {
    .list(values.map { .mention($0) })
  }

  public static func evidence(_ value: Evidence?) -> FieldValue {
    value.map { .evidence($0) } ?? .null
  }

  /// The value in one cell of a table: empty for null, parts of a list joined with "; ".
  public var cell: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let value): value
    case .list(let values): values.map(\.cell).joined(separator: "; ")
    case .mention(let mention): mention.text
    case .evidence(let evidence): evidence.text
    }
  }
}
