internal import GRDB

/// What documents became, by everything that can change it, so that a run does only what changed.
///
/// It may be removed at any time: it is never the only place where something stands.
public final class ResultCache: Sendable {
  /// The state of a file when its hash was taken. A file whose state is the same has the same
  /// bytes, as far as its file system can be trusted.
  public struct FileState: Hashable, Sendable {
    public var size: Int64
    public var modified: Int64
    public var changed: Int64
    public var node: Int64

    /// Times in nanoseconds.
    public init(size: Int64, modified: Int64, changed: Int64, node: Int64) {
      self.size = size
      self.modified = modified
      self.changed = changed
      self.node = node
    }
  }

  /// An entry as `presswork cache` shows it.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var origin: String
    /// What the key stands for, a line each.
    public var components: [String]
    public var bytes: Int
  }

  private let queue: DatabaseQueue
  private let file: String

  /// `folder`: an existing folder that holds, or will hold, `cache.sqlite`.
  public init(folder: String) throws(StateError) {
    file = "\(folder)/cache.sqlite"
    queue = try openDatabase(file, synchronous: "NORMAL") { migrator in
      migrator.registerMigration("1") { database in
        try database.execute(
          sql: """
            CREATE TABLE results (
              key TEXT PRIMARY KEY, origin TEXT NOT NULL, components TEXT NOT NULL,
              value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX results_by_origin ON results (origin, used);
            CREATE TABLE files (
              path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
              changed INTEGER NOT NULL, node INTEGER NOT NULL, sha256 TEXT NOT NULL)
              WITHOUT ROWID;
            """)
      }
      // A row is written anew whenever a run notes that it has used it: what it became, which is
      // large, stands apart.
      migrator.registerMigration("2") { database in
        try database.execute(
          sql: """
            DROP TABLE results;
            CREATE TABLE results (
              id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, origin TEXT NOT NULL,
              components TEXT NOT NULL, bytes INTEGER NOT NULL, used INTEGER NOT NULL);
            CREATE INDEX results_by_origin ON results (origin, used);
            CREATE TABLE contents (
              id INTEGER PRIMARY KEY REFERENCES results (id) ON DELETE CASCADE, value BLOB NOT NULL);
            """)
      }
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do { return try queue.read(body) } catch { throw StateError(file, error) }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do { return try queue.write(body) } catch { throw StateError(file, error) }
  }

  // MARK: - Documents

  /// The bytes that were kept under a key.
  public func value(_ key: String) throws(StateError) -> [UInt8]? {
    // Asked for every document of a run, in one statement: the guards of `read` against a body that
    // writes cost more than the look.
    do {
      return try queue.unsafeRead { database in
        let find = try database.cachedStatement(
          sql: "SELECT value FROM contents JOIN results USING (id) WHERE key = ?")
        guard let row = try Row.fetchOne(find, arguments: [key]) else { return nil }
        return try row.withUnsafeData(atIndex: 0) { $0.map { Array($0) } }
      }
    } catch {
      throw StateError(file, error)
    }
  }

  /// A result to keep: its key, what the key stands for, and its bytes.
  public struct Result: Sendable {
    public var key: String
    public var origin: String
    public var components: [String]
    public var value: [UInt8]

    public init(key: String, origin: String, components: [String], value: [UInt8]) {
      self.key = key
      self.origin = origin
      self.components = components
      self.value = value
    }
  }

  /// Keeps results, and notes which others the run `number` has used.
  public func keep(
    _ results: [Result], used keys: [String], by number: Int64
  ) throws(StateError) {
    try write { database in
      let insert = try database.makeStatement(
        sql: """
          INSERT OR REPLACE INTO results (key, origin, components, bytes, used)
          VALUES (?, ?, ?, ?, ?)
          """)
      let fill = try database.makeStatement(sql: "INSERT INTO contents (id, value) VALUES (?, ?)")
      for result in results {
        try insert.execute(arguments: [
          result.key, result.origin, result.components.joined(separator: "\n"),
          result.value.count, number,
        ])
        try fill.execute(arguments: [database.lastInsertedRowID, result.value.databaseBytes])
      }
      let touch = try database.makeStatement(sql: "UPDATE results SET used = ? WHERE key = ?")
      for key in keys { try touch.execute(arguments: [number, key]) }
    }
  }

  public func remove(_ key: String) throws(StateError) {
    try write { try $0.execute(sql: "DELETE FROM results WHERE key = ?", arguments: [key]) }
  }

  /// Removes the results that were used longest ago, until at most `limit` bytes are left.
  public func prune(to limit: Int) throws(StateError) {
    try write { database in
      let total =
        try Int.fetchOne(database, sql: "SELECT coalesce(sum(bytes), 0) FROM results") ?? 0
      guard total > limit else { return }
      var excess = total - limit
      let rows = try Row.fetchAll(
        database, sql: "SELECT key, bytes FROM results ORDER BY used, key")
      for row in rows where excess > 0 {
        let key: String = row[0]
        let size: Int = row[1]
        try database.execute(sql: "DELETE FROM results WHERE key = ?", arguments: [key])
        excess -= size
      }
    }
  }

  /// The keys that are there, of those given.
  public func present(_ keys: [String]) throws(StateError) -> Set<String> {
    try read { database in
      let find = try database.makeStatement(sql: "SELECT 1 FROM results WHERE key = ?")
      return try Set(keys.filter { try Int.fetchOne(find, arguments: [$0]) != nil })
    }
  }

  /// The entries of an origin, the one used last first.
  public func entries(of origin: String) throws(StateError) -> [Entry] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT key, origin, components, bytes FROM results WHERE origin = ?
          ORDER BY used DESC, key
          """, arguments: [origin]
      ).map { row in
        let components: String = row[2]
        return Entry(
          key: row[0], origin: row[1],
          components: components.split(separator: "\n").map(String.init), bytes: row[3])
      }
    }
  }

  /// The number of results and their bytes.
  public func size() throws(StateError) -> (results: Int, bytes: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT count(*), coalesce(sum(bytes), 0) FROM results")
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }

  /// Removes everything.
  public func clear() throws(StateError) {
    try write { database in
      try database.execute(sql: "DELETE FROM results; DELETE FROM files")
    }
    do { try queue.vacuum() } catch { throw StateError(file, error) }
  }

  // MARK: - Hashes of files

  /// The states and hashes of all files that are known, by absolute path.
  public func files() throws(StateError) -> [String: (state: FileState, sha256: String)] {
    try read { database in
      var files: [String: (state: FileState, sha256: String)] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM files")
      while let row = try rows.next() {
        let state = FileState(size: row[1], modified: row[2], changed: row[3], node: row[4])
        files[row[0]] = (state, row[5])
      }
      return files
    }
  }

  /// Notes the hashes of files.
  public func note(
    _ files: [(path: String, state: FileState, sha256: String)]
  ) throws(StateError) {
    guard !files.isEmpty else { return }
    try write { database in
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)")
      for file in files {
        try insert.execute(arguments: [
          file.path, file.state.size, file.state.modified, file.state.changed, file.state.node,
          file.sha256,
        ])
      }
    }
  }
}
