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
}
