/// A pattern over paths: `*` and `?` match within a name, `**` any number of folders. A name that
/// starts with a full stop is matched only by a pattern that starts with one. Links to folders are
/// not followed, and links to files only where they lead to a file in the pattern's folder.
struct FilePattern {
  /// The folder before the first part with a wildcard: the search never leaves it.
  let folder: String
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    let names = Path.clean(pattern).split(separator: "/").map(String.init)
    let literal = names.prefix { !$0.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F }) }
    let isLiteral = literal.count == names.count
    let kept = isLiteral ? literal.dropLast() : literal
    let root = pattern.hasPrefix("/") ? "/" : ""
    folder = root + kept.joined(separator: "/")
    let parts = names.dropFirst(kept.count).map { Array($0.utf8) }
    // A pattern that ends in `**` means all files there.
    self.parts = parts.last == Array("**".utf8) ? parts + [Array("*".utf8)] : parts
  }

  /// The files that match, as paths that start with `folder`, sorted by their bytes.
  func files(from base: String) throws(DiskError) -> [String] {
    let root = Path.join(base, folder.isEmpty ? "." : folder)
    var found: [String] = []
    var open: [(folder: String, part: Int)] = [("", 0)]
    while let (relative, part) = open.popLast() {
      guard part < parts.count else { continue }
      let isLast = part == parts.count - 1
      let isAnyDepth = parts[part] == Array("**".utf8)
      if isAnyDepth { open.append((relative, part + 1)) }
      for entry in try Disk.entries(in: relative.isEmpty ? root : "\(root)/\(relative)") {
        let name = entry.name
        let path = relative.isEmpty ? name : "\(relative)/\(name)"
        let isFolder = entry.kind == .folder
        if isAnyDepth {
          if isFolder, !name.hasPrefix(".") { open.append((path, part)) }
          continue
        }
        guard matches(Array(name.utf8), parts[part]) else { continue }
        if isFolder {
          open.append((path, part + 1))
        } else if isLast, entry.kind != .link || leadsToAFile("\(root)/\(path)", in: root) {
          found.append(path)
        }
      }
    }
    return Array(Set(found)).sorted { $0.precedes($1) }
      .map { folder.isEmpty ? $0 : Path.join(folder, $0) }
  }

  /// Whether a link leads to no folder and to nothing outside of one. A link that leads nowhere
  /// stays: whoever reads it says so.
  private func leadsToAFile(_ link: String, in root: String) -> Bool {
    guard !Disk.isFolder(link) else { return false }
    guard let real = Disk.realPath(link) else { return true }
    return real.hasPrefix("\(Disk.realPath(root) ?? root)/")
  }

  /// Wildcards by the greedy method: linear but for one step back to the last `*`.
  private func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    if name.first == 0x2E, pattern.first != 0x2E { return false }
    var (at, with) = (0, 0)
    var star: (at: Int, with: Int)?
    while at < name.count {
      if with < pattern.count, pattern[with] == 0x2A {
        star = (at, with)
        with += 1
      } else if with < pattern.count, pattern[with] == 0x3F || pattern[with] == name[at] {
        (at, with) = (at + 1, with + 1)
      } else if let back = star {
        star = (back.at + 1, back.with)
        (at, with) = (back.at + 1, back.with + 1)
      } else {
        return false
      }
    }
    return pattern[with...].allSatisfy { $0 == 0x2A }
  }
}
