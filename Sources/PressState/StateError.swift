internal import GRDB

/// Why the project's state could not be read or written, in a sentence that names the file.
public struct StateError: Error, Hashable, CustomStringConvertible {
  public var description: String

  init(_ file: String, _ error: any Error) {
    let reason = (error as? DatabaseError).flatMap(\.message) ?? "\(error)"
    description = "cannot use the state in '\(file)': \(reason)"
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
