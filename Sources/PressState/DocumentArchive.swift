public import PressModel

/// A document with its facts as bytes, for the cache of results.
///
/// The bytes end in a checksum; what does not read back is `Corrupt`, never a wrong document.
public enum DocumentArchive {
  /// Bytes that hold no document of these kinds of fact.
  public struct Corrupt: Error {}

  /// Raised when the layout of the bytes changes.
  public static let version = 1

  /// Nil where a fact encodes itself in a way that the archive does not know.
  public static func encode(_ document: Document) -> [UInt8]? {
    let storage = BinaryEncoder.Storage()
    do {
      try write(document, to: storage)
    } catch {
      return nil
    }
    var bytes: [UInt8] = [UInt8(version)]
    bytes.append(bits: UInt64(storage.names.count))
    for name in storage.names { bytes.append(text: name) }
    bytes += storage.bytes
    let sum = checksum(bytes[...])
    for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index)))) }
    return bytes
  }

  /// `kinds`: by name, all that the document's facts may be of.
  public static func decode(_ bytes: [UInt8], kinds: [String: FactKind]) throws(Corrupt) -> Document
  {
    guard bytes.count > 9, bytes[0] == UInt8(version) else { throw Corrupt() }
    var sum: UInt64 = 0
    for index in 0..<8 { sum |= UInt64(bytes[bytes.count - 8 + index]) << (8 * UInt64(index)) }
    guard sum == checksum(bytes.dropLast(8)) else { throw Corrupt() }
    do {
      return try bytes.withUnsafeBufferPointer { buffer in
        var reader = ByteReader(buffer, from: 1, to: bytes.count - 8)
        var names: [String] = []
        for _ in 0..<(try reader.length()) { names.append(try reader.text()) }
        return try read(&reader, names, kinds)
      }
    } catch {
      throw Corrupt()
    }
  }

  // MARK: - Writing

  private static func write(_ document: Document, to storage: BinaryEncoder.Storage) throws {
    storage.bytes.append(text: document.id)
    try storage.frame(document.source)
    storage.bytes.append(text: document.reader)
    try storage.frame(document.metadata)
    storage.bytes.append(bits: UInt64(document.text.count))
    storage.bytes += document.text.bytes
    write(document.map.pieces, to: storage)
    storage.bytes.append(number: document.blocks.count)
    for block in document.blocks {
      storage.bytes.append(number: BlockType.allCases.firstIndex(of: block.type) ?? 0)
      write(block.span, to: storage)
      storage.bytes.append(number: block.level ?? -1)
    }
    storage.bytes.append(number: document.links.count)
    for link in document.links {
      write(link.span, to: storage)
      storage.bytes.append(text: link.target)
      write(link.source, to: storage)
    }
    storage.bytes.append(number: document.sentences.count)
    for sentence in document.sentences { write(sentence, to: storage) }
    let kinds = document.facts.kinds
    storage.bytes.append(number: kinds.count)
    for kind in kinds {
      let facts = document.facts[kind.name]
      storage.bytes.append(text: kind.name)
      storage.bytes.append(number: facts.count)
      for fact in facts { try storage.frame(fact) }
    }
  }

  private static func write(_ pieces: [SourceMap.Piece], to storage: BinaryEncoder.Storage) {
    storage.bytes.append(number: pieces.count)
    for piece in pieces {
      write(piece.text, to: storage)
      write(piece.source, to: storage)
      storage.bytes.append(number: SourceMap.Rule.allCases.firstIndex(of: piece.rule) ?? 0)
    }
  }

  private static func write(_ span: Span, to storage: BinaryEncoder.Storage) {
    storage.bytes.append(number: span.start)
    storage.bytes.append(number: span.end)
  }

  // MARK: - Reading

  private static func read(
    _ reader: inout ByteReader, _ names: [String], _ kinds: [String: FactKind]
  ) throws -> Document {
    let id = try reader.text()
    let source = try BinaryDecoder.value(SourceReference.self, in: reader.frame(), names)
    let readerName = try reader.text()
    let metadata = try BinaryDecoder.value(Metadata.self, in: reader.frame(), names)
    let text = Text(utf8: try reader.data())
    let pieces = try list(&reader) { reader in
      let text = try span(&reader)
      let source = try span(&reader)
      let rule = try choice(SourceMap.Rule.self, &reader)
      return SourceMap.Piece(text: text, source: source, rule: rule)
    }
    let blocks = try list(&reader) { reader in
      let type = try choice(BlockType.self, &reader)
      let place = try span(&reader)
      let level = try reader.number()
      return Block(type, place, level: level < 0 ? nil : level)
    }
    var document = Document(
      id: id, source: source, reader: readerName, text: text, map: SourceMap(pieces: pieces),
      blocks: blocks)
    document.metadata = metadata
    document.links = try list(&reader) { reader in
      let words = try span(&reader)
      let target = try reader.text()
      return Link(span: words, target: target, source: try span(&reader))
    }
    document.sentences = try list(&reader) { try span(&$0) }
    for _ in 0..<(try count(&reader)) {
      guard let kind = kinds[try reader.text()] else { throw Corrupt() }
      document.facts.declare(kind)
      for _ in 0..<(try count(&reader)) {
        let frame = try reader.frame()
        document.facts.append(try kind.decode(BinaryDecoder(reader: frame, names: names)))
      }
    }
    guard reader.isAtEnd else { throw Corrupt() }
    return document
  }

  private static func count(_ reader: inout ByteReader) throws -> Int {
    let count = try reader.number()
    guard count >= 0, count <= reader.end else { throw Corrupt() }
    return count
  }

  private static func list<Element>(
    _ reader: inout ByteReader, _ element: (inout ByteReader) throws -> Element
  ) throws -> [Element] {
    let count = try count(&reader)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&reader)) }
    return elements
  }

  private static func span(_ reader: inout ByteReader) throws -> Span {
    let start = try reader.number()
    return Span(start, try reader.number())
  }

  private static func choice<Value: CaseIterable>(
    _ type: Value.Type, _ reader: inout ByteReader
  ) throws -> Value where Value.AllCases: RandomAccessCollection, Value.AllCases.Index == Int {
    let number = try reader.number()
    guard type.allCases.indices.contains(number) else { throw Corrupt() }
    return type.allCases[number]
  }

  /// Tells bytes that a disk or a crash has changed; no protection against anyone. FNV-1a over
  /// words of eight bytes.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var offset = 0
      while offset + 8 <= buffer.count {
        let word = UInt64(
          littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 29
        offset += 8
      }
      while offset < buffer.count {
        hash = (hash ^ UInt64(buffer[offset])) &* 0x100_0000_01B3
        offset += 1
      }
      return hash
    }
  }
}
