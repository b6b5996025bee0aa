import PressEngine
import PressStage

/// What became of the pipelines of a batch.
struct BatchReport {
  struct Result {
    enum Ending {
      case done(RunResult)
      case failed(String, ExitStatus)
    }

    var pipeline: String
    var ending: Ending
    /// How long it took.
    var seconds: Double
    /// When the pipeline last published or found nothing to change, in seconds since 1970; nil where
    /// it never did or nobody asked.
    var lastSuccess: Int?

    var exitStatus: ExitStatus? {
      if case .failed(_, let status) = ending { status } else { nil }
    }

    var outcome: String {
      switch ending {
      case .done(let done): done.isNew ? "published" : "unchanged"
      case .failed(_, .locked): "locked"
      case .failed: "failed"
      }
    }

    /// What is counted of a run that did not fail, by name.
    var counts: [(name: String, value: Int)] {
      guard case .done(let done) = ending else { return [] }
      return [
        ("items", done.ledger.count), ("documents", done.documents), ("facts", done.facts),
        ("merged", done.count("merged")), ("filtered", done.count("filtered")),
        ("held", done.count("held")), ("quarantined", done.count("quarantined")),
      ]
    }

    /// Why it failed.
    var reason: String? {
      if case .failed(let reason, _) = ending { reason } else { nil }
    }
  }

  var results: [Result] = []
  /// Whether reports say how long the pipelines took; they are the same for the same runs without.
  var hasTimings = false

  var failures: Int { results.count { $0.exitStatus != nil } }

  /// What a scheduler is told; nil where all went well. Where nothing failed but for pipelines that
  /// another process was running, it is asked to come again.
  var exitStatus: ExitStatus? {
    let failed = results.compactMap(\.exitStatus)
    guard !failed.isEmpty else { return nil }
    return failed.allSatisfy { $0 == .locked } ? .locked : .batch
  }

  /// A table: a pipeline a line.
  var text: String {
    let columns = ["documents", "facts", "held", "quarantined"]
    let rows = results.map { result in
      let counts = columns.map { column in
        result.counts.first { $0.name == column }.map { String($0.value) } ?? "-"
      }
      return [result.pipeline, result.outcome] + counts
    }
    let table = [["pipeline", "outcome"] + columns] + rows
    let widths = (0..<columns.count + 2).map { column in
      table.map { $0[column].count }.max() ?? 0
    }
    var lines = table.map { row in
      zip(row, widths).enumerated().map { index, cell in
        // Words stand to the left, numbers to the right.
        let filling = String(repeating: " ", count: cell.1 - cell.0.count)
        return index < 2 ? cell.0 + filling : filling + cell.0
      }.joined(separator: "  ")
    }
    for (index, result) in results.enumerated() {
      guard let reason = result.reason?.split(separator: "\n").first else { continue }
      lines[index + 1] += "  \(reason)"
    }
    let word = results.count == 1 ? "pipeline" : "pipelines"
    lines.append("\(results.count) \(word), \(failures) failed")
    return lines.joined(separator: "\n")
  }

  /// One object, on one line.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("exitCode")
      writer.value(Int(exitStatus?.rawValue ?? 0))
      writer.key("failed")
      writer.value(failures)
      writer.key("pipelines")
      writer.array { writer in
        for result in results { write(result, &writer) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ result: Result, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("pipeline")
      writer.value(result.pipeline)
      writer.key("outcome")
      writer.value(result.outcome)
      writer.key("exitCode")
      writer.value(Int(result.exitStatus?.rawValue ?? 0))
      switch result.ending {
      case .failed(let reason, _):
        writer.key("reason")
        writer.value(reason)
      case .done(let done):
        writer.key("folder")
        writer.value(done.folder)
        for (name, value) in result.counts {
          writer.key(name)
          writer.value(value)
        }
        writer.key("warnings")
        writer.strings(done.notes + done.warnings.map(\.description))
      }
      guard hasTimings else { return }
      writer.key("seconds")
      writer.value((result.seconds * 1000).rounded() / 1000)
    }
  }
}
