internal import Glibc

/// What stands in folders. Links are never followed.
extension Disk {
  /// A name in a folder, and what it names.
  struct Entry {
    enum Kind { case file, folder, link, other }

    var name: String
    var kind: Kind
  }

  /// What is in a folder, sorted by the bytes of the names, without `.` and `..`.
  static func entries(in path: String) throws(DiskError) -> [Entry] {
    guard let folder = opendir(path) else { throw DiskError("read the folder", path) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind: Entry.Kind =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        // Some file systems do not say it here.
        case Int(DT_UNKNOWN): kind(of: "\(path)/\(name)")
        default: .other
        }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.precedes($1.name) }
  }

  /// What a link leads to, or anything that is no link; nil where there is nothing.
  static func target(of path: String) -> Entry.Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// What is no regular file, in words.
  static func form(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  private static func kind(of path: String) -> Entry.Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in path: String) throws(DiskError) -> [String] {
    try entries(in: path).map(\.name)
  }

  /// Every file below a folder, as paths relative to it, sorted by their bytes.
  static func files(below path: String) throws(DiskError) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try entries(in: folder.isEmpty ? path : "\(path)/\(folder)") {
        let relative = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.kind == .folder { folders.append(relative) } else { found.append(relative) }
      }
    }
    return found.sorted { $0.precedes($1) }
  }

  static func isRealFolder(_ path: String) -> Bool { kind(of: path) == .folder }

  /// Removes a folder with all in it; a folder that is not there is no error.
  static func remove(folder path: String) throws(DiskError) {
    guard exists(path) else { return }
    for entry in try entries(in: path) {
      let child = "\(path)/\(entry.name)"
      if entry.kind == .folder {
        try remove(folder: child)
      } else if unlink(child) != 0 {
        throw DiskError("remove", child, isWriting: true)
      }
    }
    guard rmdir(path) == 0 else { throw DiskError("remove", path, isWriting: true) }
  }
}
