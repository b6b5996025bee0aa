/// The files of a published pack.
enum PackFiles {
  /// Whether every file that a pack's list names is there; their bytes are for `verify`.
  static func arePresent(in folder: String) -> Bool {
    guard let list = try? Disk.read(Path.join(folder, Checksums.file)),
      let sums = Checksums(parsing: list)
    else { return false }
    return sums.hashes.keys.allSatisfy { Disk.exists(Path.join(folder, $0)) }
  }
}
