import Foundation

/// The html5lib test suites, which live beside the package: `../shared/suites/html5lib-tests`.
enum Suites {
  static let folder: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent()
      .appendingPathComponent("shared/suites/html5lib-tests", isDirectory: true)
  }()

  /// Says once where the suites were looked for, when they are not there.
  static let areThere: Bool = {
    let found = FileManager.default.fileExists(atPath: folder.path)
    if !found { print("skipped: the html5lib suites are not at \(folder.path)") }
    return found
  }()

  /// The files of a part of the suites with that extension, by name.
  static func files(_ part: String, _ kind: String) -> [URL] {
    let all =
      (try? FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent(part), includingPropertiesForKeys: nil)) ?? []
    return all.filter { $0.pathExtension == kind }.sorted { $0.path < $1.path }
  }

  static func bytes(of file: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: file))
  }

  /// Splits a file of `#data` cases into sections by name, byte by byte.
  static func cases(in bytes: [UInt8]) -> [[String: [UInt8]]] {
    var cases: [[String: [UInt8]]] = []
    var section = ""
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first == 0x23, let name = sectionName(line) {
        if name == "data" { cases.append([:]) }
        section = name
        if !cases.isEmpty { cases[cases.count - 1][section] = [] }
      } else if !cases.isEmpty {
        cases[cases.count - 1][section, default: []].append(contentsOf: line)
        cases[cases.count - 1][section, default: []].append(0x0A)
      }
    }
    for index in cases.indices {
      for name in cases[index].keys where cases[index][name]?.last == 0x0A {
        cases[index][name]?.removeLast()
      }
    }
    return cases
  }

  private static func sectionName(_ line: ArraySlice<UInt8>) -> String? {
    let name = String(decoding: line.dropFirst(), as: UTF8.self)
    let names = [
      "data", "errors", "new-errors", "document-fragment", "script-off", "script-on", "document",
      "encoding",
    ]
    return names.contains(name) ? name : nil
  }
}
