public import PressModel
public import PressPipeline

/// What became of a run that published.
public struct RunResult: Sendable {
  /// The folder of the pack, absolute.
  public var folder: String
  public var ledger: [LedgerEntry]
  public var documents: Int
  public var facts: Int
  /// Checks of severity `warn` that do not hold.
  public var warnings: [FailedCheck]

  /// The number of items with a fate, by the fate's name.
  public func count(_ fate: String) -> Int { ledger.count { $0.fate.name == fate } }
}

/// A check and what was measured.
public struct FailedCheck: Hashable, Sendable, CustomStringConvertible {
  public var check: Check
  public var measured: Int

  public var description: String {
    var bounds: [String] = []
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

  public var description: String {
    switch self {
    case .noInput(let reason): reason
    case .stage(let failure, let origin): (origin.map { "\($0): " } ?? "") + "\(failure)"
    case .checks(let failed): failed.map { "check failed: \($0)" }.joined(separator: "\n")
    case .bug(let reason): "internal error: \(reason)"
    case .publishing(let refusal): refusal.description
    }
  }
}
