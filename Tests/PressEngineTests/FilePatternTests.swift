import Foundation
import TestSupport
import Testing

@testable import PressEngine

@Suite struct FilePatternTests {
  private func find(_ pattern: String, in files: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file, "x") }
    return try FilePattern(pattern).files(from: folder.url.path())
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b.txt"]), ("in/*.txt", ["in/c.txt"]), ("**/*.txt", all),
    ("in/**", ["in/c.txt", "in/deep/d.txt"]), ("?.txt", ["a.txt", "b.txt"]), ("a.txt", ["a.txt"]),
    ("in/**/d.*", ["in/deep/d.txt"]), ("nothing*", []), ("in", []),
  ])
  func itFinds(pattern: String, expected: [String]) throws {
    let files = ["b.txt", "a.txt", "in/c.txt", "in/deep/d.txt", "a.csv", ".hidden.txt"]
    #expect(try find(pattern, in: files) == expected)
  }

  private static let all = ["a.txt", "b.txt", "in/c.txt", "in/deep/d.txt"]

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DiskError.self) {
      try FilePattern("gone/*.txt").files(from: folder.url.path())
    }
    #expect(error?.reason.contains("gone") == true)
  }

  @Test func linksOutOfTheFolderAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    for file in ["in/a.txt", "out/b.txt"] { try folder.write(file, "x") }
    let path = folder.url.path()
    for (link, target) in [
      ("in/inside.txt", "a.txt"), ("in/outside.txt", "../out/b.txt"),
      ("in/absolute.txt", "\(path)out/b.txt"), ("in/folder", "../out"), ("in/gone.txt", "nowhere"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: path + link, withDestinationPath: target)
    }
    var told: [String] = []
    let found = try FilePattern("in/**/*.txt").files(from: path) { told.append($0 + $1.suffix(4)) }
    #expect(found == ["in/a.txt", "in/gone.txt", "in/inside.txt"])
    let out = "links that lead out of their folder.txt"
    #expect(told.sorted() == [out, out, "links to folderslder"])
  }

  @Test(.timeLimit(.minutes(1)))
  func onlyRegularFilesAreTaken() throws {
    let folder = try TemporaryFolder()
    for file in ["in/a.txt", "in/.b.txt", "in/.DS_Store", "in/.c/d.txt"] {
      try folder.write(file, "x")
    }
    let path = folder.url.path()
    #expect(mkfifo("\(path)in/pipe.txt", 0o600) == 0)
    let links = ["in/dots.txt": ".b.txt", "in/link.txt": "pipe.txt", "in/up.txt": ".."]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(atPath: path + link, withDestinationPath: target)
    }
    func leftOut(_ pattern: String) throws -> [String: Int] {
      var told: [String: Int] = [:]
      let found = try FilePattern(pattern).files(from: path) { reason, _ in
        told[reason, default: 0] += 1
      }
      #expect(found == ["in/a.txt", "in/dots.txt"])
      return told
    }
    let all = try leftOut("in/*.txt")
    #expect(
      all == [
        "files whose name starts with a full stop": 1, "named pipes, sockets and devices": 2,
        "links to folders": 1,
      ])
    #expect(try leftOut("in/**/*.txt")["folders whose name starts with a full stop"] == 1)
    #expect(try FilePattern("in/.b*").files(from: path) == ["in/.b.txt"])
    let error = #expect(throws: DiskError.self) { try Disk.read("\(path)in/pipe.txt") }
    #expect(error?.reason == "cannot read '\(path)in/pipe.txt': it is a named pipe")
  }

  @Test func manyStarsAreLinear() throws {
    let name = String(repeating: "a", count: 200)
    #expect(try find("*a*a*a*a*a*a*a*a*a*b", in: [name]).isEmpty)
  }
}

@Suite struct PathTests {
  @Test(arguments: [
    ("/a/b", "../c", "/a/c"), ("/a", "/b", "/b"), ("", "a/./b", "a/b"), (".", "x", "x"),
    ("/", "../..", "/"), ("/srv/press/Pipelines", "../Inbox/a.txt", "/srv/press/Inbox/a.txt"),
    ("", "a/..", "."), ("", "../../a/../b", "../../b"), ("", "../..", "../.."), ("/a", "..", "/"),
    ("a", "b/../../..//c/", "../c"), ("/a", "b/.././../é/..", "/"),
  ])
  func pathsAreJoined(folder: String, path: String, expected: String) {
    #expect(Path.join(folder, path) == expected)
  }

  @Test func theRootIsTheFolderThatHoldsPipelines() {
    let layout = ProjectLayout(file: "/srv/press/Pipelines/nightly.yaml")
    #expect(layout.root == "/srv/press")
    #expect(layout.name(of: "Inbox/a.txt") == "Pipelines/Inbox/a.txt")
    #expect(layout.name(of: "../Inbox/a.txt") == "Inbox/a.txt")
    #expect(layout.name(of: "../../desk/a.txt") == "../desk/a.txt")
    #expect(layout.name(of: "../../../a.txt") == "../../a.txt")
    #expect(layout.name(of: "/srv/press/Inbox/a.txt") == "Inbox/a.txt")
    #expect(layout.name(of: "/mnt/desk/a.txt") == "/mnt/desk/a.txt")
    #expect(ProjectLayout(file: "/srv/press/nightly.yaml").root == "/srv/press")
  }
}

@Suite struct HashTests {
  /// The examples of FIPS 180-4.
  @Test func knownHashes() {
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}

@Suite struct ClockTests {
  @Test(arguments: ["2026-03-01", "2026-03-01T06:00:00+01:00", "2026-03-01T06:00Z"])
  func momentsAreRead(text: String) {
    #expect(Clock.moment(text)?.date == "2026-03-01")
  }

  @Test(arguments: ["2026-3-1", "yesterday", "2026-02-30", "2026-03-01T25:00Z", "2026-03-01T06:00"])
  func othersAreNot(text: String) {
    #expect(Clock.moment(text) == nil)
  }
}
