import PressModel

/// A Markdown page as it grows: CommonMark with tables and footnotes as GitHub reads them.
struct MarkdownPage {
  private var body = ""
  private var notes: [String] = []
  private var numbers: [String: Int] = [:]

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
    if let number = numbers[markup] { return "[^\(number)]" }
    notes.append(markup)
    numbers[markup] = notes.count
    return "[^\(notes.count)]"
  }

  /// Words in which nothing is markup, on one line.
  static func escaped(_ words: String) -> String {
    var result = ""
    for character in words.unicodeScalars {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(character)
      case "\n": result += " "
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
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
