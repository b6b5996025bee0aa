import PressStage

/// A record of a web archive (ISO 28500).
struct WARCRecord {
  var fields: HeaderFields
  var block: [UInt8]
  /// Where it starts in the file, compressed as it may be.
  var offset: Int
  /// Why it cannot be read; nil for a whole one.
  var fault: String?
}

/// The records of a file, plain or gzip by record.
enum WARCRecords {
  private static let mark = Array("WARC/".utf8)
  /// The most bytes that one member of gzip may give.
  private static let memberLimit = 1 << 28

  static func read(_ file: [UInt8], _ context: SourceContext) -> [WARCRecord] {
    guard file.starts(with: [0x1F, 0x8B]) else { return records(of: file, offset: nil) }
    var found: [WARCRecord] = []
    var offset = 0
    while offset < file.count {
      do {
        let member = try context.inflate(file, offset, memberLimit)
        found += records(of: member.bytes, offset: offset)
        offset = max(member.end, offset + 1)
      } catch {
        found.append(
          WARCRecord(fields: HeaderFields(), block: [], offset: offset, fault: "\(error)"))
        offset += 1
      }
      // After damage, or with something between the members.
      while offset < file.count, !isMember(file, offset) { offset += 1 }
    }
    return found
  }

  private static func isMember(_ file: [UInt8], _ offset: Int) -> Bool {
    offset + 3 < file.count && file[offset] == 0x1F && file[offset + 1] == 0x8B
      && file[offset + 2] == 8 && file[offset + 3] & 0xE0 == 0
  }

  /// `offset`: of the member that holds the bytes; nil where they are the file's own.
  private static func records(of bytes: [UInt8], offset: Int?) -> [WARCRecord] {
    var found: [WARCRecord] = []
    var start = 0
    func fail(_ reason: String, _ fields: HeaderFields = HeaderFields(), _ block: [UInt8] = []) {
      found.append(
        WARCRecord(fields: fields, block: block, offset: offset ?? start, fault: reason))
    }
    while true {
      while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
      guard start < bytes.count else { return found }
      guard bytes[start...].starts(with: mark) else {
        fail("no record starts here")
        guard let next = nextRecord(bytes, after: start) else { return found }
        start = next
        continue
      }
      guard let line = bytes[start...].firstIndex(of: 0x0A),
        let (fields, body) = HeaderFields.read(bytes, from: line + 1)
      else {
        fail("the record's headers have no end")
        return found
      }
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
        fail("the record says no length", fields)
        guard let next = nextRecord(bytes, after: body) else { return found }
        start = next
        continue
      }
      guard length <= bytes.count - body else {
        fail(
          "the record says \(length) bytes and \(bytes.count - body) are left", fields,
          Array(bytes[body...]))
        guard let next = nextRecord(bytes, after: body) else { return found }
        found[found.count - 1].block = Array(bytes[body..<next])
        start = next
        continue
      }
      let end = body + length
      let isClosed = end == bytes.count || bytes[end] == 0x0D || bytes[end] == 0x0A
      found.append(
        WARCRecord(
          fields: fields, block: Array(bytes[body..<end]), offset: offset ?? start,
          fault: isClosed ? nil : "the record is longer than it says"))
      start = end
      if !isClosed {
        guard let next = nextRecord(bytes, after: end) else { return found }
        start = next
      }
    }
  }

  /// The next line that opens a record after an empty one.
  private static func nextRecord(_ bytes: [UInt8], after start: Int) -> Int? {
    var offset = start
    while let newline = bytes[offset...].firstIndex(of: 0x0A) {
      offset = newline + 1
      if bytes[offset...].starts(with: Array("WARC/1.".utf8)) { return offset }
      if offset >= bytes.count { return nil }
    }
    return nil
  }
}
