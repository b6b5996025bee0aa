import ArgumentParser

/// The exit codes of the program; 64 to 78 as in sysexits(3).
enum ExitStatus: Int32, Error {
  /// Lint errors, failed tests, a difference, a pack that does not verify.
  case findings = 1
  /// Nothing was published; the last good pack is untouched.
  case notPublished = 4
  /// A batch: some pipelines failed.
  case batch = 5
  case usage = 64
  case badData = 65
  case noInput = 66
  case bug = 70
  case cannotWrite = 73
  case inputOutput = 74
  /// Another run is under way: try again later.
  case locked = 75
  case configuration = 78

  var code: ExitCode { ExitCode(rawValue) }
}
