import PressModel
import PressPipeline
import PressState

/// The project's memory as one run of a pipeline uses it: the lock, the ledger, the cache of results
/// and the quarantine. All of it lies in one folder.
final class RunState: Sendable {
  let folder: String
  let ledger: Ledger
  let quarantine: QuarantineStore
  /// Nil where it cannot be used; the run is slower then and nothing else.
  let cache: ResultCache?
  /// What the operator should know and what stops nothing.
  let warnings: [String]
  private let lock: RunLock

  /// Throws `RunFailure` where another run of the pipeline is under way, or the folder or the
  /// ledger in it cannot be used.
  init(folder: String, pipeline: String) throws(RunFailure) {
    self.folder = folder
    quarantine = QuarantineStore(folder: folder)
    do {
      try Disk.makeFolder(Path.join(folder, "locks"))
      try quarantine.prepare()
      lock = try RunLock(Path.join(folder, "locks/\(pipeline).lock"))
      ledger = try Ledger(folder: folder)
    } catch let taken as RunLock.Taken {
      throw .locked(process: taken.process)
    } catch let error as DiskError {
      throw .state(error.reason)
    } catch {
      throw .state("\(error)")
    }
    (cache, warnings) = Self.openCache(folder)
  }

  /// A cache that cannot be opened is started anew: nothing stands in it alone.
  private static func openCache(_ folder: String) -> (ResultCache?, [String]) {
    do {
      return (try ResultCache(folder: folder), [])
    } catch {
      var warnings = ["\(error); it is started anew"]
      for ending in ["", "-wal", "-shm"] {
        try? Disk.remove(file: Path.join(folder, "cache.sqlite\(ending)"))
      }
      do {
        return (try ResultCache(folder: folder), warnings)
      } catch {
        warnings.append("\(error); the run goes on without it")
        return (nil, warnings)
      }
    }
  }

  // MARK: - After a crash

  /// Settles what runs that were cut off have left: a pack that had reached its place counts, any
  /// other counts for nothing and its drafts go.
  func recover(_ pipeline: String, linksLatest: Bool) throws {
    for run in try ledger.openRuns(of: pipeline) {
      try Publisher(target: run.target, linksLatest: linksLatest).clearDrafts()
      if run.outcome == .publishing, let sums = run.sums, sums == Self.sums(of: run.target) {
        if linksLatest { try Publisher.linkLatest(to: run.target) }
        try ledger.end(run.id, .published, at: Clock.now().asOf)
      } else {
        try ledger.end(
          run.id, .interrupted, reason: "the process ended before the run did",
          at: Clock.now().asOf)
      }
    }
  }

  /// The hash of a pack's list of checksums; nil where there is no pack.
  static func sums(of target: String) -> String? {
    (try? Disk.read(Path.join(target, Checksums.file))).map { sha256($0) }
  }
}
