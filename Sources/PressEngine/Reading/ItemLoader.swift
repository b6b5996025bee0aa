public import PressStage
import PressState

/// Brings the bytes of raw items and turns them into documents, in parallel and in order.
public struct ItemLoader: Sendable {
  /// The largest item that is read, in bytes.
  public static let sizeLimit = 1 << 28

  private let intake: Intake
  private let base: String
  private let width: Int
  private let explains: Bool
  private let cache: DocumentCache?

  /// - Parameters:
  ///   - base: the folder that relative paths of items start from.
  ///   - width: how many documents are worked on at once.
  ///   - explains: say what became of each block of the source, too.
  public init(intake: Intake, base: String = "", width: Int, explains: Bool = false) {
    self.intake = intake
    self.base = base
    self.width = max(1, width)
    self.explains = explains
    cache = nil
  }

  /// For a run, which may know what became of some bytes before.
  init(intake: Intake, base: String, width: Int, cache: DocumentCache?) {
    self.intake = intake
    self.base = base
    self.width = max(1, width)
    self.cache = cache
    explains = false
  }

  /// An item with the path that its document will name.
  public struct Named: Sendable {
    public var item: RawItem
    public var path: String?

    public init(_ item: RawItem, path: String?) {
      self.item = item
      self.path = path
    }

    /// What names the item to a person.
    var origin: String { item.url ?? path ?? item.origin }
  }

  /// An item that was tried: its bytes where they could be had, and what became of it.
  public struct Loaded: Sendable {
    public var named: Named
    public var bytes: [UInt8]
    public var outcome: Intake.Outcome
    /// What became of each block of the source; empty where nobody asked.
    public var decisions: [BlockDecision] = []
    /// What the cache had to say, where there is one.
    var remembered = Remembered.nothing
  }

  enum Remembered: Sendable {
    case nothing
    /// The document was there, under this key.
    case hit(String)
    /// It was not; this is to be kept.
    case made(ResultCache.Result)
    /// What was there could not be read, and this is to be kept in its place.
    case corrupt(ResultCache.Result?)
    case failed(String)
  }

  /// Hands every item on in the order given.
  public nonisolated(nonsending) func load(
    _ items: [Named], receive: (Loaded) async throws -> Void
  ) async throws {
    try await orderedMap(items, width: width) {
      load($0)
    } receive: {
      try await receive($0)
    }
  }

  private func load(_ named: Named) -> Loaded {
    let bytes: [UInt8]
    switch named.item.content {
    case .bytes(let given):
      bytes = given
    case .failed(let reason, let given):
      let failure = ItemFailure(stage: ItemFailure.sources, reason: reason)
      return Loaded(named: named, bytes: given, outcome: .quarantined(failure))
    case .file(let path):
      do {
        bytes = try Disk.read(Path.join(base, path), limit: Self.sizeLimit)
      } catch {
        let failure = ItemFailure(stage: ItemFailure.sources, reason: error.reason)
        return Loaded(named: named, bytes: [], outcome: .quarantined(failure))
      }
    }
    let raw = RawBytes(
      bytes, mediaType: named.item.mediaType, path: named.path, url: named.item.url,
      charset: named.item.charset)
    guard explains else { return take(raw, named) }
    let (outcome, decisions) = intake.explain(raw)
    return Loaded(named: named, bytes: bytes, outcome: outcome, decisions: decisions)
  }

  private func take(_ raw: RawBytes, _ named: Named) -> Loaded {
    guard let cache else {
      return Loaded(named: named, bytes: raw.bytes, outcome: intake.take(raw))
    }
    let key = cache.key(
      path: raw.path, url: raw.url, mediaType: raw.mediaType, charset: raw.charset,
      sha256: sha256(raw.bytes))
    var isCorrupt = false
    do throws(StateError) {
      switch try cache.look(key) {
      case .hit(let document):
        return Loaded(
          named: named, bytes: raw.bytes, outcome: .document(document), remembered: .hit(key.text))
      case .miss: break
      case .corrupt: isCorrupt = true
      }
    } catch {
      let outcome = intake.take(raw)
      return Loaded(
        named: named, bytes: raw.bytes, outcome: outcome, remembered: .failed("\(error)"))
    }
    var loaded = Loaded(named: named, bytes: raw.bytes, outcome: intake.take(raw))
    if case .document(let document) = loaded.outcome {
      let result = cache.result(document, key)
      if isCorrupt {
        loaded.remembered = .corrupt(result)
      } else if let result {
        loaded.remembered = .made(result)
      }
    }
    return loaded
  }
}
