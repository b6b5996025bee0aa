#if os(Linux)
  import Foundation
  import Testing

  @testable import PressPipeline

  /// libyaml's events and parsers are freed on every path out. The test runs in a process of its own,
  /// so that no other test's memory is counted.
  struct LeakTests {
    private static let texts = [
      "a: &a [files, *b]\nb: [!x \"q\", {a: [b, c]}, \"unclosed\nrender: x\n", "[[[[",
      "%YAML 1.2\n---\na: 'b'\nc: |\n  d\n", "a: b\n---\nc: d", "a: b: c", "a: \"\\q\"",
      "%TAG ! tag:x,2000:\n---\n!a b: &c d", "? [a]\n: b", String(repeating: "[", count: 100),
    ]

    /// Memory that the process holds, in pages; nil where the system does not say.
    private static var residentPages: Int? {
      let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      return text?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    @Test func readingAgainTakesNoMoreMemory() async {
      await #expect(processExitsWith: .success) {
        func read(_ rounds: Int) {
          for _ in 0..<rounds {
            for text in LeakTests.texts { _ = compose(text) }
          }
        }
        read(500)
        let before = LeakTests.residentPages ?? 0
        read(2000)
        let after = LeakTests.residentPages ?? 0
        // Some pages come and go; the events of 18,000 files would be more than 400.
        exit(after - before < 256 ? 0 : 1)
      }
    }
  }
#endif
