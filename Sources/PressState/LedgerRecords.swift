/// How a run ended, or where it stands.
public enum RunOutcome: String, Sendable, CaseIterable {
  /// Reading, transforming or checking.
  case running
  /// All is known and written aside; the pack is being put in its place.
  case publishing
  case published
  /// Nothing had changed since the pack that is there.
  case unchanged
  case failed
  /// The process ended before the run did.
  case interrupted
}

/// A run as the ledger knows it.
public struct RunRow: Hashable, Sendable {
  public var id: Int64
  public var pipeline: String
  /// The moment that the run stood for, in UTC.
  public var asOf: String
  /// The clock's time; shown to operators and written to no pack.
  public var started: String
  public var ended: String?
  public var outcome: RunOutcome
  /// Why it failed, in a sentence.
  public var reason: String?
  /// The folder of the pack, absolute.
  public var target: String
  /// Stands for all that the pack rests on: program, stages, settings and items.
  public var fingerprint: String?
  /// The SHA-256 of the pack's list of checksums.
  public var sums: String?
  /// Counts by the names of metrics.
  public var metrics: [String: Int] = [:]
}

/// An item of a run and how it ended.
public struct ItemRow: Hashable, Sendable {
  public var origin: String
  public var document: String
  public var sha256: String
  public var fate: String
  public var stage: String?
  public var detail: String?

  public init(
    origin: String, document: String, sha256: String, fate: String, stage: String?, detail: String?
  ) {
    self.origin = origin
    self.document = document
    self.sha256 = sha256
    self.fate = fate
    self.stage = stage
    self.detail = detail
  }
}

/// An item that a stage failed on, kept until someone decides.
public struct QuarantineRow: Hashable, Sendable {
  public enum Status: String, Sendable {
    /// It fails in each run until its bytes or the stages change.
    case waiting
    /// The next run takes it again, whatever earlier packs hold.
    case retry
    /// Later runs leave it out.
    case dropped
  }

  public var id: Int64
  public var pipeline: String
  public var origin: String
  public var document: String
  public var sha256: String
  public var stage: String
  public var reason: String
  /// The first and the last run that it failed in.
  public var firstRun: Int64
  public var lastRun: Int64
  public var status: Status
}
