import Foundation
import FuzzTargets

@_extern(c, "LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// libFuzzer over one target, which the environment names in FUZZ_READER.
///
///     FUZZ_READER=html presswork-fuzz -max_total_time=60 CORPUS    the fuzzer, with its own options
///     presswork-fuzz                                               the names of the targets
///     FUZZ_READER=html presswork-fuzz --write FOLDER               seeds and dictionary
@main struct FuzzProgram {
  nonisolated(unsafe) static var target = FuzzTarget.all[0]

  static func main() throws {
    guard let name = ProcessInfo.processInfo.environment["FUZZ_READER"] else {
      for target in FuzzTarget.all { print(target) }
      return
    }
    guard let known = FuzzTarget.all.first(where: { $0.name == name }) else {
      print("no reader is named '\(name)'")
      exit(64)
    }
    target = known
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--write" {
      try write(to: URL(filePath: arguments[2], directoryHint: .isDirectory))
      return
    }
    var count = CommandLine.argc
    var pointers = CommandLine.unsafeArgv
    exit(
      runFuzzer(&count, &pointers) { start, count in
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        if let fault = FuzzProgram.target.fault(in: bytes) { fatalError(fault) }
        return 0
      })
  }

  private static func write(to folder: URL) throws {
    let seeds = folder.appending(path: "seeds")
    try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
    for (index, seed) in target.seeds.enumerated() {
      try Data(seed).write(to: seeds.appending(path: "seed-\(index)"))
    }
    var lines = ""
    for word in FuzzWords.words(for: target) {
      let escaped = word.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
      }
      lines += "\"\(escaped.joined())\"\n"
    }
    try Data(lines.utf8).write(to: folder.appending(path: "dictionary"))
  }
}
