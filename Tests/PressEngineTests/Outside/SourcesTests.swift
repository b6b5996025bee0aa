import Foundation
import PressStage
import TestSupport
import Testing

@testable import PressEngine

/// The sources of the program as a pipeline uses them, with the engine's own context.
@Suite struct SourcesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func items(
    _ stage: String, _ settings: String
  ) async throws -> [String] {
    try folder.write(
      "Pipelines/p.yaml",
      """
      presswork: 1
      pipeline: p
      sources:
        - use: \(stage)
          with: \(settings)
      extract: [html, plain-text, pdf]
      render: [json]
      quarantine: {max: 100}
      publish: {dir: Reports/p, latest: false}
      """)
    let outcome = try presswork("run", "p", "--state", "state", in: folder.url)
    let pack = try? Data(contentsOf: folder.url.appending(path: "Reports/p/pack.json"))
    let texts = try pack.map { try JSONValue(parsing: Array($0)) }?["documents"]?.array?
      .compactMap { $0["text"]?.string }
    return (texts ?? []) + (outcome.output + outcome.notes).split(separator: "\n").map(String.init)
  }

  private func record(_ url: String, _ body: [UInt8], headers: String = "") -> [UInt8] {
    let http =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(headers)\r\n".utf8) + body
    let head =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\n"
      + "Content-Length: \(http.count)\r\n\r\n"
    return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
  }

  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    try ChildProcess.run("gzip", ["-nc"], input: bytes).output
  }

  private func page(_ words: String) -> [UInt8] { Array("<html><p>\(words)</p></html>".utf8) }

  @Test func aDamagedRecordFailsByItself() async throws {
    var damaged = try gzip(record("http://a.example/2", page("The bridge is shut today.")))
    for offset in 40..<60 { damaged[offset] ^= 0x5A }
    let chunks =
      Array("5\r\n<p>Th\r\n".utf8) + Array("14\r\ne lock is new today.\r\n0\r\n\r\n".utf8)
    let packed = try gzip(page("The tower is closed today."))
    let file =
      try gzip(record("http://a.example/1", page("The quay is open today."))) + damaged
      + gzip(record("http://a.example/3", chunks, headers: "Transfer-Encoding: chunked\r\n"))
      + gzip(record("http://a.example/4", packed, headers: "Content-Encoding: gzip\r\n"))
    try folder.write("In/a.txt", "")
    try Data(file).write(to: folder.url.appending(path: "In/a.warc.gz"))
    let found = try await items("warc", "{paths: [../In/*.warc.gz]}")
    for words in [
      "The quay is open today.", "The lock is new today.", "The tower is closed today.",
    ] {
      #expect(found.contains(words), "\(found)")
    }
    #expect(found.contains { $0.contains("record at byte") && $0.contains("quarantined") })
    #expect(found.contains { $0.contains("4 in = 3 packed + 1 quarantined") })
  }

  @Test(.enabled(if: WebServer.isThere, "python3 is not there to serve"))
  func anEntryThatCannotBeHadFailsByItself() async throws {
    let server = try WebServer()
    let found = try await items(
      "feed",
      "{urls: [\"\(server.url("/news.xml"))\"], follow: true, delay: 0s, allow_hosts: [127.0.0.1]}")
    #expect(found.contains("Open."))
    #expect(found.contains { $0.contains("robots.txt forbids it") })
    #expect(found.contains { $0.contains("the server answered 404") })
    #expect(found.contains { $0.contains("3 in = 1 packed + 2 quarantined") }, "\(found)")
  }

  @Test(.enabled(if: WebServer.isThere, "python3 is not there to serve"))
  func aFeedThatCannotBeHadTakesNoOtherWithIt() async throws {
    let server = try WebServer()
    try folder.write("Feeds/a.xml", "<html></html>")
    let feeds = ["/gone", "/wrong-charset"].map { "\"\(server.url($0))\"" }
    let found = try await items(
      "feed",
      "{urls: [\(feeds.joined(separator: ", "))], paths: [../Feeds/*.xml], delay: 0s, "
        + "allow_hosts: [127.0.0.1]}")
    #expect(found.contains("Å"), "\(found)")
    let sentence = "quarantined: sources: the feed cannot be read: the server answered 404"
    #expect(found.contains { $0 == "\(server.url("/gone")): \(sentence)" }, "\(found)")
    #expect(found.contains { $0.hasPrefix("Feeds/a.xml: ") && $0.contains("it is no feed") })
    #expect(found.contains { $0.contains("3 in = 1 packed + 2 quarantined") })
  }

  @Test(.enabled(if: WebServer.isThere, "python3 is not there to serve"))
  func theFilesOwnEncodingIsBelieved() async throws {
    let server = try WebServer()
    let found = try await items(
      "feed",
      "{urls: [\"\(server.url("/wrong-charset"))\"], delay: 0s, allow_hosts: [127.0.0.1]}")
    #expect(found.contains("Å"), "\(found)")
  }

  @Test func aPrivateFeedIsRefused() async throws {
    let found = try await items("feed", "{urls: [\"http://127.0.0.1:9/x\"]}")
    #expect(found.contains { $0.contains("is at a private address") }, "\(found)")
  }
}
