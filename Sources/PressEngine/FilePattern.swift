/// A pattern over paths: `*` and `?` match within a name, `**` any number of folders. A name that
/// starts with a full stop is matched only by a pattern that starts with one. Links to folders are
/// not followed, and links to files only where they lead to a file in the pattern's folder. Named
/// pipes, sockets and devices are no files: whoever opens them waits.
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

  /// Told of what matches but for its kind or the full stop before its name: why it is no file of
  /// the pattern, in the plural, and where it is.
  typealias LeaveOut = (_ reason: String, _ path: String) -> Void

  /// The files that match, as paths that start with `folder`, sorted by their bytes.
  func files(
    from base: String, leaveOut: LeaveOut = { _, _ in }
  ) throws(DiskError) -> [String] {
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
        let whole = "\(root)/\(path)"
        if isAnyDepth {
          if entry.kind == .link, Disk.isFolder(whole) { leaveOut(Self.folderLinks, whole) }
          if isFolder, name.hasPrefix(".") { leaveOut(Self.hiddenFolders, whole) }
          if isFolder, !name.hasPrefix(".") { open.append((path, part)) }
          continue
        }
        guard matches(Array(name.utf8), parts[part]) else { continue }
        if name.utf8.first == 0x2E, parts[part].first != 0x2E {
          if isFolder ? !isLast : isLast {
            leaveOut(isFolder ? Self.hiddenFolders : Self.hiddenFiles, whole)
          }
        } else if isFolder {
          open.append((path, part + 1))
        } else if let reason = entry.kind == .link
          ? fault(ofLink: whole, in: root) : entry.kind == .other ? Self.special : nil
        {
          if isLast || entry.kind == .link { leaveOut(reason, whole) }
        } else if isLast {
          found.append(path)
        }
      }
    }
    return Array(Set(found)).sorted { $0.precedes($1) }
      .map { folder.isEmpty ? $0 : Path.join(folder, $0) }
  }

  private static let hiddenFiles = "files whose name starts with a full stop"
  private static let hiddenFolders = "folders whose name starts with a full stop"
  private static let folderLinks = "links to folders"
  private static let special = "named pipes, sockets and devices"

  /// Why a link is not followed. One that leads nowhere stays: whoever reads it says so.
  private func fault(ofLink link: String, in root: String) -> String? {
    switch Disk.target(of: link) {
    case .folder: return Self.folderLinks
    case .other: return Self.special
    default: break
    }
    guard let real = Disk.realPath(link) else { return nil }
    let isInside = real.hasPrefix("\(Disk.realPath(root) ?? root)/")
    return isInside ? nil : "links that lead out of their folder"
  }

  /// Wildcards by the greedy method: linear but for one step back to the last `*`.
  private func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
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
