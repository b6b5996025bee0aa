/// Reads values that `BinaryEncoder` wrote. Valid only while the bytes it reads are.
struct BinaryDecoder: Decoder {
  let reader: ByteReader
  /// The names of the keys by their numbers.
  let names: [String]
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try Keyed<Key>(reader, names))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Unkeyed(reader, names) }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(reader: reader, names: names)
  }

  static func value<Value: Decodable>(
    _ type: Value.Type, in frame: ByteReader, _ names: [String]
  ) throws -> Value {
    var frame = frame
    if type == String.self, let value = try frame.text() as? Value { return value }
    if type == Int.self, let value = try frame.number() as? Value { return value }
    return try Value(from: BinaryDecoder(reader: frame, names: names))
  }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let members: [(name: Int, frame: ByteReader)]
  private let names: [String]
  var codingPath: [any CodingKey] { [] }

  init(_ reader: ByteReader, _ names: [String]) throws {
    self.names = names
    var reader = reader
    let count = try reader.count()
    guard count <= reader.end - reader.position else { throw ByteReader.Corrupt() }
    var members: [(name: Int, frame: ByteReader)] = []
    members.reserveCapacity(count)
    for _ in 0..<count {
      let name = try reader.number()
      guard names.indices.contains(name) else { throw ByteReader.Corrupt() }
      members.append((name, try reader.frame()))
    }
    self.members = members
  }

  var allKeys: [Key] { members.compactMap { Key(stringValue: names[$0.name]) } }

  private func find(_ key: Key) -> ByteReader? {
    let name = key.stringValue
    return members.first { names[$0.name] == name }?.frame
  }

  private func frame(_ key: Key) throws -> ByteReader {
    guard let frame = find(key) else { throw ByteReader.Corrupt() }
    return frame
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { find(key)?.isAtEnd ?? true }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try BinaryDecoder.value(type, in: frame(key), names)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(try Keyed<Nested>(frame(key), names))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try Unkeyed(frame(key), names)
  }

  func superDecoder() throws -> any Decoder { throw ByteReader.Corrupt() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw ByteReader.Corrupt() }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  private var reader: ByteReader
  private let names: [String]
  private let total: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }

  init(_ reader: ByteReader, _ names: [String]) throws {
    var reader = reader
    total = try reader.count()
    guard total <= reader.end - reader.position else { throw ByteReader.Corrupt() }
    self.reader = reader
    self.names = names
  }

  var count: Int? { total }
  var isAtEnd: Bool { currentIndex >= total }

  private mutating func next() throws -> ByteReader {
    guard !isAtEnd else { throw ByteReader.Corrupt() }
    currentIndex += 1
    return try reader.frame()
  }

  mutating func decodeNil() throws -> Bool {
    var ahead = reader
    guard !isAtEnd, try ahead.frame().isAtEnd else { return false }
    _ = try next()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try BinaryDecoder.value(type, in: next(), names)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(try Keyed<Nested>(next(), names))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try Unkeyed(next(), names)
  }

  mutating func superDecoder() throws -> any Decoder { throw ByteReader.Corrupt() }
}

private struct Single: SingleValueDecodingContainer {
  let reader: ByteReader
  let names: [String]
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { reader.isAtEnd }

  func decode(_ type: Bool.Type) throws -> Bool {
    var reader = reader
    return try reader.byte() != 0
  }

  func decode(_ type: String.Type) throws -> String {
    var reader = reader
    return try reader.text()
  }

  private func bits() throws -> UInt64 {
    var reader = reader
    return try reader.bits()
  }

  private func signed<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    var reader = reader
    guard let value = Value(exactly: try reader.number()) else { throw ByteReader.Corrupt() }
    return value
  }

  private func unsigned<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard let value = Value(exactly: try bits()) else { throw ByteReader.Corrupt() }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double { Double(bitPattern: try bits()) }
  func decode(_ type: Float.Type) throws -> Float {
    Float(bitPattern: try unsigned(UInt32.self))
  }
  func decode(_ type: Int.Type) throws -> Int { try signed(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try signed(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try signed(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try signed(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try signed(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try unsigned(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try unsigned(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try unsigned(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try unsigned(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try unsigned(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: BinaryDecoder(reader: reader, names: names))
  }
}
