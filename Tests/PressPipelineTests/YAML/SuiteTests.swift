import Foundation
import PressStage
import TestSupport
import Testing

@testable import PressPipeline

/// The YAML test suite (https://github.com/yaml/yaml-test-suite, its data branch), where it stands
/// beside the package in `shared/suites/`.
struct SuiteTests {
  struct Case {
    var name: String
    var yaml: [UInt8]
    /// Nil where the suite gives no JSON, as for keys that are no texts.
    var json: [UInt8]?
    var mustFail: Bool
  }

  static let folder = packageRoot.deletingLastPathComponent()
    .appending(path: "shared/suites/yaml-test-suite")

  static func cases() -> [Case] {
    let files = FileManager.default.enumerator(atPath: folder.path()) ?? .init()
    var cases: [Case] = []
    for case let path as String in files where path.hasSuffix("/in.yaml") {
      let place = folder.appending(path: path).deletingLastPathComponent()
      func read(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: place.appending(path: name))).map(Array.init)
      }
      guard let yaml = read("in.yaml") else { continue }
      cases.append(
        Case(
          name: String(path.dropLast("/in.yaml".count)), yaml: yaml, json: read("in.json"),
          mustFail: read("error") != nil))
    }
    return cases.sorted { $0.name < $1.name }
  }

  @Test func everyCaseIsReadAsItsJSONSaysOrRefused() throws {
    let cases = Self.cases()
    guard !cases.isEmpty else {
      print("skipped: the YAML test suite is not at \(Self.folder.path())")
      return
    }
    var counts = (read: 0, refused: 0, mustFail: 0)
    for test in cases {
      let (file, problems) = compose(test.yaml)
      if test.mustFail { counts.mustFail += 1 }
      guard problems.isEmpty else {
        counts.refused += 1
        #expect(problems.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
        continue
      }
      counts.read += 1
      #expect(!test.mustFail, "\(test.name) is not YAML and was read")
      let json = try #require(test.json, "\(test.name) has no JSON and was read")
      let value = file.root.map { JSONValue($0) }
      if json.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
        #expect(value == nil, "\(test.name)")
      } else {
        let expected = try JSONValue(parsing: json)
        #expect(value?.means(expected) == true, "\(test.name): \(String(describing: value))")
      }
    }
    // 402 cases: 94 must fail; of the others, 134 use what a pipeline file must not use (tags,
    // anchors, several documents, keys that are no texts) or what libyaml does not read.
    print("YAML test suite: \(counts.read) read, \(counts.refused) refused of \(cases.count)")
    #expect(counts.read >= 174)
    #expect(counts.mustFail == 94)
  }
}
