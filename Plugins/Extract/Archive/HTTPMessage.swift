import PressStage

/// Headers of HTTP, mail or WARC: names and values, in order.
struct HeaderFields {
  private(set) var fields: [(name: String, value: String)] = []

  /// Lines as far as an empty one, which is left out; lines that go on are put together. `end`: where
  /// the body starts; nil where the headers have no end.
  static func read(_ bytes: [UInt8], from start: Int) -> (fields: HeaderFields, end: Int)? {
    var headers = HeaderFields()
    var offset = start
    while offset < bytes.count {
      guard let newline = bytes[offset...].firstIndex(of: 0x0A) else { return nil }
      var line = bytes[offset..<newline]
      if line.last == 0x0D { line = line.dropLast() }
      offset = newline + 1
      if line.isEmpty { return (headers, offset) }
      if line.first == 0x20 || line.first == 0x09, !headers.fields.isEmpty {
        headers.fields[headers.fields.count - 1].value += " " + trimmed(line)
      } else if let colon = line.firstIndex(of: 0x3A) {
        headers.fields.append(
          (trimmed(line[..<colon]).lowercased(), trimmed(line[(colon + 1)...])))
      }
      if headers.fields.count > 2000 { return nil }
    }
    return nil
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let end = bytes.reversed().prefix { $0 <= 0x20 }.count
    return String(decoding: bytes.drop { $0 <= 0x20 }.dropLast(end), as: UTF8.self)
  }
}

/// An answer of a web server as it went over the wire.
struct HTTPMessage {
  var status: Int
  var fields: HeaderFields
  var body: [UInt8]

  /// Nil where the bytes open with no status line.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("HTTP/".utf8)),
      let newline = bytes.firstIndex(of: 0x0A),
      let (fields, end) = HeaderFields.read(bytes, from: newline + 1)
    else { return nil }
    let words = bytes[..<newline].split { $0 <= 0x20 }
    guard words.count >= 2, let status = Int(String(decoding: words[1], as: UTF8.self)) else {
      return nil
    }
    self.status = status
    self.fields = fields
    body = Array(bytes[end...])
  }

  /// The body without the codings of its transfer. Throws `StageError`.
  func decodedBody(_ context: SourceContext, limit: Int) throws -> [UInt8] {
    var body = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      // Archives often keep the header and not the chunks.
      body = Self.unchunked(body) ?? body
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
      .map { String($0.filter { $0 != " " }) }.filter { $0 != "identity" && !$0.isEmpty }
    guard codings.count <= 3 else { throw StageError("it is coded more than three times") }
    for coding in codings.reversed() {
      switch coding {
      case "gzip", "x-gzip":
        // And often the header of what is undone already.
        guard body.starts(with: [0x1F, 0x8B]) else { continue }
        body = try context.inflate(body, 0, limit).bytes
      case "deflate":
        let start = body.drop { $0 <= 0x20 }
        guard start.first != 0x3C, !body.isEmpty else { continue }
        body = try context.inflate(body, 0, limit).bytes
      default:
        if body.drop(while: { $0 <= 0x20 }).first == 0x3C { continue }
        throw StageError("its content encoding '\(coding)' is not known")
      }
    }
    guard body.count <= limit else { throw StageError("it has more than \(limit) bytes") }
    return body
  }

  /// Nil where the bytes are no chunks.
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      guard let newline = bytes[offset...].firstIndex(of: 0x0A) else { return nil }
      let digits = bytes[offset..<newline].prefix { $0 != 0x3B && $0 > 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0,
        digits.count <= 8
      else { return nil }
      offset = newline + 1
      if size == 0 { return body }
      guard size <= bytes.count - offset else { return nil }
      body += bytes[offset..<(offset + size)]
      offset += size
      if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
      if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    }
    return nil
  }
}
