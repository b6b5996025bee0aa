import PressState

/// The hashes of files, remembered as long as the files' states are the same.
struct FileHashes: Sendable {
  private let cache: ResultCache?
  private let known: [String: (state: ResultCache.FileState, sha256: String)]
  private var fresh: [(path: String, state: ResultCache.FileState, sha256: String)] = []

  init(_ cache: ResultCache?) {
    self.cache = cache
    known = (try? cache?.files()) ?? [:]
  }

  /// The hash of a file's bytes; nil where it cannot be read. `path`: absolute.
  mutating func hash(of path: String, limit: Int) -> String? {
    Disk.state(of: path).flatMap { hash(of: path, in: $0, limit: limit) }
  }

  /// The same for a file whose state was asked for a moment ago.
  mutating func hash(of path: String, in state: ResultCache.FileState, limit: Int) -> String? {
    if let (old, hash) = known[path], old == state { return hash }
    guard let bytes = try? Disk.read(path, limit: limit) else { return nil }
    let hash = sha256(bytes)
    // A file that was written a moment ago may be written again without its times showing it.
    let age = Instant.nanoseconds - max(state.modified, state.changed)
    if age > 2_000_000_000, Disk.state(of: path) == state { fresh.append((path, state, hash)) }
    return hash
  }

  /// Remembers what was read. A failure costs time in the next run and nothing else.
  mutating func keep() {
    try? cache?.note(fresh)
    fresh = []
  }
}
