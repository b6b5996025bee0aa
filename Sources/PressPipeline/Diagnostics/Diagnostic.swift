public import PressStage

/// A problem of a pipeline file, with its place and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Codable, CaseIterable, Sendable {
    case error, warning
  }

  public var code: DiagnosticCode
  public var severity: Severity
  /// The path of the file as it was given.
  public var file: String
  public var place: Place
  /// What is wrong, in a lower-case sentence without a full stop.
  public var message: String
  /// What to do about it, beside the caret.
  public var suggestion: String?
  public var notes: [Note]
  /// The line of the source that holds the place; nil where there is none to show.
  public var sourceLine: String?

  /// A line under the caret, with the command that tells more.
  public struct Note: Hashable, Sendable {
    public var text: String
    public var command: String?

    public init(_ text: String, command: String? = nil) {
      self.text = text
      self.command = command
    }
  }

  public init(
    _ code: DiagnosticCode, file: String, at place: Place, _ message: String,
    suggestion: String? = nil, notes: [Note] = [], sourceLine: String? = nil
  ) {
    self.code = code
    severity = code.severity
    self.file = file
    self.place = place
    self.message = message
    self.suggestion = suggestion
    self.notes = notes
    self.sourceLine = sourceLine
  }
}

extension Diagnostic: Comparable {
  /// By file, place, code and message.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let leftKey = (left.file, left.place.line, left.place.column)
    let rightKey = (right.file, right.place.line, right.place.column)
    if leftKey != rightKey { return leftKey < rightKey }
    return (left.code.rawValue, left.message) < (right.code.rawValue, right.message)
  }
}
