import PressStage

/// The last body of each address that can be asked for again with a condition (RFC 9110, 13).
struct WebStore {
  /// A body and what its server said of it.
  struct Entry {
    var etag: String?
    var modified: String?
    var contentType: String?
    var body: [UInt8]
  }

  private static let opening = "presswork web 1"
  private let folder: String

  /// `folder`: made where it is missing.
  init(folder: String) {
    self.folder = folder
  }

  /// Nil for an address that is not known; damage counts as that.
  func entry(of url: String) -> Entry? {
    guard let bytes = try? Disk.read(path(of: url), limit: 1 << 28) else { return nil }
    var lines: [String] = []
    var offset = 0
    while lines.count < 6, let end = bytes[offset...].firstIndex(of: 0x0A) {
      lines.append(String(decoding: bytes[offset..<end], as: UTF8.self))
      offset = end + 1
    }
    let body = Array(bytes[offset...])
    guard lines.count == 6, lines[0] == Self.opening, lines[1] == url, lines[2] == sha256(body)
    else { return nil }
    func value(_ line: String) -> String? { line.isEmpty ? nil : line }
    return Entry(
      etag: value(lines[3]), modified: value(lines[4]), contentType: value(lines[5]), body: body)
  }

  /// A failure costs time in the next run and nothing else.
  func keep(_ entry: Entry, of url: String) {
    let lines = [
      Self.opening, url, sha256(entry.body), entry.etag ?? "", entry.modified ?? "",
      entry.contentType ?? "",
    ]
    guard !lines.contains(where: { $0.contains("\n") }) else { return }
    let path = path(of: url)
    let draft = "\(path).new-\(Disk.processNumber)"
    do {
      try Disk.makeFolder(folder)
      try Disk.remove(file: draft)
      try Disk.write(Array((lines.joined(separator: "\n") + "\n").utf8) + entry.body, to: draft)
      try Disk.rename(draft, to: path)
    } catch {
      try? Disk.remove(file: draft)
    }
  }

  private func path(of url: String) -> String { Path.join(folder, sha256(Array(url.utf8))) }
}
