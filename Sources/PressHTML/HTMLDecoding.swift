/// A page could not be decoded.
public enum HTMLDecodingError: Error, Hashable, Sendable {
  /// The system's iconv has no converter for the encoding.
  case noConverter(HTMLEncoding)
}

extension HTMLTree {
  /// Reads a page in any encoding of the WHATWG Encoding standard. `source` is the page in UTF-8;
  /// `offsets` leads from there to the bytes given.
  ///
  /// - Parameters:
  ///   - charset: the label that came with the page, as in a Content-Type header. A byte order
  ///     mark wins over it.
  /// - Throws: `HTMLDecodingError` where the system cannot convert from the encoding.
  public static func read(
    _ bytes: [UInt8], charset: String? = nil, isScripting: Bool = false
  ) throws(HTMLDecodingError) -> HTMLTree {
    let encoding = HTMLEncoding.sniff(bytes, charset: charset, detectsUTF8: true)
    return try read(bytes, as: encoding, isScripting: isScripting)
  }

  /// Reads a page in an encoding that is known.
  ///
  /// - Throws: `HTMLDecodingError` where the system cannot convert from the encoding.
  public static func read(
    _ bytes: [UInt8], as encoding: HTMLEncoding, isScripting: Bool = false
  ) throws(HTMLDecodingError) -> HTMLTree {
    let text = try encoding.decode(bytes)
    return HTMLTree(text.utf8, offsets: text.offsets, isScripting: isScripting, context: nil)
  }
}

extension HTMLEncoding {
  /// Decodes to UTF-8. What means nothing becomes U+FFFD, except in UTF-8 itself, which is handed
  /// back as it is. A byte order mark of UTF-16 is dropped.
  ///
  /// - Throws: `HTMLDecodingError` where the system cannot convert from the encoding.
  public func decode(_ bytes: [UInt8]) throws(HTMLDecodingError) -> HTMLDecodedText {
    switch name {
    case "utf-8": return HTMLDecodedText(identical: bytes)
    case "utf-16le", "utf-16be": return decodeUTF16(bytes)
    case "replacement":
      // Encodings that are only known from attacks: the standard reads nothing of them.
      var text = HTMLDecodedText()
      if !bytes.isEmpty { text.append(0xFFFD, from: 0, length: 1) }
      return text
    default: break
    }
    if let table = SingleByteTables.table(of: name) { return decode(bytes, by: table) }
    guard let converter = Converter(name) else { throw .noConverter(self) }
    return converter.decode(bytes)
  }

  private func decode(_ bytes: [UInt8], by table: [UInt32]) -> HTMLDecodedText {
    var text = HTMLDecodedText()
    text.reserve(bytes.count + bytes.count / 8)
    bytes.withUnsafeBufferPointer { source in
      var position = 0
      while position < source.count, !text.isFull {
        let start = position
        while position < source.count, source[position] < 0x80 { position += 1 }
        if position > start { text.append(ascii: source, start..<position) }
        while position < source.count, source[position] >= 0x80 {
          let scalar = table[Int(source[position] & 0x7F)]
          text.append(scalar == 0 ? 0xFFFD : scalar, from: position, length: 1)
          position += 1
        }
      }
    }
    return text
  }

  private func decodeUTF16(_ bytes: [UInt8]) -> HTMLDecodedText {
    let high = name == "utf-16be" ? 0 : 1
    var text = HTMLDecodedText()
    text.reserve(bytes.count / 2 + 16)
    func unit(_ position: Int) -> UInt32? {
      guard position + 1 < bytes.count else { return nil }
      return UInt32(bytes[position + high]) << 8 | UInt32(bytes[position + 1 - high])
    }
    var position = unit(0) == 0xFEFF ? 2 : 0
    while let first = unit(position), !text.isFull {
      if first & 0xFC00 == 0xD800, let second = unit(position + 2), second & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
        text.append(scalar, from: position, length: 4)
        position += 4
      } else {
        text.append(first & 0xF800 == 0xD800 ? 0xFFFD : first, from: position, length: 2)
        position += 2
      }
    }
    if position < bytes.count, !text.isFull { text.append(0xFFFD, from: position, length: 1) }
    return text
  }
}

/// What the bytes from 0x80 mean in the single-byte encodings.
private enum SingleByteTables {
  static func table(of name: String) -> [UInt32]? {
    switch name {
    case "iso-8859-8-i": tables["iso-8859-8"]
    case "x-user-defined": (0..<128).map { 0xF780 + $0 }
    default: tables[name]
    }
  }

  private static let tables: [String: [UInt32]] = {
    var tables: [String: [UInt32]] = [:]
    for (name, words) in NamedLists(SingleByteData.text) {
      var table: [UInt32] = []
      for word in words {
        let parts = word.split(separator: "+")
        guard let first = UInt32(parts[0], radix: 16) else { continue }
        let count = parts.count > 1 ? UInt32(parts[1], radix: 16) ?? 1 : 1
        table += (0..<count).map { first == 0 ? 0 : first + $0 }
      }
      if table.count == 128 { tables[name] = table }
    }
    return tables
  }()
}
