import ArgumentParser
import PressEngine
import PressModel
import PressPipeline
import PressStage

/// What is said on standard error of runs: for a person, or one JSON object a line.
struct RunLog: Sendable {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  enum Style: Sendable {
    /// Events are drawn over each other in one line.
    case terminal
    /// An event a line.
    case text
    /// An event a line, as a JSON object with the clock's time.
    case json
    /// No events: warnings and errors alone, as text.
    case silent
  }

  enum Level: String { case info, warning, error }

  /// A field of an event, beside its level, its name and its message.
  enum Field {
    case text(String, String?)
    case number(String, Int)
    case seconds(Double)
  }

  let style: Style
  /// Only what went wrong.
  let isQuiet: Bool

  init(_ style: Style, isQuiet: Bool = false) {
    self.style = style
    self.isQuiet = isQuiet
  }

  /// For commands that are no runs.
  static let plain = RunLog(.silent)

  /// Something that went as it should. It is no line on a terminal: `Progress` draws it there.
  func event(_ name: String, _ pipeline: String, _ message: String, _ fields: [Field] = []) {
    guard !isQuiet else { return }
    switch style {
    case .terminal, .silent: return
    case .text: Console.note("\(pipeline): \(message)")
    case .json: write(.info, name, pipeline, message, fields)
    }
  }

  /// Something about a run that is neither an item nor a fault.
  func remark(_ name: String, _ pipeline: String, _ message: String) {
    guard !isQuiet else { return }
    guard style == .json else { return Console.note(message) }
    write(.info, name, pipeline, message)
  }

  func warning(_ pipeline: String, _ message: String) {
    guard style == .json else { return Console.note("warning: \(message)") }
    write(.warning, "warning", pipeline, message)
  }

  /// An item that is not packed.
  func item(_ pipeline: String, _ entry: LedgerEntry) {
    var isFailure = false
    if case .quarantined = entry.fate { isFailure = true }
    guard isFailure || !isQuiet else { return }
    let detail = entry.fate.detail.map { ": \($0)" } ?? ""
    let message = "\(entry.origin): \(entry.fate.name)\(detail)"
    guard style == .json else { return Console.note(message) }
    write(
      isFailure ? .warning : .info, "item", pipeline, message,
      [.text("origin", entry.origin), .text("fate", entry.fate.name)])
  }

  /// Why a pipeline published nothing.
  func failed(_ pipeline: String, _ error: any Error) {
    let failure = error as? RunFailure
    guard style == .json else {
      Console.note("presswork: \(pipeline): error: \(error)")
      if let failure { Console.note("  \(failure.consequence)") }
      return
    }
    let status = failure?.status ?? .noInput
    write(
      .error, "failed", pipeline, "\(error)",
      [.number("exitCode", Int(status.rawValue)), .text("consequence", failure?.consequence)])
  }

  /// What is wrong with a pipeline's file.
  func problems(_ diagnostics: [Diagnostic]) {
    guard style == .json else { return DiagnosticView.print(diagnostics) }
    for problem in diagnostics {
      write(
        problem.severity == .error ? .error : .warning, "diagnostic",
        PipelineFinder.name(ofFile: problem.file), problem.message,
        [
          .text("code", problem.code.name), .text("file", problem.file),
          .number("line", problem.place.line), .number("column", problem.place.column),
          .text("suggestion", problem.suggestion),
        ])
    }
  }

  private func write(
    _ level: Level, _ event: String, _ pipeline: String, _ message: String, _ fields: [Field] = []
  ) {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("time", Clock.now().asOf), ("level", level.rawValue), ("event", event),
        ("pipeline", pipeline), ("message", message),
      ] {
        writer.key(key)
        writer.value(value)
      }
      for field in fields {
        switch field {
        case .text(_, nil): continue
        case .text(let key, let value):
          writer.key(key)
          writer.value(value)
        case .number(let key, let value):
          writer.key(key)
          writer.value(value)
        case .seconds(let value):
          writer.key("seconds")
          writer.value((value * 1000).rounded() / 1000)
        }
      }
    }
    Console.note(String(decoding: writer.bytes, as: UTF8.self))
  }
}
