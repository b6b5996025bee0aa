import PressModel

/// A Markdown page as it grows: CommonMark with tables and footnotes as GitHub reads them.
struct MarkdownPage {
  private var body = ""
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

  /// The page with its footnotes.
  var text: String {
    let footnotes = notes.enumerated().map { "[^\($0 + 1)]: \($1)\n" }.joined()
    return body + footnotes
  }

  mutating func heading(_ level: Int, _ words: String) {
    body += String(repeating: "#", count: level) + " \(Self.escaped(words))\n\n"
  }

  /// `markup` is written as it is.
  mutating func paragraph(_ markup: String) {
    body += markup + "\n\n"
  }

  mutating func item(_ markup: String) {
    body += "- \(markup)\n"
  }

  mutating func endList() {
    body += "\n"
  }

  /// Two columns without a head; nothing where there is no row.
  mutating func table(_ rows: [(String, String)]) {
    guard !rows.isEmpty else { return }
    body += "| | |\n| --- | --- |\n"
    for (name, markup) in rows { body += "| **\(name)** | \(markup) |\n" }
    body += "\n"
  }

  /// A table of words in which nothing is markup.
  mutating func table(_ headers: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
    }
    body += line(headers) + line(headers.map { _ in "---" }) + rows.map(line).joined() + "\n"
  }

  /// The mark of a footnote; one that says the same is used again.
  mutating func footnote(_ markup: String) -> String {
    if let number = numbers[Words(text: markup)] { return "[^\(number)]" }
    notes.append(markup)
    numbers[Words(text: markup)] = notes.count
    return "[^\(notes.count)]"
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
