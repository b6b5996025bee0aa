/// A JSON value as it was read, with the members of objects in their order.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue
  }

  /// The first member of an object with a key; nil for other values.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// A whole number that fits; nil for other values.
  public var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// What is wrong with bytes that should be JSON.
public struct JSONSyntaxError: Error, Hashable, CustomStringConvertible {
  /// The byte offset at which reading stopped.
  public var offset: Int
  public var reason: String

  public var description: String { "not JSON at byte \(offset): \(reason)" }
}
