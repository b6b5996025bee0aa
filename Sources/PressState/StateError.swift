internal import GRDB

/// Why the project's state could not be read or written, in a sentence that names the file.
public struct StateError: Error, Hashable, CustomStringConvertible {
  public var description: String
  /// Whether the file is no database, or a broken one.
  public private(set) var isDamaged: Bool

  init(_ file: String, _ error: any Error) {
    let reason = (error as? DatabaseError).flatMap(\.message) ?? "\(error)"
    description = "cannot use the state in '\(file)': \(reason)"
    let code = (error as? DatabaseError)?.resultCode
    isDamaged = code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
  }

  /// The same, with what to do about a file that is damaged.
  func advising(_ advice: String) -> StateError {
    var error = self
    if isDamaged { error.description += "; \(advice)" }
    return error
  }
}

/// Opens a database of the project's state.
func openDatabase(
  _ file: String, synchronous: String, _ migrate: (inout DatabaseMigrator) -> Void
) throws(StateError) -> DatabaseQueue {
  do {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
    }
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    var migrator = DatabaseMigrator()
    migrate(&migrator)
    try migrator.migrate(queue)
    return queue
  } catch {
    throw StateError(file, error)
  }
}
