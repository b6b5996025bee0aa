/// Writes `Codable` values as bytes that `BinaryDecoder` reads.
///
/// Every value is framed by its length, so that an empty frame is nil and a reader can step over
/// what it does not ask for. Keys are numbers into a table of names that the archive holds once.
struct BinaryEncoder: Encoder {
  /// The bytes so far and the names of the keys.
  final class Storage {
    var bytes: [UInt8] = []
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    func number(of name: String) -> Int {
      if let number = numbers[name] { return number }
      let number = names.count
      names.append(name)
      numbers[name] = number
      return number
    }
  }

  let storage: Storage
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(storage: storage, count: storage.bytes.reserveCount()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    Unkeyed(storage: storage, place: storage.bytes.reserveCount())
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(storage: storage) }
}

extension BinaryEncoder.Storage {
  /// A value in its frame.
  func frame<Value: Encodable>(_ value: Value) throws {
    let place = bytes.reserveCount()
    switch value {
    case let text as String: bytes.append(text: text)
    case let number as Int: bytes.append(number: number)
    default: try value.encode(to: BinaryEncoder(storage: self))
    }
    bytes.setCount(bytes.count - place - 4, at: place)
  }

  func frameOfNothing() {
    _ = bytes.reserveCount()
  }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let storage: BinaryEncoder.Storage
  /// Where the number of members stands.
  let count: Int
  var members = 0
  var codingPath: [any CodingKey] { [] }

  init(storage: BinaryEncoder.Storage, count: Int) {
    self.storage = storage
    self.count = count
  }

  private mutating func begin(_ key: Key) {
    members += 1
    storage.bytes.setCount(members, at: count)
    storage.bytes.append(number: storage.number(of: key.stringValue))
  }

  mutating func encodeNil(forKey key: Key) throws {
    begin(key)
    storage.frameOfNothing()
  }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    begin(key)
    try storage.frame(value)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    // A frame cannot be closed where no one says that the container is complete.
    KeyedEncodingContainer(Refusing<NestedKey>())
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    Refusing<Key>()
  }

  mutating func superEncoder() -> any Encoder { RefusingEncoder() }
  mutating func superEncoder(forKey key: Key) -> any Encoder { RefusingEncoder() }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let storage: BinaryEncoder.Storage
  let place: Int
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(storage: BinaryEncoder.Storage, place: Int) {
    self.storage = storage
    self.place = place
  }

  private mutating func begin() {
    count += 1
    storage.bytes.setCount(count, at: place)
  }

  mutating func encodeNil() throws {
    begin()
    storage.frameOfNothing()
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    begin()
    try storage.frame(value)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> { KeyedEncodingContainer(Refusing<NestedKey>()) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { Refusing<NoKey>() }
  mutating func superEncoder() -> any Encoder { RefusingEncoder() }
}

private struct Single: SingleValueEncodingContainer {
  let storage: BinaryEncoder.Storage
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws {}
  func encode(_ value: Bool) throws { storage.bytes.append(value ? 1 : 0) }
  func encode(_ value: String) throws { storage.bytes.append(text: value) }
  func encode(_ value: Double) throws { storage.bytes.append(bits: value.bitPattern) }
  func encode(_ value: Float) throws { storage.bytes.append(bits: UInt64(value.bitPattern)) }
  func encode(_ value: Int) throws { storage.bytes.append(number: value) }
  func encode(_ value: Int8) throws { storage.bytes.append(number: Int(value)) }
  func encode(_ value: Int16) throws { storage.bytes.append(number: Int(value)) }
  func encode(_ value: Int32) throws { storage.bytes.append(number: Int(value)) }
  func encode(_ value: Int64) throws { storage.bytes.append(number: Int(value)) }
  func encode(_ value: UInt) throws { storage.bytes.append(bits: UInt64(value)) }
  func encode(_ value: UInt8) throws { storage.bytes.append(bits: UInt64(value)) }
  func encode(_ value: UInt16) throws { storage.bytes.append(bits: UInt64(value)) }
  func encode(_ value: UInt32) throws { storage.bytes.append(bits: UInt64(value)) }
  func encode(_ value: UInt64) throws { storage.bytes.append(bits: value) }
  func encode<Value: Encodable>(_ value: Value) throws {
    try value.encode(to: BinaryEncoder(storage: storage))
  }
}
