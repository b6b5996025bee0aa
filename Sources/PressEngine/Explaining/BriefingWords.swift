/// The words of a briefing's Markdown.
extension BriefingPage {
  static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for scalar in line.dropFirst(2).dropLast(2).unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1] += "\(scalar)"
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells.map { plain(withoutLinks(trimmed($0))) }
  }

  /// "12" of "12.0".
  static func whole(_ cell: String) -> String? {
    cell.hasSuffix(".0") ? String(cell.dropLast(2)) : nil
  }

  /// A text by its letters and digits: marks around and between its parts may be drawn otherwise.
  static func figures(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return kept.isEmpty ? text : String(String.UnicodeScalarView(kept))
  }

  /// Markup whose links are their words.
  static func withoutLinks(_ markup: String) -> String {
    var result: [UInt8] = []
    var open: Int?
    var bytes = Array(markup.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        result.append(byte)
        if let next = bytes.popFirst() { result.append(next) }
      case UInt8(ascii: "["):
        open = result.count
        result.append(byte)
      case UInt8(ascii: "]"):
        if let start = open, bytes.first == UInt8(ascii: "("),
          let end = bytes.firstIndex(of: UInt8(ascii: ")"))
        {
          result.remove(at: start)
          bytes = bytes[(end + 1)...]
        } else {
          result.append(byte)
        }
        open = nil
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func withoutComma(_ words: String) -> String {
    words.hasSuffix(",") ? String(words.dropLast()) : words
  }

  /// What a line shows, without list marks, links and footnotes; only what is long enough to be a
  /// sentence.
  static func pieces(of line: String) -> [String] {
    let bare = line.split(separator: "[^").first.map(String.init) ?? line
    var cells = bare.hasPrefix("| ") ? cells(bare) : [plain(withoutLinks(trimmed(bare)))]
    if cells.count == 1, let mark = cells[0].firstIndex(of: " "), mark != cells[0].startIndex,
      ["-", "*"].contains(cells[0][..<mark])
    {
      cells.append(String(cells[0][cells[0].index(after: mark)...]))
    }
    return cells.map(flat).filter { $0.utf8.count >= 20 }
  }

  /// Markdown as words: without escapes.
  static func plain(_ markup: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in markup.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      result.unicodeScalars.append(scalar)
    }
    return result.split(separator: "&amp;", omittingEmptySubsequences: false)
      .joined(separator: "&")
  }

  static func flat(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }

  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(scalars[first...last])
  }
}
