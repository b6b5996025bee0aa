public import PressModel
public import PressPipeline

/// What became of a run that did not fail.
public struct RunResult: Sendable {
  /// The folder of the pack, absolute.
  public var folder: String
  /// Every item with its fate, those under embargo too, which the pack does not know.
  public var ledger: [LedgerEntry]
  public var documents: Int
  public var facts: Int
  /// Checks of severity `warn` that do not hold.
  public var warnings: [FailedCheck]
  /// What else the operator should know.
  public var notes: [String] = []
  /// False where the pack that is there says all that this run could say.
  public var isNew = true
  /// What the sources found and made no item of.
  public var leftOut: [LeftOut] = []
  /// How many documents were known from earlier runs.
  public var remembered = 0
  /// Where the documents are from that earlier packs held with other bytes.
  public var corrected: [String] = []

  /// The number of items with a fate, by the fate's name.
  public func count(_ fate: String) -> Int { ledger.count { $0.fate.name == fate } }
}

/// A check and what was measured.
public struct FailedCheck: Hashable, Sendable, CustomStringConvertible {
  public var check: Check
  public var measured: Int
  /// What it is divided by, where the check is about a share.
  public var whole: Double?

  public var description: String {
    var bounds: [String] = []
    if let whole = check.whole, let value = self.whole {
      if let min = check.minRatio { bounds.append("at least \(min)") }
      if let max = check.maxRatio { bounds.append("at most \(max)") }
      let share = value > 0 ? "\((Double(measured) / value * 1000).rounded() / 1000)" : "all"
      let name =
        switch whole {
        case .metric(let metric): "of \(metric.name)"
        case .reference(.last): "of the last pack's"
        case .reference(.weekday): "of the weekday's median"
        }
      let number = value.rounded() == value ? String(Int(value)) : String(value)
      return "\(check.metric.name) is \(measured), \(share) \(name) \(number), "
        + "expected \(bounds.joined(separator: " and "))"
    }
    if let min = check.min { bounds.append("at least \(min)") }
    if let max = check.max { bounds.append("at most \(max)") }
    return "\(check.metric.name) is \(measured), expected \(bounds.joined(separator: " and "))"
  }
}

/// Why a run published nothing. The last pack is as it was.
public enum RunFailure: Error, Sendable, CustomStringConvertible {
  /// A source cannot be read, or found nothing.
  case noInput(String)
  /// A stage failed where the pipeline says that the run must fail.
  case stage(ItemFailure, origin: String?)
  /// Checks of severity `fail` that do not hold.
  case checks([FailedCheck])
  /// The pack does not hold what it should: a fault of this program.
  case bug(String)
  case publishing(Publisher.Refusal)
  /// More items failed than the pipeline allows.
  case quarantine(failed: Int, of: Int, QuarantineLimits)
  /// Another run of the pipeline is under way.
  case locked(process: Int?)
  /// The clock stands before the last run.
  case clock(now: String, last: String)
  /// The project's state cannot be read or written.
  case state(String)

  public var description: String {
    switch self {
    case .noInput(let reason): reason
    case .stage(let failure, let origin): (origin.map { "\($0): " } ?? "") + "\(failure)"
    case .checks(let failed): failed.map { "check failed: \($0)" }.joined(separator: "\n")
    case .bug(let reason): "internal error: \(reason)"
    case .publishing(let refusal): refusal.description
    case .quarantine(let failed, let items, let limits):
      "\(failed) of \(items) items failed, more than "
        + [limits.max.map(String.init), limits.maxRatio.map { "\($0 * 100)%" }]
        .compactMap { $0 }.joined(separator: " or ") + " allowed"
    case .locked(let process):
      "another run of it is under way" + (process.map { " (process \($0))" } ?? "")
    case .clock(let now, let last):
      "the clock says \(now), but the last run began at \(last); set it, or give --as-of"
    case .state(let reason): reason
    }
  }
}
