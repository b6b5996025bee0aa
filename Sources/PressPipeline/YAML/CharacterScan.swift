import PressStage

/// What is wrong with a file before it is YAML: bytes that are not UTF-8, and characters that
/// YAML 1.2 (production 1, c-printable) does not allow or that YAML 1.1 takes for line ends.
struct CharacterScan {
  struct Finding {
    var code: DiagnosticCode
    var place: Place
    var message: String
    var hint: String?
    var note: String?
  }

  private(set) var findings: [Finding] = []
  /// The number of places of each message beyond the first.
  private var repeats: [String: Int] = [:]

  init(_ source: SourceText) {
    if let name = Self.otherEncoding(source.bytes) {
      findings.append(
        Finding(
          code: .notUTF8, place: Place(line: 1, column: 1), message: "the file is \(name)",
          hint: "save it as UTF-8"))
      return
    }
    scan(source)
    for index in findings.indices {
      guard let more = repeats[findings[index].message], more > 0 else { continue }
      findings[index].note = "and in \(more) more \(more == 1 ? "place" : "places")"
    }
  }

  /// UTF-16 and UTF-32 by their byte order mark, or by the NUL beside the first character.
  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
    case (true, true, true, false), (false, true, true, true): return "UTF-32"
    case (true, false, true, false), (false, true, false, true): return "UTF-16"
    default: return nil
    }
  }

  private mutating func scan(_ source: SourceText) {
    let bytes = source.bytes
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        offset += 1
        continue
      }
      guard let scalar = source.decodedScalar(at: offset) else {
        report(
          .notUTF8, source, offset, "the byte 0x\(hex(UInt32(byte), 2)) is not UTF-8 here",
          hint: "save the file as UTF-8", key: "not UTF-8")
        offset += 1
        continue
      }
      if let (what, hint) = Self.refusal(scalar.value) {
        report(
          .forbiddenCharacter, source, offset, "\(what) must not stand in a pipeline file",
          hint: hint)
      }
      offset += scalar.length
    }
  }

  private static func refusal(_ value: UInt32) -> (what: String, hint: String)? {
    let escape = "in double quotes, write \(escapeSequence(value))"
    return switch value {
    case 0x00: ("the NUL character", "remove it")
    case 0x85, 0x2028, 0x2029:
      ("the line separator U+\(hex(value, 4))", escape)
    case 0x01..<0x20, 0x7F..<0xA0: ("the control character U+\(hex(value, 4))", escape)
    case 0xFEFF: ("a byte order mark after the file's start", "remove it")
    case 0xFFFE, 0xFFFF: ("the noncharacter U+\(hex(value, 4))", "remove it")
    default: nil
    }
  }

  private static func escapeSequence(_ value: UInt32) -> String {
    value < 0x100 ? "\\x\(hex(value, 2))" : "\\u\(hex(value, 4))"
  }

  /// Keeps the first place of each kind of finding and counts the others.
  private mutating func report(
    _ code: DiagnosticCode, _ source: SourceText, _ offset: Int, _ message: String, hint: String,
    key: String? = nil
  ) {
    let key = key ?? message
    if let count = repeats[key] {
      repeats[key] = count + 1
      return
    }
    repeats[key] = 0
    findings.append(
      Finding(code: code, place: source.place(ofByte: offset), message: message, hint: hint))
  }
}

/// Upper-case hexadecimal digits, at least `width`.
func hex(_ value: UInt32, _ width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
