import FuzzTargets
import TestSupport
import Testing

/// Whatever the world sends: a document whose every span holds, or a reason; never a trap. The
/// short, seeded form of `make fuzz`.
@Suite struct RobustnessTests {
  private func check(_ bytes: [UInt8], _ target: FuzzTarget) {
    let fault = target.fault(in: bytes)
    #expect(fault == nil, "\(target): \(fault ?? "")\n\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test(arguments: FuzzTarget.all, 0..<4)
  func changedInputs(target: FuzzTarget, seed: UInt64) {
    var mutator = SeededMutator(target, seed: 100 + seed)
    for _ in 0..<60 { check(mutator.next(), target) }
  }

  @Test(arguments: FuzzTarget.all) func everySeedIsSound(target: FuzzTarget) {
    for seed in target.seeds { check(seed, target) }
    #expect(!target.seeds.isEmpty)
  }

  @Test(arguments: FuzzTarget.readers) func longAndMonotonous(target: FuzzTarget) {
    for input in [
      Repeated("a", 300_000), Repeated(" ", 300_000), Repeated("<div>", 40_000),
      Repeated("“Mr. ", 40_000), Repeated("The Bureau of ", 20_000), Repeated("| a ", 40_000),
      Repeated("1,", 60_000), Repeated("> ", 40_000), Repeated("*[", 40_000), Repeated("(", 60_000),
    ] {
      check(Array(input.text.utf8), target)
    }
  }

  @Test(
    arguments: FuzzTarget.all, [[], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3]] as [[UInt8]])
  func almostNothing(target: FuzzTarget, bytes: [UInt8]) {
    check(bytes, target)
  }

  /// What `make fuzz` has found, each with the words that it said.
  @Test(arguments: [
    // "the text at 2 does not say what the source says": HTML's tree makes U+FFFD of a NUL.
    ("html", "<title>T</ti\u{0}tle> <p>x"), ("html", "l<head><title>T</ti ll</a\u{0}\u{4}r"),
    // "PW1004 at 3:1 is outside of the file": libyaml ends a line at the end of the file.
    ("pipeline-file", "a: 1\nb:\n  - &"), ("pipeline-file", "a: [b\n\nc:\n  d {e: f\n '"),
    ("pipeline-file", "a: [\"x\ny: 1\nvars:\n  b: '  "),
    // "the source at byte 2 does not say": a date that takes its year from a title whose address stands
    // between marks.
    ("markdown", "# Tides of 1999 <a@b.example>\n\nThe quay opened on March 3, she said."),
  ])
  func whatTheFuzzerFound(name: String, input: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    check(Array(input.utf8), target)
  }
}
