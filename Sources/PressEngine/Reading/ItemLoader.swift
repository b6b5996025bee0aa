public import PressStage

/// Brings the bytes of raw items and turns them into documents, in parallel and in order.
public struct ItemLoader: Sendable {
  /// The largest item that is read, in bytes.
  public static let sizeLimit = 1 << 28

  private let intake: Intake
  private let base: String
  private let width: Int
  private let explains: Bool

  /// - Parameters:
  ///   - base: the folder that relative paths of items start from.
  ///   - width: how many documents are worked on at once.
  ///   - explains: say what became of each block of the source, too.
  public init(intake: Intake, base: String = "", width: Int, explains: Bool = false) {
    self.intake = intake
    self.base = base
    self.width = max(1, width)
    self.explains = explains
  }

  /// An item with the path that its document will name.
  public struct Named: Sendable {
    public var item: RawItem
    public var path: String?

    public init(_ item: RawItem, path: String?) {
      self.item = item
      self.path = path
    }
  }

  /// An item that was tried: its bytes where they could be had, and what became of it.
  public struct Loaded: Sendable {
    public var named: Named
    public var bytes: [UInt8]
    public var outcome: Intake.Outcome
    /// What became of each block of the source; empty where nobody asked.
    public var decisions: [BlockDecision] = []
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
    case .file(let path):
      do {
        bytes = try Disk.read(Path.join(base, path), limit: Self.sizeLimit)
      } catch {
        let failure = ItemFailure(stage: ItemFailure.sources, reason: error.reason)
        return Loaded(named: named, bytes: [], outcome: .quarantined(failure))
      }
    }
    let raw = RawBytes(
      bytes, mediaType: named.item.mediaType, path: named.path, url: named.item.url)
    guard explains else { return Loaded(named: named, bytes: bytes, outcome: intake.take(raw)) }
    let (outcome, decisions) = intake.explain(raw)
    return Loaded(named: named, bytes: bytes, outcome: outcome, decisions: decisions)
  }
}
