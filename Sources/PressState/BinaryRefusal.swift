/// A value that the archive cannot hold: it asks for containers inside a container. The document it
/// belongs to is then not kept.
struct UnsupportedEncoding: Error {}

enum NoKey: CodingKey {
  var stringValue: String { "" }
  var intValue: Int? { nil }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { nil }
}

/// Containers that take nothing.
struct Refusing<Key: CodingKey>: KeyedEncodingContainerProtocol, UnkeyedEncodingContainer {
  var codingPath: [any CodingKey] { [] }
  var count: Int { 0 }

  mutating func encodeNil(forKey key: Key) throws { throw UnsupportedEncoding() }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    throw UnsupportedEncoding()
  }
  mutating func encodeNil() throws { throw UnsupportedEncoding() }
  mutating func encode<Value: Encodable>(_ value: Value) throws { throw UnsupportedEncoding() }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { KeyedEncodingContainer(Refusing<Nested>()) }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { self }
  mutating func superEncoder(forKey key: Key) -> any Encoder { RefusingEncoder() }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { KeyedEncodingContainer(Refusing<Nested>()) }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
  mutating func superEncoder() -> any Encoder { RefusingEncoder() }
}

struct RefusingEncoder: Encoder {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Refusing<Key>())
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { Refusing<NoKey>() }
  func singleValueContainer() -> any SingleValueEncodingContainer { RefusingValue() }
}

private struct RefusingValue: SingleValueEncodingContainer {
  var codingPath: [any CodingKey] { [] }
  func encodeNil() throws { throw UnsupportedEncoding() }
  func encode<Value: Encodable>(_ value: Value) throws { throw UnsupportedEncoding() }
}
