import Foundation
import TestSupport
import Testing

@testable import PressEngine

@Suite struct PublisherTests {
  private let folder: TemporaryFolder
  private let target: String

  init() throws {
    folder = try TemporaryFolder()
    target = folder.url.appending(path: "Reports/pack").path()
  }

  private func publish(_ files: [String: String]) throws {
    try Publisher(target: target).publish(files.mapValues { Array($0.utf8) }) { _ in }
  }

  private var names: [String] {
    get throws { try files(below: URL(filePath: target)).keys.sorted() }
  }

  @Test func aNewPackTakesThePlaceOfTheOld() throws {
    try publish(["a.txt": "one", "csv/old.csv": "x"])
    #expect(try names == ["SHA256SUMS", "a.txt", "csv/old.csv"])
    try publish(["a.txt": "two"])
    #expect(try names == ["SHA256SUMS", "a.txt"])
    #expect(try String(contentsOfFile: "\(target)/a.txt", encoding: .utf8) == "two")
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Reports").path())
    #expect(beside == ["pack"])
  }

  @Test func aFailedCheckLeavesTheOldPack() throws {
    try publish(["a.txt": "one"])
    #expect(throws: Publisher.Refusal.self) {
      try Publisher(target: target).publish(["a.txt": [0x78]]) { _ throws(Publisher.Refusal) in
        throw Publisher.Refusal(description: "no", isDiskError: false)
      }
    }
    #expect(try String(contentsOfFile: "\(target)/a.txt", encoding: .utf8) == "one")
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Reports").path())
    #expect(beside == ["pack"])
  }

  @Test func aFolderOfAnothersFilesIsNotReplaced() throws {
    try folder.write("Reports/pack/notes.txt", "mine")
    #expect(throws: Publisher.Refusal.self) { try publish(["a.txt": "one"]) }
    #expect(try String(contentsOfFile: "\(target)/notes.txt", encoding: .utf8) == "mine")
  }

  @Test func aForeignFileInAPackIsNotLost() throws {
    try publish(["a.txt": "one"])
    try folder.write("Reports/pack/notes.txt", "mine")
    let refusal = #expect(throws: Publisher.Refusal.self) { try publish(["a.txt": "two"]) }
    #expect(refusal?.description.contains("notes.txt") == true)
    #expect(try String(contentsOfFile: "\(target)/notes.txt", encoding: .utf8) == "mine")
  }

  @Test func theChecksumsAreThoseThatSha256sumReads() throws {
    try publish(["a.txt": "one", "csv/b.csv": "x,y\r\n"])
    let outcome = try run(
      URL(filePath: "/usr/bin/sha256sum"), ["--check", "--strict", "SHA256SUMS"],
      in: URL(filePath: target))
    #expect(outcome.status == 0)
    #expect(outcome.output == "a.txt: OK\ncsv/b.csv: OK\n")
  }

  @Test func latestPointsAtTheNewest() throws {
    for day in ["2026-03-01", "2026-03-02"] {
      let path = folder.url.appending(path: "Reports/\(day)").path()
      try Publisher(target: path, linksLatest: true).publish(["a.txt": [0x78]]) { _ in }
    }
    let link = folder.url.appending(path: "Reports/latest").path()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "2026-03-02")
  }
}
