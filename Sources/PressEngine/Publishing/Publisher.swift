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

  /// The files, with the list of their checksums beside them.
  public func publish(
    _ files: [String: [UInt8]], check: (_ folder: String) throws(Refusal) -> Void
  ) throws(Refusal) {
    try publish(files, Checksums(of: files), check: check)
  }

  /// `check` is given the folder with the files before it is published and throws to stop it.
  func publish(
    _ files: [String: [UInt8]], _ sums: Checksums, check: (_ folder: String) throws(Refusal) -> Void
  ) throws(Refusal) {
    do {
      try refuseForeignFiles()
      let parent = Path.parent(of: target)
      try Disk.makeFolder(parent)
      let draft = "\(parent)/.\(Path.name(of: target)).new-\(Disk.processNumber)"
      try Disk.remove(folder: draft)
      do {
        try write(files, sums, into: draft)
        try check(draft)
        try move(draft)
      } catch {
        try? Disk.remove(folder: draft)
        throw error
      }
      try Disk.synchronize(folder: parent)
      if linksLatest { try Self.linkLatest(to: target) }
    } catch let error as DiskError {
      throw Refusal(description: error.reason, isDiskError: true)
    } catch let error as Refusal {
      throw error
    } catch {
      throw Refusal(description: "\(error)", isDiskError: true)
    }
  }

  /// Points `latest` beside a pack at it.
  static func linkLatest(to target: String) throws(DiskError) {
    let parent = Path.parent(of: target)
    try Disk.link("\(parent)/latest", to: Path.name(of: target))
    try Disk.synchronize(folder: parent)
  }

  /// Removes what a run that was cut off has left beside the target, and brings the old pack back
  /// where the new one had not taken its place.
  func clearDrafts() throws(DiskError) {
    let parent = Path.parent(of: target)
    guard Disk.isFolder(parent) else { return }
    let draft = ".\(Path.name(of: target)).new-"
    let link = "latest.new-"
    for name in try Disk.names(in: parent) where name.hasPrefix(draft) || name.hasPrefix(link) {
      let isLink = name.hasPrefix(link)
      let rest = name.dropFirst(isLink ? link.count : draft.count)
      let number = Int(rest.prefix { $0 != "-" })
      guard let number, number == Disk.processNumber || !Disk.isRunning(number) else { continue }
      let path = Path.join(parent, name)
      if isLink {
        try Disk.remove(file: path)
      } else if rest.hasSuffix("-old"), !Disk.exists(target) {
        try Disk.rename(path, to: target)
      } else {
        try Disk.remove(folder: path)
      }
    }
  }

  private func write(
    _ files: [String: [UInt8]], _ sums: Checksums, into folder: String
  ) throws(DiskError) {
    try Disk.makeFolder(folder)
    var folders: Set<String> = [folder]
    var written: [String] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let path = Path.join(folder, name)
      let parent = Path.parent(of: path)
      if folders.insert(parent).inserted { try Disk.makeFolder(parent) }
      if takesOver(name, bytes, as: path) { continue }
      try Disk.write(bytes, to: path, waits: false)
      written.append(path)
    }
    // Thousands of files are on the disk sooner where it is not waited for after each.
    for path in written { try Disk.synchronize(file: path) }
    try Disk.write(Array(sums.text.utf8), to: Path.join(folder, Checksums.file))
    for folder in folders.sorted() { try Disk.synchronize(folder: folder) }
  }

  /// Gives a source that the pack to be replaced has, byte for byte, its name in the new one. The old
  /// one is removed afterwards, so that no file is in two packs.
  private func takesOver(_ name: String, _ bytes: [UInt8], as path: String) -> Bool {
    guard name.hasPrefix("sources/") else { return false }
    let old = Path.join(target, name)
    guard let there = try? Disk.read(old, limit: bytes.count), there == bytes else { return false }
    return Disk.giveName(path, to: old)
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
