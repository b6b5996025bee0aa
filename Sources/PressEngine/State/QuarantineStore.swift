/// The bytes of the items that failed, by their hash.
public struct QuarantineStore: Sendable {
  private let folder: String

  /// `folder`: of the project's state.
  public init(folder: String) {
    self.folder = Path.join(folder, "quarantine")
  }

  public func bytes(_ hash: String) throws(DiskError) -> [UInt8] {
    try Disk.read(Path.join(folder, hash))
  }

  func prepare() throws(DiskError) { try Disk.makeFolder(folder) }

  /// Keeps bytes that may be there already.
  func keep(_ bytes: [UInt8], _ hash: String) throws(DiskError) {
    let path = Path.join(folder, hash)
    guard !Disk.exists(path) else { return }
    let draft = "\(path).new-\(Disk.processNumber)"
    try Disk.remove(file: draft)
    try Disk.write(bytes, to: draft)
    try Disk.rename(draft, to: path)
  }

  /// Lets go of the bytes of what has left the quarantine. `named`: the hashes that the ledger names.
  /// A run beside this one may have kept bytes that no ledger names yet, so what is younger than a
  /// day stays.
  func prune(keeping named: Set<String>) throws(DiskError) {
    let day: Int64 = 86_400_000_000_000
    for name in try Disk.names(in: folder) where !named.contains(name) {
      let path = Path.join(folder, name)
      guard let state = Disk.state(of: path), Instant.nanoseconds - state.modified > day else {
        continue
      }
      try Disk.remove(file: path)
    }
  }
}
