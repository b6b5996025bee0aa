internal import CPlatform
internal import Glibc

/// What the engine writes, and when it is on the disk.
extension Disk {
  /// Writes a file that does not exist and waits until it is on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    try write(bytes, to: path, waits: true)
  }

  /// Writes a file that does not exist. `waits`: whether until it is on the disk; otherwise the disk
  /// has begun, and `synchronize(file:)` waits.
  static func write(_ bytes: [UInt8], to path: String, waits: Bool) throws(DiskError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw DiskError("write", path, isWriting: true) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let error = DiskError("write", path, isWriting: true)
        close(file)
        throw error
      }
      written += count
    }
    if !waits { press_start_writing(file) }
    guard !waits || fsync(file) == 0 else {
      let error = DiskError("write", path, isWriting: true)
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw DiskError("write", path, isWriting: true) }
  }

  /// Waits until a file's bytes are on the disk.
  static func synchronize(file path: String) throws(DiskError) {
    try synchronize(path, O_RDONLY)
  }

  /// Waits until a folder's entries are on the disk.
  static func synchronize(folder path: String) throws(DiskError) {
    try synchronize(path, O_RDONLY | O_DIRECTORY)
  }

  private static func synchronize(_ path: String, _ mode: Int32) throws(DiskError) {
    let file = open(path, mode | O_CLOEXEC)
    guard file >= 0 else { throw DiskError("open", path, isWriting: true) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw DiskError("write", path, isWriting: true) }
  }

  /// Gives a file a second name; false where the file system cannot.
  static func giveName(_ path: String, to file: String) -> Bool { Glibc.link(file, path) == 0 }
}
