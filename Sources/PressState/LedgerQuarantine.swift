internal import GRDB

/// What stages failed on, and what operators decided about it.
extension Ledger {
  /// What is in quarantine, of one pipeline or of all, in the order in which it came.
  public func quarantine(of pipeline: String? = nil) throws(StateError) -> [QuarantineRow] {
    try read { database in
      let condition = pipeline == nil ? "TRUE" : "pipeline = ?"
      return try Row.fetchAll(
        database, sql: "SELECT * FROM quarantine WHERE \(condition) ORDER BY id",
        arguments: pipeline.map { [$0] } ?? []
      ).map { row in
        let status: String = row["status"]
        return QuarantineRow(
          id: row["id"], pipeline: row["pipeline"], origin: row["origin"],
          document: row["document"], sha256: row["sha256"], stage: row["stage"],
          reason: row["reason"], firstRun: row["first_run"], lastRun: row["last_run"],
          status: QuarantineRow.Status(rawValue: status) ?? .waiting)
      }
    }
  }

  /// Says what later runs do with items in quarantine.
  public func mark(_ ids: [Int64], _ status: QuarantineRow.Status) throws(StateError) {
    try write { database in
      for id in ids {
        try database.execute(
          sql: "UPDATE quarantine SET status = ? WHERE id = ?",
          arguments: [status.rawValue, id])
      }
    }
  }
}
