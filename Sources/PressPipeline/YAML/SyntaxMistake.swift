import PressStage

/// A syntax error of libyaml in a person's words.
struct SyntaxMistake {
  var code = DiagnosticCode.syntax
  var place: Place
  var message: String
  var hint: String?
  var note: String?

  init(_ error: YAMLSyntaxError, _ source: SourceText) {
    place = error.mark.map(Place.init) ?? source.place(ofByte: error.offset)
    (message, hint) = Self.words[error.problem] ?? (error.problem, nil)
    let start = error.contextMark.map(Place.init)
    if let start, let context = error.context, let subject = Self.subjects[context] {
      note = "\(subject) in line \(start.line)"
    }
    switch error.problem {
    case "found character that cannot start any token": describeCharacter(source)
    case "found unknown directive name", "found incompatible YAML document":
      code = .otherDocument
      if let start { place = start }
    default: break
    }
    // What is not closed is better shown where it was opened than at the end of the file.
    if let start, source.isBlank(fromLine: place.line) {
      place = start
      note = nil
    }
    // To libyaml the end of a file ends a line.
    if place.line > source.lineStarts.count { place = source.place(ofByte: source.bytes.count) }
  }

  private mutating func describeCharacter(_ source: SourceText) {
    let scalars = source.line(place.line).map { Array($0.unicodeScalars) } ?? []
    guard place.column <= scalars.count else { return }
    let scalar = scalars[place.column - 1]
    if scalar == "\t" {
      (message, hint) = ("a tab can't indent", "indent with spaces")
    } else {
      (message, hint) = (
        "a text without quotation marks can't start with '\(scalar)'",
        "put quotation marks around it"
      )
    }
  }

  /// What is wrong and what to do about it, by libyaml's words.
  private static let words: [String: (String, String?)] = [
    "mapping values are not allowed in this context": (
      "':' can't stand here",
      "put quotation marks around a text with ': ', or check the indentation"
    ),
    "could not find expected ':'": (
      "a key without its ':'", "check the indentation, and that ': ' follows the key"
    ),
    "did not find expected key": ("a key was expected", "check the indentation"),
    "did not find expected ',' or ']'": ("the list is not closed", "add ',' or ']'"),
    "did not find expected ',' or '}'": ("the mapping is not closed", "add ',' or '}'"),
    "did not find expected '-' indicator": ("'-' was expected", "check the indentation"),
    "did not find expected node content": (
      "a value was expected", "a text that starts like this needs quotation marks"
    ),
    "found unexpected end of stream": (
      "the quotation mark is not closed", "close it where the text ends"
    ),
    "block sequence entries are not allowed in this context": (
      "a list can't start here", "start it on a line of its own"
    ),
    "found a tab character that violates indentation": (
      "a tab can't indent", "indent with spaces"
    ),
    "found a tab character where an indentation space is expected": (
      "a tab can't indent", "indent with spaces"
    ),
    "found unknown escape character": (
      "an escape that YAML does not have", "use single quotes, or write '\\\\' for '\\'"
    ),
    "did not find expected <document start>": (
      "this stands outside of what the file holds", "check the indentation"
    ),
    "found unknown directive name": ("a directive that is not read", "remove it"),
    "found incompatible YAML document": (
      "this version of YAML is not read", "write '%YAML 1.2' or nothing"
    ),
  ]

  /// What was being read, by libyaml's words.
  private static let subjects: [String: String] = [
    "while parsing a flow sequence": "the list starts",
    "while parsing a flow mapping": "the mapping starts",
    "while parsing a block mapping": "the mapping starts",
    "while parsing a block collection": "the list starts",
    "while scanning a simple key": "the key stands",
  ]
}

extension Place {
  init(_ mark: YAMLMark) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

extension SourceText {
  /// Whether nothing but white space stands from a line on.
  func isBlank(fromLine number: Int) -> Bool {
    guard number >= 1, number <= lineStarts.count else { return true }
    return bytes[lineStarts[number - 1]...].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
  }
}
