/// How the parts of a diagnostic are set off; each pair stands around its part.
public struct DiagnosticStyle: Sendable {
  public var place: Pair
  public var error: Pair
  public var warning: Pair
  public var caret: Pair
  public var gutter: Pair

  public struct Pair: Sendable {
    public var before: String
    public var after: String

    public init(_ before: String = "", _ after: String = "") {
      self.before = before
      self.after = after
    }
  }

  /// Text alone.
  public static let plain = DiagnosticStyle(
    place: Pair(), error: Pair(), warning: Pair(), caret: Pair(), gutter: Pair())

  /// For a terminal that knows ANSI's colours.
  public static let ansi = DiagnosticStyle(
    place: Pair("\u{1B}[1m", "\u{1B}[0m"), error: Pair("\u{1B}[1;31m", "\u{1B}[0m"),
    warning: Pair("\u{1B}[1;33m", "\u{1B}[0m"), caret: Pair("\u{1B}[1;32m", "\u{1B}[0m"),
    gutter: Pair("\u{1B}[2m", "\u{1B}[0m"))
}

extension Diagnostic {
  /// The diagnostic as lines of text without a line feed at the end: the place first, the line of
  /// the source, a caret under what is meant with the suggestion beside it, and the notes.
  public func rendered(_ style: DiagnosticStyle = .plain) -> String {
    let label = wrapped(
      "\(severity.rawValue)[\(code.name)]", severity == .error ? style.error : style.warning)
    let location = wrapped(
      visible("\(file):\(place.line):\(place.column):"), style.place)
    var lines = ["\(location) \(label): \(visible(message))"]
    if let sourceLine {
      let number = String(place.line)
      let width = max(5, number.count)
      let excerpt = SourceExcerpt(line: sourceLine, column: place.column, length: place.length)
      let carets = wrapped(String(repeating: "^", count: excerpt.caretWidth), style.caret)
      let hint = suggestion.map { " " + wrapped(visible($0), style.caret) } ?? ""
      lines += [
        wrapped(padded(number, width) + " |", style.gutter)
          + (excerpt.text.isEmpty ? "" : " " + excerpt.text),
        wrapped(padded("", width) + " |", style.gutter) + " " + excerpt.indent + carets + hint,
      ]
    } else if let suggestion {
      lines.append(wrapped("   =", style.gutter) + " " + visible(suggestion))
    }
    for note in notes {
      var line = visible(note.text)
      if let command = note.command {
        line += String(repeating: " ", count: max(2, 44 - displayWidth(line)))
        line += "(\(command))"
      }
      lines.append(wrapped("   =", style.gutter) + " " + line)
    }
    return lines.joined(separator: "\n")
  }
}

private func wrapped(_ text: String, _ pair: DiagnosticStyle.Pair) -> String {
  pair.before + text + pair.after
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// The part of a line that a diagnostic shows, and what stands before the caret.
struct SourceExcerpt {
  var text: String
  /// As wide as the text before the place; a tab stays a tab, so that both lines move alike.
  var indent: String
  /// In columns of a terminal, at least 1.
  var caretWidth: Int

  /// The longest excerpt of a line in scalars, and how much of it stands before the place.
  private static let limit = (length: 160, before: 60)

  /// `column` and `length`: in Unicode scalars, the column from 1.
  init(line: String, column: Int, length: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, column - 1), scalars.count)
    let end = min(start + max(1, length), scalars.count)
    let isLong = scalars.count > Self.limit.length
    let first = isLong ? max(0, start - Self.limit.before) : 0
    let last = isLong ? min(scalars.count, first + Self.limit.length) : scalars.count
    let lead = first > 0 ? "…" : ""
    text = lead + visible(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    indent = lead.isEmpty ? "" : " "
    for scalar in scalars[first..<start] {
      indent += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(scalar))
    }
    let marked = scalars[start..<max(start, min(end, last))]
    caretWidth = max(1, marked.reduce(0) { $0 + displayWidth($1) })
  }
}
