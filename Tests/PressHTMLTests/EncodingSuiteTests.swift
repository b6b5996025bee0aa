import Testing

@testable import PressHTML

/// html5lib's encoding cases: which encoding a page is in.
@Suite(.enabled(if: Suites.areThere, "the html5lib suites are not there"))
struct EncodingSuiteTests {
  @Test func allFiles() throws {
    var passed = 0
    var failures: [String] = []
    for file in Suites.files("encoding", "dat") {
      for test in Suites.cases(in: try Suites.bytes(of: file)) {
        let label = String(decoding: test["encoding"] ?? [], as: UTF8.self)
        let expected = HTMLEncoding(label: label)
        let got = HTMLEncoding.sniff(test["data"] ?? [])
        if got == expected {
          passed += 1
        } else {
          let data = String(decoding: test["data"] ?? [], as: UTF8.self)
          failures.append("\(file.lastPathComponent): \(data)\n  \(label), got \(got.name)")
        }
      }
    }
    print("encodings: \(passed) of \(passed + failures.count)")
    #expect(failures.isEmpty, "\(failures.map { $0.suffix(300) }.joined(separator: "\n\n"))")
    #expect(passed >= 82)
  }
}
