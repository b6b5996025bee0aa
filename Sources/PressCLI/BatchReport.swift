import PressEngine
import PressPipeline
import PressStage

/// What became of the pipelines of a batch, for people, build servers and monitors.
struct BatchReport {
  struct Result {
    enum Ending {
      case done(RunResult)
      case failed(String)
    }

    var pipeline: String
    var ending: Ending
  }

  private static let fates = ["packed", "merged", "filtered", "held", "quarantined"]

  /// The moment that the runs stood for.
  let moment: RunMoment
  var results: [Result] = []

  init(moment: RunMoment) {
    self.moment = moment
  }

  var failures: Int {
    results.count { if case .failed = $0.ending { true } else { false } }
  }

  var text: String {
    let width = results.map(\.pipeline.count).max() ?? 0
    var lines = results.map { result in
      let name = result.pipeline + String(repeating: " ", count: width - result.pipeline.count)
      switch result.ending {
      case .failed(let reason): return "\(name)  failed: \(Self.line(reason))"
      case .done(let done):
        let counts = Self.fates.compactMap { fate in
          let count = done.count(fate)
          return count > 0 || fate == "packed" ? "\(count) \(fate)" : nil
        }
        return
          "\(name)  \(done.isNew ? "published" : "unchanged"): \(counts.joined(separator: ", "))"
      }
    }
    lines.append("\(results.count) pipelines, \(failures) failed")
    return lines.joined(separator: "\n")
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("failed")
      writer.value(failures)
      writer.key("pipelines")
      writer.array { writer in
        for result in results {
          writer.object { writer in
            writer.key("pipeline")
            writer.value(result.pipeline)
            switch result.ending {
            case .failed(let reason):
              writer.key("outcome")
              writer.value("failed")
              writer.key("reason")
              writer.value(reason)
            case .done(let done):
              writer.key("outcome")
              writer.value(done.isNew ? "published" : "unchanged")
              writer.key("folder")
              writer.value(done.folder)
              writer.key("facts")
              writer.value(done.facts)
              for fate in Self.fates {
                writer.key(fate)
                writer.value(done.count(fate))
              }
            }
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// JUnit's XML: a test case a pipeline.
  var junit: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuite name="presswork" tests="\#(results.count)" failures="\#(failures)">"#,
    ]
    for result in results {
      let name = Self.escaped(result.pipeline)
      switch result.ending {
      case .done: lines.append(#"  <testcase classname="presswork" name="\#(name)"/>"#)
      case .failed(let reason):
        lines.append(#"  <testcase classname="presswork" name="\#(name)">"#)
        lines.append(#"    <failure message="\#(Self.escaped(reason))"/>"#)
        lines.append("  </testcase>")
      }
    }
    return lines.joined(separator: "\n") + "\n</testsuite>\n"
  }

  /// Prometheus' text format, for the collector that reads files.
  var metrics: String {
    var text = ""
    func add(_ name: String, _ help: String, _ value: (Result) -> Int?) {
      text += "# HELP presswork_\(name) \(help)\n# TYPE presswork_\(name) gauge\n"
      for result in results {
        guard let value = value(result) else { continue }
        text += "presswork_\(name){pipeline=\"\(result.pipeline)\"} \(value)\n"
      }
    }
    func count(_ fate: String) -> (Result) -> Int? {
      { result in
        if case .done(let done) = result.ending { done.count(fate) } else { nil }
      }
    }
    add("pipeline_success", "Whether the last batch ran the pipeline without failure.") { result in
      if case .done = result.ending { 1 } else { 0 }
    }
    for fate in Self.fates {
      add("items_\(fate)", "Items of the last run that ended so.", count(fate))
    }
    add("facts", "Facts in the last pack.") { result in
      if case .done(let done) = result.ending { done.facts } else { nil }
    }
    add("as_of_timestamp_seconds", "The moment that the last batch stood for.") { _ in
      Clock.seconds(of: moment)
    }
    return text
  }

  private static func line(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: "; ")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      // Controls that XML 1.0 cannot hold.
      case "\u{0}"..."\u{1F}": escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
