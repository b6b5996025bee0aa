import Foundation
import TestSupport

/// The misbehaving server of these tests, on a port of its own; it ends with the value.
final class WebServer: Sendable {
  let port: Int
  private let process: Process
  private let input: Pipe

  /// Whether this machine can run it.
  static let isThere = FileManager.default.isExecutableFile(atPath: python ?? "")

  private static let python: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/python3" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  struct Silent: Error {}

  init() throws {
    let script = packageRoot.appending(
      path: "Tests/PressEngineTests/Outside/misbehaving_server.py")
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: Self.python ?? "")
    process.arguments = [script.path()]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while !line.contains(0x0A) {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Silent() }
      line += part
    }
    guard let port = Int(String(decoding: line, as: UTF8.self).prefix { $0.isNumber }) else {
      throw Silent()
    }
    (self.port, self.process, self.input) = (port, process, input)
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
}
