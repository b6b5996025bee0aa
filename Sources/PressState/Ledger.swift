internal import GRDB

/// What every run did: appended, never overwritten.
///
/// Each change is one transaction that is on the disk when the call returns, so that after a crash
/// the next run knows how far the last one came.
public final class Ledger: Sendable {
  private let queue: DatabaseQueue
  private let file: String

  /// `folder`: an existing folder that holds, or will hold, `ledger.sqlite`.
  public init(folder: String) throws(StateError) {
    file = "\(folder)/ledger.sqlite"
    queue = try Self.open(file) { migrator in
      migrator.registerMigration("1") { database in
        try database.execute(
          sql: """
            CREATE TABLE runs (
              id INTEGER PRIMARY KEY AUTOINCREMENT, pipeline TEXT NOT NULL, as_of TEXT NOT NULL,
              started TEXT NOT NULL, ended TEXT, outcome TEXT NOT NULL, reason TEXT,
              target TEXT NOT NULL, fingerprint TEXT, sums TEXT);
            CREATE INDEX runs_by_pipeline ON runs (pipeline, outcome, id);
            CREATE TABLE items (
              run INTEGER NOT NULL REFERENCES runs (id), position INTEGER NOT NULL,
              origin TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT NOT NULL,
              fate TEXT NOT NULL, stage TEXT, detail TEXT, PRIMARY KEY (run, position))
              WITHOUT ROWID;
            CREATE TABLE metrics (
              run INTEGER NOT NULL REFERENCES runs (id), name TEXT NOT NULL,
              value INTEGER NOT NULL, PRIMARY KEY (run, name)) WITHOUT ROWID;
            CREATE TABLE quarantine (
              id INTEGER PRIMARY KEY AUTOINCREMENT, pipeline TEXT NOT NULL, origin TEXT NOT NULL,
              document TEXT NOT NULL, sha256 TEXT NOT NULL, stage TEXT NOT NULL,
              reason TEXT NOT NULL, first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
              status TEXT NOT NULL, UNIQUE (pipeline, origin, sha256));
            """)
      }
    }
  }

  /// It is the project's only memory: nothing starts it anew but an operator.
  private static let advice =
    "put back a copy of it, or move it away: runs then begin without a memory"

