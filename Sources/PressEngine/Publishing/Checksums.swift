/// The list of a pack's files with their SHA-256, in the form that `sha256sum --check` reads.
struct Checksums {
  static let file = "SHA256SUMS"

  private(set) var hashes: [String: String] = [:]

  /// `jobs`: how many files are looked at once.
  init(of files: [String: [UInt8]], jobs: Int = 1) {
    // The largest first: it takes as long as all others.
    let files = files.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let stretches = parallelMap(files.count, width: jobs) { numbers in
      numbers.map { sha256(files[$0].value) }
    }
    hashes = Dictionary(
      uniqueKeysWithValues: zip(files.map(\.key), stretches.joined()))
  }

  /// Nil for text that is no such list.
  init?(parsing bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let hash = line.prefix(64)
      let rest = line.dropFirst(64)
      guard hash.utf8.count == 64, hash.allSatisfy(\.isHexDigit), rest.hasPrefix("  ") else {
        return nil
      }
      hashes[String(rest.dropFirst(2))] = String(hash)
    }
  }

  var text: String {
    hashes.sorted { $0.key.precedes($1.key) }
      .map { "\($0.value)  \($0.key)\n" }.joined()
  }
}
