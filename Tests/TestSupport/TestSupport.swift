import Foundation

/// The folder of the package.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder that the build put this test run's programs into.
public let buildFolder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

/// What a program printed and how it ended.
public struct Outcome: Sendable {
  public var status: Int32
  public var output: String
  public var notes: String
}

/// Runs a program to its end.
public func run(
  _ program: URL, _ arguments: [String], in folder: URL = packageRoot,
  environment: [String: String] = [:], input: String? = nil
) throws -> Outcome {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let scratch = try TemporaryFolder()
  let output = scratch.url.appending(path: "output")
  let notes = scratch.url.appending(path: "notes")
  for file in [output, notes] { try Data().write(to: file) }
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: notes)
  if let input {
    let file = scratch.url.appending(path: "input")
    try Data(input.utf8).write(to: file)
    process.standardInput = try FileHandle(forReadingFrom: file)
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
    notes: String(decoding: try Data(contentsOf: notes), as: UTF8.self))
}

/// Runs the `presswork` that was built with the tests.
public func presswork(
  _ arguments: String..., in folder: URL = packageRoot, environment: [String: String] = [:],
  input: String? = nil
) throws -> Outcome {
  try run(
    buildFolder.appending(path: "presswork"), arguments, in: folder, environment: environment,
    input: input)
}

/// A folder that goes with the value.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "presswork-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and the folders above it.
  @discardableResult
  public func write(_ path: String, _ text: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }
}

/// All files below a folder by their path in it.
public func files(below folder: URL) throws -> [String: Data] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
  var files: [String: Data] = [:]
  for name in names {
    let file = folder.appending(path: name)
    let values = try file.resourceValues(forKeys: [.isRegularFileKey])
    if values.isRegularFile == true { files[name] = try Data(contentsOf: file) }
  }
  return files
}

/// Numbers that look random and are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
