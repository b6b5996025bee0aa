import PressModel
import PressPipeline
import PressState

/// Measures a pack and holds it against its pipeline's checks.
struct PackChecks {
  /// By the names of metrics. What is held counts as that and as nothing else.
  let metrics: [String: Int]

  /// `entries`: all items, those too of which the pack may know nothing.
  init(_ pack: Pack, _ entries: [LedgerEntry]) {
    var metrics = ["documents": pack.documents.count]
    for fate in ["held", "merged", "filtered", "quarantined"] { metrics[fate] = 0 }
    for entry in entries where entry.fate != .packed {
      metrics[entry.fate.name, default: 0] += 1
    }
    metrics["items"] = entries.count - (metrics["held"] ?? 0)
    metrics["corrected"] = pack.corrections.count
    metrics["facts"] = pack.documents.reduce(0) { $0 + $1.facts.count }
    for document in pack.documents {
      for kind in document.facts.kinds {
        metrics["facts.\(kind.name)", default: 0] += document.facts[kind.name].count
      }
    }
    self.metrics = metrics
  }

  func value(_ metric: Check.Metric) -> Int { metrics[metric.name] ?? 0 }

  /// The checks that do not hold.
  func failed(_ checks: [Check], past: PastRuns) -> [FailedCheck] {
    checks.compactMap { check in
      let measured = value(check.metric)
      let whole: Double? =
        switch check.whole {
        case nil: nil
        case .metric(let metric): Double(value(metric))
        case .reference(.last): past.last?.metrics[check.metric.name].map(Double.init)
        case .reference(.weekday): past.median(check.metric.name)
        }
      return check.accepts(measured, of: whole)
        ? nil : FailedCheck(check: check, measured: measured, whole: whole)
    }
  }
}

/// The packs that a new one is held against.
struct PastRuns {
  let last: RunRow?
  private let sameWeekday: [RunRow]

  static let none = PastRuns([], target: "", asOf: "")

  /// - Parameters:
  ///   - runs: published ones, the newest first.
  ///   - target: the folder that is about to be written; a pack that it replaces is not compared
  ///     with where there is another.
  init(_ runs: [RunRow], target: String, asOf: String) {
    let others = runs.filter { $0.target != target }
    last = others.first ?? runs.first
    guard let now = Instant.seconds(asOf, offset: 0) else {
      sameWeekday = []
      return
    }
    let weekday = Instant.weekday(now)
    sameWeekday = Array(
      (others.isEmpty ? runs : others).filter { run in
        Instant.seconds(run.asOf, offset: 0).map(Instant.weekday) == weekday
      }.prefix(8))
  }

  func median(_ metric: String) -> Double? {
    let values = sameWeekday.compactMap { $0.metrics[metric] }.sorted()
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    return values.count % 2 == 1
      ? Double(values[middle]) : Double(values[middle - 1] + values[middle]) / 2
  }
}
