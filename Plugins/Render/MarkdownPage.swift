import PressModel

/// A Markdown page as it grows: CommonMark with tables and footnotes as GitHub reads them.
struct MarkdownPage {
  private var body: [UInt8] = []
  private var notes: [String] = []
  private var numbers: [Words: Int] = [:]

  /// Text by its bytes: thousands of notes are told apart faster than by what Unicode holds equal.
  private struct Words: Hashable {
    let text: String

    static func == (left: Words, right: Words) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// The page with its footnotes, in UTF-8.
  var bytes: [UInt8] {
    var bytes = body
    bytes.reserveCapacity(body.count + notes.reduce(0) { $0 + $1.utf8.count + 16 })
    for (index, note) in notes.enumerated() {
      bytes += "[^".utf8
      bytes.append(decimal: index + 1)
      bytes += "]: ".utf8
      bytes += note.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  mutating func heading(_ level: Int, _ words: String) {
    body.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: level))
    body += " \(Self.escaped(words))\n\n".utf8
  }

  /// `markup` is written as it is.
  mutating func paragraph(_ markup: String) {
    body += markup.utf8
    endLine()
    endLine()
  }

  mutating func item(_ markup: String) {
    body += "- ".utf8
    body += markup.utf8
    endLine()
  }

  mutating func endList() { endLine() }

  /// A numbered item of one line of the page for each of `lines`, from 1 on.
  mutating func entry(_ number: Int, _ lines: [String]) {
    let mark = "\(number). "
    let indent = String(repeating: " ", count: mark.utf8.count)
    body += (mark + lines.joined(separator: "\\\n\(indent)")).utf8
    endLine()
  }

  /// What a link leads to.
  mutating func anchor(_ name: String) { paragraph("<span id=\"\(name)\"></span>") }

  /// Only what a name of a table may hold.
  static func anchorName(_ name: String) -> String {
    String(decoding: name.utf8.filter { $0 == 0x2D || isLetterOrDigit($0) }, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// `target` is of letters, digits, `#`, `-`, `.` and `/`.
  static func link(_ words: String, _ target: String) -> String { "[\(escaped(words))](\(target))" }

  private mutating func endLine() { body.append(0x0A) }

  /// Two columns without a head; nothing where there is no row.
  mutating func table(_ rows: [(String, String)]) {
    guard !rows.isEmpty else { return }
    body += "| | |\n| --- | --- |\n".utf8
    for (name, markup) in rows { body += "| **\(name)** | \(markup) |\n".utf8 }
    endLine()
  }

  /// A table with a head of words and cells of markup.
  mutating func table(_ headers: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    body += line(headers.map(Self.escaped)).utf8
    body += line(headers.map { _ in "---" }).utf8
    for row in rows { body += line(row).utf8 }
    endLine()
  }

  /// The mark of a footnote; one that says the same is used again.
  mutating func footnote(_ markup: String) -> String {
    let number = numbers[Words(text: markup), default: notes.count + 1]
    if number > notes.count {
      notes.append(markup)
      numbers[Words(text: markup)] = number
    }
    return "[^\(number)]"
  }

  /// Words in which nothing is markup, on one line.
  static func escaped(_ words: String) -> String {
    var words = words
    let result = words.withUTF8 { bytes -> [UInt8]? in
      guard bytes.contains(where: isMarkup) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 16)
      for byte in bytes {
        switch byte {
        case 0x0A: result.append(0x20)
        case UInt8(ascii: "&"): result += "&amp;".utf8
        default:
          if isMarkup(byte) { result.append(UInt8(ascii: "\\")) }
          result.append(byte)
        }
      }
      return result
    }
    return result.map { String(decoding: $0, as: UTF8.self) } ?? words
  }

  /// The same for words that begin a line, where more is markup: "2. The", "- one", "===".
  static func escapedLine(_ words: String) -> String {
    let line = escaped(words)
    let figures = line.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    if !figures.isEmpty {
      let rest = line.utf8.dropFirst(figures.count)
      let mark = rest.prefix { $0 != 0x20 }
      guard mark.elementsEqual(".".utf8) || mark.elementsEqual(")".utf8) else { return line }
      return "\(Substring(figures))\\\(Substring(rest))"
    }
    switch line.utf8.first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): return "\\" + line
    default: return line
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "&"), 0x0A:
      true
    default: false
    }
  }

  /// `rolesDated` to "roles dated".
  static func words(ofName name: String) -> String {
    name.map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
  }
}

extension Question {
  /// The question in a table's first column.
  var label: String {
    switch self {
    case .what: "What"
    case .who: "Who"
    case .where: "Where"
    case .when: "When"
    case .howMuch: "How much"
    }
  }
}
