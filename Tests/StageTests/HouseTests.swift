import Foundation
import PressStage
import RegisteredStages
import TestSupport
import Testing

/// The rules of the house that a machine can hold.
@Suite struct HouseTests {
  private static let entries = Case.registry.entries

  private func source(of entry: StageRegistry.Entry) throws -> String {
    let type = String(describing: entry.type)
    let file = packageRoot.appending(path: "Plugins/\(entry.module)/\(type).swift")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test(arguments: entries) func aStageFileOpensWithWhatItDoes(_ entry: StageRegistry.Entry) throws
  {
    let lines = try source(of: entry).split(separator: "\n", omittingEmptySubsequences: false)
    let comment = try #require(lines.first { $0.hasPrefix("/// ") })
    let opening = comment.dropFirst(4)
    let sentence = opening.hasSuffix(".") ? opening.dropLast() : opening
    #expect(String(sentence) == entry.type.summary)
    let code = lines.first { !$0.isEmpty && !$0.contains("import ") }
    #expect(code == comment, "the comment comes before all else")
  }

  @Test(arguments: entries) func aStageFileEndsWithin200Lines(_ entry: StageRegistry.Entry) throws {
    let lines = try source(of: entry).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 201)
  }

  @Test(arguments: entries) func aStageHasThreeExamples(_ entry: StageRegistry.Entry) {
    #expect(entry.type.examples.count >= 3)
  }

  @Test func everyFileOfAStageModuleThatNamesAStageHasItsName() throws {
    for entry in Case.registry.entries { _ = try source(of: entry) }
  }

  /// The source files of the package, by path.
  private func swiftFiles(below folders: [String]) throws -> [(path: String, text: String)] {
    try folders.flatMap { folder in
      try files(below: packageRoot.appending(path: folder))
        .filter { $0.key.hasSuffix(".swift") }
        .map { ("\(folder)/\($0.key)", String(decoding: $0.value, as: UTF8.self)) }
    }
  }

  @Test func noPathThatInputReachesCanTrapByChoice() throws {
    let banned = ["try!", "fatalError(", " as! ", "preconditionFailure("]
    for (path, text) in try swiftFiles(below: ["Sources", "Plugins"]) {
      for word in banned { #expect(!text.contains(word), "\(path) has '\(word)'") }
    }
  }

  @Test func noStageTouchesTheOutside() throws {
    let banned = [
      "import Glibc", "import Foundation", "import PressEngine", "import PressPipeline",
    ]
    for (path, text) in try swiftFiles(below: ["Plugins"]) where !path.contains("/Tests/") {
      for word in banned { #expect(!text.contains(word), "\(path) has '\(word)'") }
    }
  }

  @Test func theLowModulesStayLight() throws {
    for folder in ["Sources/PressModel", "Sources/PressStage", "Sources/PressText"] {
      for (path, text) in try swiftFiles(below: [folder]) {
        #expect(!text.contains("import Foundation"), "\(path)")
      }
    }
  }

  @Test func noRendererKnowsAKindOfFact() throws {
    let kinds = Case.registry.entries.compactMap { $0.type as? any Extractor.Type }
      .flatMap { $0.kinds.map(\.name) }
    #expect(!kinds.isEmpty)
    for (path, text) in try swiftFiles(below: ["Plugins/Render"]) {
      for kind in kinds { #expect(!text.contains("\"\(kind)\""), "\(path) knows \(kind)") }
    }
  }

  @Test func noFileHasOutgrownItsPurpose() throws {
    for (path, text) in try swiftFiles(below: ["Sources", "Plugins"]) {
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path)")
    }
  }

  @Test func kindsOfFactHaveTheirOwnNames() {
    var modules: [String: String] = [:]
    for entry in Case.registry.entries {
      guard let type = entry.type as? any Extractor.Type else { continue }
      for kind in type.kinds {
        #expect(modules[kind.name] == nil, "\(kind.name) is added by two stages")
        modules[kind.name] = entry.name
      }
    }
  }
}
