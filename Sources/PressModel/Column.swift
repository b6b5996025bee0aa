/// The type of a column's values, as JSON Schema and table schemas know it.
public enum ColumnType: Hashable, Sendable {
  case bool, integer, number, string
  /// A date or range in EDTF (ISO 8601-2).
  case date
  /// One of a few words.
  case choice([String])
  case strings
  /// Words with their offsets.
  case mention
  /// Several of these.
  case mentions
  /// Words of the text or of a field.
  case evidence
}

/// A column of a kind of fact, typed by the fact: what a kind's declaration lists.
public struct FactColumn<F: Fact>: Sendable {
  let name: String
  let type: ColumnType
  let help: String
  let isVerbatim: Bool
  let value: @Sendable (F) -> FieldValue

  public init(
    _ name: String, _ type: ColumnType, _ help: String, verbatim: Bool = false,
    _ value: @escaping @Sendable (F) -> FieldValue
  ) {
    self.name = name
    self.type = type
    self.help = help
    self.isVerbatim = verbatim
    self.value = value
  }
}

/// A column of a kind of fact, as renderers see it.
public struct Column: Sendable {
  /// camelCase: the key in JSON and the header in CSV.
  public let name: String
  public let type: ColumnType
  public let help: String
  /// Whether each of its strings must stand verbatim in the document's text; the engine checks it.
  public let isVerbatim: Bool
  private let read: @Sendable (any Fact) -> FieldValue

  init<F: Fact>(_ column: FactColumn<F>) {
    name = column.name
    type = column.type
    help = column.help
    isVerbatim = column.isVerbatim
    let value = column.value
    read = { fact in (fact as? F).map(value) ?? .null }
  }

  /// The column's value in a fact; null for a fact of another kind.
  public func value(in fact: any Fact) -> FieldValue { read(fact) }
}
