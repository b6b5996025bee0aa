public import PressModel

/// Finds electronic addresses and telephone numbers in a stretch of text, by bytes.
public struct ContactDetails {
  /// An address or a number, and where it stands.
  public struct Detail: Sendable {
    public enum Kind: Sendable { case email, phone }

    public var kind: Kind
    public var span: Span
  }

  private let bytes: [UInt8]

  public init(_ text: Text) {
    bytes = text.bytes
  }

  /// The addresses and numbers of a stretch, in order.
  public func details(in block: Span) -> [Detail] {
    var found: [Detail] = []
    var offset = block.start
    while offset < block.end {
      let byte = bytes[offset]
      if byte == 0x40, let span = email(at: offset, in: block) {
        found.append(Detail(kind: .email, span: span))
        offset = span.end
      } else if byte == 0x2B || byte == 0x28 || isDigit(byte), isStart(offset, in: block) {
        let (span, digits) = number(at: offset, in: block)
        if isPhone(span, digits) { found.append(Detail(kind: .phone, span: span)) }
        offset = max(offset + 1, span.end)
      } else {
        offset += 1
      }
    }
    return found
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// RFC 5322's dot-atom in ASCII on both sides of the sign, with a dot on the right.
  private func email(at sign: Int, in block: Span) -> Span? {
    var start = sign
    while start > block.start, isLocal(bytes[start - 1]) { start -= 1 }
    while start < sign, !isLetter(bytes[start]), !isDigit(bytes[start]) { start += 1 }
    var end = sign + 1
    var hasDot = false
    while end < block.end,
      isLetter(bytes[end]) || isDigit(bytes[end]) || bytes[end] == 0x2D
        || bytes[end] == 0x2E
    {
      end += 1
    }
    while end > sign + 1, !isLetter(bytes[end - 1]) { end -= 1 }
    for offset in sign + 1..<max(sign + 1, end) where bytes[offset] == 0x2E { hasDot = true }
    return start < sign && hasDot ? Span(start, end) : nil
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D
      || byte == 0x2B || byte == 0x25 || byte == 0x27
  }

  /// A number starts neither inside a word nor behind a currency's sign.
  private func isStart(_ offset: Int, in block: Span) -> Bool {
    guard offset > block.start else { return true }
    let before = bytes[offset - 1]
    return !isDigit(before) && !isLetter(before) && before != 0x24 && before != 0x2E
      && before != 0x2D && before != 0x2F && before < 0x80
  }

  /// The most marks that part two digits of a number: ") - (" and some to spare.
  private static let gap = 8

  /// Digits with single spaces, dots, hyphens, slashes and brackets between them.
  private func number(at start: Int, in block: Span) -> (Span, digits: Int) {
    var end = start
    var digits = 0
    var offset = start
    while offset < block.end, offset - end <= Self.gap {
      let byte = bytes[offset]
      if isDigit(byte) {
        digits += 1
        end = offset + 1
      } else if byte == 0x28 || byte == 0x29 || byte == 0x2B {
        if byte == 0x28, offset > start, digits > 4 { break }
        // "(2,574) 2574": a bracket that the number did not open.
        if byte == 0x29, digits == 0 || !bytes[start..<offset].contains(0x28) { break }
      } else if byte == 0x20 || byte == 0x2E || byte == 0x2D || byte == 0x2F {
        let next = offset + 1 < block.end ? bytes[offset + 1] : 0
        guard
          isDigit(next) || next == 0x28 || next == 0x2D && byte == 0x20
            || next == 0x20 && byte == 0x2D
        else { break }
      } else {
        break
      }
      offset += 1
    }
    // "the hotline (202-555-0143)": the bracket is not the number's.
    let isOpen = bytes[start] == 0x28 && !bytes[start..<end].contains(0x29)
    return (Span(isOpen ? start + 1 : start, end), digits)
  }

  /// Seven to fifteen digits (E.164) in groups as telephone numbers have them.
  private func isPhone(_ span: Span, _ digits: Int) -> Bool {
    guard digits >= 7, digits <= 15 else { return false }
    var groups: [Int] = []
    var count = 0
    for offset in span.start..<span.end {
      if isDigit(bytes[offset]) {
        count += 1
      } else if count > 0 {
        groups.append(count)
        count = 0
      }
    }
    if count > 0 { groups.append(count) }
    if bytes[span.start] == 0x2B { return groups.count >= 1 }
    guard groups.count >= 2, let last = groups.last, last >= 3 else { return false }
    // "555-1234" and "202-555-1234", "020 7946 0018"; no "2007-2009" and no "11 03 2011".
    if groups == [3, 4] || groups == [3, 3, 4] || groups == [1, 3, 3, 4] { return true }
    return bytes[span.start] == 0x28 || bytes[span.start] == 0x30 && digits >= 9
  }
}
