/// Writes JSON (RFC 8259) with keys in the order in which they come, so that the same values give
/// the same bytes.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  /// For every open object or array, whether it holds something already.
  private var open: [Bool] = []
  private var afterKey = false

  /// `pretty`: one member a line, two spaces a level; otherwise one line for all.
  public init(pretty: Bool = false) {
    isPretty = pretty
  }

  /// Makes room for bytes that are to come: a file of hundreds of megabytes is not to be moved each
  /// time that it grows.
  public mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  /// Ends the text with a line end, as files do.
  public mutating func endLine() {
    bytes.append(0x0A)
  }

  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nest("{", "}", body)
  }

  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nest("[", "]", body)
  }

  /// An array that stays on one line: offsets, short lists of numbers.
  public mutating func line(_ numbers: [Int]) {
    separate()
    ascii("[")
    for (index, number) in numbers.enumerated() {
      if index > 0 { ascii(isPretty ? ", " : ",") }
      bytes.append(decimal: number)
    }
    ascii("]")
  }

  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    ascii(isPretty ? ": " : ":")
    afterKey = true
  }

  public mutating func value(_ string: String) {
    separate()
    quoted(string)
  }

  public mutating func value(_ string: String?) {
    if let string { value(string) } else { null() }
  }

  public mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  /// A number that is not finite, which JSON cannot say, becomes null.
  public mutating func value(_ number: Double) {
    separate()
    if !number.isFinite {
      ascii("null")
    } else if number == number.rounded(), abs(number) < 1e15 {
      bytes.append(decimal: Int(number))
    } else {
      bytes.append(contentsOf: "\(number)".utf8)
    }
  }

  public mutating func value(_ flag: Bool) {
    separate()
    ascii(flag ? "true" : "false")
  }

  public mutating func null() {
    separate()
    ascii("null")
  }

  public mutating func strings(_ values: [String]) {
    array { writer in
      for value in values { writer.value(value) }
    }
  }

  /// Text that stands in the output as UTF-8; only what JSON demands is escaped.
  public mutating func value(utf8 text: some Collection<UInt8>) {
    separate()
    quoted(utf8: text)
  }

  private mutating func nest(
    _ start: StaticString, _ end: StaticString, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    ascii(start)
    open.append(false)
    try body(&self)
    let hadMembers = open.removeLast()
    if isPretty, hadMembers { newLine() }
    ascii(end)
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let hasMembers = open.last else { return }
    if hasMembers { ascii(",") }
    open[open.count - 1] = true
    if isPretty { newLine() }
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    for _ in 0..<open.count {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func ascii(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func quoted(_ string: String) {
    var string = string
    string.withUTF8 { quoted($0) }
  }

  private mutating func quoted(utf8 text: some Collection<UInt8>) {
    if text.withContiguousStorageIfAvailable({ quoted($0) }) == nil {
      Array(text).withUnsafeBufferPointer { quoted($0) }
    }
  }

  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var start = 0
    for offset in 0..<text.count {
      let byte = text[offset]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<offset]))
      start = offset + 1
      escape(byte)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x09: bytes.append(0x74)
    case 0x0D: bytes.append(0x72)
    default:
      func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hex(byte >> 4))
      bytes.append(hex(byte & 15))
    }
  }
}
