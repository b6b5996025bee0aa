import Foundation
import PressStage
import TestSupport
import Testing

@testable import PressEngine

@Suite struct ChildProcessTests {
  private func limits(seconds: Double = 10, output: Int = 1 << 20) -> ChildProcess.Limits {
    ChildProcess.Limits(seconds: seconds, outputBytes: output, memoryBytes: 1 << 28)
  }

  @Test func inputGoesInAndOutputComesOut() throws {
    let input = [UInt8](repeating: 0x61, count: 300_000)
    let result = try ChildProcess.run("cat", [], input: input, limits: limits())
    #expect(result.output == input && result.status == 0)
  }

  @Test func theEnvironmentIsClean() throws {
    let result = try ChildProcess.run("env", [], variables: ["A=b"])
    let names = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
      .map { $0.prefix { $0 != "=" } }.sorted()
    #expect(names == ["A", "LC_ALL", "PATH", "TZ"])
  }

  @Test func argumentsAreNoShellWords() throws {
    let result = try ChildProcess.run("printf", ["%s", "$HOME; `id` *"])
    #expect(result.output == Array("$HOME; `id` *".utf8))
  }

  @Test func errorsAndTheCodeAreKept() throws {
    let result = try ChildProcess.run("sh", ["-c", "echo no >&2; exit 7"])
    #expect(result.status == 7 && result.errors == "no\n")
    #expect(try ChildProcess.run("sh", ["-c", "kill -9 $$"]).status == -9)
  }

  @Test func aProgramEndsAfterItsStreams() throws {
    let silent = "exec 1>&- 2>&-; sleep"
    let result = try ChildProcess.run("sh", ["-c", "\(silent) 0.2; exit 3"], limits: limits())
    #expect(result.status == 3)
    #expect(throws: ChildProcess.Failure.timeOut("sh", seconds: 1)) {
      try ChildProcess.run("sh", ["-c", "\(silent) 60"], limits: limits(seconds: 1))
    }
  }

  @Test func aProgramThatHangsIsStoppedWithItsChildren() throws {
    let start = ContinuousClock.now
    #expect(throws: ChildProcess.Failure.timeOut("sh", seconds: 1)) {
      try ChildProcess.run("sh", ["-c", "sleep 60 & sleep 60"], limits: limits(seconds: 1))
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func anEndlessOutputIsStopped() throws {
    #expect(throws: ChildProcess.Failure.tooMuchOutput("yes", bytes: 100_000)) {
      try ChildProcess.run("yes", [], limits: limits(output: 100_000))
    }
  }

  @Test func memoryIsBounded() throws {
    let result = try ChildProcess.run(
      "sh", ["-c", "head -c 600000000 /dev/zero | tail -n 1 | wc -c"], limits: limits())
    #expect(String(decoding: result.output, as: UTF8.self) != "600000000\n")
  }

  @Test func aMissingProgramIsNamed() {
    let error = #expect(throws: ChildProcess.Failure.self) {
      try ChildProcess.run("no-such-program", [])
    }
    #expect(error?.description == "the program 'no-such-program' is not installed")
  }
}

@Suite struct InflaterTests {
  /// "Open." three times over, as gzip -n writes it, twice.
  private static func gzip(_ text: String) throws -> [UInt8] {
    try ChildProcess.run("gzip", ["-nc"], input: Array(text.utf8)).output
  }

  @Test func oneMemberAtATime() throws {
    let (first, second) = (try Self.gzip("Open."), try Self.gzip("Closed."))
    let one = try Inflater.inflate(first + second, from: 0, limit: 100)
    #expect(one.bytes == Array("Open.".utf8) && one.end == first.count)
    let two = try Inflater.inflate(first + second, from: one.end, limit: 100)
    #expect(two.bytes == Array("Closed.".utf8) && two.end == first.count + second.count)
  }

  @Test func whatGrowsTooLargeIsRefused() throws {
    let bomb = try Self.gzip(String(repeating: "0", count: 5_000_000))
    #expect(bomb.count < 10_000)
    #expect(throws: StageError("it decompresses to more than the 1000000 bytes allowed")) {
      try Inflater.inflate(bomb, from: 0, limit: 1_000_000)
    }
  }

  @Test func whatIsCutOffOrDamagedIsRefused() throws {
    let whole = try Self.gzip("Open and open and open.")
    #expect(throws: StageError("the compressed bytes end too early")) {
      try Inflater.inflate(Array(whole.dropLast(9)), from: 0, limit: 100)
    }
    var damaged = whole
    damaged[whole.count - 6] ^= 0xFF
    #expect(throws: StageError("the compressed bytes are damaged")) {
      try Inflater.inflate(damaged, from: 0, limit: 100)
    }
    #expect(throws: StageError.self) { try Inflater.inflate([], from: 0, limit: 100) }
  }
}
