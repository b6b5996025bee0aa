import PressStage

/// A syntax error of libyaml in a person's words.
struct SyntaxMistake {
  var place: Place
  var message: String
  var hint: String?
  var note: String?

  init(_ error: YAMLSyntaxError, _ source: SourceText) {
    place =
      error.mark.map { Place(line: $0.line + 1, column: $0.column + 1) }
      ?? source.place(ofByte: error.offset)
    message = error.problem
    hint = Self.hints[error.problem]
    if let context = error.context {
      let start = error.contextMark.map { " in line \($0.line + 1)" } ?? ""
      note = "found \(context) that starts\(start)"
    }
  }

  /// What to do about a problem, by libyaml's words for it.
  private static let hints: [String: String] = [
    "mapping values are not allowed in this context":
      "a text that holds ': ' needs quotation marks",
    "found character that cannot start any token":
      "a text that starts with '@', '`', '%' or a tab needs quotation marks",
    "could not find expected ':'": "a key is followed by ':' and a space",
    "did not find expected key": "check the indentation, and that the key ends with ': '",
    "did not find expected ',' or ']'": "close the list with ']'",
    "did not find expected ',' or '}'": "close the mapping with '}'",
    "did not find expected '-' indicator": "check the indentation of the list",
    "found unexpected end of stream": "close the quotation marks",
    "block sequence entries are not allowed in this context":
      "start the list on a line of its own",
    "found a tab character that violates indentation": "indent with spaces",
    "found a tab character where an indentation space is expected": "indent with spaces",
    "found unknown escape character": "write '\\\\' for a backslash, or use single quotes",
  ]
}
