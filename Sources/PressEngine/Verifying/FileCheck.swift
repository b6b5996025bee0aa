/// Holds the files of a published pack against its list of checksums.
struct FileCheck {
  typealias Fault = PackVerifier.Fault

  let folder: String
  let jobs: Int
  /// The hashes of files that were read already, and the bytes of others, by their names: what has
  /// been read once is not read again.
  var hashes: [String: String] = [:]
  var bytes: [String: [UInt8]] = [:]

  /// `sums`: nil where the list cannot be read.
  func faults(_ sums: Checksums?) throws(DiskError) -> [Fault] {
    guard let sums else {
      return [Fault(subject: Checksums.file, reason: "it is no list of checksums")]
    }
    let files = sums.hashes.sorted { $0.key.precedes($1.key) }
    let parts = parallelMap(files.count, width: jobs, stretch: 64) { numbers in
      numbers.map { fault(of: files[$0].key, files[$0].value) }
    }
    var faults: [Fault] = []
    for result in parts.joined() {
      if let fault = try result.get() { faults.append(fault) }
    }
    for file in try Disk.files(below: folder)
    where file != Checksums.file && sums.hashes[file] == nil {
      faults.append(Fault(subject: file, reason: "the file is none of the pack's"))
    }
    return faults
  }

  private func fault(of file: String, _ hash: String) -> Result<Fault?, DiskError> {
    let path = Path.join(folder, file)
    do throws(DiskError) {
      let found: String
      if let known = hashes[file] {
        found = known
      } else if let bytes = bytes[file] {
        found = sha256(bytes)
      } else {
        guard Disk.exists(path) else {
          return .success(Fault(subject: file, reason: "the file is missing"))
        }
        found = sha256(try Disk.read(path))
      }
      guard found != hash else { return .success(nil) }
      return .success(Fault(subject: file, reason: "the file has changed since it was published"))
    } catch {
      return .failure(error)
    }
  }
}
