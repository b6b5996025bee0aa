/// The codings that make bytes fit for mail (RFC 2045, section 6).
public enum TransferCoding {
  /// What a stretch of quoted-printable stands for: the bytes, and where each came from. A soft line
  /// end stands for nothing; what is no coding stands for itself.
  public static func quotedPrintable(
    _ bytes: ArraySlice<UInt8>, each: (_ byte: UInt8, _ source: Range<Int>) -> Void
  ) {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      guard byte == 0x3D else {
        each(byte, offset..<(offset + 1))
        offset += 1
        continue
      }
      if offset + 2 < bytes.endIndex, let high = digit(bytes[offset + 1]),
        let low = digit(bytes[offset + 2])
      {
        each(high << 4 | low, offset..<(offset + 3))
        offset += 3
        continue
      }
      var end = offset + 1
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0D { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0A {
        offset = end + 1
      } else if end == bytes.endIndex {
        offset = end
      } else {
        each(byte, offset..<(offset + 1))
        offset += 1
      }
    }
  }

  /// The bytes of base64, up to three at a time, and where they came from. What is no letter of it
  /// is passed over.
  public static func base64(
    _ bytes: ArraySlice<UInt8>, each: (_ bytes: [UInt8], _ source: Range<Int>) -> Void
  ) {
    var group: UInt32 = 0
    var count = 0
    var start = bytes.startIndex
    for offset in bytes.indices {
      guard let value = sextet(bytes[offset]) else {
        if bytes[offset] == 0x3D { break }
        continue
      }
      if count == 0 { start = offset }
      group = group << 6 | UInt32(value)
      count += 1
      if count == 4 {
        each(
          [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)],
          start..<(offset + 1))
        (group, count) = (0, 0)
      }
    }
    if count == 2 { each([UInt8(group >> 4 & 0xFF)], start..<bytes.endIndex) }
    if count == 3 {
      each([UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)], start..<bytes.endIndex)
    }
  }

  /// The encoded words of a header (RFC 2047) and what stands between them: each as bytes and the
  /// label of their charset, nil for plain text.
  public static func words(ofHeader value: String) -> [(bytes: [UInt8], charset: String?)] {
    let bytes = Array(value.utf8)
    var parts: [(bytes: [UInt8], charset: String?)] = []
    var plain: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0x3D, let word = encodedWord(bytes, offset) else {
        plain.append(bytes[offset])
        offset += 1
        continue
      }
      // White space between two encoded words stands for nothing.
      let isBetween = parts.last?.charset != nil && plain.allSatisfy { $0 <= 0x20 }
      if !plain.isEmpty, !isBetween { parts.append((plain, nil)) }
      plain = []
      if let last = parts.last, last.charset == word.charset {
        parts[parts.count - 1].bytes += word.bytes
      } else {
        parts.append((word.bytes, word.charset))
      }
      offset = word.end
    }
    if !plain.isEmpty { parts.append((plain, nil)) }
    return parts
  }

  private static func encodedWord(
    _ bytes: [UInt8], _ start: Int
  ) -> (bytes: [UInt8], charset: String, end: Int)? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x3F else { return nil }
    let fields = bytes[(start + 2)...].prefix(1000)
    guard let first = fields.firstIndex(of: 0x3F), first + 2 < fields.endIndex,
      fields[first + 2] == 0x3F
    else { return nil }
    let body = fields[(first + 3)...]
    guard let mark = body.firstIndex(of: 0x3F), mark + 1 < body.endIndex, body[mark + 1] == 0x3D
    else { return nil }
    let label = fields[..<first].prefix { $0 != 0x2A }
    var decoded: [UInt8] = []
    switch fields[first + 1] | 0x20 {
    case 0x62: base64(body[..<mark]) { bytes, _ in decoded += bytes }
    case 0x71:
      let spaced = body[..<mark].map { $0 == 0x5F ? 0x20 : $0 }
      quotedPrintable(spaced[...]) { byte, _ in decoded.append(byte) }
    default: return nil
    }
    return (decoded, String(decoding: label, as: UTF8.self).lowercased(), mark + 2)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x47
    case 0x30...0x39: byte + 4
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
