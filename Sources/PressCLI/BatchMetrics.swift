import PressEngine

/// What became of a batch, as monitors read it: the text format of Prometheus (version 0.0.4), for
/// the collector that reads files.
///
/// Every sample names its pipeline, so that the files of several batches can lie side by side.
struct BatchMetrics {
  let report: BatchReport
  /// When the batch ended, in seconds since 1970.
  let now: Int

  var text: String {
    var text = ""
    func add(_ name: String, _ help: String, _ value: (BatchReport.Result) -> String?) {
      let samples = report.results.compactMap { result in
        value(result).map {
          "presswork_pipeline_\(name){pipeline=\"\(Self.escaped(result.pipeline))\"} \($0)\n"
        }
      }
      // A name without a sample says nothing.
      guard !samples.isEmpty else { return }
      text += "# HELP presswork_pipeline_\(name) \(help)\n"
      text += "# TYPE presswork_pipeline_\(name) gauge\n"
      text += samples.joined()
    }
    add("success", "Whether the last run did not fail.") { $0.exitStatus == nil ? "1" : "0" }
    add("exit_code", "The exit code that tells why the last run failed, 0 where it did not.") {
      "\($0.exitStatus?.rawValue ?? 0)"
    }
    add("last_run_timestamp_seconds", "When the batch of the last run ended.") { _ in "\(now)" }
    add(
      "last_success_timestamp_seconds", "When a run last published or found nothing to change."
    ) { $0.lastSuccess.map(String.init) }
    add("duration_seconds", "How long the last run took.") { Progress.shown($0.seconds) }
    for (name, help) in Self.counts {
      add(name, help) { result in
        result.counts.first { $0.name == name }.map { String($0.value) }
      }
    }
    return text
  }

  private static let counts = [
    ("items", "Items that the sources of the last run gave; absent where it failed."),
    ("documents", "Documents in the pack of the last run; absent where it failed."),
    ("facts", "Facts in the pack of the last run; absent where it failed."),
    ("merged", "Items of the last run that are merged into others; absent where it failed."),
    ("filtered", "Items of the last run that a rule took out; absent where it failed."),
    ("held", "Items of the last run that are held by an embargo; absent where it failed."),
    ("quarantined", "Items of the last run that failed; absent where all of it failed."),
  ]

  /// The value of a label.
  static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
