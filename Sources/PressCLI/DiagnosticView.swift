import PressPipeline

/// Problems of pipeline files, as a person reads them.
enum DiagnosticView {
  static func print(_ diagnostics: [Diagnostic]) {
    let style: DiagnosticStyle = Console.isColored(2) ? .ansi : .plain
    for diagnostic in diagnostics { Console.note(diagnostic.rendered(style) + "\n") }
  }
}
