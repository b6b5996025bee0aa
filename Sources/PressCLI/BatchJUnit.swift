import PressEngine

/// What became of a batch, as build servers read it: JUnit's XML, a test case a pipeline.
struct BatchJUnit {
  let report: BatchReport

  var text: String {
    let total = report.results.reduce(0) { $0 + $1.seconds }
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuite name="presswork" tests="\#(report.results.count)" "#
        + #"failures="\#(report.failures)" errors="0" skipped="0"\#(time(total))>"#,
    ]
    for result in report.results {
      lines.append(
        #"  <testcase classname="presswork" name="\#(Self.escaped(result.pipeline))""#
          + "\(time(result.seconds))>")
      switch result.ending {
      case .failed(let reason, let status):
        lines.append(
          #"    <failure type="exit-code-\#(status.rawValue)" message="\#(Self.escaped(reason))"/>"#
        )
      case .done(let done):
        let counts = result.counts.map { "\($0.value) \($0.name)" }.joined(separator: ", ")
        let warnings = (done.notes + done.warnings.map(\.description)).map { "\nwarning: \($0)" }
        let words = "\(result.outcome): \(counts)" + warnings.joined()
        lines.append("    <system-out>\(Self.escaped(words))</system-out>")
      }
      lines.append("  </testcase>")
    }
    return lines.joined(separator: "\n") + "\n</testsuite>\n"
  }

  private func time(_ seconds: Double) -> String {
    report.hasTimings ? #" time="\#(Progress.shown(seconds))""# : ""
  }

  /// For an element's text and for an attribute in double quotes (XML 1.0, 2.2 and 2.4).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      // What XML cannot hold, written in any way.
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
