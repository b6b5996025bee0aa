/// Puts a pack where its readers find it, all of it or nothing.
///
/// The files are written into a folder beside the target, brought to the disk, checked, and then
/// exchanged with the target in one step, so that a crash leaves the old pack or the new one.
public struct Publisher: Sendable {
  /// Why nothing was published. The last pack is as it was.
  public struct Refusal: Error, Hashable, CustomStringConvertible {
    public var description: String
    /// Whether the disk said no, as opposed to what was to be written.
    public var isDiskError: Bool
  }

  /// The folder that becomes the pack.
  public let target: String
  /// Makes `latest` beside the target point at it.
  public let linksLatest: Bool

  public init(target: String, linksLatest: Bool = false) {
    self.target = target
    self.linksLatest = linksLatest
  }

  /// `check` is given the folder with the files before it is published and throws to stop it.
  public func publish(
    _ files: [String: [UInt8]], check: (_ folder: String) throws(Refusal) -> Void
  ) throws(Refusal) {
    do {
      try refuseForeignFiles()
      let parent = Path.parent(of: target)
      try Disk.makeFolder(parent)
      let draft = "\(parent)/.\(Path.name(of: target)).new-\(Disk.processNumber)"
      try Disk.remove(folder: draft)
      do {
        try write(files, into: draft)
        try check(draft)
        try move(draft)
      } catch {
        try? Disk.remove(folder: draft)
        throw error
      }
      if linksLatest {
        try Disk.link("\(parent)/latest", to: Path.name(of: target))
      }
      try Disk.synchronize(folder: parent)
    } catch let error as DiskError {
      throw Refusal(description: error.reason, isDiskError: true)
    } catch let error as Refusal {
      throw error
    } catch {
      throw Refusal(description: "\(error)", isDiskError: true)
    }
  }

  private func write(_ files: [String: [UInt8]], into folder: String) throws(DiskError) {
    try Disk.makeFolder(folder)
    var folders: Set<String> = [folder]
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let path = Path.join(folder, name)
      let parent = Path.parent(of: path)
      if folders.insert(parent).inserted { try Disk.makeFolder(parent) }
      try Disk.write(bytes, to: path)
    }
    let sums = Checksums(of: files).text
    try Disk.write(Array(sums.utf8), to: Path.join(folder, Checksums.file))
    for folder in folders.sorted() { try Disk.synchronize(folder: folder) }
  }

  private func move(_ draft: String) throws(DiskError) {
    guard Disk.exists(target) else {
      try Disk.rename(draft, to: target)
      return
    }
    if try Disk.exchange(draft, target) {
      try Disk.remove(folder: draft)
      return
    }
    // A file system that cannot exchange two names: the old pack steps aside for a moment, and
    // comes back where the new one cannot take its place.
    let aside = "\(draft)-old"
    try Disk.rename(target, to: aside)
    do throws(DiskError) {
      try Disk.rename(draft, to: target)
    } catch {
      try Disk.rename(aside, to: target)
      throw error
    }
    try Disk.remove(folder: aside)
  }

  /// A folder is replaced only where every file in it was written by a run before.
  private func refuseForeignFiles() throws(DiskError) {
    guard Disk.exists(target) else { return }
    guard Disk.isRealFolder(target) else {
      throw DiskError(
        reason: "cannot publish to '\(target)': it is not a folder", isWriting: true)
    }
    let present = try Disk.files(below: target)
    guard !present.isEmpty else { return }
    guard present.contains(Checksums.file),
      let sums = Checksums(parsing: try Disk.read(Path.join(target, Checksums.file)))
    else {
      throw DiskError(
        reason: "cannot publish to '\(target)': it holds files and is no pack", isWriting: true)
    }
    let foreign = present.first { $0 != Checksums.file && sums.hashes[$0] == nil }
    if let foreign {
      throw DiskError(
        reason: "cannot publish to '\(target)': '\(foreign)' in it is no file of the pack; move it",
        isWriting: true)
    }
  }
}
