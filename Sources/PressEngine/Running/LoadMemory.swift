import PressState

/// What a run learns for the next one while its items come in: kept in lots, so that a crash loses
/// little and the disk is not asked for each.
struct LoadMemory {
  private static let lot = 128
  /// The most bytes of results that are kept.
  private static let limit = 4 << 30

  private let cache: ResultCache?
  private let run: Int64
  private var results: [ResultCache.Result] = []
  private var used: [String] = []
  private(set) var hits = 0
  private(set) var warnings: [String] = []
  private var hasFailed = false
  private var hasKept = false

  /// `cache`: nil for a run that remembers nothing.
  init(_ cache: ResultCache?, run: Int64) {
    self.cache = cache
    self.run = run
  }

  mutating func note(_ loaded: ItemLoader.Loaded) {
    switch loaded.remembered {
    case .nothing: return
    case .hit(let key):
      hits += 1
      used.append(key)
    case .made(let result):
      results.append(result)
    case .corrupt(let result):
      warnings.append("\(loaded.named.origin): what the cache kept of it is damaged; done anew")
      if let result { results.append(result) }
    case .failed(let reason):
      fail(reason)
    }
    if results.count + used.count >= Self.lot { flush() }
  }

  /// Keeps what is left, and lets go of what has not been used for long.
  mutating func keep() {
    flush()
    guard hasKept, let cache, !hasFailed else { return }
    do { try cache.prune(to: Self.limit) } catch { fail("\(error)") }
  }

  private mutating func flush() {
    guard let cache, !hasFailed, !results.isEmpty || !used.isEmpty else { return }
    do {
      try cache.keep(results, used: used, by: run)
      hasKept = hasKept || !results.isEmpty
    } catch {
      fail("\(error)")
    }
    results = []
    used = []
  }

  private mutating func fail(_ reason: String) {
    guard !hasFailed else { return }
    hasFailed = true
    warnings.append("\(reason); the run goes on without the cache")
  }
}
