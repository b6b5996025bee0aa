import Foundation
import TestSupport
import Testing

/// The promise of the package: a stage module is a folder, and the build finds it. These tests build
/// copies of the package and take minutes.
@Suite(.serialized) struct PackageTests {
  /// A copy of the package without what was built.
  private static func copyPackage(to folder: TemporaryFolder) throws -> URL {
    let copy = folder.url.appending(path: "presswork")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    let parts = [
      "Package.swift", "Makefile", "BuildTools", "Sources", "Plugins", "Pipelines", "Tests",
      "Documentation", "Benchmarks",
    ]
    for part in parts {
      try FileManager.default.copyItem(
        at: packageRoot.appending(path: part), to: copy.appending(path: part))
    }
    return copy
  }

  private static func shell(_ command: String, in folder: URL) throws -> Outcome {
    try run(
      URL(filePath: "/bin/sh"), ["-c", command], in: folder,
      // What the outer run of the package manager has set must not reach the inner one.
      environment: ["MAKEFLAGS": "", "MAKELEVEL": "", "PRESSWORK_STAGES": ""])
  }

  private static let pipeline = """
    presswork: 1
    pipeline: five
    sources:
      - use: inbox-files
        with: {pattern: "Inbox/*.txt"}
    extract:
      - plain-text
      - line-text
      - ticket-numbers
    transform:
      - most-named
    render:
      - title-list
      - json
    """

  @Test func aStageModuleIsAFolder() throws {
    let folder = try TemporaryFolder()
    let copy = try Self.copyPackage(to: folder)
    let first = try Self.shell("make build", in: copy)
    #expect(first.status == 0, "\(first.notes)")

    for (name, kind) in [
      ("inbox-files", "source"), ("line-text", "reader"), ("ticket-numbers", "extractor"),
      ("most-named", "transformer"), ("title-list", "renderer"),
    ] {
      let made = try Self.shell(
        ".build/debug/presswork new stage \(name) --kind \(kind)", in: copy)
      #expect(made.status == 0, "\(made.notes)")
    }

    // Without the Makefile the package manager does not look again: it must say so.
    let plain = try Self.shell("swift build 2>&1", in: copy)
    let says = plain.output.contains("run 'make build'")
    let stages = try Self.shell(".build/debug/presswork stages", in: copy)
    #expect(says && plain.status != 0 || stages.output.contains("ticket-numbers"))

    let second = try Self.shell("make build", in: copy)
    #expect(second.status == 0, "\(second.output)\(second.notes)")
    let listed = try Self.shell(".build/debug/presswork stages", in: copy).output
    for name in ["inbox-files", "line-text", "ticket-numbers", "most-named", "title-list"] {
      #expect(listed.split(separator: "\n").count { $0.contains(" \(name) ") } == 1, "\(name)")
    }

    try Data(Self.pipeline.utf8).write(to: copy.appending(path: "Pipelines/five.yaml"))
    let inbox = copy.appending(path: "Pipelines/Inbox")
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    try Data("Ticket #42 is closed.\n".utf8).write(to: inbox.appending(path: "a.txt"))
    try Data("No.\n".utf8).write(to: inbox.appending(path: "b.txt"))
    let ran = try Self.shell(".build/debug/presswork run five --as-of 2026-03-01", in: copy)
    #expect(ran.status == 0, "\(ran.notes)")
    #expect(ran.output.contains("2 in = 2 packed; 1 fact,"), "\(ran.output)")
    let titles = copy.appending(path: "Reports/five/2026-03-01/title-list.txt")
    let packs = try Self.shell("find Reports -name title-list.txt", in: copy).output
    #expect(packs.contains("title-list.txt"), "\(titles.path())")

    let filter = "'TicketNumbersTests|MostNamedTests'"
    let tested = try Self.shell(
      "PRESSWORK_STAGES=again swift test --filter \(filter) 2>&1", in: copy)
    #expect(tested.status == 0, "\(tested.output.suffix(2000))")
    #expect(tested.output.contains("2 tests"), "\(tested.output.suffix(2000))")

    // A folder that goes is as gone as one that comes is there.
    try FileManager.default.removeItem(at: copy.appending(path: "Plugins/MostNamed"))
    // A second stage of one name stops the program and names both modules.
    let twin = copy.appending(path: "Plugins/Twin")
    try FileManager.default.createDirectory(at: twin, withIntermediateDirectories: true)
    for file in ["TicketNumbers.swift", "Stages.swift"] {
      try FileManager.default.copyItem(
        at: copy.appending(path: "Plugins/TicketNumbers/\(file)"), to: twin.appending(path: file))
    }
    let third = try Self.shell("make build", in: copy)
    #expect(third.status == 0, "\(third.output)\(third.notes)")
    let conflict = try Self.shell(".build/debug/presswork stages", in: copy)
    #expect(conflict.status == 78)
    #expect(conflict.notes.contains("TicketNumbers") && conflict.notes.contains("Twin"))
    try FileManager.default.removeItem(at: twin)
    let fourth = try Self.shell("make build", in: copy)
    #expect(fourth.status == 0, "\(fourth.output)\(fourth.notes)")
    let left = try Self.shell(".build/debug/presswork stages", in: copy).output
    #expect(left.contains("ticket-numbers") && !left.contains("most-named"))
  }

  @Test func anotherPackageBuildsItsOwnBinary() throws {
    let folder = try TemporaryFolder()
    let copy = try Self.copyPackage(to: folder)
    let example = copy.appending(path: "Documentation/Examples/own-binary")
    let built = try Self.shell("swift build --product mypress 2>&1", in: example)
    #expect(built.status == 0, "\(built.output.suffix(3000))")
    let stages = try Self.shell(".build/debug/mypress stages", in: example).output
    #expect(stages.contains(" greetings "), "\(stages)")
    #expect(stages.contains(" markdown "), "\(stages)")
    let read = try run(
      example.appending(path: ".build/debug/mypress"), ["read", "-"], in: example,
      input: "Dear colleagues, thank you for coming.\n")
    #expect(read.output.contains("Greetings (1)\n  Dear colleagues"), "\(read.output)\(read.notes)")
  }
}