  private static func open(
    _ file: String, _ migrate: (inout DatabaseMigrator) -> Void
  ) throws(StateError) -> DatabaseQueue {
    do {
      return try openDatabase(file, synchronous: "FULL", migrate)
    } catch {
      throw error.advising(advice)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do { return try queue.read(body) } catch { throw StateError(file, error).advising(Self.advice) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw StateError(file, error).advising(Self.advice)
    }
  }

  /// Gives room that is no longer used back to the disk.
  func vacuum() throws(StateError) {
    do { try queue.vacuum() } catch { throw StateError(file, error).advising(Self.advice) }
  }

  // MARK: - The course of a run

  /// Enters a run that has begun and returns its number.
  public func begin(
    pipeline: String, asOf: String, started: String, target: String
  ) throws(StateError) -> Int64 {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO runs (pipeline, as_of, started, outcome, target) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [pipeline, asOf, started, RunOutcome.running.rawValue, target])
      return database.lastInsertedRowID
    }
  }

  /// Enters what became of a run's items; what failed goes to the quarantine, and what has a better
  /// fate now, or came with other bytes, leaves it.
  public func enter(
    _ run: Int64, items: [ItemRow], metrics: [String: Int]
  ) throws(StateError) {
    try write { database in
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO items (run, position, origin, document, sha256, fate, stage, detail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for (position, item) in items.enumerated() {
        try insert.execute(arguments: [
          run, position, item.origin, item.document, item.sha256, item.fate, item.stage,
          item.detail,
        ])
      }
      for (name, value) in metrics.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "INSERT INTO metrics (run, name, value) VALUES (?, ?, ?)",
          arguments: [run, name, value])
      }
      try database.execute(
        sql: """
          DELETE FROM quarantine WHERE status <> 'dropped'
            AND pipeline = (SELECT pipeline FROM runs WHERE id = ?)
            AND origin IN (SELECT origin FROM items WHERE run = ?)
            AND NOT EXISTS (
              SELECT 1 FROM items WHERE run = ? AND items.origin = quarantine.origin
                AND items.sha256 = quarantine.sha256 AND fate = 'quarantined')
          """, arguments: [run, run, run])
      try database.execute(
        sql: """
          INSERT INTO quarantine
            (pipeline, origin, document, sha256, stage, reason, first_run, last_run, status)
          SELECT runs.pipeline, origin, document, sha256, coalesce(stage, ''),
            coalesce(detail, ''), run, run, 'waiting'
          FROM items JOIN runs ON runs.id = items.run
          WHERE run = ? AND fate = 'quarantined'
          ON CONFLICT (pipeline, origin, sha256) DO UPDATE SET
            stage = excluded.stage, reason = excluded.reason, last_run = excluded.last_run,
            status = 'waiting'
          """, arguments: [run])
    }
  }

  /// Enters that a run's pack is about to be put in its place.
  public func publishing(
    _ run: Int64, fingerprint: String, sums: String
  ) throws(StateError) {
    try write { database in
      try database.execute(
        sql: "UPDATE runs SET outcome = ?, fingerprint = ?, sums = ? WHERE id = ?",
        arguments: [RunOutcome.publishing.rawValue, fingerprint, sums, run])
    }
  }

  /// Enters how a run ended.
  public func end(
    _ run: Int64, _ outcome: RunOutcome, reason: String? = nil, at ended: String
  ) throws(StateError) {
    try write { database in
      try database.execute(
        sql: "UPDATE runs SET outcome = ?, reason = ?, ended = ? WHERE id = ?",
        arguments: [outcome.rawValue, reason, ended, run])
    }
  }

  /// The runs of a pipeline that have not ended; under its lock, those that were interrupted.
  public func openRuns(of pipeline: String) throws(StateError) -> [RunRow] {
    try runs(where: "pipeline = ? AND outcome IN ('running', 'publishing')", [pipeline])
  }

  // MARK: - What runs ask

  /// The newest run of a pipeline that published to a folder, or to any.
  public func lastPublished(
    _ pipeline: String, target: String? = nil
  ) throws(StateError) -> RunRow? {
    let condition = "pipeline = ? AND outcome = 'published'"
    guard let target else {
      return try runs(where: condition + " ORDER BY id DESC LIMIT 1", [pipeline]).first
    }
    return try runs(
      where: condition + " AND target = ? ORDER BY id DESC LIMIT 1", [pipeline, target]
    ).first
  }

  /// All published runs of a pipeline, the newest first, with their metrics.
  public func published(_ pipeline: String, limit: Int) throws(StateError) -> [RunRow] {
    try runs(
      where: "pipeline = ? AND outcome = 'published' ORDER BY id DESC LIMIT ?", [pipeline, limit])
  }

  /// `ORIGIN\nSHA256` of all items that runs into other folders have published, merged or left out
  /// for good; not of those that are held, or are to be tried again.
  public func settled(
    _ pipeline: String, outside target: String
  ) throws(StateError) -> Set<String> {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT DISTINCT origin, sha256 FROM items JOIN runs ON runs.id = items.run
          WHERE runs.pipeline = ? AND runs.outcome = 'published' AND runs.target <> ?
            AND fate <> 'held'
            AND NOT EXISTS (
              SELECT 1 FROM quarantine WHERE quarantine.pipeline = runs.pipeline
                AND quarantine.origin = items.origin AND quarantine.sha256 = items.sha256
                AND status = 'retry')
          """, arguments: [pipeline, target])
      var known: Set<String> = []
      while let row = try rows.next() {
        let origin: String = row[0]
        let hash: String = row[1]
        known.insert("\(origin)\n\(hash)")
      }
      return known
    }
  }

  /// The items of a run, in the order of its sources.
  public func items(of run: Int64) throws(StateError) -> [ItemRow] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT origin, document, sha256, fate, stage, detail FROM items WHERE run = ?
          ORDER BY position
          """, arguments: [run]
      ).map { row in
        ItemRow(
          origin: row[0], document: row[1], sha256: row[2], fate: row[3], stage: row[4],
          detail: row[5])
      }
    }
  }

  /// The newest runs, of one pipeline or of all.
  public func runs(of pipeline: String?, limit: Int) throws(StateError) -> [RunRow] {
    guard let pipeline else { return try runs(where: "TRUE ORDER BY id DESC LIMIT ?", [limit]) }
    return try runs(where: "pipeline = ? ORDER BY id DESC LIMIT ?", [pipeline, limit])
  }

  /// The newest run of a pipeline that published or found nothing to change.
  public func lastSuccess(_ pipeline: String) throws(StateError) -> RunRow? {
    try runs(
      where: "pipeline = ? AND outcome IN ('published', 'unchanged') ORDER BY id DESC LIMIT 1",
      [pipeline]
    ).first
  }

  public func run(_ id: Int64) throws(StateError) -> RunRow? {
    try runs(where: "id = ?", [id]).first
  }

  func runs(
    where condition: String, _ arguments: [any DatabaseValueConvertible]
  ) throws(StateError) -> [RunRow] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM runs WHERE \(condition)",
        arguments: StatementArguments(arguments)
      ).map { row in
        let outcome: String = row["outcome"]
        let id: Int64 = row["id"]
        var run = RunRow(
          id: id, pipeline: row["pipeline"], asOf: row["as_of"], started: row["started"],
          ended: row["ended"], outcome: RunOutcome(rawValue: outcome) ?? .interrupted,
          reason: row["reason"], target: row["target"], fingerprint: row["fingerprint"],
          sums: row["sums"])
        for metric in try Row.fetchAll(
          database, sql: "SELECT name, value FROM metrics WHERE run = ?", arguments: [id])
        {
          run.metrics[metric[0]] = metric[1]
        }
        return run
      }
    }
  }
}
