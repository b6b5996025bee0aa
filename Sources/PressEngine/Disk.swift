internal import CPlatform
internal import Glibc
import PressState

/// What the operating system said no to.
public struct DiskError: Error, Hashable, CustomStringConvertible {
  /// What was tried, in a lower-case sentence that names the path.
  public var reason: String
  /// Whether something was to be written.
  public var isWriting: Bool

  public var description: String { reason }

  init(_ action: String, _ path: String, isWriting: Bool = false) {
    reason = "cannot \(action) '\(path)': \(String(cString: strerror(errno)))"
    self.isWriting = isWriting
  }

  init(reason: String, isWriting: Bool) {
    self.reason = reason
    self.isWriting = isWriting
  }
}

/// The engine's door to the file system. Paths are bytes to it: nothing depends on the locale.
public enum Disk {
  /// All bytes of a regular file. `limit`: the largest size that is read.
  public static func read(_ path: String, limit: Int = .max) throws(DiskError) -> [UInt8] {
    // Without waiting: a named pipe opens only when somebody writes to it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw DiskError("read", path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw DiskError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let form = form(status.st_mode)
      throw DiskError(reason: "cannot read '\(path)': it is \(form)", isWriting: false)
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw DiskError(
        reason: "cannot read '\(path)': it has \(size) bytes, more than the \(limit) allowed",
        isWriting: false)
    }
    return try readAll(file, path, expected: size, limit: limit)
  }

  /// All bytes of standard input.
  public static func readStandardInput(limit: Int = .max) throws(DiskError) -> [UInt8] {
    try readAll(0, "standard input", expected: 0, limit: limit)
  }

  private static func readAll(
    _ file: Int32, _ path: String, expected: Int, limit: Int
  ) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = max(1 << 16, expected + 1)
    while true {
      var failed = false
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        var got = Glibc.read(file, buffer.baseAddress, buffer.count)
        while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, buffer.count) }
        failed = got < 0
        count = max(0, got)
      }
      if failed { throw DiskError("read", path) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes.append(contentsOf: part) }
      guard bytes.count <= limit else {
        throw DiskError(
          reason: "cannot read '\(path)': it has more than \(limit) bytes", isWriting: false)
      }
      chunk = 1 << 16
    }
  }

  /// Makes a file that does not exist, and the folders above it.
  public static func create(_ path: String, _ text: String) throws(DiskError) {
    try makeFolder(Path.parent(of: path))
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file in the place of the one that may be there, in one step.
  public static func replace(_ path: String, _ text: String) throws(DiskError) {
    // The same number may have been a process's that was cut off: in a container it always is.
    let draft = "\(path).new-\(processNumber)"
    try remove(file: draft)
    do {
      try create(draft, text)
      try rename(draft, to: path)
    } catch {
      try? remove(file: draft)
      throw error
    }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(DiskError) {
    guard !isFolder(path) else { return }
    let parent = Path.parent(of: path)
    if parent != path, !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw DiskError("make the folder", path, isWriting: true)
    }
  }

  /// What tells whether a file has been written since; nil for one that is not there.
  static func state(of path: String) -> ResultCache.FileState? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    func nanoseconds(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
    return ResultCache.FileState(
      size: Int64(status.st_size), modified: nanoseconds(status.st_mtim),
      changed: nanoseconds(status.st_ctim), node: Int64(bitPattern: UInt64(status.st_ino)))
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// A new folder that only this process knows.
  static func temporaryFolder() throws(DiskError) -> String {
    var template = Array("/tmp/presswork-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw DiskError("make the folder", "/tmp/presswork-XXXXXX", isWriting: true)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func rename(_ path: String, to other: String) throws(DiskError) {
    guard Glibc.rename(path, other) == 0 else {
      throw DiskError("rename", path, isWriting: true)
    }
  }

  /// Exchanges two paths in one step; false where the file system cannot.
  static func exchange(_ path: String, _ other: String) throws(DiskError) -> Bool {
    if press_exchange(path, other) == 0 { return true }
    if errno == EINVAL || errno == ENOSYS || errno == ENOTSUP { return false }
    throw DiskError("replace", other, isWriting: true)
  }

  /// Points a symbolic link at a target in one step, whether or not it was there.
  static func link(_ path: String, to target: String) throws(DiskError) {
    let draft = "\(path).new-\(getpid())"
    unlink(draft)
    guard symlink(target, draft) == 0 else { throw DiskError("make", draft, isWriting: true) }
    try rename(draft, to: path)
  }

  /// What a folder can do, tried out in it; it is made where it is missing.
  public static func probe(_ path: String) throws(DiskError) -> (free: Int, exchanges: Bool) {
    try makeFolder(path)
    let (one, two) = ("\(path)/.probe-\(processNumber)-1", "\(path)/.probe-\(processNumber)-2")
    for folder in [one, two] {
      try remove(folder: folder)
      try makeFolder(folder)
    }
    let exchanges = try exchange(one, two)
    for folder in [one, two] { try remove(folder: folder) }
    try synchronize(folder: path)
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw DiskError("look at", path) }
    let (free, overflows) = Int(status.f_bavail).multipliedReportingOverflow(
      by: Int(status.f_frsize))
    return (overflows ? .max : free, exchanges)
  }

  /// A path without links; nil for one that leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Removes a file; one that is not there is no error.
  static func remove(file path: String) throws(DiskError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw DiskError("remove", path, isWriting: true)
    }
  }

  /// Whether a process of this number runs.
  static func isRunning(_ process: Int) -> Bool {
    guard let number = Int32(exactly: process), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// A number that no other running process has.
  static var processNumber: Int { Int(getpid()) }

  public static var workingFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
