import PressStage

/// Removes the oldest packs of a pipeline beside its newest one.
struct Retention {
  let pipeline: String
  /// How many packs stay, the newest counted; at least 1.
  let keep: Int

  /// Packs are told by their checksums and by the pipeline that their `pack.json` names; folders are
  /// in the order of their names, so dates order them. A folder with anything else in it stays.
  func prune(beside target: String) throws(DiskError) {
    let parent = Path.parent(of: target)
    var packs: [String] = []
    for name in try Disk.names(in: parent) where !name.hasPrefix(".") {
      let folder = Path.join(parent, name)
      if folder != target, try isPack(folder) { packs.append(folder) }
    }
    for folder in packs.dropLast(max(0, keep - 1)) { try Disk.remove(folder: folder) }
  }

  private func isPack(_ folder: String) throws(DiskError) -> Bool {
    let list = Path.join(folder, Checksums.file)
    let file = Path.join(folder, "pack.json")
    guard Disk.isRealFolder(folder), Disk.exists(list), Disk.exists(file),
      let sums = Checksums(parsing: try Disk.read(list))
    else { return false }
    let files = try Disk.files(below: folder)
    guard files.allSatisfy({ $0 == Checksums.file || sums.hashes[$0] != nil }) else { return false }
    let pack = try? JSONValue(parsing: try Disk.read(file))
    return pack?["pipeline"]?.string == pipeline
  }
}
