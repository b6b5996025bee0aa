internal import Glibc

/// Keeps two runs of one pipeline apart. The lock is the kernel's: it ends with its process, however
/// that ends, so there are no stale ones.
final class RunLock: Sendable {
  /// Another process holds the lock.
  struct Taken: Error {
    /// Its number, where it could be read.
    var process: Int?
  }

  private let file: Int32

  /// `path`: of a file that is made where it is missing and stays.
  init(_ path: String) throws {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw DiskError("write", path, isWriting: true) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let error = DiskError("lock", path, isWriting: true)
      let owner = try? Disk.read(path, limit: 64)
      close(file)
      guard isTaken else { throw error }
      throw Taken(process: owner.flatMap { Int(String(decoding: $0, as: UTF8.self)) })
    }
    // Who holds it, for the message of the other.
    let number = Array(String(Disk.processNumber).utf8)
    guard ftruncate(file, 0) == 0, pwrite(file, number, number.count, 0) == number.count else {
      let error = DiskError("write", path, isWriting: true)
      close(file)
      throw error
    }
  }

  deinit { close(file) }
}
