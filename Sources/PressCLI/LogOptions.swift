import ArgumentParser

/// How much is said on standard error, and how.
struct LogOptions: ParsableArguments {
  @Option(
    name: .customLong("log-format"),
    help: """
      Say on standard error what happens, one line an event: as text for people or as JSON for \
      programs. On a terminal one line is drawn again and again without this.
      """)
  var format: RunLog.Format?

  @Flag(help: "Say on standard error only what went wrong.")
  var quiet = false

  /// `otherwise`: what is done off a terminal where the caller names no format.
  func log(otherwise: RunLog.Style) -> RunLog {
    let style: RunLog.Style =
      switch format {
      case .json: .json
      case .text: .text
      case nil: Console.isRedrawable ? .terminal : otherwise
      }
    return RunLog(style, isQuiet: quiet)
  }
}
