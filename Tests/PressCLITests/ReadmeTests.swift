import Foundation
import TestSupport
import Testing

/// A fenced block of a Markdown file.
struct FencedBlock {
  var language: String
  var lines: [String]

  static func all(in text: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: FencedBlock?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = FencedBlock(language: String(line.dropFirst(3)), lines: [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }
}

/// The README does what it says.
@Suite(.serialized) struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: packageRoot.appending(path: "README.md"), encoding: .utf8)
  }

  /// A project as a reader of the README has it.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Pipelines"), to: folder.url.appending(path: "Pipelines"))
    return folder
  }

  @Test func everyConsoleBlockPrintsWhatItShows() throws {
    let folder = try project()
    let path = "\(buildFolder.path()):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    let blocks = FencedBlock.all(in: readme).filter { $0.language == "console" }
    #expect(blocks.count >= 2)
    for block in blocks {
      var commands: [(command: String, expected: [String])] = []
      for line in block.lines {
        if line.hasPrefix("$ ") {
          commands.append((String(line.dropFirst(2)), []))
        } else {
          commands[commands.count - 1].expected.append(line)
        }
      }
      for (command, expected) in commands {
        let outcome = try run(
          URL(filePath: "/bin/sh"), ["-c", "\(command) 2>&1"], in: folder.url,
          environment: ["PATH": path, "LC_ALL": "C"])
        var printed = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init)
        if printed.last == "" { printed.removeLast() }
        #expect(printed == expected, "$ \(command)\n\(outcome.output)")
      }
    }
  }

  @Test func everyPipelineLints() throws {
    let documents =
      try [readme]
      + files(below: packageRoot.appending(path: "Documentation"))
      .filter { $0.key.hasSuffix(".md") && !$0.key.contains("stages.md") }
      .sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
    let pipelines = documents.flatMap(FencedBlock.all)
      .filter { $0.language == "yaml" && $0.lines.contains { $0.hasPrefix("presswork: 1") } }
    #expect(!pipelines.isEmpty)
    for block in pipelines {
      let folder = try project()
      let name = block.lines.compactMap { line in
        line.hasPrefix("pipeline: ") ? line.dropFirst(10).split(separator: " ").first : nil
      }.first
      let file = "Pipelines/\(name ?? "unnamed").yaml"
      try folder.write(file, block.lines.joined(separator: "\n") + "\n")
      let outcome = try presswork("lint", file, in: folder.url)
      #expect(outcome.status == 0, "\(outcome.notes)")
    }
  }

  @Test func theStageInItIsOneThatATestBuilds() throws {
    let example = packageRoot.appending(
      path: "Documentation/Examples/own-binary/Plugins/Greetings")
    let blocks = FencedBlock.all(in: readme).filter { $0.language == "swift" }
      .map { $0.lines.joined(separator: "\n") + "\n" }
    for file in ["Greetings.swift", "Stages.swift"] {
      let text = try String(contentsOf: example.appending(path: file), encoding: .utf8)
      #expect(blocks.contains(text), "\(file) differs from the README")
    }
  }

  @Test func everyRelativeLinkLeadsSomewhere() throws {
    let names = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    for name in names {
      let text = try String(contentsOf: packageRoot.appending(path: name), encoding: .utf8)
      var rest = text[...]
      while let start = rest.range(of: "](") {
        rest = rest[start.upperBound...]
        let target = rest.prefix { $0 != ")" }.split(separator: "#").first.map(String.init) ?? ""
        guard !target.isEmpty, !target.contains("://") else { continue }
        let path = packageRoot.appending(path: target).path()
        #expect(FileManager.default.fileExists(atPath: path), "\(name): \(target)")
      }
    }
  }

  @Test func everyCommandIsNamedInIt() throws {
    let help = try presswork("--help").output
    let changes = try String(
      contentsOf: packageRoot.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let commands = help.split(separator: "SUBCOMMANDS:").last ?? ""
    for line in commands.split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ")
    {
      guard let name = line.split(separator: " ").first, name != "See" else { continue }
      let isNamed = readme.contains("presswork \(name)") || changes.contains("`\(name)`")
      #expect(isNamed, "\(name)")
    }
  }
}
